package profile

import (
	"strings"
	"testing"
)

func TestDeadline(t *testing.T) {
	tests := []struct {
		profile, kind string
		month, day    int
	}{
		{"disclosure-2021", Department, 1, 31},
		{"disclosure-2021", County, 3, 31},
		{"disclosure-2021", "", 3, 31}, // the latest
		{"disclosure-2019", Ministry, 1, 31},
		{"disclosure-2008", Department, 3, 31},
	}
	for _, test := range tests {
		d := standard(t, test.profile).Deadline(test.kind)
		if d == nil || d.Month != test.month || d.Day != test.day {
			t.Errorf("%s, %q: got %v, want %d-%d", test.profile, test.kind, d, test.month, test.day)
		}
	}
}

func standard(t *testing.T, id string) *Profile {
	for _, p := range Standard().All() {
		if p.ID == id {
			return p
		}
	}
	t.Fatalf("no profile %s", id)
	return nil
}

// A deadline on no day, for a kind that does not exist, or two for one kind,
// is an error of the profile.
func TestDeadlinesAreLoadedStrictly(t *testing.T) {
	const head = "id = \"x\"\ntitle = \"x\"\nbasis = \"x\"\nname = { zh = \"x\", en = \"x\" }\nwords = [\"x\"]\nyears = { from = 2000 }\n"
	const right = "[[deadline]]\nkinds = [\"city\"]\nmonth = 3\nday = 31\nbasis = \"x\"\n"
	if _, err := Load("x.toml", head+right); err != nil {
		t.Fatal(err)
	}
	for _, wrong := range []string{
		strings.Replace(right, "31", "32", 1),
		strings.Replace(right, "city", "town", 1),
		strings.Replace(right, `basis = "x"`, "", 1),
		right + right,
	} {
		if _, err := Load("x.toml", head+wrong); err == nil || !strings.Contains(err.Error(), "deadline") {
			t.Errorf("got %v for\n%s", err, wrong)
		}
	}
}
