package answer

import (
	"regexp"
	"strings"
)

// stock is what an answer cites: the words and numbers of its cited claims.
type stock struct {
	words   map[string]bool
	numbers map[string]bool
	// claims are the cited claims, in order; none in an answer so long that
	// comparing each with each would not end.
	claims []citedClaim
}

// citedClaim is what a later sentence may repeat.
type citedClaim struct {
	id       int
	words    map[string]bool
	negative bool
	duty     bool
}

// manyClaims bounds the comparison of each claim with each.
const manyClaims = 1500

func newStock(a *Answer) *stock {
	s := &stock{words: map[string]bool{}, numbers: map[string]bool{}}
	for i := range a.Claims {
		c := &a.Claims[i]
		if !hasOwn(c) {
			continue
		}
		set := setOf(stems(c.Bare))
		for word := range set {
			s.words[word] = true
		}
		addAll(s.words, stems(c.Section))
		addAll(s.numbers, numbersIn(c.Bare))
		if len(a.Claims) <= manyClaims {
			s.claims = append(s.claims, citedClaim{c.ID, set, negates.MatchString(c.Bare), binds.MatchString(c.Bare)})
		}
	}
	addAll(s.words, stems(a.Title))
	return s
}

// summarised reports whether a sentence that offers itself as a summary says
// only what is cited: every number of it, and in each of its clauses enough of
// the words. New law in a summary's clothes needs its own citation.
func (s *stock) summarised(words string) bool {
	for _, n := range numbersIn(words) {
		if !s.numbers[n] {
			return false
		}
	}
	all := stems(summaryCue.ReplaceAllString(words, ""))
	if len(all) == 0 || share(all, s.words) < 0.45 {
		return false
	}
	for _, clause := range clauseBreak.Split(summaryCue.ReplaceAllString(words, ""), -1) {
		if mine := stems(clause); len(mine) >= 3 && share(mine, s.words) < 0.34 {
			return false
		}
	}
	return true
}

var clauseBreak = regexp.MustCompile(`[,;:]\s+(?:and\s+)?|\s+and\s+(?:also\s+)?`)

var negates = regexp.MustCompile(`(?i)\b(?:not|no|never|cannot|can't|nor|neither|without|unless)\b`)

var binds = regexp.MustCompile(`(?i)\b(?:must|shall|ha(?:s|ve) to|required|obliged|owes?)\b`)

// repeats reports a sentence nearly all of whose words and numbers stand in one
// cited claim before it, that denies and
// binds as it does. A statement that comes first
// is no repetition: it is the answer, and must rest on something.
func (s *stock) repeats(id int, words string) bool {
	mine := stems(words)
	if len(mine) < 5 {
		return false
	}
	for _, n := range numbersIn(words) {
		if !s.numbers[n] {
			return false
		}
	}
	negative, duty := negates.MatchString(words), binds.MatchString(words)
	for _, claim := range s.claims {
		if claim.id < id && claim.negative == negative && claim.duty == duty && share(mine, claim.words) >= 0.8 {
			return true
		}
	}
	return false
}

func addAll(set map[string]bool, members []string) {
	for _, m := range members {
		set[m] = true
	}
}

func setOf(members []string) map[string]bool {
	set := map[string]bool{}
	addAll(set, members)
	return set
}

// share is the part of words that set holds.
func share(words []string, set map[string]bool) float64 {
	if len(words) == 0 {
		return 0
	}
	held := 0
	for _, w := range words {
		if set[w] {
			held++
		}
	}
	return float64(held) / float64(len(words))
}

var (
	aWord   = regexp.MustCompile(`\p{L}[\p{L}'’-]+`)
	aNumber = regexp.MustCompile(`(?i)\d[\d,]*(?:\.\d+)?|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|eighteen|twenty|thirty|forty-five|forty-eight|forty|sixty|ninety|hundred|thousand)\b`)
	idle    = words(`the a an of to in on for by with from and or not no is are was were be been being it its this that these those they them their there
		you your we our he she his her who whom which what when where while if as at any all each every some such than then so do does did has have had having
		must shall may can cannot will would should could need also only into under over about within without upon out up once more most same other
		law laws summary short overall too much very quite really just`)
	inWordsNumber = map[string]string{"two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10",
		"twelve": "12", "fifteen": "15", "eighteen": "18", "twenty": "20", "thirty": "30", "forty": "40", "forty-five": "45", "forty-eight": "48", "sixty": "60", "ninety": "90"}
)

// stems gives the words of a text that carry meaning, each cut to its first six
// letters less its ending, so that inflected forms meet.
func stems(text string) []string {
	var all []string
	for _, w := range aWord.FindAllString(strings.ToLower(text), -1) {
		w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
		if !idle[w] && len(w) > 2 {
			all = append(all, stem(w))
		}
	}
	return all
}

func stem(w string) string {
	for _, ending := range []string{"ations", "ation", "ings", "ing", "ies", "ied", "ers", "ed", "es", "s", "er", "y", "e"} {
		if short, ok := strings.CutSuffix(w, ending); ok && len(short) >= 3 {
			w = short
			break
		}
	}
	return w[:min(len(w), 6)]
}

// numbersIn gives the numbers of a text in digits.
func numbersIn(text string) []string {
	var all []string
	for _, n := range aNumber.FindAllString(strings.ToLower(text), -1) {
		if digits, ok := inWordsNumber[n]; ok {
			n = digits
		}
		all = append(all, strings.ReplaceAll(n, ",", ""))
	}
	return all
}
