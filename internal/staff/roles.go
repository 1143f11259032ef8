package staff

import (
	"context"
	"slices"
	"strings"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
)

// departmentless are the roles one can hold without belonging to a department.
var departmentless = []access.Role{access.Admin, access.Auditor, access.GeneralManager}

// checkRoles notes roles that do not exist or do not go together.
func checkRoles(fs *fault.Fields, roles []access.Role, departmentID string) {
	fs.Add(len(roles) == 0, "roles", "fault.required")
	for _, r := range roles {
		fs.Add(!slices.Contains(access.Roles, r), "roles", "fault.unknown_value", "value", string(r))
	}
	fs.Add(slices.Contains(roles, access.Auditor) && len(roles) > 1, "roles", "staff.auditor_alone")
	placed := slices.ContainsFunc(roles, func(r access.Role) bool { return !slices.Contains(departmentless, r) })
	fs.Add(placed && departmentID == "", "department_id", "staff.department_required")
}

// giveRoles makes these the roles of a person: new ones are given, others end.
func giveRoles(ctx context.Context, tx *act.Tx, said *act.Said, personID string, roles []access.Role) error {
	now := act.Millis(tx.Now())
	keep := append([]any{now, personID}, act.Anys(roleTexts(roles))...)
	_, err := tx.Write(ctx, said, "UPDATE person_role SET ended_at = ? WHERE person_id = ? AND ended_at IS NULL AND role NOT IN ("+
		act.Marks(len(roles))+")", keep...)
	if err != nil {
		return err
	}
	for _, r := range roles {
		_, err := tx.Write(ctx, said, `INSERT INTO person_role (person_id, role, given_at) VALUES (?, ?, ?)
			ON CONFLICT (person_id, role) DO UPDATE SET ended_at = NULL,
			given_at = CASE WHEN person_role.ended_at IS NULL THEN person_role.given_at ELSE excluded.given_at END`,
			personID, string(r), now)
		if err != nil {
			return err
		}
	}
	return nil
}

func roleTexts(roles []access.Role) []string {
	texts := make([]string, len(roles))
	for i, r := range roles {
		texts[i] = string(r)
	}
	return texts
}

// roleWord is a role in the reader's language.
func roleWord(r access.Role) fault.Word { return fault.Word("server.role." + string(r)) }

// roleText names roles in a journal line for programs.
func roleText(roles []access.Role) string { return strings.Join(roleTexts(roles), " ") }

// keepAnAdmin refuses when nobody but this person could administer the house.
// Acts that take administrators away wait for one another.
func keepAnAdmin(ctx context.Context, tx *act.Tx, said *act.Said, leaving string) error {
	if err := tx.Lock(ctx, said, "admin"); err != nil {
		return err
	}
	admins, err := WorkersWith(ctx, tx, access.Admin)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(admins, func(p Person) bool { return p.ID != leaving }) {
		return nil
	}
	return fault.Against("", "staff.last_admin")
}
