package access

// spineRules: what belongs to no chapter.
var spineRules = []Rule{
	{"me.see", Self, Everybody},
	{"me.change", Self, Everybody},
	{"search.see", Anywhere, office},
	{"search.see", Involved, onCall},
	{"todo.see", Anywhere, office},
	{"todo.see", Involved, onCall},
	{"todo.see_all", Anywhere, []Role{QualityManager, SalesManager, GeneralManager, Admin, Auditor}},
	{"views.see", Self, Everybody},
	{"views.change", Self, Everybody},
	{"files.put", Anywhere, Writers},
	{"files.see", Involved, Everybody},
	{"clock.sweep", Anywhere, []Role{System}},
	{"calendar.see", Anywhere, Everybody},
	{"calendar.import", Anywhere, []Role{Admin}},
	{"settings.see", Anywhere, Everybody},
	{"journal.see", Anywhere, []Role{Admin, Auditor, QualityManager, GeneralManager}},
}
