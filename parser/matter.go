package parser

import (
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
	"github.com/gouji-lint/gouji/report"
	"go.yaml.in/yaml/v3"
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

// yamlMatter reads YAML. It returns false when the text between two rules is
// no mapping: then it was no front matter.
func (p *page) yamlMatter(e extent) bool {
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(p.at(e)), &doc); err != nil {
		line, note := 0, strings.TrimPrefix(err.Error(), "yaml: ")
		if n, rest, ok := strings.Cut(strings.TrimPrefix(note, "line "), ": "); ok {
			if line, err = strconv.Atoi(n); err == nil {
				note = rest
			}
		}
		p.badMatter(e, line, note)
		return true
	}
	if len(doc.Content) == 0 {
		return strings.TrimSpace(p.at(e)) == ""
	}
	if doc.Content[0].Kind != yaml.MappingNode {
		if first := p.src[e.start:lineEnd(p.src, e.start)]; strings.Contains(first, "：") {
			p.badMatter(e, 1, "：")
			return true
		}
		return false
	}
	p.yamlFields(doc.Content[0], "", e, 0)
	return true
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

// yamlFields adds the keys of a mapping; those of a mapping in it as a.b.
func (p *page) yamlFields(mapping *yaml.Node, prefix string, e extent, depth int) {
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		key, value := prefix+mapping.Content[i].Value, mapping.Content[i+1]
		if value.Kind == yaml.AliasNode {
			value = value.Alias
		}
		switch {
		case value.Kind == yaml.MappingNode && depth < 4:
			p.yamlFields(value, key+".", e, depth+1)
		case value.Kind == yaml.SequenceNode:
			p.field(key, p.yamlList(value, e))
		case value.Kind == yaml.ScalarNode:
			p.field(key, p.yamlText(value, e))
		}
	}
}

func (p *page) field(key string, value report.Text) {
	p.report.Matter = append(p.report.Matter, report.Field{Key: key, Value: value})
}

// yamlList joins the scalars of a list.
func (p *page) yamlList(list *yaml.Node, e extent) report.Text {
	whole := p.yamlText(list, e)
	var values []string
	for _, n := range list.Content {
		if n.Kind != yaml.ScalarNode {
			continue
		}
		t := p.yamlText(n, e)
		if len(values) == 0 {
			whole.Span = t.Span
		}
		whole.Span.End = max(whole.Span.End, t.Span.End)
		values = append(values, t.Value)
	}
	whole.Value = strings.Join(values, "、")
	return whole
}

// yamlText finds the place of a scalar. The lines and columns of yaml count
// from 1, columns in characters.
func (p *page) yamlText(n *yaml.Node, e extent) report.Text {
	at := e.start
	for line := 1; line < n.Line && at < e.end; line++ {
		at = lineEnd(p.src, at)
	}
	for column := 1; column < n.Column && at < e.end; column++ {
		_, size := utf8.DecodeRuneInString(p.src[at:e.end])
		at += size
	}
	return p.valueAt(n.Value, at, e.end)
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

// tomlMatter reads TOML.
func (p *page) tomlMatter(e extent) {
	var values map[string]any
	meta, err := toml.Decode(p.at(e), &values)
	if err != nil {
		line, note := 0, err.Error()
		var parse toml.ParseError
		if errors.As(err, &parse) {
			line, note = parse.Position.Line, parse.Message
		}
		p.badMatter(e, line, note)
		return
	}
	at := e.start
	for _, key := range meta.Keys() {
		text, ok := tomlText(tomlValue(values, key))
		if !ok {
			continue
		}
		at = p.assignment(key[len(key)-1], extent{at, e.end})
		value := p.valueAt(text, at, e.end)
		p.field(strings.Join(key, "."), value)
		at = max(at, value.Span.End)
	}
}

// assignment returns where the value of the next line "name = value" begins.
// The decoder tells no places.
func (p *page) assignment(name string, e extent) int {
	for at := e.start; at < e.end; at = lineEnd(p.src, at) {
		line := p.src[at:min(e.end, lineEnd(p.src, at))]
		key, value, ok := strings.Cut(line, "=")
		if ok && strings.HasSuffix(strings.Trim(key, " \t\"'"), name) {
			return at + len(line) - len(strings.TrimLeft(value, " \t"))
		}
	}
	return e.start
}

func tomlValue(values map[string]any, key toml.Key) any {
	var v any = values
	for _, part := range key {
		table, ok := v.(map[string]any)
		if !ok {
			return nil
		}
		v = table[part]
	}
	return v
}

// tomlText writes a value as text; false for a table.
func tomlText(v any) (string, bool) {
	switch v := v.(type) {
	case string:
		return v, true
	case int64:
		return strconv.FormatInt(v, 10), true
	case bool:
		return strconv.FormatBool(v), true
	case interface{ Format(string) string }: // a date
		return v.Format("2006-01-02"), true
	case []any:
		var parts []string
		for _, item := range v {
			if text, ok := tomlText(item); ok {
				parts = append(parts, text)
			}
		}
		return strings.Join(parts, "、"), true
	}
	return "", false
}

// statedMeta takes the facts that the front matter states.
func (p *page) statedMeta() {
	m := &p.report.Meta
	for _, f := range p.report.Matter {
		value := report.TrimBlank(f.Value.Value)
		switch strings.ToLower(f.Key) {
		case "organ", "agency", "机关", "单位", "机构":
			state(&m.Organ, value, f)
		case "year", "年度", "年份":
			state(&m.Year, yearIn(value), f)
		case "published", "date", "发布日期", "发布时间":
			state(&m.Published, dayIn(value), f)
		case "kind", "类型":
			state(&m.Kind, kindIn(value), f)
		case "scope", "范围":
			state(&m.Scope, scopeIn(value), f)
		}
	}
}

// state sets a fact that no earlier key has set.
func state(fact *report.Fact, value string, f report.Field) {
	if !fact.Known() && value != "" {
		*fact = report.Fact{Value: value, Origin: report.FromMatter, Span: f.Value.Span}
	}
}

// yearIn reads 2023, 2023年 and 二〇二三年.
func yearIn(s string) string {
	if len(s) == 4 && strings.Trim(s, "0123456789") == "" {
		return s
	}
	if d, size := report.DateAt(s); size > 0 && d.Year > 0 {
		return strconv.Itoa(d.Year)
	}
	return ""
}

// dayIn reads a whole date, with a time of day or without.
func dayIn(s string) string {
	if d, size := report.DateAt(s); size > 0 && d.Whole() {
		return isoDate(d)
	}
	return ""
}

// kindIn returns the kind of an organ, told in Chinese or English.
func kindIn(s string) string {
	switch s {
	case "部门":
		return "department"
	case "乡镇", "街道", "乡镇街道":
		return "township"
	case "县", "区", "县区":
		return "county"
	case "市":
		return "city"
	case "省":
		return "province"
	case "部委", "国务院部门":
		return "ministry"
	case "授权组织", "法律法规授权组织":
		return "authorized"
	}
	return strings.ToLower(s)
}

// scopeIn returns whose figures a report has: its own organ's or all below.
func scopeIn(s string) string {
	switch s {
	case "本级", "本机关":
		return "own"
	case "汇总", "全市", "全县", "全区", "全省":
		return "aggregate"
	}
	return strings.ToLower(s)
}
