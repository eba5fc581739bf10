package report

// MeasureAt returns the measure word that s starts with, the longest one, or
// "". It knows those that counts and amounts in reports carry.
func MeasureAt(s string) string {
	if s == "" {
		return ""
	}
	if s[0] < 0x80 {
		if s[0] == '%' {
			return s[:1]
		}
		return ""
	}
	if len(s) < 3 {
		return ""
	}
	if startsLongMeasure(s[:3]) {
		for _, size := range [...]int{12, 9, 6} {
			if len(s) >= size && isMeasure(s[:size]) {
				return s[:size]
			}
		}
	}
	if isMeasure(s[:3]) {
		return s[:3]
	}
	return ""
}

// MeasureSigns are the characters that the measure words of MeasureAt begin
// with, but for %.
const MeasureSigns = "件宗起份条篇次个项人名期场批封通页笔家户位种则例轮处套张类部册幅点组字天元倍届所大方万亿工％‰"

// startsLongMeasure reports whether a measure word of more than one character
// starts with this one.
func startsLongMeasure(character string) bool {
	switch character {
	case "件", "条", "人", "场", "批", "次", "大", "方", "万", "亿", "工", "个":
		return true
	}
	return false
}

func isMeasure(s string) bool {
	switch s {
	case "件", "宗", "起", "份", "条", "篇", "次", "个", "项", "人", "名", "期", "场", "批",
		"封", "通", "页", "笔", "家", "户", "位", "种", "则", "例", "轮", "处", "套", "张",
		"类", "部", "册", "幅", "点", "组", "字", "天", "元", "倍", "届", "所":
		return true
	case "件次", "条次", "人次", "场次", "批次", "次数", "大类", "方面", "万元", "亿元", "万件",
		"万条", "万次", "万人", "工作日", "个工作日", "万人次":
		return true
	case "％", "‰":
		return true
	}
	return false
}
