package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const customerList = "顾客名称,联系人,电话,地区\n四川某医院,赵洋,13700003811,四川成都\n,,,\n上海某厂,王工,13800001234,上海\n,李工,13900001234,江苏无锡\n"

func TestImportCustomers(t *testing.T) {
	folder := t.TempDir()
	file, data := filepath.Join(folder, "customers.csv"), filepath.Join(folder, "data")
	if err := os.WriteFile(file, []byte(customerList), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(data, 0o700); err != nil {
		t.Fatal(err)
	}
	huidan(t, "", "import", "customers", file, "--data", data).want(t, exitUsage, "--dry-run")
	huidan(t, "", "import", "customers", file, "--dry-run", "--commit", "--data", data).want(t, exitUsage, "--commit")
	huidan(t, "", "import", "customers", filepath.Join(folder, "none.csv"), "--dry-run").want(t, exitFailed, "none.csv")
	rejected := filepath.Join(folder, "rejected.csv")
	dry := huidan(t, "", "import", "customers", file, "--dry-run", "--data", data, "--rejected", rejected)
	dry.want(t, exitBroken, "Row 5 cannot be taken")
	if raw, err := os.ReadFile(rejected); err != nil || !strings.Contains(string(raw), "李工") {
		t.Errorf("the rejected rows: %q, %v", raw, err)
	}
	if _, err := os.Stat(filepath.Join(data, databaseName)); err == nil {
		t.Error("a dry run writes nothing")
	}
	huidan(t, "", "import", "customers", file, "--commit", "--data", data).want(t, exitBroken, "2 created, 0 were there, 0 not taken")
	huidan(t, "", "import", "customers", file, "--commit", "--data", data).want(t, exitBroken, "0 created, 2 were there")
	huidan(t, "", "verify", "--data", data).want(t, exitDone, "Whole")
}
