package cli

import (
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/gouji-lint/gouji/internal/lsp"
)

func (t *tool) lspCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "lsp",
		Short: t.say("语言服务器：在编辑器里边写边核对", "language server: check in an editor while writing"),
		Long: t.say("语言服务器（LSP），在标准输入输出上与编辑器通信，由编辑器启动。",
			"A language server (LSP) on standard input and output, to be started by an editor."),
		Args: t.takes(0),
		RunE: func(cmd *cobra.Command, _ []string) error { return t.serve(cmd.Flags().Changed("lang")) },
	}
	cmd.Flags().Bool("stdio", true, t.say("在标准输入输出上通信；没有别的方式", "speak on standard input and output; there is no other way"))
	return cmd
}

// serve serves the editor. It speaks the language that was asked for, else
// that of the editor.
func (t *tool) serve(asked bool) error {
	o := lsp.Options{Rules: t.rules(), Version: versionText(), Log: t.err}
	if asked || os.Getenv("GOUJI_LANG") != "" {
		o.Lang = t.lang
	}
	spendMemory()
	if !lsp.Serve(t.in, writeCloser(t.out), o) {
		return errFindings // the exit code that the protocol asks for
	}
	return nil
}

// writeCloser closes standard output when the connection ends.
func writeCloser(w io.Writer) io.WriteCloser {
	if c, ok := w.(io.WriteCloser); ok {
		return c
	}
	return noClose{w}
}

type noClose struct{ io.Writer }

// Close implements io.Closer.
func (noClose) Close() error { return nil }
