package answer

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

var (
	linkText  = regexp.MustCompile(`!?\[([^\]\[]*)\]\([^()\s]*\)`)
	footnote  = regexp.MustCompile(`\[\^[^\]]{1,20}\]:?`)
	quoteLine = regexp.MustCompile(`\n[ \t]*>+[ \t]?`)
	// strayStop is a stop left alone where the marker before it was taken out.
	strayStop = regexp.MustCompile(`\s+([.,;:!?)])`)
)

var strongMark = strings.NewReplacer("**", "", "__", "", "`", "", "\u200b", "")

// plain takes Markdown's marks off and folds white space.
func plain(text string) string {
	text = quoteLine.ReplaceAllString(text, "\n")
	text = linkText.ReplaceAllString(text, "$1")
	text = footnote.ReplaceAllString(text, "")
	text = strongMark.Replace(text)
	text = emphasis.ReplaceAllString(text, "$1$2$3")
	text = strings.Join(strings.Fields(text), " ")
	return strayStop.ReplaceAllString(text, "$1")
}

// emphasis is *word* or _word_ that stands free.
var emphasis = regexp.MustCompile(`(^|[\s(“"])[*_]([^\s*_][^*_\n]*[^\s*_]|[^\s*_])[*_]($|[\s.,;:!?)”"])`)

// quotes gives the stretches in quotation marks within a sentence, without the
// marks; the whole sentence of a block quotation.
func quotes(text string, s Span, quoted bool, markers []Marker) []Span {
	if quoted {
		return []Span{quotedSentence(text, s, markers)}
	}
	var found []Span
	open, closer := -1, rune(0)
	for at := s.Start; at < s.End; {
		r, size := utf8.DecodeRuneInString(text[at:s.End])
		switch {
		case open < 0 && (r == '“' || r == '"' || r == '«' || r == '„'):
			open, closer = at+size, closing(r)
		case open >= 0 && (r == closer || r == '”' && closer == '"'):
			if open < at {
				found = append(found, Span{open, at})
			}
			open = -1
		}
		at += size
	}
	return found
}

func closing(open rune) rune {
	switch open {
	case '“', '„':
		return '”'
	case '«':
		return '»'
	}
	return '"'
}

// quotedSentence leaves closing markers and outer quotation marks out.
func quotedSentence(text string, s Span, markers []Marker) Span {
	if i := firstMarker(markers, s.End-1); i < len(markers) {
		if m := markers[i].Span; m.End == s.End && m.Start > s.Start {
			s.End = s.Start + len(strings.TrimRight(text[s.Start:m.Start], " "))
		}
	}
	inner := strings.Trim(text[s.Start:s.End], "\"“” ")
	at := s.Start + strings.Index(text[s.Start:s.End], inner)
	return Span{at, at + len(inner)}
}
