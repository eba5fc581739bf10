package rules

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/gouji-lint/gouji/profile"
)

//go:embed problems-unanswered.md
var problemsUnansweredPage string

var problemsUnanswered = Rule{
	Name:     "problems-unanswered",
	Title:    Message{"问题和改进没有写明", "problems or their remedies not stated"},
	Family:   Sections,
	Severity: Warning,
	Since:    "0.1.0",
	Page:     problemsUnansweredPage,
	Check:    checkProblemsUnanswered,
}

// Words by which a text names problems, and remedies.
var (
	problemWords = newWordSet("问题", "不足", "不够", "有待", "存在", "差距", "薄弱", "短板", "欠缺", "滞后", "不高", "不强", "不及时",
		"不全面", "不规范", "尚未", "仍需", "还需", "困难", "缺乏", "单一")
	remedyWords = newWordSet("将", "加强", "改进", "整改", "下一步", "下步", "措施", "今后", "下阶段", "提高", "提升", "完善", "强化", "加大",
		"推进", "努力", "计划", "打算")
	wanting    = []string{"有待", "亟待", "仍需", "还需"} // before a remedy make a problem of it
	noProblems = newWordSet("暂无", "无问题", "没有问题", "不存在问题", "无明显问题", "未发现问题")
)

// leastProblems is how short the section may be that names one of the two.
const leastProblems = 50

// speaksOfRemedies reports whether the section names one that is not wanting:
// 有待进一步加强 names a problem.
func speaksOfRemedies(s *profile.BoundSection) bool {
	for i := range s.Body {
		if namesRemedy(s.Body[i].Prose.Text) {
			return true
		}
	}
	return false
}

func namesRemedy(text string) bool {
	at, word := remedyWords.next(text, 0)
	for word != "" && suffixed(strings.TrimSuffix(text[:at], "进一步"), wanting...) {
		at, word = remedyWords.next(text, at+len("将"))
	}
	return word != ""
}

func checkProblemsUnanswered(p *Pass) {
	s := p.Form.Section("problems")
	if s == nil || len(s.Body) == 0 {
		return
	}
	problem, remedy, n := speaksOf(s, problemWords), speaksOfRemedies(s), sectionLength(s, leastProblems)
	d := Diagnostic{
		Span:  s.Place(),
		Help:  Message{"写明主要问题，并逐一写明改进情况", "state the main problems and what was or will be done about each"},
		Basis: p.Form.Law().Problems,
	}
	switch label := s.Def.Label(); {
	case problem && remedy && (n >= leastProblems || !speaksOf(s, noProblems)):
		return
	case n < leastProblems:
		d.Item = "short"
		d.Label = Message{fmt.Sprintf("只有 %d 个字", n), fmt.Sprintf("only %d characters", n)}
		d.Message = Message{
			fmt.Sprintf("「%s」只有 %d 个字，没有写明问题和改进情况", label, n),
			fmt.Sprintf("「%s」 has only %d characters: neither problems nor remedies are stated", label, n),
		}
	case problem && !remedy:
		d.Item = "remedy"
		d.Label = Message{"没有改进情况", "no remedies"}
		d.Message = Message{
			fmt.Sprintf("「%s」写了问题，没有写改进情况", label),
			fmt.Sprintf("「%s」 states problems but no remedies", label),
		}
	case !problem && remedy:
		d.Item = "problem"
		d.Label = Message{"没有问题", "no problems"}
		d.Message = Message{
			fmt.Sprintf("「%s」写了改进，没有写存在的问题", label),
			fmt.Sprintf("「%s」 states remedies but no problems", label),
		}
	default:
		return
	}
	p.Flag(d)
}
