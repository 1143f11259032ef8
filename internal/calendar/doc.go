// Package calendar knows the days: which of them are worked in mainland China,
// when a day ends, and on which day a limit of so many days runs out.
//
// It is pure. Holidays are data: the official years are embedded, later years
// are imported by the administrator (ParseYear, ParseYearCSV). A year that is
// not loaded is never taken silently for a year without holidays: the answer
// is then marked provisional and names the missing year.
//
// Sources: clauses.md sections 3.2 to 3.5 (counting policies, same day, test
// vectors V1 to V11) and EC-18, EC-19.
package calendar
