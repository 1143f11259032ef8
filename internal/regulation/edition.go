package regulation

import "huidan/internal/calendar"

// Edition is a published state of the settings. A case keeps the edition it
// was judged by; a new one applies to what starts after it is valid only.
type Edition struct {
	ID        string       `json:"id"`
	ValidFrom calendar.Day `json:"valid_from"`
	Settings  Settings     `json:"settings"`
}

// EditionOn returns the edition valid on the day: the one with the latest
// ValidFrom not after it, of equal ones the last in the list.
func EditionOn(editions []Edition, day calendar.Day) (Edition, bool) {
	var valid Edition
	found := false
	for _, e := range editions {
		if e.ValidFrom.After(day) || found && e.ValidFrom.Before(valid.ValidFrom) {
			continue
		}
		valid, found = e, true
	}
	return valid, found
}
