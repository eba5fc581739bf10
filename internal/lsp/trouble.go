package lsp

import (
	"os"
	"strings"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/parser"
	"github.com/gouji-lint/gouji/rules"
)

// trouble is why a text is not checked, "" when it is. A text that is not the
// one of the file must not look as if it were right, or wrong.
type trouble string

const (
	outOfStep    trouble = "out-of-step"     // a change did not arrive
	wrongDecoded trouble = "encoding"        // GB18030, read as something else
	noText       trouble = "file-unreadable" // no text in any encoding that reports have
)

// message says what the trouble is and what to do about it.
func (t trouble) message() rules.Message {
	switch t {
	case outOfStep:
		return rules.Message{
			ZH: "没有核对：编辑器的一处改动没有收到，请关闭文件后重新打开",
			EN: "not checked: a change did not arrive; please close the file and open it again",
		}
	case wrongDecoded:
		return rules.Message{
			ZH: "没有核对：文件的编码是 GB18030（GBK），编辑器却按别的编码打开，保存会损坏文件。请以 GB18030 编码重新打开，或先另存为 UTF-8",
			EN: "not checked: the file is in GB18030 (GBK), but the editor reads it as something else, and saving would damage it; reopen it with the encoding GB18030, or convert it to UTF-8 first",
		}
	}
	return rules.Message{
		ZH: "没有核对：文件不是文本，既不是 UTF-8，也不是 GB18030",
		EN: "not checked: the file is no text, neither in UTF-8 nor in GB18030",
	}
}

// troubleWith compares a text that was just read or written by the editor with
// its file. Most files are UTF-8, and every editor reads that.
func troubleWith(path, src string) trouble {
	data, err := os.ReadFile(path)
	if err != nil || utf8.Valid(data) || len(data) > parser.DefaultBytes {
		return "" // no file yet, or none whose bytes matter
	}
	f, ok := parser.Decode(path, data)
	switch {
	case !ok:
		return noText
	case sameText(f.Src, src):
		return ""
	}
	return wrongDecoded
}

// sameText compares texts but for what editors change when they read one: a
// byte order mark and how lines end.
func sameText(a, b string) bool {
	plain := strings.NewReplacer("\ufeff", "", "\r\n", "\n", "\r", "\n")
	return plain.Replace(a) == plain.Replace(b) || strings.TrimRight(plain.Replace(a), "\n") == strings.TrimRight(plain.Replace(b), "\n")
}

// refusal shows why a text is not checked.
func (s *server) refusal(d *snapshot) diagnostic {
	m := d.trouble.message()
	return s.note(d.text, string(d.trouble), m.ZH, m.EN)
}
