package report

import (
	"strings"
	"sync"
	"testing"
	"unicode/utf8"
)

func TestPosition(t *testing.T) {
	const bom = "\ufeff"
	tests := []struct {
		name, src, find string // the position of find in src
		start, end      Position
	}{
		{"first", "一、总体情况\n", "一、", Position{1, 1}, Position{1, 3}},
		{"second line", "一、总体情况\n收到5件\n", "5", Position{2, 3}, Position{2, 4}},
		{"byte order mark", bom + "一、总体情况\n收到5件\n", "总体", Position{1, 3}, Position{1, 5}},
		{"after it", bom + "一、\n收到5件\n", "收", Position{2, 1}, Position{2, 2}},
		{"the mark itself", bom + "一、", bom, Position{1, 1}, Position{1, 1}},
		{"CRLF", "一、\r\n收到5件\r\n", "5件", Position{2, 3}, Position{2, 5}},
		{"CRLF end", "一、\r\n二", "\r\n", Position{1, 3}, Position{2, 1}},
		{"no final newline", "一、\n收到5件", "件", Position{2, 4}, Position{2, 5}},
		{"blank lines", "\n\n\n三", "三", Position{4, 1}, Position{4, 2}},
		{"supplementary plane", "𠮷祥县𨰻镇5件\n", "5", Position{1, 6}, Position{1, 7}},
		{"emoji", "😀😀5件", "5", Position{1, 3}, Position{1, 4}},
		{"tab", "\t5件", "5", Position{1, 2}, Position{1, 3}},
	}
	for _, test := range tests {
		at := strings.Index(test.src, test.find)
		span := NewFile("报告.md", test.src).Span(at, at+len(test.find))
		if span.Text() != test.find {
			t.Errorf("%s: text %q", test.name, span.Text())
		}
		if span.Position() != test.start || span.EndPosition() != test.end {
			t.Errorf("%s: %v to %v, want %v to %v", test.name, span.Position(), span.EndPosition(), test.start, test.end)
		}
	}
}

func TestEmptyFile(t *testing.T) {
	f := NewFile("空.md", "")
	if f.Lines() != 1 || f.Span(0, 0).Position() != (Position{1, 1}) {
		t.Errorf("%d lines, position %v", f.Lines(), f.Span(0, 0).Position())
	}
	if text, start := f.Line(1); text != "" || start != 0 {
		t.Errorf("line 1 is %q at %d", text, start)
	}
	if text, start := f.Line(2); text != "" || start != 0 {
		t.Errorf("line 2 is %q at %d", text, start)
	}
	if p := (Span{}).Position(); p != (Position{}) || !(Span{}).IsZero() || (Span{}).Text() != "" {
		t.Errorf("nowhere is at %v", p)
	}
}

func TestLines(t *testing.T) {
	tests := []struct {
		src  string
		want []string
	}{
		{"一\n二\n", []string{"一", "二"}},
		{"一\n二", []string{"一", "二"}},
		{"一\r\n二\r\n", []string{"一", "二"}},
		{"\n", []string{""}},
		{"\n\n", []string{"", ""}},
		{"一\n\n二", []string{"一", "", "二"}},
	}
	for _, test := range tests {
		f := NewFile("报告.md", test.src)
		if f.Lines() != len(test.want) {
			t.Errorf("%q: %d lines", test.src, f.Lines())
		}
		for i, want := range test.want {
			text, start := f.Line(i + 1)
			if text != want || !strings.HasPrefix(f.Src[start:], want) {
				t.Errorf("%q: line %d is %q at %d", test.src, i+1, text, start)
			}
			if p := f.Span(start, start).Position(); p != (Position{i + 1, 1}) {
				t.Errorf("%q: line %d starts at %v", test.src, i+1, p)
			}
		}
	}
}

// TestDisk maps a text to its GB18030 bytes: ASCII one byte, Han two for
// three, the supplementary plane four for four.
func TestDisk(t *testing.T) {
	f := &File{Name: "报告.md", Src: "收到5件𠮷申请", Encoding: GB18030, Stretches: []Stretch{
		{Start: 0, Disk: 0, Width: 3, DiskWidth: 2},   // 收到
		{Start: 6, Disk: 4, Width: 1, DiskWidth: 1},   // 5
		{Start: 7, Disk: 5, Width: 3, DiskWidth: 2},   // 件
		{Start: 10, Disk: 7, Width: 4, DiskWidth: 4},  // 𠮷
		{Start: 14, Disk: 11, Width: 3, DiskWidth: 2}, // 申请
	}}
	want, disk := map[int]int{}, 0
	for i, r := range f.Src {
		want[i] = disk
		switch utf8.RuneLen(r) {
		case 1:
			disk++
		case 3:
			disk += 2
		case 4:
			disk += 4
		}
	}
	want[len(f.Src)] = disk
	for offset, disk := range want {
		if got := f.Disk(offset); got != disk {
			t.Errorf("Disk(%d) = %d, want %d", offset, got, disk)
		}
	}
	if got := NewFile("a.md", "收到").Disk(3); got != 3 {
		t.Errorf("UTF-8: Disk(3) = %d", got)
	}
	// Stretches may begin behind a part that is the same on disk.
	late := &File{Src: "5件", Stretches: []Stretch{{Start: 1, Disk: 1, Width: 3, DiskWidth: 2}}}
	if late.Disk(0) != 0 || late.Disk(1) != 1 || late.Disk(4) != 3 {
		t.Errorf("Disk = %d, %d, %d", late.Disk(0), late.Disk(1), late.Disk(4))
	}
}

// TestPositionTogether: reporters may ask for positions at the same time.
func TestPositionTogether(t *testing.T) {
	f := NewFile("报告.md", strings.Repeat("收到5件\n", 100))
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			if p := f.Span(len(f.Src)-1, len(f.Src)).Position(); p != (Position{100, 5}) {
				t.Errorf("last character at %v", p)
			}
		})
	}
	wait.Wait()
}
