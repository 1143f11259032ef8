package exchange

import (
	"archive/zip"
	"bufio"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strconv"
	"strings"
)

// The reader walks the XML of a workbook itself, cell by cell, because the
// library's row reader gives only what a formula last showed, never its text.
const (
	mostParts   = 4096      // files inside a workbook
	mostStrings = 4_000_000 // entries of the table of shared texts
	stringBytes = 160 << 20 // their total size
	mostMerges  = 65_536
	tokenBytes  = 4 << 20 // one XML element or text
	ratioFrom   = 16 << 20
)

type workbook struct {
	parts    map[string]*zip.File
	sheets   map[string]string // sheet name → part
	merges   map[string][]merge
	strings  []string
	dates    map[int]bool // cell formats that show a date or a time
	from1904 bool
}

// merge is a range of merged cells; rows start at 1, columns at 0.
type merge struct{ top, bottom, left int }

func (t *Table) openWorkbook() error {
	archive, err := zip.NewReader(t.source, t.Bytes)
	if err != nil {
		return refuse("exchange.workbook_damaged")
	}
	book := &workbook{parts: map[string]*zip.File{}, sheets: map[string]string{}, merges: map[string][]merge{}}
	if err := book.inspect(archive, t.Bytes, t.limits); err != nil {
		return err
	}
	if err := book.open(t); err != nil {
		var refusal *Refusal
		if errors.As(err, &refusal) {
			return err
		}
		return refuse("exchange.workbook_damaged")
	}
	t.book = book
	return nil
}

// inspect refuses bombs before anything is understood: first by the sizes the
// archive declares, then by unpacking every part once and counting.
func (b *workbook) inspect(archive *zip.Reader, size int64, limits Limits) error {
	if len(archive.File) > mostParts {
		return refuse("exchange.unpacked_too_big", "limit", limits.Unpacked>>20)
	}
	budget := limits.Unpacked
	if byRatio := max(ratioFrom, size*limits.Ratio); byRatio < budget {
		budget = byRatio
	}
	declared := int64(0)
	for _, part := range archive.File {
		if part.UncompressedSize64 > uint64(budget) {
			return refuse("exchange.unpacked_too_big", "limit", budget>>20)
		}
		declared += int64(part.UncompressedSize64)
		b.parts[strings.ToLower(strings.TrimPrefix(part.Name, "/"))] = part
	}
	if declared > budget {
		return refuse("exchange.unpacked_too_big", "limit", budget>>20)
	}
	if err := b.refuseOthers(); err != nil {
		return err
	}
	for name, part := range b.parts {
		read, err := b.unpack(name, part, budget)
		if err != nil {
			return err
		}
		budget -= read
	}
	return nil
}

// refuseOthers tells what other kinds of archive are.
func (b *workbook) refuseOthers() error {
	if b.parts["xl/workbook.xml"] != nil || b.parts["_rels/.rels"] != nil && b.parts["[content_types].xml"] != nil && b.hasFolder("xl/") && b.parts["xl/workbook.bin"] == nil {
		return nil
	}
	switch {
	case b.parts["xl/workbook.bin"] != nil:
		return refuse("exchange.is_xlsb")
	case b.hasFolder("word/") || b.hasFolder("ppt/"):
		return refuse("exchange.is_document")
	case b.parts["mimetype"] != nil && b.parts["content.xml"] != nil:
		return refuse("exchange.is_ods")
	}
	return refuse("exchange.is_archive")
}

func (b *workbook) hasFolder(folder string) bool {
	for name := range b.parts {
		if strings.HasPrefix(name, folder) {
			return true
		}
	}
	return false
}

// unpack counts what a part really holds and notes merged cells on the way:
// they stand behind the rows they concern.
func (b *workbook) unpack(name string, part *zip.File, budget int64) (int64, error) {
	content, err := part.Open()
	if err != nil {
		return 0, refuse("exchange.workbook_damaged")
	}
	defer content.Close()
	sheet := strings.HasPrefix(name, "xl/worksheets/")
	buffer := make([]byte, 64<<10)
	kept, total := 0, int64(0)
	for {
		n, err := content.Read(buffer[kept:])
		total += int64(n)
		if total > budget {
			return 0, refuse("exchange.unpacked_too_big", "limit", budget>>20)
		}
		filled := buffer[:kept+n]
		kept = 0
		if sheet {
			done := b.noteMerges(name, filled)
			kept = copy(buffer, filled[max(done, len(filled)-256):])
		}
		if errors.Is(err, io.EOF) {
			return total, nil
		}
		if err != nil {
			return 0, refuse("exchange.workbook_damaged")
		}
	}
}

// noteMerges finds <mergeCell ref="A1:B2"/> and returns where the last ended.
func (b *workbook) noteMerges(sheet string, content []byte) int {
	done := 0
	for {
		at := bytes.Index(content[done:], []byte("mergeCell "))
		if at < 0 {
			return done
		}
		end := bytes.IndexByte(content[done+at:], '>')
		if end < 0 {
			return done
		}
		b.addMerge(sheet, string(content[done+at:done+at+end]))
		done += at + end
	}
}

func (b *workbook) addMerge(sheet, element string) {
	_, reference, ok := strings.Cut(element, `ref="`)
	if !ok {
		return
	}
	reference, _, _ = strings.Cut(reference, `"`)
	from, to, ok := strings.Cut(reference, ":")
	if !ok || len(b.merges[sheet]) >= mostMerges {
		return
	}
	left, top, ok1 := columnIndex(from)
	_, bottom, ok2 := columnIndex(to)
	if ok1 && ok2 && bottom > top {
		b.merges[sheet] = append(b.merges[sheet], merge{top: top, bottom: bottom, left: left})
	}
}

// open reads the list of sheets, the shared texts and the date formats.
func (b *workbook) open(t *Table) error {
	home := b.home()
	targets, err := b.targets(home)
	if err != nil {
		return err
	}
	if err := b.readSheets(t, home, targets); err != nil {
		return err
	}
	if len(t.Sheets) == 0 {
		return refuse("exchange.workbook_without_sheets")
	}
	t.Sheet = t.Sheets[0].Name
	for _, sheet := range t.Sheets {
		if !sheet.Hidden {
			t.Sheet = sheet.Name
			break
		}
	}
	if err := b.readStrings(targets["sharedStrings"]); err != nil {
		return err
	}
	return b.readFormats(targets["styles"])
}

// home is the part that lists the sheets; nearly always xl/workbook.xml.
func (b *workbook) home() string {
	found := "xl/workbook.xml"
	_ = b.tokens("_rels/.rels", func(_ *elements, start xml.StartElement) error {
		if start.Name.Local == "Relationship" && strings.HasSuffix(attribute(start, "Type"), "/officeDocument") {
			found = strings.ToLower(strings.TrimPrefix(attribute(start, "Target"), "/"))
		}
		return nil
	})
	return found
}

// targets maps relation ids to parts, and "sharedStrings" and "styles" too.
func (b *workbook) targets(home string) (map[string]string, error) {
	folder, file := path.Split(home)
	targets := map[string]string{}
	err := b.tokens(folder+"_rels/"+file+".rels", func(_ *elements, start xml.StartElement) error {
		if start.Name.Local != "Relationship" || attribute(start, "TargetMode") == "External" {
			return nil
		}
		target := attribute(start, "Target")
		if !strings.HasPrefix(target, "/") {
			target = path.Join(folder, target)
		}
		target = strings.ToLower(strings.TrimPrefix(target, "/"))
		targets[attribute(start, "Id")] = target
		kind := path.Base(attribute(start, "Type"))
		if kind == "sharedStrings" || kind == "styles" {
			targets[kind] = target
		}
		return nil
	})
	return targets, err
}

func (b *workbook) readSheets(t *Table, home string, targets map[string]string) error {
	return b.tokens(home, func(_ *elements, start xml.StartElement) error {
		switch start.Name.Local {
		case "workbookPr":
			value := attribute(start, "date1904")
			b.from1904 = value == "1" || value == "true"
		case "sheet":
			part := targets[attribute(start, "id")]
			name := attribute(start, "name")
			if b.parts[part] == nil || b.sheets[name] != "" || !strings.Contains(part, "worksheets/") {
				return nil
			}
			b.sheets[name] = part
			t.Sheets = append(t.Sheets, SheetName{Name: name, Hidden: attribute(start, "state") != "" && attribute(start, "state") != "visible"})
		}
		return nil
	})
}

func (b *workbook) readStrings(part string) error {
	if b.parts[part] == nil {
		return nil
	}
	total := 0
	return b.tokens(part, func(from *elements, start xml.StartElement) error {
		if start.Name.Local != "si" {
			return nil
		}
		text, err := richText(from)
		if err != nil {
			return err
		}
		total += len(text)
		if len(b.strings) >= mostStrings || total > stringBytes {
			return refuse("exchange.unpacked_too_big", "limit", stringBytes>>20)
		}
		b.strings = append(b.strings, text)
		return nil
	})
}

// richText joins the runs of a text and leaves out phonetic guides. The
// opening element has been read already.
func richText(from *elements) (string, error) {
	var text strings.Builder
	depth, phonetic, inside := 1, 0, false
	for depth > 0 {
		token, err := from.next()
		if err != nil {
			return "", err
		}
		switch token := token.(type) {
		case xml.StartElement:
			depth++
			if token.Name.Local == "rPh" {
				phonetic = depth
			}
			inside = token.Name.Local == "t" && phonetic == 0
		case xml.EndElement:
			if depth == phonetic {
				phonetic = 0
			}
			depth--
			inside = false
		case xml.CharData:
			if inside {
				text.Write(token)
			}
			if text.Len() > tokenBytes {
				return "", refuse("exchange.unpacked_too_big", "limit", tokenBytes>>20)
			}
		}
	}
	return unescapeCodes(text.String()), nil
}

// unescapeCodes turns _x000D_ back into the character it stands for.
func unescapeCodes(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	var out strings.Builder
	for at := 0; at < len(text); at++ {
		if at+7 <= len(text) && text[at] == '_' && text[at+1] == 'x' && text[at+6] == '_' {
			if code, err := strconv.ParseUint(text[at+2:at+6], 16, 16); err == nil {
				out.WriteRune(rune(code))
				at += 6
				continue
			}
		}
		out.WriteByte(text[at])
	}
	return out.String()
}

// readFormats finds the cell formats that show a number as a date.
func (b *workbook) readFormats(part string) error {
	b.dates = map[int]bool{}
	if b.parts[part] == nil {
		return nil
	}
	own := map[int]bool{}
	inFormats, next := false, 0
	return b.tokens(part, func(_ *elements, start xml.StartElement) error {
		switch start.Name.Local {
		case "numFmt":
			id, _ := strconv.Atoi(attribute(start, "numFmtId"))
			own[id] = showsDate(attribute(start, "formatCode"))
		case "cellXfs":
			inFormats = true
		case "cellStyles", "cellStyleXfs", "dxfs":
			inFormats = false
		case "xf":
			if !inFormats {
				return nil
			}
			id, _ := strconv.Atoi(attribute(start, "numFmtId"))
			builtIn := id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58
			b.dates[next] = builtIn || own[id]
			next++
		}
		return nil
	})
}

func showsDate(code string) bool {
	plain, quoted, bracket := strings.Builder{}, false, false
	for _, r := range strings.ToLower(code) {
		switch {
		case r == '"':
			quoted = !quoted
		case r == '[':
			bracket = true
		case r == ']':
			bracket = false
		case !quoted && !bracket:
			plain.WriteRune(r)
		}
	}
	text := strings.ReplaceAll(plain.String(), "general", "")
	return strings.ContainsAny(text, "ydh") || strings.Contains(text, "mm") || strings.Contains(text, "ss")
}

func attribute(start xml.StartElement, name string) string {
	for _, a := range start.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// tokens calls visit for each opening element of a part.
func (b *workbook) tokens(part string, visit func(*elements, xml.StartElement) error) error {
	file := b.parts[part]
	if file == nil {
		return refuse("exchange.workbook_damaged")
	}
	content, err := file.Open()
	if err != nil {
		return err
	}
	defer content.Close()
	guard := &tokenGuard{from: bufio.NewReaderSize(content, 64<<10)}
	from := &elements{decoder: xml.NewDecoder(guard), guard: guard}
	for {
		token, err := from.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if start, ok := token.(xml.StartElement); ok {
			if err := visit(from, start); err != nil {
				return err
			}
		}
	}
}

// elements gives the XML of a part piece by piece, each of bounded size.
type elements struct {
	decoder *xml.Decoder
	guard   *tokenGuard
}

func (e *elements) next() (xml.Token, error) {
	e.guard.used = 0
	return e.decoder.RawToken()
}

// tokenGuard stops an XML element or text that would fill the memory.
type tokenGuard struct {
	from *bufio.Reader
	used int
}

// ReadByte lets the decoder read without a buffer of its own, so that the
// bytes of one token can be counted.
func (g *tokenGuard) ReadByte() (byte, error) {
	if g.used++; g.used > tokenBytes {
		return 0, refuse("exchange.unpacked_too_big", "limit", tokenBytes>>20)
	}
	return g.from.ReadByte()
}

func (g *tokenGuard) Read(into []byte) (int, error) {
	n, err := g.from.Read(into)
	g.used += n
	return n, err
}
