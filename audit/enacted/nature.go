package enacted

import (
	"regexp"
	"strings"

	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/statute"
)

var (
	defines = regexp.MustCompile(`^\W*(?:[(0-9A-Za-z).-]{1,8}\s+)*(?:(?:the term|the word|the phrase|a|an)\s+)?["“‘'][^"”]{2,90}["”’'],?[^.;:]{0,140}?\b(?:means?|includes?|has the|have the|is defined|refers to|shall mean|does not (?:include|mean)|do not include|shall include|shall not include|shall have the meaning|is)\b` +
		`|^\W*(?:[(0-9A-Za-z).-]{1,8}\s+)*(?:Except as [^,;:]{3,60}, )?(?:[Tt]he|[Tt]his|[Tt]hat) (?:term|phrase|word|definition)\b[^.;:]{0,60}?\b(?:means|includes?|excludes?|does not (?:include|mean)|shall (?:not )?include)\b`)
	// meansPlainly is a definition of a term without quotation marks: "Boat means …".
	meansPlainly = regexp.MustCompile(`^\W*(?:[(0-9A-Za-z).-]{1,8}\s+)*([A-Z][A-Za-z' -]{2,60}(?:\s+or\s+[A-Za-z' -]{2,40})?) means\b`)
	definesUnder = regexp.MustCompile(`(?i)^\W*(?:[(0-9A-Za-z).]{1,6}\s+)*(?:(?:as used in|in this (?:act|chapter|article|section|part|title|subchapter)\b|when used in|the following (?:terms|definitions|words)|unless the context)[^.;]{0,160}(?::|—|means|the (?:term|phrase|word)|\bapply|\bhave the|requires)|for (?:the )?purposes? of (?:this|these|sections?)\b[^.;]{0,80}(?:means|the (?:term|phrase|word)|the following terms|\bhave the meaning)|for (?:the )?purposes? of (?:this|sections?)\b[^,.;:]{0,60}[:—])`)
	namesAct     = regexp.MustCompile(`(?i)(?:may|shall) be (?:known|cited|referred to)\b[^.;]{0,40}\bas\b`)
	findsPurpose = regexp.MustCompile(`(?i)\b(?:the purposes? of this (?:act|chapter|article|section|part|title|subchapter) (?:is|are)\b|(?:legislature|general assembly|council|people|assembly)[^.;]{0,30} (?:finds?|declares?|intends?)|^\W*(?:[(0-9A-Za-z).-]{1,8}\s+)*The (?:legislature|general assembly|council|people)[^.;:]{0,40}\bhereby:|it is the intent of|hereby finds|legislative (?:findings|intent))`)
	severs       = regexp.MustCompile(`(?i)\b(?:severable|severability|(?:if|should) any (?:provision|part|section|clause)[^.]{0,200}(?:invalid|unconstitutional))`)
	appliesTo    = regexp.MustCompile(`(?i)^\W*(?:[(0-9A-Za-z).]{1,6}\s+)*(?:this|the provisions of this|sections?)[^.;]{0,80}\b(?:appl(?:y|ies)|shall apply|takes? effect|becomes? effective|is effective|supplements?|is (?:in addition|cumulative))\b`)
	Shut         = regexp.MustCompile(`(?i)^\W*(?:\([0-9A-Za-z.-]{1,6}\)\s*|[A-Z0-9]{1,3}\.\s*)*[\[(]?\s*(?:repealed|reserved|expired|omitted|deleted|not funded)\b`)
)

// classify gives each unit its nature. A list item is of the nature of its
// lead-in, and a sentence that goes on within a definition is part of it.
func classify(text string, units []Unit, predicates [][]force.Predicate) {
	for i := range units {
		u := &units[i]
		u.Nature = natureOf(text[u.Span.Start:u.Span.End])
		if u.Nature != Operative {
			continue
		}
		if u.Parent >= 0 && units[u.Parent].Nature != Operative && units[u.Parent].Nature != Applicability {
			u.Nature = units[u.Parent].Nature
		} else if i > 0 && units[i-1].Nature == Definitional && units[i-1].label == u.label && u.label != "" && !commands(predicates[i]) {
			u.Nature = Definitional
		}
	}
}

// natureOf classes words that stand alone.
func natureOf(s string) Nature {
	low := strings.ToLower(s)
	holds := func(words ...string) bool {
		for _, w := range words {
			if strings.Contains(low, w) {
				return true
			}
		}
		return false
	}
	switch {
	case len(s) < 400 && holds("repealed", "reserved", "expired", "omitted", "deleted", "funded") && Shut.MatchString(s):
		return Stub
	case holds("cited", "known", "referred to") && namesAct.MatchString(s):
		return ShortTitle
	case holds("means", "\"", "“", "‘", " term ", " phrase ", " word ", " definition ") &&
		(defines.MatchString(s) || definesPlainly(s)), holds("used in", "purpose", "in this", "following", "unless the context") &&
		definesUnder.MatchString(s):
		return Definitional
	case holds("purpose", "find", "declare", "intend", "intent", "hereby:") && findsPurpose.MatchString(s):
		return Purpose
	case holds("severab", "invalid", "unconstitutional") && severs.MatchString(s):
		return Severability
	case holds("appl", "effect", "supplement", "addition", "cumulative") && appliesTo.MatchString(s):
		return Applicability
	}
	return Operative
}

// definesPlainly tells "Boat means a vessel" from "A person may give notice by electronic means".
func definesPlainly(s string) bool {
	m := meansPlainly.FindStringSubmatch(s)
	return m != nil && !byMeans.MatchString(m[1])
}

// byMeans are words that no term being defined has: what follows them are the ways of an act.
var byMeans = regexp.MustCompile(`(?i)\b(?:may|shall|must|is|are|by|through|with|any|other|use|uses|using)\b`)

// commands reports whether a predicate lays down a duty, ban or power.
func commands(list []force.Predicate) bool {
	for _, p := range list {
		if p.Force == force.Must || p.Force == force.MustNot || p.Force == force.May {
			return true
		}
	}
	return false
}

// operativeShare is the part of a section's words that must be operative for the
// section to count as such: a cross-reference after a list of definitions does
// not make one.
const operativeShare = 0.12

// natureOfAll is the nature of a section as a whole.
func natureOfAll(s *statute.Section, units []Unit, predicates [][]force.Predicate) Nature {
	if s.Status == statute.Repealed || s.Status == statute.Reserved || s.Status == statute.Renumbered ||
		s.Status == statute.Expired || len(units) == 0 {
		return Stub
	}
	size, all := map[Nature]int{}, 0
	for i := range units {
		n := len(units[i].Own)
		size[units[i].Nature] += n
		all += n
	}
	if float64(size[Operative]) >= operativeShare*float64(all) && size[Operative] > 0 {
		if saysMeaning.MatchString(s.Catchline) && (!commandsAnywhere(predicates) || OnlyDefinitions.MatchString(s.Catchline) && 3*size[Definitional] >= all) {
			return Definitional
		}
		return Operative
	}
	best := Operative
	for _, n := range []Nature{Definitional, Applicability, Purpose, Severability, ShortTitle, Stub} {
		if size[n] > size[best] {
			best = n
		}
	}
	return best
}

// saysMeaning is a catchline of a section that only says what something is: "Surety defined",
// "Definition of bailment". Its words may be plain: "a surety is one who".
var saysMeaning = regexp.MustCompile(`(?i)^\W*(?:definitions?\b|meaning of\b|[^;—-]*\bdefined\W*$)`)

// OnlyDefinitions is the catchline of a section that is a list of them, some with rules within.
var OnlyDefinitions = regexp.MustCompile(`(?i)^\W*definitions?\W*$`)

// commandsAnywhere reports whether a sentence of a section lays down a duty, a ban or a power.
func commandsAnywhere(predicates [][]force.Predicate) bool {
	for _, list := range predicates {
		if commands(list) {
			return true
		}
	}
	return false
}

// Definition is a term that a section defines.
type Definition struct {
	Term string
	// Words are those of the term; span is the whole definition.
	Words []lexis.Word
	Span  answer.Span
	// Local is set where it holds for its section alone.
	Local bool
}

var (
	definedTerm  = regexp.MustCompile(`^\W*(?:[(0-9A-Za-z).-]{1,8}\s+)*(?:(?i:as used in|for (?:the )?purposes? of|in) [^,“"‘]{3,80},?\s+)?(?:(?i:the (?:term|phrase|word|expression)) |(?i:an? ))?["“‘]([^"”’]{2,80})["”’]`)
	localMeaning = regexp.MustCompile(`(?i)\b(?:as used in|for (?:the )?purposes? of|in) this (?:sub)?section\b`)
)

// definitionsIn reads the terms that the units define.
func definitionsIn(text string, units []Unit) []Definition {
	var found []Definition
	local := false
	for i := range units {
		u := &units[i]
		own := text[u.Span.Start:u.Span.End]
		if u.Nature != Definitional {
			continue
		}
		local = local || localMeaning.MatchString(own)
		m := definedTerm.FindStringSubmatchIndex(own)
		if m == nil {
			continue
		}
		s := answer.Span{Start: u.Span.Start + m[2], End: u.Span.Start + m[3]}
		found = append(found, Definition{text[s.Start:s.End], lexis.Content(lexis.Words(text, s)), answer.Span{Start: u.Span.Start, End: endOf(text, units, i)}, local})
	}
	return found
}

// endOf is where a definition ends: behind all that its unit leads into, and behind
// the sentences that go on with it under the same label.
func endOf(text string, units []Unit, i int) int {
	end := units[i].Span.End
	for k := i + 1; k < len(units); k++ {
		u := &units[k]
		goesOn := u.label == units[i].label && u.label != "" && u.Nature == Definitional &&
			!definedTerm.MatchString(text[u.Span.Start:u.Span.End])
		if u.depth <= units[i].depth && !goesOn {
			break
		}
		end = u.Span.End
	}
	return end
}

// Nature is what a text does, told by its words and not by its heading.
type Nature string

// The natures of a section or of a span.
const (
	// Operative text lays down a duty, right, prohibition, penalty, power,
	// exception or procedure.
	Operative Nature = "operative"
	// Definitional text only says what terms mean.
	Definitional Nature = "definitional"
	// ShortTitle, Purpose, Severability, Applicability and Stub lay down
	// nothing that a reader could do or leave.
	ShortTitle    Nature = "short-title"
	Purpose       Nature = "purpose"
	Severability  Nature = "severability"
	Applicability Nature = "applicability"
	Stub          Nature = "stub"
)
