package act

import (
	"strings"
	"time"
)

// Marks gives n placeholders for a list: "?,?,?".
func Marks(n int) string { return strings.TrimSuffix(strings.Repeat("?,", n), ",") }

// Anys gives a list as arguments of a query.
func Anys[T any](list []T) []any {
	all := make([]any, len(list))
	for i, v := range list {
		all[i] = v
	}
	return all
}

// OrNull is a text as a nullable column keeps it: NULL when empty.
func OrNull(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// TimeOrZero reads a nullable time that was selected as 0 when absent.
func TimeOrZero(ms int64) time.Time {
	if ms == 0 {
		return time.Time{}
	}
	return Time(ms)
}
