package parser

import (
	"strings"

	"github.com/gouji-lint/gouji/report"
)

// maxMatter bounds the front matter that is read.
const maxMatter = 64 << 10

// matter reads the front matter: YAML between --- lines, TOML between +++.
func (p *page) matter() {
	rest := p.src[p.body:]
	fence := "---"
	if strings.HasPrefix(rest, "+++") {
		fence = "+++"
	}
	inside, end := fenced(p.src, p.body, fence)
	if end == 0 {
		if inside.start > 0 && (fence == "+++" || startsKey(p.src[inside.start:])) {
			p.badMatter(extent{p.body, inside.start}, 1, "no "+fence+" at the end")
		}
		return
	}
	if end-p.body > maxMatter {
		p.anomaly(report.MatterInvalid, p.body, inside.start, limitNote("bytes", maxMatter))
		p.body = end
		return
	}
	ok := true
	if fence == "---" {
		ok = p.yamlMatter(inside)
	} else {
		p.tomlMatter(inside)
	}
	if ok {
		p.body = end
		p.statedMeta()
	}
}

// fenced returns what stands between the line fence at start and the next
// such line, and where the text goes on; end is 0 when there is none. The zero
// extent means that there is no fence at all.
func fenced(src string, start int, fence string) (inside extent, end int) {
	if line := src[start:lineEnd(src, start)]; strings.TrimRight(line, " \t\r\n") != fence {
		return extent{}, 0
	}
	inside.start = lineEnd(src, start)
	for at := inside.start; at < len(src); {
		next := lineEnd(src, at)
		line := strings.TrimRight(src[at:next], " \t\r\n")
		if line == fence || fence == "---" && line == "..." {
			inside.end = at
			return inside, next
		}
		at = next
	}
	return inside, 0
}

// startsKey reports whether s starts with a word and a colon.
func startsKey(s string) bool {
	word, _, ok := strings.Cut(s[:min(len(s), 40)], ":")
	return ok && word != "" && strings.IndexFunc(word, func(r rune) bool { return r < 0x80 && !isNameByte(byte(r)) && r != '_' }) < 0
}

// badMatter notes what is wrong in the n-th line of e, or in e when n is 0.
func (p *page) badMatter(e extent, n int, note string) {
	whole := e
	for line := 1; line <= n && e.start < whole.end; line++ {
		e.end = min(lineEnd(p.src, e.start), whole.end)
		if line < n {
			e.start = e.end
		}
	}
	if e = p.trim(e); e.start == e.end {
		e = p.trim(whole)
	}
	p.anomaly(report.MatterInvalid, e.start, e.end, note)
}

func (p *page) field(key string, value report.Text) {
	p.report.Matter = append(p.report.Matter, report.Field{Key: key, Value: value})
}

// valueAt returns value with its place at or just behind at: behind a quote,
// or up to the end of the line when it is written in some other way.
func (p *page) valueAt(value string, at, limit int) report.Text {
	at = min(at, limit)
	for _, start := range [...]int{at, at + 1} {
		if start <= limit && strings.HasPrefix(p.src[start:limit], value) {
			return report.Text{Value: value, Span: p.file.Span(start, start+len(value))}
		}
	}
	e := p.trim(extent{at, min(limit, lineEnd(p.src, at))})
	return report.Text{Value: value, Span: p.file.Span(e.start, e.end)}
}
