package force

import (
	"strings"

	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/index"
)

// agentOnly are the words of an agent up to what is said of the act, or to one who is
// denied: "by the owner and not by the guest".
func agentOnly(list []lexis.Word) []lexis.Word {
	for i := range list {
		another := lexis.OneOf(list[i].Lower, "and|or") && i+1 < len(list) &&
			strings.HasSuffix(list[i+1].Lower, "ed") // "approved by the warden and filed with the clerk"
		if another ||
			lexis.OneOf(list[i].Lower, "not|never|rather|instead|before|after|within|until|unless|during|without|through|upon|as") {
			return list[:i]
		}
	}
	return list
}

// Doer is who acts by a modal: the head of its subject or, in the passive, the one
// behind "by".
type Doer struct {
	// Name is that of a known party, term the folded head noun.
	Name, Term string
	// Public is set for an officer, court or body.
	Public bool
	Span   answer.Span
}

// DoersOf are all who act by a modal: of "a seller or lender shall" two; none where
// they are not named.
func DoersOf(p *Predicate) []Doer {
	if !Undergoes(p) || len(p.Action) > 0 && p.Action[0].Lower == "by" {
		if p.Cut && len(LastPart(p.Subject)) == len(p.Subject) {
			return nil // the head of so long a subject is not known
		}
		return DoersIn(LastPart(p.Subject)) // "is required by the court to pay": who is required acts
	}
	for i := range p.Action[:min(len(p.Action), 12)] {
		if p.Action[i].Lower == "by" {
			return DoersIn(agentOnly(p.Action[i+1 : min(len(p.Action), i+9)]))
		}
	}
	return nil
}

// DoersIn reads the nouns of a subject that stand for somebody.
func DoersIn(subject []lexis.Word) []Doer {
	var list []Doer
	nouns := HeadNouns(subject)
	for _, known := range PartiesIn(subject) {
		if n := len(nouns); n > 0 && known.Span.Start < nouns[n-1].End { // "secretary of state" goes past its noun
			list = append(list, Doer{Name: known.Name, Public: known.Public, Span: known.Span})
		}
	}
	for i, w := range nouns {
		if last := i+1 == len(nouns) || nouns[i+1].Start-w.End > 1; w.Term != "" && last && Acts(w.Lower) {
			list = append(list, Doer{Term: w.Term, Span: lexis.Covering(nouns[i : i+1])})
		}
	}
	return list
}

// HeadNouns are the words of a subject before what marks its noun out; "presiding
// judge" and "reporting agency" are nouns.
func HeadNouns(subject []lexis.Word) []lexis.Word {
	if len(subject) > 1 &&
		(lexis.OneOf(subject[0].Lower, preludes) || lexis.OneOf(subject[0].Lower, "even|only|and|but") && lexis.OneOf(subject[1].Lower, preludes)) {
		subject = subject[lastDeterminer(subject):]
	}
	for i := 1; i < len(subject); i++ {
		w := subject[i].Lower
		if lexis.OneOf(w, "that|which|who|whose|of|under|with|to|for|by|when|if|in|on|at|from|where|about|may|shall|must|is|are|was|were|has|have") ||
			strings.HasSuffix(w, "ing") && !(i+1 < len(subject) && Acts(subject[i+1].Lower)) {
			if len(lexis.Content(subject[:i])) > 0 {
				return subject[:i]
			}
		}
	}
	return subject
}

// preludes begin what stands before a subject.
const preludes = "with|without|under|for|in|on|at|by|if|when|where|after|before|upon|unless|except|once|until|as|while|because|during|within|to|from|despite|notwithstanding"

// lastDeterminer is where the noun begins that stands right before a modal: in "even
// with a waiver a broker" the broker.
func lastDeterminer(subject []lexis.Word) int {
	for i := len(subject) - 2; i > 0; i-- {
		if lexis.OneOf(subject[i].Lower, "a|an|the|any|every|each|no|such|his|its|their|your") {
			return i
		}
	}
	return 0
}

// somebody are nouns for somebody that do not end as such nouns do.
const somebody = "staff|organization|authority|clinic|charity|association|facility|institution|corporation|partnership|nonprofit|newspaper|principal|chairperson|chairman|spouse|sheriff|clerk|judge|police|pilot|applicant|child|guardian|physician|nurse|pharmacist|carrier|firm|company|business|bank|hospital|school|panel|board|agency|department|court"

// Acts tells a noun for somebody by its ending: "passenger", "lessee", "applicants".
func Acts(noun string) bool {
	if noun = strings.TrimSuffix(noun, "s"); lexis.OneOf(noun, somebody) {
		return true
	}
	for _, end := range []string{"er", "or", "ee", "ant", "ent", "ian", "ist"} {
		if strings.HasSuffix(noun, end) {
			return len(noun) > 4 && !strings.HasSuffix(noun, "ment") && !lexis.OneOf(noun, things)
		}
	}
	return false
}

// things are nouns that end as those for somebody do.
const things = "absent|accent|accident|after|agree|anchor|another|answer|apparent|assist|behavior|better|border|buffer|butter|cancer|center|chapter|charter|cheaper" +
	"|color|committee|component|computer|consent|consequent|consist|consistent|constant|container|content|continent|convenient|copper|corner|counter" +
	"|covenant|cover|current|cylinder|december|degree|dependent|different|dinner|distant|document|door|earlier|easier|efficient|either|elegant|equivalent" +
	"|error|event|ever|evident|excellent|exist|extent|exterior|extinct|factor|faster|favor|feather|fee|filter|finger|first|flavor|floor|flower|folder|former" +
	"|frequent|further|gradient|grant|greater|guarantee|harbor|higher|honor|however|important|incident|independent|indicator|inferior|ingredient|inherent" +
	"|insist|instant|intent|interior|labor|larger|latter|layer|least|leather|letter|liner|liquor|list|longer|lower|lumber|major|manner|matter|meant|median" +
	"|medium|meter|minor|mirror|monitor|motor|nearer|neither|never|newer|newsletter|november|number|nutrient|october|odor|offer|older|order|other|over|paper" +
	"|patent|percent|permanent|plant|pollutant|power|precedent|present|printer|prior|prominent|proper|quarter|rather|razor|recent|refugee|register|relevant" +
	"|rent|resist|restaurant|river|router|rubber|safer|scanner|sector|sensor|september|server|shelter|shorter|shower|significant|silver|slower|smaller" +
	"|sooner|sticker|stronger|subsequent|sufficient|sugar|summer|superior|talent|terror|three|timber|together|tower|tractor|trailer|transfer|trigger|tumor" +
	"|tutor|under|urgent|vapor|vector|waiver|want|warrant|water|weaker|weather|whatever|whether|whichever|wider|winter|younger" +
	"|recover|discover|consider|deliver|remember|render|tender|surrender|enter|alter|refer|infer|confer|defer|differ|prefer|suffer|gather|administer|hinder|foster|prevent|represent|invent"

// Shares tells two lists with one doer in both, or one that is anybody.
func Shares(a, b []Doer) bool {
	for _, d := range a {
		for _, o := range b {
			if d.Term != "" && d.Term == o.Term || d.Name != "" && d.Name == o.Name || d.Name == "anyone" || o.Name == "anyone" || plainBuyer[d.Term] && plainBuyer[o.Term] {
				return true
			}
		}
	}
	return false
}

// plainBuyer are the terms for one who buys, of which a claim may take any.
var plainBuyer = lexis.FoldedSet("buyer purchaser customer consumer shopper")

const (
	// DoerNear is how near the clause must be that has the claim's party in another
	// place, doerWords of how many words where its verb is another; doerAlike is how
	// little nearer it must be than one in which that party acts.
	DoerNear  = 0.6
	DoerWords = 4
	DoerAlike = 0.25
)

// Receiving are verbs whose subject is the other side of the law's act: what the court
// may award, the plaintiff may recover.
const Receiving = "get|gets|receive|have|be|recover|obtain|collect|see|keep|expect|enjoy|lose|face|suffer|owe|benefit|inherit|take|sue|choose|insist|rely|learn|find|buy|borrow|rent|ask|request|petition|apply|demand|hear|know"

// Handed tells that the law has anybody do the claim's act to the claim's doer: he stands
// right behind "of", "to" or "from" there.
func Handed(said, held []Doer, p, q *Predicate) bool {
	if OfAnybody(said) || !OfAnybody(held) || !LikeVerb(p, &Predicate{Action: q.Action[:min(len(q.Action), 4)]}) {
		return false
	}
	for i := 1; i < min(len(q.Action), 8); i++ {
		if lexis.OneOf(q.Action[i-1].Lower, "of|to|from|with|upon") {
			return Shares(said, DoersIn(q.Action[i:min(len(q.Action), i+3)]))
		}
	}
	return false
}

// Private tells doers who all stand on one side of a deal, or are its staff.
func Private(list []Doer) bool {
	for _, d := range list {
		if d.Public || d.Name == "" && d.Term != index.Fold("staff") && !onSide(d.Term) || lexis.OneOf(d.Name, "anyone|regulated|recipient|applicant") {
			return false
		}
	}
	return len(list) > 0
}

// OfAnybody tells doers of whom one is anybody.
func OfAnybody(list []Doer) bool {
	for _, d := range list {
		if d.Name == "anyone" || d.Name == "regulated" {
			return true
		}
	}
	return false
}

// StemLength is how many letters two words of one activity share at least.
const StemLength = 5

// FirstVerb is the first word of an act as written, past "to" and adverbs; "" for none.
func FirstVerb(action []lexis.Word) string {
	for _, w := range action {
		if !lexis.OneOf(w.Lower, "to|also|then|still|only|not|itself|himself") {
			return w.Lower
		}
	}
	return ""
}

// OneForce tells one force, a ban and a duty being alike in whom they bind.
func OneForce(p, q *Predicate) bool { return p.Force == q.Force || DutyBesideBan(p, q) }
