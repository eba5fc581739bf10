package rules

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// closedLists are lists of published reports that add up: the whole first.
var closedLists = [][]int{
	{48, 35, 9, 1, 2, 1}, {35, 8, 6, 1, 20}, {698, 407, 155, 19, 117}, {407, 287, 106, 14}, {197, 34, 97, 66}, {50, 20, 11, 4, 8, 7},
	{41, 1, 20, 13, 4, 3}, {52, 36, 12, 1, 1, 1, 1}, {1002, 2, 980, 20}, {31099, 3340, 8429, 2049, 240, 17041}, {202, 125, 40, 2, 35},
	{13648, 2689, 3086, 7873}, {78, 36, 15, 27}, {9018, 8052, 966}, {314, 3, 2, 1, 8, 12, 20, 268}, {141, 16, 24, 10, 1, 23, 17, 4, 25, 9, 3, 9},
	{2836, 128, 698, 1869, 141}, {6452, 2637, 47, 3768}, {158, 50, 108}, {659, 306, 223, 130}, {3646, 1431, 471, 92, 941, 117, 469, 125},
	{3607, 1191, 328, 142, 1078, 406, 341, 121}, {3607, 3493, 114}, {3607, 349, 933, 477, 301, 874, 216, 348, 55, 26, 12, 16},
}

// forms are ways to write such a list.
var listForms = []func(whole int, parts []int) string{
	func(whole int, parts []int) string {
		return fmt.Sprintf("全年主动公开政府信息%d条，其中%s。", whole, items(parts, "%s信息%d条", "、"))
	},
	func(whole int, parts []int) string {
		return fmt.Sprintf("全年主动公开政府信息%d条。其中，%s，均在网站公布。", whole, items(parts, "%s类信息%d条", "，"))
	},
	func(whole int, parts []int) string {
		return fmt.Sprintf("公开%d条,其中%s。", whole, items2(parts, "%d条%s", "、"))
	},
	func(whole int, parts []int) string {
		return fmt.Sprintf("公开信息%d篇（%s），另收到申请3件。", whole, items(parts, "%s%d篇", "，"))
	},
	func(whole int, parts []int) string {
		return fmt.Sprintf("共发布信息%d条，其中%s。", whole, items(parts, "“%s”栏目发布信息%d条", "；"))
	},
	func(whole int, parts []int) string {
		return fmt.Sprintf("公开信息%d条，分别是%s。", whole, items(parts, "%s%d条", "，"))
	},
}

func items(parts []int, format, mark string) string {
	var all []string
	for i, n := range parts {
		all = append(all, fmt.Sprintf(format, string([]rune("甲乙丙丁戊己庚辛壬癸子丑")[i]), n))
	}
	return strings.Join(all, mark)
}

func items2(parts []int, format, mark string) string {
	var all []string
	for i, n := range parts {
		all = append(all, fmt.Sprintf(format, n, string([]rune("甲乙丙丁戊己庚辛壬癸子丑")[i])))
	}
	return strings.Join(all, mark)
}

// flagged runs a rule over one paragraph of an overview and returns what it
// says.
func flagged(rule *Rule, text string) []string {
	p := passOver("2023", "# 一、总体情况", text)
	p.prose.read(p.Form, newMatcher([]*Rule{rule}, nil, nil), false)
	p.rule = rule
	rule.Check(p)
	var messages []string
	for _, d := range p.file.Diagnostics {
		messages = append(messages, d.Message.ZH)
	}
	return messages
}

func TestClosedListsAddUp(t *testing.T) {
	for _, list := range closedLists {
		for _, form := range listForms {
			text := form(list[0], list[1:])
			if got := flagged(&partsMismatch, text); len(got) > 0 {
				t.Errorf("%s\n%v", text, got)
			}
			wrong := append([]int{}, list[1:]...)
			wrong[len(wrong)-1]++
			text = form(list[0], wrong)
			if got := flagged(&partsMismatch, text); len(got) != 1 {
				t.Errorf("%s\n%v", text, got)
			}
		}
	}
}

// The percentages are those of published reports.
func TestPercent(t *testing.T) {
	tests := []struct {
		text string
		want int
	}{
		{"收到申请1499件。其中，通过网络申请1303件，占86.92%；通过信函申请172件，占11.47%；通过当面申请24件，占1.60%。", 0},
		{"答复1453件，其中甲81件，占5.57%；乙1372件，占94.43%。", 0},
		{"答复805件，其中甲35件，占4.34%；乙770件，占95.66%。", 0},
		{"收到12件，其中甲5件，占41%；乙7件，占58%。", 0},
		{"收到12件，其中甲5件（占42%）、乙7件（占58%）。", 0},
		{"公开130件，其中甲59件、占45.3%；乙71件、占54.6%。", 0},
		{"主动公开信息17条。公开业务类信息9条，占总体的比例为52.94%。", 0},
		{"甲占12件的41%。", 0},
		{"甲5件，占12件的41%。", 0},
		{"甲258件，占805件的33.9%。", 1},
		{"答复805件，其中甲258件，占33.9%；乙547件，占68.0%。", 1},
		{"收到100件，其中甲60件，占60%，乙40件，占42%。", 1},
		{"收到100件，其中甲60件，约占58%；乙40件，占四成。", 0},
		{"收到100件，其中甲60件，占比达到75%以上；乙40件。", 0},
		{"办结率占先，公开60件，占多数。", 0},
		{"甲60件，占75%。", 0},
	}
	for _, test := range tests {
		if got := flagged(&percentMismatch, test.text); len(got) != test.want {
			t.Errorf("%s: %v", test.text, got)
		}
	}
}

func TestKinds(t *testing.T) {
	tests := []struct {
		text string
		want int
	}{
		{"公开政府信息20条内容涉及公告公示、组织机构、政策文件、政府公开年报及重点领域信息公开7大类，确保群众了解。", 1},
		{"公开政府信息20条内容涉及公告公示、组织机构、政策文件、政府公开年报及重点领域信息公开5大类，确保群众了解。", 0},
		{"分为三类：甲、乙、丙。", 0},
		{"分为四类：甲、乙、丙。", 1},
		{"分为三类：甲、乙和丙、丁。", 0},
		{"分为五类：甲、乙和丙、丁。", 1},
		{"涵盖甲、乙、丙等7大类。", 0},
		{"属于三类内部事务信息、四类过程性信息。", 0},
		{"涉及国家秘密、三类内部事务信息的，不予公开。", 0},
		{"主动公开政府信息2类，共计公开政府信息6条，分别是机构职能类信息1条，其他5条。", 0},
		{"从以下三个方面改进：一是加强培训、二是完善制度。", 0},
		{"在制度、平台、队伍三个方面持续用力。", 0},
		{"在制度、平台两个方面持续用力。", 0},
		{"全年公开10大类信息。", 0},
	}
	for _, test := range tests {
		if got := flagged(&kindsMismatch, test.text); len(got) != test.want {
			t.Errorf("%s: %v", test.text, got)
		}
	}
}

// proseRules read whole paragraphs.
func proseRules() []*Rule {
	return []*Rule{
		&partsMismatch, &percentMismatch, &kindsMismatch, &selfContradiction, &proseMismatch,
		&feeMissing, &feeYear, &feeParts, &feeTariff, &feeConflict, &feeRegime,
	}
}

// checkProse runs the rules over a text in the overview and in the section of
// the fee.
func checkProse(text string) *Pass {
	list := proseRules()
	p := passOver("2023", "# 一、总体情况", text, "# 六、其他需要报告的事项", text)
	p.prose.read(p.Form, newMatcher(list, nil, nil), false)
	for i, rule := range list {
		p.rule, p.number = rule, i
		rule.Check(p)
	}
	return p
}

// Whatever the text, the rules find places inside it, and never panic.
func FuzzProse(f *testing.F) {
	f.Add("公开信息50条，其中公告20条（图文10条、视频10条）、动态３０条；占40%。")
	f.Add("涉及甲、乙、丙及丁7大类：全年公开政府信息5条。公开政府信息共6条。")
	f.Add("收取信息处理费0.04万元，其中《甲2件》，2219页，每件100元。未收取检索费。")
	f.Fuzz(func(t *testing.T, text string) {
		if text == "" || strings.ContainsAny(text, "\n#") {
			return
		}
		p := checkProse(text)
		for _, d := range p.file.Diagnostics {
			if d.Span.Start < 0 || d.Span.End > len(p.Report.File.Src) || d.Span.Start > d.Span.End {
				t.Errorf("%q: %s at %d to %d", text, d.Rule, d.Span.Start, d.Span.End)
			}
		}
	})
}

// A paragraph of nothing but the beginnings of lists, brackets and claims
// costs no more than one of the same length. The limit is a hundred times what
// it takes; without bounds it is minutes.
func TestHostileProse(t *testing.T) {
	for _, unit := range []string{
		"公开信息5条，其中公告3条、动态2条，", "其中1条", "5条（3条、2条", "收到公开信息申请5件", "占5%其中3件，占5%", "（5条", "未收取信息处理费5元，其中",
		"5类、涉及", "《5条", "信息处理费2024年收取5元;", "发布信息5条，",
	} {
		start := time.Now()
		checkProse(strings.Repeat(unit, 1<<16/len(unit)))
		if took := time.Since(start); took > 20*time.Second {
			t.Errorf("64 KiB of %q take %v", unit, took)
		}
	}
}
