package server

import (
	"context"
	"strings"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
	"huidan/internal/lang"
	"huidan/internal/route"
	"huidan/internal/staff"
)

// Me is who is signed in, what he may do, and where.
type Me struct {
	Person      MyPerson        `json:"person"`
	Permissions []access.Action `json:"permissions" doc:"actions the person may do at least somewhere"`
	Company     MyCompany       `json:"company"`
	Demo        bool            `json:"demo"`
}

// MyPerson is the signed-in person.
type MyPerson struct {
	ID         string        `json:"id"`
	Name       string        `json:"name"`
	Login      string        `json:"login"`
	Department *MyDepartment `json:"department,omitempty"`
	Roles      []access.Role `json:"roles"`
}

// MyDepartment is the person's department.
type MyDepartment struct {
	ID     string     `json:"id"`
	Name   string     `json:"name"`
	NameEn string     `json:"name_en"`
	Kind   staff.Kind `json:"kind"`
}

// MyCompany is the company whose house this is.
type MyCompany struct {
	Name         string `json:"name"`
	HomeProvince string `json:"home_province" doc:"Division code of the province of the registered seat"`
	TimeZone     string `json:"time_zone"`
}

func (s *Server) me(c *route.Ctx, _ route.Nothing) (Me, error) { return s.meOf(c.R.Context(), c.Actor) }

func (s *Server) meOf(ctx context.Context, actor access.Actor) (Me, error) {
	return act.See(ctx, s.o.Door, actor, "staff.see", func(ctx context.Context, sight *act.Sight) (Me, error) {
		me := Me{Permissions: access.Actions(actor), Demo: s.o.Demo}
		company, _, err := staff.SeeCompany(ctx, sight)
		if err != nil {
			return me, err
		}
		me.Company = MyCompany{Name: company.Name, HomeProvince: strings.Join(firstOf(company.HomeProvinces), ""), TimeZone: company.TimeZone}
		r := staff.Details(sight)
		person, found, err := staff.PersonByID(ctx, r, actor.ID)
		if err != nil || !found {
			if err == nil {
				err = fault.New(fault.KindUnauthenticated, "fault.unauthenticated")
			}
			return me, err
		}
		me.Person = MyPerson{ID: person.ID, Name: person.Name, Login: person.Login, Roles: person.Roles}
		if person.DepartmentID == "" {
			return me, nil
		}
		d, found, err := staff.DepartmentByID(ctx, r, person.DepartmentID)
		if found {
			me.Person.Department = &MyDepartment{ID: d.ID, Name: d.Name, NameEn: d.NameEn, Kind: d.Kind}
		}
		return me, err
	})
}

func firstOf(list []string) []string { return list[:min(len(list), 1)] }

// Boot is what the interface must know before anybody signs in.
type Boot struct {
	FirstRun    bool        `json:"first_run" doc:"nobody has set the system up yet"`
	Demo        bool        `json:"demo"`
	DemoLogins  []DemoLogin `json:"demo_logins"`
	CompanyName string      `json:"company_name"`
	Version     string      `json:"version"`
}

// DemoLogin is a login of the demo company.
type DemoLogin struct {
	Login     string   `json:"login"`
	RoleNames []string `json:"role_names" doc:"in the reader's language"`
	Password  string   `json:"password"`
}

// DemoLogins are the logins of the demo company; they exist only where it was seeded.
var DemoLogins = []string{"reception", "quality", "quality-manager", "technician", "inspector", "sales", "gm", "admin", "auditor"}

// DemoPassword is the password of every login of the demo company.
const DemoPassword = "huidan-demo"

func (s *Server) boot(c *route.Ctx, _ route.Nothing) (Boot, error) {
	ctx := c.R.Context()
	company, open, err := s.company(ctx)
	b := Boot{FirstRun: !open, Demo: s.o.Demo, CompanyName: company.Name, Version: s.o.Version}
	if err != nil || !s.o.Demo {
		return b, err
	}
	for _, login := range DemoLogins {
		personID, _, found, err := staff.Credentials(ctx, c.Door, login)
		if err != nil {
			return b, err
		}
		if !found {
			continue
		}
		actor, disabled, err := staff.ActorOf(ctx, c.Door, personID)
		if err != nil {
			return b, err
		}
		if !disabled {
			b.DemoLogins = append(b.DemoLogins, DemoLogin{Login: login, RoleNames: roleNames(c.Language, actor.Roles), Password: DemoPassword})
		}
	}
	return b, nil
}

func roleNames(language lang.Language, roles []access.Role) []string {
	names := make([]string, len(roles))
	for i, r := range roles {
		names[i] = lang.T(language, "server.role."+string(r), nil)
	}
	return names
}
