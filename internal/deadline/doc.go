// Package deadline keeps the clocks that the obligations of the regulation
// start: what is owed, by whom, until when, and how that date came about.
//
// A clock is started, met, cancelled or given to another owner inside the act
// that causes it, in the same transaction. Late never blocks: a clock met at
// or after its due time is marked late and explained, and the sweep marks open
// ones as overdue (clauses.md, "How to read it", 3.1 to 3.6).
package deadline
