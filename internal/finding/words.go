package finding

// Words says an outcome to a person: what to do with the answer.
func (o Outcome) Words() string {
	switch o {
	case Publish:
		return "May stay published"
	case Correct:
		return "Correct before publishing"
	case DoNotPublish:
		return "Do not publish"
	case NotAuditable:
		return "Not auditable"
	}
	return "Unknown outcome: " + string(o)
}

// OutcomeWords says the outcome of an answer to a person. An answer that found
// nothing may stay published, and that is not what a reader should learn of it.
func (a *AnswerReport) OutcomeWords() string {
	if a.FoundNothing() {
		return "Found nothing"
	}
	return a.Outcome.Words()
}

// Rank is 0 for the outcome that needs a person most, and 4 for one unknown.
func (o Outcome) Rank() int {
	for i, known := range Outcomes() {
		if o == known {
			return i
		}
	}
	return len(Outcomes())
}

// Outcomes lists them, the one that needs a person most first.
func Outcomes() []Outcome { return []Outcome{DoNotPublish, Correct, NotAuditable, Publish} }

// Words says a verdict to a person.
func (v Verdict) Words() string {
	switch v {
	case Supported:
		return "Supported"
	case PartlySupported:
		return "Partly supported"
	case NotSupported:
		return "Not supported"
	case Contradicted:
		return "Contradicted"
	case Unverified:
		return "Unverified"
	}
	return "Unknown verdict: " + string(v)
}

// Words says how sure the audit is.
func (c Certainty) Words() string {
	switch c {
	case Certain:
		return "certain: the words show it"
	case Likely:
		return "likely: the words point to it"
	case Possible:
		return "possible: a person must look"
	}
	return string(c)
}

// Words says the edit to a person.
func (a FixAction) Words() string {
	switch a {
	case ReplaceSource:
		return "Replace the source"
	case RemoveSource:
		return "Remove the source"
	case MoveMarker:
		return "Move the marker"
	case AddSource:
		return "Add a source"
	case CorrectText:
		return "Correct the text"
	case AddText:
		return "Add to the text"
	case RemoveText:
		return "Remove the text"
	case CorrectTitle:
		return "Correct the title"
	case Recheck:
		return "Have a person check"
	}
	return string(a)
}
