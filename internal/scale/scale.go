// Package scale makes up repositories of reports of any size, to measure
// gouji on. The same seed gives the same files.
//
// The reports of an organ follow from each other: what a year carries out the
// next carries in, and what is valid follows from what was issued and
// repealed. One report in twenty has a wrong figure.
package scale

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/gouji-lint/gouji/internal/shape"
	"github.com/gouji-lint/gouji/profile"
)

// Years are the report years that each organ has.
const (
	firstYear = 2021
	years     = 5
)

// Config claims the files that Write makes.
const Config = "files = [\"{organ}/{year}.md\"]\n"

// Write makes n reports below dir, with a configuration that claims them.
func Write(dir string, n int, seed uint64) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, "gouji.toml"), []byte(Config), 0o644); err != nil {
		return err
	}
	for organ := 0; organ*years < n; organ++ {
		b := newBooks(seed, organ)
		folder := filepath.Join(dir, b.organ)
		if err := os.MkdirAll(folder, 0o755); err != nil {
			return err
		}
		for year := firstYear; year < firstYear+years && organ*years+year-firstYear < n; year++ {
			path := filepath.Join(folder, strconv.Itoa(year)+".md")
			if err := os.WriteFile(path, []byte(b.report(year)), 0o644); err != nil {
				return err
			}
		}
	}
	return nil
}

// books are the records of one organ.
type books struct {
	random  *rand.Rand
	profile *profile.Profile
	organ   string
	shape   shape.Shape
	figures map[profile.Ref]int
	faulty  bool // this year's report has a wrong figure
}

func newBooks(seed uint64, organ int) *books {
	random := rand.New(rand.NewPCG(seed, uint64(organ)))
	shapes := []shape.Shape{shape.Narrow, shape.Narrow, shape.Wide, shape.HTML, shape.HTML}
	places := []string{"东", "西", "南", "北", "中", "上", "下", "前", "后", "新"}
	works := []string{"教育", "财政", "民政", "水利", "农业农村", "交通运输", "卫生健康", "应急管理", "统计", "审计"}
	name := fmt.Sprintf("%s%s%s市%s局", places[organ/1000%10], places[organ/100%10], places[organ/10%10], works[organ%10])
	if organ >= 10_000 {
		name = fmt.Sprintf("第%d%s", organ/10_000, name)
	}
	return &books{
		random: random, profile: find("disclosure-2021"), organ: name,
		shape: shapes[organ%len(shapes)], figures: map[profile.Ref]int{},
	}
}

func find(id string) *profile.Profile {
	for _, p := range profile.Standard().Profiles() {
		if p.ID == id {
			return p
		}
	}
	panic("no profile " + id)
}

// keep works out the figures of the next year from those of the last.
func (b *books) keep() {
	last, next := b.figures, map[profile.Ref]int{}
	norm := func(column string) profile.Ref {
		return profile.Ref{Table: "regulations", Row: "normative", Column: column}
	}
	issued, repealed := b.random.IntN(9), 0
	if v := last[norm("valid")]; v > 4 {
		repealed = b.random.IntN(4)
	}
	next[norm("issued")], next[norm("repealed")] = issued, repealed
	next[norm("valid")] = last[norm("valid")] + issued - repealed
	for _, table := range []string{"licensing", "sanctions", "charges"} {
		for _, row := range b.profile.Table(table).Rows {
			next[profile.Ref{Table: table, Row: row.ID, Column: b.profile.Table(table).Columns[0].ID}] = b.random.IntN(5000)
		}
	}
	t := b.profile.Table("applications")
	for _, c := range t.Columns[:6] {
		b.column(last, next, c.ID)
	}
	for _, row := range t.Rows {
		for _, c := range t.Columns[:6] {
			next[profile.Ref{Table: t.ID, Row: row.ID, Column: "sum"}] += next[profile.Ref{Table: t.ID, Row: row.ID, Column: c.ID}]
		}
	}
	b.figures = next
}

// column works out one column of 表三.
func (b *books) column(last, next map[profile.Ref]int, column string) {
	cell := func(row string) profile.Ref { return profile.Ref{Table: "applications", Row: row, Column: column} }
	most := 6
	if column == "natural" {
		most = 120
	}
	in, received := last[cell("carried-out")], b.random.IntN(most)
	done := 0
	if in+received > 0 {
		done = in + received - b.random.IntN(min(5, in+received))
	}
	for _, row := range b.profile.Table("applications").Rows {
		if row.ID == "new" || row.ID == "carried-in" || row.ID == "total" || row.ID == "carried-out" {
			continue
		}
		if left := done - next[cell("total")]; left > 0 && b.random.IntN(3) == 0 {
			n := 1 + b.random.IntN(left)
			next[cell(row.ID)] = n
			next[cell("total")] += n
		}
	}
	rest := done - next[cell("total")]
	next[cell("remaining")] += rest
	next[cell("total")] += rest
	next[cell("new")], next[cell("carried-in")] = received, in
	next[cell("carried-out")] = in + received - done
}

// report writes the report of a year.
func (b *books) report(year int) string {
	b.keep()
	b.faulty = b.random.IntN(20) == 0
	wrong := profile.Ref{Table: "applications", Row: "petition", Column: "natural"}
	figures := func(ref profile.Ref) string {
		n := b.figures[ref]
		if b.faulty && ref == wrong {
			n++
		}
		return strconv.Itoa(n)
	}
	var t strings.Builder
	fmt.Fprintf(&t, "# %s%d年政府信息公开工作年度报告\n\n本报告所列数据的统计期限自%d年1月1日起至%d年12月31日止。\n", b.organ, year, year, year)
	for i := range b.profile.Sections {
		s := &b.profile.Sections[i]
		fmt.Fprintf(&t, "\n## %s\n\n", s.Label())
		switch s.ID {
		case "overview":
			b.overview(&t, year)
		case "problems":
			fmt.Fprintf(&t, "存在的问题：栏目%d更新不够及时，%s方面的解读不够丰富。\n\n%d年将逐月检查栏目，编写问答，组织%d次培训。\n",
				b.random.IntN(90)+1, b.topic(), year+1, b.random.IntN(6)+2)
		case "others":
			fmt.Fprintf(&t, "%d年度未收取信息处理费。\n\n%s\n\n%d年1月%d日\n", year, b.organ, year+1, 5+b.random.IntN(25))
		default:
			t.WriteString(shape.Section(b.profile, s.ID, b.shape, figures))
		}
	}
	return t.String()
}

// overview writes prose of the usual length.
func (b *books) overview(t *strings.Builder, year int) {
	sum := func(row string) int { return b.figures[profile.Ref{Table: "applications", Row: row, Column: "sum"}] }
	fmt.Fprintf(t, "%d年，新收政府信息公开申请%d件，上年结转%d件，办结%d件，结转下年度继续办理%d件。\n",
		year, sum("new"), sum("carried-in"), sum("total"), sum("carried-out"))
	for i, aspect := range []string{"主动公开", "依申请公开", "政府信息管理", "平台建设", "监督保障"} {
		fmt.Fprintf(t, "\n### （%s）%s\n", []string{"一", "二", "三", "四", "五"}[i], aspect)
		for range 3 + b.random.IntN(8) {
			fmt.Fprintf(t, "\n围绕%s，梳理应当公开的事项，明确时限和责任，逐项落实到人；对群众咨询较多的%s问题，编写问答，"+
				"在政府网站和政务新媒体同步发布。落实发布前审查，定期检查栏目，开展考核、社会评议和培训，推动%s工作走深走实。\n",
				b.topic(), b.topic(), b.topic())
		}
	}
}

func (b *books) topic() string {
	all := []string{"就业", "教育", "养老", "医疗", "住房", "交通", "环境保护", "安全生产", "食品药品", "财政预算", "公共资源", "乡村振兴", "营商环境", "防灾减灾", "文化旅游"}
	one := b.random.IntN(len(all))
	return all[one] + "和" + all[(one+1+b.random.IntN(len(all)-1))%len(all)]
}
