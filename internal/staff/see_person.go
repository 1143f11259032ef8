package staff

import (
	"context"
	"strings"
	"time"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
	"huidan/internal/lang"
)

// PersonPage is all that the chapter knows about a person.
type PersonPage struct {
	PersonRow
	DisableReason  string             `json:"disable_reason,omitempty"`
	HasPassword    bool               `json:"has_password"`
	Designations   []DesignationRow   `json:"designations" doc:"As designee or deputy"`
	Qualifications []QualificationRow `json:"qualifications"`
	Absences       []AbsenceRow       `json:"absences"`
	Timeline       []TimelineLine     `json:"timeline" doc:"For those who may see the journal"`
	May            []access.Action    `json:"may" doc:"What the reader may do here"`
}

// TimelineLine is a journal line in the reader's language.
type TimelineLine struct {
	ID          string    `json:"id"`
	Act         string    `json:"act"`
	Sentence    string    `json:"sentence"`
	Obligations []string  `json:"obligations"`
	ActorName   string    `json:"actor_name"`
	HappenedAt  time.Time `json:"happened_at"`
	RecordedAt  time.Time `json:"recorded_at"`
}

type personQuery struct {
	ID string `path:"id" maxLength:"40"`
}

// personActs are the acts a person's page offers.
var personActs = []access.Action{
	"staff.amend_person", "staff.set_roles", "staff.disable_person", "staff.enable_person", "staff.set_password",
	"staff.designate", "staff.end_designation", "staff.add_qualification", "staff.end_qualification",
	"staff.record_absence", "staff.cancel_absence",
}

// seePerson shows one person.
func seePerson(ctx context.Context, s *act.Sight, q *personQuery) (page PersonPage, err error) {
	day := today(s)
	rows, err := s.Query(ctx, "SELECT "+personRowColumns+` FROM person c LEFT JOIN department d ON d.id = c.department_id
		WHERE {visible} AND c.id = ?`, day, day, q.ID)
	list, err := act.Collect(rows, err, func(r act.Scanner) (p PersonRow, err error) { return p, p.scan(r) })
	if err != nil {
		return page, err
	}
	if len(list) == 0 {
		return page, fault.NotFound("fault.not_found")
	}
	if err := dress(ctx, s, list); err != nil {
		return page, err
	}
	page.PersonRow = list[0]
	departmentID := ""
	if page.Department != nil {
		departmentID = page.Department.ID
	}
	for _, a := range personActs {
		if allowed(s, a, q.ID, departmentID) {
			page.May = append(page.May, a)
		}
	}
	return page, page.fill(ctx, s)
}

// fill adds what belongs to the person.
func (page *PersonPage) fill(ctx context.Context, s *act.Sight) (err error) {
	r := Details(s)
	if allowed(s, "staff.disable_person", "", "") {
		password := 0
		_, err = r.One(ctx, []any{&page.DisableReason, &password},
			"SELECT p.disable_reason, CASE WHEN p.password_hash = '' THEN 0 ELSE 1 END FROM person p WHERE p.id = ?", page.ID)
		page.HasPassword = password == 1
		if err != nil {
			return err
		}
	}
	held, err := designations(ctx, r, `WHERE g.person_id = ? OR g.id IN (SELECT y.designation_id FROM designation_deputy y
		WHERE y.person_id = ?) ORDER BY g.from_day DESC, g.id`, page.ID, page.ID)
	if err != nil {
		return err
	}
	if page.Designations, err = designationRows(ctx, s, r, held); err != nil {
		return err
	}
	if page.Qualifications, err = qualificationsOfPage(ctx, s, page.ID); err != nil {
		return err
	}
	if page.Absences, err = absencesOfPage(ctx, s, page.ID); err != nil {
		return err
	}
	if !allowed(s, "journal.see", "", "") {
		return nil
	}
	page.Timeline, err = timeline(ctx, s, page.ID)
	return err
}

// timeline tells what happened to a person's record, newest first.
func timeline(ctx context.Context, s *act.Sight, personID string) ([]TimelineLine, error) {
	rows, err := s.Detail(ctx, `SELECT j.id, j.act, j.zh, j.en, j.obligations, COALESCE(p.name, ''), j.happened_at, j.recorded_at
		FROM journal j LEFT JOIN person p ON p.id = j.actor_id WHERE j.subject_id = ? ORDER BY j.n DESC LIMIT 200`, personID)
	return act.Collect(rows, err, func(r act.Scanner) (l TimelineLine, err error) {
		var zh, en, obligations string
		var happened, recorded int64
		err = r.Scan(&l.ID, &l.Act, &zh, &en, &obligations, &l.ActorName, &happened, &recorded)
		l.Sentence, l.Obligations = zh, strings.Fields(obligations)
		if s.Actor().Language == string(lang.EN) {
			l.Sentence = en
		}
		l.HappenedAt, l.RecordedAt = act.Time(happened), act.Time(recorded)
		return l, err
	})
}
