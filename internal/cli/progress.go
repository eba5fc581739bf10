package cli

import (
	"fmt"
	"os"
	"time"

	"golang.org/x/term"

	"github.com/gouji-lint/gouji/internal/workspace"
)

// When a run takes longer than patience, a line on the terminal says how far
// it is, anew every beat.
const (
	patience = time.Second
	beat     = 200 * time.Millisecond
)

// progress says on the terminal how far a long run is, until stop is called.
// A log, a pipe and a short run see nothing of it.
func (t *tool) progress(run *workspace.Run, total int) (stop func()) {
	screen, ok := t.err.(*os.File)
	if !ok || !term.IsTerminal(int(screen.Fd())) {
		return func() {}
	}
	done, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		wait := time.NewTimer(patience)
		defer wait.Stop()
		for shown := false; ; shown = true {
			select {
			case <-done:
				if shown {
					fmt.Fprint(screen, "\r\x1b[K")
				}
				return
			case <-wait.C:
				fmt.Fprintf(screen, "\r\x1b[K%s", t.say("已核对 %d / %d 个文件", "checked %d of %d files", run.Done(), total))
				wait.Reset(beat)
			}
		}
	}()
	return func() { close(done); <-ended }
}
