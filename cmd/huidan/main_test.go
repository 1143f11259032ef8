package main

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"huidan/internal/lang"
)

type result struct {
	code     int
	out, err string
}

// huidan runs a command as the shell would, with English texts.
func huidan(t *testing.T, input string, args ...string) result {
	t.Helper()
	var out, errs bytes.Buffer
	code := run(t.Context(), args, []string{"LANG=en_US.UTF-8"}, strings.NewReader(input), &out, &errs)
	return result{code, out.String(), errs.String()}
}

func (r result) want(t *testing.T, code int, text string) {
	t.Helper()
	if r.code != code || !strings.Contains(r.out+r.err, text) {
		t.Fatalf("exit %d, want %d and %q\n%s%s", r.code, code, text, r.out, r.err)
	}
}

func TestWrongUsage(t *testing.T) {
	huidan(t, "", "serve", "--colour").want(t, exitUsage, "--colour")
	huidan(t, "", "dance").want(t, exitUsage, "dance")
	huidan(t, "").want(t, exitUsage, "huidan --help")
	huidan(t, "", "serve", "--log-format", "xml").want(t, exitUsage, "--log-format")
	huidan(t, "", "serve", "--trusted-proxy", "nowhere").want(t, exitUsage, "nowhere")
	var out, errs bytes.Buffer
	if code := run(t.Context(), []string{"version"}, []string{"HUIDAN_LISTN=:1"}, nil, &out, &errs); code != exitUsage || !strings.Contains(errs.String(), "HUIDAN_LISTN") {
		t.Errorf("a mistyped variable: %d %s", code, errs.String())
	}
}

func TestConfigurationFile(t *testing.T) {
	folder := t.TempDir()
	write := func(text string) string {
		file := filepath.Join(folder, "config.json")
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return file
	}
	huidan(t, "", "migrate", "--config", write(`{"dataa": "x"}`)).want(t, exitUsage, "dataa")
	huidan(t, "", "migrate", "--config", write(`{"data"`)).want(t, exitUsage, "config.json")
	huidan(t, "", "migrate", "--config", filepath.Join(folder, "none.json")).want(t, exitUsage, "none.json")
	where := filepath.Join(folder, "records.db")
	huidan(t, "", "migrate", "--config", write(`{"database": "`+where+`"}`)).want(t, exitDone, "was brought up to date")
	if _, err := os.Stat(where); err != nil {
		t.Errorf("the file's option was not taken: %v", err)
	}
	t.Run("the command line wins", func(t *testing.T) {
		other := filepath.Join(folder, "other.db")
		huidan(t, "", "migrate", "--config", write(`{"database": "`+where+`"}`), "--database", other).want(t, exitDone, "was brought up to date")
	})
}

func TestEveryOptionIsExplained(t *testing.T) {
	list := huidan(t, "", "config")
	list.want(t, exitDone, "HUIDAN_LISTEN")
	var c commands
	parser, err := newParser(&console{language: lang.EN}, &c, func(int) {})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range everyFlag(parser.Model) {
		if !lang.Has(f.Help) {
			t.Errorf("--%s: no text %q", f.Name, f.Help)
		}
		if len(f.Envs) != 1 || !strings.Contains(list.out, f.Envs[0]) {
			t.Errorf("--%s: variable %v", f.Name, f.Envs)
		}
	}
	for _, leaf := range parser.Model.Leaves(true) {
		if !lang.Has(leaf.Help) {
			t.Errorf("%s: no text %q", leaf.Path(), leaf.Help)
		}
	}
	for environment, word := range map[string]string{"LANG=zh_CN.UTF-8": "用法", "LANG=en_GB.UTF-8": "Usage", "LANG=C": "用法", "HUIDAN_LANG=en": "Usage"} {
		var out bytes.Buffer
		if code := run(t.Context(), []string{"--help"}, []string{environment}, nil, &out, &out); code != exitDone || !strings.Contains(out.String(), word) {
			t.Errorf("%s: %d %s", environment, code, out.String())
		}
	}
}

func TestMigrateAndVerify(t *testing.T) {
	data := t.TempDir()
	huidan(t, "", "migrate", "--check", "--data", data).want(t, exitBroken, "behind")
	huidan(t, "", "migrate", "--data", data).want(t, exitDone, "was brought up to date")
	huidan(t, "", "migrate", "--data", data).want(t, exitDone, "is up to date")
	huidan(t, "", "verify", "--data", data).want(t, exitDone, "Whole: 0 journal lines")
	huidan(t, "", "verify", "--data", filepath.Join(data, "none")).want(t, exitFailed, "Failed")
}

func TestUsers(t *testing.T) {
	data := t.TempDir()
	add := []string{"user", "add", "wang", "--name", "王伟", "--role", "auditor", "--data", data}
	huidan(t, "short\n", add...).want(t, exitRefused, "At least 8 characters")
	huidan(t, "long enough\n", slices.Concat(add, []string{"--role", "king"})...).want(t, exitRefused, "roles")
	huidan(t, "long enough\n", slices.Concat(add, []string{"--department", "NONE"})...).want(t, exitRefused, "NONE")
	huidan(t, "long enough\n", add...).want(t, exitDone, "Added wang")
	huidan(t, "long enough\n", add...).want(t, exitRefused, "login")
	huidan(t, "longer than before", "user", "password", "nobody", "--data", data).want(t, exitRefused, "nobody")
	huidan(t, "longer than before", "user", "password", "WANG", "--data", data).want(t, exitDone, "Set the password")
	huidan(t, "", "user", "disable", "wang", "--data", data).want(t, exitUsage, "--reason")
	huidan(t, "", "user", "disable", "wang", "--reason", "left", "--data", data).want(t, exitDone, "Disabled wang")
	huidan(t, "", "verify", "--data", data).want(t, exitDone, "Whole: 3 journal lines")
}

func TestOpenAPI(t *testing.T) {
	r := huidan(t, "", "openapi")
	r.want(t, exitDone, `"/api/v1/sign-in"`)
	if !json.Valid([]byte(r.out)) {
		t.Error("not JSON")
	}
}

func TestServeUntilToldToStop(t *testing.T) {
	data := t.TempDir()
	file := filepath.Join(data, "ready")
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan int, 1)
	var out, errs bytes.Buffer
	go func() {
		ended <- run(ctx, []string{"serve", "--data", data, "--listen", "127.0.0.1:0", "--ready-file", file}, nil, nil, &out, &errs)
	}()
	var address string
	for deadline := time.Now().Add(20 * time.Second); address == "" && time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
		raw, _ := os.ReadFile(file)
		address = strings.TrimSpace(string(raw))
	}
	answer, err := http.Get("http://" + address + "/readyz")
	if err != nil {
		t.Fatalf("%v\n%s", err, errs.String())
	}
	answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		t.Errorf("readyz: %d", answer.StatusCode)
	}
	stop()
	select {
	case code := <-ended:
		if code != exitDone {
			t.Errorf("exit %d: %s", code, errs.String())
		}
	case <-time.After(20 * time.Second):
		t.Fatal("does not stop")
	}
	if _, err := os.Stat(file); !os.IsNotExist(err) {
		t.Errorf("the ready file says that nobody serves any more: %v", err)
	}
	huidan(t, "", "verify", "--data", data).want(t, exitDone, "Whole")
}
