package party

import (
	"context"

	"huidan/internal/act"
	"huidan/internal/route"
)

// Routes declares what this chapter offers over HTTP.
func Routes(reg *route.Registrar) {
	customerRoutes(reg)
	placeRoutes(reg)
	productRoutes(reg)
	unitRoutes(reg)
	importRoutes(reg)
}

func customerRoutes(reg *route.Registrar) {
	route.Read(reg, "/api/v1/customers", "party.see", "party.customers.summary", ListCustomers)
	route.Read(reg, "/api/v1/customers/{id}", "party.see", "party.customer.summary", seeCustomer)
	route.Create(reg, "/api/v1/customers", "party.create_customer", "party.create_customer.summary",
		func(in route.In[CreateCustomer]) act.Act[Changed] { return in.Body })
	route.Act(reg, route.POST, "/api/v1/customers/{id}/amend", "party.amend_customer", "party.amend_customer.summary",
		func(in route.In[AmendCustomer]) act.Act[Changed] { in.Body.ID = in.Path("id"); return in.Body })
	route.Act(reg, route.POST, "/api/v1/customers/{id}/void", "party.void_customer", "party.void_customer.summary",
		func(in route.In[VoidCustomer]) act.Act[Changed] { in.Body.ID = in.Path("id"); return in.Body })
	route.Create(reg, "/api/v1/customers/{id}/contacts", "party.add_contact", "party.add_contact.summary",
		func(in route.In[AddContact]) act.Act[Changed] { in.Body.CustomerID = in.Path("id"); return in.Body })
	route.Act(reg, route.POST, "/api/v1/contacts/{id}/amend", "party.amend_contact", "party.amend_contact.summary",
		func(in route.In[AmendContact]) act.Act[Changed] { in.Body.ID = in.Path("id"); return in.Body })
	route.Act(reg, route.POST, "/api/v1/contacts/{id}/void", "party.void_contact", "party.void_contact.summary",
		func(in route.In[VoidContact]) act.Act[Changed] { in.Body.ID = in.Path("id"); return in.Body })
}

func placeRoutes(reg *route.Registrar) {
	route.Read(reg, "/api/v1/sites", "party.see", "party.sites.summary", listSites)
	route.Create(reg, "/api/v1/customers/{id}/sites", "party.add_site", "party.add_site.summary",
		func(in route.In[AddSite]) act.Act[Changed] { in.Body.CustomerID = in.Path("id"); return in.Body })
	route.Act(reg, route.POST, "/api/v1/sites/{id}/amend", "party.amend_site", "party.amend_site.summary",
		func(in route.In[AmendSite]) act.Act[Changed] { in.Body.ID = in.Path("id"); return in.Body })
	route.Act(reg, route.POST, "/api/v1/sites/{id}/void", "party.void_site", "party.void_site.summary",
		func(in route.In[VoidSite]) act.Act[Changed] { in.Body.ID = in.Path("id"); return in.Body })
	route.Read(reg, "/api/v1/divisions", "party.see", "party.divisions.summary",
		func(context.Context, *act.Sight, *route.Nothing) (DivisionTree, error) { return divisionTree(), nil })
	route.Read(reg, "/api/v1/region/resolve", "party.see", "party.region.summary", seeRegion)
}

func productRoutes(reg *route.Registrar) {
	route.Read(reg, "/api/v1/products", "party.see", "party.products.summary", ListProducts)
	route.Read(reg, "/api/v1/products/{id}", "party.see", "party.product.summary", seeProduct)
	route.Create(reg, "/api/v1/products", "party.create_product", "party.create_product.summary",
		func(in route.In[CreateProduct]) act.Act[Changed] { return in.Body })
	route.Act(reg, route.POST, "/api/v1/products/{id}/amend", "party.amend_product", "party.amend_product.summary",
		func(in route.In[AmendProduct]) act.Act[Changed] { in.Body.ID = in.Path("id"); return in.Body })
	route.Act(reg, route.POST, "/api/v1/products/{id}/void", "party.void_product", "party.void_product.summary",
		func(in route.In[VoidProduct]) act.Act[Changed] { in.Body.ID = in.Path("id"); return in.Body })
}

func unitRoutes(reg *route.Registrar) {
	route.Read(reg, "/api/v1/units", "party.see", "party.units.summary", ListUnits)
	route.Read(reg, "/api/v1/units/{id}", "party.see", "party.unit.summary", seeUnit)
	route.Create(reg, "/api/v1/units", "party.create_unit", "party.create_unit.summary",
		func(in route.In[CreateUnit]) act.Act[Changed] { return in.Body })
	route.Act(reg, route.POST, "/api/v1/units/{id}/amend", "party.amend_unit", "party.amend_unit.summary",
		func(in route.In[AmendUnit]) act.Act[Changed] { in.Body.ID = in.Path("id"); return in.Body })
	route.Act(reg, route.POST, "/api/v1/units/{id}/move", "party.move_unit", "party.move_unit.summary",
		func(in route.In[MoveUnit]) act.Act[Changed] { in.Body.ID = in.Path("id"); return in.Body })
	route.Act(reg, route.POST, "/api/v1/units/{id}/void", "party.void_unit", "party.void_unit.summary",
		func(in route.In[VoidUnit]) act.Act[Changed] { in.Body.ID = in.Path("id"); return in.Body })
}

func importRoutes(reg *route.Registrar) {
	route.Act(reg, route.POST, "/api/v1/customers/import", "party.import", "party.import_customers.summary",
		func(in route.In[ImportCustomers]) act.Act[ImportAnswer] { return in.Body })
	route.Act(reg, route.POST, "/api/v1/units/import", "party.import", "party.import_units.summary",
		func(in route.In[ImportUnits]) act.Act[ImportAnswer] { return in.Body })
	route.Read(reg, "/api/v1/party-imports", "party.see", "party.imports.summary", listImports)
	route.Act(reg, route.POST, "/api/v1/party-imports/{id}/undo", "party.undo_import", "party.undo_import.summary",
		func(in route.In[UndoImport]) act.Act[UndoAnswer] { in.Body.ImportID = in.Path("id"); return in.Body })
}
