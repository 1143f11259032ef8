package sheet

import (
	"bytes"
	"encoding/json"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"

	"huidan/internal/access"
	"huidan/internal/house/housetest"
	"huidan/internal/party"
	"huidan/internal/route"
)

// server answers the routes of this package for somebody with a role.
func server(h *housetest.House, role access.Role) *route.Registrar {
	reg := route.New("test")
	reg.Door = h.Door
	reg.Who = func(*http.Request) (access.Actor, error) { return h.As(role), nil }
	Routes(reg)
	return reg
}

func send(t *testing.T, reg *route.Registrar, path, name string, content []byte) (int, []byte) {
	t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	part, err := form.CreateFormFile("file", name)
	if err != nil {
		t.Fatal(err)
	}
	part.Write(content)
	form.Close()
	r := httptest.NewRequest(http.MethodPost, path, &body)
	r.Header.Set("Content-Type", form.FormDataContentType())
	w := httptest.NewRecorder()
	reg.ServeHTTP(w, r)
	return w.Code, w.Body.Bytes()
}

func preview(t *testing.T, reg *route.Registrar, path string, content []byte) Preview {
	t.Helper()
	status, body := send(t, reg, path, "顾客.csv", content)
	if status != http.StatusOK {
		t.Fatalf("%d %s", status, body)
	}
	var p Preview
	if err := json.Unmarshal(body, &p); err != nil {
		t.Fatal(err)
	}
	return p
}

const list = "2025年顾客一览,,,,,\n顾客编号,单位名称,类别,地区,联系人,电话,开票税号\n" +
	"K1,四川康宁医院,直接顾客,四川成都,赵洋,+86 13700003811,91510\nK2,海南鑫达经销,经销商,海南三沙,王海波,打不通,\n,,,,,13900000000,\n合计,2,,,,,\n"

func TestPreviewOfCustomers(t *testing.T) {
	h := housetest.SQLite(t)
	reg := server(h, access.SalesManager)
	for name, file := range map[string][]byte{"empty": {}, "picture": []byte("\x89PNG\r\n\x1a\n0000"), "half a workbook": []byte("PK\x03\x04 not a zip")} {
		if status, body := send(t, reg, "/api/v1/customers/import/preview", "a.xlsx", file); status != http.StatusUnprocessableEntity || !strings.Contains(string(body), `"location":"body.file"`) {
			t.Errorf("%s: %d %s", name, status, body)
		}
	}
	if status, _ := send(t, server(h, access.Receptionist), "/api/v1/customers/import/preview", "a.csv", []byte(list)); status != http.StatusForbidden {
		t.Errorf("reception previews an import: %d", status)
	}
	if status, _ := send(t, reg, "/api/v1/customers/import/preview", "a.csv", make([]byte, fileMost+1<<17)); status != http.StatusRequestEntityTooLarge {
		t.Errorf("a file beyond the limit: %d", status)
	}
	encoded, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(list))
	if err != nil {
		t.Fatal(err)
	}
	p := preview(t, reg, "/api/v1/customers/import/preview", encoded)
	if p.Encoding != "GB18030" || p.HeaderRow != 2 || len(p.Customers) != 2 || len(p.Rejected) != 1 || p.Rejected[0].Reason == "" {
		t.Fatalf("preview %+v", p)
	}
	a, b := p.Customers[0], p.Customers[1]
	if a.Code != "K1" || a.Name != "四川康宁医院" || a.Kind != party.KindDirect || a.Phone != "13700003811" || !strings.Contains(a.Remarks, "91510") {
		t.Errorf("first row %+v", a)
	}
	if kind := p.Shown[1].Cells[2]; kind.Meaning != "customer_kind" || kind.Understood != "经销商" {
		t.Errorf("the kind is shown as %+v", kind)
	}
	if b.Kind != party.KindDealer || b.Phone != "" || !strings.Contains(b.Remarks, "打不通") {
		t.Errorf("what could not be read is lost: %+v", b)
	}
	corrected := preview(t, reg, "/api/v1/customers/import/preview?column=1:contact_name&column=4:customer_name", encoded)
	if corrected.Customers[0].Name != "赵洋" || corrected.Customers[0].ContactName != "四川康宁医院" {
		t.Errorf("the person's columns were not taken: %+v", corrected.Customers[0])
	}
}

func TestPreviewOfUnits(t *testing.T) {
	reg := server(housetest.SQLite(t), access.SalesManager)
	p := preview(t, reg, "/api/v1/units/import/preview",
		[]byte("序列号;产品;型号;顾客名称;安装地点;交付日期\nｓｎ－1;平板;PD8s;甲公司;二厂;2025年3月1日\n;平板;PD8s;甲公司;;\n"))
	if len(p.Units) != 1 || p.Units[0].DeliveredOn != "2025-03-01" || p.Units[0].Site != "二厂" || len(p.Rejected) != 1 {
		t.Errorf("preview %+v", p)
	}
}

func TestExports(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		clerk := h.As(access.SalesManager)
		c := housetest.Do(h, clerk, party.CreateCustomer{CustomerFields: party.CustomerFields{Name: "=HYPERLINK(\"http://example.invalid\")"},
			Contact: &party.ContactFields{Name: "张三", Phone: "13812343811"}})
		housetest.Do(h, clerk, party.CreateCustomer{CustomerFields: party.CustomerFields{Name: "乙", Kind: party.KindDealer}})
		p := housetest.Do(h, clerk, party.CreateProduct{ProductFields: party.ProductFields{NameZH: "平板", WarrantyMonths: 12}})
		housetest.Do(h, clerk, party.CreateUnit{UnitFields: party.UnitFields{ProductID: p.ID, CustomerID: c.ID, SerialNo: "000123", DeliveredOn: "2025-03-10"}})

		if w := get(server(h, access.Staff), "/api/v1/customers/export.xlsx"); w.Code != http.StatusForbidden {
			t.Errorf("staff exports: %d", w.Code)
		}
		reg := server(h, access.SalesManager)
		rows := sheetOf(t, get(reg, "/api/v1/customers/export.xlsx?sort=code"))
		if len(rows) != 3 || rows[0][1] != "顾客名称" || rows[1][1] != "=HYPERLINK(\"http://example.invalid\")" || rows[1][7] != "13812343811" {
			t.Errorf("customers %v", rows)
		}
		if rows := sheetOf(t, get(reg, "/api/v1/customers/export.xlsx?kind=dealer")); len(rows) != 2 {
			t.Errorf("the filter is not kept: %v", rows)
		}
		if rows := sheetOf(t, get(reg, "/api/v1/units/export.xlsx")); len(rows) != 2 || rows[1][0] != "000123" {
			t.Errorf("units %v", rows)
		}
		if rows := sheetOf(t, get(reg, "/api/v1/products/export.xlsx")); len(rows) != 2 || rows[1][5] != "12" {
			t.Errorf("products %v", rows)
		}
	})
}

func get(reg *route.Registrar, path string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	reg.ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
	return w
}

// sheetOf reads a workbook and fails when any cell of it is a formula.
func sheetOf(t *testing.T, w *httptest.ResponseRecorder) [][]string {
	t.Helper()
	file, err := excelize.OpenReader(w.Body)
	if err != nil {
		t.Fatal(w.Code, err)
	}
	sheet := file.GetSheetName(0)
	rows, err := file.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for y, row := range rows {
		for x := range row {
			cell, err := excelize.CoordinatesToCellName(x+1, y+1)
			if err != nil {
				t.Fatal(err)
			}
			if formula, err := file.GetCellFormula(sheet, cell); err != nil || formula != "" {
				t.Errorf("%s is the formula %q, %v", cell, formula, err)
			}
		}
	}
	return rows
}
