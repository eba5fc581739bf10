package lsp

import (
	"encoding/json"

	"github.com/gouji-lint/gouji/rules"
)

// settings are what a client may ask for. What it leaves out stays as it is.
type settings struct {
	Lang  string `json:"lang"`  // zh-CN or en; only when the server starts
	Level string `json:"level"` // the mildest findings to show
}

// didChangeConfiguration takes over the settings of the editor, which stand
// under the name of the server.
func (s *server) didChangeConfiguration(raw json.RawMessage) error {
	p, err := read[struct {
		Settings struct {
			Gouji settings `json:"gouji"`
		} `json:"settings"`
	}](raw)
	if err != nil {
		return err
	}
	s.desk.forget()
	s.set(p.Settings.Gouji)
	s.recheck()
	return nil
}

// set takes over settings.
func (s *server) set(wanted settings) {
	level, ok := rules.ParseSeverity(wanted.Level)
	switch {
	case ok && level != rules.Off:
		s.desk.mutex.Lock()
		s.desk.least = level
		s.desk.mutex.Unlock()
	case wanted.Level != "":
		s.client.show(severityWarning, s.say("设置 gouji.level 应为 error、warning 或 info，不是「%s」", "the setting gouji.level is error, warning or info, not %q", wanted.Level))
	}
}
