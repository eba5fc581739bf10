package rules

import (
	"slices"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// said is what the running text claims about the figures of the tables, and
// how it compares. The rules that need it share one reading; see Pass.claims.
type said struct {
	statements []profile.Statement
	judged     []judgement
}

// judgement compares one claim with the tables.
type judgement struct {
	claim *profile.Claim
	made  []profile.Statement // in order, at least one
	known bool                // the tables can tell
	wrong bool
}

// claims returns what the text claims, read and compared when first asked for.
func (p *Pass) claims() *said {
	if p.said != nil {
		return p.said
	}
	s := &said{statements: make([]profile.Statement, 0, 8)}
	p.said = s
	p.Form.EachStatement(p.cued(), func(statement profile.Statement) bool {
		s.statements = append(s.statements, statement)
		return true
	})
	slices.SortStableFunc(s.statements, func(a, b profile.Statement) int { return a.Claim.Number() - b.Claim.Number() })
	s.judged = make([]judgement, 0, len(s.statements))
	for from := 0; from < len(s.statements); {
		to := from + 1
		for to < len(s.statements) && s.statements[to].Claim == s.statements[from].Claim {
			to++
		}
		s.judged = append(s.judged, s.judge(p.Form, s.statements[from:to]))
		from = to
	}
	return s
}

// judge compares the statements of one claim. One right mention is enough:
// the others may be of parts; of wrong ones the last counts.
func (s *said) judge(form *profile.Form, made []profile.Statement) judgement {
	j := judgement{claim: made[0].Claim, made: made}
	sheet := sheet{table: &form.Tables[j.claim.TableIndex]}
	right := false
	for i := range j.claim.Alternatives {
		total, ok := sheet.alternative(&j.claim.Alternatives[i])
		if !ok {
			return j
		}
		right = right || slices.ContainsFunc(made, func(m profile.Statement) bool { return m.Value.Equal(total) })
	}
	j.known = true
	if last := made[len(made)-1]; !right && !s.ofAnother(last) {
		j.wrong = !onceRight(form, j.claim, sums(&sheet, j.claim), last.Value)
	}
	return j
}

// alternative works out one sum that a claim allows. It is of no use when a
// figure is missing or in words, or when all are blank.
func (s *sheet) alternative(of *profile.Alternative) (report.Number, bool) {
	plus, ok := s.total(of.Plus)
	minus, too := s.total(of.Minus)
	return plus.Sub(minus), ok && too && (s.anyFilled(of.Plus) || s.anyFilled(of.Minus))
}

// anyFilled reports whether one of the figures that terms stand for is not
// blank.
func (s *sheet) anyFilled(terms []profile.Term) bool {
	filled := func(v variable) bool { return s.cell(v).Kind != report.Blank }
	for i := range terms {
		t := &terms[i]
		if s.isGroup(t) {
			if filled(variable{len(s.table.Rows) + t.Group, t.Column}) {
				return true
			}
			continue
		}
		for _, row := range t.Rows {
			if filled(variable{row, t.Column}) {
				return true
			}
		}
	}
	return false
}

// ofAnother reports whether the statement is about a part of something that
// the same paragraph gets wrong: the whole is of something else, and so are
// its parts.
func (s *said) ofAnother(part profile.Statement) bool {
	return slices.ContainsFunc(s.judged, func(j judgement) bool {
		return j.wrong && j.made[len(j.made)-1].Block == part.Block && slices.Contains(part.Claim.Of, j.claim.ID)
	})
}

// compared reports whether the figure at the place is one that was compared
// with the tables.
func (s *said) compared(figure report.Span) bool {
	for _, j := range s.judged {
		for _, m := range j.made {
			if j.known && m.Sentence.Slice(m.At, m.End).Start == figure.Start {
				return true
			}
		}
	}
	return false
}

// flagged reports whether prose-mismatch names the figure at the place.
func (s *said) flagged(figure report.Span) bool {
	for _, j := range s.judged {
		if last := j.made[len(j.made)-1]; j.wrong && last.Sentence.Slice(last.At, last.End).Start == figure.Start {
			return true
		}
	}
	return false
}

// allowed reports whether the figure at the place is one that the tables
// allow two values for, and both are.
func (s *said) allowed(form *profile.Form, figure report.Span, a, b report.Number) bool {
	for _, j := range s.judged {
		for _, m := range j.made {
			if j.known && m.Sentence.Slice(m.At, m.End).Start == figure.Start {
				all := sums(&sheet{table: &form.Tables[j.claim.TableIndex]}, j.claim)
				return equals(all, a) && equals(all, b)
			}
		}
	}
	return false
}
