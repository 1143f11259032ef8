package regulation

var clause1 = Clause{Number: "1", Obligations: []Obligation{
	{ID: "1-a", Actor: Company, Kind: Info, Mark: Regulation},
	{ID: "1-b", Actor: Company, Kind: Info, Mark: Regulation},
}}
