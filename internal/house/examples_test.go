package house_test

import (
	"encoding/json"
	"fmt"
	"time"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/calendar"
	"huidan/internal/complaint"
	"huidan/internal/house/housetest"
	"huidan/internal/party"
	"huidan/internal/staff"
)

// matter is something on which an act may be done: the record's ID in the path
// and the body. Whose matter it is decides about permissions that do not reach
// everywhere.
type matter struct {
	id         string
	body       map[string]any
	person     string // whose own matter it is
	department string // whose department's
}

type fields = map[string]any

// examples hold, for each route that does an act, how to bring about a matter
// on which it succeeds. A route that is missing here fails the tests of routes.
var examples = map[string]func(o *office) matter{
	"/api/v1/complaints":   func(o *office) matter { return matter{body: asFields(call())} },
	complaintPath("amend"): func(o *office) matter { return o.on(o.registered(), asFields(call().Record)) },
	complaintPath("classify"): func(o *office) matter {
		return o.on(o.registered(), fields{"class": "quality", "reason_code": "doubt"})
	},
	complaintPath("reclassify"): func(o *office) matter {
		return o.on(o.classed("non_quality"), fields{"class": "quality", "reason": "照片显示裂纹"})
	},
	complaintPath("log-contact"):  func(o *office) matter { return o.on(o.registered(), contact("contact")) },
	complaintPath("plan"):         func(o *office) matter { return o.on(o.registered(), fields{"text": "先电话指导"}) },
	complaintPath("set-severity"): func(o *office) matter { return o.on(o.registered(), fields{"severity": "major", "reason": "停产"}) },
	complaintPath("void"):         func(o *office) matter { return o.on(o.registered(), fields{"reason": "误录"}) },
	complaintPath("withdraw"):     func(o *office) matter { return o.on(o.registered(), fields{"statement": "不再追究"}) },
	complaintPath("merge"): func(o *office) matter {
		return o.on(o.registered(), fields{"into_id": o.registered().ID, "reason": "同一台设备"})
	},
	complaintPath("attach"): func(o *office) matter { return o.on(o.registered(), paper()) },
	complaintPath("assign-officer"): func(o *office) matter {
		return o.on(o.registered(), fields{"person_id": o.people[access.Salesperson].ID})
	},
	complaintPath("hand-over"):        func(o *office) matter { return o.on(o.classed("quality"), fields{"no_papers": true}) },
	complaintPath("hand-over-papers"): laterPapers,
	complaintPath("receive"):          func(o *office) matter { return o.on(o.handed(), fields{}) },
	complaintPath("return-handover"): func(o *office) matter {
		return o.on(o.handed(), fields{"reason_code": "incomplete", "reason": "缺照片"})
	},
	complaintPath("consult"):             func(o *office) matter { return o.on(o.received(), o.question()) },
	complaintPath("give-view"):           view,
	complaintPath("write-opinion"):       func(o *office) matter { return o.on(o.received(), opinion()) },
	complaintPath("sign-opinion"):        func(o *office) matter { return o.on(o.opined(), fields{"opinion_version": 1}) },
	complaintPath("request-exception"):   func(o *office) matter { return o.on(o.offered(), exception()) },
	complaintPath("decide-exception"):    func(o *office) matter { return o.on(o.asked(), fields{"approve": true, "comment": "同意"}) },
	complaintPath("record-satisfaction"): func(o *office) matter { return o.on(o.classed("non_quality"), satisfaction()) },
	complaintPath("close"):               func(o *office) matter { return o.on(o.satisfied(), fields{"summary": "已补发"}) },
	complaintPath("reopen"):              func(o *office) matter { return o.on(o.closed(), fields{"reason": "又坏了"}) },
	"/api/v1/customers":                  func(o *office) matter { return matter{body: fields{"name": unique("顾客"), "kind": "direct"}} },
	"/api/v1/customers/{id}/amend":       func(o *office) matter { return o.record(o.customer(), fields{"name": unique("改名")}) },
	"/api/v1/customers/{id}/void":        func(o *office) matter { return o.record(o.customer(), fields{"reason": "重复"}) },
	"/api/v1/customers/{id}/contacts": func(o *office) matter {
		return matter{id: o.customer().ID, body: fields{"name": "赵洋", "phone": "13700003811"}}
	},
	"/api/v1/contacts/{id}/amend": func(o *office) matter { return o.record(o.contact(), fields{"name": "钱洋"}) },
	"/api/v1/contacts/{id}/void":  func(o *office) matter { return o.record(o.contact(), fields{"reason": "离职"}) },
	"/api/v1/customers/{id}/sites": func(o *office) matter {
		return matter{id: o.customer().ID, body: fields{"name": "老厂", "division_code": "320100"}}
	},
	"/api/v1/sites/{id}/amend":    func(o *office) matter { return o.record(o.site(), fields{"name": "新厂", "division_code": "320500"}) },
	"/api/v1/sites/{id}/void":     func(o *office) matter { return o.record(o.site(), fields{"reason": "搬走"}) },
	"/api/v1/products":            func(o *office) matter { return matter{body: fields{"name_zh": unique("离心机")}} },
	"/api/v1/products/{id}/amend": func(o *office) matter { return o.record(o.product(), fields{"name_zh": unique("离心机")}) },
	"/api/v1/products/{id}/void":  func(o *office) matter { return o.record(o.product(), fields{"reason": "误录"}) },
	"/api/v1/units":               func(o *office) matter { return matter{body: o.unitFields()} },
	"/api/v1/units/{id}/amend":    unitAmended,
	"/api/v1/units/{id}/move": func(o *office) matter {
		return o.record(o.unit(), fields{"customer_id": o.customer().ID, "moved_on": "2026-03-01", "reason": "转卖"})
	},
	"/api/v1/units/{id}/void": func(o *office) matter { return o.record(o.unit(), fields{"reason": "误录"}) },
	"/api/v1/customers/import": func(o *office) matter {
		return matter{body: imported(fields{"row": 1, "name": unique("导入顾客")})}
	},
	"/api/v1/units/import":            unitsImported,
	"/api/v1/party-imports/{id}/undo": func(o *office) matter { return matter{id: o.imported(), body: fields{"batch": 0}} },
	"/api/v1/company/amend":           companyAmended,
	"/api/v1/departments":             func(o *office) matter { return matter{body: department()} },
	"/api/v1/departments/{id}/amend":  func(o *office) matter { return o.done(o.department(), department()) },
	"/api/v1/people":                  func(o *office) matter { return matter{body: o.somebody()} },
	"/api/v1/people/{id}/amend": func(o *office) matter {
		return o.done(o.person(), fields{"login": unique("p"), "name": "张三", "department_id": o.technics})
	},
	"/api/v1/people/{id}/set-roles":    func(o *office) matter { return o.done(o.person(), fields{"roles": []string{"technician"}}) },
	"/api/v1/people/{id}/disable":      func(o *office) matter { return o.done(o.person(), fields{"reason": "离职"}) },
	"/api/v1/people/{id}/enable":       enabled,
	"/api/v1/people/{id}/set-password": func(o *office) matter { return o.done(o.person(), fields{"password": "another long secret"}) },
	"/api/v1/designations":             func(o *office) matter { return matter{body: o.designationFields()} },
	"/api/v1/designations/{id}/end":    designationEnded,
	"/api/v1/qualifications":           func(o *office) matter { return o.ofInspector(matter{body: o.qualificationFields()}) },
	"/api/v1/qualifications/{id}/end": func(o *office) matter {
		return o.ofInspector(o.done(o.qualification(), fields{"ended_on": "2026-03-10", "reason": "换证"}))
	},
	"/api/v1/absences":             func(o *office) matter { return o.ofInspector(matter{body: o.absenceFields()}) },
	"/api/v1/absences/{id}/cancel": func(o *office) matter { return o.ofInspector(o.done(o.absence(), fields{"reason": "改期"})) },
	"/api/v1/calendars":            func(o *office) matter { return matter{body: nextCalendar()} },
}

func complaintPath(verb string) string { return "/api/v1/complaints/{id}/" + verb }

// asFields gives the JSON of a form as fields, to be added to.
func asFields(form any) fields {
	raw, err := json.Marshal(form)
	if err != nil {
		panic(err)
	}
	f := fields{}
	if err := json.Unmarshal(raw, &f); err != nil {
		panic(err)
	}
	return f
}

var uniques int

// unique gives a name that nothing has yet.
func unique(name string) string {
	uniques++
	return fmt.Sprintf("%s%d", name, uniques)
}

// do does an act as somebody of this role.
func do[R any](o *office, role access.Role, a act.Act[R]) R {
	o.t.Helper()
	return housetest.Do(o.House, o.people[role], a)
}

// -- complaints, in each state of their way --

func (o *office) on(a complaint.Answer, body fields) matter {
	body["version"] = a.Version
	return matter{id: a.ID, body: body}
}

func (o *office) registered() complaint.Answer {
	return do(o, access.Receptionist, complaint.Register{RegisterForm: call()})
}

func (o *office) classed(class complaint.Class) complaint.Answer {
	a := o.registered()
	reason := map[complaint.Class]string{complaint.Quality: "defect_alleged", complaint.NonQuality: "delivery"}[class]
	return do(o, access.Receptionist, complaint.Classify{ID: a.ID, ClassifyForm: complaint.ClassifyForm{Version: a.Version, Class: class, ReasonCode: reason}})
}

func (o *office) handed() complaint.Answer {
	a := o.classed(complaint.Quality)
	return do(o, access.Receptionist, complaint.HandOver{ID: a.ID, HandOverForm: complaint.HandOverForm{Version: a.Version, NoPapers: true}})
}

func (o *office) received() complaint.Answer {
	a := o.handed()
	return do(o, access.QualityEngineer, complaint.Receive{ID: a.ID, ReceiveForm: complaint.ReceiveForm{Version: a.Version}})
}

func (o *office) question() fields {
	return fields{"departments": []string{o.technics}, "question": "轴承选型？", "reply_by": o.Clock.Now().Add(24 * time.Hour)}
}

func view(o *office) matter {
	a := o.received()
	a = do(o, access.QualityEngineer, complaint.Consult{ID: a.ID, ConsultForm: complaint.ConsultForm{
		Version: a.Version, Departments: []string{o.technics}, Question: "轴承选型？", ReplyBy: o.Clock.Now().Add(24 * time.Hour),
	}})
	id := texts(o.t, o.Door, "SELECT k.id FROM consultation k WHERE k.complaint_id = ?", a.ID)[0]
	m := o.on(a, fields{"consultation_id": id, "view": "选型正确"})
	m.department = o.technics
	return m
}

func opinion() fields {
	return fields{"text": "更换轴承", "site_visit": true, "no_consultation_reason": "原因明确"}
}

func (o *office) opined() complaint.Answer {
	a := o.received()
	return do(o, access.QualityEngineer, complaint.WriteOpinion{ID: a.ID, WriteOpinionForm: complaint.WriteOpinionForm{
		Version: a.Version, Text: "更换轴承", SiteVisit: true, NoConsultationReason: "原因明确",
	}})
}

func paper() fields { return fields{"files": []fields{{"kind": "photo", "title": "铭牌照片"}}} }

func laterPapers(o *office) matter {
	a := o.handed()
	a = do(o, access.Receptionist, complaint.Attach{ID: a.ID, AttachForm: complaint.AttachForm{
		Version: a.Version, Files: []complaint.Paper{{Kind: "letter", Title: "来函"}},
	}})
	return o.on(a, fields{"papers": texts(o.t, o.Door, "SELECT id FROM attachment WHERE complaint_id = ?", a.ID)})
}

func contact(kind string) fields {
	return fields{"kind": kind, "channel": "phone", "said": "约定时间"}
}

func (o *office) offered() complaint.Answer {
	a := o.classed(complaint.NonQuality)
	return do(o, access.Receptionist, complaint.LogContact{ID: a.ID, LogContactForm: complaint.LogContactForm{
		Version: a.Version, Kind: "final_offer", Channel: "letter", Said: "退还运费",
	}})
}

func exception() fields {
	return fields{"reason": "要求过高", "final_offer": "退还运费", "remedies_told": "消费者协会"}
}

func (o *office) asked() complaint.Answer {
	a := o.offered()
	return do(o, access.Receptionist, complaint.RequestException{ID: a.ID, RequestExceptionForm: complaint.RequestExceptionForm{
		Version: a.Version, Reason: "要求过高", FinalOffer: "退还运费", RemediesTold: "消费者协会",
	}})
}

func satisfaction() fields { return fields{"method": "message", "by": "赵洋", "statement": "满意"} }

func (o *office) satisfied() complaint.Answer {
	a := o.classed(complaint.NonQuality)
	return do(o, access.Receptionist, complaint.RecordSatisfaction{ID: a.ID, RecordSatisfactionForm: complaint.RecordSatisfactionForm{
		Version: a.Version, Method: "message", By: "赵洋", Statement: "满意",
	}})
}

func (o *office) closed() complaint.Answer {
	a := o.satisfied()
	return do(o, access.Receptionist, complaint.Close{ID: a.ID, CloseForm: complaint.CloseForm{Version: a.Version, Summary: "已补发"}})
}

// -- customers, products, units --

func (o *office) record(c party.Changed, body fields) matter {
	body["version"] = c.Version
	return matter{id: c.ID, body: body}
}

func (o *office) customer() party.Changed {
	return do(o, access.Admin, party.CreateCustomer{CustomerFields: party.CustomerFields{Name: unique("顾客")}})
}

func (o *office) contact() party.Changed {
	return do(o, access.Admin, party.AddContact{CustomerID: o.customer().ID, ContactFields: party.ContactFields{Name: "赵洋"}})
}

func (o *office) site() party.Changed {
	return do(o, access.Admin, party.AddSite{CustomerID: o.customer().ID, SiteFields: party.SiteFields{Name: "老厂", DivisionCode: "320100"}})
}

func (o *office) product() party.Changed {
	return do(o, access.Admin, party.CreateProduct{ProductFields: party.ProductFields{NameZH: unique("离心机")}})
}

func (o *office) unitFields() fields {
	return fields{"product_id": o.product().ID, "customer_id": o.customer().ID, "serial_no": unique("SN-")}
}

func (o *office) unit() party.Changed {
	return do(o, access.Admin, party.CreateUnit{UnitFields: party.UnitFields{ProductID: o.product().ID, CustomerID: o.customer().ID, SerialNo: unique("SN-")}})
}

func unitAmended(o *office) matter {
	c := o.unit()
	body := fields{"serial_no": unique("SN-")}
	for column, name := range map[string]string{"product_id": "product_id", "customer_id": "customer_id"} {
		body[name] = texts(o.t, o.Door, "SELECT "+column+" FROM unit WHERE id = ?", c.ID)[0]
	}
	return o.record(c, body)
}

func imported(row fields) fields {
	return fields{"import_id": act.NewID(), "batch": 0, "file_name": "名单.csv", "rows_total": 1, "rows": []fields{row}}
}

func unitsImported(o *office) matter {
	customer := texts(o.t, o.Door, "SELECT name FROM customer WHERE id = ?", o.customer().ID)[0]
	product := texts(o.t, o.Door, "SELECT name_zh FROM product WHERE id = ?", o.product().ID)[0]
	return matter{body: imported(fields{"row": 1, "serial_no": unique("SN-"), "product_name": product, "customer_name": customer})}
}

func (o *office) imported() string {
	o.t.Helper()
	body := imported(fields{"row": 1, "name": unique("导入顾客")})
	o.desks[access.Admin].post("/api/v1/customers/import", body).want(o.t, 200, "")
	return body["import_id"].(string)
}

// -- staff --

func (o *office) done(d staff.Done, body fields) matter {
	body["version"] = d.Version
	return matter{id: d.ID, body: body}
}

func companyAmended(o *office) matter {
	version := number(o.t, o.Door, "SELECT version FROM company")
	return matter{body: fields{"version": version, "name": unique("示例机电"), "home_provinces": []string{"32"}}}
}

func department() fields {
	return fields{"code": unique("D"), "name": unique("车间"), "kind": "production"}
}

func (o *office) department() staff.Done {
	return do(o, access.Admin, staff.CreateDepartment{Code: unique("D"), Name: unique("车间"), Kind: "production"})
}

func (o *office) somebody() fields {
	return fields{"login": unique("p"), "name": "张三", "department_id": o.technics, "roles": []string{"staff"}}
}

func (o *office) person() staff.Done {
	return do(o, access.Admin, staff.CreatePerson{Login: unique("p"), Name: "张三", DepartmentID: o.technics, Roles: []access.Role{access.Staff}})
}

func enabled(o *office) matter {
	p := o.person()
	return o.done(do(o, access.Admin, staff.DisablePerson{ID: p.ID, Version: p.Version, Reason: "休假"}), fields{})
}

// aDay gives days one after the other, so that nothing overlaps.
func aDay() string {
	uniques++
	return calendar.DayOf(housetest.Start).AddDays(30 + 2*uniques).String()
}

func (o *office) designationFields() fields {
	day := aDay()
	return fields{
		"function": "survey", "person_id": o.people[access.Salesperson].ID, "deputies": []string{o.people[access.SalesManager].ID},
		"from_day": day, "to_day": day,
	}
}

func designationEnded(o *office) matter {
	day := aDay()
	d := do(o, access.Admin, staff.Designate{
		Function: "survey", PersonID: o.people[access.Salesperson].ID, Deputies: []string{o.people[access.SalesManager].ID}, FromDay: day, ToDay: day,
	})
	return o.done(d, fields{"to_day": day, "reason": "轮换"})
}

// ofInspector: the matter is the inspector's own and his department's.
func (o *office) ofInspector(m matter) matter {
	m.person, m.department = o.people[access.Inspector].ID, o.quality
	return m
}

func (o *office) qualificationFields() fields {
	return fields{
		"person_id": o.people[access.Inspector].ID, "family": unique("离心"), "skill": "检验", "certificate_no": unique("ZG-"),
		"issuer": "示例机电", "valid_from": "2026-01-01",
	}
}

func (o *office) qualification() staff.Done {
	return do(o, access.Admin, staff.AddQualification{
		PersonID: o.people[access.Inspector].ID, Family: unique("离心"), Skill: "检验", CertificateNo: unique("ZG-"), Issuer: "示例机电", ValidFrom: "2026-01-01",
	})
}

func (o *office) absenceFields() fields {
	day := aDay()
	return fields{"person_id": o.people[access.Inspector].ID, "from_day": day, "to_day": day, "reason": "training"}
}

func (o *office) absence() staff.Done {
	day := aDay()
	return do(o, access.Admin, staff.RecordAbsence{PersonID: o.people[access.Inspector].ID, FromDay: day, ToDay: day, Reason: "training"})
}

var calendarYear = 2030

// nextCalendar is a year that was not loaded before.
func nextCalendar() fields {
	calendarYear++
	content := fmt.Sprintf(`{"year":%d,"version":"test","days":[{"date":"%d-10-01","kind":"statutory_holiday","name_zh":"国庆节","name_en":"National Day"}]}`,
		calendarYear, calendarYear)
	return fields{"format": "json", "version": "test", "content": content}
}
