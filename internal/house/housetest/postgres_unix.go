//go:build unix && !linux

package housetest

import (
	"os/exec"
	"syscall"
)

func endWithParent(*syscall.SysProcAttr) {}

// runToEnd starts c and closes ended when it has been reaped.
func runToEnd(c *exec.Cmd, ended chan<- struct{}) error {
	if err := c.Start(); err != nil {
		return err
	}
	go func() {
		_ = c.Wait()
		close(ended)
	}()
	return nil
}
