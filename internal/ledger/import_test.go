package ledger

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/complaint"
	"huidan/internal/exchange"
	"huidan/internal/fault"
	"huidan/internal/house/housetest"
)

func TestClause1_b_ImportIsRefused(t *testing.T) {
	each(t, func(t *testing.T, c *firm) {
		for name, text := range map[string]string{
			"exchange.file_empty": "", "exchange.is_pdf": "%PDF-1.7\n%âãÏÓ\n", "exchange.is_xls": "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600),
			"exchange.is_image": "\x89PNG\r\n\x1a\n0000",
		} {
			_, err := c.desk.HandIn(t.Context(), c.Door, c.Call(c.manager), "ledger.csv", strings.NewReader(text))
			if f, ok := fault.As(err); !ok || f.Code != name || len(f.Fields) != 1 || f.Fields[0].Path != "file" {
				t.Errorf("%s: %v", name, err)
			}
		}
		row := complaint.ImportedRow{Row: 3, Reason: "x", TakenOn: "2025-01-01", Class: complaint.Unclassified, Record: complaint.Record{Channel: "phone", Account: "坏"}}
		if _, err := housetest.Try(c.House, c.As(access.Receptionist), complaint.ImportBatch{ImportID: "i", Rows: []complaint.ImportedRow{row}}); !errors.Is(err, fault.Forbidden("")) {
			t.Errorf("reception imports: %v", err)
		}
		future := row
		future.TakenOn = "2026-03-11"
		_, err := housetest.Try(c.House, c.manager, complaint.ImportBatch{ImportID: "i", Rows: []complaint.ImportedRow{row, future}})
		if f, ok := fault.As(err); !ok || len(f.Fields) != 1 || f.Fields[0].Path != "rows[1].taken_on" || f.Fields[0].Code != "fault.in_future" {
			t.Errorf("a complaint of tomorrow: %v", err)
		}
		if n := len(c.list(complaint.Filter{})); n != 0 {
			t.Errorf("a refused batch left %d complaints", n)
		}
		j := c.handIn("empty.csv", headingLine)
		if _, err := c.desk.Undo(t.Context(), c.Door, c.manager, j.ID, "x"); err == nil {
			t.Error("an import that did not happen is undone")
		}
		if _, err := c.desk.Choose(t.Context(), c.Door, c.manager, j.ID, Choices{Columns: []ColumnChoice{{0, "phone"}, {1, "phone"}}}); err == nil {
			t.Error("two columns of one meaning")
		}
	})
}

func TestClause1_b_ImportPreviewSaysWhatWasUnderstood(t *testing.T) {
	each(t, func(t *testing.T, c *firm) {
		p := c.preview(c.handIn("台账.csv", gb18030(t, fewRows)))
		if p.Encoding != "GB18030" || p.HeaderRow != 2 || p.Year != 2025 || p.YearFrom != "title" || p.Summary.Importable != 4 || len(p.Rejected) != 1 || len(p.Skipped) != 1 {
			t.Fatalf("preview %+v", p.Summary)
		}
		if p.Rejected[0].Row != 7 || !strings.Contains(p.Rejected[0].Reason, "哪天") || p.Rejected[0].Raw[3] != "某厂" {
			t.Errorf("rejected %+v", p.Rejected)
		}
		cell := func(row int, meaning exchange.Meaning) Cell {
			at := slices.IndexFunc(p.Rows[row].Cells, func(c Cell) bool { return c.Meaning == string(meaning) })
			return p.Rows[row].Cells[at]
		}
		for _, want := range []struct {
			cell              Cell
			understood, state string
		}{
			{cell(0, exchange.RegionText), "四川省成都市", "assumed"},
			{cell(0, exchange.Channel), "信函", "ok"},
			{cell(1, exchange.TakenDate), "2025-08-17", "assumed"},
			{cell(1, exchange.RegionText), "", "unknown"},
			{cell(1, exchange.TakenTime), "", "assumed"},
			{cell(2, exchange.Class), "质量问题", "assumed"},
		} {
			if want.cell.Understood != want.understood || want.cell.State != want.state || want.state != "ok" && want.cell.Note == "" {
				t.Errorf("%+v, want %s %s", want.cell, want.understood, want.state)
			}
		}
		corrected, err := c.desk.Choose(t.Context(), c.Door, c.manager, p.Job.ID, Choices{Columns: []ColumnChoice{{16, "contract_no"}}})
		if err != nil || corrected.Columns[16].Meaning != "contract_no" || corrected.Columns[16].Confidence != 1 {
			t.Errorf("the person's column was not taken: %v %+v", err, corrected.Columns)
		}
		again, err := find(t.Context(), c.Door, p.Job.ID)
		if err != nil || len(again.choices.Columns) != 1 {
			t.Errorf("the correction is not kept: %v %+v", err, again.choices)
		}
	})
}

func TestClause1_b_ImportedComplaints(t *testing.T) {
	each(t, func(t *testing.T, c *firm) {
		j := c.commit(c.handIn("台账.csv", fewRows), Twins{})
		if j.Status != Done || j.RowsDone != 4 || j.RowsTotal != 4 || j.Counts.NewCustomers != 3 || j.Counts.Rejected != 1 {
			t.Fatalf("job %+v", j)
		}
		if want := []Span{{"2024", "TS2024-00001", "TS2024-00001", 1}, {"2025", "TS2025-00001", "TS2025-00003", 3}}; !slices.Equal(sorted(j.Numbers), want) {
			t.Errorf("numbers %+v", j.Numbers)
		}
		byNumber := map[string]*complaint.Page{}
		for _, row := range c.list(complaint.Filter{ImportID: j.ID}) {
			byNumber[row.Number] = c.page(row.ID)
		}
		quality, other, closed, open := byNumber["TS2025-00001"], byNumber["TS2025-00002"], byNumber["TS2024-00001"], byNumber["TS2025-00003"]

		t.Run("each goes on where the ledger left it", func(t *testing.T) {
			for _, want := range []struct {
				page  *complaint.Page
				state complaint.State
				class complaint.Class
				step  string
			}{
				{quality, complaint.StateHandoverPending, complaint.Quality, "hand-over"},
				{other, complaint.StateNegotiating, complaint.NonQuality, "log-contact"},
				{closed, complaint.StateClosed, complaint.Quality, ""},
				{open, complaint.StateRegistered, complaint.Unclassified, "classify"},
			} {
				p := want.page
				if p.State != want.state || p.Class != want.class || p.EntryMode != complaint.EntryRetrospective || !strings.Contains(p.EntryReason, "台账.csv") {
					t.Errorf("%s is %s %s %s %q", p.Number, p.State, p.Class, p.EntryMode, p.EntryReason)
				}
				if want.step == "" && len(p.Clocks) != 0 || want.step != "" && (len(p.Clocks) != 1 || p.Clocks[0].Step != want.step) {
					t.Errorf("%s owes %+v, want %q", p.Number, p.Clocks, want.step)
				}
				for _, k := range p.Clocks {
					if !k.Apart || k.StartedAt.Before(housetest.Start) {
						t.Errorf("%s is not counted apart from the time of entry: %+v", p.Number, k)
					}
				}
				if len(p.Timeline) != 1 || !slices.Equal(p.Timeline[0].Obligations, []string{"1-b", "2.1-b"}) {
					t.Errorf("%s: journal %+v", p.Number, p.Timeline)
				}
			}
		})
		t.Run("times", func(t *testing.T) {
			if !quality.TakenAt.Equal(housetest.At("2025-11-08 09:05")) || !other.TakenAt.Equal(housetest.At("2025-08-17 08:30")) || !closed.ClosedAt.Equal(housetest.At("2025-01-06 17:30")) {
				t.Errorf("taken %s and %s, closed %s", quality.TakenAt, other.TakenAt, closed.ClosedAt)
			}
			if closed.CloseKind != complaint.ClosedImported || closed.CloseSummary != "已维修" || closed.Classes[0].ReasonCode != "doubt" || quality.Classes[0].ReasonCode != "imported" {
				t.Errorf("closed %s %q, classes %+v %+v", closed.CloseKind, closed.CloseSummary, closed.Classes, quality.Classes)
			}
		})
		t.Run("a place that is not clear stays open with the reason", func(t *testing.T) {
			if quality.Region.Class != "other_province" || quality.DivisionCode != "5101" || other.Region.Class != "" || !strings.Contains(other.Unknowns["site"], "火星") {
				t.Errorf("region %+v %s, %+v %v", quality.Region, quality.DivisionCode, other.Region, other.Unknowns)
			}
		})
		t.Run("nothing of the old row is lost and search finds it", func(t *testing.T) {
			for text, want := range map[string]string{"异响": quality.ID, "91510": quality.ID, "重开发票": other.ID, "漏油": closed.ID, "换门封": closed.ID, "sn02757": quality.ID, "发暗": open.ID} {
				hits := c.list(complaint.Filter{Query: text})
				if len(hits) != 1 || hits[0].ID != want {
					t.Errorf("%s finds %+v", text, hits)
				}
			}
			if !strings.Contains(closed.Summary, "质量?") || !strings.Contains(other.Summary, "8月17日") {
				t.Errorf("what was assumed does not stand beside what was written: %q %q", closed.Summary, other.Summary)
			}
		})
		t.Run("the same customer once", func(t *testing.T) {
			if quality.CustomerID == "" || quality.CustomerID != closed.CustomerID || c.customers() != 3 {
				t.Errorf("customers %s %s, %d in all", quality.CustomerID, closed.CustomerID, c.customers())
			}
		})
		t.Run("imported again does nothing twice", func(t *testing.T) {
			if again := c.commit(j, Twins{Duplicates: "import"}); again.RowsDone != 4 || len(c.list(complaint.Filter{})) != 4 {
				t.Errorf("again %+v", again)
			}
		})
	})
}

func sorted(list []Span) []Span {
	slices.SortFunc(list, func(a, b Span) int { return strings.Compare(a.Year, b.Year) })
	return list
}

func TestClause2_1_b_ImportShowsLikelyDuplicates(t *testing.T) {
	each(t, func(t *testing.T, c *firm) {
		first := c.commit(c.handIn("a.csv", fewRows), Twins{})
		more := headingLine +
			"1,2025/11/8,9:05,四川康宁医院,赵洋,13700003811,四川成都,离心机,LX-5,sn-02757,来函,运行十分钟后轴承异响,质量,,,,\n" +
			"2,2025/11/20,,四川康宁医院,,,四川成都,离心机,LX-5,ＳＮ-02757,来电,还是异响,质量,,,,\n" +
			"3,2025/9/1,,另一家,,0510-88006486,四川成都,,,,来电,催发票,非质量,,,,\n" +
			"4,2024/1/1,,第三家,,0510-88006486,四川成都,,,,来电,两年前的事,非质量,,,,\n"
		j := c.handIn("b.csv", more)
		p := c.preview(j)
		got := map[int64]string{}
		for _, twin := range p.Twins {
			got[twin.Row] = twin.Other.Reason + " " + twin.Suggested
		}
		if want := map[int64]string{2: "same_text skip", 3: "same_serial import", 4: "same_phone import"}; fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("twins %v, want %v", got, want)
		}
		if done := c.commit(j, Twins{Duplicates: "skip", Import: []int64{3}}); done.RowsDone != 2 || done.Counts.Skipped != 2 {
			t.Errorf("the choices were not kept: %+v", done)
		}
		if n := len(c.list(complaint.Filter{ImportID: first.ID})); n != 4 {
			t.Errorf("%d", n)
		}
	})
}

func TestClause2_1_b_ImportBrokenOffGoesOn(t *testing.T) {
	each(t, func(t *testing.T, c *firm) {
		text := strings.Builder{}
		text.WriteString(headingLine)
		for i := range 2*batchRows + 7 {
			fmt.Fprintf(&text, "%d,2025-05-%02d,,甲%d厂,,,江苏南京,,,,来电,第 %d 件事,质量,,,,\n", i, i%28+1, i%5, i)
		}
		j := c.handIn("long.csv", text.String())
		if _, err := c.desk.Begin(t.Context(), c.Door, c.manager, j.ID, Twins{}); err != nil {
			t.Fatal(err)
		}
		begun, err := find(t.Context(), c.Door, j.ID)
		if err != nil {
			t.Fatal(err)
		}
		// The process dies after the act was answered and before it was noted.
		dying := &worker{Desk: c.another(), door: c.Door, job: &begun, progress: func(Job) {}}
		if err := dying.freeze(t.Context()); err != nil {
			t.Fatal(err)
		}
		batch, rows, err := dying.nextBatch(t.Context())
		if err != nil || len(rows) != batchRows {
			t.Fatal(batch, len(rows), err)
		}
		call := act.Call{Actor: c.manager, Key: fmt.Sprintf("import:%s:%d", j.ID, batch)}
		if _, err := act.Do(t.Context(), c.Door, call, complaint.ImportBatch{ImportID: j.ID, Batch: batch, Rows: rows}); err != nil {
			t.Fatal(err)
		}
		if err := c.desk.Round(t.Context(), c.Door); err != nil {
			t.Fatal(err)
		}
		if waits, err := find(t.Context(), c.Door, j.ID); err != nil || waits.Status != Committing || waits.RowsDone != 0 {
			t.Errorf("taken over while the other still held it: %v %+v", err, waits)
		}
		c.Clock.Add(leaseFor * 2)
		done := c.finish(j.ID)
		if done.RowsDone != 2*batchRows+7 || len(done.Numbers) != 1 || done.Numbers[0].Count != done.RowsDone || done.Counts.NewCustomers != 5 {
			t.Errorf("job %+v", done)
		}
		gapless(t, c.list(complaint.Filter{Sort: "number", Ascending: true}), 2*batchRows+7)
	})
}

// gapless fails unless the numbers of each year run from 1 without a gap.
func gapless(t *testing.T, rows []complaint.Row, total int) {
	t.Helper()
	last := map[string]int{}
	for _, r := range rows {
		year := r.Number[2:6]
		last[year]++
		if want := fmt.Sprintf("TS%s-%05d", year, last[year]); r.Number != want {
			t.Fatalf("number %s, want %s", r.Number, want)
		}
	}
	if len(rows) != total {
		t.Errorf("%d complaints, want %d", len(rows), total)
	}
}

func TestClause2_1_b_ImportOfARealLedger(t *testing.T) {
	text := realLedger(t)
	each(t, func(t *testing.T, c *firm) {
		j := c.handIn("ledger-2025-gb18030.csv", text)
		if p := c.preview(j); p.Summary.Importable != 400 || p.Encoding != "GB18030" || len(p.Repeated) != 3 || p.Summary.Formulas != 3 {
			t.Fatalf("preview %+v", p.Summary)
		}
		if _, err := c.desk.Begin(t.Context(), c.Door, c.manager, j.ID, Twins{}); err != nil {
			t.Fatal(err)
		}
		// Two processes at once.
		other := c.another()
		var both sync.WaitGroup
		for _, d := range []*Desk{c.desk, other} {
			both.Go(func() {
				if _, err := d.Finish(t.Context(), c.Door, j.ID, func(Job) {}); err != nil {
					t.Error(err)
				}
			})
		}
		both.Wait()
		j, err := find(t.Context(), c.Door, j.ID)
		if err != nil || j.Status != Done || j.RowsDone != 400 {
			t.Fatalf("job %v %+v", err, j)
		}
		rows := c.list(complaint.Filter{Sort: "number", Ascending: true})
		gapless(t, rows, 400)
		for _, r := range rows {
			if r.EntryMode != complaint.EntryRetrospective || r.Overdue || r.Customer.ID == "" || r.Summary == "" {
				t.Fatalf("row %+v", r)
			}
		}
		counts, err := act.See(t.Context(), c.Door, c.manager, "complaint.see", func(ctx context.Context, s *act.Sight) (complaint.Counts, error) {
			return complaint.CountComplaints(ctx, s, nil)
		})
		if err != nil || counts.ByEntry[complaint.EntryRetrospective] != 400 || counts.ByEntry[complaint.EntryLive] != 0 {
			t.Errorf("counted apart: %v %+v", err, counts)
		}
		if hits := c.list(complaint.Filter{Query: "黑屏"}); len(hits) == 0 {
			t.Error("a word of two characters finds nothing")
		}
		if hits := c.list(complaint.Filter{Query: "HYPERLINK"}); len(hits) == 0 {
			t.Error("a formula is not kept as text")
		}
		undone(t, c, j)
	})
}

// undone takes an import back while somebody has worked on one of its complaints.
func undone(t *testing.T, c *firm, j Job) {
	open := c.list(complaint.Filter{State: "registered"})[0]
	housetest.Do(c.House, c.As(access.Receptionist), complaint.Classify{ID: open.ID, ClassifyForm: complaint.ClassifyForm{
		Version: open.Version, Class: complaint.Quality, ReasonCode: "doubt",
	}})
	if _, err := c.desk.Undo(t.Context(), c.Door, c.manager, j.ID, "列弄错了"); err != nil {
		t.Fatal(err)
	}
	done := c.finish(j.ID)
	if done.Status != Undone || done.Counts.Voided != 399 || done.Counts.Kept != 1 || done.Counts.CustomersOut != done.Counts.NewCustomers-1 {
		t.Errorf("undone %+v", done)
	}
	if left := c.list(complaint.Filter{State: "open"}); len(left) != 1 || left[0].ID != open.ID {
		t.Errorf("left %d", len(left))
	}
	if n := c.customers(); n != 1 {
		t.Errorf("%d customers left", n)
	}
	var overdue int
	for _, r := range c.list(complaint.Filter{State: "void"}) {
		if !r.NextDueAt.IsZero() {
			overdue++
		}
	}
	if overdue > 0 {
		t.Errorf("%d void complaints still owe something", overdue)
	}
	if _, err := c.desk.Undo(t.Context(), c.Door, c.manager, j.ID, "again"); err == nil {
		t.Error("undone twice")
	}
}
