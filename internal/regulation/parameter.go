package regulation

import "huidan/internal/calendar"

// dated is a number of the regulation with the days from which its values
// hold, earliest first. The first value holds since ever.
type dated[T any] []struct {
	from  calendar.Day
	value T
}

// on returns the value that holds on the day.
func (d dated[T]) on(day calendar.Day) T {
	value := d[0].value
	for _, next := range d[1:] {
		if next.from.After(day) {
			break
		}
		value = next.value
	}
	return value
}
