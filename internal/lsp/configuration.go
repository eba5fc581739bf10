package lsp

import (
	"errors"
	"path/filepath"

	"github.com/gouji-lint/gouji/internal/config"
	"github.com/gouji-lint/gouji/internal/fault"
)

// isConfig reports whether the text is a configuration, or may be a part of
// one: gouji.toml names others.
func (d *snapshot) isConfig() bool { return filepath.Ext(d.path) == filepath.Ext(config.Name) }

// faultOf returns what is wrong with the configuration, nil if that is not
// what went wrong.
func faultOf(err error) *fault.Fault {
	var wrong *fault.Fault
	errors.As(err, &wrong)
	return wrong
}

// configuration returns what is wrong with a configuration: with the text of
// gouji.toml as it stands, and with other files when they were read last.
func (t *translator) configuration(d *snapshot) []diagnostic {
	wrong := faultOf(t.err)
	if filepath.Base(d.path) == config.Name {
		if _, err := config.Parse(d.path, d.text.src, t.options.Rules...); err != nil {
			wrong = faultOf(err)
		}
	}
	if wrong == nil || wrong.Place.File.Name != d.path || wrong.Place.File.Src != d.text.src {
		return nil
	}
	return []diagnostic{t.fault(d.text, wrong)}
}

// fault shows a fault where it stands.
func (t *translator) fault(text *text, wrong *fault.Fault) diagnostic {
	return diagnostic{
		Range: rangeOf(text, wrong.Place), Severity: severityError,
		Code: "configuration", Source: "gouji", Message: t.words().Said(wrong.Message),
	}
}

// faulty returns the configuration that is at fault and is not open, with
// what is wrong with it.
func (t *translator) faulty() (uri string, found []diagnostic) {
	wrong := faultOf(t.err)
	if wrong == nil || t.open[wrong.Place.File.Name] != nil {
		return "", nil
	}
	return uriOf(wrong.Place.File.Name), []diagnostic{t.fault(newText(wrong.Place.File.Src, t.units), wrong)}
}

// notChecked says in a report why it was not checked.
func (t *translator) notChecked(d *snapshot) diagnostic {
	wrong := faultOf(t.err)
	if wrong == nil {
		return t.note(d.text, "not-checked", "没有核对：%v", "not checked: %v", t.err)
	}
	message := t.words().Said(wrong.Message)
	shown := t.note(d.text, "not-checked", "没有核对，因为配置 %s 有误：%s", "not checked, as the configuration %s is wrong: %s", filepath.Base(wrong.Place.File.Name), message)
	path := wrong.Place.File.Name
	place := location{uriOf(path), rangeOf(newText(wrong.Place.File.Src, t.units), wrong.Place)}
	if open := t.open[path]; open != nil {
		place.URI = open.uri
	}
	shown.Related = []related{{place, message}}
	return shown
}
