package regulation

var clause4_1 = Clause{Number: "4.1", Obligations: []Obligation{
	{ID: "4.1-a", Actor: SalesDept, Kind: Flag, Mark: Regulation},
	{ID: "4.1-b", Actor: SurveyOfficer, Kind: Flag, Mark: Regulation},
	{ID: "4.1-c", Actor: SurveyOfficer, Kind: Flag, Mark: Regulation},
	{ID: "4.1-d", Actor: SurveyOfficer, Kind: Flag, Mark: Regulation},
	{ID: "4.1-e", Actor: SurveyOfficer, Kind: Flag, Mark: Regulation},
}}
