package party

import (
	"context"
	"slices"
	"strings"
	"time"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/lang"
	"huidan/internal/region"
)

// seesPhones says whether the reader may see whole phone numbers.
func seesPhones(s *act.Sight) bool {
	_, ok := access.Reach(s.Actor(), "party.see_phone")
	return ok
}

func languageOf(s *act.Sight) lang.Language { return lang.Of(s.Actor().Language) }

// divisionName gives the names down to a division, "" for none.
func divisionName(code string) string {
	if code == "" {
		return ""
	}
	return region.FullName(code)
}

// clock gives an instant of the records as the API writes it, "" for none.
func clock(ms int64) string {
	if ms == 0 {
		return ""
	}
	return act.Time(ms).Format(time.RFC3339)
}

// JournalLine is a line of the journal as a record's page shows it.
type JournalLine struct {
	ID          string   `json:"id"`
	Act         string   `json:"act"`
	Sentence    string   `json:"sentence"`
	Obligations []string `json:"obligations"`
	ActorName   string   `json:"actor_name"`
	HappenedAt  string   `json:"happened_at" format:"date-time"`
	RecordedAt  string   `json:"recorded_at" format:"date-time"`
}

// timelineMost bounds the lines of a page.
const timelineMost = 200

// timeline gives the newest lines about the subjects, newest first.
func timeline(ctx context.Context, s *act.Sight, subjects []string) ([]JournalLine, error) {
	args := make([]any, 0, len(subjects)+1)
	for _, id := range subjects {
		args = append(args, id)
	}
	english := languageOf(s) == lang.EN
	rows, err := s.Detail(ctx, `
		SELECT j.id, j.act, j.zh, j.en, j.obligations, COALESCE(p.name, ''), j.happened_at, j.recorded_at
		FROM journal j LEFT JOIN person p ON p.id = j.actor_id
		WHERE j.subject_id IN (`+act.Marks(len(subjects))+`) ORDER BY j.recorded_at DESC, j.id DESC LIMIT ?`, append(args, timelineMost)...)
	lines, err := act.Collect(rows, err, func(row act.Scanner) (l JournalLine, err error) {
		var zh, en, obligations string
		var happened, recorded int64
		err = row.Scan(&l.ID, &l.Act, &zh, &en, &obligations, &l.ActorName, &happened, &recorded)
		l.Sentence, l.Obligations = zh, strings.Fields(obligations)
		if english {
			l.Sentence = en
		}
		l.HappenedAt, l.RecordedAt = clock(happened), clock(recorded)
		return l, err
	})
	return lines, err
}

// inOrder puts rows into the order of IDs that a search gave.
func inOrder[T any](ids []string, rows []T, id func(T) string) []T {
	place := make(map[string]int, len(ids))
	for i, v := range ids {
		place[v] = i
	}
	slices.SortFunc(rows, func(a, b T) int { return place[id(a)] - place[id(b)] })
	return rows
}
