package staff_test

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
	"huidan/internal/house/housetest"
	"huidan/internal/staff"
)

func TestFirstRun(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		t.Run("nobody but the program does it", func(t *testing.T) {
			_, err := housetest.Try(h, h.As(access.Admin), staff.FirstRun{})
			if !isKind(err, fault.KindForbidden) {
				t.Errorf("got %v", err)
			}
		})
		t.Run("every missing field is named", func(t *testing.T) {
			_, err := housetest.Try(h, access.SystemActor, staff.FirstRun{HomeProvince: "00"})
			refusal, _ := fault.As(err)
			var paths []string
			for _, x := range refusal.Fields {
				paths = append(paths, x.Path)
			}
			for _, want := range []string{"company_name", "home_province", "admin_name", "login", "password"} {
				if !slices.Contains(paths, want) {
					t.Errorf("%s is not named in %v", want, paths)
				}
			}
		})
		f := open(t, h)
		t.Run("a second one is refused", func(t *testing.T) {
			refused(f, access.SystemActor, "staff.first_run_done", staff.FirstRun{CompanyName: "x", HomeProvince: "32", AdminName: "y", Login: "z", PasswordHash: "h"})
		})
		t.Run("the regulation's two departments and the administrator are there", func(t *testing.T) {
			d := see(f, func(ctx context.Context, r staff.Reader) (staff.Department, error) {
				d, _, err := staff.QualityDepartment(ctx, r)
				return d, err
			})
			if d.Name != "质检部" || d.ID != f.QualityDepartmentID {
				t.Errorf("quality department: %+v", d)
			}
			actor, disabled, err := staff.ActorOf(t.Context(), f.Door, f.PersonID)
			if err != nil || disabled || !slices.Equal(actor.Roles, []access.Role{access.Admin}) || actor.Name != "管理员" {
				t.Errorf("%+v disabled=%v %v", actor, disabled, err)
			}
		})
	})
}

func TestDepartments(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		f := open(t, h)
		t.Run("a second quality department is refused", func(t *testing.T) {
			refused(f, f.admin, "staff.quality_department_exists", staff.CreateDepartment{Code: "Q2", Name: "质检二部", Kind: staff.KindQuality})
		})
		t.Run("a code in full width is the same code", func(t *testing.T) {
			refused(f, f.admin, "staff.department_code_taken", staff.CreateDepartment{Code: "ｑｃ", Name: "另一个", Kind: staff.KindOther})
		})
		t.Run("the quality department stays", func(t *testing.T) {
			refusal := refused(f, f.admin, "staff.quality_department_stays", staff.AmendDepartment{
				ID: f.QualityDepartmentID, Version: 1, Code: "QC", Name: "质检部", Kind: staff.KindOther})
			if refusal.Obligation != "2.1-l" {
				t.Errorf("obligation %q", refusal.Obligation)
			}
		})
		d := housetest.Do(f.House, f.admin, staff.CreateDepartment{Code: "PROD", Name: "生产部", Kind: staff.KindProduction})
		who := housetest.Do(f.House, f.admin, staff.CreatePerson{Login: "worker", Name: "周工", DepartmentID: d.ID, Roles: []access.Role{access.Staff}})
		amend := staff.AmendDepartment{ID: d.ID, Version: 1, Code: "PROD", Name: "生产部", Kind: staff.KindProduction, HeadID: who.ID, Closed: true}
		t.Run("one with people in it is not closed", func(t *testing.T) {
			refused(f, f.admin, "staff.department_has_people", amend)
		})
		t.Run("it gets a head, and is closed when its people are gone", func(t *testing.T) {
			amend.Closed = false
			housetest.Do(f.House, f.admin, amend)
			housetest.Do(f.House, f.admin, staff.DisablePerson{ID: who.ID, Version: 1, Reason: "离职"})
			amend.Version, amend.Closed, amend.HeadID = 2, true, ""
			if done := housetest.Do(f.House, f.admin, amend); done.Version != 3 {
				t.Errorf("version %d", done.Version)
			}
			refused(f, f.admin, "staff.no_such_department", staff.CreatePerson{Login: "late", Name: "晚到", DepartmentID: d.ID, Roles: []access.Role{access.Staff}})
		})
		t.Run("an old version is refused with what happened", func(t *testing.T) {
			amend.Version = 1
			_, err := housetest.Try(f.House, f.admin, amend)
			refusal, _ := fault.As(err)
			if refusal == nil || refusal.Kind != fault.KindStale || len(refusal.Changes) != 2 || refusal.Version != 3 {
				t.Errorf("got %+v", refusal)
			}
		})
	})
}

func TestPeople(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		f := open(t, h)
		id := f.person("曾小敏", "Zeng.XM")
		t.Run("every wrong field is named", func(t *testing.T) {
			bad := staff.CreatePerson{Login: "a b", Name: " ", Phone: "none", Email: "nobody", Roles: []access.Role{"king"}}
			for code, n := range map[string]int{"staff.login_characters": 1, "fault.required": 1, "fault.malformed": 2, "fault.unknown_value": 1, "staff.department_required": 1} {
				got := 0
				for _, x := range refused(f, f.admin, code, bad).Fields {
					if x.Code == code {
						got++
					}
				}
				if got != n {
					t.Errorf("%s: %d times, want %d", code, got, n)
				}
			}
		})
		t.Run("a login in other letters is the same login", func(t *testing.T) {
			refused(f, f.admin, "staff.login_taken", staff.CreatePerson{Login: "ZENG.xm", Name: "别人", DepartmentID: f.QualityDepartmentID, Roles: []access.Role{access.Staff}})
		})
		t.Run("an auditor holds no other role", func(t *testing.T) {
			refused(f, f.admin, "staff.auditor_alone", staff.SetRoles{ID: id, Version: 1, Roles: []access.Role{access.Auditor, access.Staff}})
		})
		t.Run("the same roles again are no change", func(t *testing.T) {
			refused(f, f.admin, "staff.roles_unchanged", staff.SetRoles{ID: id, Version: 1, Roles: []access.Role{access.QualityEngineer}})
		})
		t.Run("roles end and come back", func(t *testing.T) {
			housetest.Do(f.House, f.admin, staff.SetRoles{ID: id, Version: 1, Roles: []access.Role{access.Inspector, access.Technician}})
			housetest.Do(f.House, f.admin, staff.SetRoles{ID: id, Version: 2, Roles: []access.Role{access.QualityEngineer}})
			actor, _, err := staff.ActorOf(t.Context(), f.Door, id)
			if err != nil || !slices.Equal(actor.Roles, []access.Role{access.QualityEngineer}) {
				t.Errorf("%v %v", actor.Roles, err)
			}
		})
		t.Run("a disabled person is no actor and no worker, an enabled one is again", func(t *testing.T) {
			housetest.Do(f.House, f.admin, staff.DisablePerson{ID: id, Version: 3, Reason: "调离"})
			if _, disabled, _ := staff.ActorOf(t.Context(), f.Door, id); !disabled {
				t.Error("still enabled")
			}
			if w := workers(f, access.QualityEngineer); len(w) != 0 {
				t.Errorf("workers %v", w)
			}
			refused(f, f.admin, "staff.disabled_already", staff.DisablePerson{ID: id, Version: 4, Reason: "再次"})
			housetest.Do(f.House, f.admin, staff.EnablePerson{ID: id, Version: 4})
			if w := workers(f, access.QualityEngineer); len(w) != 1 {
				t.Errorf("workers %v", w)
			}
		})
		t.Run("somebody unknown is disabled", func(t *testing.T) {
			if _, disabled, err := staff.ActorOf(t.Context(), f.Door, act.NewID()); !disabled || err != nil {
				t.Errorf("%v %v", disabled, err)
			}
		})
	})
}

func workers(f *firm, role access.Role) []staff.Person {
	return see(f, func(ctx context.Context, r staff.Reader) ([]staff.Person, error) {
		return staff.WorkersWith(ctx, r, role)
	})
}

func TestTheLastAdministratorStays(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		f := open(t, h)
		refused(f, f.admin, "staff.last_admin", staff.DisablePerson{ID: f.PersonID, Version: 1, Reason: "走了"})
		refused(f, f.admin, "staff.last_admin", staff.SetRoles{ID: f.PersonID, Version: 1, Roles: []access.Role{access.Auditor}})
		second := housetest.Do(f.House, f.admin, staff.CreatePerson{Login: "admin2", Name: "管理员乙", Roles: []access.Role{access.Admin}})

		t.Run("two who disable each other at once leave one", func(t *testing.T) {
			other := access.Actor{ID: second.ID, Roles: []access.Role{access.Admin}}
			var wg sync.WaitGroup
			for _, a := range []struct {
				actor access.Actor
				id    string
			}{{f.admin, second.ID}, {other, f.PersonID}} {
				wg.Go(func() {
					housetest.Try(f.House, a.actor, staff.DisablePerson{ID: a.id, Version: 1, Reason: "互相停用"})
				})
			}
			wg.Wait()
			if left := workers(f, access.Admin); len(left) != 1 {
				t.Errorf("%d administrators are left", len(left))
			}
		})
	})
}

func TestPasswords(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		f := open(t, h)
		id := f.person("王芳", "wangfang")
		me := access.Actor{ID: id, Roles: []access.Role{access.QualityEngineer}}
		t.Run("nobody changes another's own password", func(t *testing.T) {
			_, err := housetest.Try(f.House, me, staff.ChangePassword{PersonID: f.PersonID, PasswordHash: "stolen"})
			if !isKind(err, fault.KindForbidden) {
				t.Errorf("got %v", err)
			}
		})
		t.Run("an empty hash is refused", func(t *testing.T) {
			refused(f, me, "fault.required", staff.ChangePassword{PersonID: id})
		})
		t.Run("somebody without a password has no credentials", func(t *testing.T) {
			housetest.Do(f.House, f.admin, staff.CreatePerson{Login: "nopass", Name: "无密码", DepartmentID: f.QualityDepartmentID, Roles: []access.Role{access.Staff}})
			if _, _, found, err := staff.Credentials(t.Context(), f.Door, "nopass"); found || err != nil {
				t.Errorf("found=%v %v", found, err)
			}
		})
		t.Run("his own, then the administrator's", func(t *testing.T) {
			housetest.Do(f.House, me, staff.ChangePassword{PersonID: id, PasswordHash: "secret-hash-2"})
			who, hash, found, err := staff.Credentials(t.Context(), f.Door, " WangFang ")
			if who != id || hash != "secret-hash-2" || !found || err != nil {
				t.Errorf("%s %s %v %v", who, hash, found, err)
			}
			f.Clock.Add(3600e9)
			housetest.Do(f.House, f.admin, staff.SetPassword{ID: id, Version: 2, PasswordHash: "secret-hash-3"})
			st, err := staff.StandingOf(t.Context(), f.Door, id)
			if err != nil || !st.PasswordAt.Equal(f.Door.Now()) {
				t.Errorf("%+v %v", st, err)
			}
		})
		t.Run("no hash is in the journal, the receipts, or the acts' JSON", func(t *testing.T) {
			var kept []string
			err := f.Door.LookUp(t.Context(), func(ctx context.Context, b *act.Books) error {
				rows, err := b.Query(ctx, "SELECT answer FROM receipt UNION ALL SELECT zh FROM journal UNION ALL SELECT facts FROM journal")
				list, err := act.Collect(rows, err, func(s act.Scanner) (x string, err error) { return x, s.Scan(&x) })
				kept = list
				return err
			})
			if err != nil || len(kept) < 9 {
				t.Fatalf("%d texts, %v", len(kept), err)
			}
			for _, a := range []any{staff.FirstRun{PasswordHash: "secret-hash"}, staff.CreatePerson{PasswordHash: "secret-hash"},
				staff.SetPassword{PasswordHash: "secret-hash"}, staff.ChangePassword{PasswordHash: "secret-hash"}} {
				raw, err := json.Marshal(a)
				if err != nil {
					t.Fatal(err)
				}
				kept = append(kept, string(raw))
			}
			for _, text := range kept {
				if strings.Contains(text, "hash-of-") || strings.Contains(text, "secret-hash") {
					t.Errorf("a hash in %s", text)
				}
			}
		})
	})
}

func TestAbsences(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		f := open(t, h)
		id := f.person("李强", "liqiang", access.Technician)
		me := access.Actor{ID: id, Roles: []access.Role{access.Technician}, DepartmentID: f.QualityDepartmentID}
		away := staff.RecordAbsence{PersonID: id, FromDay: "2026-03-16", ToDay: "2026-03-20", Reason: staff.OnLeave}
		t.Run("a colleague does not record it", func(t *testing.T) {
			_, err := housetest.Try(f.House, access.Actor{ID: "x", DepartmentID: f.QualityDepartmentID, Roles: []access.Role{access.Technician}}, away)
			if !isKind(err, fault.KindForbidden) {
				t.Errorf("got %v", err)
			}
		})
		t.Run("an end before the beginning, and more than a year, are refused", func(t *testing.T) {
			refused(f, me, "staff.ends_before_it_begins", staff.RecordAbsence{PersonID: id, FromDay: "2026-03-16", ToDay: "2026-03-15", Reason: staff.Sick})
			refused(f, me, "staff.absence_too_long", staff.RecordAbsence{PersonID: id, FromDay: "2026-03-16", ToDay: "2027-03-17", Reason: staff.Sick})
			refused(f, me, "fault.malformed", staff.RecordAbsence{PersonID: id, FromDay: "2026-02-29", ToDay: "2026-03-17", Reason: staff.Sick})
		})
		first := housetest.Do(f.House, me, away)
		for _, days := range [][2]string{{"2026-03-20", "2026-03-21"}, {"2026-03-10", "2026-03-16"}, {"2026-03-17", "2026-03-18"}, {"2026-03-01", "2026-03-31"}} {
			t.Run(fmt.Sprintf("%v overlaps", days), func(t *testing.T) {
				refused(f, me, "staff.absence_overlaps", staff.RecordAbsence{PersonID: id, FromDay: days[0], ToDay: days[1], Reason: staff.Sick})
			})
		}
		t.Run("the day after does not, nor does a time that was cancelled", func(t *testing.T) {
			housetest.Do(f.House, me, staff.RecordAbsence{PersonID: id, FromDay: "2026-03-21", ToDay: "2026-03-21", Reason: staff.InTraining})
			housetest.Do(f.House, me, staff.CancelAbsence{ID: first.ID, Version: 1, Reason: "改期"})
			refused(f, me, "staff.absence_cancelled", staff.CancelAbsence{ID: first.ID, Version: 2})
			housetest.Do(f.House, me, staff.RecordAbsence{PersonID: id, FromDay: "2026-03-17", ToDay: "2026-03-20", Reason: staff.OnLeave})
		})
	})
}
