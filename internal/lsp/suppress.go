package lsp

import (
	"strings"

	"github.com/gouji-lint/gouji/parser"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// suppress offers to write a comment that allows a finding; nil when none
// can. The reason is left to the person.
func (s *server) suppress(r *reading, f finding) *codeAction {
	rule := s.ruleNamed(f.Rule)
	if rule == nil || rule.Family == rules.Housekeeping {
		return nil
	}
	at, comment, ok := r.comment(f.Diagnostic)
	if !ok {
		return nil
	}
	title := s.say("用注释屏蔽 %s，并写明理由", "Allow %s with a comment that gives the reason", f.Rule)
	return &codeAction{
		Title: title, Kind: kindQuickFix, Diagnostics: []diagnostic{f.shown},
		Edit: s.insert(r, at, comment),
	}
}

// unexplained stands for the reason until the person has written it.
const unexplained = "理由"

// insert writes a comment. A client that is able to has the person write the
// reason at once.
func (s *server) insert(r *reading, at int, comment string) *workspaceEdit {
	where := r.text.span(at, at)
	if can := s.client.capabilities.Workspace.Edit; !can.DocumentChanges || !can.Snippets {
		return s.editOf(r, []edit{{where, comment}})
	}
	asked := strings.Replace(comment, ": "+unexplained+" ", ": ${1:"+unexplained+"} ", 1)
	return &workspaceEdit{DocumentChanges: []documentEdit{{
		versionedDocument{r.uri, r.version}, []snippetEdit{{where, snippet{"snippet", asked}}},
	}}}
}

// comment returns a comment that allows the finding, and where it goes: before
// the block that the finding stands in, a table as a whole, or else at the
// top, for the whole file. It is held against the parser, as Markdown has more
// ways to part blocks than can be told from outside.
func (r *reading) comment(d *rules.Diagnostic) (at int, comment string, ok bool) {
	if b := r.blockAt(d.Span.Start); b != nil && !isWhole(d.Span) {
		start := r.text.lines[r.text.position(b.Span.Start).Line]
		if comment, ok := r.covers(start, "gouji-disable-next-line", d); ok {
			return start, comment, true
		}
	}
	at = r.top()
	comment, ok = r.covers(at, "gouji-disable", d)
	return at, comment, ok
}

// isWhole reports whether a span means a file and no place in it.
func isWhole(s report.Span) bool { return s.Start == 0 && s.End == 0 }

// blockAt returns the block that a place belongs to, nil for none.
func (r *reading) blockAt(offset int) *report.Block {
	for i := range r.Report.Blocks {
		if b := &r.Report.Blocks[i]; b.Span.Start <= offset && offset <= b.Span.End {
			return b
		}
	}
	return nil
}

// top returns where the text begins behind the front matter.
func (r *reading) top() int {
	at := 0
	if strings.HasPrefix(r.text.src, "\ufeff") {
		at = len("\ufeff")
	}
	for _, f := range r.Report.Matter {
		at = max(at, f.Value.Span.End)
	}
	if len(r.Report.Matter) == 0 {
		return at
	}
	// The values are followed by the line that ends the front matter.
	for line := r.text.position(at).Line + 1; line < len(r.text.lines); line++ {
		if text := r.text.src[r.text.lines[line]:r.text.lineEnd(line)]; text == "---" || text == "+++" {
			return r.text.lines[min(line+1, len(r.text.lines)-1)]
		}
	}
	return at
}

// covers returns the comment to insert at a place, and whether it then allows
// the finding.
func (r *reading) covers(at int, directive string, d *rules.Diagnostic) (string, bool) {
	line := r.text.src[at:r.text.lineEnd(r.text.position(at).Line)]
	indent := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
	comment := indent + "<!-- " + directive + " " + d.Rule + ": " + unexplained + " -->" + r.text.newline()
	for _, written := range []string{comment, comment + r.text.newline(), r.text.newline() + comment} {
		text := r.text.src[:at] + written + r.text.src[at:]
		read := parser.Parse(report.NewFile(r.file.Name, text))
		if allows(read, d, at, d.Span.Start+len(written)) && len(read.Tables) == len(r.Report.Tables) {
			return written, true
		}
	}
	return "", false
}

// allows reports whether a comment written at a place allows the finding that
// has moved to offset.
func allows(read *report.Report, d *rules.Diagnostic, at, offset int) bool {
	for i := range read.Directives {
		dir := &read.Directives[i]
		if dir.Rule == d.Rule && dir.Span.Start >= at && (dir.Covers.IsZero() || dir.Covers.Start <= offset && offset < max(dir.Covers.End, dir.Covers.Start+1)) {
			return true
		}
	}
	return false
}
