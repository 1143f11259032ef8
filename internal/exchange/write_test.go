package exchange

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"
)

// attacks are texts that spreadsheet programs would run.
var attacks = []string{"=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠1", " =1", "'=1", "''=1", "=HYPERLINK(\"http://example.invalid\",\"x\")", "+cmd|' /C calc'!A0"}

func written(t testing.TB, kind FileKind, headings []Heading, rows ...[]any) []byte {
	t.Helper()
	var out bytes.Buffer
	w, err := newWriter(&out, kind, "投诉台账", headings)
	check(t, err)
	for _, row := range rows {
		check(t, w.Row(row...))
	}
	check(t, w.Close())
	return out.Bytes()
}

func TestWrittenTextIsNeverAFormula(t *testing.T) {
	headings := []Heading{{Text: "内容"}}
	var rows [][]any
	for _, attack := range attacks {
		rows = append(rows, []any{attack})
	}
	t.Run("workbook", func(t *testing.T) {
		content := written(t, Workbook, headings, rows...)
		archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
		check(t, err)
		part, err := archive.Open("xl/worksheets/sheet1.xml")
		check(t, err)
		sheet, err := io.ReadAll(part)
		check(t, err)
		if !bytes.Contains(sheet, []byte("<sheetData>")) || regexp.MustCompile(`<f[ >/]`).Match(sheet) {
			t.Error("the sheet has a formula")
		}
		file, err := excelize.OpenReader(bytes.NewReader(content))
		check(t, err)
		style, err := file.GetCellStyle("投诉台账", "A2")
		check(t, err)
		format, err := file.GetStyle(style)
		check(t, err)
		if format.NumFmt != 49 {
			t.Errorf("text must stay text after editing: format %d", format.NumFmt)
		}
		panes, err := file.GetPanes("投诉台账")
		check(t, err)
		if !panes.Freeze || panes.YSplit != 1 {
			t.Errorf("headings must stay in place: %+v", panes)
		}
	})
	t.Run("separated", func(t *testing.T) {
		content := string(written(t, Separated, headings, rows...))
		if !strings.HasPrefix(content, "\ufeff") {
			t.Error("no byte order mark")
		}
		for _, start := range []string{"=", "+", "-", "@", "\t", "\r", "\n=", "＝", "＋", "－", "＠", " ="} {
			if strings.Contains(content, "\r\n\""+start) {
				t.Errorf("a field begins with %q", start)
			}
		}
	})
	for _, kind := range []FileKind{Workbook, Separated} {
		t.Run(string(kind)+" reads back the same", func(t *testing.T) {
			table := openBytes(t, written(t, kind, headings, rows...))
			check(t, table.Rows(func(row Row, _ float64) error {
				if row.Number == 1 {
					return nil
				}
				want := strings.ReplaceAll(attacks[row.Number-2], "\r", "\n")
				if got := strings.ReplaceAll(row.Cells[0].Raw, "\r", "\n"); got != want || row.Cells[0].Kind == AsFormula {
					t.Errorf("%q came back as %q", want, got)
				}
				return nil
			}))
		})
	}
}

func TestTypedCells(t *testing.T) {
	headings := []Heading{{Text: "日期", Kind: DateColumn}, {Text: "时间", Kind: DateTimeColumn}, {Text: "数量", Kind: NumberColumn}, {Text: "编号"}, {Text: "说明", Kind: LongTextColumn}}
	at := time.Date(2025, 8, 11, 16, 55, 0, 0, beijing)
	rows := [][]any{{at, at, 3, "007", "甲\n乙"}, {"2025-08-12", nil, "12", "12", ""}, {"八月", time.Time{}, "很多", 1.5, true}}
	content := written(t, Workbook, headings, rows...)
	file, err := excelize.OpenReader(bytes.NewReader(content))
	check(t, err)
	shown, err := file.GetRows("投诉台账")
	check(t, err)
	want := [][]string{{"日期", "时间", "数量", "编号", "说明"}, {"2025-08-11", "2025-08-11 16:55", "3", "007", "甲\n乙"}, {"2025-08-12", "", "12", "12"}, {"八月", "", "很多", "1.5", "true"}}
	if fmt.Sprint(shown) != fmt.Sprint(want) {
		t.Errorf("\n got %q\nwant %q", shown, want)
	}
	table := openBytes(t, content)
	check(t, table.Rows(func(row Row, _ float64) error {
		if row.Number == 2 && (row.Cells[0].Kind != AsDate || row.Cells[2].Kind != AsNumber || row.Cells[3].Kind != AsText) {
			t.Errorf("kinds: %+v", row.Cells)
		}
		return nil
	}))
}

// ledgerHeadings are the headings of an exported register.
var ledgerHeadings = func() map[Meaning]string {
	texts := map[string]string{}
	content, err := os.ReadFile("../lang/zh/exchange.json")
	if err == nil {
		err = json.Unmarshal(content, &texts)
	}
	if err != nil {
		panic(err)
	}
	out := map[Meaning]string{}
	for _, meaning := range MeaningsOf(LedgerBook) {
		out[meaning] = texts["exchange.meaning."+string(meaning)]
	}
	return out
}()

func exported(t testing.TB, kind FileKind, p *Preview) []byte {
	t.Helper()
	var headings []Heading
	var order []Meaning
	for _, column := range p.Columns {
		heading := Heading{Text: ledgerHeadings[column.Meaning]}
		if meanings[column.Meaning].kind == dateKind {
			heading.Kind = DateColumn
		}
		headings, order = append(headings, heading), append(order, column.Meaning)
	}
	var rows [][]any
	for i := range p.Entries {
		var row []any
		for _, meaning := range order {
			row = append(row, p.Entries[i].Value(meaning))
		}
		rows = append(rows, row)
	}
	return written(t, kind, headings, rows...)
}

func TestExportImportIsTheIdentity(t *testing.T) {
	first := readLedger(t, realLedger(t), Options{})
	for i := range first.Entries {
		first.Entries[i].Number = i + 2
	}
	for _, kind := range []FileKind{Workbook, Separated} {
		t.Run(string(kind), func(t *testing.T) {
			again := readLedger(t, exported(t, kind, first), Options{})
			if again.Summary.Formulas != 0 {
				t.Errorf("%d formulas in our own export", again.Summary.Formulas)
			}
			compare(t, understoodOf(again), understoodOf(first))
		})
	}
}

func TestAnyTextComesBack(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		texts := rapid.SliceOfN(rapid.OneOf(rapid.String(), rapid.SampledFrom(attacks), rapid.StringMatching(`['"=+@,;\n_x0-9A]{1,12}`)), 2, 6).Draw(rt, "texts")
		kind := rapid.SampledFrom([]FileKind{Workbook, Separated}).Draw(rt, "kind")
		row := make([]any, len(texts))
		for i, text := range texts {
			row[i] = text
		}
		headings := make([]Heading, len(texts))
		for i := range headings {
			headings[i].Text = "列" + ColumnLetter(i)
		}
		table := openBytes(t, written(t, kind, headings, row))
		err := table.Rows(func(got Row, _ float64) error {
			if got.Number == 1 {
				return nil
			}
			for i, text := range texts {
				if a, b := plainText(textAt(got, i).Raw), plainText(text); a != b {
					return fmt.Errorf("column %d: %q came back as %q", i, b, a)
				}
			}
			return nil
		})
		if err != nil {
			rt.Fatal(err)
		}
	})
}

// plainText leaves out what no spreadsheet keeps: the kind of line end and
// characters that XML cannot hold.
func plainText(text string) string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\ufffe", "\ufffd", "\uffff", "\ufffd").Replace(text)
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' {
			return '\ufffd'
		}
		return r
	}, strings.ToValidUTF8(text, "\ufffd"))
}

func TestRejectedRowsCanBeDownloaded(t *testing.T) {
	content := "2025年投诉台账,,\n投诉日期,顾客名称,投诉内容\n某日,甲公司,坏了\n2025-01-02,,\n,乙公司,=1+1\n2025-01-03,丙公司,好\n2025-01-03,丙公司,好\n"
	p := readLedger(t, []byte(content), Options{})
	codes := ""
	for _, row := range p.Rejected {
		codes += fmt.Sprint(row.Number, row.Reason.Code, ";")
	}
	if codes != "3exchange.row.taken_date_unreadable;4exchange.row.no_customer_and_account;5exchange.row.no_taken_date;" || p.Summary.Repeated != 1 || p.Summary.Importable != 1 {
		t.Fatalf("%s %+v", codes, p.Summary)
	}
	say := func(n Note) string { return n.Code }
	for _, kind := range []FileKind{Workbook, Separated} {
		var out bytes.Buffer
		check(t, p.WriteRejected(&out, kind, say))
		var rows [][]string
		check(t, openBytes(t, out.Bytes()).Rows(func(row Row, _ float64) error {
			rows = append(rows, rawTexts(row))
			return nil
		}))
		want := [][]string{
			{"exchange.rejected.row", "exchange.rejected.reason", "投诉日期", "顾客名称", "投诉内容"},
			{"3", "exchange.row.taken_date_unreadable", "某日", "甲公司", "坏了"}, {"4", "exchange.row.no_customer_and_account", "2025-01-02"},
			{"5", "exchange.row.no_taken_date", "", "乙公司", "=1+1"}, {"7", "exchange.row.repeated", "2025-01-03", "丙公司", "好"},
		}
		if fmt.Sprint(rows) != fmt.Sprint(want) {
			t.Errorf("%s:\n got %q\nwant %q", kind, rows, want)
		}
	}
}

func TestEveryNoteHasItsWording(t *testing.T) {
	codes := map[string]bool{}
	sources, err := os.ReadDir(".")
	check(t, err)
	for _, source := range sources {
		if !strings.HasSuffix(source.Name(), ".go") || strings.HasSuffix(source.Name(), "_test.go") {
			continue
		}
		content, err := os.ReadFile(source.Name())
		check(t, err)
		for _, m := range regexp.MustCompile(`"(exchange\.[a-z_.]+)"`).FindAllStringSubmatch(string(content), -1) {
			codes[m[1]] = true
		}
	}
	if !codes["exchange.cell.year_assumed_"] {
		t.Fatal("the codes were not found")
	}
	delete(codes, "exchange.cell.year_assumed_")
	for _, from := range []string{"given", "title", "sheet", "file", "rows", "row", "today"} {
		codes["exchange.cell.year_assumed_"+from] = true
	}
	for meaning := range meanings {
		codes["exchange.meaning."+string(meaning)] = true
	}
	for _, language := range []string{"zh", "en"} {
		texts := map[string]string{}
		content, err := os.ReadFile("../lang/" + language + "/exchange.json")
		check(t, err)
		check(t, json.Unmarshal(content, &texts))
		for code := range codes {
			if texts[code] == "" {
				t.Errorf("%s has no wording for %s", language, code)
			}
		}
		for key := range texts {
			if !codes[key] {
				t.Errorf("%s has a wording nobody uses: %s", language, key)
			}
		}
	}
}
