// Package regulation is the company's after-sales service regulation as a
// program: one file per clause with the obligations it holds (IDs of
// clauses.md) and the pure functions that decide what it asks; the company's
// answers to what it leaves open are Settings, in dated Editions.
//
// Wording and titles are data, in text/. Nothing here reads a clock or a
// database: instants, settings and the calendar come from outside.
//
// Limits that the regulation states are counted without the company's own days
// off unless the company has said so in writing (EC-19); limits that are the
// company's own settings are counted with them.
package regulation
