package index

import "strings"

// An answer gives back, hands in and calls off where a statute refunds, submits and
// terminates. The verb of such a phrase takes the term of the statute's word, and its
// particle none; each stays a token of its own, in its place.

// phrasals are two-word verbs with the word of a statute for which they stand; the verb
// in its base form. One whose parts may mean what they say ("take in", "look up") is
// none.
var phrasals = map[string]string{
	"pay back": "refund", "give back": "return", "send back": "return", "hand back": "return", "bring back": "return", "take back": "return",
	"hand in": "submit", "turn in": "submit", "send in": "submit", "hand over": "deliver", "turn over": "deliver", "give up": "waive", "sign away": "waive",
	"turn down": "refuse", "turn away": "refuse", "call off": "terminate", "put off": "postpone", "hold off": "delay",
	"take off": "remove", "take down": "remove", "take away": "remove", "throw away": "discard", "throw out": "discard", "tear up": "destroy",
	"kick out": "eject", "put out": "eject", "let in": "admit", "hand out": "distribute", "give out": "distribute", "pass out": "distribute",
	"look into": "investigate", "check into": "investigate", "find out": "discover", "figure out": "determine", "work out": "determine",
	"fill out": "complete", "fill in": "complete", "carry out": "perform", "go on": "continue", "keep on": "continue", "break off": "terminate",
	"take part": "participate", "make public": "disclose", "make known": "disclose", "let know": "notify", "pull out": "withdraw", "back out": "rescind", "give away": "donate",
	"sign up": "subscribe", "set out": "specify", "spell out": "specify", "point out": "notify", "let go": "release", "shut down": "terminate", "black out": "redact",
}

// parting are particles that may stand behind the object: "give the deposit back".
var parting = wordSet("back off away over in down out know")

// phrasalForms are uneven forms of their verbs.
var phrasalForms = map[string]string{
	"paid": "pay", "gave": "give", "given": "give", "sent": "send", "brought": "bring", "took": "take", "taken": "take", "held": "hold", "threw": "throw", "thrown": "throw",
	"tore": "tear", "torn": "tear", "found": "find", "went": "go", "gone": "go", "kept": "keep", "broke": "break", "broken": "break", "made": "make", "spelt": "spell", "shut": "shut", "set": "set", "put": "put", "let": "let",
}

// phrasalVerbs are the verbs of phrasals, in every form, with the base form.
var phrasalVerbs = verbForms()

func verbForms() map[string]string {
	table := map[string]string{}
	for phrase := range phrasals {
		verb, _, _ := strings.Cut(phrase, " ")
		for _, form := range []string{verb, verb + "s", verb + "es", verb + "ed", verb + "ing", strings.TrimSuffix(verb, "e") + "ing", verb + verb[len(verb)-1:] + "ing", strings.TrimSuffix(verb, "y") + "ied", strings.TrimSuffix(verb, "y") + "ies"} {
			table[form] = verb
		}
	}
	for form, verb := range phrasalForms {
		table[form] = verb
	}
	return table
}

// longestObject is how many words may part a phrasal verb.
const longestObject = 3

// foldPhrasals gives the verbs of phrases the terms for which they stand.
func foldPhrasals(text string, tokens []Token) {
	for i := range tokens {
		verb, known := phrasalVerbs[strings.ToLower(text[tokens[i].Start:tokens[i].End])]
		if !known {
			continue
		}
		if at, word := particle(text, tokens, i, verb); word != "" {
			tokens[i].Term, tokens[at].Term = Fold(word), ""
		}
	}
}

// particle finds the second word of a phrase right behind its verb or, where one may
// stand there, behind a short object; word is what the phrase stands for, "" for none.
func particle(text string, tokens []Token, i int, verb string) (at int, word string) {
	for at = i + 1; at < len(tokens) && at <= i+1+longestObject; at++ {
		if strings.ContainsAny(text[tokens[at-1].End:tokens[at].Start], ",;:.()") {
			return 0, ""
		}
		second := strings.ToLower(text[tokens[at].Start:tokens[at].End])
		word = phrasals[verb+" "+second]
		switch {
		case word != "" && (at == i+1 || partsAt(text, tokens[at], second)):
			return at, word
		case at == i+1 && !opensObject[second]:
			return 0, ""
		}
	}
	return 0, ""
}

// opensObject are words with which a short object begins.
var opensObject = wordSet("the a an your their his her its our my it them him any all every each that this")

// partsAt tells a particle behind an object that ends its clause, or stands before a
// preposition: of "take the train in the morning" the "in" is none.
func partsAt(text string, token Token, second string) bool {
	if !parting[second] {
		return false
	}
	rest := strings.TrimLeft(text[token.End:], " ")
	next, _, _ := strings.Cut(rest, " ")
	return rest == "" || strings.ContainsAny(rest[:1], ".,;:)[—\n") || endsObject[strings.ToLower(strings.Trim(next, ".,;:"))]
}

// endsObject are words that may follow a particle.
var endsObject = wordSet("to within after before if when unless and or but by at from once without until upon on for while because as")
