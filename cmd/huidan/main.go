// Command huidan is the whole house in one file: the server with its interface,
// and the tools of whoever runs it.
//
// Exit codes: 0 done; 1 it failed; 2 the command line, an environment variable
// or the configuration file is wrong; 3 verify found a break, or an import found
// rows that cannot be taken; 4 a rule refused.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	_ "time/tzdata" // the machine may know no time zones; every rule is in Asia/Shanghai

	"github.com/alecthomas/kong"

	"huidan/internal/fault"
	"huidan/internal/lang"
)

// The exit codes.
const (
	exitDone    = 0
	exitFailed  = 1
	exitUsage   = 2
	exitBroken  = 3
	exitRefused = 4
)

// version is set by the build (-ldflags "-X main.version=…").
var version = "dev"

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Environ(), os.Stdin, os.Stdout, os.Stderr))
}

// console is where a command speaks and listens.
type console struct {
	in       io.Reader
	out      io.Writer
	err      io.Writer
	language lang.Language
	model    *kong.Application
}

// say writes a line of the catalogue; args come in pairs.
func (c *console) say(key string, args ...any) { fmt.Fprintln(c.out, c.text(key, args...)) }

func (c *console) text(key string, args ...any) string {
	return lang.T(c.language, key, fault.New("", "", args...).Args)
}

// run is main without the process around it.
func run(ctx context.Context, args, environment []string, in io.Reader, out, err io.Writer) int {
	c := &console{in: in, out: out, err: err, language: languageOf(environment)}
	var commands commands
	exit := -1
	parser, broken := newParser(c, &commands, func(code int) { exit = code })
	if broken != nil {
		fmt.Fprintln(err, broken)
		return exitFailed
	}
	c.model = parser.Model
	if wrong := checkEnvironment(parser.Model, environment); wrong != nil {
		return c.fail(wrong)
	}
	chosen, wrong := parser.Parse(args)
	if exit >= 0 { // help was asked for and given
		return exit
	}
	if wrong != nil {
		return c.fail(usage{wrong})
	}
	chosen.BindTo(ctx, (*context.Context)(nil))
	if wrong := chosen.Run(c, &commands.Common); wrong != nil {
		return c.fail(wrong)
	}
	return exitDone
}

// usage is a wrong command line, environment or configuration.
type usage struct{ error }

// broken is a finding that must not pass for success.
type broken struct{ error }

// fail says what went wrong and gives the exit code.
func (c *console) fail(err error) int {
	var u usage
	var b broken
	switch {
	case errors.As(err, &u):
		fmt.Fprintln(c.err, c.text("cli.usage_wrong", "why", u.error))
		return exitUsage
	case errors.As(err, &b):
		fmt.Fprintln(c.err, b.error)
		return exitBroken
	}
	if f, ok := fault.As(err); ok {
		fmt.Fprintln(c.err, lang.T(c.language, f.Code, f.Args))
		for _, field := range f.Fields {
			fmt.Fprintf(c.err, "  %s: %s\n", field.Path, lang.T(c.language, field.Code, field.Args))
		}
		return exitRefused
	}
	fmt.Fprintln(c.err, c.text("cli.failed", "why", err))
	return exitFailed
}
