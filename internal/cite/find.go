package cite

import (
	"regexp"
	"strings"
)

// reach is how far before a number the name of its code is looked for.
const reach = 96

// Find gives the citations in a text, in order, none overlapping another. It
// does not fire on dates, telephone numbers, sums of money, markers such as
// [1.4], version numbers, clock ranges such as 24-7 or ranges of years.
func Find(text string) []Citation {
	s := scan{text: text, worded: wordedIn(text)}
	for s.at < len(text) {
		s.step()
	}
	return s.found
}

// scan walks a text once, from number to number.
type scan struct {
	text   string
	worded map[int]Citation
	found  []Citation
	// at is the place reached; done the end of the last citation.
	at, done int
	// list counts the numbers that went on the list begun last.
	list int
}

func (s *scan) step() {
	if c, ok := s.worded[s.at]; ok && s.at >= s.done {
		s.keep(c)
		return
	}
	if !isDigit(s.text[s.at]) {
		s.at++
		return
	}
	if c, ok := s.cited(); ok {
		s.keep(c)
		return
	}
	s.at += max(len(core.FindString(s.text[s.at:])), 1)
}

func (s *scan) keep(c Citation) {
	s.found = append(s.found, c)
	s.at, s.done = c.End, c.End
}

// cited reads the citation whose number begins here.
func (s *scan) cited() (Citation, bool) {
	if !s.beginsNumber() || s.inMarker() {
		return Citation{}, false
	}
	if c, ok := titledAt(s.text[s.at:], s.at); ok {
		return c, true
	}
	n := coreAt(s.text[s.at:])
	if n == 0 {
		return Citation{}, false
	}
	return s.read(n)
}

// beginsNumber reports whether no number, word or sum runs into this digit.
func (s *scan) beginsNumber() bool {
	if s.at == 0 {
		return true
	}
	previous := s.text[s.at-1]
	if previous == '.' {
		return s.at >= 2 && !isDigit(s.text[s.at-2])
	}
	return !isAlnum(previous) && !strings.ContainsRune("$-/#:,", rune(previous))
}

var marker = regexp.MustCompile(`^\d+\.\d+\s*(?:[],;]|-|–)`)

// inMarker reports whether the number stands in square brackets as "[1.4]" or
// "[1.4, 1.5]".
func (s *scan) inMarker() bool {
	open := strings.LastIndexByte(s.text[max(s.done, s.at-60):s.at], '[')
	if open < 0 || !marker.MatchString(s.text[s.at:]) {
		return false
	}
	return strings.Trim(s.text[max(s.done, s.at-60)+open+1:s.at], "0123456789.,;- ") == ""
}

// read decides on the number of n bytes here by what stands around it.
func (s *scan) read(n int) (Citation, bool) {
	number := s.text[s.at : s.at+n]
	c := Citation{Number: dashes.Replace(number), Kind: Statute, Start: s.at, End: s.at + n}
	look := shapeOf(number)
	pinpoint, length := pinpointAfter(s.text[c.End:])
	c.Pinpoint, c.End = pinpoint, c.End+length
	head := s.head()
	bare, sign := trimSign(head)
	if s.continued(&c, look) {
		s.widen(&c, look)
		s.nameList(c)
		return c, true
	}
	s.list = 0
	switch {
	case look.separators == 0 && s.ofAnAct(c.End):
		return Citation{}, false
	case s.named(&c, bare, look) && (look.separators > 0 || sign != "" || strings.HasSuffix(strings.TrimSpace(bare), "Stat.")):
	case sign != "" && signed(look, sign):
		c.Start = s.at - (len(head) - len(bare))
	case s.startsLine() && headsLine(s.text[s.at+n:], look):
	case look.standsAlone(), opensRange(s.text[c.End:], look):
	default:
		if _, _, ok := after(s.text[c.End:]); !ok || look.separators == 0 {
			return Citation{}, false
		}
	}
	s.widen(&c, look)
	return c, true
}

var ofAct = regexp.MustCompile(`^\s+of\s+(?:(?:the|this|that|such)\s+(?:[A-Z][\w-]*\s+){0,6}(?:[Aa]ct|[Bb]ill|[Cc]hapter|[Aa]greement|[Cc]ontract)\b|D\.\s?C\.\s+Law|Pub|P\.L\.|Laws\b|S\.L\.|[Cc]hapter\b)`)

// ofAnAct reports a plain number that counts sections of an act as passed:
// "Laws 2017, ch. 36, § 6", "Section 401 of the Deposit Act".
func (s *scan) ofAnAct(end int) bool {
	if len(s.found) > 0 {
		last := s.found[len(s.found)-1]
		if (last.Kind == SessionLaw || strings.HasPrefix(last.Number, "Pub. L.")) && actGap.MatchString(s.text[last.End:s.at]) {
			return true
		}
	}
	return ofAct.MatchString(s.text[end:])
}

var actGap = regexp.MustCompile(`^(?:,?\s*(?:§+|[Ss]ec(?:s|tions?)?\.?|s{1,2}\.|and|to|,|\d+|\([a-z0-9]+\)|-|–|\s))*\s*$`)

// head is what stands before the number, back to the last citation.
func (s *scan) head() string {
	from := max(s.done, s.at-reach)
	for from < s.at && s.text[from]&0xc0 == 0x80 {
		from++
	}
	return s.text[from:s.at]
}

var signAtEnd = regexp.MustCompile(`(?:§+|\b(?i:sections?|secs?\.)|(?:^|\s)ss?\.)[\s\x{00a0}]*\[?$`)

// trimSign takes "§§", "Section", "sec." off the end.
func trimSign(head string) (bare, sign string) {
	if !endsLikeSign(head) {
		return head, ""
	}
	m := signAtEnd.FindStringIndex(head)
	if m == nil {
		return head, ""
	}
	return head[:m[0]], strings.TrimSpace(head[m[0]:])
}

// endsLikeSign is false where signAtEnd surely finds nothing, as before most
// numbers.
func endsLikeSign(head string) bool {
	head = strings.TrimRight(strings.TrimSuffix(head, "["), "\t\n\f\r \u00a0")
	if strings.HasSuffix(head, "§") || strings.HasSuffix(head, ".") {
		return true
	}
	tail := strings.ToLower(head[max(0, len(head)-len("sections")):])
	return strings.HasSuffix(tail, "section") || strings.HasSuffix(tail, "sections")
}

// signed reports whether a number behind "§" or "Section" is one of a code: a
// plain number behind the word is a section of the act at hand.
func signed(look shape, sign string) bool {
	if look.separators > 0 && !look.looksLikeDate() {
		return true
	}
	if look.separators > 0 {
		return strings.HasPrefix(sign, "§")
	}
	return len(look.parts) > 0 && digitsIn(look.parts[0]) >= 3
}

// named sets jurisdiction and start where the words before name a code.
func (s *scan) named(c *Citation, bare string, look shape) bool {
	r, title, name, ok := before(bare, look.separators)
	if !ok || yearAfterStat(name, look) {
		return false
	}
	c.Jurisdiction = r.jurisdiction
	if title != "" && r.jurisdiction == "OK" {
		c.Number = title + "-" + c.Number
	}
	c.Start = s.at - (len(s.head()) - nameStart(bare, name))
	return true
}

// yearAfterStat reports "Fla. Stat. 2019", which dates the code.
func yearAfterStat(name string, look shape) bool {
	return look.separators == 0 && len(look.parts) == 1 && isYear(look.parts[0]) && !strings.HasSuffix(name, "Code")
}

// nameStart finds where a folded name begins in the words as written.
func nameStart(bare, name string) int {
	at := len(strings.TrimRight(bare, " \u00a0,\t\n"))
	for at > 0 && len(foldName(bare[at:])) < len(name) {
		at--
	}
	return at
}

var (
	listGap  = regexp.MustCompile(`^\s*(?:,\s*(?:and|or|&)?|;|and|or|&)\s*(?:§+\s*)?$`)
	rangeGap = regexp.MustCompile(`^\s*(?:through|thru|to|–|—|-)\s*(?:§+\s*)?$`)
)

// continued reports whether the number goes on a list or range that the last
// citation began; it is then of the same code.
func (s *scan) continued(c *Citation, look shape) bool {
	if len(s.found) == 0 || look.separators == 0 {
		return false
	}
	last := s.found[len(s.found)-1]
	gap := s.text[last.End:s.at]
	c.Through = rangeGap.MatchString(gap)
	if last.Kind != Statute || !c.Through && !listGap.MatchString(gap) || !alike(last.Number, look) {
		c.Through = false
		return false
	}
	c.Jurisdiction = last.Jurisdiction
	s.list++
	return true
}

// nameList gives the code that stands behind a list to all its numbers:
// "Sections 57-12C-6 and 57-12C-7 NMSA 1978".
func (s *scan) nameList(c Citation) {
	for i := len(s.found) - 1; i >= 0 && i >= len(s.found)-s.list && s.found[i].Jurisdiction == ""; i-- {
		s.found[i].Jurisdiction = c.Jurisdiction
	}
}

// alike reports numbers of one build: as many parts, or one more.
func alike(number string, look shape) bool {
	other := shapeOf(number)
	return other.hyphens == look.hyphens && abs(other.separators-look.separators) <= 1
}

// opensRange reports "75-61" of "75-61 through 75-66": numbers of one chapter.
func opensRange(rest string, look shape) bool {
	words, ok := strings.CutPrefix(rest, " through ")
	if !ok || look.separators == 0 || look.looksLikeDate() {
		return false
	}
	other := shapeOf(words[:coreAt(words)])
	return other.separators == look.separators && other.hyphens == look.hyphens && other.parts[0] == look.parts[0]
}

func abs(n int) int { return max(n, -n) }

func (s *scan) startsLine() bool {
	line := s.text[strings.LastIndexByte(s.text[:s.at], '\n')+1 : s.at]
	return strings.Trim(line, " -*•\t\u00a0") == ""
}

var title = regexp.MustCompile(`^\.\s+\[?\p{Lu}`)

// headsLine reports "75-65. Protection from …": a heading's number. A number
// with a stop alone, "1.4. Scope", may be an outline's.
func headsLine(rest string, look shape) bool {
	if look.separators == 0 || look.looksLikeDate() || look.looksLikePhone() || !title.MatchString(rest) {
		return false
	}
	return look.hyphens > 0 && len(look.parts[len(look.parts)-1]) > 1 || len(look.parts[len(look.parts)-1]) >= 3
}

// widen takes in the name of the code behind the number, and the subsection
// named before it.
func (s *scan) widen(c *Citation, look shape) {
	if r, n, ok := after(s.text[c.End:]); ok && look.separators >= r.separators {
		c.End += n
		if c.Jurisdiction == "" {
			c.Jurisdiction = r.jurisdiction
		}
	}
	head := s.text[max(s.done, c.Start-reach):c.Start]
	if pinpoint, n := pinpointBefore(head); n > 0 {
		c.Start -= n
		if c.Pinpoint == "" {
			c.Pinpoint = pinpoint
		}
	}
}
