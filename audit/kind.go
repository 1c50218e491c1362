package audit

import (
	"github.com/pincite/pincite/audit/claimed"
	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/audit/lexis"
)

// kind is a sort of answer that a question wants, told by its words, with the words
// that such an answer cannot do without.
type kind struct {
	// asks are phrases of a question that wants it.
	asks []string
	// says are words of which an answer of this kind has one; figure is set where a
	// figure of time or money will do instead.
	says   string
	figure string
	// about names a concept that the claim must have as well, "" for none.
	about string
	// signs are words of the catchline of a section that governs it, and marks
	// phrases of its text, of which one must stand there; nil for none.
	signs string
	marks []string
	// general is set where a section that bears the kind alone in its catchline holds
	// for all of its act, and is to be cited even where another part of it is.
	general bool
}

var kinds = []kind{
	{asks: []string{"in what|which form|manner|way|format", "by what|which means|method|methods|way", "what|which method|methods|form|means"},
		says:  "written|writing|letter|mail|mailed|post|postal|email|e-mail|electronic|electronically|telephone|telephonic|phone|text|website|posting|posted|substitute|media|fax|publication|publish|published|radio|television",
		about: "=notice", signs: "method|methods|manner|form|delivery|means"},
	{asks: []string{"penalty|penalties|fine|fines|fined|sanction|sanctions|punishment|consequence|consequences|punished|punishable|liable|liability|offence|offense|crime|crimes", "what happens|happen", "what can|may|will|could|might happen", "do|does we|you|it|they|i face|risk"},
		says:  "penalty|penalties|fine|fines|fined|liable|liability|damages|sue|sued|sues|injunction|injunctions|enjoined|enforce|enforces|enforced|enforcement|violation|violations|violates|felony|misdemeanor|imprisonment|court|courts|restitution|recover|prosecute|prosecuted|sanction|sanctions|unfair|deceptive|unlawful|crime|forfeit|forfeits|forfeiture|action|proceedings|void|suspend|suspended|revoke|revoked|license|licence",
		signs: "penalty|penalties|violation|violations|enforcement|remedies|remedy|sanction|sanctions|damages|liability|fines|fine"},
	{asks: []string{"sue|sued|suing|lawsuit|lawsuits|compensation"},
		says:  "sue|sued|sues|suit|damages|court|recover|recovers|liable|lawsuit|compensation|injured|action|actions|proceedings|remedy|remedies|enforce|enforces|enforced",
		signs: "action|actions|damages|remedies|remedy|liability|suit|suits"},
	{asks: []string{"safe harbor|harbour", "our|your|its|their|my own * procedures|procedure|policy|policies|program|plan", "our|your|its|their|my own * * procedures|procedure|policy|policies|program|plan", "our|your|its|their|my own procedures|procedure|policy|policies|program|plan"},
		says:  "compliance|harbor|harbour|deemed|comply|complies|compliant|procedures|procedure|policy|policies|program|plan",
		signs: "alternate|alternative|equivalent|compliance|procedures|harbor|exemption|exemptions", marks: []string{"deemed|considered to be in compliance", "deemed|considered in compliance", "deemed to comply|have", "is in compliance with"}},
	{asks: []string{"exempt|exempted|exemption|exemptions|exception|exceptions|excused|excluded"}, general: true,
		says:  "exempt|exempts|exempted|exemption|exemptions|exception|exceptions|excused|excluded|excludes|except|apply|applies|applying|applicable|outside|unless|not|need|deemed|only|covered|covers",
		signs: "exemption|exemptions|exceptions|exception|applicability|exclusions|exempt|exempted"},
	{asks: []string{"child|children|child's|children's|minor|minors|minor's|kid|kids|parent|parents|parent's|teenager|teenagers|underage|son|daughter"},
		says:  "child|children|child's|children's|minor|minors|minor's|parent|parents|parent's|guardian|guardians|younger|age|aged|ages|representative|juvenile|kid|kids",
		signs: "child|children|minor|minors|protected|young|youth|juvenile|juveniles|parent|parental|parents", marks: []string{"under|than|least * years of|old", "under|than|least years of|old", "minor|minors|child|children", "parent|guardian", "protected consumer|consumers|person|persons|individual|individuals"}},
	{asks: []string{"waive|waived|waiver|waives", "give|sign * up|away", "sign|give away|up"},
		says: "waive|waived|waives|waiver|void|unenforceable|away", signs: "waiver|waivers|waived"},
	{asks: []string{"cost|costs|charge|charges|charged|fee|fees|price", "how much"}, figure: "amount",
		says: "fee|fees|charge|charges|charged|free|cost|costs|pay|pays|paid|price|penalty|penalties|fine|fines|fined|damages", signs: "fee|fees|charge|charges|cost|costs"},
	{asks: []string{"how soon|fast|quickly|long|promptly", "by when", "until when", "what deadline|deadlines", "how much time", "how many days|hours|weeks|months|years|minutes"}, figure: "time",
		says: "immediately|promptly|prompt|delay|delays|expedient|expeditious|expeditiously|once|forthwith|before|soon|deadline|days|hours|time|until|while|first|period|indefinitely|permanently|limit"},
}

// kindOf is the kind of answer that a part asks for, nil for none of those known.
func kindOf(list []lexis.Word) *kind {
	for i := range kinds {
		for _, phrase := range kinds[i].asks {
			if lexis.PhraseIn(list, phrase) {
				return &kinds[i]
			}
		}
	}
	return howSent(list)
}

// howSent is the kind of "how do we deliver the notices".
func howSent(list []lexis.Word) *kind {
	for i := range list {
		if list[i].Lower == "how" && i+1 < len(list) && lexis.OneOf(list[i+1].Lower, openers) &&
			(lexis.HasWord(list[i:], "send|sent|deliver|delivered|serve|served|mail|mailed") || lexis.HasWord(list[i:], "give|given|notify|notified") && lexis.HasConcept(list[i:], "=notice")) {
			return &kinds[0]
		}
	}
	return nil
}

// answers reports whether a claim has what an answer of the kind cannot do without.
func (k *kind) answers(c *claimed.Text) bool {
	list := append(append([]lexis.Word{}, c.Lead...), beforeCondition(c.Own)...)
	if k.about != "" && !lexis.HasConcept(list, k.about) {
		return false
	}
	return lexis.HasWord(list, k.says) || k.figures(c)
}

// beforeCondition are the words of a claim that stand in no clause on when or if.
func beforeCondition(own []lexis.Word) []lexis.Word {
	for i := range own {
		if i > 3 && lexis.OneOf(own[i].Lower, "if|when|where|unless|because") {
			return own[:i]
		}
	}
	return own
}

func (k *kind) figures(c *claimed.Text) bool {
	for i := range c.Numbers {
		n := &c.Numbers[i]
		if k.figure == "time" && n.IsTime() || k.figure == "amount" && n.Slot == "amount" {
			return true
		}
	}
	return false
}

// governs reports whether a section is one on the kind: its catchline has a sign,
// and its text a mark where the kind wants one.
func (k *kind) governs(t *enacted.Text) bool {
	if k.signs == "" || k.about != "" && !t.SpeaksOf(k.about) ||
		!lexis.HasWord(lexis.Words(t.Held.Catchline, lexis.AnswerSpan(t.Held.Catchline)), k.signs) {
		return false
	}
	return len(k.marks) == 0 || t.HoldsAny(k.marks)
}
