package rules

import (
	"slices"
	"strings"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// feeReader walks through the running text.
type feeReader struct {
	pass *Pass
	fee  *profile.Fee
	said feeStatement
	open bool // a heading or label on the fee stands before, its fact is still to come
	part bool // behind 其中 in this block

	recites bool // this block recites the regulation
}

func readFee(p *Pass) *feeStatement {
	r := feeReader{pass: p, fee: p.feeDuty()}
	if r.fee == nil {
		r.fee = p.Form.Profile.Fee
	}
	if r.said.of = r.fee; r.fee == nil {
		return &r.said
	}
	here := p.numberOf(r.fee.Section)
	next := p.nextWith(feeWords, 0)
	for i, section := range p.prose.section {
		if i != next && section != here && !r.open {
			continue
		}
		if i == next {
			next = p.nextWith(feeWords, i+1)
		}
		b := &p.Report.Blocks[i]
		switch {
		case b.Kind == report.TableBlock:
			r.table(b.Table, i)
			r.open = false
		case running(b) && !p.signsOff(i):
			r.block(b, i)
		}
	}
	r.said.class = r.said.classify()
	return &r.said
}

// block reads one block. What follows a sentence on the fee is on it too.
func (r *feeReader) block(b *report.Block, index int) {
	heading := b.Kind == report.Heading || b.Mark != report.NoMark
	topic := r.open && !heading
	r.open, r.part = false, false
	if !topic && !report.Contains(b.Prose.Text, "费") && !report.Contains(b.Prose.Text, "收取") {
		return // no sentence mentions it
	}
	r.recites = containsAny(b.Prose.Text, feeRecitals)
	found, label := false, false
	b.Prose.EachSentence(func(p report.Prose) bool {
		s := Sentence{p, r.pass.prose.sectionOf(index), index}
		named := r.mentions(s.Text, s.Section)
		if !named && !topic {
			return true
		}
		fact, ok := r.fact(s)
		topic, label = true, true
		switch {
		case ok:
			r.said.facts = append(r.said.facts, fact)
			found = true
		case named:
			r.said.recital = append(r.said.recital, s)
		}
		return true
	})
	r.open = label && !found && (heading || strings.HasSuffix(b.Prose.Text, "：") || strings.HasSuffix(b.Prose.Text, ":"))
}

// here reports whether the section is where the fee is to be stated.
func (r *feeReader) here(section string) bool {
	return r.fee.Section != "" && section == r.fee.Section
}

// mentions reports whether the sentence speaks of the fee. Where it is to be
// stated fewer words will do than elsewhere.
func (r *feeReader) mentions(text, section string) bool {
	here := r.here(section)
	if !report.Contains(text, "费") {
		return here && report.Contains(text, "收取")
	}
	if containsAny(text, r.fee.Names) || containsAny(text, r.fee.Obsolete) || report.Contains(text, "收费通知") {
		return true
	}
	return containsAny(text, feeVerbs) && (here || containsAny(text, feeSubjects)) && !containsAny(text, otherFees)
}

// feeWords must occur in a block outside the section of the fee for it to
// speak of the fee. A test holds that all names of the fee have one.
var feeWords = []string{
	"处理费", "处理收费", "收费通知", "任何费用", "收取费用", "收取任何", "检索费", "复制费", "邮寄费", "成本费", "检索、复制", "复制、邮寄",
}

// feeVerbs say that something is charged.
var feeVerbs = []string{"收取", "收费", "费用", "收缴"}

// feeSubjects say for what.
var feeSubjects = []string{"信息公开", "依申请", "申请人", "政府信息"}

// otherFees are charged by the same organs for other things.
var otherFees = []string{"行政事业性收费", "涉企", "收费项目", "收费目录", "收费清单", "收费公示", "乱收费", "停车", "保险费", "水费", "电费", "学费", "诉讼费"}

// fact reads what a sentence on the fee says was charged. Where the block
// recites the regulation, its prices and its rule that nothing is charged as
// such are no facts.
func (r *feeReader) fact(s Sentence) (feeFact, bool) {
	f := feeFact{Sentence: s}
	if !r.recites || !containsAny(s.Text, feeRecitals) {
		f.figures = feeFigures(s, &r.part)
		if !containsAny(s.Text, r.fee.Names) {
			f.figures = slices.DeleteFunc(f.figures, func(g feeFigure) bool { return !g.part && !g.told() })
		}
	}
	at, end := feeDenial(s.Text)
	if r.recites && strings.HasPrefix(s.Text[at:], "不收") {
		end = 0
	}
	if end == 0 {
		at, end = f.zero()
	}
	if end == 0 {
		at, end = bareDenial(s.Text)
	}
	f.denial = [2]int{at, end}
	return f, end > 0 || f.positive()
}

// told reports whether the words around a figure say that it is of the fee,
// where its sentence does not name the fee: a count only if of notices.
func (f *feeFigure) told() bool {
	return f.role == feeCharged || f.role != feeUnknown && f.kind == feeYuan
}

// feeRecitals are phrases of the regulation, which say nothing of the year.
var feeRecitals = []string{"可以收取", "合理范围", "应当收取", "超额累进"}
