package party

import (
	"context"
	"errors"
	"slices"
	"testing"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
	"huidan/internal/house/housetest"
	"huidan/internal/route"
)

func TestClause2_1_i_CustomerIsFoundWhileTyping(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		id := customer(h, "重庆恒远机电有限公司", ContactFields{Name: "赵洋", Phone: "+86 138-1234-3811"})
		customer(h, "长沙鑫达电器经销", ContactFields{Name: "王海波", Phone: "0510-88006486"})
		p := product(h, "平板电脑", "PD8s", 12)
		do(h, CreateUnit{UnitFields{ProductID: p, CustomerID: id, SerialNo: "ＳＮ－０２７５７", ContractNo: "HT-2025-018"}})

		t.Run("nothing is found for what nobody is called", func(t *testing.T) {
			for _, text := range []string{"不存在", "zzzz", "99999999", "-", "%", "_", "' OR 1=1"} {
				if got := typed(t, h, text); len(got) != 0 {
					t.Errorf("%q finds %v", text, got)
				}
			}
		})
		for text, want := range map[string]string{
			"恒远":             "重庆恒远机电有限公司", // middle of the name
			"cqhy":           "重庆恒远机电有限公司", // initials, 重庆 read chong
			"CSXD":           "长沙鑫达电器经销",
			"chongqing":      "重庆恒远机电有限公司",
			"重庆 机电":          "重庆恒远机电有限公司", // two words
			"13812343811":    "重庆恒远机电有限公司",
			"138 1234":       "重庆恒远机电有限公司",
			"１３８１２３４":        "重庆恒远机电有限公司", // full width
			"3811":           "重庆恒远机电有限公司", // last four digits
			"88006486":       "长沙鑫达电器经销",   // without the area code
			"赵洋":             "重庆恒远机电有限公司",
			"zy":             "重庆恒远机电有限公司", // initials of the contact
			"sn-02757":       "重庆恒远机电有限公司", // serial number of a unit
			"2757":           "重庆恒远机电有限公司",
			"ht2025018":      "重庆恒远机电有限公司", // contract number of a unit
			"C000002":        "长沙鑫达电器经销",
			"重庆 13812343811": "重庆恒远机电有限公司",
		} {
			if got := typed(t, h, text); !slices.Equal(got, []string{want}) {
				t.Errorf("%q finds %v, want %s", text, got, want)
			}
		}
		t.Run("a unit is found by its serial number in any writing", func(t *testing.T) {
			for _, text := range []string{"sn02757", "SN-02757", "ｓｎ０２７５７", "02757", "2757"} {
				if got := units(t, h, UnitQuery{Listing: Listing{Q: text}}); len(got) != 1 || got[0].SerialNo != "ＳＮ－０２７５７" {
					t.Errorf("%q finds %v", text, got)
				}
			}
		})
	})
}

func TestCreateCustomer(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		first := do(h, CreateCustomer{CustomerFields: CustomerFields{Name: "四川康宁医院", Code: "K-01"}})
		refused(t, try(h, CreateCustomer{}), fault.KindInvalid, "name", "fault.required")
		refused(t, try(h, CreateCustomer{CustomerFields: CustomerFields{Name: "甲", Kind: "x"}}), fault.KindInvalid, "kind", "fault.unknown_value")
		refused(t, try(h, CreateCustomer{CustomerFields: CustomerFields{Name: "甲", DivisionCode: "990000"}}), fault.KindInvalid, "division_code", "party.unknown_division")
		refused(t, try(h, CreateCustomer{CustomerFields: CustomerFields{Name: "甲", Code: "Ｋ０１"}}), fault.KindInvalid, "code", "party.code_taken")
		refused(t, try(h, CreateCustomer{CustomerFields: CustomerFields{Name: "四川康宁医院 "}}), fault.KindInvalid, "name", "party.same_name")
		refused(t, try(h, CreateCustomer{CustomerFields: CustomerFields{Name: "甲"}, Contact: &ContactFields{Phone: "abc"}}),
			fault.KindInvalid, "contact.phone", "party.phone_malformed")
		if _, err := housetest.Try(h, h.As(access.Auditor), CreateCustomer{CustomerFields: CustomerFields{Name: "甲"}}); !errors.Is(err, &fault.Fault{Kind: fault.KindForbidden}) {
			t.Errorf("the auditor enters a customer: %v", err)
		}
		if got := typed(t, h, "甲"); len(got) != 0 {
			t.Errorf("a refused act left %v", got)
		}
		do(h, CreateCustomer{CustomerFields: CustomerFields{Name: "四川康宁医院"}, SameNameOK: true})
		if first.Code != "K-01" || first.Version != 1 {
			t.Errorf("answer %+v", first)
		}
	})
}

func TestAmendAndVoidCustomer(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		id := customer(h, "甲公司")
		customer(h, "乙公司")
		amended := CustomerFields{Name: "丙公司"}
		refused(t, try(h, AmendCustomer{ID: act.NewID(), Version: 1, CustomerFields: amended}), fault.KindNotFound, "", "fault.not_found")
		refused(t, try(h, AmendCustomer{ID: id, Version: 1, CustomerFields: CustomerFields{Name: "丙公司", Code: "C000002"}}), fault.KindInvalid, "code", "party.code_taken")
		do(h, AmendCustomer{ID: id, Version: 1, CustomerFields: amended})
		err := try(h, AmendCustomer{ID: id, Version: 1, CustomerFields: amended})
		refused(t, err, fault.KindStale, "", "fault.stale")
		if f, _ := fault.As(err); f.Version != 2 || len(f.Changes) != 1 {
			t.Errorf("the stale one is not told what changed: %+v", f)
		}
		if got := typed(t, h, "甲公司"); len(got) != 0 {
			t.Errorf("the former name still finds %v", got)
		}
		if got := typed(t, h, "bgs"); !slices.Equal(got, []string{"丙公司"}) {
			t.Errorf("bgs finds %v", got)
		}

		p := product(h, "平板", "PD", 0)
		u := do(h, CreateUnit{UnitFields{ProductID: p, CustomerID: id, SerialNo: "S1"}})
		refused(t, try(h, VoidCustomer{ID: id, Version: 2}), fault.KindInvalid, "reason", "fault.required")
		refused(t, try(h, VoidCustomer{ID: id, Version: 2, Reason: "重复"}), fault.KindAgainst, "", "party.customer_has_units")
		do(h, VoidUnit{ID: u.ID, Version: 1, Reason: "录错"})
		do(h, VoidCustomer{ID: id, Version: 2, Reason: "重复"})
		if got := typed(t, h, "丙"); len(got) != 0 {
			t.Errorf("a void customer is offered: %v", got)
		}
		refused(t, try(h, AmendCustomer{ID: id, Version: 3, CustomerFields: amended}), fault.KindAgainst, "", "party.customer_void")
	})
}

func TestPhonesAreMasked(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		id := customer(h, "甲公司", ContactFields{Name: "张三", Phone: "13812343811", Email: "z@example.com"})
		list := func(ctx context.Context, s *act.Sight) (route.Page[CustomerRow], error) {
			return ListCustomers(ctx, s, &CustomerQuery{})
		}
		page := func(ctx context.Context, s *act.Sight) (CustomerPage, error) { return seeCustomer(ctx, s, &PathID{id}) }
		if row := see(t, h, list, access.Receptionist).Items[0]; row.PhoneMasked != "138****3811" {
			t.Errorf("the list shows %q", row.PhoneMasked)
		}
		if c := see(t, h, page, access.Staff).Contacts[0]; c.Phone != "" || c.Email != "" || c.PhoneMasked != "138****3811" {
			t.Errorf("staff sees %+v", c)
		}
		if c := see(t, h, page, access.Receptionist).Contacts[0]; c.Phone != "13812343811" {
			t.Errorf("reception sees %+v", c)
		}
		for _, line := range see(t, h, page).Timeline {
			if has([]string{line.Sentence}, "张三") || has([]string{line.Sentence}, "1381234") {
				t.Errorf("personal data in the journal: %s", line.Sentence)
			}
		}
	})
}

func TestContacts(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		id := customer(h, "甲公司")
		refused(t, try(h, AddContact{CustomerID: id}), fault.KindInvalid, "name", "fault.required")
		refused(t, try(h, AddContact{CustomerID: id, ContactFields: ContactFields{Name: "李", Email: "x"}}), fault.KindInvalid, "email", "party.email_malformed")
		refused(t, try(h, AddContact{CustomerID: act.NewID(), ContactFields: ContactFields{Name: "李"}}), fault.KindNotFound, "", "fault.not_found")
		c := do(h, AddContact{CustomerID: id, ContactFields: ContactFields{Name: "李", Phone: "13900001111"}})
		do(h, AmendContact{ID: c.ID, Version: 1, ContactFields: ContactFields{Name: "李", Phone: "13900002222"}})
		if got := typed(t, h, "13900001111"); len(got) != 0 {
			t.Errorf("the former phone finds %v", got)
		}
		if got := typed(t, h, "2222"); len(got) != 1 {
			t.Errorf("the new phone finds %v", got)
		}
		do(h, VoidContact{ID: c.ID, Version: 2, Reason: "离职"})
		if got := typed(t, h, "2222"); len(got) != 0 {
			t.Errorf("the phone of a void contact finds %v", got)
		}
		refused(t, try(h, AmendContact{ID: c.ID, Version: 3, ContactFields: ContactFields{Name: "李"}}), fault.KindNotFound, "", "fault.not_found")
	})
}

func TestListPages(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		names := []string{"丁", "丙", "乙", "甲", "安徽", "北京", "重庆"}
		for _, name := range names {
			customer(h, name)
		}
		list := func(q CustomerQuery) route.Page[CustomerRow] {
			return see(t, h, func(ctx context.Context, s *act.Sight) (route.Page[CustomerRow], error) {
				return ListCustomers(ctx, s, &q)
			})
		}
		for _, order := range []struct {
			sort, desc string
			want       []string
		}{
			{"name", "", []string{"安徽", "北京", "丙", "重庆", "丁", "甲", "乙"}},
			{"name", "1", []string{"乙", "甲", "丁", "重庆", "丙", "北京", "安徽"}},
			{"", "", []string{"重庆", "北京", "安徽", "甲", "乙", "丙", "丁"}}, // newest first
			{"code", "", names},
		} {
			got, after := []string{}, ""
			for {
				page := list(CustomerQuery{Listing: Listing{Limit: 2, After: after, Desc: order.desc}, Sort: order.sort})
				for _, row := range page.Items {
					got = append(got, row.Name)
				}
				if after = page.Next; after == "" {
					break
				}
			}
			if !slices.Equal(got, order.want) {
				t.Errorf("order %q %q gives %v, want %v", order.sort, order.desc, got, order.want)
			}
		}
		_, err := act.See(t.Context(), h.Door, h.As(keeper...), "party.see", func(ctx context.Context, s *act.Sight) (route.Page[CustomerRow], error) {
			return ListCustomers(ctx, s, &CustomerQuery{Listing: Listing{After: "???"}})
		})
		refused(t, err, fault.KindInvalid, "query.after", "party.bad_cursor")
	})
}
