package main

import (
	"bufio"
	"context"
	"errors"
	"io"
	"strings"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
	"huidan/internal/password"
	"huidan/internal/staff"
)

// operator is whoever has the machine in his hands: the journal names the
// program, and he may do what an administrator may.
var operator = access.Actor{ID: access.SystemActor.ID, Name: access.SystemActor.Name, Roles: []access.Role{access.System, access.Admin}}

func byOperator(what string) act.Call {
	return act.Call{Actor: operator, Key: "console:" + what + ":" + act.NewID()}
}

type userAddCommand struct {
	Login      string        `arg:"" help:"cli.argument.login"`
	Name       string        `required:"" placeholder:"NAME" help:"cli.option.name"`
	Role       []access.Role `required:"" placeholder:"ROLE" help:"cli.option.role"`
	Department string        `placeholder:"CODE" help:"cli.option.department"`
}

// Run adds a person; the password is the first line of the input.
func (u *userAddCommand) Run(ctx context.Context, c *console, common *Common) error {
	return withDoor(ctx, common, func(door *act.Door) error {
		hash, err := askPassword(ctx, c, u.Login)
		if err != nil {
			return err
		}
		departmentID, err := departmentByCode(ctx, door, u.Department)
		if err != nil {
			return err
		}
		_, err = act.Do(ctx, door, byOperator("user-add"), staff.CreatePerson{
			Login: u.Login, Name: u.Name, DepartmentID: departmentID, Roles: u.Role, PasswordHash: hash,
		})
		if err == nil {
			c.say("cli.user_added", "login", u.Login)
		}
		return err
	})
}

type userPasswordCommand struct {
	Login string `arg:"" help:"cli.argument.login"`
}

// Run gives a person a new password, the first line of the input; his sign-ins end.
func (u *userPasswordCommand) Run(ctx context.Context, c *console, common *Common) error {
	return withDoor(ctx, common, func(door *act.Door) error {
		person, err := personByLogin(ctx, door, u.Login)
		if err != nil {
			return err
		}
		hash, err := askPassword(ctx, c, u.Login)
		if err != nil {
			return err
		}
		_, err = act.Do(ctx, door, byOperator("user-password"), staff.SetPassword{ID: person.ID, Version: person.Version, PasswordHash: hash})
		if err == nil {
			c.say("cli.password_set", "login", u.Login)
		}
		return err
	})
}

type userDisableCommand struct {
	Login  string `arg:"" help:"cli.argument.login"`
	Reason string `required:"" placeholder:"TEXT" help:"cli.option.reason"`
}

// Run closes a person's account.
func (u *userDisableCommand) Run(ctx context.Context, c *console, common *Common) error {
	return withDoor(ctx, common, func(door *act.Door) error {
		person, err := personByLogin(ctx, door, u.Login)
		if err != nil {
			return err
		}
		_, err = act.Do(ctx, door, byOperator("user-disable"), staff.DisablePerson{ID: person.ID, Version: person.Version, Reason: u.Reason})
		if err == nil {
			c.say("cli.user_disabled", "login", u.Login)
		}
		return err
	})
}

// withDoor opens the records for one piece of work.
func withDoor(ctx context.Context, common *Common, work func(*act.Door) error) error {
	door, err := act.Open(ctx, common.door())
	if err != nil {
		return err
	}
	return errors.Join(work(door), door.Close())
}

func askPassword(ctx context.Context, c *console, login string) (string, error) {
	line, err := bufio.NewReader(c.in).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return "", err
	}
	typed := strings.TrimRight(line, "\r\n")
	var fs fault.Fields
	password.Check(&fs, "password", typed, login)
	if err := fs.Err(); err != nil {
		return "", err
	}
	return password.Hash(ctx, typed)
}

func personByLogin(ctx context.Context, door *act.Door, login string) (staff.Person, error) {
	return act.See(ctx, door, operator, "staff.see", func(ctx context.Context, s *act.Sight) (staff.Person, error) {
		var id string
		found, err := s.One(ctx, []any{&id}, "SELECT c.id FROM person c WHERE {visible} AND c.login_folded = ?", act.Fold(login))
		if err != nil || !found {
			if err == nil {
				err = fault.NotFound("cli.no_such_login", "login", login)
			}
			return staff.Person{}, err
		}
		person, _, err := staff.PersonByID(ctx, staff.Details(s), id)
		return person, err
	})
}

func departmentByCode(ctx context.Context, door *act.Door, code string) (string, error) {
	if code == "" {
		return "", nil
	}
	return act.See(ctx, door, operator, "staff.see", func(ctx context.Context, s *act.Sight) (id string, err error) {
		found, err := s.One(ctx, []any{&id}, "SELECT c.id FROM department c WHERE {visible} AND c.closed_at IS NULL AND c.code_folded = ?", act.FoldCode(code))
		if err == nil && !found {
			err = fault.NotFound("cli.no_such_department", "code", code)
		}
		return id, err
	})
}
