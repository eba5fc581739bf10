package rules

import (
	"strings"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/report"
)

// titleOrgan returns where the name of the organ stands in a title: before
// the year or, when that comes first, behind it.
func (p *Pass) titleOrgan(title string) (from, to int) {
	end := p.Form.Profile.TopicAt(title)
	if end < 0 {
		end = len(title)
		for _, topic := range [...]string{"政务公开", "信息公开", "年度报告", "报告"} {
			if i := strings.Index(title, topic); i >= 0 {
				end = i
				break
			}
		}
	}
	if strings.HasSuffix(title[:end], "人民") && strings.HasPrefix(title[end:], "政府") {
		end += len("政府") // 某县人民政府信息公开: the two names share it
	}
	from, to = 0, end
	report.EachDate(title[:end], func(at, size int, d report.Date) bool {
		if d.Year == 0 || d.Month != 0 {
			return true
		}
		if to = at; report.TrimBlank(title[:at]) == "" {
			from, to = at+size, end
		}
		return false
	})
	if name := title[from:to]; report.Contains(name, "号") {
		if i := strings.LastIndex(name, "号"); strings.ContainsAny(name[:i], "〔[［") {
			from += i + len("号")
		}
	}
	from += report.BlankAt(title[from:to])
	for _, word := range [...]string{"关于", "度"} {
		if strings.HasPrefix(title[from:to], word) {
			from += len(word)
		}
	}
	return from, from + len(strings.TrimRight(title[from:to], "的关于 \u3000"))
}

// coreName returns the name of an organ without what signers leave out or
// add: 人民, 政府, an office that signs for it, the party committee beside it.
func coreName(organ string) string {
	name := report.Fold(organ)
	for _, word := range [...]string{"人民政府", "政府", "办公室", "办公厅", "中国共产党", "中共"} {
		name = strings.ReplaceAll(name, word, "")
	}
	return name
}

// OrganKinds are the last words of the names of organs, longest first.
var OrganKinds = [...]string{"街道办事处", "街道办", "街道", "委员会", "委", "局", "厅", "院", "中心", "镇", "乡", "县", "区", "市", "省"}

// OrganKind returns the word for what an organ is, "" for something else.
func OrganKind(organ string) string {
	core := coreName(organ)
	for _, kind := range OrganKinds {
		if strings.HasSuffix(core, kind) {
			switch kind {
			case "街道办事处", "街道办":
				return "街道"
			case "委员会":
				return "委"
			}
			return kind
		}
	}
	return ""
}

// otherOrgan reports whether two names are those of different organs, or one
// of them has a slip. Names of different kinds are left alone: an office, a
// leading group or the organ in charge may sign for a government.
func otherOrgan(a, b string) bool {
	if a == b {
		return false
	}
	if isSlip(a, b) {
		return true
	}
	x, y := coreName(a), coreName(b)
	if x == "" || y == "" || isShortFor(x, y) || isShortFor(y, x) {
		return false
	}
	if kind := OrganKind(a); kind != "" && kind == OrganKind(b) {
		return true
	}
	least := min(utf8.RuneCountInString(x), utf8.RuneCountInString(y))
	return least >= 5 && report.EditDistance(x, y, 2) <= 2
}

// isSlip reports whether two names differ by one character that makes one of
// them no name: 示例口人民政府, 示示例市人民政府. A character less makes a short
// name.
func isSlip(a, b string) bool {
	x, y := report.Fold(a), report.Fold(b)
	n, m := utf8.RuneCountInString(x), utf8.RuneCountInString(y)
	switch {
	case min(n, m) < 5:
		return false
	case n == m:
		return (OrganKind(a) == "" || OrganKind(b) == "") && report.EditDistance(x, y, 1) == 1
	case n == m+1:
		return isStutter(x, y)
	}
	return m == n+1 && isStutter(y, x)
}

// isStutter reports whether long is short with one character doubled. 市 and
// the like may stand there twice: 某市市场监管局, but not 某市市人民政府.
func isStutter(long, short string) bool {
	at := 0
	for at < len(short) && long[at] == short[at] {
		at++
	}
	for at > 0 && !utf8.RuneStart(long[at]) {
		at--
	}
	r, size := utf8.DecodeRuneInString(long[at:])
	return long[:at]+long[at+size:] == short && strings.HasSuffix(long[:at], string(r)) &&
		(!strings.ContainsRune("省市县区州盟旗乡镇村", r) || strings.HasPrefix(long[at+size:], "人民政府"))
}

// isShortFor reports whether all characters of short stand in long, in order:
// 浑南区国资局, 沈阳市浑南区国有资产监督管理局.
func isShortFor(short, long string) bool {
	for _, r := range short {
		i := strings.IndexRune(long, r)
		if i < 0 {
			return false
		}
		long = long[i+utf8.RuneLen(r):]
	}
	return true
}
