package rules

import (
	"cmp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// The scanner looks at a character once and passes over most of what it sees.
// What it finds is what stands there when one looks for each thing alone.
func TestScannerMissesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkScan(t, strings.Join(rapid.SliceOf(rapid.SampledFrom(fragments())).Draw(t, "fragments"), ""))
	})
}

func FuzzScan(f *testing.F) {
	f.Add("2023年，可通过可以通过，公开公开栏。二〇二三年三月一日，逐逐件件公开公开")
	f.Add(strings.Repeat("政府信息公开", 40))
	f.Add(strings.Repeat("还可以，", 40))
	f.Fuzz(func(t *testing.T, text string) {
		if utf8.ValidString(text) {
			checkScan(t, text)
			checkSketch(t, text)
		}
	})
}

// What is summed up of a text two letters at a time is what is summed up one by
// one.
func TestSketchTakesEachLetter(t *testing.T) {
	checkSketch(t, strings.Repeat("还可以，", 40)) // a word where one letter is read alone, more often than notes are taken
	rapid.Check(t, func(t *rapid.T) {
		more := append(fragments(), "\u3400", "㐀本", "ＡＢ", "XYZ")
		checkSketch(t, strings.Join(rapid.SliceOf(rapid.SampledFrom(more)).Draw(t, "fragments"), ""))
	})
}

func checkSketch(t fataler, text string) {
	var slow sketching
	for _, letter := range appendLetters(nil, text) {
		slow.letter(spread(letter))
	}
	fast := scanner{prose: &prose{matcher: newMatcher(nil, nil, nil)}, sketching: sketching{hashing: true}}
	fast.scan(0, text, new(aspectSet))
	if fast.letters != slow.letters || fast.most != slow.most {
		t.Fatalf("%q: %d letters, want %d", text, fast.letters, slow.letters)
	}
}

// fragments are what a text is put together from: words that are looked for,
// parts of them, dates, signs, and characters of all sizes.
func fragments() []string {
	all := []string{
		"公", "开", "公开", "可", "可以", "通过", "常", "市", "政府", "信息", "在", "三", "二〇二四年", "一月", "2024年1月17日", "2024.1.17", "２０２４年",
		"十二月三日", "二O二四年", "24年底", "三 月", "1至12月", "年", "月", "，", "。", "；", "、", "“", "”", "（", "）", "(", ")", "《", "》", "〇", "\u3000", " ",
		"3", "12", "a", "é", "𠀀", "가", "defg", "http://d.gov.cn/id", "PDF", "h", "~", "&amp;", "<", ">", "**", "#", "ꀀ", "Ｏ", "\n", "-", ".", ",",
	}
	for _, rule := range All() {
		for _, w := range rule.Words {
			_, size := utf8.DecodeLastRuneInString(w)
			all = append(all, w, w[:len(w)-size])
		}
	}
	for _, a := range profile.Standard().Profiles()[0].Aspects {
		all = append(all, a.Words...)
	}
	return all
}

type fataler interface{ Fatalf(string, ...any) }

func checkScan(t fataler, text string) {
	file := report.NewFile("x.md", text)
	b := report.Block{Kind: report.Paragraph, Prose: report.Prose{Text: text, Span: file.Span(0, len(text))}}
	form := profile.Standard().Bind(&report.Report{File: file, Blocks: []report.Block{b}})
	list := All()
	found := &prose{matcher: newMatcher(list, form.Profile.Aspects, nil), heads: make([]int32, len(list))}
	var lacks [2]aspectSet // the second time of none
	for n := range form.Profile.Aspects {
		lacks[0].set(n)
	}
	s := scanner{prose: found}
	s.scan(0, text, &lacks[0])
	again := &prose{matcher: found.matcher, heads: make([]int32, len(list))}
	s = scanner{prose: again}
	s.scan(0, text, &lacks[1])
	if !slices.Equal(found.hits, again.hits) {
		t.Fatalf("words of %q: %v with aspects, %v without", text, found.hits, again.hits)
	}
	if want := hitsByHand(list, text); !sameHits(found.hits, want) {
		t.Fatalf("words of %q: %v, want %v", text, found.hits, want)
	}
	for n, a := range form.Profile.Aspects {
		if lacks[0].has(n) == containsAny(text, a.Words) {
			t.Fatalf("aspect %s in %q: %v", a.ID, text, lacks[0].has(n))
		}
	}
	if want := datesByHand(text); !slices.Equal(found.dates, want) {
		t.Fatalf("dates of %q: %v, want %v", text, found.dates, want)
	}
	if from, to := markup(text); from < to && !slices.Contains(found.marked, 0) {
		t.Fatalf("%q has %q, which is not noted", text, text[from:to])
	}
	if want := repeatedByHand(text); !slices.Equal(slices.SortedFunc(slices.Values(found.repeated), byAt), slices.SortedFunc(slices.Values(want), byAt)) {
		t.Fatalf("repeated in %q: %v, want %v", text, found.repeated, want)
	}
}

func byAt(a, b place) int { return cmp.Or(a.at-b.at, a.end-b.end) }

// hitsByHand looks for each word of each rule.
func hitsByHand(list []*Rule, text string) (hits []hit) {
	for n, rule := range list {
		for _, w := range rule.Words {
			for at := range text {
				if strings.HasPrefix(text[at:], w) {
					hits = append(hits, hit{at: int32(at), rule: uint16(n), size: uint16(len(w))})
				}
			}
		}
	}
	return hits
}

// sameHits compares hits in any order, if got is in the order of the text.
func sameHits(got, want []hit) bool {
	byAll := func(a, b hit) int {
		return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.rule, b.rule), cmp.Compare(a.size, b.size))
	}
	inOrder := slices.IsSortedFunc(got, func(a, b hit) int { return cmp.Compare(a.at, b.at) })
	return inOrder && slices.Equal(slices.SortedFunc(slices.Values(got), byAll), slices.SortedFunc(slices.Values(want), byAll))
}

// datesByHand reads the dates of every clause.
func datesByHand(text string) (dates []mention) {
	start := 0
	clause := func(end int) {
		report.EachDate(text[start:end], func(at, size int, d report.Date) bool {
			dates = append(dates, mention{d, 0, start + at, size})
			return true
		})
		start = end
	}
	for i, r := range text {
		if strings.ContainsRune("，。；：！？", r) {
			clause(i + utf8.RuneLen(r))
		}
	}
	clause(len(text))
	return dates
}

// repeatedByHand looks for text that is said twice in all runs of Han.
func repeatedByHand(text string) []place {
	s := scanner{prose: &prose{}, text: text}
	for i := 0; i < len(text); {
		from := i
		for s.hanAt(i) {
			i += 3
		}
		s.echoes(from, i)
		if i == from {
			_, size := utf8.DecodeRuneInString(text[i:])
			i += size
		}
	}
	for i := range text {
		if strings.HasPrefix(text[i:], "可以") {
			s.mayTwice(i)
		}
	}
	return s.repeated
}

// Two bytes begin Han, Yi or Hangul, whatever stands between them.
func TestNotHan(t *testing.T) {
	begins := func(c uint32) bool { return c >= 0xE4 && c <= 0xEB }
	for first := range uint32(256) {
		for second := range uint32(256) {
			for _, between := range []uint32{0, 0x41, 0x7F, 0x80, 0xBF, 0xE4, 0xF4} {
				want := begins(first) && begins(second)
				if got := notHan(first|between<<8|between<<16|second<<24) == 0; got != want {
					t.Fatalf("%x %x %x: %v", first, between, second, got)
				}
			}
		}
	}
}
