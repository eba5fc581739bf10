package profile_test

import (
	"strings"
	"testing"

	"github.com/gouji-lint/gouji/internal/shape"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/testdata"
)

// A label with a slip in it is taken for the one that is meant, wherever it
// stands, and said to be misspelt.
func TestMisspeltLabels(t *testing.T) {
	form := bind("form", testdata.Form("disclosure-2021"))
	for _, c := range []struct {
		shape       shape.Shape
		right, slip string
	}{
		{shape.HTML, "2.其他法律行政法规禁止公开", "2.其他法律行政止公开"}, // behind the label of its group
		{shape.HTML, "（三）不予公开", "（三）不与公开"},
		{shape.Wide, "（一）予以公开", "（一）以公开"},
		{shape.Wide, "1.信访举报投诉类申请", "1.信访举报投诉申请"},
		{shape.Narrow, "规章", "规张"},    // the first row of its table
		{shape.Narrow, "行政强制", "行强制"}, // the last
		{shape.HTML, "其他</td></tr>", "其地</td></tr>"},
		{shape.Wide, "| 总计 |", "| 共计 |"}, // above the row that has the labels beside it
		{shape.Narrow, "第二十条第（五）项", "第二十第（五）项"},
		{shape.HTML, "法人或其他组织", "法人及其他组织"},
		{shape.Wide, "| 行政诉讼 |", "| 行政诉诉 |"},
		{shape.Wide, "尚未审结 | 总计", "尚未审结 | 总记"},
	} {
		src := shape.Rewrite(form, c.shape)
		got := bind(string(c.shape), strings.Replace(src, c.right, c.slip, 1))
		if src == got.Report.File.Src {
			t.Fatalf("%s: the report has no %q", c.shape, c.right)
		}
		if n := misspelt(got); n != 1 {
			t.Errorf("%s: %q for %q: %d labels misspelt", c.shape, c.slip, c.right, n)
		}
	}
}

// A label that repeats for its column in several tables is found misspelt in
// each of them.
func TestMisspeltColumnOfSeveralTables(t *testing.T) {
	src := testdata.Form("disclosure-2021")
	at := strings.LastIndex(src, "本年处理决定数量")
	if n := misspelt(bind("report", src[:at]+"本年处理数量"+src[at+len("本年处理决定数量"):])); n != 1 {
		t.Errorf("%d labels misspelt", n)
	}
}

// A group has figures of its own only when none of its rows has.
func TestRowWithoutLabelIsMissing(t *testing.T) {
	form := bind("form", testdata.Form("disclosure-2021"))
	src := strings.Replace(shape.Rewrite(form, shape.HTML), "2.其他法律行政法规禁止公开", "", 1)
	got := bind("html", src)
	for i := range got.Tables {
		if table := &got.Tables[i]; table.Def.ID == "applications" && len(table.MissingRows()) != 1 {
			t.Errorf("missing rows %v", table.MissingRows())
		}
	}
}

// misspelt counts the slips found; -1 when a row was lost over one.
func misspelt(f *profile.Form) (n int) {
	for i := range f.Tables {
		t := &f.Tables[i]
		if len(t.MissingRows())+len(t.ExtraRows) > 0 {
			return -1
		}
		n += len(t.Misspelt)
	}
	return n
}
