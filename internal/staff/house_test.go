package staff_test

import (
	"context"
	"errors"
	"testing"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
	"huidan/internal/house/housetest"
	"huidan/internal/staff"
)

// firm is a company with its administrator and two departments.
type firm struct {
	*housetest.House
	t     *testing.T
	admin access.Actor
	staff.FirstRunDone
}

func open(t *testing.T, h *housetest.House) *firm {
	t.Helper()
	done := housetest.Do(h, access.SystemActor, staff.FirstRun{
		CompanyName: "苏州回单泵业有限公司", HomeProvince: "32", AdminName: "管理员", Login: "admin", PasswordHash: "hash-of-admin"})
	return &firm{h, t, access.Actor{ID: done.PersonID, Roles: []access.Role{access.Admin}}, done}
}

// person adds somebody to the quality department.
func (f *firm) person(name, login string, roles ...access.Role) string {
	f.t.Helper()
	if len(roles) == 0 {
		roles = []access.Role{access.QualityEngineer}
	}
	return housetest.Do(f.House, f.admin, staff.CreatePerson{
		Login: login, Name: name, DepartmentID: f.QualityDepartmentID, Roles: roles, PasswordHash: "hash-of-" + login}).ID
}

// see asks the chapter as a rule would, in a Sight that has shown the company.
func see[R any](f *firm, ask func(context.Context, staff.Reader) (R, error)) R {
	f.t.Helper()
	answer, err := act.See(context.Background(), f.Door, f.admin, "staff.see", func(ctx context.Context, s *act.Sight) (R, error) {
		if _, _, err := staff.SeeCompany(ctx, s); err != nil {
			return *new(R), err
		}
		return ask(ctx, staff.Details(s))
	})
	if err != nil {
		f.t.Fatal(err)
	}
	return answer
}

// refused does an act that must be refused with the code, in general or at a field.
func refused[R any](f *firm, actor access.Actor, code string, a act.Act[R]) *fault.Fault {
	f.t.Helper()
	_, err := housetest.Try(f.House, actor, a)
	refusal, ok := fault.As(err)
	if !ok {
		f.t.Fatalf("%s: want the refusal %s, got %v", a.Action(), code, err)
	}
	if refusal.Code == code {
		return refusal
	}
	for _, field := range refusal.Fields {
		if field.Code == code {
			return refusal
		}
	}
	f.t.Fatalf("%s: want the refusal %s, got %v", a.Action(), code, refusal)
	return nil
}

func isKind(err error, kind fault.Kind) bool { return errors.Is(err, &fault.Fault{Kind: kind}) }
