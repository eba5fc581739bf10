package report

// MeasureAt returns the measure word that s starts with, the longest one, or
// "". It knows those that counts and amounts in reports carry.
func MeasureAt(s string) string {
	for _, size := range [...]int{12, 9, 6, 3, 1} {
		if len(s) >= size && isMeasure(s[:size]) {
			return s[:size]
		}
	}
	return ""
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
	case "%", "％", "‰":
		return true
	}
	return false
}
