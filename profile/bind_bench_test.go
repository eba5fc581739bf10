package profile_test

import (
	"testing"

	"github.com/gouji-lint/gouji/internal/shape"
	"github.com/gouji-lint/gouji/parser"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/testdata"
)

// A run binds thousands of reports: binding a clean one like others costs few
// allocations, whatever the shape of its tables.
func TestBindAllocatesLittle(t *testing.T) {
	form := bind("disclosure-2021", testdata.Form("disclosure-2021"))
	for _, s := range shape.All() {
		r := parser.Parse(report.NewFile("report.md", shape.Rewrite(form, s)))
		const most = 20
		var binder profile.Binder
		if n := testing.AllocsPerRun(20, func() { binder.Bind(profile.Standard(), r) }); n > most {
			t.Errorf("%s: %.0f allocations, at most %d", s, n, most)
		} else {
			t.Logf("%s: %.0f allocations", s, n)
		}
	}
}

func BenchmarkBind(b *testing.B) {
	form := bind("disclosure-2021", testdata.Form("disclosure-2021"))
	for _, s := range shape.All() {
		src := shape.Rewrite(form, s)
		r := parser.Parse(report.NewFile("report.md", src))
		b.Run(string(s), func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(src)))
			for b.Loop() {
				profile.Standard().Bind(r)
			}
		})
	}
}
