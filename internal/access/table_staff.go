package access

// staffRules: the rows of chapter staff.
var staffRules = []Rule{
	{"staff.see", Anywhere, Everybody},
	// Why somebody is away may be a matter of health: his superiors and he himself see it.
	{"staff.see_absence_reasons", Anywhere, []Role{Admin, GeneralManager, Auditor}},
	{"staff.see_absence_reasons", OwnDepartment, []Role{DepartmentHead, QualityManager, SalesManager}},
	{"staff.see_absence_reasons", Self, Everybody},
	{"staff.sign_in", Anywhere, []Role{System}},
	{"staff.first_run", Anywhere, []Role{System}},

	{"staff.amend_company", Anywhere, []Role{Admin}},
	{"staff.create_department", Anywhere, []Role{Admin}},
	{"staff.amend_department", Anywhere, []Role{Admin}},
	{"staff.create_person", Anywhere, []Role{Admin}},
	{"staff.amend_person", Anywhere, []Role{Admin}},
	{"staff.set_roles", Anywhere, []Role{Admin}},
	{"staff.disable_person", Anywhere, []Role{Admin}},
	{"staff.enable_person", Anywhere, []Role{Admin}},
	{"staff.set_password", Anywhere, []Role{Admin}},

	{"staff.designate", Anywhere, []Role{Admin, GeneralManager, QualityManager, SalesManager}},
	{"staff.end_designation", Anywhere, []Role{Admin, GeneralManager, QualityManager, SalesManager}},

	{"staff.add_qualification", Anywhere, []Role{Admin, QualityManager}},
	{"staff.add_qualification", OwnDepartment, []Role{DepartmentHead, SalesManager}},
	{"staff.end_qualification", Anywhere, []Role{Admin, QualityManager}},
	{"staff.end_qualification", OwnDepartment, []Role{DepartmentHead, SalesManager}},

	{"staff.record_absence", Anywhere, []Role{Admin}},
	{"staff.record_absence", OwnDepartment, []Role{DepartmentHead, QualityManager, SalesManager}},
	{"staff.record_absence", Self, Writers},
	{"staff.cancel_absence", Anywhere, []Role{Admin}},
	{"staff.cancel_absence", OwnDepartment, []Role{DepartmentHead, QualityManager, SalesManager}},
	{"staff.cancel_absence", Self, Writers},
}
