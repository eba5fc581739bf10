package cli

import (
	"os"

	"golang.org/x/term"
)

// screen says whether standard output shows colour, and how many columns it
// has: 0 when it is no terminal.
func (t *tool) screen(color string) (colour bool, width int) {
	f, ok := t.out.(*os.File)
	terminal := ok && term.IsTerminal(int(f.Fd()))
	if terminal {
		width, _, _ = term.GetSize(int(f.Fd()))
	}
	return wantsColour(color, terminal), width
}

// wantsColour decides by the flag, then NO_COLOR, then FORCE_COLOR, then by
// what the output is.
func wantsColour(flag string, terminal bool) bool {
	switch force := os.Getenv("FORCE_COLOR"); {
	case flag != "auto":
		return flag == "always"
	case os.Getenv("NO_COLOR") != "":
		return false
	case force != "":
		return force != "0" && force != "false"
	}
	return terminal && os.Getenv("TERM") != "dumb"
}
