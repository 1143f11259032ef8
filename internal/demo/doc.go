// Package demo makes the demo company: people in every role, customers with
// sites in every region class, products, installed units, and complaints in
// every state. All of it is made by acts, at times over the last year, in the
// order in which they would have happened, so that the journal, the clocks and
// the counters are those of a company that has worked with the system.
package demo
