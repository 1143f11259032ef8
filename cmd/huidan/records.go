package main

import (
	"context"
	"errors"
	"fmt"

	"huidan/internal/act"
	"huidan/internal/server"
)

type migrateCommand struct {
	Check bool `help:"cli.option.check"`
}

// Run brings the schema up to date, or says what is missing.
func (m *migrateCommand) Run(ctx context.Context, c *console, common *Common) error {
	o := common.door()
	o.NoMigrate = true
	door, err := act.Open(ctx, o)
	if err != nil {
		return err
	}
	pending, unread := door.Pending(ctx)
	if err := door.Close(); err != nil {
		return err
	}
	if unread != nil { // there is no schema at all; anything worse shows when it is made
		pending = []string{c.text("cli.schema_none")}
	}
	if len(pending) == 0 {
		c.say("cli.schema_current")
		return nil
	}
	for _, step := range pending {
		fmt.Fprintln(c.out, step)
	}
	if m.Check {
		return broken{errors.New(c.text("cli.schema_behind"))}
	}
	if door, err = act.Open(ctx, common.door()); err != nil {
		return err
	}
	c.say("cli.schema_done")
	return door.Close()
}

type verifyCommand struct {
	Checkpoints string `placeholder:"FILE" help:"cli.option.checkpoints"`
}

// Run walks the journal and names the first broken line.
func (v *verifyCommand) Run(ctx context.Context, c *console, common *Common) error {
	report, err := act.Verify(ctx, common.dsn(), v.Checkpoints, func(done, total int64) {
		fmt.Fprintln(c.err, c.text("cli.verifying", "done", done, "total", total))
	})
	if err != nil {
		return err
	}
	if report.Broken != nil {
		return broken{errors.New(report.Broken.Text(c.language))}
	}
	c.say("cli.verified", "lines", report.Lines, "sealed", report.Sealed, "waiting", report.Waiting, "seals", report.Seals, "checkpoints", report.Checkpoints)
	return nil
}

type openapiCommand struct{}

// Run prints the document of every route.
func (openapiCommand) Run(c *console) error {
	s, err := server.New(server.Options{Version: version})
	if err != nil {
		return err
	}
	document, err := s.Document()
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(c.out, string(document))
	return err
}

type versionCommand struct{}

// Run prints the version.
func (versionCommand) Run(c *console) error {
	_, err := fmt.Fprintln(c.out, version)
	return err
}

type configCommand struct{}

// Run prints every option: name, variable, default, meaning.
func (configCommand) Run(c *console) error {
	for _, f := range everyFlag(c.model) {
		value := f.Default
		if value == "" {
			value = c.text("cli.no_default")
		}
		fmt.Fprintf(c.out, "%s\n    %s\n    %s\n    %s\n", f.Name, f.Envs[0], c.text("cli.default", "value", value), c.text(f.Help))
	}
	return nil
}
