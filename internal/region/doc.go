// Package region knows the administrative divisions of China (GB/T 2260), reads
// an address into the most specific division it names, and decides the region
// class of a site: home province, other province, remote area, or none
// (clause 2.2; clauses.md 3.7, EC-20 to EC-22).
//
// It is pure. It asks and never guesses: where an address does not say enough
// or contradicts itself, the answer is a Question with the candidates.
package region
