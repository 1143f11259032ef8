package regulation

var clause3_4 = Clause{Number: "3.4", Obligations: []Obligation{
	{ID: "3.4-a", Actor: SalesDept, Kind: Guard, Mark: Regulation},
	{ID: "3.4-b", Actor: SalesDept, Kind: Guard, Mark: Regulation},
	{ID: "3.4-c", Actor: Customer, Kind: Guard, Mark: Permitted},
	{ID: "3.4-d", Actor: SalesDept, Kind: Guard, Mark: Regulation},
}}
