package regulation

var clause2_4 = Clause{Number: "2.4", Obligations: []Obligation{
	{ID: "2.4-a", Actor: Technician, Kind: Guard, Mark: Regulation},
	{ID: "2.4-b", Actor: Technician, Kind: Guard, Mark: Regulation},
	{ID: "2.4-c", Actor: Technician, Kind: Guard, Mark: Regulation},
	{ID: "2.4-d", Actor: Technician, Kind: Guard, Mark: Regulation},
}}
