package cli

import (
	"strings"

	"github.com/clipperhouse/displaywidth"
)

// join joins the lines of a paragraph. Between Chinese characters a line
// break is nothing; elsewhere it is a blank.
func join(lines []string) string {
	var b strings.Builder
	for _, line := range lines {
		line = strings.TrimSpace(line)
		if s := b.String(); s != "" && !(wideAtEnd(s) || wideAtStart(line)) {
			b.WriteByte(' ')
		}
		b.WriteString(line)
	}
	return b.String()
}

func wideAtEnd(s string) bool {
	r := []rune(s)
	return len(r) > 0 && displaywidth.Rune(r[len(r)-1]) == 2
}

func wideAtStart(s string) bool {
	r := []rune(s)
	return len(r) > 0 && displaywidth.Rune(r[0]) == 2
}

// wrap breaks a paragraph into lines of at most so many columns: at blanks
// and between Chinese characters, but never before a mark that closes or
// after one that opens.
func wrap(s string, width int) (lines []string) {
	line, columns := "", 0
	for _, piece := range pieces(s) {
		w := displaywidth.String(piece)
		if columns > 0 && columns+displaywidth.String(strings.TrimRight(piece, " ")) > width {
			lines = append(lines, strings.TrimRight(line, " "))
			line, columns = "", 0
		}
		line += piece
		columns += w
	}
	return append(lines, strings.TrimRight(line, " "))
}

// pieces cuts s where a line may end.
func pieces(s string) (all []string) {
	runes := []rune(s)
	start := 0
	for i := 1; i < len(runes); i++ {
		if mayBreak(runes[i-1], runes[i]) {
			all = append(all, string(runes[start:i]))
			start = i
		}
	}
	return append(all, string(runes[start:]))
}

func mayBreak(before, after rune) bool {
	switch {
	case strings.ContainsRune("，。、；：！？）」』》〉】〕”’…—%％", after), after == ' ':
		return false
	case strings.ContainsRune("（「『《〈【〔“‘", before):
		return false
	}
	return before == ' ' || displaywidth.Rune(before) == 2 || displaywidth.Rune(after) == 2
}
