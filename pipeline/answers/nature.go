package answers

import (
	"regexp"
	"slices"
	"strings"

	"github.com/pincite/pincite/internal/statute"
)

var (
	// operative words lay something down. They must not be met in a bare
	// definition, title or statement of purpose, which are told first.
	operative = regexp.MustCompile(`(?i)\b(?:shall|must|may|cannot|required|prohibit(?:s|ed)|forbidden|unlawful|illegal|invalid|liable|liability|void|unenforceable|entitled|has the right|have the right|guilty|violat(?:es|ion)|(?:does|do|is|are) not apply|deemed|considered|penalty|penalties|exempt|recover|in compliance)\b`)
	// quotable never: what only says what words mean, what a law is called, what
	// it is for, when it began, and that the rest stands if a part falls.
	defining = regexp.MustCompile(`(?i)^(?:\d*\s*\(?\w{0,3}\)?\s*)?["“][^"”]{1,120}["”]\.?\s*(?:,? or ["“][^"”]{1,120}["”]\.?\s*)*(?:—|,? (?:also )?(?:means|includes?|has the (?:same )?meaning|have the (?:same )?meaning|shall (?:mean|include|have the)|does not (?:mean|include)|do not (?:mean|include)|is (?:defined|an?\s)|refers))|(?i)^(?:as used in|the following (?:definitions|terms|words)|for (?:the )?purposes? of th(?:is|e) (?:section|chapter|article|act|title|subchapter|part)[^,]{0,40}(?:,|:|$)\s*(?:["“]|the (?:following|term)|$)|in this (?:section|chapter|article|act|title|part)[^.]{0,80}(?:requires|:|$))|(?i)\bas used in this \w+, ["“]|(?i)^the terms? ["“]`)
	titling  = regexp.MustCompile(`(?i)(?:may|shall) be (?:known(?: and may be)? (?:and )?)?cited as|shall be known as`)
	purpose  = regexp.MustCompile(`(?i)^(?:it is the (?:intent|purpose|policy)|the (?:legislature|general assembly|people) (?:finds?|declares?|hereby|intends?)|the purpose of this (?:act|chapter|article|title))`)
	saving   = regexp.MustCompile(`(?i)\b(?:held (?:to be )?(?:invalid|unconstitutional)|are severable|severability)\b`)
	starting = regexp.MustCompile(`(?i)\b(?:th(?:is|e) (?:act|section|chapter|title|article|law)|amendments? made by)[^.]{0,60}\b(?:takes? effect|becomes? (?:effective|operative)|shall (?:take effect|become (?:effective|operative))|is effective)\b`)
	stub     = regexp.MustCompile(`(?i)^\[?\(?(?:repealed|reserved|deleted|blank|expired|omitted|vacant)\b`)

	// excepting words take something out of a rule, or put it off.
	excepting = regexp.MustCompile(`(?i)\b(?:notwithstanding|not required|(?:shall|does|do|may|will) not apply|not apply to|exempt(?:ed|ion)?|may be delayed|may delay|(?:deemed|considered) (?:to be )?in compliance|is in compliance with|nothing in th(?:is|e)|not be (?:interpreted|construed))\b`)
	// official words say that an office or a court is the one who acts.
	official = regexp.MustCompile(`(?i)^(?:[^.;:]{0,160}, )?(?:the|any|a) (?:[a-z]+ ){0,2}` + office + `\b[^.;]{0,80}\b(?:may|shall|must|has|is)\b|(?i)^it is unlawful for (?:the|any|a) (?:[a-z]+ ){0,2}` + office)
	// timed words say how soon.
	timed = regexp.MustCompile(`(?i)\b(?:\w+ (?:\(\d+\) )?(?:calendar |business |working )?(?:days?|hours?)|months?|without unreasonable delay|expedient|promptly|immediately|as soon as)\b`)
	// backward words lean on the sentence before.
	backward = regexp.MustCompile(`^(?:(?:Notice|Notification|Disclosure) (?:shall|must)|Such|This|These|Those|It|They|He|She|In addition|Additionally|The (?:disclosure|notification|notice|written notice|request|report|statement|copy|provider|fee|court|person|business)|However|If (?:such|so|the))\b`)
)

// office names those who act for the state.
const office = `(?:courts?|commissioner|receiver|attorney general|department|director|commission|board|secretary|superintendent|officer|judge|registrar|agency|authority)`

// nevers are the provisions that are not quoted. Words are looked for first: to
// run every pattern over every sentence of a code takes its time.
var nevers = []struct {
	words   []string
	pattern *regexp.Regexp
}{
	{[]string{"\"", "“", "as used", "following", "purposes", "in this", "the term"}, defining},
	{[]string{"cited as", "known as"}, titling},
	{[]string{"it is the", "the legislature", "the general", "the people", "the purpose"}, purpose},
	{[]string{"held", "severab"}, saving},
	{[]string{"effect", "operative"}, starting},
	{[]string{"repealed", "reserved", "deleted", "blank", "expired", "omitted", "vacant"}, stub},
}

// quotable tells that a provision lays down law that a reader can act on.
func (p *provision) quotable() bool {
	lower := strings.ToLower(p.text)
	for _, never := range nevers {
		if slices.ContainsFunc(never.words, func(w string) bool { return strings.Contains(lower, w) }) &&
			never.pattern.MatchString(p.text) {
			return false
		}
	}
	whole := p.whole()
	return len(whole) <= longestProvision && operative.MatchString(whole) && !p.broken() && !form.MatchString(whole)
}

// form is the text of a notice that the law prescribes: it speaks to "you".
var form = regexp.MustCompile(`(?i)\byour?\b`)

// longestProvision bounds what is quoted in one piece, in bytes.
const longestProvision = 3000

// broken tells that most items only say what words mean, or that one is a
// lead-in whose own items are not with it.
func (p *provision) broken() bool {
	terms := 0
	for _, item := range p.items {
		if defining.MatchString(item) {
			terms++
		}
		if strings.HasSuffix(item, ":") {
			return true
		}
	}
	return terms > 0 && terms*2 >= len(p.items)
}

// definitions is what the catchline of a section that defines terms says.
var definitions = regexp.MustCompile(`(?i)^(?:general )?(?:definitions?|meaning of terms|terms defined)\b`)

// exemptions is what the catchline of a section on exceptions says.
var exemptions = regexp.MustCompile(`(?i)\b(?:exempt(?:ed|ions?)?|exceptions?|exclusions?|applicability|nonapplicab\w+|inapplicab\w+)\b`)

// defines tells that a section says what the words of its act mean.
func defines(s *statute.Held) bool {
	if definitions.MatchString(s.Catchline) {
		return true
	}
	first, _, _ := strings.Cut(s.Text, "\n")
	return s.Catchline == "" && defining.MatchString(first)
}

// exempts tells that a section takes somebody out of its act.
func exempts(s *statute.Held) bool {
	return exemptions.MatchString(s.Catchline) && !immunity.MatchString(s.Catchline)
}

// immunity is freedom from a trial, a tax or a creditor, which limits no duty of
// the act.
var immunity = regexp.MustCompile(`(?i)\bexempt\w*\s+from\s+(?:prosecution|execution|attachment|tax\w*|arrest|service|levy|garnishment)\b`)
