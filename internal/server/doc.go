// Package server is the HTTP edge: who is signed in, what a browser may do, the
// routes of every chapter, the embedded interface, health and figures.
//
// A request passes, from outside in: recovery and log, security headers, the
// load limits, the refusal of other sites, then the routes (package route),
// which ask here who the person is.
package server
