package access

var (
	intakers = []Role{Receptionist, Salesperson, SalesManager, QualityEngineer, QualityManager}
	quality  = []Role{QualityEngineer, QualityManager}
	office   = []Role{Receptionist, QualityEngineer, QualityManager, Salesperson, SalesManager, GeneralManager, Admin, Auditor}
	onCall   = []Role{Technician, Inspector, DepartmentHead, Staff}
)

// complaintRules: clause 2.1, the complaint record.
var complaintRules = []Rule{
	{"complaint.see", Anywhere, office},
	{"complaint.see", Involved, onCall},
	{"complaint.see_personal", Anywhere, []Role{Receptionist, QualityEngineer, QualityManager, Salesperson, SalesManager, GeneralManager, Auditor}},
	{"complaint.see_personal", Involved, []Role{Technician, Inspector}},
	{"complaint.see_confidential", Anywhere, []Role{Receptionist, QualityManager, SalesManager}},
	{"complaint.export", Anywhere, office},
	{"complaint.register", Anywhere, intakers},
	{"complaint.amend", Anywhere, intakers},
	{"complaint.attach", Anywhere, intakers},
	{"complaint.log_contact", Anywhere, intakers},
	{"complaint.classify", Anywhere, intakers},
	{"complaint.reclassify", Anywhere, intakers},
	{"complaint.plan", Anywhere, intakers},
	{"complaint.hand_over", Anywhere, intakers},
	{"complaint.record_satisfaction", Anywhere, intakers},
	{"complaint.request_exception", Anywhere, []Role{Receptionist, Salesperson, SalesManager}},
	{"complaint.decide_exception", Anywhere, []Role{SalesManager, GeneralManager}},
	{"complaint.close", Anywhere, []Role{Receptionist, Salesperson, SalesManager, QualityManager}},
	{"complaint.receive", Anywhere, quality},
	{"complaint.return_handover", Anywhere, quality},
	{"complaint.consult", Anywhere, quality},
	{"complaint.give_view", Involved, Writers},
	{"complaint.write_opinion", Anywhere, quality},
	{"complaint.sign_opinion", Anywhere, quality},
	{"complaint.set_severity", Anywhere, intakers},
	{"complaint.void", Anywhere, []Role{QualityManager, SalesManager}},
	{"complaint.withdraw", Anywhere, intakers},
	{"complaint.reopen", Anywhere, intakers},
	{"complaint.merge", Anywhere, intakers},
	{"complaint.assign_officer", Anywhere, []Role{SalesManager, QualityManager, Admin}},
	{"complaint.import", Anywhere, []Role{Admin, QualityManager, SalesManager}},
	{"complaint.undo_import", Anywhere, []Role{Admin, QualityManager, SalesManager}},
}
