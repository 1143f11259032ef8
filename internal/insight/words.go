package insight

import (
	"encoding/base64"
	"encoding/json"
	"time"

	"huidan/internal/act"
	"huidan/internal/calendar"
	"huidan/internal/fault"
	"huidan/internal/lang"
)

// storedStep is a step of arithmetic as a clock keeps it.
type storedStep calendar.Step

// text puts a step into words.
func (step storedStep) text(language lang.Language) string {
	short := "zh"
	if language == lang.EN {
		short = "en"
	}
	translate := func(key string) string { return lang.T(language, key, nil) }
	return lang.T(language, calendar.Step(step).TextKey(), calendar.Step(step).Values(short, translate))
}

// instant gives an instant of the records as the API writes it.
func instant(ms int64) string { return act.Time(ms).Format(time.RFC3339) }

const (
	pageUsual = 50
	pageMost  = 200
)

func pageOf(limit int64) int {
	if limit <= 0 {
		return pageUsual
	}
	return min(int(limit), pageMost)
}

// cursor is the place after the last row of a page by time.
type cursor struct {
	At int64  `json:"t"`
	ID string `json:"i"`
}

// String writes it for the address.
func (c cursor) String() string {
	raw, err := json.Marshal(c)
	if err != nil {
		return "" // two plain fields always encode
	}
	return base64.RawURLEncoding.EncodeToString(raw)
}

func parseCursor(text string, first cursor) (c cursor, err error) {
	if text == "" {
		return first, nil
	}
	raw, err := base64.RawURLEncoding.DecodeString(text)
	if err == nil {
		err = json.Unmarshal(raw, &c)
	}
	if err != nil {
		return cursor{}, fault.Invalid(fault.Wrong("query.after", "insight.bad_cursor"))
	}
	return c, nil
}
