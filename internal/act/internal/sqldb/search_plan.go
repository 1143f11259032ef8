package sqldb

import (
	"context"
	"strings"
)

// ByIndex makes PostgreSQL go by indexes until it is switched off again: its
// planner knows little of tables that grow and shrink all day, and may choose
// to read the whole of a large one. SQLite needs no telling.
func (s *Session) ByIndex(ctx context.Context, on bool) error {
	return s.planWithout(ctx, on, "enable_seqscan", "enable_hashjoin", "enable_mergejoin")
}

// planWithout switches methods of the planner off, and on again, for this
// transaction.
func (s *Session) planWithout(ctx context.Context, off bool, methods ...string) error {
	if s.Dialect != Postgres {
		return nil
	}
	value := "on"
	if off {
		value = "off"
	}
	var b strings.Builder
	for i, m := range methods {
		if i > 0 {
			b.WriteString("||")
		}
		b.WriteString("set_config('" + m + "','" + value + "',true)")
	}
	var done string
	_, err := s.One(ctx, []any{&done}, "SELECT "+b.String())
	return err
}
