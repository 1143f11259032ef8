package sqldb

import (
	"sync/atomic"
	"time"
)

// Stats are running figures of the writer, for /metrics and /readyz.
type Stats struct {
	Commits   atomic.Int64 // durable commits
	Acts      atomic.Int64 // changes in them
	Refused   atomic.Int64 // changes rolled back
	Retries   atomic.Int64 // PostgreSQL: transactions run again
	Waiting   atomic.Int64 // SQLite: changes queued now
	Unhealthy atomic.Bool  // an I/O error was seen: restart to recover
}

// nowMillis stamps bookkeeping of the schema itself, which no rule reads.
func nowMillis() int64 { return time.Now().UnixMilli() }
