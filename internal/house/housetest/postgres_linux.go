package housetest

import (
	"os/exec"
	"runtime"
	"syscall"
)

// endWithParent asks the kernel for an immediate shutdown of PostgreSQL when
// the test process dies without saying so.
func endWithParent(attr *syscall.SysProcAttr) { attr.Pdeathsig = syscall.SIGQUIT }

// runToEnd starts c and closes ended when it has been reaped. The kernel's
// parent is the thread that forked, not the process: that thread therefore
// stays with the child until the child's end.
func runToEnd(c *exec.Cmd, ended chan<- struct{}) error {
	started := make(chan error)
	go func() {
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		err := c.Start()
		started <- err
		if err == nil {
			_ = c.Wait()
			close(ended)
		}
	}()
	return <-started
}
