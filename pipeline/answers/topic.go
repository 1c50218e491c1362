package answers

import (
	"math"
	"slices"
	"strings"

	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/index"
)

// topic is one thing the question is about, as folded words in order.
type topic struct {
	text  string
	terms []string
	// named topics stand in the question itself; others only widen the search.
	named bool
	// sign marks a topic that law expresses in many ways, such as a deadline; ""
	// for one that it calls by its name.
	sign string
	// loose is set where the law never uses the name itself: its last word in a
	// heading may then stand for it.
	loose bool
	// weight is how much its absence from a section counts.
	weight float64
}

// topicsOf reads the topics of a question, each meaning once, or takes its own
// words where it has none.
func topicsOf(q answer.Question) []topic {
	asked := words(q.Text)
	named := q.Topics
	if len(named) == 0 {
		named = slices.DeleteFunc(slices.Clone(asked), func(word string) bool { return word == of || word == stop })
	}
	var all []topic
	seen := map[string]bool{}
	for _, text := range named {
		terms := words(text)
		if key := strings.Join(terms, " "); key == "" || seen[key] {
			continue
		}
		seen[strings.Join(terms, " ")] = true
		all = append(all, topic{text: text, terms: terms, named: within(terms, asked), sign: signOf(text)})
	}
	return all
}

// wordsOf gives each word of the question as a topic.
func wordsOf(q answer.Question) []topic {
	return topicsOf(answer.Question{Text: q.Text})
}

// Two words are kept that carry no content: of turns a name round, and a stop
// marks punctuation, over which no name reaches.
const (
	of   = "of"
	stop = "."
)

// words folds a text as the index does, but keeps words apart that stand for
// other things in this law than their stems do.
func words(text string) []string {
	all := make([]string, 0, len(text)/8)
	end := 0
	for _, token := range index.Tokens(text) {
		if end > 0 && strings.ContainsAny(text[end:token.Start], ".,;:()\n") {
			all = append(all, stop)
		}
		end = token.End
		switch word := strings.ToLower(text[token.Start:token.End]); word {
		case "information", "personal", "securities", "personnel", of:
			all = append(all, word)
		case "breach", "breaches", "breached": // of security, not of duty
			all = append(all, "breach")
		default:
			if token.Term != "" {
				all = append(all, token.Term)
			}
		}
	}
	return all
}

// within tells that a text names the terms: in their order and close together,
// or turned round by "of", as "breach of the security" names a security breach.
func within(terms, text []string) bool {
	turned := turn(terms)
	for at, word := range text {
		if word == terms[0] && follow(terms[1:], text[at+1:]) {
			return true
		}
		if turned != nil && word == turned[0] && follow(turned[1:], text[at+1:]) {
			return true
		}
	}
	return false
}

// turn gives the other form of a name, nil for a single word.
func turn(terms []string) []string {
	if at := slices.Index(terms, of); at > 0 && at+1 < len(terms) {
		return slices.Concat(terms[at+1:], terms[:at])
	}
	if last := len(terms) - 1; last > 0 {
		return slices.Concat(terms[last:], []string{of}, terms[:last])
	}
	return nil
}

// slack is how many other words may stand between two of a name: "personal
// identifying information".
const slack = 1

// follow tells that the terms come next, each after few other words and none
// beyond a stop or an "of".
func follow(terms, text []string) bool {
	for _, term := range terms {
		at := 0
		for at < len(text) && text[at] != term {
			if text[at] == stop || text[at] == of || at == slack {
				return false
			}
			at++
		}
		if at == len(text) {
			return false
		}
		text = text[at+1:]
	}
	return true
}

// The share of a topic that the question does not name: its absence proves less,
// and that of a single word little.
const (
	sideWeight = 0.6
	wordWeight = 0.3
)

// weigh makes rare topics count more: of n sections, df hold the topic. What is
// asked for by name and stands nowhere counts double: law on it is elsewhere.
func (t *topic) weigh(n, df int) {
	t.weight = 1 + math.Log((float64(n)+1)/(float64(df)+0.5))
	switch {
	case t.named && df == 0:
		t.weight *= 2
	case !t.named && len(t.terms) > 1:
		t.weight *= sideWeight
	case !t.named:
		t.weight *= wordWeight
	}
}

// headingShare is how much it counts that only a heading above a provision names
// a topic.
const headingShare = 0.5

// The shares that count where a provision speaks of a topic without its name.
const (
	signShare  = 0.7
	looseShare = 0.6
)

// covered is the share of the topics' weight that a provision names, itself or by
// the headings above it.
func covered(topics []topic, heading, said []string) float64 {
	sum, all := 0.0, 0.0
	for _, t := range topics {
		all += t.weight
		sum += t.weight * t.said(heading, said)
	}
	if all == 0 {
		return 0
	}
	return sum / all
}

// said is how clearly a text under a heading speaks of the topic, from 0 to 1.
func (t topic) said(heading, text []string) float64 {
	switch {
	case within(t.terms, text):
		return 1
	case t.sign != "" && slices.Contains(text, t.sign):
		return signShare
	case within(t.terms, heading):
		return headingShare
	case t.loose && t.heads(heading):
		return looseShare
	}
	return 0
}

// heads tells that a heading has the last word of a name with nothing that turns
// it to another thing: "Notice of a breach" heads what a question calls a security
// breach, "Breach of contract" does not.
func (t topic) heads(heading []string) bool {
	head := t.terms[len(t.terms)-1]
	for i, word := range heading {
		if word == head && (i+1 == len(heading) || heading[i+1] == stop) && t.unqualified(heading[:i]) {
			return true
		}
	}
	return false
}

// unqualified tells that no other word stands right before the last word of a
// name: a "material breach" is one of contract.
func (t topic) unqualified(before []string) bool {
	if len(t.terms) < 2 || len(before) == 0 {
		return len(t.terms) > 1
	}
	last := before[len(before)-1]
	return last == of || last == stop || last == t.terms[len(t.terms)-2]
}
