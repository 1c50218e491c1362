package answer

import (
	"regexp"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// sentences parts a block into sentences, by their places in text. A marker after
// the full stop belongs to the sentence before it.
func sentences(text string, within Span, markers []Marker) []Span {
	s := splitter{text: text[:within.End], start: within.Start, markers: markers}
	for at := within.Start; at < within.End; at++ {
		if strings.IndexByte(".!?", text[at]) < 0 {
			continue
		}
		if end, ok := s.endAt(at); ok {
			s.cut(end)
			at = end - 1
		}
	}
	s.cut(within.End)
	return s.found
}

type splitter struct {
	text    string
	start   int
	markers []Marker
	found   []Span
}

// cut ends a sentence at end and begins the next behind the white space.
func (s *splitter) cut(end int) {
	sentence := strings.TrimRightFunc(s.text[s.start:end], isBlank)
	lead := len(sentence) - len(strings.TrimLeftFunc(sentence, isBlank))
	if strings.TrimSpace(sentence) != "" {
		s.found = append(s.found, Span{s.start + lead, s.start + len(sentence)})
	}
	s.start = end
}

func isBlank(r rune) bool { return unicode.IsSpace(r) || r == '\u200b' || r == '>' }

// endAt reports whether the sentence ends with the stop at at, and where: closing
// quotes, brackets and markers go with it.
func (s *splitter) endAt(at int) (int, bool) {
	if m := s.markerOver(at); m != nil {
		return 0, false
	}
	end := s.closers(at + 1)
	withMarks := s.marks(end)
	if withMarks == end && end < len(s.text) && !blankAt(s.text, end) {
		return 0, false
	}
	next := strings.TrimLeftFunc(s.text[withMarks:], isBlank)
	if next == "" {
		return withMarks, true
	}
	if !startsSentence(next) || s.text[at] == '.' && s.abbreviated(at, next, withMarks > end) {
		return 0, false
	}
	return withMarks, true
}

func (s *splitter) markerOver(at int) *Marker { return markerOver(s.markers, at) }

// markerOver gives the marker that covers the byte at at, nil where none does.
func markerOver(markers []Marker, at int) *Marker {
	i := sort.Search(len(markers), func(i int) bool { return markers[i].Span.End > at })
	if i < len(markers) && markers[i].Span.Start <= at {
		return &markers[i]
	}
	return nil
}

// closers skips what closes with the stop: quotes, brackets, Markdown's marks,
// further stops.
func (s *splitter) closers(at int) int {
	for at < len(s.text) {
		r, size := utf8.DecodeRuneInString(s.text[at:])
		if !strings.ContainsRune(`"”’')*_.!?`, r) {
			break
		}
		at += size
	}
	return at
}

// marks skips the markers that stand after the stop, and notes such as [^1].
func (s *splitter) marks(at int) int {
	for {
		next := at
		for next < len(s.text) && (s.text[next] == ' ' || s.text[next] == '\t') {
			next++
		}
		if m := s.markerOver(next); m != nil && m.Span.Start == next {
			at = m.Span.End
			if at < len(s.text) && s.text[at] == '.' {
				at++
			}
			continue
		}
		if n := len(noteCall.FindString(s.text[next:])); n > 0 {
			at = next + n
			continue
		}
		return at
	}
}

var noteCall = regexp.MustCompile(`^\[\^[^\]]{1,20}\]`)

func blankAt(text string, at int) bool {
	r, _ := utf8.DecodeRuneInString(text[at:])
	return isBlank(r)
}

// startsSentence reports a beginning that a new sentence may have.
func startsSentence(next string) bool {
	if enumerated.MatchString(next) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(next, `"“‘'(*_[`))
	return unicode.IsUpper(r) || unicode.IsDigit(r) || r == '§' || r == utf8.RuneError
}

var enumerated = regexp.MustCompile(`^\([a-z0-9]{1,4}\)[.\s]`)

// abbreviations are words whose stop ends no sentence. Those in late may end one
// where the next word is one that begins sentences.
var (
	abbreviations = words(`no nos sec secs § art arts ch chs cl para paras par p pp pt pts subd subds subsec tit vol v vs cf e.g i.e viz al fig
		mr mrs ms dr prof hon gov rep sen gen col lt capt st ste mt
		stat stats ann rev cent comp off bus com civ proc pen gov't dept dist div supp op ops cir ct
		ala ariz ark cal calif colo conn del fla ga haw ill ind kan ky la me md mass mich minn miss mo mont neb nev okla or ore pa tenn tex vt va wash wis wyo
		jan feb mar apr jun jul aug sept sep oct nov dec approx est dep't eff
		pub reg regs fed sess res const amend exec ord ords subpar subpars subch subpt app ex exh ser sched cod admin`)
	late = words(`inc co corp ltd llc jr sr etc a.m p.m bros assn`)
	// opening are words that begin sentences and follow no abbreviation.
	opening = words(`the a an it they this that these those if when where once such any each every no you your we our he she in on under for however as to by
		businesses companies persons notice failure before after unless there all both`)
)

func words(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

var (
	lastWord  = regexp.MustCompile(`[\p{L}§][\p{L}\p{N}.'’]*$`)
	firstWord = regexp.MustCompile(`^[^\p{L}]*([\p{L}]+)`)
	initials  = regexp.MustCompile(`^(?:\p{L}\.)+\p{L}$`)
	// bareNumber is an enumerator or number that has had no sentence yet.
	bareNumber = regexp.MustCompile(`^[\s*_]*(?:§+\s*|(?i:section|sec\.|no\.)\s+)?\(?(?:[0-9][0-9A-Za-z.-]{0,10}|[A-Za-z]|[ivxl]{2,5})\)?$`)
	signNumber = regexp.MustCompile(`(?:§+|(?i:\bsec\.|\bno\.|\bch\.|\bart\.))\s*\d{1,3}$`)
)

// abbreviated reports whether the stop at at belongs to a word or number.
func (s *splitter) abbreviated(at int, next string, marked bool) bool {
	before := s.text[s.start:at]
	if len(before) <= 24 && bareNumber.MatchString(before) {
		return true
	}
	before = before[max(0, len(before)-48):] // no abbreviation is longer
	if marked {
		return false // a marker after the stop closes the sentence
	}
	word := strings.ToLower(lastWord.FindString(before))
	opens := opensSentence(next)
	switch {
	case late[word]:
		return !opens
	case initials.MatchString(word):
		return !opens
	case len(word) == 1 && unicode.IsUpper(lastRune(before)) && !labelled.MatchString(before):
		return true
	case signNumber.MatchString(before):
		return !opens
	}
	return abbreviations[word] && !(opens && isWordToo[word])
}

var (
	// labelled is "Subsection B", whose letter is no initial.
	labelled = regexp.MustCompile(`(?i)\b(?:subsection|paragraph|part|article|title|class|schedule|appendix|chapter|subpart|section)\s+\p{L}$`)
	// isWordToo are abbreviations that are also words: "or", "me", "off".
	isWordToo = words(`no or me off par rep p pen st mass miss ill wash del mar op est dec may col hon sen gov pub app ex cod res regs fed amend`)
)

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

func opensSentence(next string) bool {
	m := firstWord.FindStringSubmatch(next)
	if m == nil || next[0] >= '0' && next[0] <= '9' { // "G.S. 75-1.1": a number goes with what stands before it
		return false
	}
	first, _ := utf8.DecodeRuneInString(m[1])
	return unicode.IsUpper(first) && opening[strings.ToLower(m[1])]
}

func startsLower(text string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, `"“‘'(*_[> `))
	return unicode.IsLower(r)
}

// endsSentence reports text whose last line closes a sentence or a lead-in.
func endsSentence(text string) bool {
	text = strings.TrimRight(text, " *_")
	for strings.HasSuffix(text, "]") && strings.LastIndexByte(text, '[') > 0 {
		text = strings.TrimRight(text[:strings.LastIndexByte(text, '[')], " ")
		if looseEnd(text) {
			return true
		}
	}
	return looseEnd(text)
}

func looseEnd(text string) bool {
	r := lastRune(strings.TrimRight(text, `"”’')*_ `))
	return strings.ContainsRune(".!?:;", r)
}
