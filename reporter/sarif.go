package reporter

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// What GitHub takes of a SARIF file. It keeps the 5,000 worst of the results
// and the first 100 related places of a result, and refuses a file with more
// results than mostResults.
const (
	mostResults   = 25_000
	mostRelated   = 100
	longestTeaser = 1024 // a rule's descriptions
)

// SARIF writes SARIF 2.1.0 as GitHub's code scanning reads it: one place for
// each result, paths from the root of the repository, rules with their pages.
func SARIF(w io.Writer, r *rules.Result, o Options) error {
	out := bufio.NewWriterSize(w, 64<<10)
	o = o.of(r)
	names, _ := o.rulesUsed(r.Diagnostics)
	values := sarifWriter{teller: teller{Options: o}, columns: locator{unit: utf16Units}, rules: map[string]int{}, prints: fingerprints{}}
	for i, name := range names {
		values.rules[name] = i
	}
	results, rest := values.placed(r.Diagnostics)
	fmt.Fprintf(out, `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{`)
	fmt.Fprintf(out, `"tool":{"driver":%s},`+"\n", encode(values.driver(names)))
	fmt.Fprintf(out, `"columnKind":"utf16CodeUnits","language":"%s","originalUriBaseIds":{"%s":%s},`+"\n",
		o.say("zh-CN", "en-US"), sourceRoot, encode(sarifBase{sarifMessage{o.say("仓库的根", "the root of the repository")}}))
	fmt.Fprintf(out, `"invocations":[%s],"results":[`, encode(values.invocation(r, rest)))
	for i, d := range results {
		out.WriteString(separator(i))
		out.Write(encode(values.result(d)))
	}
	out.WriteString("\n]}]}\n")
	return out.Flush()
}

const sourceRoot = "%SRCROOT%"

type sarifMessage struct {
	Text string `json:"text"`
}

type sarifHelp struct {
	Text     string `json:"text"`
	Markdown string `json:"markdown"`
}

type sarifBase struct {
	Description sarifMessage `json:"description"`
}

type sarifDriver struct {
	Name     string      `json:"name"`
	Version  string      `json:"version,omitempty"`
	Semantic string      `json:"semanticVersion,omitempty"`
	Language string      `json:"language"`
	Rules    []sarifRule `json:"rules"`
}

type sarifRule struct {
	ID      string          `json:"id"`
	Short   sarifMessage    `json:"shortDescription"`
	Full    sarifMessage    `json:"fullDescription"`
	Default sarifDefault    `json:"defaultConfiguration"`
	Help    sarifHelp       `json:"help"`
	Extra   sarifProperties `json:"properties"`
}

type sarifDefault struct {
	Enabled bool   `json:"enabled"`
	Level   string `json:"level"`
}

type sarifProperties struct {
	Tags     []string `json:"tags"`
	Severity string   `json:"problem.severity"`
}

type sarifInvocation struct {
	Successful    bool                `json:"executionSuccessful"`
	Notifications []sarifNotification `json:"toolExecutionNotifications"`
}

type sarifNotification struct {
	Level   string       `json:"level"`
	Message sarifMessage `json:"message"`
}

type sarifResult struct {
	RuleID       string            `json:"ruleId"`
	RuleIndex    int               `json:"ruleIndex"`
	Level        string            `json:"level"`
	Message      sarifMessage      `json:"message"`
	Locations    []sarifLocation   `json:"locations"`
	Related      []sarifLocation   `json:"relatedLocations"`
	Fingerprints map[string]string `json:"partialFingerprints"`
}

type sarifLocation struct {
	ID       int           `json:"id,omitempty"`
	Physical sarifPhysical `json:"physicalLocation"`
	Message  *sarifMessage `json:"message,omitempty"`
}

type sarifPhysical struct {
	Artifact sarifArtifact `json:"artifactLocation"`
	Region   sarifRegion   `json:"region"`
}

type sarifArtifact struct {
	URI  string `json:"uri"`
	Base string `json:"uriBaseId,omitempty"`
}

type sarifRegion struct {
	StartLine   int `json:"startLine"`
	StartColumn int `json:"startColumn"`
	EndLine     int `json:"endLine"`
	EndColumn   int `json:"endColumn"`
}

// sarifWriter makes the values to be encoded.
type sarifWriter struct {
	teller
	columns locator
	rules   map[string]int // index by name
	prints  fingerprints
}

// placed returns the findings that can be results, the worst first, and the
// others: a result without a place makes GitHub refuse the whole file.
func (w *sarifWriter) placed(list []rules.Diagnostic) (results, rest []*rules.Diagnostic) {
	for _, d := range worstFirst(list) {
		if _, ok := home(d); ok && len(results) < mostResults {
			results = append(results, d)
		} else {
			rest = append(rest, d)
		}
	}
	return results, rest
}

func (w *sarifWriter) driver(names []string) sarifDriver {
	semantic, _, _ := strings.Cut(w.Version, " ")
	d := sarifDriver{Name: "gouji", Version: w.Version, Semantic: semantic, Language: w.say("zh-CN", "en-US"), Rules: []sarifRule{}}
	for _, name := range names {
		d.Rules = append(d.Rules, w.rule(name))
	}
	return d
}

func (w *sarifWriter) rule(name string) sarifRule {
	r := w.ruleNamed(name)
	if r == nil {
		r = &rules.Rule{Name: name, Title: rules.Message{ZH: name, EN: name}, Severity: rules.Warning, Page: name}
	}
	title, about := w.in(r.Title), w.describe(r.Page)
	if about == "" {
		about = title
	}
	page := cmp.Or(r.Page, about) // a rule of one's own may have none
	return sarifRule{
		ID:    r.Name,
		Short: sarifMessage{cut(title, longestTeaser)}, Full: sarifMessage{cut(about, longestTeaser)},
		Default: sarifDefault{r.Severity != rules.Off, sarifLevel(max(r.Severity, rules.Info))},
		Help:    sarifHelp{page, page},
		Extra:   sarifProperties{tagsFor(r.Family), sarifProblem(r.Severity)},
	}
}

func tagsFor(f rules.Family) []string {
	if f == "" {
		return []string{}
	}
	return []string{string(f)}
}

func sarifLevel(s rules.Severity) string {
	switch s {
	case rules.Error:
		return "error"
	case rules.Warning:
		return "warning"
	}
	return "note"
}

// sarifProblem returns GitHub's words for severities.
func sarifProblem(s rules.Severity) string {
	if s < rules.Warning {
		return "recommendation"
	}
	return s.String()
}

// invocation says what was not checked, and what was found but is no result.
func (w *sarifWriter) invocation(r *rules.Result, rest []*rules.Diagnostic) sarifInvocation {
	v := sarifInvocation{Successful: true, Notifications: []sarifNotification{}}
	for _, g := range groupSkips(r.Skipped, w.Lang) {
		v.Notifications = append(v.Notifications, sarifNotification{"note", sarifMessage{w.skipped(g)}})
	}
	for i, d := range rest {
		if i == mostListed {
			text := w.say("另有 %d 处", "%d more findings", len(rest)-i)
			v.Notifications = append(v.Notifications, sarifNotification{"warning", sarifMessage{text}})
			break
		}
		v.Notifications = append(v.Notifications, sarifNotification{sarifLevel(d.Severity), sarifMessage{w.fullMessage(d)}})
	}
	return v
}

func (w *sarifWriter) result(d *rules.Diagnostic) sarifResult {
	s, _ := home(d)
	related := w.relatedPlaces(d)
	return sarifResult{
		RuleID: d.Rule, RuleIndex: w.rules[d.Rule], Level: sarifLevel(d.Severity),
		Message:   sarifMessage{w.sarifText(d, related)},
		Locations: []sarifLocation{{Physical: w.physical(s)}}, Related: related,
		// Not primaryLocationLineHash, the one that GitHub goes by: its upload
		// works that out itself, and warns of each that is another.
		Fingerprints: map[string]string{"gouji/v1": w.prints.of(d, w.path(s.File.Name))},
	}
}

// physical returns a place as SARIF has it.
func (w *sarifWriter) physical(s report.Span) sarifPhysical {
	at := w.columns.region(s)
	return sarifPhysical{w.artifact(s.File.Name), sarifRegion{at.from.Line, at.from.Column, at.to.Line, at.to.Column}}
}

func (w *sarifWriter) artifact(name string) sarifArtifact {
	name = w.path(name)
	switch {
	case strings.HasPrefix(name, "/"):
		return sarifArtifact{URI: "file://" + encodePath(name)}
	case rooted(name):
		return sarifArtifact{URI: "file:///" + name[:2] + encodePath(name[2:])}
	}
	return sarifArtifact{encodePath(name), sourceRoot}
}

// relatedPlaces returns the related places in files; their ids count from 1.
func (w *sarifWriter) relatedPlaces(d *rules.Diagnostic) []sarifLocation {
	list := []sarifLocation{}
	for _, r := range d.Related {
		if r.Span.File == nil || len(list) == mostRelated {
			continue
		}
		message := w.in(r.Message)
		if message == "" {
			message = oneLine(r.Span.Text())
		}
		list = append(list, sarifLocation{len(list) + 1, w.physical(r.Span), &sarifMessage{message}})
	}
	return list
}

// sarifText returns sentences, of which GitHub shows the first where there is
// little room, with links to the related places: [自然人 3](1).
func (w *sarifWriter) sarifText(d *rules.Diagnostic, related []sarifLocation) string {
	stop := w.say("。", ". ")
	text := w.in(d.Message) + stop
	if label := w.ownLabel(d); label != "" {
		text += label + stop
	}
	for _, n := range w.notes(d, nil) {
		text += n.key + w.say("：", ": ") + n.text + stop
	}
	text = inSARIF(cut(text, longestMessage))
	if links := sarifLinks(related); len(links) > 0 {
		text += w.say("相关：", "See: ") + strings.Join(links, w.say("、", ", ")) + stop
	}
	return strings.TrimSpace(text)
}

func sarifLinks(related []sarifLocation) (links []string) {
	for _, r := range related {
		if r.Message.Text != "" && len(links) < mostListed {
			links = append(links, fmt.Sprintf("[%s](%d)", inSARIF(cut(r.Message.Text, longestTitle)), r.ID))
		}
	}
	return links
}

// inSARIF keeps text from being read as a link.
func inSARIF(s string) string {
	if !strings.ContainsAny(s, `[]\`) {
		return s
	}
	return strings.NewReplacer(`\`, `\\`, "[", `\[`, "]", `\]`).Replace(s)
}
