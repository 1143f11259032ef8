package sheet

import (
	"huidan/internal/exchange"
	"huidan/internal/party"
)

// CustomerOf gives the row to import from what was understood of a row of a list.
func CustomerOf(e *exchange.Entry) party.CustomerImport { return customerOf(e) }

// UnitOf gives the row to import from what was understood of a row of a list.
func UnitOf(e *exchange.Entry) party.UnitImport { return unitOf(e) }
