package report

import "testing"

func TestDateExists(t *testing.T) {
	tests := []struct {
		text   string
		exists bool
	}{
		{"2024年1月17日", true},
		{"2024年2月29日", true},
		{"2023年2月29日", false},
		{"2月29日", true},
		{"2月30日", false},
		{"2023年11月31日", false},
		{"2023年12月31日", true},
		{"2023年13月1日", false},
		{"2023年13月", false},
		{"2023年12月", true},
		{"2023年", true},
		{"12月", true},
		{"二〇二三年四月三十一日", false},
		{"1900年2月29日", false},
		{"2000年2月29日", true},
	}
	for _, test := range tests {
		d, size := DateAt(test.text)
		if size != len(test.text) || d.Exists() != test.exists {
			t.Errorf("%s (%d bytes read) exists: %t", test.text, size, d.Exists())
		}
	}
}

func TestDateBefore(t *testing.T) {
	ordered := []string{"2022年", "2022年12月31日", "2023年1月", "2023年1月1日", "2023年1月2日", "2023年2月1日", "2024年1月1日"}
	for i, earlier := range ordered {
		for j, later := range ordered {
			a, _ := DateAt(earlier)
			b, _ := DateAt(later)
			if a.Before(b) != (i < j) {
				t.Errorf("%s before %s: %t", earlier, later, a.Before(b))
			}
		}
	}
}

func TestDateParts(t *testing.T) {
	whole, _ := DateAt("2024年1月17日")
	month, _ := DateAt("2024年1月")
	if !whole.Whole() || month.Whole() || whole.IsZero() || !(Date{}).IsZero() {
		t.Errorf("%+v, %+v", whole, month)
	}
}
