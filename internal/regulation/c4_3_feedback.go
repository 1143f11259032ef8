package regulation

var clause4_3 = Clause{Number: "4.3", Obligations: []Obligation{
	{ID: "4.3-a", Actor: SalesDept, Kind: Flag, Mark: Regulation},
	{ID: "4.3-b", Actor: FeedbackOfficer, Kind: Flag, Mark: Regulation},
	{ID: "4.3-c", Actor: FeedbackOfficer, Kind: Flag, Mark: Regulation},
	{ID: "4.3-d", Actor: FeedbackOfficer, Kind: Flag, Mark: Regulation},
	{ID: "4.3-e", Actor: FeedbackOfficer, Kind: Flag, Mark: Regulation},
	{ID: "4.3-f", Actor: FeedbackOfficer, Kind: Flag, Mark: Regulation},
	{ID: "4.3-g", Actor: QualityDept, Kind: Guard, Mark: Regulation},
	{ID: "4.3-h", Actor: QualityDept, Kind: Guard, Mark: Regulation},
}}
