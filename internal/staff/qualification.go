package staff

import (
	"context"

	"huidan/internal/act"
)

// Statutory is the kind of a certificate the law demands for special
// operations; such a demand knows no exception (2.3-a).
type Statutory string

// The kinds of statutory certificates; empty is none.
const (
	NotStatutory   Statutory = ""
	Electrician    Statutory = "electrician"
	PressureVessel Statutory = "pressure_vessel"
	Lift           Statutory = "lift"
	Gas            Statutory = "gas"
	OtherSpecial   Statutory = "other"
)

// Statutories lists the kinds.
var Statutories = []Statutory{Electrician, PressureVessel, Lift, Gas, OtherSpecial}

// Qualification is what a person is able, and proven, to do (2.3-a).
type Qualification struct {
	ID, PersonID       string
	Family             string // product family
	Skill, Level       string
	CertificateNo      string
	Issuer             string
	ValidFrom, ValidTo string // days; ValidTo empty: without end
	Statutory          Statutory
	FileID             string // scan
	EndedOn            string // withdrawn: first day no longer valid; empty: not
	EndReason          string
	Version            int64
}

// ValidOn says whether the qualification counts on a day.
func (q Qualification) ValidOn(day string) bool {
	return q.ValidFrom <= day && (q.ValidTo == "" || day <= q.ValidTo) && (q.EndedOn == "" || day < q.EndedOn)
}

const qualificationColumns = `q.id, q.person_id, q.family, q.skill, q.level, q.certificate_no, q.issuer, q.valid_from,
	CASE WHEN q.valid_to = '9999-12-31' THEN '' ELSE q.valid_to END, q.statutory, q.file_id, COALESCE(q.ended_on, ''), q.end_reason, q.version`

func (q *Qualification) dest() []any {
	return []any{&q.ID, &q.PersonID, &q.Family, &q.Skill, &q.Level, &q.CertificateNo, &q.Issuer, &q.ValidFrom,
		&q.ValidTo, &q.Statutory, &q.FileID, &q.EndedOn, &q.EndReason, &q.Version}
}

func qualificationByID(ctx context.Context, r Reader, id string) (q Qualification, found bool, err error) {
	found, err = r.One(ctx, q.dest(), "SELECT "+qualificationColumns+" FROM qualification q WHERE q.id = ?", id)
	return q, found, err
}

// QualificationsOf lists what a person is qualified for, the longest valid first.
func QualificationsOf(ctx context.Context, r Reader, personID string) ([]Qualification, error) {
	rows, err := r.Query(ctx, "SELECT "+qualificationColumns+" FROM qualification q WHERE q.person_id = ? ORDER BY q.valid_to DESC, q.id", personID)
	return act.Collect(rows, err, func(s act.Scanner) (q Qualification, err error) { return q, s.Scan(q.dest()...) })
}
