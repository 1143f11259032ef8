// Package form prints the paper forms of the regulation as PDF on A4.
//
// A form is laid out first, as pages of marks (texts, lines, tick boxes) with
// their places in points, and painted afterwards, so that the number of pages
// is known when 页次 is printed and a test can look at the sheet itself.
//
// Equal input gives equal bytes: nothing here reads a clock or chance.
package form
