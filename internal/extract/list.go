package extract

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// enumerator gives what a browser draws before a list item, in brackets: "(a)"
// for the first item of <ol type="a">. It is "" for a bulleted item. Publishers
// who drop the enumerators of a statute keep them here.
func enumerator(li *html.Node) string {
	list := li.Parent
	if list == nil || list.DataAtom != atom.Ol {
		return ""
	}
	return "(" + numeral(listStyle(attr(list, "type"), attr(list, "class")), place(li, list)) + ")"
}

// listStyle is the type of a numbered list. Lists without one may be styled by a class
// that names the numerals as style sheets do, or is alpha for small letters.
func listStyle(kind, class string) string {
	if kind != "" {
		return kind
	}
	for _, word := range strings.Fields(class) {
		switch word {
		case "alpha", "lower-alpha", "lower-latin":
			return "a"
		case "upper-alpha", "upper-latin":
			return "A"
		case "lower-roman":
			return "i"
		case "upper-roman":
			return "I"
		}
	}
	return ""
}

// place counts from the list's start, and minds the items' own values.
func place(li, list *html.Node) int {
	at := 1
	if start, err := strconv.Atoi(attr(list, "start")); err == nil {
		at = start
	}
	at--
	for item := list.FirstChild; item != nil; item = item.NextSibling {
		if item.DataAtom != atom.Li {
			continue
		}
		at++
		if value, err := strconv.Atoi(attr(item, "value")); err == nil {
			at = value
		}
		if item == li {
			break
		}
	}
	return at
}

// numeral writes n in the style of a list type; other types count in digits.
func numeral(style string, n int) string {
	switch style {
	case "a":
		return strings.ToLower(letters(n))
	case "A":
		return letters(n)
	case "i":
		return strings.ToLower(roman(n))
	case "I":
		return roman(n)
	}
	return strconv.Itoa(n)
}

// letters counts A … Z, AA, BB, CC … as statutes do.
func letters(n int) string {
	if n < 1 || n > 26*26 {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(rune('A'+(n-1)%26)), 1+(n-1)/26)
}

func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	var out strings.Builder
	for _, step := range []struct {
		value int
		sign  string
	}{
		{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"},
		{50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"},
	} {
		for ; n >= step.value; n -= step.value {
			out.WriteString(step.sign)
		}
	}
	return out.String()
}
