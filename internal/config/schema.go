package config

import (
	"encoding/json"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/rules"
)

// object is a JSON object.
type object = map[string]any

// Schema returns a JSON Schema of the configuration file, for editors.
func Schema() []byte {
	text := object{"type": "string"}
	texts := object{"type": "array", "items": text}
	names := object{"type": "array", "items": object{"enum": names(rules.All())}}
	severities := []string{"off", "info", "warning", "error"}
	levels := object{}
	for _, r := range rules.All() {
		levels[r.Name] = object{"description": r.Title.ZH, "enum": severities}
	}
	byRule := func(about string) object {
		// Rules of one's own have levels, too.
		return object{"type": "object", "description": about, "properties": levels, "additionalProperties": object{"enum": severities}}
	}
	list := func(about string, required []string, properties object) object {
		return object{"type": "array", "description": about, "items": object{
			"type": "object", "required": required, "properties": properties, "additionalProperties": false,
		}}
	}
	schema := object{
		"$schema":              "https://json-schema.org/draft/2020-12/schema",
		"title":                Name,
		"type":                 "object",
		"additionalProperties": false,
		"properties": object{
			"files":     about(texts, "哪些文件是报告；{organ} 是机关，{year} 是报告年度"),
			"exclude":   about(texts, "不核对的文件和文件夹"),
			"rules":     byRule("各规则的级别"),
			"fixable":   about(names, "gouji fix 只修正这些规则的结果"),
			"unfixable": about(names, "gouji fix 不修正这些规则的结果"),
			"profiles":  about(texts, "自己的报告格式文件，从本文件所在的文件夹算起"),
			"override": list("只对某些文件适用的级别", []string{"files", "rules"}, object{
				"files": about(texts, "适用的文件"),
				"rules": byRule("各规则的级别"),
			}),
			"organ": list("机关", []string{"name"}, object{
				"name":     about(text, "全称"),
				"aliases":  about(texts, "曾用名、简称、文件夹名"),
				"kind":     object{"description": "类别", "enum": profile.Kinds()},
				"parent":   about(text, "汇总本机关数据的机关"),
				"scope":    object{"description": "报告的范围：本机关，或汇总所属机关", "enum": scopes()},
				"complete": object{"description": "所属机关的报告全在仓库中", "type": "boolean"},
			}),
			"rule":       ownRules(),
			"rule_files": about(texts, "另有自定规则的文件，从本文件所在的文件夹算起"),
		},
	}
	out, err := json.MarshalIndent(schema, "", "  ")
	if err != nil {
		panic(err) // maps of strings always encode
	}
	return append(out, '\n')
}

// about returns the schema of a value with a description.
func about(value object, description string) object {
	described := object{"description": description}
	for k, v := range value {
		described[k] = v
	}
	return described
}
