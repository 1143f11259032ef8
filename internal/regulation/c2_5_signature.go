package regulation

var clause2_5 = Clause{Number: "2.5", Obligations: []Obligation{
	{ID: "2.5-a", Actor: Technician, Kind: Guard, Mark: Regulation},
	{ID: "2.5-b", Actor: Customer, Kind: Guard, Mark: Regulation},
	{ID: "2.5-c", Actor: Customer, Kind: Guard, Mark: Regulation},
}}
