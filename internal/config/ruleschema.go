package config

import (
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/rules"
)

// ownRules returns the schema of [[rule]].
func ownRules() object {
	text := object{"type": "string"}
	phrases := object{"type": "array", "items": object{"type": "string", "minLength": 2}, "minItems": 1}
	either := object{"anyOf": []object{text, {
		"type": "object", "required": []string{"zh"}, "additionalProperties": false,
		"properties": object{"zh": about(text, "中文"), "en": about(text, "英文")},
	}}}
	year := object{"type": "integer"}
	properties := object{
		"name":     object{"description": "名称：小写字母、数字和连字符，不与已有规则重名", "type": "string", "pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},
		"title":    about(either, "几个字的标题；不写则用 message"),
		"severity": object{"description": "级别；不写为 warning", "enum": []string{rules.Off.String(), rules.Info.String(), rules.Warning.String(), rules.Error.String()}},
		"message":  about(either, "一句话：有什么问题"),
		"basis":    about(text, "依据"),
		"page":     about(text, "gouji explain 显示的说明（Markdown）"),
		"applies": object{
			"description": "只用于哪些报告", "type": "object", "additionalProperties": false,
			"properties": object{
				"profiles": about(object{"type": "array", "items": text}, "报告格式的 id"),
				"kinds":    object{"description": "机关类别", "type": "array", "items": object{"enum": profile.Kinds()}},
				"years": object{
					"description": "报告年度", "type": "object", "additionalProperties": false,
					"properties": object{"from": year, "to": year},
				},
			},
		},
		"section":        about(text, "在哪一节找：章节的 id 或标题"),
		"require":        about(phrases, "应写有其中之一"),
		"forbid":         about(phrases, "不应写有"),
		"forbid_pattern": about(text, "不应有一句话与这个正则表达式（RE2）相符"),
		"when":           about(text, "条件成立时才核对"),
		"assert":         about(text, "应成立的条件"),
		"over":           object{"description": "assert 对每一列都应成立", "enum": []string{string(profile.Columns)}},
	}
	var checks []object
	for _, key := range []string{"require", "forbid", "forbid_pattern", "assert"} {
		checks = append(checks, object{"required": []string{key}})
	}
	return object{"type": "array", "description": "自定规则", "items": object{
		"type": "object", "required": []string{"name", "message"}, "additionalProperties": false,
		"properties": properties, "oneOf": checks,
	}}
}
