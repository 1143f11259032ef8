package server

import (
	"testing"

	"huidan/internal/act"
	"huidan/internal/house/housetest"
)

// What the edge costs beside the records: one read of little, one act.
func BenchmarkEdge(b *testing.B) {
	h := housetest.SQLite(b)
	s := opened(b, h)
	visitor := visit(b, s)
	want(b, visitor.signIn(adminLogin, adminPassword), 200, "")
	b.Run("me", func(b *testing.B) {
		for b.Loop() {
			if w := visitor.get("/api/v1/me"); w.Code != 200 {
				b.Fatal(w.Body)
			}
		}
	})
	b.Run("act", func(b *testing.B) {
		for b.Loop() {
			body := `{"code":"` + act.NewID() + `","name":"车间","kind":"production"}`
			if w := visitor.send("POST", "/api/v1/departments", body); w.Code != 201 {
				b.Fatal(w.Body)
			}
		}
	})
}
