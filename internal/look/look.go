// Package look holds how reports and served pages look: colours in light and
// dark, type, tables, badges, findings and marked words.
//
// It will not lay out a page: what only a report or only a served page has
// stands with it.
package look

import _ "embed" // the style

// CSS is the style that every page begins with. What follows it may add to it.
//
//go:embed look.css
var CSS string
