package regulation

var clause4_2 = Clause{Number: "4.2", Obligations: []Obligation{
	{ID: "4.2-a", Actor: SalesDept, Kind: Flag, Mark: Regulation},
	{ID: "4.2-b", Actor: SalesDept, Kind: Flag, Mark: Regulation},
	{ID: "4.2-c", Actor: SalesDept, Kind: Flag, Mark: Regulation},
	{ID: "4.2-d", Actor: SalesDept, Kind: Flag, Mark: Regulation},
}}
