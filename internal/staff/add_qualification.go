package staff

import (
	"context"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/attach"
	"huidan/internal/fault"
)

// AddQualification records what a person is qualified for, from when to when
// and by what evidence (2.3-a). Evidence is a certificate number or a scan; a
// statutory certificate names number, issuer and last day.
type AddQualification struct {
	PersonID      string    `json:"person_id" required:"true" maxLength:"40"`
	Family        string    `json:"family" required:"true" maxLength:"60" doc:"Product family"`
	Skill         string    `json:"skill" required:"true" maxLength:"60"`
	Level         string    `json:"level" maxLength:"40"`
	CertificateNo string    `json:"certificate_no" maxLength:"60"`
	Issuer        string    `json:"issuer" maxLength:"120"`
	ValidFrom     string    `json:"valid_from" required:"true" format:"date"`
	ValidTo       string    `json:"valid_to" format:"date" doc:"Last valid day; empty: without end"`
	Statutory     Statutory `json:"statutory" enum:"electrician,pressure_vessel,lift,gas,other"`
	FileID        string    `json:"file_id" maxLength:"64" doc:"Scan of the certificate"`
}

// Action is "staff.add_qualification".
func (a AddQualification) Action() access.Action { return "staff.add_qualification" }

// Scope is a matter of the person's department.
func (a AddQualification) Scope(ctx context.Context, tx *act.Tx) (access.Scope, error) {
	return scopeOf(ctx, tx, a.PersonID)
}

// Run writes the qualification.
func (a AddQualification) Run(ctx context.Context, tx *act.Tx) (Done, error) {
	var fs fault.Fields
	q := a.check(&fs)
	if _, err := working(ctx, tx, &fs, "person_id", a.PersonID); err != nil {
		return Done{}, err
	}
	if q.FileID != "" {
		_, known, err := attach.Known(ctx, tx, q.FileID)
		if err != nil {
			return Done{}, err
		}
		fs.Add(!known, "file_id", "staff.no_such_file")
	}
	if err := fs.Err(); err != nil {
		return Done{}, err
	}
	done := Done{act.NewID(), 1}
	said := tx.Say(act.Line{Subject: act.Subject{Kind: "qualification", ID: done.ID}, Version: 1, New: true, Obligations: []string{"2.3-a"},
		Say: "journal.staff.add_qualification", Facts: fault.Args{"person": a.PersonID, "family": q.Family, "skill": q.Skill,
			"valid_from": q.ValidFrom, "valid_to": q.ValidTo}})
	last := q.ValidTo
	if last == "" {
		last = noEnd
	}
	return done, tx.WriteOne(ctx, said, `INSERT INTO qualification (id, person_id, family, family_folded, skill, level, certificate_no,
		issuer, valid_from, valid_to, statutory, file_id, end_reason, version, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', 1, ?)`,
		done.ID, a.PersonID, q.Family, act.FoldCode(q.Family), q.Skill, q.Level, q.CertificateNo,
		q.Issuer, q.ValidFrom, last, string(q.Statutory), q.FileID, act.Millis(tx.Now()))
}

func (a AddQualification) check(fs *fault.Fields) Qualification {
	q := Qualification{
		PersonID: a.PersonID, Family: required(fs, "family", a.Family, longName), Skill: required(fs, "skill", a.Skill, longName),
		Level: optional(fs, "level", a.Level, longCode), CertificateNo: optional(fs, "certificate_no", a.CertificateNo, longName),
		Issuer: optional(fs, "issuer", a.Issuer, 120), ValidFrom: a.ValidFrom, ValidTo: a.ValidTo,
		Statutory: a.Statutory, FileID: a.FileID,
	}
	span(fs, "valid_to", day(fs, "valid_from", a.ValidFrom), dayOrNone(fs, "valid_to", a.ValidTo))
	if q.Statutory == NotStatutory {
		fs.Add(q.CertificateNo == "" && q.FileID == "", "certificate_no", "staff.evidence_required")
		return q
	}
	oneOf(fs, "statutory", q.Statutory, Statutories)
	fs.Add(q.CertificateNo == "", "certificate_no", "staff.statutory_needs")
	fs.Add(q.Issuer == "", "issuer", "staff.statutory_needs")
	fs.Add(q.ValidTo == "", "valid_to", "staff.statutory_needs")
	return q
}

// scopeOf is the matter of a person: his own and his department's.
func scopeOf(ctx context.Context, tx *act.Tx, personID string) (access.Scope, error) {
	scope := access.Scope{Person: personID}
	p, found, err := PersonByID(ctx, tx, personID)
	if found && p.DepartmentID != "" {
		scope.Departments = []string{p.DepartmentID}
	}
	return scope, err
}
