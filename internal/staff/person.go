package staff

import (
	"context"
	"slices"
	"strings"
	"time"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
)

// Person is somebody who works here.
type Person struct {
	ID, Login, Name, Pinyin string
	DepartmentID            string // empty: none
	Phone, Email            string
	Roles                   []access.Role
	DisabledAt              time.Time // zero: enabled
	Version                 int64
}

// Disabled says whether the person may no longer sign in or be given work.
func (p Person) Disabled() bool { return !p.DisabledAt.IsZero() }

const selectPerson = `SELECT p.id, p.login, p.name, p.pinyin, COALESCE(p.department_id, ''), p.phone, p.email,
	COALESCE(p.disabled_at, 0), p.version FROM person p `

func scanPerson(s act.Scanner) (p Person, err error) {
	var disabled int64
	err = s.Scan(&p.ID, &p.Login, &p.Name, &p.Pinyin, &p.DepartmentID, &p.Phone, &p.Email, &disabled, &p.Version)
	if disabled > 0 {
		p.DisabledAt = act.Time(disabled)
	}
	return p, err
}

// people gives the persons of a condition with their roles.
func people(ctx context.Context, r Reader, where string, args ...any) ([]Person, error) {
	rows, err := r.Query(ctx, selectPerson+where, args...)
	list, err := act.Collect(rows, err, scanPerson)
	if err != nil || len(list) == 0 {
		return list, err
	}
	ids := make([]string, len(list))
	for i, p := range list {
		ids[i] = p.ID
	}
	roles, err := rolesOf(ctx, r, ids)
	for i := range list {
		list[i].Roles = roles[list[i].ID]
	}
	return list, err
}

// rolesOf gives the roles people hold now, in the order of access.Roles.
func rolesOf(ctx context.Context, r Reader, ids []string) (map[string][]access.Role, error) {
	roles := map[string][]access.Role{}
	if len(ids) == 0 {
		return roles, nil
	}
	rows, err := r.Query(ctx, "SELECT person_id, role FROM person_role WHERE ended_at IS NULL AND person_id IN ("+act.Marks(len(ids))+")", act.Anys(ids)...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var id string
		var role access.Role
		if err := rows.Scan(&id, &role); err != nil {
			return nil, err
		}
		roles[id] = append(roles[id], role)
	}
	for _, list := range roles {
		slices.SortFunc(list, func(a, b access.Role) int { return slices.Index(access.Roles, a) - slices.Index(access.Roles, b) })
	}
	return roles, rows.Err()
}

// PersonByID gives a person, disabled or not.
func PersonByID(ctx context.Context, r Reader, id string) (p Person, found bool, err error) {
	list, err := people(ctx, r, "WHERE p.id = ?", id)
	if err != nil || len(list) == 0 {
		return p, false, err
	}
	return list[0], true, nil
}

// WorkersWith lists the enabled people who hold a role, by name.
func WorkersWith(ctx context.Context, r Reader, role access.Role) ([]Person, error) {
	return people(ctx, r, `WHERE p.disabled_at IS NULL AND p.id IN
		(SELECT o.person_id FROM person_role o WHERE o.role = ? AND o.ended_at IS NULL) ORDER BY p.pinyin, p.id`, string(role))
}

// Names gives the names of people by ID; unknown IDs are left out.
func Names(ctx context.Context, r Reader, ids ...string) (map[string]string, error) {
	names := map[string]string{}
	if ids = unique(ids); len(ids) == 0 {
		return names, nil
	}
	rows, err := r.Query(ctx, "SELECT p.id, p.name FROM person p WHERE p.id IN ("+act.Marks(len(ids))+")", act.Anys(ids)...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var id, name string
		if err := rows.Scan(&id, &name); err != nil {
			return nil, err
		}
		names[id] = name
	}
	return names, rows.Err()
}

// Name gives the name of one person, empty when there is none.
func Name(ctx context.Context, r Reader, id string) (string, error) {
	names, err := Names(ctx, r, id)
	return names[id], err
}

// working gives an enabled person, or notes the field that names somebody else.
func working(ctx context.Context, r Reader, fs *fault.Fields, path, id string) (Person, error) {
	if id == "" {
		fs.Add(true, path, "fault.required")
		return Person{}, nil
	}
	p, found, err := PersonByID(ctx, r, id)
	fs.Add(err == nil && (!found || p.Disabled()), path, "staff.no_such_person")
	return p, err
}

// personal is what is written down about a person.
type personal struct{ Login, Name, DepartmentID, Phone, Email string }

// check gives it as it is kept. namePath is where the name stands in the body.
func (p personal) check(fs *fault.Fields, namePath string) personal {
	return personal{
		Login: loginName(fs, "login", p.Login), Name: required(fs, namePath, p.Name, longName),
		DepartmentID: strings.TrimSpace(p.DepartmentID), Phone: phone(fs, "phone", p.Phone), Email: email(fs, "email", p.Email),
	}
}

// guard notes a login that is taken and a department that is not there. Acts
// that write logins wait for one another before.
func (p personal) guard(ctx context.Context, tx *act.Tx, fs *fault.Fields, id string) error {
	var name string
	taken, err := tx.One(ctx, []any{&name}, "SELECT p.name FROM person p WHERE p.login_folded = ? AND p.id <> ?", act.Fold(p.Login), id)
	if err != nil {
		return err
	}
	fs.Add(taken, "login", "staff.login_taken", "name", name)
	if p.DepartmentID == "" {
		return nil
	}
	d, found, err := DepartmentByID(ctx, tx, p.DepartmentID)
	fs.Add(err == nil && (!found || d.Closed), "department_id", "staff.no_such_department")
	return err
}

// insert writes a checked person.
func (p personal) insert(ctx context.Context, tx *act.Tx, said *act.Said, id, passwordHash string) error {
	sorted, find := findText(p.Name, p.Login, p.Phone, p.Email)
	now := act.Millis(tx.Now())
	passwordAt := any(nil)
	if passwordHash != "" {
		passwordAt = now
	}
	return tx.WriteOne(ctx, said, `INSERT INTO person (id, login, login_folded, name, pinyin, find, department_id, phone, email,
		password_hash, password_at, version, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?)`,
		id, p.Login, act.Fold(p.Login), p.Name, sorted, find, act.OrNull(p.DepartmentID), p.Phone, p.Email, passwordHash, passwordAt, now)
}

// personSaid announces a line about a person.
func personSaid(tx *act.Tx, id string, version int64, say string, facts fault.Args) *act.Said {
	return tx.Say(act.Line{Subject: act.Subject{Kind: "person", ID: id}, Version: version, New: version == 1, Say: say, Facts: facts})
}
