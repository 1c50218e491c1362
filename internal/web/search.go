package web

import (
	"strings"
	"unicode/utf8"

	"github.com/pincite/pincite/internal/statute"
)

// searchLimit is how many sections a search gives, searchLength how long its
// words may be.
const searchLimit, searchLength = 25, 400

// searchData is what was asked and what was found.
type searchData struct {
	Words  string
	Place  statute.Jurisdiction
	Places []placeRow
	Hits   []hit
	// Total counts the sections that hold the words, shown or not.
	Total int
}

// hit is a section with the words around the first that was found.
type hit struct {
	statute.Held
	Parts []part
}

func search(v *view) (*page, error) {
	query := v.URL.Query()
	d := searchData{Words: strings.TrimSpace(query.Get("q")), Place: code(query.Get("jurisdiction"))}
	if len(d.Words) > searchLength {
		d.Words = strings.ToValidUTF8(d.Words[:searchLength], "")
	}
	var err error
	if d.Places, err = v.placesOf(); err != nil {
		return nil, err
	}
	if sayable(d.Words) {
		err = v.find(&d)
	}
	return &page{Body: "search", Here: "search", Title: "Search the law", Words: d.Words, Place: string(d.Place), Data: d}, err
}

// sayable reports whether there is a word to look for.
func sayable(words string) bool {
	return utf8.ValidString(words) && strings.Trim(words, "\x00 \t\r\n") != ""
}

func (v *view) find(d *searchData) error {
	held, err := v.Store.Search(v.Context(), d.Place, strings.ReplaceAll(d.Words, "\x00", " "), searchLimit)
	for _, one := range held {
		d.Hits = append(d.Hits, hit{one, excerpt(one.Text, wordsIn(one.Text, d.Words))})
	}
	if d.Total = len(held); err == nil && len(held) == searchLimit {
		d.Total, err = v.Store.Matches(v.Context(), d.Place, strings.ReplaceAll(d.Words, "\x00", " "))
	}
	return err
}

// wordsIn gives where the first few of the words stand in a text as they were
// given; other inflections were found and are not marked.
func wordsIn(text, words string) []span {
	lower := strings.ToLower(text)
	if len(lower) != len(text) {
		return nil // a letter that changes its length would shift the marks
	}
	var spans []span
	for word := range strings.FieldsSeq(strings.ToLower(words)) {
		if at := strings.Index(lower, word); at >= 0 {
			spans = append(spans, span{at, at + len(word)})
		}
	}
	return spans
}
