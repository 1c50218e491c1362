package look

import "regexp"

// sign is what a heading of a text begins with, where nothing follows it yet.
var sign = regexp.MustCompile(`(?:^|\n)[ \t]*#{1,6}[ \t]*$`)

// CutHeading takes the sign of a heading, "##", from the end of the words before
// it, and reports whether it stood there: what follows is a heading.
func CutHeading(before string) (rest string, heading bool) {
	if at := sign.FindStringIndex(before); at != nil {
		return before[:at[0]], true
	}
	return before, false
}
