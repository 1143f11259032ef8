package complaint

import (
	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/route"
)

// Routes declares what this chapter offers over HTTP.
func Routes(reg *route.Registrar) {
	const base = "/api/v1/complaints"
	route.Read(reg, base, "complaint.see", "complaint.route.list", ListComplaints)
	route.Read(reg, base+"/counts", "complaint.see", "complaint.route.counts", CountComplaints)
	route.Read(reg, base+"/likely-duplicates", "complaint.see", "complaint.route.duplicates", LikelyDuplicates)
	route.Read(reg, base+"/{id}", "complaint.see", "complaint.route.page", See)
	route.Create(reg, base, "complaint.register", "complaint.route.register",
		func(in route.In[RegisterForm]) act.Act[Answer] { return Register{in.Body} })

	on(reg, "amend", "complaint.amend", "amend", func(id string, f AmendForm) act.Act[Answer] { return Amend{id, f} })
	on(reg, "classify", "complaint.classify", "classify", func(id string, f ClassifyForm) act.Act[Answer] { return Classify{id, f} })
	on(reg, "reclassify", "complaint.reclassify", "reclassify", func(id string, f ReclassifyForm) act.Act[Answer] { return Reclassify{id, f} })
	on(reg, "log-contact", "complaint.log_contact", "log_contact", func(id string, f LogContactForm) act.Act[Answer] { return LogContact{id, f} })
	on(reg, "record-satisfaction", "complaint.record_satisfaction", "record_satisfaction",
		func(id string, f RecordSatisfactionForm) act.Act[Answer] { return RecordSatisfaction{id, f} })
	on(reg, "request-exception", "complaint.request_exception", "request_exception",
		func(id string, f RequestExceptionForm) act.Act[Answer] { return RequestException{id, f} })
	on(reg, "decide-exception", "complaint.decide_exception", "decide_exception",
		func(id string, f DecideExceptionForm) act.Act[Answer] { return DecideException{id, f} })
	on(reg, "close", "complaint.close", "close", func(id string, f CloseForm) act.Act[Answer] { return Close{id, f} })
	on(reg, "plan", "complaint.plan", "plan", func(id string, f PlanForm) act.Act[Answer] { return Plan{id, f} })
	on(reg, "attach", "complaint.attach", "attach", func(id string, f AttachForm) act.Act[Answer] { return Attach{id, f} })
	on(reg, "hand-over", "complaint.hand_over", "hand_over", func(id string, f HandOverForm) act.Act[Answer] { return HandOver{id, f} })
	on(reg, "hand-over-papers", "complaint.hand_over", "hand_over_papers",
		func(id string, f HandOverPapersForm) act.Act[Answer] { return HandOverPapers{id, f} })
	on(reg, "receive", "complaint.receive", "receive", func(id string, f ReceiveForm) act.Act[Answer] { return Receive{id, f} })
	on(reg, "return-handover", "complaint.return_handover", "return_handover",
		func(id string, f ReturnHandoverForm) act.Act[Answer] { return ReturnHandover{id, f} })
	on(reg, "consult", "complaint.consult", "consult", func(id string, f ConsultForm) act.Act[Answer] { return Consult{id, f} })
	on(reg, "give-view", "complaint.give_view", "give_view", func(id string, f GiveViewForm) act.Act[Answer] { return GiveView{id, f} })
	on(reg, "write-opinion", "complaint.write_opinion", "write_opinion",
		func(id string, f WriteOpinionForm) act.Act[Answer] { return WriteOpinion{id, f} })
	on(reg, "sign-opinion", "complaint.sign_opinion", "sign_opinion",
		func(id string, f SignOpinionForm) act.Act[Answer] { return SignOpinion{id, f} })
	on(reg, "set-severity", "complaint.set_severity", "set_severity",
		func(id string, f SetSeverityForm) act.Act[Answer] { return SetSeverity{id, f} })
	on(reg, "void", "complaint.void", "void", func(id string, f VoidForm) act.Act[Answer] { return Void{id, f} })
	on(reg, "withdraw", "complaint.withdraw", "withdraw", func(id string, f WithdrawForm) act.Act[Answer] { return Withdraw{id, f} })
	on(reg, "reopen", "complaint.reopen", "reopen", func(id string, f ReopenForm) act.Act[Answer] { return Reopen{id, f} })
	on(reg, "merge", "complaint.merge", "merge", func(id string, f MergeForm) act.Act[Answer] { return Merge{id, f} })
	on(reg, "assign-officer", "complaint.assign_officer", "assign_officer",
		func(id string, f AssignOfficerForm) act.Act[Answer] { return AssignOfficer{id, f} })
}

// on declares an act on one complaint: POST /api/v1/complaints/{id}/VERB.
func on[Form any](reg *route.Registrar, verb string, action access.Action, summary string, build func(id string, f Form) act.Act[Answer]) {
	route.Act(reg, route.POST, "/api/v1/complaints/{id}/"+verb, action, "complaint.route."+summary,
		func(in route.In[Form]) act.Act[Answer] { return build(in.Path("id"), in.Body) })
}
