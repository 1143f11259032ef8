// Package exchange reads and writes tables as offices hand them over: Excel
// workbooks and separated text in any encoding, with titles above the
// headings, totals below, and dates in every spelling. It decides what a file
// is from its content, what each column means, and what each cell says, and
// keeps everything it could not understand together with the reason.
//
// The package knows no database and no clock of its own: the caller gives the
// bytes and the time, gets a Preview, and does the rest. Texts for people are
// codes with arguments; their wording lies in internal/lang (area "exchange").
package exchange
