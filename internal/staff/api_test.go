package staff_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/house/housetest"
	"huidan/internal/lang"
	"huidan/internal/route"
	"huidan/internal/staff"
)

// web is the chapter's routes as somebody sees them.
type web struct {
	t   *testing.T
	reg *route.Registrar
	who access.Actor
}

func browse(f *firm, who access.Actor) *web {
	w := &web{f.t, route.New("test"), who}
	w.reg.Door = f.Door
	w.reg.Who = func(*http.Request) (access.Actor, error) { return w.who, nil }
	staff.Routes(w.reg)
	return w
}

// ask sends a request; want is the status.
func (w *web) ask(method, path, body string, want int) map[string]any {
	w.t.Helper()
	r := httptest.NewRequest(method, path, strings.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Idempotency-Key", "test-"+act.NewID())
	answer := httptest.NewRecorder()
	w.reg.ServeHTTP(answer, r)
	if answer.Code != want {
		w.t.Fatalf("%s %s: %d, want %d: %s", method, path, answer.Code, want, answer.Body)
	}
	if strings.Contains(answer.Body.String(), "argon2") {
		w.t.Errorf("%s %s: the answer holds a hash: %s", method, path, answer.Body)
	}
	got := map[string]any{}
	if err := json.Unmarshal(answer.Body.Bytes(), &got); err != nil {
		w.t.Fatalf("%s %s: %v", method, path, err)
	}
	return got
}

func (w *web) see(path string) map[string]any { w.t.Helper(); return w.ask("GET", path, "", 200) }

// names lists what stands under a key of each item ("person.name").
func names(page map[string]any, key string) []string {
	list := []string{}
	for _, item := range page["items"].([]any) {
		var value any = item
		for part := range strings.SplitSeq(key, ".") {
			value = value.(map[string]any)[part]
		}
		list = append(list, fmt.Sprint(value))
	}
	return list
}

func (w *web) wantNames(path, key string, want ...string) {
	w.t.Helper()
	if got := names(w.see(path), key); !slices.Equal(got, want) {
		w.t.Errorf("%s: %v, want %v", path, got, want)
	}
}

func TestPeopleOverHTTP(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		f := open(t, h)
		w := browse(f, f.admin)
		create := func(login, name, role string) string {
			return fmt.Sprintf(`{"login":%q,"name":%q,"department_id":%q,"roles":[%q],"phone":"0512-6666 8801","password":"a long password"}`, login, name, f.QualityDepartmentID, role)
		}
		t.Run("a weak password, an unknown key and a missing name are refused at their fields", func(t *testing.T) {
			for body, place := range map[string]string{
				strings.Replace(create("a1", "甲", "technician"), "a long password", "short", 1): "body.password",
				strings.Replace(create("a1", "甲", "technician"), "phone", "fone", 1):            "body.fone",
				strings.Replace(create("a1", "甲", "technician"), "甲", "", 1):                    "body.name",
			} {
				errors := w.ask("POST", "/api/v1/people", body, 422)["errors"].([]any)
				if got := errors[0].(map[string]any)["location"]; got != place {
					t.Errorf("%s: at %v", place, got)
				}
			}
		})
		id := w.ask("POST", "/api/v1/people", create("zhangwei", "张伟", "technician"), 200)["id"].(string)
		w.ask("POST", "/api/v1/people", create("shanxf", "单雄飞", "inspector"), 200)
		w.ask("POST", "/api/v1/people", create("ouyang", "欧阳Tom", "quality_engineer"), 200)
		t.Run("found by name, reading, initials, surname's other reading, login and phone", func(t *testing.T) {
			for typed, want := range map[string][]string{
				"张伟": {"张伟"}, "Zhang Wei": {"张伟"}, "ｚｗ": {"张伟"}, "shanxiong": {"单雄飞"}, "sxf": {"单雄飞"}, "dan": {"单雄飞"},
				"oytom": {"欧阳Tom"}, "66668801": {"单雄飞", "欧阳Tom", "张伟"}, "%": {"单雄飞", "管理员", "欧阳Tom", "张伟"}, "没有": {},
			} {
				w.wantNames("/api/v1/people?q="+strings.ReplaceAll(strings.ReplaceAll(typed, "%", "%25"), " ", "+"), "name", want...)
			}
		})
		t.Run("filters, and pages that miss and repeat nobody", func(t *testing.T) {
			w.wantNames("/api/v1/people?role=inspector", "name", "单雄飞")
			w.wantNames("/api/v1/people?department_id="+f.SalesDepartmentID, "name")
			w.ask("GET", "/api/v1/people?after=rubbish", "", 422)
			var all []string
			for next := ""; ; {
				page := w.see("/api/v1/people?limit=1&after=" + next)
				all = append(all, names(page, "name")...)
				if page["next"] == nil {
					break
				}
				next = page["next"].(string)
			}
			if !slices.Equal(all, []string{"单雄飞", "管理员", "欧阳Tom", "张伟"}) {
				t.Errorf("%v", all)
			}
		})
		t.Run("acts, and what the page then shows", func(t *testing.T) {
			path := "/api/v1/people/" + id
			w.ask("POST", path+"/amend", fmt.Sprintf(`{"version":1,"login":"zhangwei","name":"张伟（大）","department_id":%q}`, f.QualityDepartmentID), 200)
			w.ask("POST", path+"/set-roles", `{"version":2,"roles":["technician","inspector"]}`, 200)
			w.ask("POST", path+"/set-password", `{"version":3,"password":"another long one"}`, 200)
			w.ask("POST", path+"/disable", `{"version":1,"reason":"离职"}`, 409)
			w.ask("POST", path+"/disable", `{"version":4,"reason":"离职"}`, 200)
			w.wantNames("/api/v1/people?state=disabled", "name", "张伟（大）")
			page := w.see(path)
			if page["disable_reason"] != "离职" || page["has_password"] != true || len(page["timeline"].([]any)) != 5 || !strings.Contains(fmt.Sprint(page["timeline"]), "授予角色：检验员") || page["disabled_at"] == nil {
				t.Errorf("%v", page)
			}
			w.ask("POST", path+"/enable", `{"version":5}`, 200)
			w.ask("GET", "/api/v1/people/nobody", "", 404)
		})
		t.Run("a colleague sees no reason, no journal, and may do nothing here", func(t *testing.T) {
			page := browse(f, h.As(access.Technician)).see("/api/v1/people/" + id)
			if page["disable_reason"] != nil || len(page["timeline"].([]any)) != 0 || len(page["may"].([]any)) != 0 {
				t.Errorf("%v", page)
			}
		})
	})
}

func TestHouseOverHTTP(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		f := open(t, h)
		w := browse(f, f.admin)
		w.ask("POST", "/api/v1/company/amend", `{"version":1,"name":"苏州回单泵业","home_provinces":["99"]}`, 422)
		w.ask("POST", "/api/v1/company/amend", `{"version":1,"name":"苏州回单泵业","home_provinces":["320000","31","32"],"form_no":"JL-SH-01"}`, 200)
		if c := w.see("/api/v1/company"); fmt.Sprint(c["home_provinces"]) != "[32 31]" || c["form_no"] != "JL-SH-01" || c["time_zone"] != "Asia/Shanghai" {
			t.Errorf("%v", c)
		}
		id := w.ask("POST", "/api/v1/departments", `{"code":"GEN","name":"综合部","kind":"other"}`, 201)["id"].(string)
		w.ask("POST", "/api/v1/departments/"+id+"/amend", `{"version":1,"code":"GEN","name":"综合部","kind":"other","closed":true}`, 200)
		w.wantNames("/api/v1/departments", "code", "QC", "SALES", "GEN")
		if got := fmt.Sprint(slices.Sorted(maps.Keys(w.see("/api/v1/departments")["items"].([]any)[2].(map[string]any)))); !strings.Contains(got, "closed") {
			t.Error(got)
		}
	})
}

func TestClause2_1_a_DesignationsOverHTTP(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		f := open(t, h)
		w := browse(f, f.admin)
		a, b := f.person("陈静", "chenjing"), f.person("赵磊", "zhaolei")
		state := func() map[string]any {
			return w.see("/api/v1/designations?function=complaint")["attendance"].([]any)[0].(map[string]any)
		}
		if got := state(); got["state"] != "vacant" || got["obligation"] != "2.1-a" {
			t.Errorf("%v", got)
		}
		body := fmt.Sprintf(`{"function":"complaint","person_id":%q,"deputies":[%q],"from_day":"2026-03-01","to_day":"2026-12-31"}`, a, b)
		id := w.ask("POST", "/api/v1/designations", body, 201)["id"].(string)
		refusal := w.ask("POST", "/api/v1/designations/"+id+"/end", `{"version":1,"to_day":"2026-06-30","reason":"调岗"}`, 422)
		if refusal["obligation"] != "2.1-a" || !strings.Contains(fmt.Sprint(refusal["detail"]), "2026-07-01") {
			t.Errorf("%v", refusal)
		}
		if got := state(); got["state"] != "attended" || got["until"] != "2026-12-31" || got["acting"].(map[string]any)["name"] != "陈静" {
			t.Errorf("%v", got)
		}
		w.wantNames("/api/v1/designations?state=current", "person.name", "陈静")
		w.wantNames("/api/v1/people?q=chenjing", "functions", "[complaint]")
	})
}

func TestClause2_3_a_QualificationsOverHTTP(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		f := open(t, h)
		w := browse(f, f.admin)
		id := f.person("李强", "liqiang", access.Technician)
		add := func(family, from, to string) string {
			body := fmt.Sprintf(`{"person_id":%q,"family":%q,"skill":"检修","certificate_no":"A1","valid_from":%q,"valid_to":%q}`, id, family, from, to)
			return w.ask("POST", "/api/v1/qualifications", body, 201)["id"].(string)
		}
		add("离心泵", "2020-01-01", "2026-03-01")
		soon := add("阀门", "2025-01-01", "2026-04-01")
		add("风机", "2026-01-01", "2027-01-01")
		add("电机", "2026-01-01", "")
		add("锅炉", "2026-06-01", "2028-01-01")
		w.wantNames("/api/v1/qualifications", "state", "expired", "expiring", "valid", "future", "valid")
		w.wantNames("/api/v1/qualifications?expiring_before=2026-04-02", "family", "离心泵", "阀门")
		w.wantNames("/api/v1/qualifications?valid_on=2026-03-10", "family", "阀门", "风机", "电机")
		w.wantNames("/api/v1/qualifications?valid_on=2026-03-10&family="+"阀門"+"&person_id="+id, "family")
		w.wantNames("/api/v1/qualifications?q=lq&limit=1", "family", "离心泵")
		w.ask("POST", "/api/v1/qualifications/"+soon+"/end", `{"version":1,"ended_on":"2026-03-10","reason":"返修率高"}`, 200)
		w.wantNames("/api/v1/qualifications?expiring_before=2026-04-02", "family", "离心泵")
		w.wantNames("/api/v1/qualifications?ended=true&family=阀门", "state", "ended")
		w.wantNames("/api/v1/qualifications?valid_on=2026-03-10", "family", "风机", "电机")
	})
}

func TestAbsencesOverHTTP(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		f := open(t, h)
		w := browse(f, f.admin)
		id := f.person("李强", "liqiang", access.Technician)
		add := func(from, to string) string {
			body := fmt.Sprintf(`{"person_id":%q,"from_day":%q,"to_day":%q,"reason":"sick","note":"住院"}`, id, from, to)
			return w.ask("POST", "/api/v1/absences", body, 201)["id"].(string)
		}
		add("2026-03-09", "2026-03-12")
		later := add("2026-04-01", "2026-04-30")
		w.wantNames("/api/v1/absences", "from_day", "2026-04-01", "2026-03-09")
		w.wantNames("/api/v1/absences?from=2026-03-12&to=2026-03-31", "from_day", "2026-03-09")
		w.wantNames("/api/v1/people?away_on=2026-03-12", "away_until", "2026-03-12")
		w.ask("POST", "/api/v1/absences/"+later+"/cancel", `{"version":1,"reason":"提前出院"}`, 200)
		w.wantNames("/api/v1/absences", "from_day", "2026-03-09")
		w.wantNames("/api/v1/absences?cancelled=true", "cancelled", "true", "false")
		t.Run("why somebody is away is for him and his superiors", func(t *testing.T) {
			for who, want := range map[string]access.Actor{
				"":    {ID: "x", DepartmentID: f.QualityDepartmentID, Roles: []access.Role{access.Technician}},
				"<>":  {ID: "y", DepartmentID: f.SalesDepartmentID, Roles: []access.Role{access.SalesManager}},
				"住院":  {ID: "z", DepartmentID: f.QualityDepartmentID, Roles: []access.Role{access.QualityManager}},
				" 住院": {ID: id, Roles: []access.Role{access.Technician}},
			} {
				item := browse(f, want).see("/api/v1/absences")["items"].([]any)[0].(map[string]any)
				note, _ := item["note"].(string)
				if note != strings.Trim(who, "<> ") || (note == "") != (item["reason"] == nil) {
					t.Errorf("%s sees %v", want.ID, item)
				}
			}
		})
	})
}

func TestEveryRoleHasItsWord(t *testing.T) {
	for _, r := range access.Roles {
		if key := "server.role." + string(r); !lang.Has(key) {
			t.Errorf("no text %s", key)
		}
	}
}
