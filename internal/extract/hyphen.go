package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// joinBroken puts words together that a line end broke. Whether the hyphen is
// the printer's or the word's own is told by the document's own vocabulary:
// "preceding" stands elsewhere, and so does "twenty-five".
func joinBroken(pages []pageWords) {
	known := vocabulary(pages)
	var open *printedLine
	for i := range pages {
		kept, fresh := pages[i].Lines[:0], open != nil
		for _, line := range pages[i].Lines {
			if fresh && len(kept) < edge && isHead(&line) {
				kept = append(kept, line)
				continue
			}
			if fresh && isHead(&line) { // no rest on this page: the hyphen was the word's own
				open.Text += "-"
				open = nil
			}
			fresh = false
			if open != nil {
				open.join(&line, known)
				open = nil
			}
			if line.Text == "" {
				continue
			}
			kept = append(kept, line)
			if kept[len(kept)-1].Broken {
				open = &kept[len(kept)-1]
			}
		}
		pages[i].Lines = kept
	}
}

// isHead tells a running head, left at the top of a page, from the rest of a
// word that the page before broke off: that begins with a small letter.
func isHead(line *printedLine) bool { return !unicode.IsLower(firstRune(line.Text)) }

// join moves the rest of a broken word from next to the end of l.
func (l *printedLine) join(next *printedLine, known map[string]int) {
	rest, _, _ := strings.Cut(next.Text, " ")
	head := l.Text[strings.LastIndexByte(l.Text, ' ')+1:]
	hyphen := ""
	if keepsHyphen(head, rest, known) {
		hyphen = "-"
	}
	l.Text += hyphen + rest
	if n := len(l.Spans); n > 0 {
		l.Spans[n-1].End = len(l.Text)
	}
	l.Broken = next.Broken && rest == next.Text
	next.trimLeft(min(len(rest)+1, len(next.Text)))
}

// keepsHyphen decides between "head-rest" and "headrest".
func keepsHyphen(head, rest string, known map[string]int) bool {
	one, two := bare(head), bare(rest)
	whole, hyphened := known[one+two], known[one+"-"+two]
	switch {
	case whole != hyphened:
		return hyphened > whole
	case one == "" || two == "" || !unicode.IsLower(firstRune(rest)):
		return true // a number, a name, an enumerator
	}
	return known[one] > 0 && known[two] > 0 && len(one) > 3
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// bare is a word in lower case without the punctuation around it.
func bare(word string) string {
	return strings.ToLower(strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
}

// vocabulary counts the whole words of the document.
func vocabulary(pages []pageWords) map[string]int {
	known := map[string]int{}
	for i := range pages {
		after := false
		for _, line := range pages[i].Lines {
			words := strings.Fields(line.Text)
			for at, word := range words {
				if at == 0 && after || at == len(words)-1 && line.Broken {
					continue
				}
				known[bare(word)]++
			}
			after = line.Broken
		}
	}
	return known
}

// compatible gives the letters and digits of s with ligatures and widths made
// plain.
func compatible(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '§' || r == '$' {
			return r
		}
		return -1
	}, norm.NFKC.String(s))
}
