// Package cli is the gouji command: its flags, its subcommands, one file each,
// and what it says when it cannot do its work.
package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/gouji-lint/gouji/rules"
)

// The exit codes.
const (
	exitClean    = 0 // nothing found at or above --fail-on
	exitFindings = 1 // something found
	exitFailed   = 2 // could not check; nothing was half done
)

// errFindings ends a command that has said all that there is to say.
var errFindings = errors.New("findings")

// tool is one run of the command: its streams and its language.
type tool struct {
	in       io.Reader
	out, err io.Writer
	lang     string        // "zh-CN" or "en"
	own      []*rules.Rule // of the program, beside those of gouji
}

// Run is the command, with rules of the program's own beside those of gouji.
// It returns the exit code.
func Run(args []string, in io.Reader, out, errs io.Writer, own ...*rules.Rule) int {
	t := &tool{in: in, out: out, err: errs, lang: language(args), own: own}
	if err := t.checkOwn(); err != nil {
		fmt.Fprintln(errs, "gouji:", err)
		return exitFailed
	}
	root := t.command()
	root.SetArgs(append([]string{}, args...)) // never nil: cobra would take os.Args
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(errs)
	switch err := root.Execute(); {
	case err == nil:
		return exitClean
	case errors.Is(err, errFindings):
		return exitFindings
	default:
		fmt.Fprintln(errs, "gouji:", printable(t.word(err)))
		return exitFailed
	}
}

// say returns one of two texts, with args filled in.
func (t *tool) say(zh, en string, args ...any) string {
	return fmt.Sprintf(rules.Message{ZH: zh, EN: en}.In(t.lang), args...)
}

// language returns the language asked for. It looks at the arguments before
// they are parsed, because help and errors are in it.
func language(args []string) string {
	for i, a := range args {
		if a == "--" {
			break
		}
		if v, ok := strings.CutPrefix(a, "--lang="); ok {
			return languageOf(v)
		}
		if a == "--lang" && i+1 < len(args) {
			return languageOf(args[i+1])
		}
	}
	return languageOf(os.Getenv("GOUJI_LANG"))
}

func languageOf(tag string) string {
	if strings.HasPrefix(strings.ToLower(tag), "en") {
		return "en"
	}
	return "zh-CN"
}
