// Package access says who may do what: roles, actions, and THE permission
// table. It is pure: the door (package act) asks it once for every change and
// every read, and nothing else decides about permissions.
package access

import "slices"

// Role is what a person is in the company (regulation, clause actors).
type Role string

// The roles. Designations (专人) are not roles: they are appointments with
// dates, kept by the staff chapter.
const (
	Receptionist    Role = "receptionist"     // 接待人员
	QualityEngineer Role = "quality_engineer" // 质检部, writes
	QualityManager  Role = "quality_manager"  // 质检部, approves
	Technician      Role = "technician"       // 技术人员
	Inspector       Role = "inspector"        // 检验员
	Salesperson     Role = "salesperson"      // 销售人员
	SalesManager    Role = "sales_manager"    // 销售部负责人
	GeneralManager  Role = "general_manager"  // 总经理
	DepartmentHead  Role = "department_head"  // 责任部门负责人
	Staff           Role = "staff"            // any other member of a department
	Admin           Role = "admin"            // system administrator
	Auditor         Role = "auditor"          // reads everything, changes nothing
	System          Role = "system"           // the program itself: sweeps, imports, sealing
)

// Roles lists every role a person can hold, in the order screens show them.
var Roles = []Role{
	Receptionist, QualityEngineer, QualityManager, Technician, Inspector, Salesperson,
	SalesManager, GeneralManager, DepartmentHead, Staff, Admin, Auditor,
}

// Action names a row of the permission table, "chapter.verb".
type Action string

// Where says how far a permission reaches.
type Where string

const (
	// Anywhere: every matter of the company.
	Anywhere Where = "anywhere"
	// Involved: matters in which the person or his department takes part.
	Involved Where = "involved"
	// OwnDepartment: matters of the person's own department.
	OwnDepartment Where = "own_department"
	// Self: the person himself.
	Self Where = "self"
)

// Rule is one row of the permission table: these roles may do this action,
// within this reach.
type Rule struct {
	Action Action
	Where  Where
	Roles  []Role
}

// Actor is the person (or the program) who does or sees something.
type Actor struct {
	ID           string
	Name         string
	DepartmentID string
	Roles        []Role
	Language     string
}

// Is says whether the actor holds role r.
func (a Actor) Is(r Role) bool { return slices.Contains(a.Roles, r) }

// Keys are the names under which duties and involvements reach the actor:
// "person:ID", "department:ID" and "role:ROLE" for each of his roles.
func (a Actor) Keys() []string {
	keys := []string{"person:" + a.ID}
	if a.DepartmentID != "" {
		keys = append(keys, "department:"+a.DepartmentID)
	}
	for _, r := range a.Roles {
		keys = append(keys, "role:"+string(r))
	}
	return keys
}

// SystemActor is the program itself.
var SystemActor = Actor{ID: "system", Name: "system", Roles: []Role{System}}

// Scope says whose matter an act touches: the keys (as in Actor.Keys) of those
// who take part. The zero Scope means nobody in particular.
type Scope struct {
	Involved []string
	// Departments whose matter it is, by ID.
	Departments []string
	// Person whose own matter it is, by ID.
	Person string
}

// Reach gives the widest reach the actor has for an action; ok is false when
// no row of the table allows it at all.
func Reach(actor Actor, action Action) (reach Where, ok bool) {
	order := map[Where]int{Self: 1, OwnDepartment: 2, Involved: 3, Anywhere: 4}
	best := 0
	for _, rule := range rulesOf(action) {
		if order[rule.Where] > best && holdsAny(actor, rule.Roles) {
			best, reach = order[rule.Where], rule.Where
		}
	}
	return reach, best > 0
}

// Allowed says whether the actor may do the action on a matter of this scope.
func Allowed(actor Actor, action Action, scope Scope) bool {
	for _, rule := range rulesOf(action) {
		if holdsAny(actor, rule.Roles) && reaches(actor, rule.Where, scope) {
			return true
		}
	}
	return false
}

// Known says whether the table has a row for the action.
func Known(action Action) bool { return len(rulesOf(action)) > 0 }

// Actions lists the actions the actor may do at least somewhere.
func Actions(actor Actor) []Action {
	var list []Action
	for _, rule := range Table {
		if holdsAny(actor, rule.Roles) && !slices.Contains(list, rule.Action) {
			list = append(list, rule.Action)
		}
	}
	return list
}

func reaches(actor Actor, where Where, scope Scope) bool {
	switch where {
	case Anywhere:
		return true
	case Involved:
		for _, k := range actor.Keys() {
			if slices.Contains(scope.Involved, k) {
				return true
			}
		}
		return slices.Contains(scope.Departments, actor.DepartmentID) && actor.DepartmentID != ""
	case OwnDepartment:
		return actor.DepartmentID != "" && slices.Contains(scope.Departments, actor.DepartmentID)
	case Self:
		return scope.Person != "" && scope.Person == actor.ID
	}
	return false
}

func holdsAny(actor Actor, roles []Role) bool {
	for _, r := range roles {
		if actor.Is(r) {
			return true
		}
	}
	return false
}
