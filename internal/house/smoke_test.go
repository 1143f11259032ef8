package house_test

import (
	"testing"

	"huidan/internal/house/housetest"
)

func TestHouseOpensOnBothDatabases(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		pending, err := h.Door.Pending(t.Context())
		if err != nil || len(pending) > 0 {
			t.Fatalf("pending %v, %v", pending, err)
		}
	})
}
