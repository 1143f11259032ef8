// Package staff is the chapter of the people: the company, its departments,
// people and roles, the designated persons (专人; clauses 2.1-a, 4.1-a, 4.3-a),
// qualifications (clause 2.3-a) and absences.
//
//	designation:    in force from from_day to to_day; the last one of a function
//	                does not end without a successor
//	qualification:  not yet valid → valid → expired, or ended before its day
//	absence:        recorded → cancelled; those of one person do not overlap
//	person:         enabled ⇄ disabled; the last administrator stays
//
// A password reaches this package only as its hash, and the hash stands in one
// column: acts leave it out of their JSON, so it is in no receipt, no journal
// line and no answer.
package staff
