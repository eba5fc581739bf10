package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/gouji-lint/gouji/internal/importer"
	"github.com/gouji-lint/gouji/profile"
)

func (t *tool) importCommand() *cobra.Command {
	var out string
	cmd := &cobra.Command{
		Use:   "import FILE…",
		Short: t.say("把网页、Word、PDF 或文本转成 Markdown，保留表格", "turn web pages, Word, PDF files or text into Markdown, tables intact"),
		Long: t.say(`把各 FILE 转成 Markdown，写在同一文件夹里，扩展名为 .md；已有的文件不会被覆盖。
网页和 Word（docx）的表格原样保留，合并的单元格写成 HTML 表格。PDF 要装有 pdftotext（poppler-utils）。
PDF 和文本里没有表格，按格式规定的行列把数字放回去；个数或名称对不上的不放，并指出。转换后请运行 gouji check。`,
			`Turn each FILE into Markdown, in the same folder with the ending .md; a file that is there is not overwritten.
Tables of web pages and Word files (docx) stay as they are, those with merged cells as HTML. PDF needs pdftotext
(poppler-utils). PDF and text have no tables: figures are put back into those of the form, unless their number or their
labels do not fit, which is said. Run gouji check on the result.`),
		Args: cobra.ArbitraryArgs,
		RunE: func(_ *cobra.Command, files []string) error { return t.importFiles(files, out) },
	}
	cmd.Flags().StringVar(&out, "out", "", t.say("写入的文件；「-」是标准输出", "the file to write; - is standard output"))
	return cmd
}

// importFiles converts all files before it writes any.
func (t *tool) importFiles(files []string, out string) error {
	switch {
	case len(files) == 0:
		return t.problem("请写明要转换的文件", "name the files to convert")
	case len(files) > 1 && out != "":
		return t.problem("参数 --out 只能用于一个文件", "flag --out is for one file")
	}
	run, err := t.plan(findingAll())
	if err != nil {
		return err
	}
	c, _, err := configHere(run)
	if err != nil {
		return err
	}
	texts, places := make([]string, len(files)), make([]string, len(files))
	for i, file := range files {
		if texts[i], err = t.convert(file, c.Library()); err != nil {
			return err
		}
		places[i] = out
		if out == "" {
			places[i] = strings.TrimSuffix(file, filepath.Ext(file)) + ".md"
		}
		if places[i] != "-" {
			if err := t.isFree(places[i]); err != nil {
				return err
			}
		}
	}
	for i := range files {
		if err := t.writeImported(places[i], texts[i]); err != nil {
			return err
		}
	}
	return nil
}

// convert converts a file and says what a person must see to.
func (t *tool) convert(file string, library *profile.Library) (string, error) {
	if info, err := os.Stat(file); err == nil && info.IsDir() {
		return "", t.problem("「%s」是文件夹，请写明其中要转换的文件", "%q is a folder; name the files in it", file)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return "", &notWritten{err}
	}
	var damaged *importer.DamagedError
	text, notes, err := importer.Convert(file, data, library)
	switch {
	case errors.Is(err, importer.ErrNoReader):
		return "", t.problem("读取 PDF 要用 pdftotext，没有找到；请安装 poppler-utils，或者先把「%s」另存为 Word 或文本", "reading PDF needs pdftotext, which was not found: install poppler-utils, or save %q as a Word file or text first", file)
	case errors.Is(err, importer.ErrNotText):
		return "", t.problem("「%s」不是网页、Word（docx）、PDF 或文本；doc、wps 文件请先另存为 docx", "%q is no web page, Word file (docx), PDF file or text; save a doc or wps file as docx first", file)
	case errors.Is(err, importer.ErrMisnamed):
		return "", t.problem("「%s」的扩展名是 %s，内容却不是；没有转换", "%q ends in %s, but that is not what it holds; it was not converted", file, filepath.Ext(file))
	case errors.As(err, &damaged):
		return "", t.problem("「%s」是损坏的或者加了密码的 PDF，读不出来（%s）", "%q is a PDF file that is damaged or locked and cannot be read (%s)", file, damaged.Said)
	case errors.Is(err, importer.ErrEmpty):
		return "", t.problem("「%s」里没有文字；扫描件要先识别文字", "there is no text in %q; a scan must be read by OCR first", file)
	case err != nil:
		return "", t.problem("无法转换「%s」：%v", "cannot convert %q: %v", file, err)
	}
	for _, note := range notes {
		fmt.Fprintln(t.err, "gouji:", printable(file+t.say("：", ": ")+note.In(t.lang)))
	}
	return text, nil
}

func (t *tool) writeImported(place, text string) error {
	if place == "-" {
		_, err := io.WriteString(t.out, text)
		return err
	}
	if err := t.create(place, text); err != nil {
		return err
	}
	fmt.Fprintln(t.out, t.say("写好了 %s，请运行 gouji check %[1]s", "wrote %s; run gouji check %[1]s", display(place)))
	return nil
}
