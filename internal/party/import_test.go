package party

import (
	"context"
	"fmt"
	"testing"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
	"huidan/internal/house/housetest"
	"huidan/internal/route"
)

func head(batch int64) ImportHead {
	return ImportHead{ImportID: "import-0001", Batch: batch, FileName: "顾客.xlsx", RowsTotal: 4}
}

func TestImportCustomers(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		there := customer(h, "四川康宁医院")
		rows := []CustomerImport{
			{Row: 3, Name: "四川康宁医院", ContactName: "赵洋", Phone: "13700003811"}, // there already: adds the contact
			{Row: 4, Name: "海南鑫达电器经销", Kind: KindDealer, Region: "海南三沙市", Phone: "0510-88006486"},
			{Row: 5, Name: "", Phone: "13700003812"},
			{Row: 6, Name: "甲", Phone: "不详"},
		}
		refused(t, try(h, ImportCustomers{ImportHead: head(0)}), fault.KindInvalid, "rows", "fault.required")
		many := make([]CustomerImport, BatchMost+1)
		refused(t, try(h, ImportCustomers{ImportHead: head(0), Rows: many}), fault.KindInvalid, "rows", "party.too_many_rows")
		if _, err := housetest.Try(h, h.As(access.Receptionist), ImportCustomers{ImportHead: head(0), Rows: rows}); err == nil {
			t.Error("reception imports")
		}

		call := act.Call{Actor: h.As(keeper...), Key: "import-0001:0"}
		answer, err := act.Do(t.Context(), h.Door, call, ImportCustomers{ImportHead: head(0), Rows: rows})
		if err != nil {
			t.Fatal(err)
		}
		if answer.Created != 1 || answer.Matched != 1 || len(answer.Refused) != 2 {
			t.Fatalf("answer %+v", answer)
		}
		if r := answer.Refused; r[0].Row != 5 || r[0].Errors[0].Field != "name" || r[1].Row != 6 || r[1].Errors[0].Code != "party.phone_malformed" || r[1].Errors[0].Text == "" {
			t.Errorf("refused %+v", r)
		}
		again, err := act.Do(t.Context(), h.Door, call, ImportCustomers{ImportHead: head(0), Rows: rows})
		if err != nil || again.Created != 1 || len(typed(t, h, "鑫达")) != 1 {
			t.Errorf("sent twice: %+v, %v", again, err)
		}
		page := see(t, h, func(ctx context.Context, s *act.Sight) (CustomerPage, error) {
			return seeCustomer(ctx, s, &PathID{there})
		})
		if len(page.Contacts) != 1 || page.Contacts[0].Phone != "13700003811" {
			t.Errorf("contacts %+v", page.Contacts)
		}
		list := see(t, h, func(ctx context.Context, s *act.Sight) (route.Page[CustomerRow], error) {
			return ListCustomers(ctx, s, &CustomerQuery{Kind: KindDealer})
		})
		if len(list.Items) != 1 || list.Items[0].DivisionName != "海南省三沙市" || list.Items[0].Address != "海南三沙市" {
			t.Errorf("the dealer: %+v", list.Items)
		}

		undone := do(h, UndoImport{ImportID: "import-0001"})
		if undone.Undone != 3 || undone.Kept != 0 || undone.Left {
			t.Errorf("undo %+v", undone) // the dealer, his contact, the contact of the hospital
		}
		if got := typed(t, h, "鑫达"); len(got) != 0 {
			t.Errorf("after the undo: %v", got)
		}
		if got := typed(t, h, "13700003811"); len(got) != 0 {
			t.Errorf("the imported phone still finds %v", got)
		}
		if got := typed(t, h, "康宁"); len(got) != 1 {
			t.Errorf("the undo took what was there before: %v", got)
		}
		refused(t, try(h, UndoImport{ImportID: "import-0001"}), fault.KindAgainst, "", "party.import_undone")
		refused(t, try(h, ImportCustomers{ImportHead: head(1), Rows: rows}), fault.KindAgainst, "", "party.import_undone")
		refused(t, try(h, UndoImport{ImportID: "import-none"}), fault.KindNotFound, "", "fault.not_found")
	})
}

func TestUndoKeepsWhatWasWorkedWith(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		do(h, ImportCustomers{ImportHead: head(0), Rows: []CustomerImport{{Row: 1, Name: "甲"}, {Row: 2, Name: "乙"}, {Row: 3, Name: "丙"}}})
		list := see(t, h, func(ctx context.Context, s *act.Sight) (route.Page[CustomerRow], error) {
			return ListCustomers(ctx, s, &CustomerQuery{})
		})
		ids := map[string]string{}
		for _, row := range list.Items {
			ids[row.Name] = row.ID
		}
		do(h, AmendCustomer{ID: ids["甲"], Version: 1, CustomerFields: CustomerFields{Name: "甲公司"}})
		p := product(h, "平板", "PD", 0)
		do(h, CreateUnit{UnitFields{ProductID: p, CustomerID: ids["乙"], SerialNo: "1"}})
		if undone := do(h, UndoImport{ImportID: "import-0001"}); undone.Undone != 1 || undone.Kept != 2 {
			t.Errorf("undo %+v", undone)
		}
		if len(typed(t, h, "甲公司")) != 1 || len(typed(t, h, "乙")) != 1 || len(typed(t, h, "丙")) != 0 {
			t.Error("kept what was not worked with, or took what was")
		}
	})
}

func TestImportUnits(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		a := customer(h, "四川康宁医院")
		b := customer(h, "乙公司")
		p := product(h, "平板", "PD8s", 12)
		do(h, CreateUnit{UnitFields{ProductID: p, CustomerID: b, SerialNo: "SN-1"}})
		answer := do(h, ImportUnits{ImportHead: head(0), Rows: []UnitImport{
			{Row: 2, SerialNo: "SN-02757", Model: "pd8S", CustomerName: "四川康宁医院", Site: "住院部", Region: "四川成都", DeliveredOn: "2025-03-10"},
			{Row: 3, SerialNo: "SN-02758", ProductName: "平板", CustomerName: "c000001", Site: "住院部", Region: "四川成都"},
			{Row: 4, SerialNo: "sn02757", Model: "PD8s", CustomerName: "四川康宁医院"}, // the same again
			{Row: 5, SerialNo: "SN-3", Model: "PD8s", CustomerName: "没有的公司"},
			{Row: 6, SerialNo: "SN-4", ProductName: "没有的产品", CustomerName: "乙公司"},
			{Row: 7, SerialNo: "SN1", Model: "PD8s", CustomerName: "四川康宁医院"}, // stands with another
			{Row: 8, SerialNo: "SN-5", Model: "PD8s", CustomerName: "乙公司", DeliveredOn: "2027-01-01"},
		}})
		if answer.Created != 2 || answer.Matched != 1 || len(answer.Refused) != 4 {
			t.Fatalf("answer %+v", answer)
		}
		for i, code := range []string{"party.unknown_customer", "party.unknown_product", "party.serial_of_another", "fault.in_future"} {
			if answer.Refused[i].Errors[0].Code != code {
				t.Errorf("row %d: %+v, want %s", answer.Refused[i].Row, answer.Refused[i].Errors, code)
			}
		}
		found := units(t, h, UnitQuery{CustomerID: a})
		if len(found) != 2 || found[0].Site == nil || found[1].Site == nil || found[0].Site.ID != found[1].Site.ID {
			t.Fatalf("units %+v", found)
		}
		if found[1].To != "2026-03-10" {
			t.Errorf("warranty %q", found[1].To)
		}
		undone := do(h, UndoImport{ImportID: "import-0001"})
		if undone.Undone != 3 || len(units(t, h, UnitQuery{CustomerID: a})) != 0 || len(units(t, h, UnitQuery{CustomerID: b})) != 1 {
			t.Errorf("undo %+v", undone) // two units and their site
		}
	})
}

func TestUndoOfALongImport(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		for batch := range int64(3) {
			rows := make([]CustomerImport, BatchMost)
			for i := range rows {
				rows[i] = CustomerImport{Row: int64(i), Name: fmt.Sprintf("顾客%d", batch*BatchMost+int64(i))}
			}
			do(h, ImportCustomers{ImportHead: head(batch), Rows: rows})
		}
		first := do(h, UndoImport{ImportID: "import-0001", Batch: 0})
		second := do(h, UndoImport{ImportID: "import-0001", Batch: 1})
		if first.Undone != undoMost || !first.Left || second.Undone != 3*BatchMost-undoMost || second.Left {
			t.Errorf("undo %+v then %+v", first, second)
		}
		if len(typed(t, h, "顾客")) != 0 {
			t.Error("something is left")
		}
	})
}

// lookUp is an act that asks this chapter, as a complaint does.
type lookUp struct {
	ID, Serial, Name string
}

func (lookUp) Action() access.Action                                { return "party.amend_unit" }
func (lookUp) Scope(context.Context, *act.Tx) (access.Scope, error) { return access.Scope{}, nil }

type lookedUp struct {
	Unit     string
	Found    bool
	Customer string
	Created  bool
}

func (a lookUp) Run(ctx context.Context, tx *act.Tx) (answer lookedUp, err error) {
	said := tx.Say(act.Line{Subject: unitSubject(a.ID), Version: 1, Say: "journal.party.create_unit", Facts: fault.Args{"serial_no": a.Serial}})
	if err := tx.Lock(ctx, said, "look-up"); err != nil {
		return answer, err
	}
	unit, found, err := UnitBySerial(ctx, tx, a.Serial)
	if err != nil {
		return answer, err
	}
	answer.Unit, answer.Found = unit.ID, found
	r, created, err := FindOrCreateCustomer(ctx, tx, CustomerFields{Name: a.Name})
	answer.Customer, answer.Created = r.Name, created
	return answer, err
}

func TestClause2_1_i_FullWidthSerialIsTheSameUnit(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		c, p := customer(h, "甲公司"), product(h, "平板", "PD8s", 0)
		id := do(h, CreateUnit{UnitFields{ProductID: p, CustomerID: c, SerialNo: "ＳＮ－０２７５７"}}).ID
		if answer := do(h, lookUp{id, "SN-9", " 甲公司　"}); answer.Found || answer.Created || answer.Customer != "甲公司" {
			t.Errorf("%+v", answer)
		}
		if answer := do(h, lookUp{id, "sn 02757", "新顾客"}); !answer.Found || answer.Unit != id || !answer.Created {
			t.Errorf("%+v", answer)
		}
		if len(typed(t, h, "xgk")) != 1 {
			t.Error("a customer entered with a complaint is not found")
		}
		q := product(h, "电脑", "NB", 0)
		do(h, CreateUnit{UnitFields{ProductID: q, CustomerID: c, SerialNo: "SN02757"}})
		if answer := do(h, lookUp{id, "sn02757", "甲公司"}); answer.Found {
			t.Error("two products share the number, and one of them is guessed")
		}
	})
}
