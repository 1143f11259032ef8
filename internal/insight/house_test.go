package insight_test

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/complaint"
	"huidan/internal/house/housetest"
	"huidan/internal/insight"
	"huidan/internal/route"
	"huidan/internal/staff"
)

// firm is a company with the people of clause 2.1 and its routes.
type firm struct {
	*housetest.House
	t                         *testing.T
	reg                       *route.Registrar
	admin, reception          access.Actor
	manager, quality          access.Actor
	technical                 access.Actor // of the technical department
	purchasing                access.Actor // of another one
	technicalID, purchasingID string
	calling                   access.Actor // who calls the routes
}

func each(t *testing.T, f func(t *testing.T, c *firm)) {
	t.Helper()
	housetest.Each(t, func(t *testing.T, h *housetest.House) { f(t, open(t, h)) })
}

func open(t *testing.T, h *housetest.House) *firm {
	t.Helper()
	housetest.Do(h, access.SystemActor, staff.FirstRun{
		CompanyName: "示例机电", HomeProvince: "32", AdminName: "管理员", Login: "admin", PasswordHash: "x"})
	c := &firm{House: h, t: t, admin: h.As(access.Admin), reception: h.As(access.Receptionist),
		manager: h.As(access.QualityManager), quality: h.As(access.QualityEngineer)}
	c.technicalID = housetest.Do(h, c.admin, staff.CreateDepartment{Code: "JS", Name: "技术部", NameEn: "Engineering", Kind: "technical"}).ID
	c.purchasingID = housetest.Do(h, c.admin, staff.CreateDepartment{Code: "CG", Name: "采购部", Kind: "purchasing"}).ID
	c.technical = access.Actor{ID: "person-technical", Name: "技术", DepartmentID: c.technicalID, Roles: []access.Role{access.Staff}}
	c.purchasing = access.Actor{ID: "person-purchasing", Name: "采购", DepartmentID: c.purchasingID, Roles: []access.Role{access.Staff}}
	c.reg = route.New("test")
	c.reg.Door = h.Door
	c.reg.Who = func(*http.Request) (access.Actor, error) { return c.calling, nil }
	insight.Routes(c.reg)
	return c
}

// call sends a request as somebody and reads the answer into into.
func (c *firm) call(as access.Actor, method, address, body string, into any) int {
	c.t.Helper()
	c.calling = as
	r := httptest.NewRequest(method, address, strings.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set(route.KeyHeader, "key-"+act.NewID())
	if as.Language != "" {
		r.Header.Set("Accept-Language", as.Language)
	}
	w := httptest.NewRecorder()
	c.reg.ServeHTTP(w, r)
	if into != nil {
		if err := json.Unmarshal(w.Body.Bytes(), into); err != nil {
			c.t.Fatalf("%s %s: %d %s", method, address, w.Code, w.Body)
		}
	}
	return w.Code
}

// get reads and fails unless it is answered.
func get[R any](c *firm, as access.Actor, address string) (answer R) {
	c.t.Helper()
	if status := c.call(as, "GET", address, "", &answer); status != http.StatusOK {
		c.t.Fatalf("GET %s: %d", address, status)
	}
	return answer
}

// taken registers a call now.
func (c *firm) taken(change ...func(*complaint.Record)) complaint.Answer {
	c.t.Helper()
	r := complaint.Record{
		Channel: "phone", CustomerName: "江苏康宁医院", ContactName: "赵洋", Phone: "137 0000 3811", DivisionCode: "320100",
		Account: "设备运行十分钟后轴承异响，停机", Lines: []complaint.Line{{ProductName: "离心机", Model: "LX-5", SerialNo: "SN-０0087", Symptom: "轴承异响"}},
	}
	for _, f := range change {
		f(&r)
	}
	return housetest.Do(c.House, c.reception, complaint.Register{RegisterForm: complaint.RegisterForm{Record: r}})
}

// received is a quality complaint the quality department signed for.
func (c *firm) received() complaint.Answer {
	c.t.Helper()
	a := c.taken()
	a = housetest.Do(c.House, c.reception, complaint.Classify{ID: a.ID, ClassifyForm: complaint.ClassifyForm{Version: a.Version, Class: complaint.Quality, ReasonCode: "defect_alleged"}})
	a = housetest.Do(c.House, c.reception, complaint.HandOver{ID: a.ID, HandOverForm: complaint.HandOverForm{Version: a.Version, NoPapers: true}})
	return housetest.Do(c.House, c.quality, complaint.Receive{ID: a.ID, ReceiveForm: complaint.ReceiveForm{Version: a.Version}})
}

// indexed waits for nothing: it puts what was written into the search index.
func (c *firm) indexed() {
	c.t.Helper()
	for {
		n, err := c.Door.IndexRound(context.Background())
		if err != nil {
			c.t.Fatal(err)
		}
		if n == 0 {
			return
		}
	}
}
