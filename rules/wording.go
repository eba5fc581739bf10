package rules

import (
	"fmt"
	"strings"

	"github.com/gouji-lint/gouji/profile"
)

// byIdentity groups broken equations by their identity; those over rows stay
// single.
func (s *sheet) byIdentity(broken []int) (groups [][]*equation) {
	for _, i := range broken {
		q := &s.equations[i]
		last := len(groups) - 1
		for last >= 0 && (groups[last][0].Identity != q.Identity || q.Identity.Over == profile.Rows) {
			last--
		}
		if last >= 0 {
			groups[last] = append(groups[last], q)
		} else {
			groups = append(groups, []*equation{q})
		}
	}
	return groups
}

// describe says in words how an identity fails, in one column or in several.
func (s *sheet) describe(same []*equation) (zh, en string) {
	if len(same[0].left) == 1 {
		return s.describeTotal(same)
	}
	return s.describeBalance(same)
}

// describeTotal describes totals that are not the sum of their parts.
func (s *sheet) describeTotal(same []*equation) (zh, en string) {
	var columns, columnsEN []string
	zero := true
	for _, q := range same {
		v, right := q.left[0], s.sum(q.right)
		row, column := s.rowName(v), s.columnName(v)
		shown, blank := spaced(shown(s.cell(v))), shownEN(s.cell(v))
		zero = zero && s.value(v).IsZero()
		if len(same) == 1 && zero {
			return fmt.Sprintf("「%s」的「%s」为%s，但各项之和为 %s", row, column, shown, right),
				fmt.Sprintf("%s of %s is %s, but its parts add up to %s", column, row, blank, right)
		}
		if len(same) == 1 {
			return fmt.Sprintf("「%s」的「%s」与各项之和不符：各项之和为 %s，实为%s，%s", row, column, right, shown, difference(right, s.value(v))),
				fmt.Sprintf("%s of %s is not the sum of its parts: they add up to %s, it is %s", column, row, right, blank)
		}
		columns = append(columns, fmt.Sprintf("「%s」各项之和为 %s，实为%s", column, right, shown))
		columnsEN = append(columnsEN, fmt.Sprintf("%s adds up to %s, is %s", column, right, blank))
	}
	row := s.rowName(same[0].left[0])
	return fmt.Sprintf("「%s」与各项之和不符：%s", row, atMost(columns, "；", "；等 %d 列")),
		fmt.Sprintf("%s is not the sum of its parts: %s", row, atMost(columnsEN, "; ", "; %d columns in all"))
}

// describeBalance describes two sums that differ.
func (s *sheet) describeBalance(same []*equation) (zh, en string) {
	first := same[0]
	left, right := s.names(first.left), s.names(first.right)
	names, alike := "", true
	var columns, columnsEN []string
	for _, q := range same {
		column := s.columnName(q.left[0])
		names += "「" + column + "」"
		alike = alike && q.residual.Equal(first.residual) && s.sum(q.left).Equal(s.sum(first.left))
		columns = append(columns, fmt.Sprintf("「%s」%s 与 %s", column, s.sum(q.left), s.sum(q.right)))
		columnsEN = append(columnsEN, fmt.Sprintf("%s %s and %s", column, s.sum(q.left), s.sum(q.right)))
	}
	if alike {
		unit := "列"
		if len(same) > 1 {
			unit = fmt.Sprintf("%d 列", len(same))
		}
		return fmt.Sprintf("%s%s：%s为 %s，%s为 %s，相差 %s", names, unit, left, s.sum(first.left), right, s.sum(first.right), abs(first.residual)),
			fmt.Sprintf("%s: %s is %s, %s is %s, off by %s", names, left, s.sum(first.left), right, s.sum(first.right), abs(first.residual))
	}
	return fmt.Sprintf("%s与%s不等：%s", left, right, atMost(columns, "；", "；等 %d 列")),
		fmt.Sprintf("%s and %s differ: %s", left, right, atMost(columnsEN, "; ", "; %d columns in all"))
}

// names joins the names of rows that are added up.
func (s *sheet) names(side []variable) string {
	var names []string
	for _, v := range side {
		names = append(names, "「"+s.rowName(v)+"」")
	}
	return strings.Join(names, "加")
}

// skipped says which sums were not worked out because nothing was filled in.
func (s *sheet) skipped() Message {
	var columns []string
	for i, skipped := range s.unfilled {
		if skipped {
			columns = append(columns, s.table.Def.Columns[i].Label())
		}
	}
	return Message{
		fmt.Sprintf("%s%s大多没有填，有关的合计没有核对", s.table.Def.Name, nameList(columns, "列")),
		fmt.Sprintf("%s: %s are mostly blank, their sums were not checked", s.table.Def.Name, strings.Join(columns, ", ")),
	}
}

// most is how many phrases a message lists.
const most = 4

// both joins two phrases of which either may be empty.
func both(a, b, separator string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + separator + b
}

// atMost joins up to four phrases, and says how many there are when there are
// more.
func atMost(list []string, separator, more string) string {
	text := strings.Join(list[:min(most, len(list))], separator)
	switch {
	case len(list) <= most:
		return text
	case strings.Contains(more, "%d"):
		return text + fmt.Sprintf(more, len(list))
	}
	return text + more
}
