package exchange

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

var gb = simplifiedchinese.GB18030

// testNow is noon of the day on which all tests take place.
var testNow = time.Date(2026, 3, 2, 12, 0, 0, 0, beijing)

// realLedger gives the bytes of the office's register, which lies beside the
// project.
func realLedger(t testing.TB) []byte {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "data", "ledger-2025-gb18030.csv"))
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("../shared/data/ledger-2025-gb18030.csv must lie beside the project: %v", err)
		}
		t.Skip("the register ../shared/data/ledger-2025-gb18030.csv is not here")
	}
	return content
}

func openBytes(t testing.TB, content []byte) *Table {
	t.Helper()
	table, err := Open(bytes.NewReader(content), int64(len(content)), DefaultLimits())
	if err != nil {
		t.Fatalf("open: %v", err)
	}
	return table
}

func readLedger(t testing.TB, content []byte, options Options) *Preview {
	t.Helper()
	if options.Now.IsZero() {
		options.Now = testNow
	}
	preview, err := ReadLedger(context.Background(), openBytes(t, content), options)
	if err != nil {
		t.Fatalf("read: %v", err)
	}
	return preview
}

// asRows decodes the register into fields, to be written in other forms.
func asRows(t testing.TB) [][]string {
	t.Helper()
	table := openBytes(t, realLedger(t))
	var rows [][]string
	err := table.Rows(func(row Row, _ float64) error {
		rows = append(rows, rawTexts(row))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestLedgerOfTheOffice(t *testing.T) {
	p := readLedger(t, realLedger(t), Options{})

	t.Run("file facts", func(t *testing.T) {
		if p.Kind != Separated || p.Encoding != "GB18030" || p.Separator != "," || p.HeaderRow != 2 || p.Title != "2025年顾客投诉台账" || p.Year != 2025 || p.YearFrom != "title" {
			t.Errorf("%s %s %q header %d title %q year %d from %s", p.Kind, p.Encoding, p.Separator, p.HeaderRow, p.Title, p.Year, p.YearFrom)
		}
	})
	t.Run("all 400 complaints, three repeated rows, four blank rows, one total", func(t *testing.T) {
		s := p.Summary
		if s.Importable != 400 || len(p.Entries) != 400 || s.Rejected != 0 || s.Repeated != 3 || s.Blank != 4 || s.Totals != 1 || s.Rows != 408 {
			t.Errorf("%+v", s)
		}
		if len(p.Repeated) != 3 || p.Repeated[0].Number != 65 || p.Repeated[0].Reason.Args["of"] != "64" {
			t.Errorf("repeated: %+v", p.Repeated)
		}
	})
	t.Run("every column has its meaning", func(t *testing.T) {
		want := []Meaning{Seq, TakenDate, TakenTime, CustomerName, ContactName, Phone, RegionText, ProductName, Model, SerialNo,
			Channel, Account, Class, HandlingOpinion, HandledBy, ArrivedOnSiteDate, FaultFinding, Result, Satisfaction, ClosedDate, Remarks}
		for i, column := range p.Columns {
			if column.Meaning != want[i] || column.Confidence < 0.9 {
				t.Errorf("column %s %q: %s with %.2f", column.Letter, column.Heading, column.Meaning, column.Confidence)
			}
		}
	})
	t.Run("no cell failed, and the counts of each understanding", func(t *testing.T) {
		for meaning, want := range map[Meaning]Tally{
			TakenDate: {OK: 336, Assumed: 64}, TakenTime: {OK: 321, Empty: 79}, Phone: {OK: 400},
			SerialNo: {OK: 205, Unknown: 109, Empty: 86}, Class: {OK: 269, Assumed: 67, Empty: 64},
			Channel: {OK: 364, Empty: 36}, FaultFinding: {OK: 200, Empty: 200}, Result: {OK: 326, Empty: 74},
			Satisfaction: {OK: 276, Assumed: 66, Empty: 58}, ClosedDate: {OK: 226, Assumed: 53, Empty: 121},
			ArrivedOnSiteDate: {OK: 216, Assumed: 37, Empty: 147}, Account: {OK: 397, Assumed: 3},
		} {
			if got := p.Summary.ByMeaning[meaning]; got == nil || *got != want {
				t.Errorf("%s: %+v, want %+v", meaning, got, want)
			}
		}
		if p.Summary.Cells.Failed != 0 {
			t.Errorf("%d cells failed", p.Summary.Cells.Failed)
		}
	})
	t.Run("formulas stay text", func(t *testing.T) {
		if p.Summary.Formulas != 3 {
			t.Errorf("%d formulas", p.Summary.Formulas)
		}
		entry := entryOf(t, p, 12)
		cell, _ := entry.Cell(Account)
		if !cell.Formula || cell.Understood != `=HYPERLINK("http://example.invalid","京东的快递人员确实够烂，下单时声明了送货")` || cell.Note.Code != "exchange.cell.formula_kept_as_text" {
			t.Errorf("%+v", cell)
		}
	})
	t.Run("six spellings of dates", func(t *testing.T) {
		for row, want := range map[int]string{3: "2025-11-08", 4: "2025-08-17", 5: "2025-01-03", 7: "2025-08-11", 8: "2025-07-25", 12: "2025-10-16"} {
			if got := entryOf(t, p, row).Value(TakenDate); got != want {
				t.Errorf("row %d: %s, want %s", row, got, want)
			}
		}
		cell, _ := entryOf(t, p, 4).Cell(TakenDate)
		if cell.State != Assumed || cell.Note.Code != "exchange.cell.year_assumed_title" {
			t.Errorf("a date without a year must say where its year is from: %+v", cell)
		}
	})
	t.Run("no date lies out of order", func(t *testing.T) {
		if p.Summary.Problems != 0 {
			t.Errorf("%d rows with problems", p.Summary.Problems)
		}
	})
	t.Run("one row in full", func(t *testing.T) {
		entry := entryOf(t, p, 8)
		for meaning, want := range map[Meaning]string{Seq: "6", TakenTime: "16:55", CustomerName: "石河恒远机电（直营）", ContactName: "周晓燕",
			Phone: "0510-88006168", RegionText: "石河子", SerialNo: "SN001063", Channel: "email", Class: "unclassified", HandlingOpinion: "派员上门检查",
			HandledBy: "李敏", ArrivedOnSiteDate: "2025-07-27", FaultFinding: "pending", Result: "not_accepted", Satisfaction: "2"} {
			if got := entry.Value(meaning); got != want {
				t.Errorf("%s: %q, want %q", meaning, got, want)
			}
		}
	})
}

func entryOf(t testing.TB, p *Preview, row int) *Entry {
	t.Helper()
	for i := range p.Entries {
		if p.Entries[i].Number == row {
			return &p.Entries[i]
		}
	}
	t.Fatalf("row %d is not among the entries", row)
	return nil
}

// understoodOf is what matters about a reading, for comparison.
func understoodOf(p *Preview) []string {
	var all []string
	for i := range p.Entries {
		text := fmt.Sprint(p.Entries[i].Number)
		for _, cell := range p.Entries[i].Cells {
			text += fmt.Sprintf("|%s=%s", cell.Meaning, cell.Understood)
		}
		all = append(all, text)
	}
	return all
}

func joined(rows [][]string, separator string, quote bool) string {
	var out strings.Builder
	for _, row := range rows {
		for i, field := range row {
			if i > 0 {
				out.WriteString(separator)
			}
			if quote || strings.ContainsAny(field, separator+"\"\n") {
				field = `"` + strings.ReplaceAll(field, `"`, `""`) + `"`
			}
			out.WriteString(field)
		}
		out.WriteString("\r\n")
	}
	return out.String()
}

func encoded(t testing.TB, by encoding.Encoding, text string) []byte {
	t.Helper()
	out, err := by.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestLedgerInOtherForms(t *testing.T) {
	rows := asRows(t)
	want := understoodOf(readLedger(t, realLedger(t), Options{}))
	utf16le := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	forms := map[string]struct {
		content             []byte
		encoding, separator string
	}{
		"UTF-8, comma":                 {[]byte(joined(rows, ",", false)), "UTF-8", ","},
		"UTF-8 with mark, semicolon":   {[]byte("\ufeff" + joined(rows, ";", false)), "UTF-8", ";"},
		"UTF-8, bar, all quoted":       {[]byte(joined(rows, "|", true)), "UTF-8", "|"},
		"UTF-8, line feeds only":       {[]byte(strings.ReplaceAll(joined(rows, ",", false), "\r\n", "\n")), "UTF-8", ","},
		"UTF-8, returns only":          {[]byte(strings.ReplaceAll(joined(rows, ",", false), "\r\n", "\r")), "UTF-8", ","},
		"GB18030, tab":                 {encoded(t, simplifiedchinese.GB18030, joined(rows, "\t", false)), "GB18030", "\t"},
		"UTF-16 with mark, tab":        {encoded(t, utf16le, joined(rows, "\t", false)), "UTF-16LE", "\t"},
		"UTF-16 without mark, comma":   {encoded(t, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), joined(rows, ",", false)), "UTF-16LE", ","},
		"UTF-16 big end first, comma":  {encoded(t, unicode.UTF16(unicode.BigEndian, unicode.UseBOM), joined(rows, ",", false)), "UTF-16BE", ","},
		"UTF-8, separator spelled out": {[]byte("sep=;\r\n" + joined(rows, ";", false)), "UTF-8", ";"},
	}
	for name, form := range forms {
		t.Run(name, func(t *testing.T) {
			p := readLedger(t, form.content, Options{})
			if p.Encoding != form.encoding || p.Separator != form.separator {
				t.Errorf("read as %s with %q", p.Encoding, p.Separator)
			}
			compare(t, understoodOf(p), want)
		})
	}
}

func compare(t testing.TB, got, want []string) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%d entries, want %d", len(got), len(want))
	}
	for i := range got {
		if got[i] != want[i] {
			t.Fatalf("entry %d:\n got %s\nwant %s", i, got[i], want[i])
		}
	}
}

// ledgerWorkbook makes an .xlsx of the register as an office program would:
// merged title, numbers as numbers, dates as real dates, formulas as formulas.
func ledgerWorkbook(t testing.TB, rows [][]string) []byte {
	t.Helper()
	file := excelize.NewFile()
	date := "yyyy/m/d"
	style, err := file.NewStyle(&excelize.Style{CustomNumFmt: &date})
	check(t, err)
	for i, row := range rows {
		for j, field := range row {
			name, err := excelize.CoordinatesToCellName(j+1, i+1)
			check(t, err)
			switch {
			case field == "":
			case strings.HasPrefix(field, "="):
				check(t, file.SetCellFormula("Sheet1", name, field[1:]))
			case len(field) == 5 && strings.Trim(field, "0123456789") == "" && (j == 1 || j == 15 || j == 19):
				check(t, file.SetCellInt("Sheet1", name, int64(number(field))))
				check(t, file.SetCellStyle("Sheet1", name, name, style))
			case j == 0 && strings.Trim(field, "0123456789") == "":
				check(t, file.SetCellInt("Sheet1", name, int64(number(field))))
			default:
				check(t, file.SetCellStr("Sheet1", name, field))
			}
		}
	}
	check(t, file.MergeCell("Sheet1", "A1", "U1"))
	_, err = file.NewSheet("说明")
	check(t, err)
	check(t, file.SetCellStr("说明", "A1", "本表由售后服务部填写"))
	check(t, file.MoveSheet("说明", "Sheet1"))
	var out bytes.Buffer
	check(t, file.Write(&out))
	return out.Bytes()
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestLedgerAsWorkbook(t *testing.T) {
	content := ledgerWorkbook(t, asRows(t))
	p := readLedger(t, content, Options{})
	if p.Kind != Workbook || p.Sheet != "Sheet1" || len(p.Sheets) != 2 || p.Summary.Repeated != 3 || p.Summary.Totals != 1 || p.Summary.Formulas != 3 {
		t.Errorf("%s sheet %q of %v, %+v", p.Kind, p.Sheet, p.Sheets, p.Summary)
	}
	compare(t, understoodOf(p), understoodOf(readLedger(t, realLedger(t), Options{})))
}

func TestReadingGoesOnWithoutKeeping(t *testing.T) {
	visited, told := 0, 0.0
	p := readLedger(t, realLedger(t), Options{Keep: 10,
		Visit:    func(Entry) error { visited++; return nil },
		Progress: func(_ int, part float64) { told = part }})
	if visited != 400 || len(p.Entries) != 10 || p.Summary.Importable != 400 || told != 1 {
		t.Errorf("visited %d, kept %d, counted %d, progress %.2f", visited, len(p.Entries), p.Summary.Importable, told)
	}
	stop := errors.New("stop")
	_, err := ReadLedger(context.Background(), openBytes(t, realLedger(t)), Options{Now: testNow, Visit: func(Entry) error { return stop }})
	if !errors.Is(err, stop) {
		t.Errorf("an error of the visitor must end the reading: %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := ReadLedger(ctx, openBytes(t, realLedger(t)), Options{Now: testNow}); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled reading must end: %v", err)
	}
}

func TestPersonCorrectsTheColumns(t *testing.T) {
	content := realLedger(t)
	table := openBytes(t, content)
	if _, err := ReadLedger(context.Background(), table, Options{Now: testNow, Mapping: map[int]Meaning{3: CustomerName, 4: CustomerName}}); !refusedWith(err, "exchange.meaning_twice") {
		t.Errorf("one meaning for two columns: %v", err)
	}
	if _, err := ReadLedger(context.Background(), table, Options{Now: testNow, Mapping: map[int]Meaning{3: WarrantyTo}}); !refusedWith(err, "exchange.unknown_meaning") {
		t.Errorf("a meaning of another list: %v", err)
	}
	p := readLedger(t, content, Options{Mapping: map[int]Meaning{4: Complainant, 20: Ignore}})
	if p.Columns[4].Meaning != Complainant || p.Columns[4].Confidence != 1 || p.Columns[20].Meaning != Ignore {
		t.Errorf("the person's choice was not taken: %+v %+v", p.Columns[4], p.Columns[20])
	}
	entry := entryOf(t, p, 3)
	if entry.Value(Complainant) != "赵洋" {
		t.Errorf("complainant %q", entry.Value(Complainant))
	}
	second := entryOf(t, p, 4)
	if len(second.Extra) != 1 || second.Extra[0] != (Extra{"备注", "代理商转来"}) {
		t.Errorf("an ignored column must be kept beside: %+v", second.Extra)
	}
}

func refusedWith(err error, code string) bool {
	var refusal *Refusal
	return errors.As(err, &refusal) && refusal.Code == code
}
