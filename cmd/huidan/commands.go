package main

import (
	"path/filepath"

	"huidan/internal/act"
)

// commands is the command line. The meaning of each command and option is the
// text "cli.<name>" of package lang.
type commands struct {
	Common `embed:""`

	Serve   serveCommand   `cmd:"" help:"cli.serve"`
	Migrate migrateCommand `cmd:"" help:"cli.migrate"`
	Verify  verifyCommand  `cmd:"" help:"cli.verify"`
	Import  importCommand  `cmd:"" help:"cli.import"`
	User    struct {
		Add      userAddCommand      `cmd:"" help:"cli.user_add"`
		Password userPasswordCommand `cmd:"" help:"cli.user_password"`
		Disable  userDisableCommand  `cmd:"" help:"cli.user_disable"`
	} `cmd:"" help:"cli.user"`
	Config  configCommand  `cmd:"" help:"cli.config"`
	Openapi openapiCommand `cmd:"" help:"cli.openapi"`
	Version versionCommand `cmd:"" help:"cli.version"`
}

// Common are the options of every command.
type Common struct {
	Config   string `name:"config" placeholder:"FILE" help:"cli.option.config"`
	Data     string `name:"data" placeholder:"FOLDER" default:"./data" help:"cli.option.data"`
	Database string `name:"database" placeholder:"PATH|URL" help:"cli.option.database"`
}

// databaseName is the file of the embedded database in the data folder.
const databaseName = "huidan.db"

// dsn names the database.
func (o *Common) dsn() string {
	if o.Database != "" {
		return o.Database
	}
	return filepath.Join(o.Data, databaseName)
}

// checkpoints is the file outside the database to which each seal is written.
func (o *Common) checkpoints() string { return filepath.Join(o.Data, "checkpoints.txt") }

// options of the door that every command opens.
func (o *Common) door() act.Options { return act.Options{DSN: o.dsn()} }
