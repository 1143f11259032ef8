package house_test

import (
	"fmt"
	"testing"

	"huidan/internal/act"
)

// wholeness lists what must be zero in the records of a house whatever
// happened to its server: the parts of one act are there together or not at all.
var wholeness = []struct{ what, query string }{
	{"acts without their answer", "SELECT COUNT(*) FROM receipt WHERE answer = ''"},
	{"complaints without a journal line", "SELECT COUNT(*) FROM complaint c WHERE NOT EXISTS (SELECT 1 FROM journal j WHERE j.subject_id = c.id)"},
	{"journal lines of complaints that are not there", "SELECT COUNT(*) FROM journal j WHERE j.subject_kind = 'complaint' AND NOT EXISTS (SELECT 1 FROM complaint c WHERE c.id = j.subject_id)"},
	{"complaints whose version is not the last line's", "SELECT COUNT(*) FROM complaint c WHERE c.version <> (SELECT MAX(j.subject_version) FROM journal j WHERE j.subject_id = c.id)"},
	{"complaints with a version that no line tells of", "SELECT COUNT(*) FROM complaint c WHERE c.version <> (SELECT COUNT(DISTINCT j.subject_version) FROM journal j WHERE j.subject_id = c.id)"},
	{"complaints without the clock of 2.1-f", "SELECT COUNT(*) FROM complaint c WHERE NOT EXISTS (SELECT 1 FROM clock k WHERE k.subject_id = c.id AND k.obligation = '2.1-f')"},
	{"clocks of complaints that are not there", "SELECT COUNT(*) FROM clock k WHERE NOT EXISTS (SELECT 1 FROM complaint c WHERE c.id = k.subject_id)"},
	{"clocks started by no line", "SELECT COUNT(*) FROM clock k WHERE NOT EXISTS (SELECT 1 FROM journal j WHERE j.id = k.started_by)"},
	{"clocks met by no line", "SELECT COUNT(*) FROM clock k WHERE k.met_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM journal j WHERE j.id = k.met_by)"},
	{"complaints whose next due time is not their earliest clock's", `SELECT COUNT(*) FROM complaint c WHERE COALESCE(c.next_due_at, 0) <> COALESCE(
		(SELECT MIN(k.due_at) FROM clock k WHERE k.subject_id = c.id AND k.met_at IS NULL AND k.cancelled_at IS NULL), 0)`},
	{"classified complaints without a classification", "SELECT COUNT(*) FROM complaint c WHERE (c.classified_at IS NOT NULL) <> EXISTS (SELECT 1 FROM classification k WHERE k.complaint_id = c.id)"},
	{"classifications more or less than lines", "SELECT (SELECT COUNT(*) FROM classification) - (SELECT COUNT(*) FROM journal WHERE act IN ('complaint.classify', 'complaint.reclassify'))"},
	{"contacts more or less than lines", "SELECT (SELECT COUNT(*) FROM contact_log) - (SELECT COUNT(*) FROM journal WHERE act = 'complaint.log_contact')"},
	{"plans more or less than lines", "SELECT (SELECT COUNT(*) FROM handling_plan) - (SELECT COUNT(*) FROM journal WHERE act = 'complaint.plan')"},
	{"lines of acts on complaints more or less than their receipts", "SELECT (SELECT COUNT(*) FROM journal WHERE act LIKE 'complaint.%') - (SELECT COUNT(*) FROM receipt WHERE act LIKE 'complaint.%')"},
	{"complaints without a line of products", "SELECT COUNT(*) FROM complaint c WHERE NOT EXISTS (SELECT 1 FROM complaint_line l WHERE l.complaint_id = c.id)"},
	{"complaints in which nobody takes part", "SELECT COUNT(*) FROM complaint c WHERE NOT EXISTS (SELECT 1 FROM involvement i WHERE i.subject_id = c.id)"},
	{"complaints neither searched nor waiting for it", `SELECT COUNT(*) FROM complaint c WHERE NOT EXISTS (SELECT 1 FROM search_queue q WHERE q.subject_id = c.id)
		AND NOT EXISTS (SELECT 1 FROM search_doc d WHERE d.subject_id = c.id)`},
	{"the states' counters off by", counterOff("complaint.state", "state")},
	{"the classes' counters off by", counterOff("complaint.class", "class")},
	{"the channels' counters off by", counterOff("complaint.channel", "channel")},
	{"numbers given and not used", "SELECT (SELECT COALESCE(SUM(last), 0) FROM number_series WHERE series = 'complaint') - (SELECT COUNT(*) FROM complaint)"},
	{"lines neither sealed nor waiting for it", `SELECT COUNT(*) FROM journal j WHERE NOT EXISTS (SELECT 1 FROM sealed_line l WHERE l.line_id = j.id)
		AND NOT EXISTS (SELECT 1 FROM journal_queue q WHERE q.line_id = j.id)`},
}

// counterOff is how far the counters of one name are from what is counted.
func counterOff(name, column string) string {
	return fmt.Sprintf(`SELECT COALESCE(CAST(SUM(ABS(
		(SELECT COALESCE(SUM(n), 0) FROM counter WHERE name = '%[1]s' AND bucket = b.bucket) -
		(SELECT COUNT(*) FROM complaint c WHERE c.%[2]s = b.bucket))) AS BIGINT), 0)
		FROM (SELECT bucket FROM counter WHERE name = '%[1]s' UNION SELECT %[2]s FROM complaint) b`, name, column)
}

// notWhole names what is wrong in the records; nothing when they are whole.
func notWhole(t testing.TB, door *act.Door) (wrong []string) {
	t.Helper()
	for _, w := range wholeness {
		if n := number(t, door, w.query); n != 0 {
			wrong = append(wrong, fmt.Sprintf("%s: %d", w.what, n))
		}
	}
	numbers := texts(t, door, "SELECT number FROM complaint ORDER BY number")
	year := ""
	next := 0
	for _, n := range numbers {
		if n[:6] != year {
			year, next = n[:6], 0
		}
		if next++; n != fmt.Sprintf("%s-%05d", year, next) {
			return append(wrong, fmt.Sprintf("%s stands where %s-%05d should", n, year, next))
		}
	}
	return wrong
}

// isWhole fails the test unless all parts of all acts are there.
func isWhole(t testing.TB, door *act.Door) {
	t.Helper()
	for _, w := range notWhole(t, door) {
		t.Error(w)
	}
}
