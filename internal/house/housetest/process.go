package housetest

import (
	"os/exec"
	"syscall"
	"testing"
)

// Run starts c as a program that ends when this process does, however that
// ends. The channel closes when c has been reaped.
func Run(c *exec.Cmd) (ended <-chan struct{}, err error) {
	if c.SysProcAttr == nil {
		c.SysProcAttr = &syscall.SysProcAttr{}
	}
	endWithParent(c.SysProcAttr)
	done := make(chan struct{})
	return done, runToEnd(c, done)
}

// Set changes a setting of the whole server while it runs, such as
// synchronous_standby_names.
func (p *PG) Set(tb testing.TB, name, value string) {
	tb.Helper()
	if _, err := p.admin.Exec("ALTER SYSTEM SET " + name + " = '" + value + "'"); err != nil {
		tb.Fatalf("set %s: %v", name, err)
	}
	if _, err := p.admin.Exec("SELECT pg_reload_conf()"); err != nil {
		tb.Fatalf("set %s: %v", name, err)
	}
}
