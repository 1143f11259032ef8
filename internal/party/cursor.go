package party

import (
	"encoding/base64"
	"encoding/json"
	"strconv"

	"huidan/internal/fault"
)

const (
	// pageUsual and pageMost are the rows of a page.
	pageUsual = 50
	pageMost  = 200
	// foundMost bounds what a search gives: who has not found it among so many
	// types one more letter.
	foundMost = 200
)

// Listing is what every list of this chapter is asked with.
type Listing struct {
	Q     string `query:"q" maxLength:"100" doc:"What is looked for"`
	Desc  string `query:"desc" enum:"1"`
	After string `query:"after" maxLength:"400" doc:"Cursor of the page before"`
	Limit int64  `query:"limit" minimum:"1" maximum:"200"`
}

func (l Listing) most() int {
	if l.Limit <= 0 {
		return pageUsual
	}
	return min(int(l.Limit), pageMost)
}

// cursor is the place after the last row of a page: the value of the order and
// the ID, or how many rows of a search were shown.
type cursor struct {
	Value string `json:"v,omitempty"`
	ID    string `json:"i,omitempty"`
	Shown int    `json:"n,omitempty"`
}

func (c cursor) String() string {
	raw, err := json.Marshal(c)
	if err != nil {
		return "" // three plain fields always encode
	}
	return base64.RawURLEncoding.EncodeToString(raw)
}

func parseCursor(text string) (c cursor, err error) {
	if text == "" {
		return c, nil
	}
	raw, err := base64.RawURLEncoding.DecodeString(text)
	if err == nil {
		err = json.Unmarshal(raw, &c)
	}
	if err != nil || c.Shown < 0 {
		return cursor{}, fault.Invalid(fault.Wrong("query.after", "party.bad_cursor"))
	}
	return c, nil
}

// keyset is one page of a list in an order: the condition that begins after
// the cursor, the ORDER BY, and the limit, which asks for one row more to know
// whether there is a next page. order is a column name of the code.
type keyset struct {
	where string
	order string
	args  []any
	limit int
}

func (l Listing) keyset(order, id string) (keyset, error) {
	c, err := parseCursor(l.After)
	if err != nil {
		return keyset{}, err
	}
	compare, way := ">", " ASC"
	if l.Desc == "1" {
		compare, way = "<", " DESC"
	}
	k := keyset{where: "1=1", order: " ORDER BY " + order + way + ", " + id + way + " LIMIT ?", limit: l.most()}
	if order == id {
		k.order = " ORDER BY " + id + way + " LIMIT ?"
	}
	if l.After == "" {
		return k, nil
	}
	if order == id {
		k.where, k.args = id+" "+compare+" ?", []any{c.ID}
		return k, nil
	}
	k.where, k.args = "("+order+", "+id+") "+compare+" (?, ?)", []any{c.Value, c.ID}
	return k, nil
}

// cut takes the extra row off and says where the next page begins.
func cut[T any](rows []T, limit int, place func(T) cursor) ([]T, string) {
	if len(rows) <= limit {
		return rows, ""
	}
	rows = rows[:limit]
	return rows, place(rows[limit-1]).String()
}

// lookFor says how many a search has to find for the page that is asked for,
// and one more to know whether there is a next.
func (l Listing) lookFor() int {
	c, err := parseCursor(l.After)
	if err != nil {
		return 1 // foundPage refuses
	}
	return min(c.Shown+l.most()+1, foundMost)
}

// foundPage gives the part of found IDs a page shows.
func (l Listing) foundPage(ids []string) (page []string, next string, err error) {
	c, err := parseCursor(l.After)
	if err != nil {
		return nil, "", err
	}
	from := min(c.Shown, len(ids))
	to := min(from+l.most(), len(ids))
	if to < len(ids) {
		next = cursor{Shown: to}.String()
	}
	return ids[from:to], next, nil
}

func asked(flag string) (bool, bool) {
	yes, err := strconv.ParseBool(flag)
	return yes, err == nil
}
