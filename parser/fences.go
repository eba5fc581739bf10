package parser

import "strings"

// fences are the fenced code blocks of a page: no HTML is taken out of them.
type fences struct {
	ready bool
	all   []extent
}

// end returns the end of the code block that i stands in, 0 for none.
func (f *fences) end(p *page, i int) int {
	if !f.ready {
		f.ready = true
		if p.seen&tick != 0 || strings.IndexByte(p.src, '~') >= 0 {
			f.all = findFences(p.src, p.body)
		}
	}
	for len(f.all) > 0 && f.all[0].end <= i {
		f.all = f.all[1:]
	}
	if len(f.all) > 0 && f.all[0].start <= i {
		return f.all[0].end
	}
	return 0
}

func findFences(src string, from int) []extent {
	if !strings.Contains(src, "```") && !strings.Contains(src, "~~~") {
		return nil
	}
	var all []extent
	open := ""
	start := 0
	for i := from; i < len(src); {
		end := lineEnd(src, i)
		line := strings.TrimLeft(src[i:end], " \t>")
		mark := fenceMark(line)
		switch {
		case open == "" && mark != "" && !(mark[0] == '`' && strings.Contains(line[len(mark):], "`")):
			open, start = mark, i
		case open != "" && strings.HasPrefix(mark, open) && strings.Trim(line, mark[:1]+" \t\r\n") == "":
			all = append(all, extent{start, end})
			open = ""
		}
		i = end
	}
	if open != "" {
		all = append(all, extent{start, len(src)})
	}
	return all
}

// fenceMark returns the run of three or more ` or ~ that line starts with.
func fenceMark(line string) string {
	if line == "" || line[0] != '`' && line[0] != '~' {
		return ""
	}
	n := 0
	for n < len(line) && line[n] == line[0] {
		n++
	}
	if n < 3 {
		return ""
	}
	return line[:n]
}
