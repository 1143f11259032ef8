package exchange

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"context"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/traditionalchinese"
)

func openError(content []byte, limits Limits) error {
	table, err := Open(bytes.NewReader(content), int64(len(content)), limits)
	if err != nil {
		return err
	}
	return table.Rows(func(Row, float64) error { return nil })
}

func zipped(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	for name, content := range parts {
		w, err := archive.Create(name)
		check(t, err)
		_, err = io.WriteString(w, content)
		check(t, err)
	}
	check(t, archive.Close())
	return out.Bytes()
}

func TestFilesThatAreNoTables(t *testing.T) {
	oldOffice := "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600)
	for name, c := range map[string]struct{ content, code string }{
		"nothing":            {"", "exchange.file_empty"},
		"only blanks":        {" \r\n\r\n", "exchange.file_empty"},
		"old Excel":          {oldOffice, "exchange.is_xls"},
		"protected":          {oldOffice + "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00", "exchange.is_encrypted"},
		"PDF":                {"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "exchange.is_pdf"},
		"PDF behind junk":    {"\n\n%PDF-1.4\nabc", "exchange.is_pdf"},
		"PNG":                {"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "exchange.is_image"},
		"JPEG":               {"\xff\xd8\xff\xe0\x00\x10JFIF", "exchange.is_image"},
		"web page":           {"\r\n<html><table><tr><td>投诉日期</td></tr></table>", "exchange.is_html"},
		"web page with mark": {"\ufeff<!DOCTYPE html><p>", "exchange.is_html"},
		"XML workbook":       {`<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">`, "exchange.is_xml"},
		"picture as text":    {`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`, "exchange.is_xml"},
		"rich text":          {`{\rtf1\ansi`, "exchange.is_document"},
		"gzip":               {"\x1f\x8b\x08\x00abc", "exchange.is_archive"},
		"program":            {"MZ\x90\x00\x03\x00\x00\x00" + strings.Repeat("\x00\x01\xff\xfe\x07", 400), "exchange.not_a_table"},
		"noise":              {strings.Repeat("\x01\x02\x8f\x03,", 500), "exchange.not_a_table"},
		"zip":                {string(zipped(t, map[string]string{"a.csv": "a,b"})), "exchange.is_archive"},
		"word document":      {string(zipped(t, map[string]string{"[Content_Types].xml": "<a/>", "word/document.xml": "<a/>"})), "exchange.is_document"},
		"binary workbook":    {string(zipped(t, map[string]string{"[Content_Types].xml": "<a/>", "xl/workbook.bin": "x"})), "exchange.is_xlsb"},
		"OpenDocument":       {string(zipped(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>"})), "exchange.is_ods"},
		"half a workbook":    {string(zipped(t, map[string]string{"xl/workbook.xml": "<workbook><sheets>"})), "exchange.workbook_damaged"},
		"cut-off zip":        {"PK\x03\x04\x14\x00\x00\x00", "exchange.workbook_damaged"},
	} {
		t.Run(name, func(t *testing.T) {
			if err := openError([]byte(c.content), DefaultLimits()); !refusedWith(err, c.code) {
				t.Errorf("%v, want %s", err, c.code)
			}
		})
	}
}

func TestLimits(t *testing.T) {
	t.Run("bytes", func(t *testing.T) {
		limits := DefaultLimits()
		limits.Bytes = 10
		if err := openError([]byte("日期,顾客,内容\n"), limits); !refusedWith(err, "exchange.file_too_big") {
			t.Error(err)
		}
	})
	t.Run("rows", func(t *testing.T) {
		limits := DefaultLimits()
		limits.Rows = 3
		if err := openError([]byte("a,b\n1,2\n\n\n3,4\n"), limits); err != nil {
			t.Errorf("blank rows do not count: %v", err)
		}
		if err := openError([]byte("a,b\n1,2\n3,4\n5,6\n"), limits); !refusedWith(err, "exchange.too_many_rows") {
			t.Error(err)
		}
	})
	t.Run("300 columns", func(t *testing.T) {
		row := strings.TrimSuffix(strings.Repeat("x,", 300), ",")
		if err := openError([]byte(row+"\n"+row+"\n"), DefaultLimits()); !refusedWith(err, "exchange.too_many_columns") {
			t.Error(err)
		}
		if err := openError([]byte("a,b"+strings.Repeat(",", 300)+"\n"), DefaultLimits()); err != nil {
			t.Errorf("300 empty columns are no harm: %v", err)
		}
		file := excelize.NewFile()
		for i := 1; i <= 300; i++ {
			name, _ := excelize.CoordinatesToCellName(i, 1)
			check(t, file.SetCellStr("Sheet1", name, "x"))
		}
		var out bytes.Buffer
		check(t, file.Write(&out))
		if err := openError(out.Bytes(), DefaultLimits()); !refusedWith(err, "exchange.too_many_columns") {
			t.Error(err)
		}
	})
	t.Run("a monster cell sets its row aside", func(t *testing.T) {
		content := "投诉日期,顾客名称,投诉内容\n2025-01-02,甲公司,短\n2025-01-03,乙公司," + strings.Repeat("长", 40_000) + "\n"
		p := readLedger(t, []byte(content), Options{})
		if p.Summary.Importable != 1 || len(p.Rejected) != 1 || p.Rejected[0].Reason.Code != "exchange.row.cell_too_long" || p.Rejected[0].Reason.Args["column"] != "C" {
			t.Errorf("%+v", p.Summary)
		}
	})
}

// lyingZip declares a small size for a part that unpacks to a large one.
func lyingZip(t testing.TB, name string, really int, declared uint32) []byte {
	t.Helper()
	zeros := bytes.Repeat([]byte{' '}, really)
	var packed bytes.Buffer
	w, err := flate.NewWriter(&packed, 9)
	check(t, err)
	_, err = w.Write(zeros)
	check(t, err)
	check(t, w.Close())
	var out bytes.Buffer
	put := func(values ...any) {
		for _, value := range values {
			check(t, binary.Write(&out, binary.LittleEndian, value))
		}
	}
	sum, size := crc32.ChecksumIEEE(zeros), uint32(packed.Len())
	put(uint32(0x04034b50), uint16(20), uint16(0), uint16(8), uint32(0), sum, size, declared, uint16(len(name)), uint16(0), []byte(name), packed.Bytes())
	start := uint32(out.Len())
	put(uint32(0x02014b50), uint16(20), uint16(20), uint16(0), uint16(8), uint32(0), sum, size, declared, uint16(len(name)), uint16(0), uint16(0), uint16(0), uint16(0), uint32(0), uint32(0), []byte(name))
	length := uint32(out.Len()) - start
	put(uint32(0x06054b50), uint16(0), uint16(0), uint16(1), uint16(1), length, start, uint16(0))
	return out.Bytes()
}

func TestZipBombs(t *testing.T) {
	t.Run("declared openly", func(t *testing.T) {
		bomb := lyingZip(t, "xl/workbook.xml", 40<<20, 40<<20)
		if err := openError(bomb, DefaultLimits()); !refusedWith(err, "exchange.unpacked_too_big") {
			t.Errorf("%d bytes: %v", len(bomb), err)
		}
	})
	t.Run("declared as small", func(t *testing.T) {
		bomb := lyingZip(t, "xl/workbook.xml", 40<<20, 1000)
		err := openError(bomb, DefaultLimits())
		if !refusedWith(err, "exchange.unpacked_too_big") && !refusedWith(err, "exchange.workbook_damaged") {
			t.Errorf("%v", err)
		}
	})
	t.Run("one text of many megabytes", func(t *testing.T) {
		parts := workbookParts(`<row r="1"><c r="A1" t="inlineStr"><is><t>` + strings.Repeat("ab ", 3<<20) + `</t></is></c></row>`)
		if err := openError(zipped(t, parts), DefaultLimits()); !refusedWith(err, "exchange.unpacked_too_big") {
			t.Errorf("%v", err)
		}
	})
	t.Run("very many parts", func(t *testing.T) {
		parts := workbookParts("")
		for i := range mostParts {
			parts[fmt.Sprintf("xl/media/%d", i)] = ""
		}
		if err := openError(zipped(t, parts), DefaultLimits()); !refusedWith(err, "exchange.unpacked_too_big") {
			t.Errorf("%v", err)
		}
	})
}

// workbookParts is the least a workbook needs.
func workbookParts(rows string) map[string]string {
	return map[string]string{
		"xl/workbook.xml":            `<workbook xmlns:r="x"><workbookPr date1904="1"/><sheets><sheet name="一" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://x/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`,
		"xl/sharedStrings.xml":       `<sst><si><t>甲</t><rPh><t>jia</t></rPh></si><si><r><t>乙</t></r><r><t xml:space="preserve"> 丙</t></r></si></sst>`,
		"xl/worksheets/sheet1.xml":   `<worksheet><sheetData>` + rows + `</sheetData><mergeCells><mergeCell ref="A2:A4"/></mergeCells></worksheet>`,
	}
}

func TestCellsOfAWorkbook(t *testing.T) {
	content := zipped(t, workbookParts(`
		<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c><c r="D1" t="s"><v>99</v></c></row>
		<row r="2"><c r="A2"><v>1.3900005183E10</v></c><c r="B2" t="b"><v>1</v></c><c r="C2" t="e"><v>#REF!</v></c></row>
		<row r="3"><c r="B3"><f t="shared" si="0" ref="B3:B4">ROW()-2</f><v>1</v></c></row>
		<row r="4"><c r="B4"><f t="shared" si="0"/><v>2</v></c><c t="str"><f>"x"&amp;"y"</f><v>xy</v></c></row>
		<row><c><v>7.5</v></c></row>`))
	var got []string
	table := openBytes(t, content)
	check(t, table.Rows(func(row Row, _ float64) error {
		got = append(got, fmt.Sprint(row.Number, rawTexts(row)))
		return nil
	}))
	want := []string{"1 [甲  乙 丙]", "2 [13900005183 TRUE #REF!]", "3 [13900005183 =ROW()-2]", `4 [13900005183 =ROW()-2 ="x"&"y"]`, "5 [7.5]"}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("\n got %q\nwant %q", got, want)
	}
	if !table.book.from1904 {
		t.Error("day numbers count from 1904 in this workbook")
	}
}

func TestBrokenEncoding(t *testing.T) {
	head := "投诉日期,顾客名称,投诉内容\r\n2025-01-02,甲公司,打不开\r\n"
	for name, c := range map[string]struct {
		content string
	}{
		"UTF-8":   {head + "2025-01-03,乙公司,坏\xff了\r\n2025-01-04,丙公司,好\r\n"},
		"GB18030": {string(encoded(t, gb, head)) + "2025-01-03,\xd2\xd2,\xbb\xb5\xff\r\n" + string(encoded(t, gb, "2025-01-04,丙公司,好的好的\r\n"))},
	} {
		t.Run(name, func(t *testing.T) {
			p := readLedger(t, []byte(c.content), Options{})
			if p.Encoding != name || p.Summary.Importable != 2 || len(p.Rejected) != 1 {
				t.Fatalf("%s %+v", p.Encoding, p.Summary)
			}
			reason := p.Rejected[0].Reason
			if reason.Code != "exchange.row.broken_encoding" || reason.Args["row"] != "3" || reason.Args["byte"] != fmt.Sprint(strings.IndexByte(c.content, 0xff)+1) {
				t.Errorf("%+v", reason)
			}
			if len(p.Rejected[0].Raw) != 3 {
				t.Errorf("the row must be kept: %q", p.Rejected[0].Raw)
			}
		})
	}
	t.Run("hopeless", func(t *testing.T) {
		if err := openError([]byte("\ufeff"+strings.Repeat("\xff\xfe\x81,\x82\n", 50)), DefaultLimits()); !refusedWith(err, "exchange.encoding_unreadable") {
			t.Error(err)
		}
	})
}

func TestOtherEncodings(t *testing.T) {
	t.Run("Big5 with traditional headings", func(t *testing.T) {
		text := "投訴日期,客戶名稱,電話,產品型號,投訴內容,處理結果\n2025/11/8,香港九龍貿易有限公司,+852 2345 6789,NB14,螢幕無法開啟,已更換\n2025/11/9,臺北資訊股份有限公司,,NB14,鍵盤損壞需要維修,維修\n"
		p := readLedger(t, encoded(t, traditionalchinese.Big5, text), Options{})
		if p.Encoding != "Big5" || p.Summary.Importable != 2 || len(p.Missing) != 0 {
			t.Fatalf("%s %+v missing %v", p.Encoding, p.Summary, p.Missing)
		}
		e := entryOf(t, p, 2)
		if e.Value(Phone) != "+85223456789" || e.Value(Result) != "replacement" || e.Value(Account) != "螢幕無法開啟" {
			t.Errorf("%+v", e.Cells)
		}
	})
	t.Run("Windows-1252", func(t *testing.T) {
		text := "Complaint No.;Date;Customer;Phone;Product;Serial No.;Description\n1;31/01/2025;Café Zürich GmbH;+41 44 123 45 67;Kühlschrank;KS-0012;Tür schließt nicht\n2;03/02/2025;Señor Ibáñez S.A.;+34 911 234 567;Lámpara;LP-0013;Falló después de tres días\n"
		p := readLedger(t, encoded(t, charmap.Windows1252, text), Options{})
		if p.Encoding != "Windows-1252" || p.Separator != ";" || p.Summary.Importable != 2 {
			t.Fatalf("%s %q %+v", p.Encoding, p.Separator, p.Summary)
		}
		e := entryOf(t, p, 3)
		if e.Value(TakenDate) != "2025-02-03" || e.Value(CustomerName) != "Señor Ibáñez S.A." || e.Value(SerialNo) != "LP-0013" {
			t.Errorf("the first row shows that the day comes first: %+v", e.Cells)
		}
	})
}

func TestQuotes(t *testing.T) {
	content := "日期,顾客,内容\n2025-01-02,\"甲\"\"乙\"\"公司\",\"第一行\n第二行,有逗号\"\n2025-01-03,丙公司,屏幕5\"坏了\n2025-01-04,丁公司,\"没有关上的引号\n2025-01-05,戊公司,好\n"
	p := readLedger(t, []byte(content), Options{})
	if p.Summary.Importable != 4 {
		t.Fatalf("%+v %+v", p.Summary, p.Rejected)
	}
	for row, want := range map[int]string{2: "第一行\n第二行,有逗号", 3: "屏幕5\"坏了", 4: "\"没有关上的引号", 5: "好"} {
		if got := entryOf(t, p, row).Value(Account); got != want {
			t.Errorf("row %d: %q, want %q", row, got, want)
		}
	}
	if e := entryOf(t, p, 2); e.Value(CustomerName) != `甲"乙"公司` {
		t.Errorf("%q", e.Value(CustomerName))
	}
	if problems := entryOf(t, p, 4).Problems; len(problems) != 1 || problems[0].Code != "exchange.row.stray_quote" {
		t.Errorf("a quotation mark without partner must be said: %+v", problems)
	}
}

func TestShiftedColumnsAreSetAside(t *testing.T) {
	p := readLedger(t, []byte("日期,顾客,内容\n2025-01-02,甲公司,坏了,又坏了\n2025-01-03,乙公司,好\n"), Options{})
	if p.Summary.Importable != 1 || len(p.Rejected) != 1 || p.Rejected[0].Reason.Code != "exchange.row.more_fields" {
		t.Errorf("%+v %+v", p.Summary, p.Rejected)
	}
}

func TestRowsOfTheWorkbookAgreeWithTheLibrary(t *testing.T) {
	content := ledgerWorkbook(t, asRows(t))
	file, err := excelize.OpenReader(bytes.NewReader(content))
	check(t, err)
	want, err := file.GetRows("Sheet1", excelize.Options{RawCellValue: true})
	check(t, err)
	table := openBytes(t, content)
	check(t, table.Choose("Sheet1"))
	check(t, table.Rows(func(row Row, _ float64) error {
		for i, cell := range row.Cells {
			if cell.Kind == AsFormula {
				continue
			}
			if i >= len(want[row.Number-1]) || want[row.Number-1][i] != cell.Raw {
				return fmt.Errorf("row %d column %d: %q", row.Number, i, cell.Raw)
			}
		}
		return nil
	}))
}

func FuzzOpen(f *testing.F) {
	f.Add([]byte("日期,顾客,内容\n2025-01-02,\"甲\n公司\",x\n"))
	f.Add([]byte("\xff\xfe1\x00\n\x00"))
	f.Add(encoded(f, gb, "投诉日期;顾客\n8月17日;甲\n"))
	f.Add(zipped(f, workbookParts(`<row r="1"><c r="A1" t="s"><v>0</v></c></row>`)))
	f.Add([]byte("PK\x03\x04"))
	limits := Limits{Bytes: 1 << 20, Rows: 500, Columns: 50, CellRunes: 1000, Unpacked: 4 << 20, Ratio: 100}
	f.Fuzz(func(t *testing.T, content []byte) {
		table, err := Open(bytes.NewReader(content), int64(len(content)), limits)
		if err != nil {
			return
		}
		rows := 0
		preview, err := ReadLedger(context.Background(), table, Options{Now: testNow})
		if err != nil {
			return
		}
		check(t, table.Rows(func(row Row, _ float64) error {
			if row.Number > preview.HeaderRow && !row.Empty() {
				rows++
			}
			return nil
		}))
		s := preview.Summary
		if kept := s.Importable + s.Rejected + s.Repeated + s.Totals; kept < rows {
			t.Errorf("%d rows with content, only %d accounted for: %+v", rows, kept, s)
		}
	})
}
