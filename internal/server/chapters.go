package server

import (
	"huidan/internal/attach"
	"huidan/internal/complaint"
	"huidan/internal/complaint/paper"
	"huidan/internal/insight"
	"huidan/internal/ledger"
	"huidan/internal/party"
	"huidan/internal/party/sheet"
	"huidan/internal/route"
	"huidan/internal/staff"
)

// chapters declares the routes of every chapter. This is the one place where
// the house is put together.
func chapters(reg *route.Registrar, files *attach.Store) {
	staff.Routes(reg)
	party.Routes(reg)
	sheet.Routes(reg)
	complaint.Routes(reg)
	paper.Routes(reg)
	ledger.New(files).Routes(reg)
	insight.Routes(reg)
}
