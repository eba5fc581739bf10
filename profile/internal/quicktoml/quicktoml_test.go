package quicktoml_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"github.com/gouji-lint/gouji/profile/internal/quicktoml"
)

// words take a text apart themselves.
type words []string

func (w *words) UnmarshalText(text []byte) error {
	*w = strings.Fields(string(text))
	return nil
}

type shared struct {
	Words words `toml:"words"`
	Unit  unit  `toml:"unit"`
}

type unit string

type row struct {
	shared
	ID     string     `toml:"id"`
	Labels []string   `toml:"labels"`
	Sums   [][]string `toml:"sums"`
	Last   bool       `toml:"last"`
	Steps  []step     `toml:"step"`
}

type step struct {
	To   int64 `toml:"to"`
	Note note  `toml:"note"`
}

type note struct {
	ZH string `toml:"zh"`
	EN string `toml:"en"`
}

type document struct {
	ID      string         `toml:"id"`
	Name    note           `toml:"name"`
	Years   []int          `toml:"years"`
	Rows    []row          `toml:"row"`
	Fee     *row           `toml:"fee"`
	Percent map[string]int `toml:"percent"`
	Skipped int            `toml:"-"`
}

// full decodes as the decoder of record does, strictly.
func full(src string) (d document, ok bool) {
	meta, err := toml.Decode(src, &d)
	return d, err == nil && len(meta.Undecoded()) == 0
}

func quick(src string) (d document, ok bool) {
	ok = quicktoml.IsText(src) && quicktoml.New().Decode(src, &d)
	return d, ok
}

// plain are documents of the plain part.
var plain = []string{
	"",
	"# nothing\n",
	"id = \"a\"",
	"id = 'a\\d'\t# a remark\n\n",
	"id = \"\"\"\na 'b' \"c\"\n[[row]]\n\"\"\"\n",
	"name = { zh = \"甲\", en = \"a\" }\nyears = [1, -2, 0]\n",
	"years = [\n  1, # one\n  2,\n]\n",
	"years = []\nname = {}\n",
	"[[row]]\nid = \"a\"\nwords = \" x y \"\nunit = \"件\"\nlabels = [\"b\", 'c']\nsums = [[\"d\"], [], [\"e\", \"f\"]]\nlast = true\n" +
		"  [[row.step]]\n  to = 1\n  [[row.step]]\n    [row.step.note]\n    zh = \"n\"\n[[row]]\nlast = false\n[[row.step]]\n",
	"[fee]\nid = \"f\"\n[percent]\na = 1\nb-c = 2\n[[row]]\n[[fee.step]]\nto = 3\n",
	"percent = { a = 1 }\nfee = { id = \"x\", step = [{ to = 1 }, { note = { en = \"n\" } }] }\n",
}

// beyond are documents that are right, but not plain, and documents that are
// wrong.
var beyond = []string{
	"id = \"a\\n\"", "id = '''a'''", "id = \"\"\"a\"\"\"\"\n", "name.zh = \"a\"", "\"id\" = \"a\"", "years = [1_000]", "years = [0x10]",
	"years = [+1]", "[fee.shared]\n", "id = \"a\"\r\n",
	"id", "id =", "id = a", "id = \"a", "id = \"a\n\"", "id = \"a\" x", "id = 1", "id = \"a\"\nid = \"b\"", "other = 1", "ID = \"a\"",
	"years = [1 2]", "years = [1", "years = [01]", "years = [1.5]", "years = [9999999999999999999]", "name = { zh = \"a\", }", "name = { zh = \"a\"\n}",
	"name = { zh = \"a\", zh = \"b\" }", "name = \"a\"", "[name]\n[name]\n", "name = {}\n[name]\n", "[row]\n", "[[name]]\n", "row = []\n[[row]]\n",
	"[[row]]\n[row.step]\n", "[[row.step]]\n", "[fee] x\n", "[fee\n", "[[fee]\n", "[]\n", "[ fee ]\n", "[fee.]\n", "percent = { a = 1, a = 2 }",
	"[percent]\na = 1\na = 2\n", "[percent.a]\n", "[skipped]\n", "skipped = 1", "id = \"\x00\"", "id = \"\xff\"", "\ufeffid = \"a\"",
}

func TestReadsThePlainPart(t *testing.T) {
	for _, src := range plain {
		want, right := full(src)
		if got, ok := quick(src); !right || !ok || !reflect.DeepEqual(got, want) {
			t.Errorf("%q: got %t %+v, want %t %+v", src, ok, got, right, want)
		}
	}
}

func TestLeavesTheRest(t *testing.T) {
	for _, src := range beyond {
		if got, ok := quick(src); ok {
			t.Errorf("%q: got %+v", src, got)
		}
	}
}

// What the quick decoder takes, the decoder of record takes and reads alike.
func FuzzDecode(f *testing.F) {
	for _, src := range append(plain, beyond...) {
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src string) {
		got, ok := quick(src)
		if !ok {
			return
		}
		if want, right := full(src); !right || !reflect.DeepEqual(got, want) {
			t.Errorf("got %+v, want %t %+v", got, right, want)
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	src := strings.Repeat(plain[8], 40)
	for name, decode := range map[string]func(string) (document, bool){"quick": quick, "full": full} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(src)))
			b.ReportAllocs()
			for b.Loop() {
				if _, ok := decode(src); !ok {
					b.Fatal("not read")
				}
			}
		})
	}
}
