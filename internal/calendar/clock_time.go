package calendar

import (
	"errors"
	"fmt"
	"time"
)

// ErrClockTime is returned for a text that is not a time of day from 00:00 to 24:00.
var ErrClockTime = errors.New("calendar: not a time of day of the form 15:04")

// ClockTime is a wall clock time, in minutes after midnight, 0 to 1440 (24:00).
type ClockTime int

// ParseClockTime reads exactly the form 15:04; 24:00 is the end of the day.
func ParseClockTime(text string) (ClockTime, error) {
	if text == "24:00" {
		return 24 * 60, nil
	}
	t, err := time.Parse("15:04", text)
	if err != nil || len(text) != len("15:04") {
		return 0, fmt.Errorf("%w: %q", ErrClockTime, text)
	}
	return ClockTime(t.Hour()*60 + t.Minute()), nil
}

// On returns the instant of this wall clock time on the day, in Zone.
func (c ClockTime) On(day Day) time.Time {
	return day.Start().Add(time.Duration(c) * time.Minute)
}

// String returns the form 15:04.
func (c ClockTime) String() string { return fmt.Sprintf("%02d:%02d", int(c)/60, int(c)%60) }

// MarshalText writes the form of String.
func (c ClockTime) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText reads the form of String.
func (c *ClockTime) UnmarshalText(text []byte) error {
	parsed, err := ParseClockTime(string(text))
	if err != nil {
		return err
	}
	*c = parsed
	return nil
}
