// Package ui holds the built browser interface, so that one binary serves everything.
package ui

import (
	"embed"
	"io/fs"
)

//go:embed all:dist
var dist embed.FS

//go:embed placeholder
var placeholder embed.FS

// Desk returns the files of the office interface and whether it has been built.
// Its root holds index.html, in which the server replaces NonceMark; files under assets/ carry a hash of
// their content in the name, and each has a gzip twin with ".gz" appended.
// Without a build the files are one page that says how to build.
func Desk() (files fs.FS, built bool) {
	if _, err := fs.Stat(dist, "dist/desk/index.html"); err != nil {
		return must(fs.Sub(placeholder, "placeholder")), false
	}
	return must(fs.Sub(dist, "dist/desk")), true
}

// NonceMark stands in index.html wherever the nonce of the content security policy belongs.
const NonceMark = "__CSP_NONCE__"

// must unwraps fs.Sub, which fails only on a malformed path; the paths here are constants.
func must(files fs.FS, err error) fs.FS {
	if err != nil {
		panic(err)
	}
	return files
}
