package profile

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/gouji-lint/gouji/report"
)

// overview returns a form whose overview holds the paragraphs; those that
// begin with # are headings.
func overview(year string, paragraphs ...string) *Form {
	paragraphs = append([]string{"# 一、总体情况"}, paragraphs...)
	src := strings.Join(paragraphs, "\n")
	f := report.NewFile("报告.md", src)
	r := &report.Report{File: f, Meta: report.Meta{Year: report.Fact{Value: year}}}
	at := 0
	for _, text := range paragraphs {
		b := report.Block{Kind: report.Paragraph, Span: f.Span(at, at+len(text))}
		b.Prose = report.Prose{Text: text, Span: b.Span}
		if rest, ok := strings.CutPrefix(text, "# "); ok {
			b.Kind, b.Mark, b.Level = report.Heading, report.ATX, 2
			b.Prose = report.Prose{Text: rest, Span: f.Span(at+2, at+len(text))}
		}
		r.Blocks = append(r.Blocks, b)
		at += len(text) + 1
	}
	r.SignOff.Block = len(r.Blocks)
	return Standard().Bind(r)
}

// allBlocks are more blocks than any of these reports has.
var allBlocks = slices.Collect(func(yield func(int) bool) {
	for i := range 100 {
		if !yield(i) {
			return
		}
	}
})

// claims lists what the paragraphs claim: 「received=3 done=2」.
func claims(year string, paragraphs ...string) string {
	var list []string
	form := overview(year, paragraphs...)
	form.EachStatement(allBlocks, func(s Statement) bool {
		list = append(list, fmt.Sprintf("%s=%s", s.Claim.ID, s.Value))
		return true
	})
	return strings.Join(list, " ")
}

// The texts are what published reports say, with their figures.
func TestStatements(t *testing.T) {
	tests := []struct{ text, want string }{
		// Received, handled, completed, carried over.
		{"全市新收政府信息公开申请14069件，上年结转560件；办结13810件，结转下年度继续办理819件。", "received=14069 carried-in=560 done=13810 carried-out=819"},
		{"2023年，共收到政府信息公开申请3件，其中，予以公开2件，其他处理1件。", "received=3 open=2 otherwise=1"},
		{"全县全年共受理政府信息公开申请 749 件，其中自然人申请 741 件，法人或其他组织申请 8 件；共办理 718 件，结转下一年 31 件。",
			"received=749 natural=741 legal=8 handled=718 carried-out=31"},
		{"本年度，共受理政府信息公开申请2件，都在法定期限内予以答复。", "received=2"},
		{"共收到申请0件，共办结0件。", "received=0 done=0"},
		{"大云镇全年共收到依申请公开件1件，已按期答复1件，无转结下年度继续办理件。", "received=1 done=1 none-carried=0"},
		{"全年受理依申请公开4件，依据《条例》予以答复办结4件。", "received=4"},
		{"2023年，本街道共收到12件信息依申请公开，其中10件已经按时按规完成答复，剩余2件结转下年度继续办理。", "received=12"},
		{"全年接收处理依申请公开4237件，应对行政复议66件、行政诉讼33件。", "handled=4237 review=66 suit=33"},
		{"收到政府信息公开申请75件（含上年结转1件）。", "received=75 carried-in=1"},
		{"依法办理政府信息公开案件43件(含2023年结转1件)，无超期。", "handled=43 carried=1"},
		{"上年结转1件，结转下年办理2件。", ""},
		{"共收到申请60宗，上年结转1宗，结转下年办理2宗。", "received=60 carried-in=1 carried-out=2"},
		{"全年收到申请9件，答复8件，1件正在办理中。", "received=9 done=8 pending=1"},
		{"２０２３年收到申请１２件，其中予以公开十二件。", "received=12 open=12"},
		{"收到政府信息公开申请1,499件。", "received=1499"},
		{"共收到政府信息公开申请122件，按时办结数116件，结转下年度办结数6件；办结上年度结转11件。", "received=122 done=116 carried-out=6"},
		{"2024年，我局共受理依申请公开办件 27件。", "received=27"},
		{"依申请信息公开办理有69件，均为自然人申请。", "handled=69"},
		// What became of them.
		{"2021年共办理依申请公开事项25件，其中19件予以公开，2件区分处理，4件未掌握相关信息无法提供。", ""},
		{"共办理依申请公开事项25件，其中19件予以公开，2件区分处理。", "handled=25 open=19 partial=2"},
		{"答复政府信息公开申请130件，其中予以公开或部分公开59件、占45.3%;不予公开32件、占24.6%;无法提供26件、占20%;不予处理1件、占0.7%;其他处理12件、占9.2%。",
			"done=130 open-partial=59 denied=32 unavailable=26 refused=1 otherwise=12"},
		{"其中予以公开答复966件，部分公开67件。", ""},
		{"完成申请答复1453件。其中,予以公开答复966件,占66.48%;部分公开67件。", "done=1453 open=966 partial=67"},
		{"共收到政府信息公开申请5件，对其中3件予以公开，1件部分公开，1件不公开。", "received=5 open=3 partial=1"},
		{"收到申请320件。其中，予以公开184件，本机关无法提供57件，部分予以公开1件，因而无法提供9件。", "received=320 open=184 unavailable=57 partial=1"},
		// 表四.
		{"因政府信息公开申请引发行政复议2件，引发行政诉讼1件。", "review=2 suit=1"},
		{"因信息公开引起的行政复议31件，行政诉讼0件。", "review=31 suit=0"},
		{"全年因政府信息公开被申请行政复议7件、行政诉讼9件，均获维持。", "review=7 suit=9 suit-all-upheld=0"},
		{"收到依申请公开申请15件。答复后被行政复议9件，全部维持；诉讼1件，未审结。", "received=15 review=9 review-all-upheld=0 suit=1"},
		{"政府信息公开行政复议6件，其中维持5件，尚未审结1件；行政诉讼3件。", "review=6 review-upheld=5 review-pending=1 suit=3"},
		{"全年未发生因政府信息公开引发的行政复议、行政诉讼案件。", "none-review=0 none-suit=0"},
		{"政府信息公开方面，今年未发生行政复议。", "none-review=0"},
		// Nothing received.
		{"全年未收到政府信息公开申请。", "none-received=0"},
		{"2023年度，正阳街道办事处未收到公众关于政府信息公开的申请。", "none-received=0"},
		{"我街道未收到依申请公开件。", "none-received=0"},
		{"我办全年未收到行政许可申请；全年未接到信息公开申请。", "none-received=0"},
		{"未收到政府信息公开申请行政复议。", "none-review=0"},
		// 表二.
		{"全市制发行政规范性文件564件，废止984件，现行有效4185件。", "norm-issued=564 norm-repealed=984 norm-valid=4185"},
		{"全年作出行政许可决定11件、行政处罚决定12件。", "licences=11 penalties=12"},
		{"制定规范性文件1件，并同步发布政策解读。", "norm-issued=1"},
		// All completed.
		{"共受理依申请公开1件，已全部办结。", "received=1 all-done=0"},
		{"收到依申请公开信息3条，答复率100%。", "received=3 all-done=0"},
	}
	for _, test := range tests {
		if got := claims("2024", test.text); got != test.want && claims("2023", test.text) != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}

// None of these sentences speaks of the figures of the tables.
func TestNoStatements(t *testing.T) {
	tests := []string{
		"接收市发改委协助调查5件。",
		"全年收到网上申请5件。",
		"通过政府门户网站共办理并答复信息公开申请3件、纸质申请36件。",
		"受理、办结政府信息公开申请5件。",
		"已主动公开和同意公开的申请31件。",
		"共办理政府12345热线47件，已全部办结，回复率和满意率均达100%。",
		"认真办理人大代表和政协委员提案，全文公开办理结果，今年办理的6件均得到代表反馈。",
		"本年度共处理群众留言92条。",
		"全年收到行政许可申请30件，办结30件。",
		"区本级收到政府信息公开申请17件，答复17件。办结率100%。",
		"全区备案政府信息公开行政复议案件134件。",
		"约收到申请12件。",
		"收到申请约12件。",
		"收到申请12余件。",
		"收到申请1.2万件。",
		"2022年收到政府信息公开申请5件。",
		"截至6月底，收到政府信息公开申请5件。",
		"申请人3人，申请表12份。",
		"全年政府信息公开申请按时办结率100%。",
		"全年办理行政复议案件200件。",
		"全年制发文件55件（其中规范性文件8件）。",
		"主动公开行政规范性文件1件，行政许可文件1513件，行政处罚文件4件。",
		"公示行政处罚决定12件。",
		"制作政府信息30条，其中主动公开信息0条，依申请公开信息22条，不予公开信息8条。",
		"主动公开规章13件（含新制定5件，修改4件，废止4件）。",
		"《关于收到申请3件的通知》印发。",
	}
	for _, text := range tests {
		if got := claims("2023", text); got != "" {
			t.Errorf("%s\n got %s", text, got)
		}
	}
}

// The heading says what the paragraph below is about.
func TestStatementsBelowHeading(t *testing.T) {
	if got := claims("2023", "# （二）依申请公开", "全年共受理3件，办结2件。"); got != "received=3 done=2" {
		t.Errorf("got %s", got)
	}
	if got := claims("2023", "# （二）依申请公开", "# （三）平台建设", "全年共受理3件，办结2件。"); got != "" {
		t.Errorf("got %s", got)
	}
}
