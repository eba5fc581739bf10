package rules

import "strings"

// serial notes a document number that begins with the bracket [i, end).
func (s *scanner) serial(i, end int) {
	if end+4 >= len(s.text) || s.text[end]-'1' > 1 || i == 0 || !s.hanBefore(i) {
		return
	}
	if n, ok := serialAt(s.text, i); ok && n.right() != n.text {
		s.serials = append(s.serials, s.place(i, i+len(n.text)))
	}
}

// serial is the part of a document number behind the name of the organ.
type serial struct{ text, year, number, end string }

// right returns the number as it should be.
func (n serial) right() string {
	if n.end == "" {
		n.end = "号"
	}
	return "〔" + n.year + "〕" + strings.TrimLeft(n.number, "0") + n.end
}

// serialAt reads 〔2021〕30号 at i, in any brackets, with 第 or zeros before the
// number. In other brackets it needs 号 to be one. 〔2021〕30 without it needs a
// sign that ends it: 〔2021〕3期 is something else.
func serialAt(s string, i int) (serial, bool) {
	opening := hasAnyPrefix(s[i:], []string{"〔", "【", "［", "[", "〖", "﹝", "{", "（", "("})
	at := i + len(opening)
	year := s[at : at+digitsAt(s[at:])]
	at += len(year)
	closing := hasAnyPrefix(s[at:], []string{"〕", "】", "］", "]", "〗", "﹞", "}", "）", ")"})
	if closing == "" || len(year) != 4 || year < "1949" || year > "2099" {
		return serial{}, false
	}
	at += len(closing)
	at += len(hasAnyPrefix(s[at:], []string{"第"}))
	number := s[at : at+digitsAt(s[at:])]
	at += len(number)
	end := hasAnyPrefix(s[at:], []string{"号"})
	at += len(end)
	switch {
	case number == "" || len(number) > 5 || strings.Trim(number, "0") == "":
		return serial{}, false
	case end == "" && (opening != "〔" || s[at:] != "" && hasAnyPrefix(s[at:], []string{"）", ")", "》", "，", "。", "；"}) == ""):
		return serial{}, false
	}
	return serial{s[i:at], year, number, end}, true
}
