package profile

import "testing"

func TestKindOf(t *testing.T) {
	tests := []struct{ organ, kind string }{
		{"吕梁市教育局", Department},
		{"示例区发展和改革委员会", Department},
		{"示例省财政厅", Department},
		{"示例市人民政府", City},
		{"示例市", City},
		{"上海市人民政府", Province},
		{"示例省人民政府", Province},
		{"示例县人民政府", County},
		{"示例区政府", County},
		{"示例自治州人民政府", City},
		{"示例县甲镇人民政府", Township},
		{"示例区七都街道办事处", Township},
		{"落水镇", Township},
		{"教育部", Ministry},
		{"国家税务总局", Ministry},
		// Names that do not tell.
		{"番禺区人民政府办公室", ""},
		{"示例高新区管理委员会", ""},
		{"平潭综合实验区", ""},
		{"瓯海机关事务中心", ""},
		{"", ""},
	}
	for _, test := range tests {
		if kind := KindOf(test.organ); kind != test.kind {
			t.Errorf("KindOf(%q) = %q, want %q", test.organ, kind, test.kind)
		}
	}
}
