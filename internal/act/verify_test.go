package act_test

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"huidan/internal/act"
	"huidan/internal/house/housetest"
	"huidan/internal/lang"
)

// chained are the tables that verify answers for, with their keys.
var chained = map[string]string{"journal": "id", "sealed_line": "seq", "seal": "no", "journal_queue": "line_id"}

// lift takes the guards off the tables, as somebody with the database's
// password could.
func lift(t testing.TB, db *sql.DB, h *housetest.House) {
	t.Helper()
	if h.Postgres {
		for table := range chained {
			must(t, db, "ALTER TABLE "+table+" DISABLE TRIGGER USER")
		}
		return
	}
	rows, err := db.Query("SELECT name FROM sqlite_master WHERE type = 'trigger'")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			t.Fatal(err)
		}
		names = append(names, name)
	}
	rows.Close()
	for _, name := range names {
		must(t, db, "DROP TRIGGER "+name)
	}
}

func must(t testing.TB, db *sql.DB, query string, args ...any) int64 {
	t.Helper()
	res, err := db.Exec(query, args...)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	n, err := res.RowsAffected()
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// rename gives a waiting line another ID.
func rename(t testing.TB, db *sql.DB, from, to string) {
	must(t, db, "UPDATE journal SET id = $1 WHERE id = $2", to, from)
	must(t, db, "UPDATE journal_queue SET line_id = $1 WHERE line_id = $2", to, from)
}

// rechain computes the hashes of a subject's chain anew, as a clever forger would.
func rechain(t testing.TB, db *sql.DB, subject string) {
	t.Helper()
	rows, err := db.Query(`SELECT id, subject_kind, subject_id, n, subject_version, act, obligations, actor_id,
		happened_at, recorded_at, say, zh, en, facts FROM journal WHERE subject_id = $1 ORDER BY n`, subject)
	if err != nil {
		t.Fatal(err)
	}
	var lines []act.Entry
	for rows.Next() {
		var e act.Entry
		var obligations string
		if err := rows.Scan(&e.ID, &e.Subject.Kind, &e.Subject.ID, &e.N, &e.Version, &e.Act, &obligations, &e.ActorID,
			&e.HappenedAt, &e.RecordedAt, &e.Say, &e.ZH, &e.EN, &e.Facts); err != nil {
			t.Fatal(err)
		}
		e.Obligations = []string{obligations}
		lines = append(lines, e)
	}
	rows.Close()
	prev := ""
	for _, e := range lines {
		e.PrevHash = prev
		prev = act.SumOf(e)
		must(t, db, "UPDATE journal SET prev_hash = $1, hash = $2 WHERE id = $3", e.PrevHash, prev, e.ID)
	}
}

// forgery is a house whose journal is tampered with and put back again.
type forgery struct {
	h           *housetest.House
	db          *sql.DB
	checkpoints string
	original    []byte // of the checkpoints
	columns     map[string][]string
	keys        map[string][]string
}

// newForgery writes lines over some subjects, most of them under four seals
// and the newest waiting, and keeps a copy of all of it.
func newForgery(t *testing.T, h *housetest.House) *forgery {
	f := &forgery{h: h, db: raw(t, h.DSN), checkpoints: filepath.Join(t.TempDir(), "seals.log"),
		columns: map[string][]string{}, keys: map[string][]string{}}
	for i := range 4 {
		write(h, i*8, 8, 5)
		if _, err := h.Door.Seal(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if n, err := h.Door.Checkpoint(t.Context(), f.checkpoints); n != 4 || err != nil {
		t.Fatalf("%d checkpoints, %v", n, err)
	}
	write(h, 32, 6, 5)
	var err error
	if f.original, err = os.ReadFile(f.checkpoints); err != nil {
		t.Fatal(err)
	}
	h.Door.Close()
	lift(t, f.db, h)
	for table, key := range chained {
		must(t, f.db, "CREATE TABLE kept_"+table+" AS SELECT * FROM "+table)
		rows, err := f.db.Query("SELECT * FROM " + table + " ORDER BY " + key)
		if err != nil {
			t.Fatal(err)
		}
		if f.columns[table], err = rows.Columns(); err != nil {
			t.Fatal(err)
		}
		rows.Close()
		f.keys[table] = f.list(t, "SELECT CAST("+key+" AS TEXT) FROM "+table+" ORDER BY "+key)
	}
	return f
}

func (f *forgery) list(t testing.TB, query string, args ...any) (values []string) {
	t.Helper()
	rows, err := f.db.Query(query, args...)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			t.Fatal(err)
		}
		values = append(values, s)
	}
	return values
}

// restore puts everything back as it was.
func (f *forgery) restore(t testing.TB) {
	t.Helper()
	for table := range chained {
		must(t, f.db, "DELETE FROM "+table)
		must(t, f.db, "INSERT INTO "+table+" SELECT * FROM kept_"+table)
	}
	if err := os.WriteFile(f.checkpoints, f.original, 0o600); err != nil {
		t.Fatal(err)
	}
}

func (f *forgery) verify(t testing.TB, checkpoints string) *act.Break {
	t.Helper()
	report, err := act.Verify(context.Background(), f.h.DSN, checkpoints, nil)
	if err != nil {
		t.Fatalf("verify: %v", err)
	}
	return report.Broken
}

// found fails the test when the forgery is not found, or told without words.
func (f *forgery) found(t testing.TB, what string) *act.Break {
	t.Helper()
	b := f.verify(t, f.checkpoints)
	if b == nil {
		t.Fatalf("%s: not found", what)
	}
	for _, l := range []lang.Language{lang.ZH, lang.EN} {
		if text := b.Text(l); text == b.Why || strings.Contains(text, "{") {
			t.Fatalf("%s: told as %q", what, text)
		}
	}
	return b
}

// numeric are the columns that hold numbers.
var numeric = []string{"n", "subject_version", "happened_at", "recorded_at", "seq", "seal_no", "no", "first_seq", "last_seq", "sealed_at"}

// TestVerifyFindsAnySingleChange changes, removes, adds or exchanges something
// at random, everywhere in the journal, the seals, the queue and the checkpoints.
func TestVerifyFindsAnySingleChange(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		f := newForgery(t, h)
		if b := f.verify(t, f.checkpoints); b != nil {
			t.Fatalf("before any change: %v", b)
		}
		t.Run("each field of some line", func(t *testing.T) {
			for table, columns := range f.columns {
				for _, column := range columns {
					for _, key := range []string{f.keys[table][0], f.keys[table][len(f.keys[table])/2], f.keys[table][len(f.keys[table])-1]} {
						f.changeField(t, table, column, key, 0)
						b := f.found(t, table+"."+column+" of "+key)
						if column == "zh" && (b.Line != key || b.Why != "verify.line_changed") {
							t.Errorf("%s.%s of %s is named as %+v", table, column, key, b)
						}
						f.restore(t)
					}
				}
			}
		})
		t.Run("at random", func(t *testing.T) {
			rapid.Check(t, func(rt *rapid.T) {
				what := f.tamper(rt, t)
				defer f.restore(t)
				f.found(t, what)
			})
		})
		if b := f.verify(t, f.checkpoints); b != nil {
			t.Fatalf("after all was put back: %v", b)
		}
	})
}

// changeField changes one field of one row; how picks the way.
func (f *forgery) changeField(t testing.TB, table, column, key string, how int) {
	t.Helper()
	change := column + " = " + []string{"'x' || ", "'' || "}[how%2] + column + []string{"", " || ' '"}[how%2]
	if slices.Contains(numeric, column) {
		// Far enough not to run into another row's key.
		change = column + " = " + column + []string{" + 1000003", " - 1000003"}[how%2]
	}
	n := must(t, f.db, "UPDATE "+table+" SET "+change+" WHERE CAST("+chained[table]+" AS TEXT) = $1", key)
	if n != 1 {
		t.Fatalf("%s %s: %d rows changed", table, key, n)
	}
}

// tamper does one thing to the record and says what.
func (f *forgery) tamper(rt *rapid.T, t testing.TB) string {
	table := rapid.SampledFrom([]string{"journal", "sealed_line", "seal", "journal_queue"}).Draw(rt, "table")
	key := func(label string) string { return rapid.SampledFrom(f.keys[table]).Draw(rt, label) }
	where := " WHERE CAST(" + chained[table] + " AS TEXT) = $1"
	switch way := rapid.SampledFrom([]string{"field", "field", "field", "remove", "newest", "exchange", "add", "forge", "witness"}).Draw(rt, "way"); way {
	case "field":
		column := rapid.SampledFrom(f.columns[table]).Draw(rt, "column")
		k := key("row")
		f.changeField(t, table, column, k, rapid.IntRange(0, 1).Draw(rt, "how"))
		return table + "." + column + " of " + k
	case "remove":
		k := key("row")
		must(t, f.db, "DELETE FROM "+table+where, k)
		return "removed " + table + " " + k
	case "newest":
		subject := rapid.SampledFrom(f.list(t, "SELECT DISTINCT subject_id FROM journal ORDER BY subject_id")).Draw(rt, "subject")
		most := number(t, f.db, "SELECT MAX(n) FROM journal WHERE subject_id = $1", subject)
		left := rapid.Int64Range(0, most-1).Draw(rt, "left")
		must(t, f.db, "DELETE FROM journal WHERE subject_id = $1 AND n > $2", subject, left)
		return fmt.Sprintf("cut %s to %d of %d lines", subject, left, most)
	case "exchange":
		return f.exchange(rt, t, table)
	case "add":
		return f.add(rt, t, table)
	case "forge":
		return f.forge(rt, t)
	default:
		return f.witness(rt, t)
	}
}

// exchange lets two rows change their places or their contents.
func (f *forgery) exchange(rt *rapid.T, t testing.TB, table string) string {
	if table == "journal_queue" {
		table = "sealed_line" // its rows have nothing but their key
	}
	pair := rapid.SliceOfNDistinct(rapid.SampledFrom(f.keys[table]), 2, 2, rapid.ID[string]).Draw(rt, "pair")
	column := map[string][]string{
		"journal": {"id", "zh", "n", "hash", "prev_hash"}, "sealed_line": {"seq", "line_id", "hash"}, "seal": {"no", "root", "hash", "prev_hash"},
	}[table]
	c := rapid.SampledFrom(column).Draw(rt, "column")
	key := chained[table]
	value := func(k string) string {
		return f.list(t, "SELECT CAST("+c+" AS TEXT) FROM "+table+" WHERE CAST("+key+" AS TEXT) = $1", k)[0]
	}
	a, b := value(pair[0]), value(pair[1])
	subject := func(k string) string { return f.list(t, "SELECT subject_id FROM journal WHERE id = $1", k)[0] }
	if a == b || c == "n" && subject(pair[0]) != subject(pair[1]) {
		f.changeField(t, table, c, pair[0], 0) // nothing to exchange
		return table + "." + c + " of " + pair[0]
	}
	temporary, quote := "-7", ""
	if !slices.Contains(numeric, c) {
		temporary, quote = "'-7'", "'"
	}
	set := "UPDATE " + table + " SET " + c + " = "
	must(t, f.db, set+temporary+" WHERE CAST("+c+" AS TEXT) = $1 AND CAST("+key+" AS TEXT) = $2", a, pair[0])
	must(t, f.db, set+quote+a+quote+" WHERE CAST("+c+" AS TEXT) = $1 AND CAST("+key+" AS TEXT) = $2", b, pair[1])
	must(t, f.db, set+quote+b+quote+" WHERE "+c+" = "+temporary)
	return fmt.Sprintf("exchanged %s.%s of %v", table, c, pair)
}

// add puts a row in that was never written.
func (f *forgery) add(rt *rapid.T, t testing.TB, table string) string {
	switch table {
	case "journal":
		subject := rapid.SampledFrom(append(f.list(t, "SELECT DISTINCT subject_id FROM journal ORDER BY subject_id"), "unheard-of")).Draw(rt, "subject")
		must(t, f.db, `INSERT INTO journal (id, subject_kind, subject_id, n, subject_version, act, obligations, actor_id, happened_at,
			recorded_at, say, zh, en, facts, prev_hash, hash)
			SELECT 'added', 'thing', CAST($1 AS TEXT), COALESCE(MAX(n), 0) + 1, 1, 'x', '', 'x', 1, 1, 'x', 'x', 'x', '{}', '', ''
			FROM journal WHERE subject_id = $1`, subject)
		rechain(t, f.db, subject)
		return "added a well-formed line to " + subject
	case "sealed_line":
		line := rapid.SampledFrom(append(f.list(t, "SELECT line_id FROM journal_queue ORDER BY line_id"), "unheard-of")).Draw(rt, "line")
		must(t, f.db, `INSERT INTO sealed_line (seq, line_id, hash, seal_no)
			SELECT MAX(seq) + 1, CAST($1 AS TEXT), COALESCE((SELECT hash FROM journal WHERE id = $1), ''), MAX(seal_no) FROM sealed_line`, line)
		return "added a place for " + line
	case "seal":
		must(t, f.db, `INSERT INTO seal (no, first_seq, last_seq, root, prev_hash, hash, sealed_at)
			SELECT no + 1, last_seq + 1, last_seq + 1, root, hash, hash, sealed_at FROM seal ORDER BY no DESC LIMIT 1`)
		return "added a seal"
	}
	line := rapid.SampledFrom(append(f.list(t, "SELECT line_id FROM sealed_line ORDER BY seq"), "unheard-of")).Draw(rt, "line")
	must(t, f.db, "INSERT INTO journal_queue (line_id) VALUES ($1)", line)
	return "added to the queue " + line
}

// forge changes a sealed line and computes all hashes of its chain anew, or
// takes the newest seals away with all that is under and after them.
func (f *forgery) forge(rt *rapid.T, t testing.TB) string {
	if rapid.Bool().Draw(rt, "cut off") {
		from := rapid.Int64Range(1, 4).Draw(rt, "from seal")
		must(t, f.db, "DELETE FROM journal WHERE id IN (SELECT line_id FROM sealed_line WHERE seal_no >= $1) OR id IN (SELECT line_id FROM journal_queue)", from)
		must(t, f.db, "DELETE FROM journal_queue")
		must(t, f.db, "DELETE FROM sealed_line WHERE seal_no >= $1", from)
		must(t, f.db, "DELETE FROM seal WHERE no >= $1", from)
		if b := f.verify(t, ""); b != nil {
			t.Fatalf("a clean cut shows without a witness: %v", b)
		}
		return fmt.Sprintf("cut off from seal %d on", from)
	}
	line := rapid.SampledFrom(f.list(t, "SELECT line_id FROM sealed_line ORDER BY seq")).Draw(rt, "line")
	must(t, f.db, "UPDATE journal SET zh = zh || 'x' WHERE id = $1", line)
	rechain(t, f.db, f.list(t, "SELECT subject_id FROM journal WHERE id = $1", line)[0])
	return "forged the chain from " + line
}

// witness changes the file of checkpoints.
func (f *forgery) witness(rt *rapid.T, t testing.TB) string {
	lines := strings.SplitAfter(strings.TrimSuffix(string(f.original), "\n"), "\n")
	i := rapid.IntRange(0, len(lines)-2).Draw(rt, "line")
	what := rapid.SampledFrom([]string{"change", "remove", "exchange", "lose"}).Draw(rt, "how")
	switch what {
	case "change":
		at := rapid.IntRange(0, len(lines[i])-2).Draw(rt, "at")
		c := byte('0')
		if lines[i][at] == c {
			c = '1'
		}
		lines[i] = lines[i][:at] + string(c) + lines[i][at+1:]
	case "remove":
		lines = slices.Delete(lines, i, i+1)
	case "exchange":
		lines[i], lines[i+1] = strings.TrimSuffix(lines[i+1], "\n")+"\n", strings.TrimSuffix(lines[i], "\n")+"\n"
	case "lose":
		if err := os.Remove(f.checkpoints); err != nil {
			t.Fatal(err)
		}
		return "lost the checkpoints"
	}
	if err := os.WriteFile(f.checkpoints, []byte(strings.TrimSuffix(strings.Join(lines, ""), "\n")+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%s checkpoint %d", what, i)
}

func TestVerifySeesSealsMadeAnew(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		f := newForgery(t, h)
		// The last seal is taken off, a line under it is changed, and the
		// program itself seals all of it again.
		line := f.list(t, "SELECT line_id FROM sealed_line ORDER BY seq DESC LIMIT 1")[0]
		must(t, f.db, "INSERT INTO journal_queue (line_id) SELECT line_id FROM sealed_line WHERE seal_no = 4")
		must(t, f.db, "DELETE FROM sealed_line WHERE seal_no = 4")
		must(t, f.db, "DELETE FROM seal WHERE no = 4")
		must(t, f.db, "UPDATE journal SET zh = 'x' WHERE id = $1", line)
		rechain(t, f.db, f.list(t, "SELECT subject_id FROM journal WHERE id = $1", line)[0])
		again := housetest.New(t, h.DSN)
		if _, err := again.Door.Seal(t.Context()); err != nil {
			t.Fatal(err)
		}
		if b := f.verify(t, ""); b != nil {
			t.Fatalf("seals made anew show without a witness: %v", b)
		}
		if b := f.found(t, "seals made anew"); b.Why != "verify.checkpoint_differs" || b.Seal != 4 {
			t.Errorf("%+v", b)
		}
	})
}

func TestVerifyWithoutARecord(t *testing.T) {
	path := filepath.Join(t.TempDir(), "none.db")
	if _, err := act.Verify(t.Context(), path, "", nil); err == nil {
		t.Error("a file that is not there holds")
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("verify made a database")
	}
	if err := os.WriteFile(path, []byte("this is no database, and long enough to be read as one"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := act.Verify(t.Context(), path, "", nil); err == nil {
		t.Error("a text file holds")
	}
}

func TestVerifyTellsProgress(t *testing.T) {
	h := housetest.SQLite(t)
	write(h, 0, 9, 2)
	if _, err := h.Door.Seal(t.Context()); err != nil {
		t.Fatal(err)
	}
	var told [][2]int64
	if _, err := act.Verify(t.Context(), h.DSN, "", func(done, total int64) { told = append(told, [2]int64{done, total}) }); err != nil {
		t.Fatal(err)
	}
	if len(told) == 0 || told[len(told)-1] != [2]int64{24, 24} {
		t.Errorf("told %v", told)
	}
}
