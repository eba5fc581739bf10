package rules

import (
	"fmt"
	"strings"
)

// checkCompiler reads 本报告由某局编制.
func (p *Pass) checkCompiler(own naming, s Sentence) {
	end := strings.Index(s.Text, "编制")
	if end < 0 || s.Section != "" {
		return
	}
	from := strings.LastIndex(s.Text[:end], "由")
	if from < 0 {
		return
	}
	from += len("由")
	name := s.Text[from:end]
	for _, word := range [...]string{"负责", "组织", "统一", "汇总"} {
		name = strings.TrimSuffix(name, word)
	}
	if organKind(name) == "" || len(name) > 3*30 || strings.ContainsAny(name, "，、：《》本我各该其") {
		return
	}
	p.compareOrgans(own, naming{name, s.Slice(from, from+len(name)), "前言", "preface"})
}

// selfNames are the ways in which organs of a kind call themselves, and what
// makes another word of them: 自我委托, 我局部.
var selfNames = [...]struct{ name, kind, not string }{
	{"我局", "局", "部限面"}, {"我委", "委", "托派屈婉员"}, {"我厅", "厅", ""}, {"我镇", "镇", "静定"}, {"我乡", "乡", "村"},
}

// checkSelf reports the first sentence in which the organ calls itself what
// it is not.
func (p *Pass) checkSelf(own naming, s Sentence) bool {
	kind := organKind(own.name)
	if !strings.Contains("局委厅镇乡街道", kind) || kind == "" {
		return false
	}
	for _, self := range selfNames {
		i := strings.Index(s.Text, self.name)
		if i < 0 || strings.Contains(own.name, self.kind) {
			continue
		}
		if rest := s.Text[i+len(self.name):]; rest != "" && strings.ContainsAny(self.not, rest[:min(3, len(rest))]) {
			continue
		}
		d := organDiffers(own, naming{self.name, s.Slice(i, i+len(self.name)), "正文", "text"})
		d.Item, d.Expected = "self", "我"+kind
		d.Message = Message{
			fmt.Sprintf("「%s」的自称应为「%s」，实为「%s」", own.name, d.Expected, self.name),
			fmt.Sprintf("「%s」 should call itself 「%s」, not 「%s」", own.name, d.Expected, self.name),
		}
		d.Label = Message{"应为「" + d.Expected + "」", "should be 「" + d.Expected + "」"}
		d.Help = Message{"改正自称，并核对这段文字是否从别处复制", "correct it, and find out whether the text was copied from elsewhere"}
		p.Flag(d)
		return true
	}
	return false
}

// elsewhere are words of sentences that speak of another place on purpose.
var elsewhere = []string{"学习", "考察", "交流", "调研", "对口", "协作", "合作", "借鉴", "支援", "先进", "案例", "来访", "赴", "联合", "判决", "法院"}

// checkCity reports the government of another city where the own one is
// meant: text copied from there.
func (p *Pass) checkCity(own naming, s Sentence) {
	for _, word := range [...]string{"市人民政府", "市政府", "市政务"} {
		i := strings.Index(s.Text, word)
		if i < 0 || strings.Count(s.Text[:i], "《") > strings.Count(s.Text[:i], "》") {
			continue
		}
		other := cityBefore(s.Text[:i])
		if other == "" || strings.Contains(own.name, other) || cityOf(own.name) == "" || containsAny(s.Text, elsewhere) {
			continue
		}
		d := organDiffers(own, naming{other + "市", s.Slice(i-len(other), i+len("市")), "正文", "text"})
		d.Item = "place"
		d.Message = Message{
			fmt.Sprintf("正文说到「%s市」，本机关是「%s」", other, own.name),
			fmt.Sprintf("the text speaks of 「%s市」, the organ is 「%s」", other, own.name),
		}
		d.Label = Message{"别处的地名", "another place"}
		d.Help = Message{"核对这段文字是否从别处复制", "find out whether this was copied from elsewhere"}
		p.Flag(d)
		return
	}
}
