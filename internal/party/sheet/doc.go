// Package sheet is the edge at which customers, products and units leave as
// Excel lists and come in from Excel or separated text. It reads and writes
// files only; what is imported goes through the acts of package party, in
// batches that the browser sends.
package sheet

import (
	"huidan/internal/exchange"
	"huidan/internal/route"
)

// Routes declares the exports and the preview of imports.
func Routes(reg *route.Registrar) {
	workbook := route.Media{Gives: workbookType}
	route.Raw(reg, route.GET, "/api/v1/customers/export.xlsx", "party.export", "party.customers_export.summary", workbook, exportCustomers)
	route.Raw(reg, route.GET, "/api/v1/products/export.xlsx", "party.export", "party.products_export.summary", workbook, exportProducts)
	route.Raw(reg, route.GET, "/api/v1/units/export.xlsx", "party.export", "party.units_export.summary", workbook, exportUnits)
	preview := route.Media{Takes: "multipart/form-data", Gives: "application/json", Answer: Preview{}}
	route.Raw(reg, route.POST, "/api/v1/customers/import/preview", "party.import", "party.import_preview.summary", preview,
		func(c *route.Ctx) error { return previewImport(c, exchange.CustomersBook) })
	route.Raw(reg, route.POST, "/api/v1/units/import/preview", "party.import", "party.import_preview.summary", preview,
		func(c *route.Ctx) error { return previewImport(c, exchange.UnitsBook) })
}

const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
