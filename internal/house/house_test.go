package house_test

import (
	"bufio"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"unicode"

	"huidan/internal/access"
	"huidan/internal/lang"
	"huidan/internal/regulation"
)

// root is the project's folder as seen from this package.
const root = "../.."

// source is one Go file of the project.
type source struct {
	room   string // folder below internal/, or "cmd/huidan"
	name   string // path from the root
	test   bool
	syntax *ast.File
}

var positions = token.NewFileSet()

// sources are all Go files of the product.
var sources = sync.OnceValues(func() (list []source, err error) {
	for _, top := range []string{"cmd", "internal"} {
		err = filepath.WalkDir(filepath.Join(root, top), func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") {
				return err
			}
			syntax, err := parser.ParseFile(positions, name, nil, parser.SkipObjectResolution)
			if err != nil {
				return err
			}
			short, err := filepath.Rel(root, name)
			short = filepath.ToSlash(short)
			list = append(list, source{
				room: strings.TrimPrefix(path.Dir(short), "internal/"), name: short,
				test: strings.HasSuffix(short, "_test.go") || strings.HasPrefix(short, "internal/house/"), syntax: syntax,
			})
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return list, nil
})

func eachSource(t *testing.T, f func(s source)) {
	t.Helper()
	list, err := sources()
	if err != nil {
		t.Fatal(err)
	}
	if len(list) < 300 {
		t.Fatalf("only %d Go files were found", len(list))
	}
	for _, s := range list {
		f(s)
	}
}

func imports(s source) (list []string) {
	for _, i := range s.syntax.Imports {
		name, _ := strconv.Unquote(i.Path.Value)
		list = append(list, name)
	}
	return list
}

// rooms are the plan of the house: what each room may import of the others. A
// line may use everything above it that it names; a name of a group stands for
// its members.
var rooms = map[string]string{
	// pure: no I/O, no clock of their own
	"fault": "", "access": "", "calendar": "", "region": "", "lang": "fault", "exchange": "",
	"regulation": "calendar region",
	"password":   "act fault",
	"form":       "lang",
	// spine
	"act/internal/sqldb": "fault",
	"act":                "access fault lang act/internal/sqldb",
	"deadline":           "act access calendar fault region regulation lang",
	"attach":             "act access fault",
	"route":              "act access fault lang",
	// chapters: a later one may call an earlier one, never the reverse
	"staff":           "spine",
	"party":           "spine staff exchange",
	"party/sheet":     "spine staff party exchange",
	"complaint":       "spine staff party",
	"complaint/paper": "spine staff party complaint exchange form",
	"ledger":          "spine staff party complaint exchange",
	"insight":         "spine staff party complaint",
	// edges
	"demo":       "spine staff party complaint",
	"server":     "spine staff party party/sheet complaint complaint/paper ledger insight exchange form",
	"cmd/huidan": "spine staff party party/sheet complaint complaint/paper ledger insight exchange form demo server",
}

var spine = strings.Fields("fault access calendar region regulation lang password act deadline attach route")

func TestRoomsImportOnlyUpwards(t *testing.T) {
	eachSource(t, func(s source) {
		if s.test {
			return
		}
		allowed, known := rooms[s.room]
		if !known {
			t.Errorf("%s: the room %s is not in the plan", s.name, s.room)
			return
		}
		may := strings.Fields(allowed)
		if slices.Contains(may, "spine") {
			may = append(may, spine...)
		}
		for _, name := range imports(s) {
			room, ours := strings.CutPrefix(name, "huidan/internal/")
			if ours && !slices.Contains(may, room) {
				t.Errorf("%s imports %s, which the plan does not allow", s.name, room)
			}
		}
	})
}

func TestOneDoorToTheDatabase(t *testing.T) {
	drivers := []string{"modernc.org/sqlite", "github.com/jackc/pgx"}
	eachSource(t, func(s source) {
		if strings.HasPrefix(s.name, "internal/house/housetest/") {
			return // starts the PostgreSQL of the tests
		}
		for _, name := range imports(s) {
			if strings.HasPrefix(name, "database/sql") && s.room != "act" && s.room != "act/internal/sqldb" && !s.test {
				t.Errorf("%s goes around the door: %s", s.name, name)
			}
			for _, d := range drivers {
				if strings.HasPrefix(name, d) && s.room != "act/internal/sqldb" && !s.test {
					t.Errorf("%s knows the driver %s", s.name, name)
				}
			}
		}
	})
}

// clockless are the rooms whose rules take the time from outside.
var clockless = strings.Fields(`access calendar region regulation fault lang deadline staff party party/sheet complaint
	complaint/paper insight attach exchange form route`)

// ownTime are places that measure how long something takes, or wait; no date
// rule hangs on it.
var ownTime = map[string]string{
	"internal/deadline/sweep.go": "ticks; what is overdue is asked of the door's clock",
}

func TestRulesHaveNoClockOfTheirOwn(t *testing.T) {
	eachSource(t, func(s source) {
		if s.test || !slices.Contains(clockless, s.room) || ownTime[s.name] != "" {
			return
		}
		ast.Inspect(s.syntax, func(n ast.Node) bool {
			call, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			from, ok := call.X.(*ast.Ident)
			if ok && from.Name == "time" && slices.Contains([]string{"Now", "Since", "Until", "Local"}, call.Sel.Name) {
				t.Errorf("%s: time.%s", positions.Position(n.Pos()), call.Sel.Name)
			}
			return true
		})
	})
}

// literals calls f with each string of a file that is not an import or a tag.
func literals(s source, f func(at token.Pos, text string)) {
	skip := map[ast.Node]bool{}
	ast.Inspect(s.syntax, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportSpec:
			skip[n.Path] = true
		case *ast.Field:
			if n.Tag != nil {
				skip[n.Tag] = true
			}
		case *ast.BasicLit:
			if n.Kind == token.STRING && !skip[n] {
				text, err := strconv.Unquote(n.Value)
				if err == nil {
					f(n.Pos(), text)
				}
			}
		}
		return true
	})
}

// chinese are the places where Han characters are data and not words said to
// a person.
var chinese = map[string]string{
	"internal/exchange/":                          "headings, units and words of old ledgers, which it must recognise",
	"internal/region/":                            "names of divisions, which it must recognise in an address",
	"internal/calendar/":                          "words of calendar files, which it must recognise",
	"internal/party/pinyin.go":                    "readings of characters",
	"internal/party/keys.go":                      "endings of company names, by which nobody searches",
	"internal/form/font":                          "characters the font must hold",
	"internal/demo/":                              "the demo company's own records",
	"internal/party/contact.go":                   "characters of a phone number, with its extension",
	"internal/staff/check.go":                     "characters of a phone number, with its extension",
	"internal/act/tokens.go":                      "classes of characters",
	"internal/ledger/":                            "words of old ledgers, which it must recognise",
	"internal/regulation/c4_4_general_manager.go": "words by which a serious matter is recognised",
}

func TestNoWordsInTheCode(t *testing.T) {
	eachSource(t, func(s source) {
		if s.test {
			return
		}
		for place := range chinese {
			if strings.HasPrefix(s.name, place) {
				return
			}
		}
		literals(s, func(at token.Pos, text string) {
			if strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
				t.Errorf("%s: %q belongs into internal/lang", positions.Position(at), text)
			}
		})
	})
}

// notWords look like keys of the catalogue and are names of counters.
var notWords = []string{"complaint.state", "complaint.class", "complaint.channel", "complaint.month", "complaint.entry"}

var keyLike = regexp.MustCompile(`^[a-z]+(\.[a-z0-9_-]+)*[._]?$`)

func TestEveryTextIsInBothLanguages(t *testing.T) {
	keys := map[lang.Language][]string{lang.ZH: lang.Keys(lang.ZH), lang.EN: lang.Keys(lang.EN)}
	if !slices.Equal(keys[lang.ZH], keys[lang.EN]) {
		t.Error("the two catalogues have different keys")
	}
	areas := map[string]bool{}
	for _, k := range keys[lang.ZH] {
		area, _, _ := strings.Cut(k, ".")
		areas[area] = true
	}
	starts := func(prefix string) bool {
		return slices.ContainsFunc(keys[lang.ZH], func(k string) bool { return strings.HasPrefix(k, prefix) })
	}
	checked := 0
	eachSource(t, func(s source) {
		if s.test {
			return
		}
		literals(s, func(at token.Pos, text string) {
			area, rest, dotted := strings.Cut(text, ".")
			if !dotted || rest == "" || !areas[area] || !keyLike.MatchString(text) || slices.Contains(notWords, text) || access.Known(access.Action(text)) {
				return
			}
			checked++
			switch whole := !strings.HasSuffix(text, ".") && !strings.HasSuffix(text, "_"); {
			case whole && !lang.Has(text):
				t.Errorf("%s: no text %q", positions.Position(at), text)
			case !whole && !starts(text):
				t.Errorf("%s: no text begins with %q", positions.Position(at), text)
			}
		})
	})
	if checked < 500 {
		t.Errorf("only %d keys were found", checked)
	}
}

// later are the clauses of chapters that are not built yet.
var later = []string{"2.2", "2.3", "2.4", "2.5", "2.6", "3.1", "3.2", "3.3", "3.4", "4.1", "4.2", "4.3", "4.4"}

// TestEveryObligationIsTested: each obligation of clauses 1 and 2.1 is named by
// a test.
func TestEveryObligationIsTested(t *testing.T) {
	cited := map[string]bool{}
	eachSource(t, func(s source) {
		if !s.test {
			return
		}
		ast.Inspect(s.syntax, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				citeName(cited, n.Name.Name)
			case *ast.CallExpr:
				if run, ok := n.Fun.(*ast.SelectorExpr); ok && run.Sel.Name == "Run" && len(n.Args) == 2 {
					if title, ok := n.Args[0].(*ast.BasicLit); ok {
						citeTitle(cited, title.Value)
					}
				}
			}
			return true
		})
	})
	var waiting []string
	for _, o := range regulation.All() {
		switch {
		case cited[o.ID]:
		case slices.Contains(later, o.Clause()):
			waiting = append(waiting, o.ID)
		default:
			t.Errorf("no test is named after %s", o.ID)
		}
	}
	t.Logf("later chapters: %s", strings.Join(waiting, " "))
}

var (
	clauseInName  = regexp.MustCompile(`^TestClause(\d(?:_\d)?)((?:_[a-z])+)(?:_|$)`)
	clauseInTitle = regexp.MustCompile(`(\d(?:\.\d)?)-([a-z](?:, -[a-z])*)\b`)
)

func citeName(cited map[string]bool, name string) {
	for _, m := range clauseInName.FindAllStringSubmatch(name, -1) {
		for _, letter := range strings.Split(m[2][1:], "_") {
			cited[strings.ReplaceAll(m[1], "_", ".")+"-"+letter] = true
		}
	}
}

func citeTitle(cited map[string]bool, title string) {
	for _, m := range clauseInTitle.FindAllStringSubmatch(title, -1) {
		for _, letter := range strings.Split(m[2], ", -") {
			cited[m[1]+"-"+letter] = true
		}
	}
}

var (
	looksLikeSQL = regexp.MustCompile(`(?s)^\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|WITH)\s.*|.*\s(WHERE|VALUES|ORDER BY)\s`)
	formatted    = regexp.MustCompile(`%[+#]?[svdqx]`)
)

// builtSQL are the texts with a hole for marks or placeholders, never for values.
var builtSQL = map[string]string{
	"internal/act/see.go":              "the number of question marks",
	"internal/act/seal.go":             "rows of question marks",
	"internal/party/list_customers.go": "the column of the order, one of a fixed list",
	"internal/party/list_products.go":  "the column of the order, one of a fixed list",
	"internal/party/list_units.go":     "the column of the order, one of a fixed list",
	"internal/act/internal/sqldb/":     "names of tables and functions of one database",
}

// TestValuesNeverStandInSQL: values reach the database as arguments.
func TestValuesNeverStandInSQL(t *testing.T) {
	eachSource(t, func(s source) {
		if s.test {
			return
		}
		for place := range builtSQL {
			if strings.HasPrefix(s.name, place) {
				return
			}
		}
		literals(s, func(at token.Pos, text string) {
			if looksLikeSQL.MatchString(text) && strings.Contains(text, " ") && formatted.MatchString(text) {
				t.Errorf("%s: a text of SQL is filled in: %q", positions.Position(at), text)
			}
		})
	})
}

// forward is what a migration must not do: take away what was written down.
var forward = regexp.MustCompile(`(?im)^\s*(DROP\s+(TABLE|COLUMN)|DELETE\s+FROM|TRUNCATE|UPDATE\s+\w+\s+SET)|DROP\s+COLUMN`)

func TestMigrationsOnlyGoForward(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(root, "internal/act/internal/sqldb/migrations/*.sql"))
	if err != nil || len(files) < 8 {
		t.Fatalf("%d migrations, %v", len(files), err)
	}
	numbers := map[string]string{}
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if m := forward.Find(raw); m != nil {
			t.Errorf("%s: %s", filepath.Base(name), m)
		}
		number, rest, _ := strings.Cut(filepath.Base(name), "_")
		step, _, _ := strings.Cut(rest, ".")
		if other := numbers[number]; other != "" && other != step {
			t.Errorf("two steps are number %s: %s and %s", number, other, step)
		}
		numbers[number] = step
	}
	if forward.FindString("DELETE FROM complaint") == "" || forward.FindString("ALTER TABLE a DROP COLUMN b") == "" {
		t.Error("a step back is not seen")
	}
}

// TestPermissionGoldenIsWhole: whoever reviews the table in testdata sees each
// action with each role.
func TestPermissionGoldenIsWhole(t *testing.T) {
	file, err := os.Open(filepath.Join(root, "internal/access/testdata/table.golden"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	golden := map[string][]string{}
	for lines := bufio.NewScanner(file); lines.Scan(); {
		words := strings.Fields(lines.Text())
		if len(words) < 3 {
			t.Fatalf("golden line %q", lines.Text())
		}
		golden[words[0]+" "+words[1]] = words[2:]
	}
	table := map[string][]string{}
	for _, rule := range access.Table {
		key := string(rule.Action) + " " + string(rule.Where)
		for _, r := range rule.Roles {
			table[key] = append(table[key], string(r))
		}
	}
	for _, key := range slices.Sorted(maps.Keys(table)) {
		want := slices.Compact(slices.Sorted(slices.Values(table[key])))
		if !slices.Equal(golden[key], want) {
			t.Errorf("%s: the golden file has %v, the table %v", key, golden[key], want)
		}
		delete(golden, key)
	}
	for key := range golden {
		t.Errorf("%s stands in the golden file only", key)
	}
}

// stringsOf lists the strings of a file.
func stringsOf(s source) (list []string) {
	literals(s, func(_ token.Pos, text string) { list = append(list, text) })
	return list
}
