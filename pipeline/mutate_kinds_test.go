package pipeline

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/internal/statute"
)

// mutation spoils a true sentence in one way. Its words are its own: none of its
// tables is one of the audit's.
type mutation struct {
	kind string
	// right are the rules of which one must find it.
	right string
	// floor is the share that must be found, least how many there must be.
	floor float64
	least int
	// make gives nil where the sentence offers no hold.
	make func(*paraphrase) *specimen
}

const (
	figures = "number-contradicted deadline-contradicted amount-contradicted"
	forces  = "modality-changed negation-reversed"
	misses  = "source-misplaced source-irrelevant claim-unsupported better-source source-nonoperative"
)

var mutations = []mutation{
	{"number changed", figures, 0.88, 20, words(otherNumber)},
	{"unit changed", figures, 0.9, 10, words(otherUnit)},
	{"comparator flipped", figures, 0.87, 15, words(otherSide)},
	{"must becomes may", forces, 0.66, 30, words(swap(" must not ", " may ", " must ", " may ", " has to ", " may ", " have to ", " may "))},
	{"may becomes must", forces, 0.61, 25, words(swap(" may ", " must ", " can ask ", " must ask ", " can be ", " must be ", " is allowed to ", " is bound to ", " can sue ", " must sue "))},
	{"not inserted", forces, 0.6, 60, words(swap(" can ", " cannot ", " may ", " may not ", " must ", " must not ", " has to ", " does not have to ", " is treated ", " is not treated "))},
	{"not removed", forces, 0.44, 15, words(swap(" can't ", " can ", " must not ", " may ", " doesn't reach ", " also reaches ", " does not reach ", " also reaches ", " are not covered ", " are covered "))},
	{"actor swapped", "actor-changed", 0.63, 15, words(otherActor)},
	{"exception dropped", "exception-missing condition-missing scope-widened", 0.68, 8, words(withoutException)},
	{"exception denied", "absence-false scope-widened exception-missing condition-missing negation-reversed", 0.8, 8, words(deniedException)},
	{"widened", "scope-widened exception-missing condition-missing negation-reversed", 0.38, 40, words(widened)},
	{"duty invented", "claim-partly-supported claim-unsupported", 0.87, 150, words(withInvention)},
	{"other section, same act", misses, 0.81, 150, elsewhere(sameAct)},
	{"other act", misses, 0.95, 100, elsewhere(otherAct)},
	{"definitions cited", misses + " source-definitional", 0.95, 150, elsewhere(definitions)},
	{"other jurisdiction", "jurisdiction-wrong", 0.99, 150, abroad},
	{"number made up", "source-unknown", 0.99, 150, madeUpNumber},
	{"title of another", "title-mismatched", 0.99, 120, otherTitle},
	{"quotation altered", "quote-altered", 0.99, 120, alteredQuote},
	{"repealed section cited", "section-repealed section-renumbered", 0.98, 100, elsewhere(repealed)},
	{"marker without a source", "citation-dangling", 0.99, 150, dangling},
	{"no marker", "claim-uncited", 0.81, 150, unmarked},
}

// words makes a mutation of one that changes the sentence alone; "" where it
// cannot.
func words(change func(*paraphrase) string) func(*paraphrase) *specimen {
	return func(p *paraphrase) *specimen {
		if changed := change(p); changed != "" && changed != p.text {
			return cited(changed, p.held)
		}
		return nil
	}
}

// swap changes the first of the pairs that the sentence holds, if that makes another
// sense of it.
func swap(pairs ...string) func(*paraphrase) string {
	return func(p *paraphrase) string {
		for i := 0; i < len(pairs); i += 2 {
			if strings.Contains(p.text, pairs[i]) {
				if changed := strings.Replace(p.text, pairs[i], pairs[i+1], 1); !idle.MatchString(changed) && !strings.Contains(p.text, pairs[i]+"not ") {
					return changed
				}
				return ""
			}
		}
		return ""
	}
}

// idle are sentences that say what they said before, or nothing: nobody "must" and
// nobody "may" is one ban, and "don't may" is no English.
var idle = regexp.MustCompile(`^Nobody (?:must|may not|cannot)\b|n't may\b`)

var (
	digits = regexp.MustCompile(`(^|[ $])(\d{1,3}(?:,\d{3})+|\d+)([ %.,]|$)`)
	lawRef = regexp.MustCompile(`(?i)\b(?:chapter|G\.S\.|section|part|title|ORS|art\.)$`)
)

// inWords are numbers as words and what becomes of them.
var inWords = map[string]string{
	"two": "six", "three": "seven", "six": "nine", "eight": "eleven", "nine": "fourteen", "eighteen": "twenty-two",
	"thirty-one": "fifty-two", "forty-five": "seventy", "ninety": "a hundred and forty", "Eight": "Eleven", "Six": "Nine",
}

// otherNumber changes the first figure of the sentence to one that the section
// does not hold.
func otherNumber(p *paraphrase) string {
	if m := digits.FindStringSubmatchIndex(p.text); m != nil && !lawRef.MatchString(strings.TrimSpace(p.text[:m[4]])) {
		n, _ := strconv.Atoi(strings.ReplaceAll(p.text[m[4]:m[5]], ",", ""))
		for _, other := range []string{strconv.Itoa(n*3 + 2), strconv.Itoa(n*7 + 3)} {
			if !strings.Contains(p.held.Text, other) {
				return p.text[:m[4]] + other + p.text[m[5]:]
			}
		}
	}
	for _, word := range regexp.MustCompile(`[A-Za-z-]+`).FindAllString(p.text, -1) {
		if other := inWords[word]; other != "" && !strings.Contains(p.held.Text, " "+other+" ") {
			return strings.Replace(p.text, word, other, 1)
		}
	}
	return ""
}

var timed = regexp.MustCompile(`(?i)((?:\d+|two|three|six|eight|nine|ten|thirty-one|forty-five)(?: calendar| business| consecutive)?[ -])(days?|weeks?|months?|years?)\b`)

// otherUnit changes a period's unit.
func otherUnit(p *paraphrase) string {
	other := map[string]string{"day": "week", "days": "weeks", "week": "month", "weeks": "months", "month": "year", "months": "years", "year": "month", "years": "months"}
	m := timed.FindStringSubmatchIndex(p.text)
	if m == nil {
		return ""
	}
	return p.text[:m[4]] + other[p.text[m[4]:m[5]]] + p.text[m[5]:]
}

// otherSide turns a bound into its opposite.
func otherSide(p *paraphrase) string {
	for _, pair := range [][2]string{
		{" or more", " or less"}, {"at least ", "at most "}, {"no more than ", "no less than "}, {"not more than ", "not less than "}, {"up to ", "at least "},
		{"more than ", "fewer than "}, {" under 18", " over 18"}, {"younger than ", "older than "}, {"above one thousand", "below one thousand"},
		{"to a limit of ", "from a minimum of "}, {"does not exceed ", "is not below "}, {"within ", "no sooner than "},
	} {
		if strings.Contains(p.text, pair[0]) {
			return strings.Replace(p.text, pair[0], pair[1], 1)
		}
	}
	return ""
}

// opposed are parties and those that stand against them, one of which a section
// must name itself.
var opposed = map[string]string{
	"seller": "buyer consumer", "sellers": "buyers consumers", "buyer": "seller", "consumer": "business seller creditor", "consumers": "businesses creditors",
	"californians": "businesses contractors", "businesses": "consumers recipients", "business": "consumer", "company": "consumer resident", "companies": "residents",
	"lender": "borrower consumer", "lenders": "borrowers insurers", "creditors": "consumers", "creditor": "consumer debtor", "bailor": "bailee", "bailee": "bailor",
	"surety": "principal debtor", "pilots": "passengers", "pilot": "passenger", "passenger": "pilot", "dealer": "franchisor", "court": "defendant assignee attorney_general",
	"telemarketers": "subscribers", "claimant": "defendant", "plaintiff": "defendant", "recipient": "sender", "board": "chairperson governor", "agency": "contractor consumer court",
	"police": "individual governor", "panel": "consumer manufacturer", "homeowner": "purchaser", "makers": "lessors consumers", "sheriff": "auctioneer", "judge": "defendant",
	"firm": "attorney_general", "insurer": "insured passenger", "holder": "consumer", "cities": "legislators", "mayor": "council", "parties": "courts",
}

// otherActor puts an opposed party that the section names into the subject's place.
func otherActor(p *paraphrase) string {
	law, fields := strings.ToLower(p.held.Text), strings.Fields(p.text)
	for i, field := range fields[:min(4, len(fields))] {
		for _, other := range strings.Fields(opposed[strings.ToLower(field)]) {
			other = strings.ReplaceAll(other, "_", " ")
			if strings.Contains(law, strings.TrimSuffix(other, "s")) && !strings.Contains(strings.ToLower(p.text), strings.TrimSuffix(other, "s")) {
				fields[i] = other
				said := strings.Join(fields, " ")
				return strings.ToUpper(said[:1]) + said[1:]
			}
		}
	}
	return ""
}

var exception = regexp.MustCompile(`(?i)(^(?:unless|without|with|save|apart)\b[^,]*, |,? (?:unless|except|save (?:in|where|for)|but a) [^,.]*)`)

// withoutException drops the words of an exception or condition.
func withoutException(p *paraphrase) string {
	m := exception.FindStringIndex(p.text)
	if m == nil {
		return ""
	}
	rest := strings.TrimSpace(p.text[:m[0]] + p.text[m[1]:])
	if len(strings.Fields(rest)) < 5 {
		return ""
	}
	return strings.ToUpper(rest[:1]) + rest[1:]
}

// deniedException drops the words of an exception and says that there is none.
func deniedException(p *paraphrase) string {
	said := withoutException(p)
	if said == "" {
		return ""
	}
	return "There are no exceptions here: " + strings.ToLower(said[:1]) + said[1:]
}

// widened says that there is no exception, of a section that names one. Many of these
// stay true: the sentence states the exception itself, or the exception is another
// sentence's.
func widened(p *paraphrase) string {
	if !regexp.MustCompile(`(?i)\b(?:except|unless|does not apply|shall not apply)\b`).MatchString(p.held.Text) {
		return ""
	}
	return "In every case and without any exception, " + strings.ToLower(p.text[:1]) + p.text[1:]
}

// withInvention adds a duty of which no section knows.
func withInvention(p *paraphrase) string {
	invented := []string{
		"a bond must be lodged with the county treasurer as well", "the firm must also hire an outside ombudsman", "a yearly audit by a chartered actuary is required too",
		"a certificate of training must be posted at the door", "the register must be published in two newspapers",
	}
	return strings.TrimSuffix(p.text, ".") + ", and " + invented[p.at%len(invented)] + "."
}

// elsewhere cites another section for the sentence.
func elsewhere(choose func(*paraphrase) *statute.Held) func(*paraphrase) *specimen {
	return func(p *paraphrase) *specimen {
		if h := choose(p); h != nil {
			return cited(p.text, h)
		}
		return nil
	}
}

// place is where the section stands among those of its law.
func (p *paraphrase) place() int {
	for i := range p.law.Sections {
		if &p.law.Sections[i] == p.held {
			return i
		}
	}
	return 0
}

// lays reports a section with enough words to lay something down, and another one
// than the paraphrase's.
func (p *paraphrase) lays(h *statute.Held) bool {
	return h.Number != p.held.Number && h.Status == statute.InForce && len(h.Text) > 200 && h.Catchline != "" && !defines(h)
}

func defines(h *statute.Held) bool {
	return strings.Contains(strings.ToLower(h.Catchline), "definition") || strings.Contains(h.Text[:min(200, len(h.Text))], "means")
}

// sameAct is the next section of the same chapter.
func sameAct(p *paraphrase) *statute.Held {
	return p.after(1, func(h *statute.Held) bool { return p.lays(h) && slices.Equal(h.Hierarchy, p.held.Hierarchy) })
}

// otherAct is a section of another chapter, far away.
func otherAct(p *paraphrase) *statute.Held {
	if len(p.held.Hierarchy) == 0 {
		return nil
	}
	return p.after(len(p.law.Sections)/3+1, func(h *statute.Held) bool { return p.lays(h) && !slices.Equal(h.Hierarchy, p.held.Hierarchy) })
}

// definitions is the next section of the law that defines terms.
func definitions(p *paraphrase) *statute.Held {
	return p.after(1, func(h *statute.Held) bool {
		return h.Number != p.held.Number && h.Status == statute.InForce && strings.HasPrefix(strings.ToLower(h.Catchline), "definitions")
	})
}

// repealed is the next section that is gone.
func repealed(p *paraphrase) *statute.Held {
	return p.after(1, func(h *statute.Held) bool { return h.Status == statute.Repealed && h.Occurrence == 1 })
}

// after is the first section from a distance on, round the end, of which fits is
// true.
func (p *paraphrase) after(distance int, fits func(*statute.Held) bool) *statute.Held {
	return firstFrom(p.law, p.place()+distance, fits)
}

func firstFrom(law *enacted.Law, from int, fits func(*statute.Held) bool) *statute.Held {
	for i := range law.Sections {
		if h := &law.Sections[(from+i)%len(law.Sections)]; fits(h) {
			return h
		}
	}
	return nil
}

// abroad cites a section of another state, whose number this one does not have.
func abroad(p *paraphrase) *specimen {
	other := p.others[p.at%len(p.others)]
	own := map[string]bool{}
	for i := range p.law.Sections {
		own[p.law.Sections[i].Number] = true
	}
	h := firstFrom(other, p.at*7, func(h *statute.Held) bool { return p.lays(h) && !own[h.Number] })
	return cited(p.text, h)
}

// madeUpNumber cites a section that does not exist.
func madeUpNumber(p *paraphrase) *specimen {
	s := cited(p.text, p.held)
	s.source = "[1.1] § " + p.held.Number + strconv.Itoa(91+p.at%7) + "."
	return s
}

// otherTitle lists the section under the heading of another.
func otherTitle(p *paraphrase) *specimen {
	if p.held.Catchline == "" {
		return nil
	}
	h := p.after(5, func(h *statute.Held) bool { return p.lays(h) && h.Catchline != p.held.Catchline })
	s := cited(p.text, p.held)
	s.source = strings.Replace(s.source, strings.TrimSuffix(p.held.Catchline, "."), strings.TrimSuffix(h.Catchline, "."), 1)
	return s
}

// alteredQuote quotes nine words of the section, of which the fifth is another.
func alteredQuote(p *paraphrase) *specimen {
	for _, paragraph := range strings.Split(p.held.Text, "\n") {
		run := regexp.MustCompile(`[A-Za-z]+(?: [a-z]+){9,}`).FindString(paragraph)
		if fields := strings.Fields(run); len(fields) > 9 {
			fields[5] = "whatsoever"
			return cited(`The section speaks of "`+strings.Join(fields[:10], " ")+`"`, p.held)
		}
	}
	return nil
}

func dangling(p *paraphrase) *specimen {
	s := cited(p.text, p.held)
	s.marker = " [1.1][1.4]"
	return s
}

func unmarked(p *paraphrase) *specimen {
	s := cited(p.text, p.held)
	s.marker = ""
	return s
}
