package rules

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed fee-regime.md
var feeRegimePage string

var feeRegime = Rule{
	Name:     "fee-regime",
	Title:    Message{"写了已经取消的收费", "fee that the law has abolished"},
	Family:   Fee,
	Severity: Warning,
	Since:    "0.1.0",
	Page:     feeRegimePage,
	Words:    []string{"检索费", "复制费", "邮寄费", "成本费", "检索、复制", "复制、邮寄"},
	Check:    checkFeeRegime,
}

// checkFeeRegime finds statements on the fees of the old regulation.
func checkFeeRegime(p *Pass) {
	of := p.Form.ByYear
	if of == nil || of.Fee == nil || len(of.Fee.Obsolete) == 0 {
		return
	}
	for s := range p.Mentions {
		if !containsAny(s.Text, []string{"收取", "收费", "费用", "减免", "缴纳"}) || containsAny(s.Text, []string{"不再", "取消", "停止", "废止", "原", "以前", "过去", "此前", "旧"}) ||
			!containsAny(p.Report.Blocks[s.Block].Prose.Text, feeSubjects) && s.Section != of.Fee.Section {
			continue
		}
		for _, name := range of.Fee.Obsolete {
			if at := strings.Index(s.Text, name); at >= 0 && !strings.HasPrefix(s.Text[at:], "成本费用") {
				p.Flag(Diagnostic{
					AtMost: IfGuessed(p.Report.Meta.Year),
					Span:   s.Slice(at, at+len(name)),
					Message: Message{
						fmt.Sprintf("应写%s的收取情况，实为已经取消的「%s」", of.Fee.Name, name),
						fmt.Sprintf("%s should be stated, not %s, which has been abolished", of.Fee.Name, name),
					},
					Label: Message{"已经取消", "abolished"},
					Help:  Message{fmt.Sprintf("改写%s的收取情况", of.Fee.Name), "state what was charged as information processing fee"},
					Basis: of.Fee.Repeal,
				})
				break
			}
		}
	}
}
