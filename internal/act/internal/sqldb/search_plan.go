package sqldb

import "context"

// ByIndex makes PostgreSQL go by indexes until it is switched off again: its
// planner knows little of tables that grow and shrink all day, and may choose
// to read the whole of a large one. SQLite needs no telling.
func (s *Session) ByIndex(ctx context.Context, on bool) error {
	if s.Dialect != Postgres {
		return nil
	}
	other := "on"
	if on {
		other = "off"
	}
	var done string
	_, err := s.One(ctx, []any{&done}, `SELECT set_config('enable_seqscan', ?, true)
		|| set_config('enable_hashjoin', ?, true) || set_config('enable_mergejoin', ?, true)`, other, other, other)
	return err
}
