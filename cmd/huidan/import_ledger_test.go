package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const oldLedger = "2025年投诉台账,,,,,,\n日期,单位,联系方式,地区,方式,内容,性质\n" +
	"2025/3/1,四川某医院,13700003811,四川成都,来电,轴承异响,质量\n2月30日,上海某厂,13800001234,上海,来函,发票开错,非质量\n5月8日,,13900001234,江苏无锡,微信,漏油,质量?\n"

// The command line does what the screen does (1-b, 2.1-b).
func TestClause1_b_ImportLedgerFromTheCommandLine(t *testing.T) {
	folder := t.TempDir()
	file, data := filepath.Join(folder, "ledger.csv"), filepath.Join(folder, "data")
	if err := os.WriteFile(file, []byte(oldLedger), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(data, 0o700); err != nil {
		t.Fatal(err)
	}
	pdf := filepath.Join(folder, "ledger.pdf")
	if err := os.WriteFile(pdf, []byte("%PDF-1.7\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	huidan(t, "", "import", "ledger", file, "--data", data).want(t, exitUsage, "--dry-run")
	huidan(t, "", "import", "ledger", pdf, "--dry-run", "--data", data).want(t, exitRefused, "PDF")
	huidan(t, "", "import", "ledger", file, "--dry-run", "--data", data, "--map", "Z=phone").want(t, exitUsage, "Z=phone")
	rejected := filepath.Join(folder, "rejected.csv")
	dry := huidan(t, "", "import", "ledger", file, "--dry-run", "--data", data, "--rejected", rejected)
	dry.want(t, exitBroken, "Complaint date")
	for _, words := range []string{"2月30日", "year", "四川省成都市", "assumed", "98%"} {
		if !strings.Contains(dry.out+dry.err, words) {
			t.Errorf("the preview does not say %q:\n%s", words, dry.out)
		}
	}
	if raw, err := os.ReadFile(rejected); err != nil || !strings.Contains(string(raw), "上海某厂") {
		t.Errorf("rejected rows: %v %s", err, raw)
	}
	if _, err := os.Stat(filepath.Join(data, databaseName)); !os.IsNotExist(err) {
		t.Errorf("a dry run made a database: %v", err)
	}
	done := huidan(t, "", "import", "ledger", file, "--commit", "--data", data, "--map", "联系方式=phone")
	done.want(t, exitBroken, "TS2025-00001 to TS2025-00002")
	again := huidan(t, "", "import", "ledger", file, "--commit", "--data", data)
	again.want(t, exitBroken, "same customer and account as TS2025-00001")
	huidan(t, "", "verify", "--data", data).want(t, exitDone, "Whole")
}
