package rules

import (
	"math/rand/v2"
	"testing"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// An equation that the survey is sure of holds by its cells, too, whatever
// they hold; and of plain counts it is sure whenever they add up.
func TestSurveyIsSure(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	var s survey
	for _, id := range []string{"disclosure-2014", "disclosure-2019", "disclosure-2021", "disclosure-2021-small", "enforcement-2021"} {
		form := bind(t, id)
		equations := form.Profile.Equations()
		for round := range 200 {
			if round > 0 {
				form = bind(t, id)
				for range random.IntN(4) {
					spoil(random, form)
				}
			}
			s.read(form)
			unsure := map[int]bool{}
			for _, i := range s.unsure {
				unsure[i] = true
			}
			for i := range equations {
				e := &equations[i]
				sheet := sheet{table: &form.Tables[e.Table]}
				left, ok := sheet.total(e.Left)
				right, too := sheet.total(e.Right)
				q := equation{Equation: e, residual: left.Sub(right)}
				if holds := ok && too && q.holds(); !holds && !unsure[i] || holds && unsure[i] && len(s.odd) == 0 && round == 0 {
					t.Fatalf("%s: %s: %s and %s, unsure %v", id, e.Item, left, right, unsure[i])
				}
			}
		}
	}
}

// spoil puts something else into a cell, or takes a row away.
func spoil(random *rand.Rand, form *profile.Form) {
	table := &form.Tables[random.IntN(len(form.Tables))]
	row := &table.Rows[random.IntN(len(table.Rows))]
	if !row.Found() {
		return
	}
	column := random.IntN(len(row.Cells))
	switch random.IntN(5) {
	case 0:
		row.Source = nil
	case 1:
		row.Ragged = true
	case 2:
		row.Cells[column] = nil
	case 3:
		row.Cells[column] = &report.Cell{Kind: report.Blank}
	default:
		row.Cells[column] = &report.Cell{Kind: report.Figure, Value: report.Int(random.Int64N(5) - 1)}
	}
}
