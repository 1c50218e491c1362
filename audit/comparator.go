package audit

// bounds before and behind a figure, longest first.
var boundsBefore = []struct{ words, bound string }{
	{"no|not|never less|fewer|sooner|earlier|lower|shorter|smaller than", "min"}, {"at least", "min"}, {"minimum of", "min"}, {"or more", "min"},
	{"no|not|never more|later|longer|greater|higher|larger than", "max"}, {"never for more|longer than", "max"}, {"not below|under", "min"}, {"not above|over|beyond", "max"}, {"not|never to exceed", "max"}, {"not exceed|exceeding", "max"},
	{"at most", "max"}, {"up to", "max"}, {"as much|many|long|high as", "max"}, {"as little|few|low as", "min"}, {"maximum of", "max"}, {"limit of", "max"}, {"ceiling of", "max"}, {"at the latest", "max"},
	{"within", "max"}, {"in excess of", "over"}, {"more|greater|longer|older|higher|larger than", "over"}, {"exceeds|exceed|exceeding|exceeded", "over"},
	{"over|above", "over"}, {"less|fewer|younger|lower|smaller|shorter than", "under"}, {"under|below", "under"},
}

var boundsBehind = []struct{ words, bound string }{
	{"or more|older|over|longer|above|greater|higher|upwards", "min"}, {"or less|fewer|under|younger|below|lower|shorter", "max"}, {"at most", "max"}, {"at the latest|most", "max"}, {"at least", "min"}, {"at the least", "min"}, {"maximum", "max"}, {"minimum", "min"},
}

func (n *number) readBound(list []word) {
	for back := 1; back <= 7 && n.at-back >= 0; back++ {
		if isFigure(list[n.at-back].term) {
			break
		}
		if bound := boundAt(list, n.at-back, n.at); bound != "" {
			n.bound = bound
			n.negateBound(list, n.at-back)
			break
		}
	}
	for _, b := range boundsBehind {
		if n.bound == "" && phrase(list, n.past, b.words) {
			n.bound = b.bound
		}
	}
	if n.bound == "" {
		n.bound = n.endOfRange(list)
	}
	if n.bound == "" && n.unit == "minute" && n.at > 0 && oneOf(list[n.at-1].lower, "has|have|had|gets|get") && phrase(list, n.past, "to") {
		n.bound = "max" // "has ten days to answer"
	}
	if n.bound == "" && n.unit == "count" {
		n.bound = boundPast(list, n.past)
	}
}

// boundPast reads the bound behind what is counted: "1,000 persons or fewer".
func boundPast(list []word, past int) string {
	for k := past + 1; k < min(len(list), past+4) && !isFigure(list[k].term); k++ {
		switch {
		case phrase(list, k, "or more|over"):
			return "min"
		case phrase(list, k, "or less|fewer|under"):
			return "max"
		}
	}
	return ""
}

// boundAt gives the bound whose words begin at i and end close before the figure.
func boundAt(list []word, i, figure int) string {
	for _, b := range boundsBefore {
		if end, ok := phraseEnd(list, i, b.words); ok && end <= figure && figure-end <= 2 {
			return b.bound
		}
	}
	return ""
}

// negateBound turns "does not exceed" and "cannot be more than" round.
func (n *number) negateBound(list []word, i int) {
	if n.bound != "over" && n.bound != "under" {
		return
	}
	for k := i - 1; k >= max(0, i-14); k-- {
		if oneOf(list[k].lower, "who|which|whose|if|when|where") {
			return // the bound marks out what the sentence is about
		}
		near := i-k <= 3 && isNegation(list[k].lower)
		if near || list[k].lower == "nobody" || list[k].lower == "no" && phrase(list, k+1, "person|business|company|one|interest|fee|charge|rate|event|case") || phrase(list, k, "may|shall|must|can not") || oneOf(list[k].lower, "cannot|can't|never") {
			n.bound = map[string]string{"over": "max", "under": "min"}[n.bound]
			return
		}
	}
}

// turnBeforehand turns the bounds of a time counted back from an event: no later than
// thirty days before it is at least thirty, no earlier than sixty at most sixty.
func (n *number) turnBeforehand(list []word) {
	if n.past >= len(list) || !oneOf(list[n.past].lower, "before|prior|preceding|ahead") {
		return
	}
	for _, w := range list[max(0, n.at-4):n.at] {
		switch {
		case oneOf(w.lower, "later|latest"):
			n.bound = "min"
		case oneOf(w.lower, "earlier|earliest|sooner|soonest"):
			n.bound = "max"
		}
	}
}

// endOfRange gives the bound of a figure that ends a range: "between $500 and $4,000".
func (n *number) endOfRange(list []word) string {
	for k := n.at - 1; k >= max(0, n.at-5); k-- {
		if !oneOf(list[k].lower, "between|from") {
			continue
		}
		if n.at-k <= 2 && n.figureBehind(list, "and|to") {
			return "min"
		}
		if hasWord(list[k:n.at], "and|to") && figureIn(list[k:n.at]) {
			return "max"
		}
	}
	return ""
}

// figureBehind tells another figure soon behind one of the joints.
func (n *number) figureBehind(list []word, joints string) bool {
	for k := n.past; k+1 < min(len(list), n.past+4); k++ {
		if oneOf(list[k].lower, joints) && figureIn(list[k+1:min(len(list), k+3)]) {
			return true
		}
	}
	return false
}

func figureIn(list []word) bool {
	for _, w := range list {
		if isFigure(w.term) {
			return true
		}
	}
	return false
}
