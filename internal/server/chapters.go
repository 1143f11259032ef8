package server

import "huidan/internal/route"

// chapters declares the routes of every chapter. This is the one place where
// the house is put together.
func chapters(*route.Registrar) {}
