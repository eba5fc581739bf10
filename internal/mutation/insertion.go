package mutation

// insertion is a text that does not belong into a report, and the rule that
// says so.
type insertion struct {
	rule string
	text string
}

// sentences are faults of which the forms give no occasion.
func sentences() []insertion {
	return []insertion{
		{"parts-mismatch", "全年公开政府信息100条，其中文件类60条、动态类30条。"},
		{"percent-mismatch", "全年发放宣传册200份，其中送到社区50份，占35%。"},
		{"kinds-mismatch", "重点公开四类信息：财政预算、公共资源、公益事业。"},
		{"self-contradiction", "通过门户网站信息公开专栏发布信息20条。通过门户网站信息公开专栏共发布信息16条。"},
		{"term-wrong", "涉及国家机密的内容一律不公开。"},
		{"date-form", "截止2025年12月31日，各栏目运行正常。"},
		{"date-invalid", "2月30日，召开了工作部署会。"},
		{"fee-regime", "办理政府信息公开申请未收取检索费、复制费、邮寄费。"},
	}
}

// residues are remains of templates, web pages and markup.
func residues() []insertion {
	return []insertion{
		{"template-residue", "该部分以表格形式报告。"},
		{"template-residue", "（请填写本机关的有关情况）"},
		{"template-residue", "20XX年，某某局公开政府信息××件。"},
		{"template-residue", "全年召开工作会议____次。"},
		{"markup-residue", "字体：大 中 小"},
		{"markup-residue", "【打印本页】【关闭窗口】"},
		{"markup-residue", "办理情况&amp;nbsp;良好。"},
		{"markup-residue", "**办理情况良好。"},
	}
}

// eachInsertion puts each text at the beginning of each section as a
// paragraph of its own.
func eachInsertion(texts []insertion) func(*Base) []Mutation {
	return func(b *Base) (all []Mutation) {
		for _, in := range texts {
			for n := range b.bound.Sections {
				p := b.part(n)
				m := b.with(in.text+" in "+p.name(), []string{in.rule}, edit{p.body.Start, p.body.Start, "\n" + marked(in.text) + "\n"})
				all = append(all, m)
			}
		}
		return all
	}
}

// feeChanged changes what the report says of the fee, where it must.
func feeChanged(b *Base) (all []Mutation) {
	duty := b.bound.Profile.Fee
	if duty == nil || duty.Section == "" {
		return nil
	}
	n := b.bound.Profile.Section(duty.Section)
	p := b.part(n)
	paragraph := b.bound.Sections[n].Body[0].Prose
	for _, in := range []insertion{
		{"fee-missing", "无。"},
		{"fee-missing", "无其他需要报告的事项。"},
		{"fee-missing", "依据《政府信息公开信息处理费管理办法》，对数量、频次明显超过合理范围的申请，可以收取信息处理费。"},
		{"fee-conflict", paragraph.Text + "全年未收取信息处理费。"},
		{"fee-parts", paragraph.Text + "其中，甲区1件，收取100元；乙区1件，收取200元。"},
		{"fee-tariff", "2025年对1件政府信息公开申请收取信息处理费5元。"},
		{"fee-tariff", "2025年对1件政府信息公开申请收取信息处理费83450元，共2219页。"},
	} {
		all = append(all, b.with(in.text, []string{in.rule}, point(p.head), replace(paragraph.Span, in.text)))
	}
	overview := b.bound.Sections[0].Body
	all = append(all, b.with("stated elsewhere", []string{"fee-misplaced"}, point(p.head), replace(paragraph.Span, "无其他需要报告的事项。"),
		insert(overview[0].Prose.Span.End, paragraph.Text)))
	return all
}

// problemsChanged puts other texts in place of what is said of problems and
// remedies.
func problemsChanged(b *Base) (all []Mutation) {
	p := b.part(b.bound.Profile.Section("problems"))
	for _, text := range [...]string{"暂无问题。", "无。", "部分栏目内容更新不及时，解读形式比较单一，部分岗位人员业务水平不高，答复文书的格式还不统一，存在错漏，检索不便的问题也没有解决。"} {
		all = append(all, b.with(text, []string{"problems-unanswered"}, point(p.head), replace(p.body, "\n"+text+"\n\n")))
	}
	return all
}
