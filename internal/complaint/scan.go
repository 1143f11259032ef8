package complaint

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"huidan/internal/act"
)

// instant scans ms UTC into a time; 0 is the zero time.
type instant struct{ to *time.Time }

// Scan implements sql.Scanner.
func (i instant) Scan(src any) error {
	n, ok := src.(int64)
	if !ok {
		return fmt.Errorf("a time is not a number but %T", src)
	}
	*i.to = time.Time{}
	if n != 0 {
		*i.to = act.Time(n)
	}
	return nil
}

// flag scans a nullable time, read as 0 when absent, into a yes or no.
type flag struct{ to *bool }

// Scan implements sql.Scanner.
func (f flag) Scan(src any) error {
	n, ok := src.(int64)
	*f.to = n != 0
	if !ok {
		return fmt.Errorf("a mark is not a number but %T", src)
	}
	return nil
}

// words scans a space separated list.
type words struct{ to *[]string }

// Scan implements sql.Scanner.
func (w words) Scan(src any) error {
	*w.to = strings.Fields(fmt.Sprint(src))
	return nil
}

// object scans JSON text.
type object struct{ to any }

// Scan implements sql.Scanner.
func (o object) Scan(src any) error {
	switch v := src.(type) {
	case string:
		return json.Unmarshal([]byte(v), o.to)
	case []byte:
		return json.Unmarshal(v, o.to)
	}
	return fmt.Errorf("JSON is not text but %T", src)
}
