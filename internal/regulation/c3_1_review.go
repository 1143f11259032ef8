package regulation

var clause3_1 = Clause{Number: "3.1", Obligations: []Obligation{
	{ID: "3.1-a", Actor: Salesperson, Kind: Flag, Mark: Regulation},
	{ID: "3.1-b", Actor: Salesperson, Kind: Flag, Mark: Regulation},
}}
