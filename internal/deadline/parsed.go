package deadline

import (
	"fmt"
	"sync"

	"huidan/internal/calendar"
	"huidan/internal/regulation"
)

// edition is a published body, read.
type edition struct {
	settings regulation.Settings
	year     calendar.Year
}

// editions keeps read bodies: an edition never changes, and every act needs it.
var editions sync.Map // id → edition

func parsed(id, kind, body string) (edition, error) {
	if e, ok := editions.Load(id); ok {
		return e.(edition), nil
	}
	var e edition
	var err error
	switch kind {
	case KindSettings:
		e.settings, err = regulation.ParseSettings([]byte(body))
	case KindCalendar:
		e.year, err = calendar.ParseYear([]byte(body))
	default:
		err = fmt.Errorf("no kind of rules: %s", kind)
	}
	if err == nil {
		editions.Store(id, e)
	}
	return e, err
}
