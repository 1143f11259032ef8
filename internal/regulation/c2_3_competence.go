package regulation

var clause2_3 = Clause{Number: "2.3", Obligations: []Obligation{
	{ID: "2.3-a", Actor: QualityDept, Kind: Guard, Mark: Regulation},
	{ID: "2.3-b", Actor: QualityDept, Kind: Guard, Mark: Regulation},
}}
