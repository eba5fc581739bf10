package parser

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/gouji-lint/gouji/report"
)

// fragments are what damaged reports are made of.
var fragments = strings.Split("\n|\n\n|\r\n|\r| |  |    |\t|　|\u00a0|\ufeff|\u200b|一、|（一）|1. |1、|- |* |> |# |## |===\n|---\n|"+
	"--- ---\n|+---+\n|```\n|~~~|`|``|**|__|*|_|\\|[|]|(a)|![|<br>|<br/>|<p>|</p>|<p align='>'>|<h2>|</h2>|<div>\n|</div>|<span>|"+
	"<table>|</table>|<tr>|</tr>|<td>|</td>|<td colspan=2>|<td rowspan='2'>|<th>|<thead>|<!--|-->|<!-- gouji-disable-next-line a: b -->|"+
	"<style>|</style>|<?x|<a@b>|<http://c>|&nbsp;|&amp;|&#12288;|&ldquo;|&|某局|政府信息公开|2023年|年度报告|2024年1月17日|正文。|总体情况|"+
	"3|0|12件|/|无|[TABLE]|+++\n|key: v\n|：|，|x|\x00|\xff|\xe4", "|")

// TestFragments reads random mixtures of fragments, with pipes.
func TestFragments(t *testing.T) {
	pieces := append(fragments, "|", "| --- |\n", "|a|b|\n", "|-|-|\n", "\\|", "｜")
	rounds := 20_000
	if testing.Short() {
		rounds = 2000
	}
	random := rand.New(rand.NewPCG(1, 2))
	p := New()
	for range rounds {
		var b strings.Builder
		for range 1 + random.IntN(40) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		src := b.String()
		func() {
			defer func() {
				if r := recover(); r != nil {
					t.Fatalf("%q: %v", src, r)
				}
			}()
			r := p.Parse(report.NewFile("报告.md", src))
			defer func() {
				if t.Failed() {
					t.Logf("%q", src)
				}
			}()
			check(t, r)
			if first, again := outline(r), outline(Parse(report.NewFile("报告.md", src))); first != again {
				t.Fatalf("%q: scratch makes a difference:\n%s\n%s", src, first, again)
			}
		}()
	}
}
