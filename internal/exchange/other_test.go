package exchange

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

func meaningsFound(p *Preview) string {
	var all []string
	for _, column := range p.Columns {
		all = append(all, string(column.Meaning))
	}
	return strings.Join(all, " ")
}

func TestOtherLedgers(t *testing.T) {
	for name, c := range map[string]struct {
		content, columns string
		importable       int
	}{
		"English, tabs": {
			"Customer complaint log 2025\n\nNo.\tDate of complaint\tTime\tCustomer\tContact person\tPhone\tE-mail\tProduct\tModel No.\tS/N\tReceived by\tComplaint description\tCategory\tAction taken\tTechnician\tOutcome\tSatisfaction\tDate closed\tComments\n" +
				"1\t11 Aug 2025\t9:05 AM\tAcme Ltd\tJohn Smith\t+44 20 7946 0000\tjs@acme.example\tTablet\tPD8s\tsn-1\tE-mail\tThe screen stays dark\tQuality\tReplace\tLi Min\tReplaced\tSatisfied\tAug 20\t\n" +
				"2\t12 Aug 2025\t3 pm\tBeta GmbH\t\t\t\tPhone\tSJ-5\tn/a\tWeb form\tWrong price charged\tNon-quality\t\t\t\t\t\t\nTotal\t2\n",
			"seq taken_date taken_time customer_name contact_name phone email product_name model serial_no channel account class handling_opinion handled_by result satisfaction closed_date remarks", 2},
		"other headings, other order": {
			"问题描述;投诉人;联系方式;受理日期;产品批号;投诉数量;来源;是否质量问题;满意程度;订单号;所在地\n打不开;张伟;13700003811;2025-3-4;B2501;2台;热线;是;5;D001;江苏无锡\n有异响;李娜;0510-88006486;2025-3-5;B2502;1;来信;否;4;D002;上海\n",
			"account complainant phone taken_date batch_no quantity channel class satisfaction contract_no region_text", 2},
		"no headings at all": {
			"1,2025-01-02,四川康宁医院,13700003811,来电,屏幕打不开，联系过两次都没有人回复，希望尽快上门处理一下,质量问题\n2,2025-01-03,上海华新酒店有限公司,13700003812,微信,送货的时候外包装破了，里面的机器外壳有划痕，要求更换一台,质量\n3,2025-01-05,江苏海润制冷有限公司,13700003813,来函,价格比别人的贵，买完第二天就降价，要求退还差价给我们公司,非质量问题\n4,2025-01-06,重庆鑫达电器经销,13700003814,电话,机器用了一个月就坏了，修了两次还是不行，要求退货退款,质量\n5,2025-01-07,湖北武汉中学,13700003815,来访,开机之后过十分钟自动关机，换了插座也是一样的情况发生,质量\n",
			"seq taken_date customer_name phone channel account class", 5},
		"signatures and headings again": {
			"日期,单位,内容\n2025-01-02,甲公司,坏了\n日期,单位,内容\n2025-01-03,乙公司,坏了\n小计,2,\n制表人：张三,,审核：李四\n",
			"taken_date customer_name account", 2},
	} {
		t.Run(name, func(t *testing.T) {
			p := readLedger(t, []byte(c.content), Options{})
			if got := meaningsFound(p); got != c.columns {
				t.Errorf("\n got %s\nwant %s", got, c.columns)
			}
			if p.Summary.Importable != c.importable || p.Summary.Rejected != 0 || p.Summary.Cells.Failed != 0 {
				t.Errorf("%+v %+v", p.Summary, p.Rejected)
			}
		})
	}
}

func TestHeadingsInTwoLinesAndMergedCells(t *testing.T) {
	file := excelize.NewFile()
	set := func(cell string, value any) { check(t, file.SetCellValue("Sheet1", cell, value)) }
	for cell, value := range map[string]any{
		"A1": "二〇二四年度投诉台账", "A2": "日期", "B2": "顾客", "D2": "投诉内容", "E2": "处理情况", "B3": "名称", "C3": "电话", "E3": "处理意见", "F3": "结案日期",
		"A4": "3月5日", "B4": "甲公司", "C4": 13700003811, "D4": "坏了", "F4": "3月8日",
		"B5": "甲公司", "C5": 1.3700003812e10, "D5": "又坏了", "D6": "第三次坏了", "B6": "乙公司",
	} {
		set(cell, value)
	}
	for _, area := range [][2]string{{"A1", "F1"}, {"A2", "A3"}, {"B2", "C2"}, {"D2", "D3"}, {"E2", "F2"}, {"A4", "A6"}} {
		check(t, file.MergeCell("Sheet1", area[0], area[1]))
	}
	var out bytes.Buffer
	check(t, file.Write(&out))
	p := readLedger(t, out.Bytes(), Options{})
	if got := meaningsFound(p); got != "taken_date customer_name phone account handling_opinion closed_date" || p.HeaderRow != 3 || p.Year != 2024 {
		t.Errorf("%s, headings in row %d, year %d", got, p.HeaderRow, p.Year)
	}
	if p.Summary.Importable != 3 {
		t.Fatalf("%+v %+v", p.Summary, p.Rejected)
	}
	for row := 4; row <= 6; row++ {
		if got := entryOf(t, p, row).Value(TakenDate); got != "2024-03-05" {
			t.Errorf("row %d: %q", row, got)
		}
	}
	if cell, _ := entryOf(t, p, 5).Cell(Phone); cell.Understood != "13700003812" {
		t.Errorf("%+v", cell)
	}
}

func TestYearOfDatesWithoutOne(t *testing.T) {
	rows := "日期,顾客,内容\n%s,甲公司,坏了\n12月26日,乙公司,坏了\n"
	for name, c := range map[string]struct {
		first    string
		options  Options
		from     string
		expected string
	}{
		"given by the person": {"2024-12-01", Options{Year: 2021, FileName: "2023.csv"}, "given", "2021-12-26"},
		"the file's name":     {"12月1日", Options{FileName: "投诉2023年.csv"}, "file", "2023-12-26"},
		"the other rows":      {"2024-12-01", Options{}, "rows", "2024-12-26"},
		"today, never ahead":  {"1月1日", Options{}, "today", "2025-12-26"},
	} {
		t.Run(name, func(t *testing.T) {
			p := readLedger(t, []byte(fmt.Sprintf(rows, c.first)), c.options)
			cell, _ := entryOf(t, p, 3).Cell(TakenDate)
			if p.YearFrom != c.from || cell.Understood != c.expected || cell.State != Assumed || cell.Note.Code != "exchange.cell.year_assumed_"+c.from {
				t.Errorf("from %s: %+v %v", p.YearFrom, cell, cell.Note)
			}
		})
	}
	t.Run("a register over several years takes the year last written", func(t *testing.T) {
		p := readLedger(t, []byte("日期,顾客,内容\n2023-12-01,甲,a\n12月2日,甲,b\n2024-01-03,甲,c\n1月4日,甲,d\n2025-02-01,甲,e\n2月2日,甲,f\n"), Options{})
		for row, want := range map[int]string{3: "2023-12-02", 5: "2024-01-04", 7: "2025-02-02"} {
			if got := entryOf(t, p, row).Value(TakenDate); got != want {
				t.Errorf("row %d: %s, want %s", row, got, want)
			}
		}
	})
}

func TestDatesThatCannotBeRightTogether(t *testing.T) {
	p := readLedger(t, []byte("到达日期,投诉日期,顾客,内容,到达现场日期,结案日期\n2025-01-09,2025-01-08,甲,a,2025-01-07,2025-01-06\n,2027-01-08,乙,b,,\n2025-01-05,,丙,c,,\n,2025-01-08,,c2,,\n,2025-01-08,丁,,,\n,坏日期,戊,d,,\n"), Options{})
	var got []string
	for i := range p.Entries {
		for _, problem := range p.Entries[i].Problems {
			got = append(got, fmt.Sprint(p.Entries[i].Number, strings.TrimPrefix(problem.Code, "exchange.problem.")))
		}
	}
	want := "[2taken_before_arrived 2on_site_before_taken 2closed_before_taken 3future 5no_customer 6no_account]"
	if fmt.Sprint(got) != want {
		t.Errorf("\n got %v\nwant %s", got, want)
	}
	if cell, _ := entryOf(t, p, 4).Cell(TakenDate); cell.Understood != "2025-01-05" || cell.State != Assumed {
		t.Errorf("the letter's arrival stands in for the missing date: %+v", cell)
	}
	if len(p.Rejected) != 1 || p.Rejected[0].Reason.Args["text"] != "坏日期" {
		t.Errorf("%+v", p.Rejected)
	}
}

func TestLikelyDuplicates(t *testing.T) {
	p := readLedger(t, []byte("序号,投诉日期,顾客名称,电话,出厂编号,投诉内容\n1,2025-01-02,甲公司,13700003811,SN-001,屏幕坏了！\n2,2025-01-09,乙公司,,ＳＮ001,屏幕坏了\n3,2025-01-02,丙公司,137-0000-3811,,别的事情\n4,2025-01-04,甲公司,,,屏幕坏了\n5,2025-01-05,丁公司,,SN-001,又坏了\n"), Options{})
	got := ""
	for _, d := range p.Duplicates {
		got += fmt.Sprint(d.Number, "=", d.Of, " ", strings.TrimPrefix(d.Reason.Code, "exchange.duplicate."), ";")
	}
	if got != "3=2 serial_and_account;4=2 phone_and_day;5=2 customer_and_account;" || p.Summary.Duplicates != 3 {
		t.Error(got)
	}
}

func TestCustomers(t *testing.T) {
	content := "顾客名单\n顾客编号,顾客名称,顾客类别,地区,详细地址,联系人,联系电话,电子邮箱,备注\nK001,四川康宁医院,直接顾客,四川成都,人民南路1号,赵洋,13700003811,zy@example.com,\nK002,海南鑫达电器经销,经销商,海南三沙市,,王海波,0510-88006486,,重点\nK003,,顾客,,,,,,\nK004,四川 康宁医院,最终用户,,,,,,\n"
	p, err := ReadCustomers(context.Background(), openBytes(t, []byte(content)), Options{Now: testNow})
	check(t, err)
	if got := meaningsFound(p); got != "customer_code customer_name customer_kind region_text address contact_name phone email remarks" {
		t.Error(got)
	}
	if p.Summary.Importable != 3 || len(p.Rejected) != 1 || p.Rejected[0].Reason.Code != "exchange.row.no_name" || len(p.Duplicates) != 1 {
		t.Errorf("%+v %+v", p.Summary, p.Rejected)
	}
	if e := entryOf(t, p, 4); e.Value(CustomerKind) != "dealer" || e.Value(CustomerCode) != "K002" || e.Value(Phone) != "0510-88006486" {
		t.Errorf("%+v", e.Cells)
	}
}

func TestUnits(t *testing.T) {
	content := "Serial No.,Product,Model,Lot,Customer,Delivery date,Warranty until,Installation site\nsn-1,Tablet,PD8s,L1,Acme,2024-01-05,2026-01-05,Wuxi\nＳＮ-1,Tablet,PD8s,L1,Acme,2024-01-05,2023-01-05,Wuxi\nunknown,Tablet,,,,,,\nsn-2,Tablet,,,,2030-01-01,,\n"
	p, err := ReadUnits(context.Background(), openBytes(t, []byte(content)), Options{Now: testNow})
	check(t, err)
	if got := meaningsFound(p); got != "serial_no product_name model batch_no customer_name delivered_date warranty_to site" {
		t.Error(got)
	}
	if p.Summary.Importable != 3 || p.Summary.Problems != 2 || len(p.Rejected) != 1 || p.Rejected[0].Reason.Code != "exchange.row.no_serial" || len(p.Duplicates) != 1 {
		t.Errorf("%+v %+v", p.Summary, p.Rejected)
	}
}

func TestAListThatIsSomethingElse(t *testing.T) {
	p := readLedger(t, []byte("商品,单价\n苹果,3\n梨,4\n"), Options{})
	if p.Summary.Importable != 0 || len(p.Missing) == 0 || len(p.Rejected) != 2 {
		t.Errorf("missing %v, %+v", p.Missing, p.Summary)
	}
}

func BenchmarkLedger(b *testing.B) {
	rows := asRows(b)
	var text strings.Builder
	text.WriteString(joined(rows[:2], ",", false))
	for n := 0; n < 50; n++ {
		for _, row := range rows[2:402] {
			if len(row) == 0 {
				continue
			}
			again := append([]string(nil), row...)
			again[0] = fmt.Sprint(n, "-", row[0])
			text.WriteString(joined([][]string{again}, ",", false))
		}
	}
	content := []byte(text.String())
	b.ResetTimer()
	for b.Loop() {
		table := openBytes(b, content)
		started := time.Now()
		p, err := ReadLedger(context.Background(), table, Options{Now: testNow, Keep: 1})
		check(b, err)
		b.ReportMetric(float64(p.Summary.Rows)/time.Since(started).Seconds(), "rows/s")
	}
}
