package rules

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed word-repeated.md
var wordRepeatedPage string

var wordRepeated = Rule{
	Name:     "word-repeated",
	Title:    Message{"字词重复", "word repeated"},
	Family:   Writing,
	Severity: Warning,
	Since:    "0.1.0",
	Page:     wordRepeatedPage,
	Check:    checkWordRepeated,
}

// checkWordRepeated reports pieces of text that stand there twice in a row.
func checkWordRepeated(p *Pass) {
	for _, at := range p.reading().repeated {
		again := p.textAt(at)
		p.Flag(Diagnostic{
			Span:    p.spanAt(at),
			Message: Message{fmt.Sprintf("「%s」重复", p.twice(at)), fmt.Sprintf("%s is repeated", p.twice(at))},
			Label:   Message{fmt.Sprintf("多了「%s」？", again), fmt.Sprintf("one %s too many?", again)},
			Help:    Message{fmt.Sprintf("删去一个「%s」", again), fmt.Sprintf("delete one %s", again)},
			Basis:   p.Form.Profile.Basis,
			Fixes: []Fix{{
				Title: Message{fmt.Sprintf("删去重复的「%s」", again), fmt.Sprintf("delete the second %s", again)},
				Edits: []Edit{{Span: p.spanAt(at)}},
			}},
		})
	}
}

// twice returns both copies, with the word behind a single character.
func (p *Pass) twice(at place) string {
	text := p.Report.Blocks[at.block].Prose.Text
	start := at.at - (at.end - at.at)
	if strings.HasPrefix(text[at.at:], "可以") {
		start += len("以") // 可通过可以通过
	}
	more := 0
	if at.end-at.at == len("市") {
		more, _ = doubled(text, at.at)
	}
	return text[start : at.end+more]
}

// repeat takes a piece of text of the given size that ends at end and may
// stand there twice, or of which only the last run bytes stood there before.
// It reports whether the text is a repetition, right or wrong.
func (s *scanner) repeat(end, size, run int) bool {
	if run < size { // 可通过可以通过
		piece := s.text[end-run : end]
		wrong := strings.HasSuffix(s.text[:end], "可"+piece+"可以"+piece)
		if wrong {
			s.repeated = append(s.repeated, s.place(end-size, end))
		}
		return wrong
	}
	middle := end - size
	start := middle - size
	if size > longestEcho || start < 0 || s.text[start:middle] != s.text[middle:end] {
		return false
	}
	wrong := !isIdiom(s.text[start:])
	if size == len("市") {
		_, wrong = doubled(s.text, middle)
	}
	if wrong {
		s.repeated = append(s.repeated, s.place(middle, end))
	}
	return true
}

// doubles are characters that are doubled by mistake before a word: 市市人民
// 政府, 建建立. Most doubled characters are right: 常常, 为了了解, 办公公开, and
// the towns that are called 镇, such as 乌镇镇.
var doubles = []struct {
	char   string
	after  []string // what follows
	unless []string // what may stand before it
}{
	{"市", []string{"人民政府"}, []string{"津"}},
	{"县", []string{"人民政府"}, nil},
	{"区", []string{"人民政府", "政府"}, []string{"城", "郊", "矿"}},
	{"省", []string{"人民政府"}, nil},
	{"建", []string{"立"}, []string{"党", "筹", "组", "共", "创", "构"}},
	{"加", []string{"强", "大", "快"}, []string{"更", "参", "增"}},
	{"推", []string{"进", "动"}, nil},
	{"完", []string{"善"}, nil},
	{"落", []string{"实"}, nil},
	{"提", []string{"高", "升", "供"}, []string{"前"}},
}

// particles are doubled by mistake unless they belong to words.
var particles = []struct {
	char   string
	before []string // words that end with it: 存在, 目的
	after  []string // words that begin with it: 在线, 了解
}{
	{"在", []string{"存", "现", "旨", "实", "内", "潜", "所", "正", "好", "外", "自", "健"}, []string{"线", "建", "职", "岗", "编", "校", "册", "场", "位", "读", "押", "案", "于", "家", "外", "地"}},
	{"的", []string{"目", "标", "靶"}, []string{"确", "士"}},
	{"了", []string{"为", "除", "罢", "末"}, []string{"解", "然", "结", "却", "断", "如", "望", "不"}},
}

// doubled reports whether the doubled character whose second copy stands at i
// is a mistake, and how many bytes behind it belong to the same word.
func doubled(s string, i int) (more int, wrong bool) {
	char, before, after := s[i:i+3], s[:i-3], s[i+3:]
	for _, d := range doubles {
		if d.char == char {
			word := hasAnyPrefix(after, d.after)
			return len(word), word != "" && !endsWithAny(before, d.unless)
		}
	}
	for _, t := range particles {
		if t.char == char {
			return 0, !endsWithAny(before, t.before) && hasAnyPrefix(after, t.after) == ""
		}
	}
	return 0, false
}

func endsWithAny(s string, words []string) bool {
	for _, w := range words {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

// idioms begin with a word twice and are right: words said twice on purpose,
// and a word before a longer one that begins with it.
var idioms = []string{
	"研究研究", "讨论讨论", "商量商量", "学习学习", "考虑考虑",
	"工作工作者", "工作工作人员", "工作工作组", "工作工作站", "服务服务中心", "服务服务站", "服务服务指南", "服务服务平台", "服务服务窗口",
	"公开公开栏", "公开公开目录", "公开公开指南", "公开公开平台", "公开公开专栏", "管理管理局", "管理管理办法", "管理管理中心", "管理管理员", "管理管理系统",
	"教育教育局", "宣传宣传部", "宣传宣传栏", "监督监督员", "监督监督局", "监督监督电话", "培训培训班", "培训培训中心", "信息信息化", "信息信息中心", "信息信息员",
	"规范规范性", "发展发展改革", "发展发展和改革", "标准标准化", "文件文件夹", "会议会议室", "技术技术员", "市场市场监管", "市场市场监督", "安全安全生产", "生产生产", "卫生卫生",
}

// isIdiom reports whether the text that begins with a word twice is right. So
// are all with a numeral in the word: 一件一件, 二零二零年.
func isIdiom(s string) bool {
	return hasAnyPrefix(s, idioms) != "" || hasAnyPrefix(s, []string{"一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "两", "几", "逐", "零"}) != ""
}
