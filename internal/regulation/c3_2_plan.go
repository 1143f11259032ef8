package regulation

var clause3_2 = Clause{Number: "3.2", Obligations: []Obligation{
	{ID: "3.2-a", Actor: SalesDept, Kind: Flag, Mark: Regulation},
}}
