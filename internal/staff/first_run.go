package staff

import (
	"context"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/deadline"
	"huidan/internal/fault"
	"huidan/internal/lang"
)

// FirstRun opens the house: the company's profile, the two departments that the
// regulation names (quality inspection and sales), and the administrator. It
// is refused once there is a company.
type FirstRun struct {
	CompanyName  string `json:"company_name"`
	HomeProvince string `json:"home_province"`
	AdminName    string `json:"admin_name"`
	Login        string `json:"login"`
	PasswordHash string `json:"-"`
}

// FirstRunDone names what the first run made.
type FirstRunDone struct {
	PersonID            string `json:"person_id"`
	QualityDepartmentID string `json:"quality_department_id"`
	SalesDepartmentID   string `json:"sales_department_id"`
}

// Action is "staff.first_run".
func (a FirstRun) Action() access.Action { return "staff.first_run" }

// Scope is nobody's matter in particular.
func (a FirstRun) Scope(context.Context, *act.Tx) (access.Scope, error) { return access.Scope{}, nil }

// Run writes company, departments and administrator.
func (a FirstRun) Run(ctx context.Context, tx *act.Tx) (FirstRunDone, error) {
	var none FirstRunDone
	said := tx.Say(act.Line{Subject: act.Subject{Kind: "company", ID: companyID}, Version: 1, Say: "journal.staff.first_run", New: true})
	if err := tx.Lock(ctx, said, "first_run"); err != nil {
		return none, err
	}
	if _, found, err := CompanyOf(ctx, tx); err != nil || found {
		if found {
			err = fault.New(fault.KindConflict, "staff.first_run_done")
		}
		return none, err
	}
	var fs fault.Fields
	name := required(&fs, "company_name", a.CompanyName, 120)
	home := provinces(&fs, "home_province", []string{a.HomeProvince})
	admin := personal{Name: a.AdminName, Login: a.Login}.check(&fs, "admin_name")
	fs.Add(a.PasswordHash == "", "password", "fault.required")
	if err := fs.Err(); err != nil {
		return none, err
	}
	err := tx.WriteOne(ctx, said, `INSERT INTO company (id, name, home_provinces, time_zone, form_no, version, recorded_at)
		VALUES (?, ?, ?, ?, '', 1, ?)`, companyID, name, home[0], TimeZone, act.Millis(tx.Now()))
	if err != nil {
		return none, err
	}
	if err := deadline.PublishHome(ctx, tx, said, home); err != nil {
		return none, err
	}
	return a.people(ctx, tx, admin)
}

func (a FirstRun) people(ctx context.Context, tx *act.Tx, admin personal) (FirstRunDone, error) {
	done := FirstRunDone{PersonID: act.NewID(), QualityDepartmentID: act.NewID(), SalesDepartmentID: act.NewID()}
	said := tx.Say(act.Line{Subject: act.Subject{Kind: "person", ID: done.PersonID}, Version: 1, Say: "journal.staff.create_person", New: true})
	if err := admin.insert(ctx, tx, said, done.PersonID, a.PasswordHash); err != nil {
		return done, err
	}
	if err := giveRoles(ctx, tx, said, done.PersonID, []access.Role{access.Admin}); err != nil {
		return done, err
	}
	for _, d := range []Department{
		{ID: done.QualityDepartmentID, Code: "QC", Kind: KindQuality},
		{ID: done.SalesDepartmentID, Code: "SALES", Kind: KindSales},
	} {
		key := "staff.default." + string(d.Kind)
		d.Name, d.NameEn = lang.T(lang.ZH, key, nil), lang.T(lang.EN, key, nil)
		said, err := d.announce(ctx, tx, 1, "journal.staff.create_department")
		if err != nil {
			return done, err
		}
		if err := d.insert(ctx, tx, said); err != nil {
			return done, err
		}
	}
	return done, nil
}
