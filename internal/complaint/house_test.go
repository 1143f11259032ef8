package complaint_test

import (
	"testing"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/complaint"
	"huidan/internal/fault"
	"huidan/internal/house/housetest"
	"huidan/internal/staff"
)

// firm is a company with the people of clause 2.1, made by acts.
type firm struct {
	*housetest.House
	t                                  testing.TB
	reception, quality, manager, sales access.Actor
	technical                          access.Actor // somebody of the technical department
	technicalDepartment                string
}

// each runs a test in a fresh company on both databases.
func each(t *testing.T, f func(t *testing.T, c *firm)) {
	t.Helper()
	housetest.Each(t, func(t *testing.T, h *housetest.House) { f(t, found(t, h)) })
}

func found(t testing.TB, h *housetest.House) *firm {
	t.Helper()
	admin := h.As(access.Admin)
	housetest.Do(h, access.Actor{ID: "system", Roles: []access.Role{access.System}}, staff.FirstRun{
		CompanyName: "示例机电", HomeProvince: "32", AdminName: "管理员", Login: "admin", PasswordHash: "x",
	})
	technical := housetest.Do(h, admin, staff.CreateDepartment{Code: "JS", Name: "技术部", Kind: "technical"})
	return &firm{
		House: h, t: t,
		reception: h.As(access.Receptionist), quality: h.As(access.QualityEngineer), manager: h.As(access.QualityManager),
		sales:               h.As(access.SalesManager),
		technical:           access.Actor{ID: "person-technical", Name: "技术", DepartmentID: technical.ID, Roles: []access.Role{access.Staff}},
		technicalDepartment: technical.ID,
	}
}

// call is a phone call about a faulty unit, taken in now.
func (c *firm) call() complaint.RegisterForm {
	return complaint.RegisterForm{Record: complaint.Record{
		Channel: "phone", CustomerName: "江苏康宁医院", ContactName: "赵洋", Phone: "137 0000 3811", DivisionCode: "320100",
		Account: "设备运行十分钟后轴承异响，停机", Lines: []complaint.Line{{ProductName: "离心机", Model: "LX-5", SerialNo: "SN-０0087", Symptom: "轴承异响"}},
	}}
}

// taken registers a call.
func (c *firm) taken() complaint.Answer {
	c.t.Helper()
	return housetest.Do(c.House, c.reception, complaint.Register{RegisterForm: c.call()})
}

// classed registers a call and classifies it.
func (c *firm) classed(class complaint.Class) complaint.Answer {
	c.t.Helper()
	a := c.taken()
	reason := "defect_alleged"
	if class == complaint.NonQuality {
		reason = "delivery"
	}
	return housetest.Do(c.House, c.reception, complaint.Classify{ID: a.ID, ClassifyForm: complaint.ClassifyForm{Version: a.Version, Class: class, ReasonCode: reason}})
}

// delivered is a quality complaint in the quality department's queue.
func (c *firm) delivered() complaint.Answer {
	c.t.Helper()
	a := c.classed(complaint.Quality)
	return housetest.Do(c.House, c.reception, complaint.HandOver{ID: a.ID, HandOverForm: complaint.HandOverForm{Version: a.Version, NoPapers: true}})
}

// received is a quality complaint the quality department signed for.
func (c *firm) received() complaint.Answer {
	c.t.Helper()
	a := c.delivered()
	return housetest.Do(c.House, c.quality, complaint.Receive{ID: a.ID, ReceiveForm: complaint.ReceiveForm{Version: a.Version}})
}

// page shows the record to somebody.
func (c *firm) page(reader access.Actor, id string) *complaint.Page {
	c.t.Helper()
	p, err := act.See(c.t.Context(), c.Door, reader, "complaint.see", func(ctx ctx, s *act.Sight) (*complaint.Page, error) {
		return complaint.See(ctx, s, &complaint.PageQuery{ID: id})
	})
	if err != nil {
		c.t.Fatalf("page: %v", err)
	}
	return p
}

// refused fails unless err is a refusal with this code and obligation.
func refused(t *testing.T, err error, code, obligation string) {
	t.Helper()
	f, ok := fault.As(err)
	if !ok {
		t.Fatalf("want refusal %s, got %v", code, err)
	}
	if f.Obligation != obligation {
		t.Errorf("obligation %q, want %q (%v)", f.Obligation, obligation, err)
	}
	if f.Code == code {
		return
	}
	for _, field := range f.Fields {
		if field.Code == code {
			return
		}
	}
	t.Errorf("want %s, got %v", code, err)
}

// wrongField fails unless err names the field with this code.
func wrongField(t *testing.T, err error, path, code string) {
	t.Helper()
	f, ok := fault.As(err)
	if !ok {
		t.Fatalf("want a wrong field %s, got %v", path, err)
	}
	for _, field := range f.Fields {
		if field.Path == path && field.Code == code {
			return
		}
	}
	t.Errorf("want %s=%s, got %v", path, code, err)
}
