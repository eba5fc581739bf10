package report

import "unicode/utf8"

// Fold returns s as it is compared with another label: without blanks, in
// half width and lower case, with one sign each for quotes, for brackets of a
// kind, for dashes and for commas (、 counts as one), and with 勾 for 钩.
// It returns s itself when nothing changes.
func Fold(s string) string {
	for i := kept(s); i < len(s); i += kept(s[i:]) {
		r, size := utf8.DecodeRuneInString(s[i:])
		if foldRune(r) != r {
			return string(AppendFold(append(make([]byte, 0, len(s)), s[:i]...), s[i:]))
		}
		i += size
	}
	return s
}

// AppendFold appends Fold(s) to dst.
func AppendFold(dst []byte, s string) []byte {
	for i := 0; i < len(s); {
		if n := kept(s[i:]); n > 0 {
			dst, i = append(dst, s[i:i+n]...), i+n
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		switch folded := foldRune(r); {
		case folded == r:
			dst = append(dst, s[i:i+size]...)
		case folded != noRune:
			dst = utf8.AppendRune(dst, folded)
		}
		i += size
	}
	return dst
}

// kept returns how many bytes of Han and ASCII s begins with that Fold leaves
// as they are: nearly all of a label.
func kept(s string) (n int) {
	for n < len(s) {
		switch c := s[n]; {
		case c < utf8.RuneSelf:
			if c <= ' ' || c >= 'A' && c <= 'Z' || c == '\'' {
				return n
			}
			n++
		case c < 0xE4 || c > 0xE9 || len(s)-n < 3 || s[n+1]>>6 != 2 || s[n+2]>>6 != 2,
			c == 0xE9 && (s[n:n+3] == "钩" || s[n:n+3] == "鉤"):
			return n
		default:
			n += 3
		}
	}
	return n
}

// noRune stands for a rune that Fold leaves out.
const noRune rune = -1

func foldRune(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		return foldASCII(r)
	case r == '钩' || r == '鉤':
		return '勾'
	case r >= 0x4E00 && r <= 0x9FFF:
		return r
	case r >= 0xFF01 && r <= 0xFF5E:
		return foldASCII(r - 0xFF01 + '!')
	case IsBlank(r):
		return noRune
	}
	return foldPunctuation(r)
}

func foldASCII(r rune) rune {
	switch {
	case r >= 'A' && r <= 'Z':
		return r + 'a' - 'A'
	case IsBlank(r):
		return noRune
	case r == '\'':
		return '"'
	}
	return r
}

func foldPunctuation(r rune) rune {
	switch r {
	case '“', '”', '„', '‟', '‘', '’', '‚', '‛', '「', '」', '『', '』', '〝', '〞', '〟':
		return '"'
	case '﹙':
		return '('
	case '﹚':
		return ')'
	case '〔', '【', '〖', '﹝':
		return '['
	case '〕', '】', '〗', '﹞':
		return ']'
	case '《', '〈', '«', '‹':
		return '<'
	case '》', '〉', '»', '›':
		return '>'
	case '、', '﹑', '﹐', '､':
		return ','
	case '。', '｡', '﹒':
		return '.'
	case '‐', '‑', '‒', '–', '—', '―', '−', '─', '━', '﹘', '﹣':
		return '-'
	case '〜', '∼':
		return '~'
	}
	return r
}
