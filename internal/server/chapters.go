package server

import (
	"huidan/internal/complaint"
	"huidan/internal/complaint/paper"
	"huidan/internal/insight"
	"huidan/internal/party"
	"huidan/internal/party/sheet"
	"huidan/internal/route"
	"huidan/internal/staff"
)

// chapters declares the routes of every chapter. This is the one place where
// the house is put together.
func chapters(reg *route.Registrar) {
	staff.Routes(reg)
	party.Routes(reg)
	sheet.Routes(reg)
	complaint.Routes(reg)
	paper.Routes(reg)
	insight.Routes(reg)
}
