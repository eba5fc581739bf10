package rules

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

// idioms begin with a word twice and are right: words said twice on purpose,
// and a word before a longer one that begins with it.
var idioms = []string{
	"研究研究", "讨论讨论", "商量商量", "学习学习", "考虑考虑",
	"工作工作者", "工作工作人员", "工作工作组", "工作工作站", "服务服务中心", "服务服务站", "服务服务指南", "服务服务平台", "服务服务窗口",
	"公开公开栏", "公开公开目录", "公开公开指南", "公开公开平台", "公开公开专栏", "管理管理局", "管理管理办法", "管理管理中心", "管理管理员", "管理管理系统",
	"教育教育局", "宣传宣传部", "宣传宣传栏", "监督监督员", "监督监督局", "监督监督电话", "培训培训班", "培训培训中心", "信息信息化", "信息信息中心", "信息信息员",
	"规范规范性", "发展发展改革", "发展发展和改革", "标准标准化", "文件文件夹", "会议会议室", "技术技术员", "市场市场监管", "市场市场监督", "安全安全生产",
}

// isIdiom reports whether the text that begins with a word twice is right. So
// are all with a numeral in the word: 一件一件, 二零二零年.
func isIdiom(s string) bool {
	return hasAnyPrefix(s, idioms) != "" || hasAnyPrefix(s, []string{"一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "两", "几", "逐", "零"}) != ""
}
