package access

import "slices"

// Who may look after the records of customers, and of products and units.
var (
	customerKeepers = []Role{Receptionist, QualityEngineer, QualityManager, Salesperson, SalesManager, Admin}
	unitKeepers     = []Role{Receptionist, QualityEngineer, QualityManager, Technician, Salesperson, SalesManager, Admin}
	productKeepers  = []Role{QualityEngineer, QualityManager, SalesManager, Admin}
	partyManagers   = []Role{QualityManager, SalesManager, Admin}
	phoneReaders    = []Role{
		Receptionist, QualityEngineer, QualityManager, Technician, Inspector, Salesperson, SalesManager, GeneralManager, Admin, Auditor,
	}
)

// partyRules: the rows of chapter party.
var partyRules = []Rule{
	{"party.see", Anywhere, Everybody},
	{"party.see_phone", Anywhere, phoneReaders},
	{"party.export", Anywhere, phoneReaders},
	{"party.create_customer", Anywhere, customerKeepers},
	{"party.amend_customer", Anywhere, customerKeepers},
	{"party.void_customer", Anywhere, partyManagers},
	{"party.add_contact", Anywhere, append(slices.Clone(customerKeepers), Technician)},
	{"party.amend_contact", Anywhere, append(slices.Clone(customerKeepers), Technician)},
	{"party.void_contact", Anywhere, customerKeepers},
	{"party.add_site", Anywhere, append(slices.Clone(customerKeepers), Technician)},
	{"party.amend_site", Anywhere, append(slices.Clone(customerKeepers), Technician)},
	{"party.void_site", Anywhere, customerKeepers},
	{"party.create_product", Anywhere, productKeepers},
	{"party.amend_product", Anywhere, productKeepers},
	{"party.void_product", Anywhere, partyManagers},
	{"party.create_unit", Anywhere, unitKeepers},
	{"party.amend_unit", Anywhere, unitKeepers},
	{"party.move_unit", Anywhere, unitKeepers},
	{"party.void_unit", Anywhere, partyManagers},
	{"party.import", Anywhere, partyManagers},
	{"party.undo_import", Anywhere, partyManagers},
}
