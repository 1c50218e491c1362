package answer

import (
	"regexp"
	"strings"
)

// nameRoles gives each claim its role, and says which need a citation. A marker
// is the author's own word that a sentence rests on law; for the others the words
// decide, and for a summary what the same answer cites elsewhere.
// Among cited sentences a plain statement is taken for law as well: people do not
// interrupt themselves.
func (a *draft) nameRoles(groups []int) {
	cited := newStock(&a.Answer)
	rests := citedGroups(a.Claims, groups)
	for i := range a.Claims {
		c := &a.Claims[i]
		c.Role = a.roleOf(c, cited)
		if c.Role == Transition && c.Kind != Heading && rests[groups[i]] && states(c.Bare) {
			c.Role = Operative
		}
		if c.Role == Operative && opensTopic(a.Claims, groups, i) {
			c.Role = Transition
		}
		c.NeedsCitation = needsCitation(c)
	}
}

// topicWords is how many words a sentence has at most that only opens a topic.
const topicWords = 12

// opensTopic reports a short sentence at the head of a paragraph, without a modal or a figure,
// that the next, cited sentence spells out: "Selling at the door brings a right to cancel with it."
func opensTopic(claims []Claim, groups []int, i int) bool {
	c := &claims[i]
	return !hasOwn(c) && c.Kind == Sentence && (i == 0 || groups[i-1] != groups[i]) && i+1 < len(claims) && groups[i+1] == groups[i] && hasOwn(&claims[i+1]) &&
		len(strings.Fields(c.Bare)) <= topicWords && !quantity.MatchString(c.Bare) && !binding.MatchString(c.Bare)
}

// binding are words of a sentence that may lay something down: wider than operative, for what has
// any of them is no mere opener.
var binding = regexp.MustCompile(`(?i)\b(?:must|shall|may|can|cannot|required?|prohibit(?:s|ed)?|need(?:s)?|ha(?:s|ve) to|owe[sd]?|liable|unlawful|illegal|violat\w*|penalt\w*|felony|misdemeanor|void|exempt\w*|free of charge|never|no|not|nobody|nothing|none|neither|only|every|all|any|is|are)\b`)

// citedGroups tells which paragraphs and lists hold a cited claim.
func citedGroups(claims []Claim, groups []int) map[int]bool {
	rests := map[int]bool{}
	for i := range claims {
		if hasOwn(&claims[i]) {
			rests[groups[i]] = true
		}
	}
	return rests
}

// states reports a sentence of some length that is neither counsel nor about the
// law as a whole, and does not point elsewhere.
func states(words string) bool {
	words = opener.ReplaceAllString(words, "")
	return len(stems(words)) >= 4 && !isAdvice(words) && !muses.MatchString(words) && !describesLaw(words) &&
		!pointsElsewhere.MatchString(words) && !summaryCue.MatchString(words) && !announces.MatchString(words) &&
		!isVague(words) && !(weighs.MatchString(words) && !operative.MatchString(words))
}

// weighs is a sentence that only says how much a thing matters: "speed matters once something
// looks wrong".
var weighs = regexp.MustCompile(`(?i)^(?:(?:the|your|a|good|prompt|quick) )*\p{L}+ (?:really |also |always )?(?:matters|counts|pays off|is (?:key|crucial|vital|essential|everything))\b[^:;]*$`)

var pointsElsewhere = regexp.MustCompile(`(?i)^(?:see|for (?:more|example)|this (?:matters|is (?:why|because|important|useful|general))|that is why|in practice|often|usually|typically|many|most|remember|imagine|suppose|consider|again|put)\b|\b(?:is|are) (?:discussed|described|explained|listed|set out|shown) (?:above|below|here|next)\b`)

// needsCitation: a heading never, a lead-in only by its own marker (its items say
// what it means), every other sentence that states law.
func needsCitation(c *Claim) bool {
	switch {
	case c.Kind == Heading:
		return false
	case hasOwn(c):
		return c.Role != Restatement && c.Role != Transition || statesSomething.MatchString(c.Bare)
	case c.Kind == LeadIn:
		return false
	}
	return c.Role == Operative || c.Role == Definition || c.Role == Absence
}

// hasOwn reports a marker within the claim itself, or on its lead-in.
func hasOwn(c *Claim) bool { return len(c.Citations) > 0 }

var statesSomething = regexp.MustCompile(`\p{L}{3,}\s+\p{L}{2,}`)

// longSentence is as much of a sentence as is read for its role: what is longer
// is no sentence, and must not hold a run up.
const longSentence = 2000

// roleOf reads one claim's role.
func (a *Answer) roleOf(c *Claim, cited *stock) ClaimRole {
	words := opener.ReplaceAllString(c.Bare[:min(len(c.Bare), longSentence)], "")
	offered := summaryCue.MatchString(c.Bare) || summaryHead.MatchString(c.Section)
	switch {
	case c.Kind == Heading:
		return Transition
	case restates(words, a.Question) && !deniesLaw(words): // a denial answers the question
		return Restatement
	case !hasOwn(c) && (isAdvice(words) || muses.MatchString(words) || announces.MatchString(words) || isVague(words)):
		return Transition
	case !hasOwn(c) && (hasMore.MatchString(words) || more.MatchString(words) || isFragment(words)):
		return Transition
	case !hasOwn(c) && offered && cited.summarised(words):
		return Summary
	case !hasOwn(c) && cited.repeats(c.ID, words):
		return Summary
	}
	return lawRole(c, words)
}

// lawRole tells absence, definition and operative words from those that lay down
// nothing.
func lawRole(c *Claim, words string) ClaimRole {
	own := hasOwn(c)
	switch {
	case !own && describesLaw(words) && !deniesLaw(words):
		return Transition
	case deniesLaw(words):
		return Absence
	case isDefinition(words):
		return Definition
	case own || operative.MatchString(words) || quantity.MatchString(words) || invokesLaw.MatchString(words):
		return Operative
	}
	return Transition
}

// deniesLaw reports a sentence that says of the law what it has not: no rule, no word. That
// something "has no effect" under the law is a rule.
func deniesLaw(words string) bool {
	return absence.MatchString(words) && !noEffect.MatchString(words)
}

var noEffect = regexp.MustCompile(`(?i)\bha(?:s|ve) no (?:legal )?(?:effect|force)\b`)

// isDefinition reports a sentence whose first verb says what a term means.
func isDefinition(words string) bool {
	at := defines.FindStringIndex(words)
	return at != nil && !lays.MatchString(words[:at[0]])
}

// opener is what stands before a statement and adds nothing to it.
var opener = regexp.MustCompile(`(?i)^(?:(?:however|additionally|furthermore|moreover|in addition|also|therefore|thus|hence|first|second|third|finally|note that|please note that|it is (?:also )?important to (?:note|remember|know) that|it should be noted that|keep in mind that|remember that|based on (?:the|these) (?:documents|sources|materials)(?: provided)?|according to (?:the|these) (?:documents|sources)(?: provided)?),?\s+)+`)

var (
	// operative words lay down a duty, right, ban, power, penalty or scope.
	operative = regexp.MustCompile(`(?i)\b(?:must|shall|may|cannot|can(?:'t|’t)?|need(?:s)? not|need(?:s)? to|ha(?:s|ve|d) to|require[sd]?|requirements? (?:is|are|to)|obliged|obligated|oblig(?:e|es|ation)|bound by|prohibit(?:s|ed)?|forbid(?:s|den)?|barred|bars|bans?|banned|unlawful|illegal|lawful|violat(?:e|es|ed|ion|ions)|liab(?:le|ility)|answers? for|answerable|penalt(?:y|ies)|fine[sd]?|felony|misdemeanor|damages|injunction|sue|sued|entitle[sd]?|right to|rights? (?:under|of)|owe[sd]?|due|exempt(?:s|ed|ion|ions)?|excluded|except(?:s|ed|ion|ions)?|applies|apply|does not apply|allowed|permit(?:s|ted)?|authori[sz]e[sd]?|void|unenforceable|enforce(?:s|d|able)?|administers?|oversees?|complian(?:t|ce)|falls? away|lapses?|there (?:is|are) no|needs? (?:the|an?|no)|left out|subject to|deemed|presumed|valid|waive[dr]?|free of charge|without charge|are free|is free|charge[sd]?|fees?|consent|no later than|not later than|at (?:least|most)|in force|takes? effect|guarantee[sd]?|covers|protected|safe harbor|qualif(?:y|ies)|falls? (?:outside|within|under)|(?:is|are|stands?) outside|(?:is|are) (?:not )?(?:covered|protected|regulated|enough|sufficient|optional|mandatory|compulsory|voluntary|necessary)|notif(?:y|ies|ied)|(?:written|prior|public|prompt) notice|attorney general|whichever)\b`)
	quantity  = regexp.MustCompile(`(?i)(?:\$\s?\d|\b(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|forty-five|sixty|ninety|hundred|thousand)\s+(?:(?:calendar|business|working|consecutive)\s+)?(?:minutes?|hours?|days?|weeks?|months?|years?|percent|dollars?|residents|persons|people|individuals|customers|consumers)\b)`)
	defines   = regexp.MustCompile(`(?i)(?:\b(?:means|mean|(?:is|are) (?:defined|understood)|defines|refers? to|(?:also |only |always )?includes?|do(?:es)? not include|(?:can |may )?(?:also )?consists? (?:of|in)|(?:always )?counts? (?:as|when|if|in|toward|only)|(?:is|are) (?:left out|not (?:included|counted)|considered (?:an?|to be))|the term|qualif(?:y|ies) as|in the sense of|is any|(?:is|are) an? [^.;]{0,60}\b(?:together|combined) with)\b)`)
	// lays is what comes before a word of definition where it is none: "must
	// include", "can award damages, and these include".
	lays    = regexp.MustCompile(`(?i)\b(?:must|shall|may|can|cannot|should|ha(?:s|ve) to|need(?:s)? to|required?|entitled|liable|sue|owes?)\b`)
	absence = regexp.MustCompile(`(?i)\b(?:(?:there (?:is|are|was) no|no) (?:\w+ ){0,3}(?:laws?|statutes?|provisions?|sections?|rules?|regulations?|requirements?|exceptions?|exemptions?|safe harbors?|deadlines?|number of days|private right|duty|obligation|limit|penalty|definition)|(?:law|act|statute|code|chapter|section|state|legislature)s?,? (?:\w+ ){0,4}?(?:(?:does|do|did)(?: not|n['’]t) (?:itself |expressly |specifically )?(?:require|prohibit|forbid|regulate|provide|contain|address|mention|specify|define|set|impose|have (?:an?|any|such)|give|name|limit|say|offer|restrict|create|recognize|include any)|offers? no|names? no|contains? no|provides? no|imposes? no|sets? no|gives? no|has no|is silent|says nothing|makes? no)|nothing in (?:the|this|these|state)|not (?:addressed|regulated|covered) by|none of the (?:laws|statutes|sections|sources|documents))\b`)

	summaryCue  = regexp.MustCompile(`(?i)^(?:in (?:short|summary|sum|brief|conclusion|essence|other words|closing)|to (?:summari[sz]e|sum up|conclude|recap)|summary|summing up|overall|briefly|all in all|altogether|taken together|the bottom line|bottom line|key takeaways?|takeaways?|conclusion|therefore|thus|hence|so|consequently|accordingly|as (?:noted|stated|explained|mentioned|described|set out|discussed)(?: above| before| earlier)?|put (?:simply|differently)|simply put|in a nutshell)\b`)
	summaryHead = regexp.MustCompile(`(?i)^(?:in (?:short|summary|sum|brief|conclusion|a nutshell)|(?:short |quick |executive )?summary|overview|(?:the )?bottom line|conclusion|overall|key takeaways?|takeaways?|recap|tl;?dr|(?:the )?short answer|at a glance|summing up)\b`)
)

// describesLaw reports a sentence about the law as a whole, which states no rule
// of it: "The Act governs …", "Title 9 contains a chapter on …".
func describesLaw(words string) bool {
	at := aboutLaw.FindStringIndex(words)
	if at == nil || quantity.MatchString(words) {
		return false
	}
	return !modal.MatchString(words[:at[1]])
}

var (
	aboutLaw = regexp.MustCompile(`(?i)\b(?:governs?|regulates?|(?:is|are) (?:\w+ ){0,3}regulated|(?:acts?|laws?|statutes?|chapters?|titles?|codes?|articles?|rules?|provisions?|legislatures?)(?: \w+){0,4} (?:address(?:es)?|deals? with)|divides?|distinguish(?:es)?|limits? (?:what|how|when|the ways)|sets? (?:out )?(?:the )?(?:rules|framework|ground rules)|lays? down (?:the )?rules|ha(?:s|ve) (?:several|many|various|a number of|its own|a) (?:\w+ ){0,2}(?:laws?|statutes?|rules|acts?|chapters?|articles?|body of (?:\w+ )?law)|contains? (?:\w+ ){0,3}(?:chapters?|articles?|parts?|acts?|rules|provisions|laws?)|(?:is|are) (?:found|set out|contained|laid down) in|takes? (?:this|these|data|privacy|it) \w*\s?seriously|(?:acts?|laws?|statutes?|chapters?|titles?|codes?|articles?)\b[^.;]{0,60}? (?:answers?|settles?|bears? on|speaks? to) (?:your|the|this|these|both|all)\b|finds? most of the (?:limits|rules|law)|imposes? (?:several|a number of|various|some|certain) \w+)\b`)
	modal    = regexp.MustCompile(`(?i)\b(?:must|shall|may|cannot|can|required?|prohibit(?:s|ed)?|if|when)\b`)
)

// muses is an opening that raises the matter and says nothing of it.
var muses = regexp.MustCompile(`(?i)^(?:then |next |finally |now )?(?:there (?:is|are)|comes?|remains?) the (?:questions?|matters?|issues?) of\b|\bis (?:a different|another) (?:matter|story|question)\b|\b(?:on|under) the (?:terms|conditions|rules) (?:set out )?below[.:]?$|\bare taken (?:one after the other|in turn|first|together)\b|^(?:the|one) (?:other|second|third|last|rest) is your? [^.;,]{0,40}$|\b(?:is|are) (?:well )?(?:time well spent|worth (?:it|your while|the (?:effort|trouble|time)))[.!]?$|^\p{L}+ing\b[^.;,]{3,60} means (?:knowing|understanding|minding|watching|dealing with)\b|^this is (?:an?|the|your) (?:\w+ ){0,2}(?:overview|outline|guide|look|walk-?through|primer)\b|^(?:chapter|title|article|part) [\w.-]+(?: of [^.;,]{3,40})? covers\b[^.;]{0,80}[.]?$|\bha(?:s|ve) (?:one|two|three|four|several|a few|some|many) (?:\w+ )?(?:roads?|paths?|routes?|avenues?|options?|doors?) (?:open|available)\b|^(?:that|this|it) (?:does not|doesn['’]t|leaves) (?:yet |still )?(?:settle|answer|say|tell|decide|open)\b|\b(?:raises? (?:the|a|an|several|many|some) (?:\w+ )?questions?|(?:often|commonly|frequently) (?:ask|wonder))\b`)

// announces is a sentence that only says that something follows.
var announces = regexp.MustCompile(`(?i)^(?:(?:there are|you will find|here are|we see|the (?:law|act|statute|chapter|code) (?:knows|has|makes|gives))\s+)?(?:(?:a )?(?:few|couple of|number of)|several|some|two|three|four|five|six|\d|these|the following|other)\s+(?:\p{L}+\s+){0,3}(?:deserves?|follows?|matters?|touch(?:es)?|concerns?|stands? out|(?:is|are) (?:worth|important|relevant|of note|notable|key)|come(?:s)? (?:into|to)|should be (?:noted|mentioned|kept)|need(?:s)? (?:mention|attention)|bear)\b[^.;]{0,30}[.!]?$`)

// hasMore is a sentence that only says that there is more: "There's a list of
// exceptions."
var hasMore = regexp.MustCompile(`(?i)^there(?:'|’)?(?:s| is| are|re) (?:an? |some |several |a few |many |also )*(?:\w+ )?(?:list|number|handful|couple|set|series|exceptions|exemptions|limits|conditions|rules|penalties)(?: of (?:\w+ ){0,2}\w+)?[.!:]?$`)

// more is a sentence that only says that more follows for somebody: "if you rent, some further
// rights are yours."
var more = regexp.MustCompile(`(?i)^(?:(?:if|when|where|once|for|as)\b[^,;:]{2,60},\s+)?(?:some|several|a few|two|three|further|other)(?: (?:further|other|more|special|extra))? \p{L}+ (?:are|is) (?:yours|theirs|in play|of use)[.!]?$`)

// isFragment reports a few words without a verb, such as "The Attorney General." under a
// heading that asks who.
func isFragment(words string) bool {
	return len(strings.Fields(words)) <= fragmentWords && !quantity.MatchString(words) && fragment.MatchString(words)
}

// fragmentWords is how many words a fragment has at most.
const fragmentWords = 4

var fragment = regexp.MustCompile(`^(?:The|Only the|Your|A|An) \p{L}+(?: \p{L}+)?[.!]$`)

// solidWords is how many words that are not vague a statement of law has at least.
const solidWords = 2

// isVague reports an assessment with nothing in it that could be looked up: "mostly
// not, but the exceptions are wide enough to be useful".
func isVague(words string) bool {
	if quantity.MatchString(words) {
		return false
	}
	solid := 0
	for _, w := range aWord.FindAllString(strings.ToLower(words), -1) {
		if !idle[w] && !vague[w] && len(w) > 2 {
			solid++
		}
	}
	return solid < solidWords && assesses.MatchString(words)
}

// assesses is what marks an assessment among short statements of law, such as "The
// shop is exempt".
var assesses = regexp.MustCompile(`(?i)\b(?:mostly|largely|probably|likely|generally|basically|essentially|mainly|often|usually|possibly|perhaps|hardly|fairly|quite|pretty|wide|narrow|broad|enough|good|bad|news|simple|complex|complicated|easy|hard|strict|yes and no|it depends|depends|in principle)\b`)

var vague = words(`mostly largely probably likely generally basically essentially mainly often usually possibly perhaps hardly fairly quite pretty very still really
	just simply yes depends depend good bad news simple complex complicated easy hard strict wide narrow broad enough useful important clear first here
	exception exceptions rule rules answer question questions case cases thing things way ways get gets got come comes go goes out some details`)

// isAdvice reports encouragement and counsel in general, which no section could
// support.
func isAdvice(words string) bool {
	if generalCompliance.MatchString(words) || seekCounsel.MatchString(words) {
		return !quantity.MatchString(words)
	}
	return counsel.MatchString(shouldHave.ReplaceAllString(words, "")) && !strictly.MatchString(words) && !quantity.MatchString(words) && !invokesLaw.MatchString(words)
}

// shouldHave is what somebody ought to have known, which is no counsel.
var shouldHave = regexp.MustCompile(`(?i)\bshould (?:reasonably )?have\b`)

// invokesLaw tells words that put what they counsel down to the law: "as state law requires".
var invokesLaw = regexp.MustCompile(`(?i)\b(?:law|statutes?|act|code)\s+(?:requires?|demands?|orders|wants|obliges)\b|\bas (?:is )?required by\b|\bby (?:state )?law\b`)

var (
	generalCompliance = regexp.MustCompile(`(?i)\b(?:compl(?:y|ies|iance|ying)|accordance|consistent|conform(?:s|ing)?) with (?:the |these |those |both )*(?:relevant|applicable|pertinent|governing|all|any|other)\b[^.;]*\b(?:laws?|regulations?|rules|statutes|requirements|legislation)\b|\bcomply with (?:all|the) (?:laws|rules|following|law)\b`)
	seekCounsel       = regexp.MustCompile(`(?i)\b(?:consult(?:ing)?|speak|talk|check|work|contact(?:ing)?|seek(?:ing)?|obtain(?:ing)?|get(?:ting)?)\b[^.;]{0,40}\b(?:attorneys?|lawyers?|counsel|legal advice|legal professionals?|legal experts?)\b`)
	counsel           = regexp.MustCompile(`(?i)\b(?:should|it pays to|advisable|recommend(?:ed|s)?|wise|prudent|good (?:idea|practice)|best practices?|consider|helps?|helpful|we suggest|encouraged?|important to|crucial to|essential to|makes? sense|(?:the|of|build|keep|win|earn|their) trust|reputation|peace of mind)\b`)
	strictly          = regexp.MustCompile(`(?i)\b(?:must|shall|may|ha(?:s|ve) to|cannot|prohibit(?:s|ed)?|unlawful|required by|liable|penalt(?:y|ies)|fined?|entitled)\b`)
)

// restates reports a sentence that only says what is asked.
func restates(words, question string) bool {
	if strings.HasSuffix(strings.TrimSpace(words), "?") || asks.MatchString(words) {
		return true
	}
	if question == "" || modal.MatchString(words) || operative.MatchString(words) {
		return false
	}
	mine := stems(words)
	return len(mine) >= 4 && share(mine, setOf(stems(question))) >= 0.8
}

var asks = regexp.MustCompile(`(?i)^(?:you (?:(?:tell|told) us|said|wrote|write|mention(?:ed)?|ask(?:ed)?|want(?:ed)? to know|are asking|wonder)|your question|the question (?:is|asks|concerns)|this (?:answer|question|page|memo|summary|note|guide|article|section) (?:explains|covers|asks|sets out|describes|looks at|concerns|deals with|summari[sz]es|outlines|lists)|this (?:answer|page|memo|summary|note|guide|overview|article|text|piece|post) (?:goes|takes|walks|runs|turns|starts|begins|looks|moves|follows|answers|treats|shows|reviews|discusses|addresses|tells)\b|here (?:is|are) (?:the|what|how|a|an)\b|below (?:is|are)\b|(?:below|here|in this (?:answer|note|memo)),? [^.;]{0,40}\b(?:is short for|stands for)\b|(?:the|these) (?:questions|points|sections|paragraphs|notes|answers|headings) (?:below|that follow)\b|(?:the )?following (?:is|are|section|list)\b|let(?:'|’)s\b)`)
