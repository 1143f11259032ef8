package party

import (
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"huidan/internal/act"
)

// What can be found by keys.
const (
	whatCustomer = "customer"
	whatProduct  = "product"
	whatUnit     = "unit"
)

const (
	// keyLongest cuts keys, in characters: nobody types more to find something.
	keyLongest = 16
	// namePieces bounds the pieces of one name.
	namePieces = 24
	// phoneShortest is how many last digits of a phone find it.
	phoneShortest = 4
)

// forms end the names of companies; nobody looks for a name by a piece of them.
var forms = []string{"集团股份有限公司", "股份有限公司", "有限责任公司", "集团有限公司", "有限公司", "公司"}

// phoneEnds are the last digits by which a phone is found besides the whole: a
// number without its area code, and what people remember.
var phoneEnds = []int{8, 7, 6, phoneShortest}

func fold(s string) string { return act.Fold(s) }

// keySet gathers the keys of one source.
type keySet []string

// add folds a key to its letters and digits.
func (k *keySet) add(key string) {
	key = act.FoldCode(key)
	if utf8.RuneCountInString(key) > keyLongest {
		key = string([]rune(key)[:keyLongest])
	}
	if key != "" && !slices.Contains(*k, key) {
		*k = append(*k, key)
	}
}

// name adds what a name is found by: the name from each of its characters or
// words on, the initials from each on, and the whole in pinyin.
func (k *keySet) name(name string) {
	folded := fold(name)
	list := syllables(folded)
	end := len(folded) - len(formOf(folded))
	for i, s := range list {
		if i == namePieces || i > 0 && s.start >= end {
			break
		}
		k.add(folded[s.start:])
		for _, letters := range initials(list[i:]) {
			k.add(letters)
		}
	}
	k.add(folded)
	k.add(Pinyin(name))
}

// formOf gives the legal form that ends a name, "" for none.
func formOf(name string) string {
	for _, form := range forms {
		if strings.HasSuffix(name, form) {
			return form
		}
	}
	return ""
}

// phone adds a phone number and its ends.
func (k *keySet) phone(phone string) {
	digits := act.FoldCode(phone)
	k.add(digits)
	for _, n := range phoneEnds {
		if n < len(digits) {
			k.add(digits[len(digits)-n:])
		}
	}
}

// code adds a code or serial number as a whole, and its digits behind the
// letters (sn-02757 is found by 02757 and by 2757).
func (k *keySet) code(code string) {
	folded := act.FoldCode(code)
	k.add(folded)
	tail := strings.TrimLeftFunc(folded, func(r rune) bool { return !unicode.IsDigit(r) })
	k.add(tail)
	if short := strings.TrimLeft(tail, "0"); len(short) >= phoneShortest {
		k.add(short)
	}
}

// putKeys writes the keys of a source anew. The former ones go: they are
// derived, and may be a phone number that is nobody's any more.
func putKeys(ctx context.Context, tx *act.Tx, said *act.Said, what, subjectID, sourceID string, fresh bool, keys keySet) error {
	if !fresh {
		_, err := tx.Write(ctx, said, "DELETE FROM party_key WHERE subject_id = ? AND source_id = ?", subjectID, sourceID)
		if err != nil {
			return err
		}
	}
	// One statement for all keys of a usual source: SQLite keeps a journal for
	// each statement of several rows.
	const perStatement = 64
	for part := range slices.Chunk(keys, perStatement) {
		args := make([]any, 0, 4*len(part))
		for _, key := range part {
			args = append(args, what, key, subjectID, sourceID)
		}
		text := "INSERT INTO party_key (what, key, subject_id, source_id) VALUES " +
			strings.TrimSuffix(strings.Repeat("(?, ?, ?, ?),", len(part)), ",")
		if _, err := tx.Write(ctx, said, text, args...); err != nil {
			return err
		}
	}
	return nil
}

// reader is what both a running act and a running read offer.
type reader func(ctx context.Context, query string, args ...any) (*act.Rows, error)

const (
	// hitsMost bounds how many keys are looked at, so that a common word costs
	// no more in a large table than in a small one.
	hitsMost = 2000
	// wordsMost bounds the words of a query.
	wordsMost = 4
)

// above is a character that no folded key holds, so that prefix+above is
// greater than all that begins with prefix.
const above = "\U0010FFFF"

// find gives the IDs of what is found by all words of a query, at most so many:
// the rarest word is looked up in the index, the others must hold too.
func find(ctx context.Context, read reader, what, query string, most int) ([]string, error) {
	words := queryWords(query)
	if len(words) == 0 {
		return nil, nil
	}
	rare, err := rarest(ctx, read, what, words)
	if err != nil {
		return nil, err
	}
	text := `SELECT k.subject_id FROM (SELECT h.subject_id, h.key FROM party_key h
		WHERE h.what = ? AND h.key >= ? AND h.key < ? ORDER BY h.key, h.subject_id LIMIT ?) k WHERE {visible}`
	args := []any{what, rare, rare + above, hitsMost}
	for _, w := range words {
		if w != rare {
			text += " AND EXISTS (SELECT 1 FROM party_key o WHERE o.subject_id = k.subject_id AND o.key >= ? AND o.key < ?)"
			args = append(args, w, w+above)
		}
	}
	// A record may be found by several of its keys.
	const keysOfOne = 4
	rows, err := read(ctx, text+" ORDER BY k.key, k.subject_id LIMIT ?", append(args, keysOfOne*most)...)
	ids, err := act.Collect(rows, err, scanText)
	if err != nil {
		return nil, err
	}
	return firstOfEach(ids, most), nil
}

// rarest gives the word with the fewest keys, counting no further than hitsMost.
func rarest(ctx context.Context, read reader, what string, words []string) (string, error) {
	if len(words) == 1 {
		return words[0], nil
	}
	best, fewest := "", int64(hitsMost+1)
	for _, w := range words {
		rows, err := read(ctx, `SELECT COUNT(*) FROM (SELECT 1 FROM party_key h
			WHERE h.what = ? AND h.key >= ? AND h.key < ? LIMIT ?) k WHERE {visible}`, what, w, w+above, hitsMost)
		counts, err := act.Collect(rows, err, func(s act.Scanner) (n int64, err error) { return n, s.Scan(&n) })
		if err != nil {
			return "", err
		}
		if counts[0] < fewest {
			best, fewest = w, counts[0]
		}
	}
	return best, nil
}

func scanText(s act.Scanner) (text string, err error) { return text, s.Scan(&text) }

func firstOfEach(ids []string, most int) []string {
	seen := map[string]bool{}
	list := []string{}
	for _, id := range ids {
		if !seen[id] && len(list) < most {
			seen[id] = true
			list = append(list, id)
		}
	}
	return list
}

// queryWords folds what was typed into keys to look for. Only digits and signs
// are one number (138 0013 8000); a legal form alone tells nothing.
func queryWords(query string) []string {
	fields := strings.Fields(fold(query))
	if !strings.ContainsFunc(fold(query), unicode.IsLetter) {
		fields = []string{query}
	}
	var words keySet
	for _, w := range fields {
		if len(fields) > 1 && formOf(w) == w {
			continue
		}
		words.add(w)
		if len(words) == wordsMost {
			break
		}
	}
	return words
}
