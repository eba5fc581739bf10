package rules

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/report"
)

// mayDiffer reports whether the word of organ-mismatch at the place may name
// another organ than the own one, or another city. Hardly any does, and then
// no sentence need be cut.
func (p *Pass) mayDiffer(own string, block, at int) bool {
	text := p.Report.Blocks[block].Prose.Text
	switch r, _ := utf8.DecodeRuneInString(text[at:]); r {
	case '市':
		city := cityBefore(text[:at])
		return city != "" && !strings.Contains(own, city)
	case '我':
		name := selfName(text[at:])
		return name != "" && !strings.Contains(own, name[len("我"):])
	}
	return p.prose.sectionOf(block) == "" && report.Contains(text[:at], "由") // 由某局编制
}

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
	if OrganKind(name) == "" || len(name) > 3*30 || strings.ContainsAny(name, "，、：《》本我各该其") {
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
	if !strings.Contains(s.Text, "我") {
		return false
	}
	kind := OrganKind(own.name)
	if !strings.Contains("局委厅镇乡街道", kind) || kind == "" {
		return false
	}
	for i := 0; ; i += len("我") {
		n := strings.Index(s.Text[i:], "我")
		if n < 0 {
			return false
		}
		i += n
		if name := selfName(s.Text[i:]); name != "" && !strings.Contains(own.name, name[len("我"):]) {
			p.Flag(p.otherSelf(own, "我"+kind, naming{name, s.Slice(i, i+len(name)), "正文", "text"}))
			return true
		}
	}
}

// selfName returns what an organ calls itself at the start of a text.
func selfName(text string) string {
	for _, self := range selfNames {
		if rest, ok := strings.CutPrefix(text, self.name); ok {
			if next, _ := utf8.DecodeRuneInString(rest); !strings.ContainsRune(self.not, next) {
				return self.name
			}
		}
	}
	return ""
}

func (p *Pass) otherSelf(own naming, should string, is naming) Diagnostic {
	d := p.organDiffers(own, is)
	d.Item, d.Expected = "self", should
	d.Message = Message{
		fmt.Sprintf("「%s」的自称应为「%s」，实为「%s」", own.name, should, is.name),
		fmt.Sprintf("「%s」 should call itself 「%s」, not 「%s」", own.name, should, is.name),
	}
	d.Label = Message{"应为「" + should + "」", "should be 「" + should + "」"}
	d.Help = Message{"改正自称，并核对这段文字是否从别处复制", "correct it, and find out whether the text was copied from elsewhere"}
	return d
}

// visits are words of sentences that speak of another place on purpose.
var visits = []string{"学习", "考察", "交流", "调研", "对口", "协作", "合作", "借鉴", "支援", "先进", "案例", "来访", "赴", "联合", "判决", "法院"}

// checkCity reports the government of another city where the own one is
// meant: text copied from there.
func (p *Pass) checkCity(own naming, s Sentence) {
	for i := 0; ; i += len("市") {
		n := strings.Index(s.Text[i:], "市")
		if n < 0 {
			return
		}
		i += n
		if !governs(s.Text[i:]) || strings.Contains(own.name, lastTwo(s.Text[:i])+"市") {
			continue
		}
		if other := cityBefore(s.Text[:i]); p.elsewhere(own, other, s.Text, i) {
			p.Flag(p.otherPlace(own, naming{other + "市", s.Slice(i-len(other), i+len("市")), "正文", "text"}))
			return
		}
	}
}

// lastTwo returns the last two characters of a text.
func lastTwo(text string) string {
	_, size := utf8.DecodeLastRuneInString(text)
	_, before := utf8.DecodeLastRuneInString(text[:len(text)-size])
	return text[len(text)-size-before:]
}

// governs reports whether a text goes on with the government of a city.
func governs(text string) bool {
	return strings.HasPrefix(text, "市人民政府") || strings.HasPrefix(text, "市政府") || strings.HasPrefix(text, "市政务")
}

// elsewhere reports whether the city that a text names before i is another
// one than that of the organ, and neither visited nor in a title.
func (p *Pass) elsewhere(own naming, city, text string, i int) bool {
	if city == "" || strings.Contains(own.name, city) || cityOf(own.name) == "" || containsAny(text, visits) {
		return false
	}
	return strings.Count(text[:i], "《") <= strings.Count(text[:i], "》")
}

func (p *Pass) otherPlace(own, place naming) Diagnostic {
	d := p.organDiffers(own, place)
	d.Item = "place"
	d.Message = Message{
		fmt.Sprintf("正文说到「%s」，本机关是「%s」", place.name, own.name),
		fmt.Sprintf("the text speaks of 「%s」, the organ is 「%s」", place.name, own.name),
	}
	d.Label = Message{"别处的地名", "another place"}
	d.Help = Message{"核对这段文字是否从别处复制", "find out whether this was copied from elsewhere"}
	return d
}
