package workspace

import (
	"fmt"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/rules"
)

// Crash is a fault of gouji that one file brought out.
type Crash struct {
	File  string
	Rule  string // "" when it happened before any rule
	Where string // the place in the source of gouji
	Value any    // what was said there
}

// Error implements error.
func (c *Crash) Error() string {
	at := "reading"
	if c.Rule != "" {
		at = "rule " + c.Rule
	}
	return fmt.Sprintf("%s: %s failed at %s: %v", c.File, at, c.Where, c.Value)
}

// stage is how far a file has come.
type stage struct {
	file   string
	rules  []*rules.Rule
	form   *profile.Form
	levels rules.Levels
}

func (s *stage) enter(list []*rules.Rule, form *profile.Form, levels rules.Levels) {
	s.rules, s.form, s.levels = list, form, levels
}

// crash words a panic. It must be called while panicking.
func (s *stage) crash(value any) *Crash {
	c := &Crash{File: s.file, Where: panicked(), Value: value}
	if s.form != nil {
		c.Rule = s.culprit()
	}
	return c
}

// culprit returns the rule that panics, by trying each alone.
func (s *stage) culprit() string {
	for _, r := range s.rules {
		if panics(func() { rules.NewChecker([]*rules.Rule{r}).Report(s.form, s.levels) }) {
			return r.Name
		}
	}
	return ""
}

func panics(f func()) (yes bool) {
	defer func() { yes = recover() != nil }()
	f()
	return false
}

// panicked returns file and line of the call that panicked.
func panicked() string {
	pc := make([]uintptr, 64)
	frames := runtime.CallersFrames(pc[:runtime.Callers(1, pc)])
	for panicking := false; ; {
		f, more := frames.Next()
		if panicking && !strings.HasPrefix(f.Function, "runtime.") {
			return fmt.Sprintf("%s:%d", filepath.Base(f.File), f.Line)
		}
		panicking = panicking || f.Function == "runtime.gopanic"
		if !more {
			return ""
		}
	}
}
