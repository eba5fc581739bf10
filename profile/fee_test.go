package profile

import "testing"

// The costs are the regulation's, worked out by hand; 2219 pages for 83460
// yuan was in the press.
func TestTariff(t *testing.T) {
	var fee *Fee
	for _, p := range Standard().All() {
		if p.ID == "disclosure-2021" {
			fee = p.Fee
		}
	}
	tests := []struct {
		unit    string
		n, yuan int64
	}{
		{"页", 0, 0}, {"页", 30, 0}, {"页", 31, 10}, {"页", 100, 700}, {"页", 101, 720}, {"页", 200, 2700}, {"页", 201, 2740}, {"页", 2219, 83460},
		{"件", 0, 0}, {"件", 10, 0}, {"件", 11, 100}, {"件", 30, 2000}, {"件", 31, 2200}, {"件", 40, 4000}, {"件", 41, 4300}, {"件", 50, 7000}, {"件", 51, 7400},
	}
	for _, test := range tests {
		tariff := fee.Tariff(test.unit)
		if got, ok := tariff.Cost(test.n); got != test.yuan || !ok {
			t.Errorf("%d %s: %d, want %d", test.n, test.unit, got, test.yuan)
		}
		if !tariff.Charges(test.yuan) {
			t.Errorf("%d yuan: no number of %s costs that", test.yuan, test.unit)
		}
	}
	for _, n := range []int64{-1, most + 1} {
		if _, ok := fee.Tariff("页").Cost(n); ok {
			t.Errorf("%d pages have a price", n)
		}
	}
	for _, yuan := range []int64{5, 710, 2710, 83461} {
		if fee.Tariff("页").Charges(yuan) {
			t.Errorf("%d yuan: some number of pages costs that", yuan)
		}
	}
	for yuan, want := range map[int64]bool{380: true, 400: true, 710: false, 2800: true, 155: false, 2750: false} {
		if got := fee.MayCost(yuan); got != want {
			t.Errorf("one request may cost %d yuan: %v", yuan, got)
		}
	}
	if fee.Step() != 10 {
		t.Errorf("step %d, want 10", fee.Step())
	}
}
