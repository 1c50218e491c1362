// Package compare lays one claim beside one section: it aligns the claim with the words
// that it follows, and compares the typed facts of the two slot by slot (figures, force,
// doers, exceptions and conditions, scope, quotations). What differs comes with both
// texts' words. A thin alignment makes a difference at most possible.
//
// It holds a claim to this section only, and will not look for a better one nor give a
// verdict; package audit does.
package compare
