package importer

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"strconv"
	"strings"
)

// mostXML bounds what is unpacked of a part of a Word file.
const mostXML = 64 << 20

// element is an element of XML with what is in it.
type element struct {
	XMLName  xml.Name
	Attrs    []xml.Attr `xml:",any,attr"`
	Children []element  `xml:",any"`
	Text     string     `xml:",chardata"`
}

// child returns the first child of that name, an empty element if there is
// none.
func (e *element) child(name string) *element {
	for i := range e.Children {
		if e.Children[i].XMLName.Local == name {
			return &e.Children[i]
		}
	}
	return &element{}
}

// value returns the attribute val.
func (e *element) value() string {
	for _, a := range e.Attrs {
		if a.Name.Local == "val" {
			return a.Value
		}
	}
	return ""
}

// readDocx reads a Word file. Numbers that Word adds by itself are not in it.
func readDocx(data []byte) ([]block, error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, ErrNotText
	}
	document, err := part(archive, "word/document.xml")
	if err != nil {
		return nil, err
	}
	levels := map[string]int{}
	if styles, err := part(archive, "word/styles.xml"); err == nil {
		levels = headingStyles(styles)
	}
	d := docxReader{levels: levels}
	d.walk(document.child("body"))
	return d.blocks, nil
}

func part(archive *zip.Reader, name string) (*element, error) {
	f, err := archive.Open(name)
	if err != nil {
		return nil, ErrNotText
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, mostXML))
	if err != nil {
		return nil, err
	}
	e := &element{}
	return e, xml.Unmarshal(data, e)
}

// headingStyles returns the levels of the styles that are headings, by id.
func headingStyles(styles *element) map[string]int {
	levels := map[string]int{}
	for i := range styles.Children {
		s := &styles.Children[i]
		name, ok := strings.CutPrefix(strings.ToLower(s.child("name").value()), "heading ")
		n, err := strconv.Atoi(name)
		if !ok || err != nil || n < 1 || n > 6 {
			continue
		}
		for _, a := range s.Attrs {
			if a.Name.Local == "styleId" {
				levels[a.Value] = n
			}
		}
	}
	return levels
}

type docxReader struct {
	levels map[string]int
	blocks []block
}

func (d *docxReader) walk(e *element) {
	for i := range e.Children {
		switch c := &e.Children[i]; c.XMLName.Local {
		case "p":
			for n, line := range strings.Split(runs(c), "\n") {
				if text := folded(line); text != "" {
					level := 0
					if n == 0 {
						level = d.levels[c.child("pPr").child("pStyle").value()]
					}
					d.blocks = append(d.blocks, block{level: level, text: text})
				}
			}
		case "tbl":
			if t := wordTable(c); isData(t) {
				d.blocks = append(d.blocks, block{table: t})
			}
		case "sdt", "sdtContent", "ins", "customXml":
			d.walk(c)
		}
	}
}

// runs returns the text of a paragraph, with line breaks. What was deleted
// while changes were tracked is not in it.
func runs(e *element) string {
	var b strings.Builder
	for i := range e.Children {
		switch c := &e.Children[i]; c.XMLName.Local {
		case "t":
			b.WriteString(c.Text)
		case "tab":
			b.WriteByte(' ')
		case "br", "cr":
			b.WriteByte('\n')
		case "del", "moveFrom", "pPr", "rPr", "instrText":
		default:
			b.WriteString(runs(c))
		}
	}
	return b.String()
}

// wordTable reads a table. A cell that goes on from the one above is part of
// it.
func wordTable(e *element) *table {
	t := &table{}
	open := map[int]*cell{} // by column: the cell that a row below may go on with
	for i := range e.Children {
		if e.Children[i].XMLName.Local == "tr" {
			t.rows = append(t.rows, wordRow(&e.Children[i], open))
		}
	}
	for i := range t.rows {
		for k := range t.rows[i] {
			t.rows[i][k].rows = max(1, t.rows[i][k].rows)
		}
	}
	return t
}

func wordRow(e *element, open map[int]*cell) []cell {
	var cells []cell
	var at []int // the columns of cells that may go on below
	column := number(e.child("trPr").child("gridBefore"), 0)
	for i := range e.Children {
		c := &e.Children[i]
		if c.XMLName.Local != "tc" {
			continue
		}
		properties := c.child("tcPr")
		width := min(number(properties.child("gridSpan"), 1), mostSpan)
		merge := properties.child("vMerge")
		goesOn := merge.XMLName.Local != "" && merge.value() != "restart"
		if above := open[column]; goesOn && above != nil {
			above.rows++
		} else {
			cells = append(cells, cell{wordText(c), width, 1})
			at = append(at, column)
		}
		column += width
	}
	for i, k := range at {
		open[k] = &cells[i]
	}
	return cells
}

func number(e *element, otherwise int) int {
	if n, err := strconv.Atoi(e.value()); err == nil && n > 0 {
		return n
	}
	return otherwise
}

// wordText returns the text of a cell; its paragraphs are one.
func wordText(e *element) string {
	var parts []string
	for i := range e.Children {
		switch c := &e.Children[i]; c.XMLName.Local {
		case "p":
			parts = append(parts, strings.Split(folded(strings.ReplaceAll(runs(c), "\n", "\x00")), "\x00")...)
		case "tcPr":
		default:
			parts = append(parts, wordText(c))
		}
	}
	return joined(parts)
}
