package regulation

var clause2_6 = Clause{Number: "2.6", Obligations: []Obligation{
	{ID: "2.6-a", Actor: Technician, Kind: Flag, Mark: Regulation},
	{ID: "2.6-b", Actor: QualityDept, Kind: Guard, Mark: Regulation},
	{ID: "2.6-c", Actor: QualityDept, Kind: Guard, Mark: Regulation},
	{ID: "2.6-d", Actor: ResponsibleDept, Kind: Flag, Mark: Regulation, KPI: true},
}}
