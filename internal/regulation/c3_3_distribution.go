package regulation

var clause3_3 = Clause{Number: "3.3", Obligations: []Obligation{
	{ID: "3.3-a", Actor: SalesDept, Kind: Flag, Mark: Regulation},
	{ID: "3.3-b", Actor: SalesDept, Kind: Flag, Mark: Regulation},
	{ID: "3.3-c", Actor: SalesDept, Kind: Guard, Mark: Regulation},
}}
