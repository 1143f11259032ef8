// Package ledger is the edge at which a company's old complaint register
// (投诉台账) comes in: a file is uploaded and kept, read by package exchange,
// shown cell by cell with what was understood, corrected by a person, and then
// taken into the register in batches, each an act of package complaint.
//
// An import is a job that survives a restart: its rows are frozen as they were
// understood when it was begun, and each batch carries a key of its own, so
// that one sent twice is taken once. Several replicas may work on one database:
// a lease says who carries a job on.
//
// Obligations: 1-b (what was handled outside is entered afterwards, with the
// reason, and counted apart), 2.1-b (one gapless register).
package ledger
