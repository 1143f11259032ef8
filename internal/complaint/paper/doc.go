// Package paper is the edge at which complaint records leave on paper: the
// form 《顾客投诉及处理记录表》 as PDF at any stage, and the register 投诉台账 as
// PDF and Excel. It shows what its reader may see and nothing else.
package paper

import "huidan/internal/route"

const (
	pdfType      = "application/pdf"
	workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
)

// Routes declares the printed forms and the export.
func Routes(reg *route.Registrar) {
	const base = "/api/v1/complaints"
	route.Raw(reg, route.GET, base+"/{id}/form.pdf", "complaint.see", "complaint.route.form", route.Media{Gives: pdfType}, printRecord)
	route.Raw(reg, route.GET, base+"/register.pdf", "complaint.export", "complaint.route.register_pdf", route.Media{Gives: pdfType}, printRegister)
	route.Raw(reg, route.GET, base+"/export.xlsx", "complaint.export", "complaint.route.export", route.Media{Gives: workbookType}, exportRegister)
}
