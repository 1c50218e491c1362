package eval

// GroupScore is the accuracy of rules that are judged together, beside the aim.
type GroupScore struct {
	Name string `json:"name"`
	RuleScore
	F1  float64 `json:"f1"`
	Aim Aim     `json:"aim"`
	// Met is whether every figure of the aim is reached; a group without labels
	// or findings has met nothing and Measured is false.
	Met      bool `json:"met"`
	Measured bool `json:"measured"`
}

// Aim is what a group should reach; a zero is no aim.
type Aim struct {
	Precision float64 `json:"precision,omitempty"`
	Recall    float64 `json:"recall,omitempty"`
	F1        float64 `json:"f1,omitempty"`
}

// aims are the groups, and whether their rules count as one another: a deadline
// found as a number is found.
var aims = []struct {
	name    string
	rules   map[string]bool
	oneKind bool
	aim     Aim
}{
	{"structural", set("citation-dangling citation-malformed source-unused source-duplicated source-unknown title-mismatched act-misnamed pinpoint-wrong " +
		"jurisdiction-wrong jurisdiction-mismatched section-repealed section-superseded section-renumbered section-not-yet-effective quote-altered"), false, Aim{Precision: 0.98, Recall: 0.98}},
	{"irrelevant or misplaced", set("source-irrelevant source-misplaced"), true, Aim{F1: 0.9}},
	{"definitional or nonoperative", set("source-definitional source-nonoperative"), true, Aim{F1: 0.95}},
	{"number, deadline, amount", set("number-contradicted deadline-contradicted amount-contradicted"), true, Aim{Precision: 0.95, Recall: 0.9}},
	{"modality, negation, actor", set("modality-changed negation-reversed actor-changed"), true, Aim{Precision: 0.85, Recall: 0.7}},
	{"exception, condition", set("exception-missing condition-missing"), true, Aim{Precision: 0.8, Recall: 0.7}},
	{"claim-uncited", set("claim-uncited"), false, Aim{F1: 0.85}},
}

// groups scores each group. Within a group of one kind a finding by a sister
// rule answers a label.
func groups(all []audited) []GroupScore {
	var scores []GroupScore
	for _, g := range aims {
		same := sameRule(exactly)
		if g.oneKind {
			same = func(label, found string) bool { return g.rules[label] && g.rules[found] }
		}
		s := GroupScore{Name: g.name, RuleScore: score(all, g.name, g.rules, same), Aim: g.aim}
		s.F1 = F1(s.Precision, s.Recall)
		s.Measured = s.Precision.Of > 0 || s.Recall.Of > 0
		s.Met = s.Measured && reached(s.Precision, g.aim.Precision) && reached(s.Recall, g.aim.Recall) && s.F1 >= g.aim.F1
		scores = append(scores, s)
	}
	return scores
}

// reached reports whether a rate comes up to its aim. Where nothing was found
// there is no precision to reach, nor recall where nothing is labelled.
func reached(r Rate, aim float64) bool { return aim == 0 || r.Of > 0 && r.Value >= aim }
