package reporter

import (
	"fmt"
	"path"
	"strings"

	"github.com/gouji-lint/gouji/report"
)

// path returns a file's path from the root of the repository. A file outside
// the working directory keeps the path that it was asked for with.
func (o Options) path(name string) string {
	if o.Prefix == "" || rooted(name) {
		return name
	}
	return path.Join(o.Prefix, name)
}

// rooted reports whether the path begins at the root of a file system:
// /srv/2023.md, C:/2023.md.
func rooted(name string) bool {
	return strings.HasPrefix(name, "/") || len(name) > 2 && name[1] == ':' && name[2] == '/'
}

// encodePath writes a path for use in a URL. Only what no format and no
// browser can mistake stays as it is, so it also stands safely in Markdown
// and HTML.
func encodePath(name string) string {
	var b strings.Builder
	for i := range len(name) {
		switch c := name[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', strings.IndexByte("-._~/", c) >= 0:
			b.WriteByte(c)
		default:
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}

// link returns where a line can be read: on the web if the files are there,
// else in the working tree. A forge shows Markdown as a page, which has no
// lines, unless asked for the text.
func (o Options) link(f *report.File, line int) string {
	file := encodePath(o.path(f.Name))
	if o.onWeb() && !rooted(f.Name) {
		return fmt.Sprintf("%s%s?plain=1#L%d", o.BlobURL, file, line)
	}
	return fmt.Sprintf("%s#L%d", file, line)
}

// onWeb reports whether BlobURL is one that a page may link to.
func (o Options) onWeb() bool {
	return strings.HasPrefix(o.BlobURL, "https://") || strings.HasPrefix(o.BlobURL, "http://")
}
