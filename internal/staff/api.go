package staff

import (
	"context"

	"huidan/internal/act"
	"huidan/internal/fault"
	"huidan/internal/password"
	"huidan/internal/route"
)

// Routes declares what the chapter offers over HTTP.
func Routes(reg *route.Registrar) {
	route.Read(reg, "/api/v1/company", "settings.see", "staff.summary.company", companyPage)
	route.Act(reg, route.POST, "/api/v1/company/amend", "staff.amend_company", "staff.summary.amend_company",
		func(in route.In[AmendCompany]) act.Act[Done] { return in.Body })
	departmentRoutes(reg)
	personRoutes(reg)
	designationRoutes(reg)
	qualificationRoutes(reg)
	absenceRoutes(reg)
}

func companyPage(ctx context.Context, s *act.Sight, _ *route.Nothing) (Company, error) {
	c, found, err := SeeCompany(ctx, s)
	if err == nil && !found {
		err = fault.NotFound("fault.not_found")
	}
	return c, err
}

func departmentRoutes(reg *route.Registrar) {
	route.Read(reg, "/api/v1/departments", "staff.see", "staff.summary.departments", seeDepartments)
	route.Create(reg, "/api/v1/departments", "staff.create_department", "staff.summary.create_department",
		func(in route.In[CreateDepartment]) act.Act[Done] { return in.Body })
	route.Act(reg, route.POST, "/api/v1/departments/{id}/amend", "staff.amend_department", "staff.summary.amend_department",
		func(in route.In[AmendDepartment]) act.Act[Done] { in.Body.ID = in.Path("id"); return in.Body })
}

// createPersonBody is CreatePerson as it is typed: with the password itself.
type createPersonBody struct {
	CreatePerson
	Password string `json:"password" maxLength:"200" doc:"Empty: cannot sign in"`
}

// setPasswordBody is SetPassword as it is typed.
type setPasswordBody struct {
	Version  int64  `json:"version"`
	Password string `json:"password" required:"true" maxLength:"200"`
}

func personRoutes(reg *route.Registrar) {
	route.Read(reg, "/api/v1/people", "staff.see", "staff.summary.people", seePeople)
	route.Read(reg, "/api/v1/people/{id}", "staff.see", "staff.summary.person", seePerson)
	route.Prepared(reg, route.POST, "/api/v1/people", "staff.create_person", "staff.summary.create_person", preparePerson)
	route.Act(reg, route.POST, "/api/v1/people/{id}/amend", "staff.amend_person", "staff.summary.amend_person",
		func(in route.In[AmendPerson]) act.Act[Done] { in.Body.ID = in.Path("id"); return in.Body })
	route.Act(reg, route.POST, "/api/v1/people/{id}/set-roles", "staff.set_roles", "staff.summary.set_roles",
		func(in route.In[SetRoles]) act.Act[Done] { in.Body.ID = in.Path("id"); return in.Body })
	route.Act(reg, route.POST, "/api/v1/people/{id}/disable", "staff.disable_person", "staff.summary.disable_person",
		func(in route.In[DisablePerson]) act.Act[Done] { in.Body.ID = in.Path("id"); return in.Body })
	route.Act(reg, route.POST, "/api/v1/people/{id}/enable", "staff.enable_person", "staff.summary.enable_person",
		func(in route.In[EnablePerson]) act.Act[Done] { in.Body.ID = in.Path("id"); return in.Body })
	route.Prepared(reg, route.POST, "/api/v1/people/{id}/set-password", "staff.set_password", "staff.summary.set_password", preparePassword)
}

func preparePerson(ctx context.Context, in route.In[createPersonBody]) (act.Act[Done], error) {
	a := in.Body.CreatePerson
	if in.Body.Password == "" {
		return a, nil
	}
	hash, err := hashed(ctx, in.Body.Password, a.Login)
	a.PasswordHash = hash
	return a, err
}

func preparePassword(ctx context.Context, in route.In[setPasswordBody]) (act.Act[Done], error) {
	hash, err := hashed(ctx, in.Body.Password, "")
	return SetPassword{ID: in.Path("id"), Version: in.Body.Version, PasswordHash: hash}, err
}

// hashed checks and hashes a new password.
func hashed(ctx context.Context, typed, login string) (string, error) {
	var fs fault.Fields
	password.Check(&fs, "password", typed, login)
	if err := fs.Err(); err != nil {
		return "", err
	}
	return password.Hash(ctx, typed)
}

func designationRoutes(reg *route.Registrar) {
	route.Read(reg, "/api/v1/designations", "staff.see", "staff.summary.designations", seeDesignations)
	route.Create(reg, "/api/v1/designations", "staff.designate", "staff.summary.designate",
		func(in route.In[Designate]) act.Act[Done] { return in.Body })
	route.Act(reg, route.POST, "/api/v1/designations/{id}/end", "staff.end_designation", "staff.summary.end_designation",
		func(in route.In[EndDesignation]) act.Act[Done] { in.Body.ID = in.Path("id"); return in.Body })
}

func qualificationRoutes(reg *route.Registrar) {
	route.Read(reg, "/api/v1/qualifications", "staff.see", "staff.summary.qualifications", seeQualifications)
	route.Create(reg, "/api/v1/qualifications", "staff.add_qualification", "staff.summary.add_qualification",
		func(in route.In[AddQualification]) act.Act[Done] { return in.Body })
	route.Act(reg, route.POST, "/api/v1/qualifications/{id}/end", "staff.end_qualification", "staff.summary.end_qualification",
		func(in route.In[EndQualification]) act.Act[Done] { in.Body.ID = in.Path("id"); return in.Body })
}

func absenceRoutes(reg *route.Registrar) {
	route.Read(reg, "/api/v1/absences", "staff.see", "staff.summary.absences", seeAbsences)
	route.Create(reg, "/api/v1/absences", "staff.record_absence", "staff.summary.record_absence",
		func(in route.In[RecordAbsence]) act.Act[Done] { return in.Body })
	route.Act(reg, route.POST, "/api/v1/absences/{id}/cancel", "staff.cancel_absence", "staff.summary.cancel_absence",
		func(in route.In[CancelAbsence]) act.Act[Done] { in.Body.ID = in.Path("id"); return in.Body })
}
