package audit

// excepting are words by which a claim makes an exception.
const excepting = "unless|except|without|save|otherwise|only|apart|aside"

// excepts reports whether the claim makes an exception itself, be it in a clause
// that opposes what one may to what one must.
func (x *comparison) excepts() bool {
	return hasWord(x.claim.own, excepting) || x.claim.forbids() && hasWord(x.claim.own, "until") || hasWord(x.claim.own, "but|however|though|although") && (x.claim.permits() || x.claim.releases())
}

// statesAnotherLimit tells that the exception which the claim makes is another of
// the same sentence, and that it makes no more than that one.
func (x *comparison) statesAnotherLimit(l *limit) bool {
	for i := range x.text.limits {
		o := &x.text.limits[i]
		if o.unit == l.unit && o.span != l.span && o.kind == "exception" && (contained(x.freshWords(o), x.law.weight, x.claim.all) >= 0.4 || x.exceptsAs(o)) {
			return !x.exceptsBeside(o)
		}
	}
	return false
}

// exceptsBeside tells that the claim makes a further exception than o, in words of
// its own: "without the owner's consent" is one and "unless" another.
func (x *comparison) exceptsBeside(o *limit) bool {
	own := x.claim.own
	for i := range own {
		if !oneOf(own[i].lower, "unless|except|save") {
			continue
		}
		said := content(x.toStop(i + 1))
		if len(said) > 0 && contained(said, x.law.weight, setOf(o.words)) < 0.3 {
			return true
		}
	}
	return false
}

// exceptsAs tells that the claim's own exception opens with a word of a limit, or
// has most of its words.
func (x *comparison) exceptsAs(o *limit) bool {
	set := setOf(o.words)
	for i := range x.claim.own {
		if !oneOf(x.claim.own[i].lower, "without|unless|except|save") {
			continue
		}
		if list := content(x.toStop(i + 1)); len(list) > 0 && (set[list[0].term] || contained(list, x.law.weight, set) >= 0.6) {
			return true
		}
	}
	return false
}

// isAbout reports whether the claim states the limit itself: most of its words are
// those of the limit.
func (x *comparison) isAbout(l *limit) bool {
	return contained(x.claim.own, x.law.weight, setOf(x.freshWords(l))) >= 0.4 || l.kind == "exception" && x.demands(l)
}

// demands tells that the claim makes a duty of what lifts the law's ban: "no such
// agreement binds unless it is signed" is that it must be signed.
func (x *comparison) demands(l *limit) bool {
	if !forbidding(x.text.predicates[l.governs]) {
		return false
	}
	for i := range x.claim.predicates {
		p := &x.claim.predicates[i]
		near := contained(p.action, x.law.weight, setOf(l.words))
		if p.force == must && (near >= 0.6 || near >= 0.4 && shared(p.action, setOf(l.words)) >= 2) {
			return true
		}
	}
	return false
}

// states reports whether the claim, or one that rests on the same act, says the
// limit.
func (x *comparison) states(l *limit) bool {
	if l.request {
		return x.asks()
	}
	if l.lawful {
		return hasWord(x.claim.own, "permitted|permits|allowed|allows|lawful|lawfully|legal|legally|authorized|authorizes|law|rule|rules|proper|properly|reasonable|reasonably|section|chapter|act|such|these|this|accordance")
	}
	fresh := x.freshWords(l)
	if len(fresh) == 0 {
		return true
	}
	if l.intent {
		return x.intended()
	}
	for _, c := range x.related {
		said := contained(fresh, x.law.weight, c.all)
		if c == x.claim && len(fresh) <= shortLimit && said >= briefSaid {
			return true // "fails or refuses" is said with either
		}
		if said >= limitSaid && (c == x.claim || said >= shortSaid || len(fresh) > shortLimit) && (c.conditional || c == x.claim || lifting(c)) {
			return true
		}
	}
	return false
}

// A limit of few words is said elsewhere in the answer only where most of them
// stand: one word of two is chance.
const (
	shortLimit = 3
	shortSaid  = 0.6
	// briefSaid is the share of them that the claim itself must have.
	briefSaid = 0.25
)

// intended reports whether a claim of the answer names a state of mind.
func (x *comparison) intended() bool {
	for _, c := range x.related {
		if hasWord(c.own, "knowing|knowingly|knows|knew|reckless|recklessly|intentional|intentionally|deliberate|deliberately|wilful|willful|wilfully|willfully|negligent|negligently|intent|purpose") {
			return true
		}
	}
	return false
}

// lifting tells a claim that frees from a duty.
func lifting(c *claimText) bool {
	for _, p := range c.predicates {
		if p.force == needNot || p.force == may || p.force == isNot {
			return true
		}
	}
	return false
}

// freshWords are words of a limit that the limited sentence does not have anyway.
func (x *comparison) freshWords(l *limit) []word {
	if l.intent {
		return l.words
	}
	main := termSet{}
	u := &x.text.units[l.governs]
	for _, w := range append(append([]word{}, u.lead...), u.own...) {
		if w.start < l.span.Start || w.start >= l.span.End {
			main.add([]word{w})
		}
	}
	var fresh []word
	for _, w := range l.words {
		if !main[w.term] && (l.grant || !oneOf(w.lower, mereReference)) && !isFigure(w.term) {
			fresh = append(fresh, w)
		}
	}
	return fresh
}
