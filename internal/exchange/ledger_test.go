package exchange

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// noon of the day on which all tests take place.
var testNow = time.Date(2026, 3, 2, 12, 0, 0, 0, beijing)

// realLedger gives the bytes of the office's register, which lies beside the
// project.
func realLedger(t testing.TB) []byte {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "data", "ledger-2025-gb18030.csv"))
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("../shared/data/ledger-2025-gb18030.csv must lie beside the project: %v", err)
		}
		t.Skip("the register ../shared/data/ledger-2025-gb18030.csv is not here")
	}
	return content
}

func openBytes(t testing.TB, content []byte) *Table {
	t.Helper()
	table, err := Open(bytes.NewReader(content), int64(len(content)), DefaultLimits())
	if err != nil {
		t.Fatalf("open: %v", err)
	}
	return table
}

func readLedger(t testing.TB, content []byte, options Options) *Preview {
	t.Helper()
	if options.Now.IsZero() {
		options.Now = testNow
	}
	preview, err := ReadLedger(context.Background(), openBytes(t, content), options)
	if err != nil {
		t.Fatalf("read: %v", err)
	}
	return preview
}

