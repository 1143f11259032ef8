package staff

import (
	"context"

	"huidan/internal/act"
	"huidan/internal/fault"
)

// Kind says what a department does, as far as the regulation asks.
type Kind string

// The kinds of departments.
const (
	KindQuality    Kind = "quality" // 质检部; there is one
	KindSales      Kind = "sales"   // 销售部
	KindReception  Kind = "reception"
	KindTechnical  Kind = "technical"
	KindProduction Kind = "production"
	KindPurchasing Kind = "purchasing"
	KindFinance    Kind = "finance"
	KindOther      Kind = "other"
)

// Kinds lists the kinds in the order screens show them.
var Kinds = []Kind{KindQuality, KindSales, KindReception, KindTechnical, KindProduction, KindPurchasing, KindFinance, KindOther}

// Department is a department of the company.
type Department struct {
	ID, Code, Name, NameEn string
	Kind                   Kind
	HeadID                 string // empty: none
	Closed                 bool
	Version                int64
}

const selectDepartment = `SELECT d.id, d.code, d.name, d.name_en, d.kind, COALESCE(d.head_id, ''),
	CASE WHEN d.closed_at IS NULL THEN 0 ELSE 1 END, d.version FROM department d `

func scanDepartment(s act.Scanner) (d Department, err error) {
	closed := 0
	err = s.Scan(&d.ID, &d.Code, &d.Name, &d.NameEn, &d.Kind, &d.HeadID, &closed, &d.Version)
	d.Closed = closed == 1
	return d, err
}

func oneDepartment(ctx context.Context, r Reader, where string, args ...any) (d Department, found bool, err error) {
	rows, err := r.Query(ctx, selectDepartment+where, args...)
	list, err := act.Collect(rows, err, scanDepartment)
	if err != nil || len(list) == 0 {
		return d, false, err
	}
	return list[0], true, nil
}

// DepartmentByID gives a department.
func DepartmentByID(ctx context.Context, r Reader, id string) (Department, bool, error) {
	return oneDepartment(ctx, r, "WHERE d.id = ?", id)
}

// QualityDepartment gives the Quality Inspection Department (质检部), to which
// quality complaints are handed over (2.1-l).
func QualityDepartment(ctx context.Context, r Reader) (Department, bool, error) {
	return oneDepartment(ctx, r, "WHERE d.kind = ? AND d.closed_at IS NULL ORDER BY d.id LIMIT 1", string(KindQuality))
}

// cleaned gives the department as it is kept and notes wrong fields.
func (d Department) cleaned(fs *fault.Fields) Department {
	d.Code = required(fs, "code", d.Code, longCode)
	d.Name = required(fs, "name", d.Name, longName)
	d.NameEn = optional(fs, "name_en", d.NameEn, longName*2)
	oneOf(fs, "kind", d.Kind, Kinds)
	fs.Add(d.Code != "" && act.FoldCode(d.Code) == "", "code", "fault.malformed")
	return d
}

// announce says the line of a change of departments and makes such acts wait
// for one another.
func (d Department) announce(ctx context.Context, tx *act.Tx, version int64, say string) (*act.Said, error) {
	said := tx.Say(act.Line{Subject: act.Subject{Kind: "department", ID: d.ID}, Version: version, New: version == 1,
		Say: say, Facts: fault.Args{"code": d.Code, "kind": string(d.Kind)}})
	return said, tx.Lock(ctx, said, "department")
}

// guard notes what the other departments forbid.
func (d Department) guard(ctx context.Context, tx *act.Tx, fs *fault.Fields) error {
	other, taken, err := oneDepartment(ctx, tx, "WHERE d.code_folded = ? AND d.id <> ?", act.FoldCode(d.Code), d.ID)
	if err != nil {
		return err
	}
	fs.Add(taken, "code", "staff.department_code_taken", "name", other.Name)
	quality, found, err := QualityDepartment(ctx, tx)
	if err != nil {
		return err
	}
	fs.Add(found && d.Kind == KindQuality && !d.Closed && quality.ID != d.ID, "kind", "staff.quality_department_exists", "name", quality.Name)
	if d.HeadID == "" {
		return nil
	}
	head, found, err := PersonByID(ctx, tx, d.HeadID)
	fs.Add(!found || head.Disabled(), "head_id", "staff.no_such_person")
	return err
}

// insert writes a department.
func (d Department) insert(ctx context.Context, tx *act.Tx, said *act.Said) error {
	return tx.WriteOne(ctx, said, `INSERT INTO department (id, code, code_folded, name, name_en, kind, head_id, version, recorded_at)
		VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?)`,
		d.ID, d.Code, act.FoldCode(d.Code), d.Name, d.NameEn, string(d.Kind), act.OrNull(d.HeadID), act.Millis(tx.Now()))
}
