package rules

import "github.com/gouji-lint/gouji/report"

func planHeading(rest string) bool {
	return containsAny(rest, []string{"工作计划", "工作打算", "工作安排", "工作思路", "下一步"}) &&
		!containsAny(rest, []string{"完成", "落实", "执行", "总结", "回顾"})
}

// planVerbs follow 将 where it means shall. Before a noun it means 把: 我局将
// 政府信息公开工作纳入考核.
var planVerbs = []string{
	"进一步", "继续", "持续", "坚持", "着力", "不断", "加强", "加大", "加快", "认真", "严格", "围绕", "聚焦", "努力", "积极", "切实",
	"完善", "深化", "强化", "更加", "一如既往", "紧紧", "紧扣", "充分", "大力", "立足", "针对", "对照", "按照", "全面", "扎实",
	"从以下", "从三", "从四", "从五", "重点做好", "重点抓好", "重点围绕", "重点从",
}

// willDo reports whether a clause says that somebody will do something.
func willDo(s string) bool {
	const most = len("一二三四五六七八九十一二三四") // before 将
	if !report.Contains(s[:min(len(s), most+len("将"))], "将") {
		return false
	}
	clause := s[:cutAfter(s, 0, clauseEnds)]
	at := report.Index(clause, "将")
	if at < 0 || at > most || hasAnyPrefix(clause[at+len("将"):], planVerbs) == "" {
		return false
	}
	if containsAny(clause[:at], []string{"提出", "要求", "强调", "指出", "明确", "已", "通知"}) {
		return false
	}
	sentence := s[:cutAfter(s, 0, sentenceEnds)]
	return !containsAny(sentence, []string{"纳入", "列入", "作为", "列为", "融入", "贯穿", "摆在", "放在"})
}
