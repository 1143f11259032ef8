package house_test

import (
	"strings"
	"testing"

	"huidan/internal/access"
	"huidan/internal/complaint"
	"huidan/internal/house/housetest"
)

const complaints = "/api/v1/complaints"

// onRecord sends an act on a complaint and gives what it answers.
func (o *office) onRecord(role access.Role, a complaint.Answer, verb string, body map[string]any) complaint.Answer {
	o.t.Helper()
	body["version"] = a.Version
	return into[complaint.Answer](o.t, o.desks[role].post(complaints+"/"+a.ID+"/"+verb, body))
}

func (o *office) taken() complaint.Answer {
	o.t.Helper()
	return into[complaint.Answer](o.t, o.desks[access.Receptionist].post(complaints, call()))
}

func (o *office) page(role access.Role, id string) complaint.Page {
	o.t.Helper()
	return into[complaint.Page](o.t, o.desks[role].get(complaints+"/"+id))
}

// Courtesy is not ticked on a form, which would prove nothing; a complaint
// about manners is itself a complaint.
func TestClause2_1_c_CourteousReception(t *testing.T) {
	o := openOffice(t, housetest.SQLite(t))
	t.Run("2.1-c a tick for politeness is refused", func(t *testing.T) {
		r := o.desks[access.Receptionist].post(complaints, map[string]any{"channel": "visit", "account": "x", "phone": "12345", "was_polite": true})
		r.want(t, 422, "fault.invalid")
		if !strings.Contains(string(r.body), "body.was_polite") {
			t.Errorf("%s", r.body)
		}
	})
	t.Run("2.1-c bad manners are a complaint of their own class", func(t *testing.T) {
		a := o.onRecord(access.Receptionist, o.taken(), "classify", map[string]any{"class": "non_quality", "reason_code": "service_attitude"})
		if a.State != complaint.StateNegotiating {
			t.Errorf("state %s", a.State)
		}
	})
}

// What was offered and how the customer took it stands in the contact log, in
// any matter; for a quality matter it does not take the handover away.
func TestClause2_1_e_TriesToResolve(t *testing.T) {
	o := openOffice(t, housetest.SQLite(t))
	a := o.taken()
	t.Run("2.1-e an entry without what was said is refused", func(t *testing.T) {
		r := o.desks[access.Receptionist].post(complaints+"/"+a.ID+"/log-contact", map[string]any{"version": a.Version, "kind": "offer", "channel": "visit"})
		r.want(t, 422, "fault.invalid")
	})
	a = o.onRecord(access.Receptionist, a, "log-contact", map[string]any{"kind": "offer", "channel": "visit", "said": "当场更换密封圈", "reaction": "同意", "person": "赵洋"})
	p := o.page(access.Receptionist, a.ID)
	if len(p.Contacts) != 1 || p.Contacts[0].Said != "当场更换密封圈" || p.Contacts[0].Reaction != "同意" {
		t.Errorf("contacts %+v", p.Contacts)
	}
	t.Run("2.1-e an offer does not cancel the handover of a quality matter", func(t *testing.T) {
		a = o.onRecord(access.Receptionist, a, "classify", map[string]any{"class": "quality", "reason_code": "defect_alleged"})
		if n := number(t, o.Door, "SELECT COUNT(*) FROM clock WHERE subject_id = ? AND obligation = '2.1-l' AND met_at IS NULL AND cancelled_at IS NULL", a.ID); n != 1 {
			t.Errorf("%d running clocks of 2.1-l", n)
		}
	})
}

// The measures stand beside the free text of the opinion, each with its owner.
func TestClause2_1_o_ProposesMeasures(t *testing.T) {
	o := openOffice(t, housetest.SQLite(t))
	a := o.onRecord(access.Receptionist, o.taken(), "classify", map[string]any{"class": "quality", "reason_code": "defect_alleged"})
	a = o.onRecord(access.Receptionist, a, "hand-over", map[string]any{"no_papers": true})
	a = o.onRecord(access.QualityEngineer, a, "receive", map[string]any{})
	opinion := func(owner string) map[string]any {
		return map[string]any{
			"version": a.Version, "text": "现场更换轴承", "site_visit": true, "no_consultation_reason": "原因明确",
			"interim_instruction": "停止使用", "containment": "同批次待检", "parts_to_bring": "6204 轴承",
			"measures": []map[string]string{{"what": "更换轴承", "owner": owner, "due_on": "2026-03-12"}},
		}
	}
	t.Run("2.1-o a measure that nobody owns is refused", func(t *testing.T) {
		r := o.desks[access.QualityEngineer].post(complaints+"/"+a.ID+"/write-opinion", opinion(""))
		r.want(t, 422, "fault.invalid")
		if !strings.Contains(string(r.body), "body.measures[0].owner") {
			t.Errorf("%s", r.body)
		}
	})
	t.Run("2.1-o what is proposed is kept apart from the text", func(t *testing.T) {
		o.onRecord(access.QualityEngineer, a, "write-opinion", opinion("王工"))
		p := o.page(access.QualityEngineer, a.ID)
		if len(p.Opinions) != 1 {
			t.Fatalf("%d opinions", len(p.Opinions))
		}
		got := p.Opinions[0]
		if len(got.Measures) != 1 || got.Measures[0].Owner != "王工" || got.InterimInstruction != "停止使用" || got.Containment != "同批次待检" || !got.SiteVisit {
			t.Errorf("%+v", got)
		}
	})
}
