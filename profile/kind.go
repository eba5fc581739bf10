package profile

import (
	"strings"

	"github.com/gouji-lint/gouji/report"
)

// The kinds of organ that publish reports.
const (
	Ministry   = "ministry"   // 国务院部门
	Province   = "province"   // 省、自治区、直辖市人民政府
	City       = "city"       // 设区的市、自治州人民政府; 县级市 by their name
	County     = "county"     // 县、区、旗人民政府
	Department = "department" // 县级以上地方人民政府部门
	Township   = "township"   // 乡、镇人民政府, 街道办事处
	Authorized = "authorized" // 法律、法规授权的组织
)

// Kinds returns every kind of organ, the highest first.
func Kinds() []string {
	return []string{Ministry, Province, City, County, Department, Township, Authorized}
}

// KindTitle is what a kind of organ is called in Chinese, "" when there is no
// such kind.
func KindTitle(kind string) string {
	return map[string]string{
		Ministry: "国务院部门", Province: "省级政府", City: "市级政府", County: "县级政府",
		Department: "地方政府部门", Township: "乡镇、街道", Authorized: "法律法规授权的组织",
	}[kind]
}

// KindOf tells the kind of an organ by its name, "" when the name does not
// tell: 管理委员会 govern an area, and 政府办公室 may report for themselves
// or for their government.
func KindOf(organ string) string {
	name := report.TrimBlank(organ)
	area, government := cutSuffix(name, "人民政府", "政府")
	_, office := cutSuffix(name, "政府办公室", "政府办公厅", "政府办")
	_, either := cutSuffix(name, "管理委员会", "管委会")
	switch {
	case office || either || area == "":
		return ""
	case hasSuffix(area, "镇", "乡", "街道", "街道办事处", "街道办", "苏木"):
		return Township
	case government || hasSuffix(area, "省", "市", "县", "旗", "自治区", "自治州"):
		return kindOfArea(area)
	case strings.HasPrefix(name, "国家") || strings.HasPrefix(name, "中华人民共和国") || isMinistry(name):
		return Ministry
	case hasSuffix(name, "局", "厅", "委员会", "委", "办公室", "办"):
		return Department
	}
	return ""
}

// kindOfArea tells the kind of the government of an area.
func kindOfArea(area string) string {
	switch {
	case hasSuffix(area, "省", "自治区"), area == "北京市", area == "天津市", area == "上海市", area == "重庆市":
		return Province
	case hasSuffix(area, "市", "自治州", "盟", "地区"):
		return City
	case hasSuffix(area, "县", "区", "旗"):
		return County
	}
	return ""
}

// isMinistry reports whether the name is that of a ministry: 教育部. No place
// stands before it.
func isMinistry(name string) bool {
	return strings.HasSuffix(name, "部") && !strings.ContainsAny(name, "省市县区州旗")
}

// cutSuffix returns s without whichever of the suffixes it has.
func cutSuffix(s string, suffixes ...string) (string, bool) {
	for _, suffix := range suffixes {
		if rest, ok := strings.CutSuffix(s, suffix); ok {
			return rest, true
		}
	}
	return s, false
}

func hasSuffix(s string, suffixes ...string) bool {
	_, ok := cutSuffix(s, suffixes...)
	return ok
}
