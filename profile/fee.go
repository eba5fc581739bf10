package profile

import (
	"fmt"
	"strings"

	"github.com/gouji-lint/gouji/report"
)

// Fee is what a format says about a fee that reports must account for in
// words: 信息处理费.
type Fee struct {
	Name     string   `toml:"name"`
	Names    []string `toml:"names"`    // how reports call it
	Section  string   `toml:"section"`  // where it is stated; empty when there is no such duty
	Basis    string   `toml:"basis"`    // of the duty and the tariff
	Obsolete []string `toml:"obsolete"` // fees that the law has abolished
	Repeal   string   `toml:"repeal"`   // the clause that abolished them

	Columns []FeeColumn `toml:"column"` // of the table that some reports state it in
	Tariffs []Tariff    `toml:"tariff"` // each an alternative

	// Takings is the figure that takings of the fee are part of, Unpaid the
	// one of applications given up because the fee was not paid.
	Takings FeeFigure `toml:"takings"`
	Unpaid  FeeFigure `toml:"unpaid"`
}

// FeeFigure names a figure by ids.
type FeeFigure struct {
	Table  string `toml:"table"`
	Row    string `toml:"row"`
	Column string `toml:"column"`
	Basis  string `toml:"basis"`
}

// Ref returns the figure as rules name it.
func (f FeeFigure) Ref() Ref { return Ref{Table: f.Table, Row: f.Row, Column: f.Column} }

// FeeColumn is a column of the fee table.
type FeeColumn struct {
	ID     string   `toml:"id"` // notices, charged, collected
	Labels []string `toml:"labels"`
}

// Tariff is a progressive price list: each step prices what lies above the
// step before it.
type Tariff struct {
	ID    string       `toml:"id"`
	Unit  string       `toml:"unit"` // what is counted: 页, 件
	Steps []TariffStep `toml:"step"`
}

// TariffStep prices the units up to To, in yuan; the last step has no end.
// With Every, the price rises by Rise after each that many units.
type TariffStep struct {
	To    int64 `toml:"to"`
	Price int64 `toml:"price"`
	Every int64 `toml:"every"`
	Rise  int64 `toml:"rise"`
}

// most bounds what is priced; nobody asks for more.
const most = 1_000_000

// Cost returns the price of n units, false when n is no sensible count.
func (t *Tariff) Cost(n int64) (yuan int64, ok bool) {
	if n < 0 || n > most {
		return 0, false
	}
	done := int64(0)
	for _, s := range t.Steps {
		units := n - done
		if s.To > 0 {
			units = min(units, s.To-done)
		}
		yuan += s.cost(units)
		if done += units; done == n {
			break
		}
	}
	return yuan, true
}

// cost prices units of one step.
func (s TariffStep) cost(units int64) int64 {
	if s.Every == 0 {
		return units * s.Price
	}
	full, rest := units/s.Every, units%s.Every
	price := s.Price + full*s.Rise
	return s.Every*(full*s.Price+s.Rise*full*(full-1)/2) + rest*price
}

// Charges reports whether some count costs exactly that many yuan.
func (t *Tariff) Charges(yuan int64) bool {
	low, high := int64(0), int64(most)
	for low < high {
		middle := (low + high) / 2
		if cost, _ := t.Cost(middle); cost < yuan {
			low = middle + 1
		} else {
			high = middle
		}
	}
	cost, _ := t.Cost(low)
	return cost == yuan
}

// Column returns the column that a header cell names, or nil. A unit in
// brackets may follow the label.
func (f *Fee) Column(label string) *FeeColumn {
	folded := report.Fold(label)
	for i := range f.Columns {
		for _, l := range f.Columns[i].Labels {
			rest, ok := strings.CutPrefix(folded, report.Fold(l))
			if ok && (rest == "" || rest[0] == '(') {
				return &f.Columns[i]
			}
		}
	}
	return nil
}

// Tariff returns the tariff that counts in the unit, or nil.
func (f *Fee) Tariff(unit string) *Tariff {
	for i := range f.Tariffs {
		if f.Tariffs[i].Unit == unit {
			return &f.Tariffs[i]
		}
	}
	return nil
}

// Step returns the smallest amount of which every lawful one is a multiple.
func (f *Fee) Step() int64 {
	step := int64(0)
	for i := range f.Tariffs {
		for _, s := range f.Tariffs[i].Steps {
			step = gcd(gcd(step, s.Price), s.Rise)
		}
	}
	return max(step, 1)
}

func gcd(a, b int64) int64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// MayCost reports whether one request may cost that many yuan: by a tariff
// that counts within it, or as one of several by a tariff that counts them.
func (f *Fee) MayCost(yuan int64) bool {
	for i := range f.Tariffs {
		t := &f.Tariffs[i]
		if t.Charges(yuan) {
			return true
		}
		if last := t.Steps[len(t.Steps)-1]; last.Rise > 0 && yuan >= last.Price && (yuan-last.Price)%last.Rise == 0 {
			return true
		}
	}
	return false
}

func (p *Profile) compileFee() error {
	f := p.Fee
	if f == nil {
		return nil
	}
	if len(f.Names) == 0 || f.Name == "" {
		return fault("name、names 都要写", "name and names are required")
	}
	if f.Section != "" && (p.Section(f.Section) < 0 || f.Basis == "") {
		return fault("没有章节「%s」，或者没有写 basis", "no section %q, or no basis", f.Section)
	}
	if len(f.Obsolete) > 0 && f.Repeal == "" {
		return fault("写 obsolete 就要写 repeal", "obsolete needs repeal")
	}
	for _, figure := range [...]FeeFigure{f.Takings, f.Unpaid} {
		if figure == (FeeFigure{}) {
			continue
		}
		t := p.Table(figure.Table)
		if t == nil || t.Row(figure.Row) < 0 || t.Column(figure.Column) < 0 {
			return fault("没有这个数：%s/%s/%s", "no figure %s/%s/%s", figure.Table, figure.Row, figure.Column)
		}
	}
	for i := range f.Tariffs {
		if err := f.Tariffs[i].check(); err != nil {
			return fmt.Errorf("tariff %q: %w", f.Tariffs[i].ID, err)
		}
	}
	return nil
}

func (t *Tariff) check() error {
	if t.Unit == "" || len(t.Steps) == 0 {
		return fault("unit、step 都要写", "unit and steps are required")
	}
	last := int64(0)
	for i, s := range t.Steps {
		if end := i == len(t.Steps)-1; end != (s.To == 0) || !end && s.To <= last {
			return fault("第 %d 级：各级递增，只有最后一级没有上限", "step %d: steps rise, and only the last has no end", i+1)
		}
		if s.Price < 0 || s.Every < 0 || s.Rise < 0 || (s.Every == 0) != (s.Rise == 0) {
			return fault("第 %d 级：every 和 rise 要同时写", "step %d: every and rise go together", i+1)
		}
		last = s.To
	}
	return nil
}
