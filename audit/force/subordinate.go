package force

import (
	"strings"

	"github.com/pincite/pincite/audit/lexis"
)

// subordinateAt tells whether the word at i stands in a clause that if or when
// opened, in one that marks out a noun, or in what somebody says or thinks. A clause
// that has its verb already is over: "before a device is sold the buyer must".
func subordinateAt(text string, list []lexis.Word, i int) bool {
	if marksNoun(text, list, i) {
		return true
	}
	if i > 1 && lexis.OneOf(list[i].Lower, "is|are") && strings.Contains(lexis.Gap(text, list[i-1], list[i]), ",") {
		return false // "hiding it, or saying that it is lost, is forbidden": what was opened is closed
	}
	verb := false
	for k := i - 1; k >= max(0, i-14) && !strings.ContainsAny(lexis.Gap(text, list[k], list[k+1]), ",;:."); k-- {
		switch {
		case list[k].Lower == "whether" && list[k+1].Lower == "to":
			return false // "whether to write a receipt is left to you"
		case lexis.OneOf(list[k].Lower, "if|when|where|whenever|wherever|unless|because|whether|before|until|once|how") && list[k+1].Lower != "of" && !ofDate(list, k):
			return !verb && !reduced(list, k, i) && !startsAnew(list, k, i) && !withinSubject(list, k, i)
		case compares(list, k, i), list[k].Lower == "that" && reported(list[:k]):
			return true
		}
		verb = verb || closes(list, k, i)
	}
	return false
}

// compares tells "as far as you can", "more than they must".
func compares(list []lexis.Word, k, i int) bool {
	return lexis.OneOf(list[k].Lower, "as|than") && k+2 == i && lexis.OneOf(list[k+1].Lower, "you|it|he|she|they|we|one")
}

// closes tells the verb of a clause behind which another subject stands, or another verb at
// once: "giving it once the paper is signed is a courtesy".
func closes(list []lexis.Word, k, i int) bool {
	if k+2 == i && lexis.OneOf(list[k].Lower, "is|are|was|were") && strings.HasSuffix(list[k+1].Lower, "ed") && lexis.OneOf(list[i].Lower, "is|are") {
		return true
	}
	return k+2 < i && lexis.OneOf(list[k].Lower, "is|are|was|were|has|have") &&
		lexis.HasWord(list[k+1:i], "the|a|an|he|she|it|they|you|we|no|any|each|every|such")
}

// startsAnew tells "if they win they must": a pronoun before the modal that the clause, with
// a subject of its own, has behind it is the subject of the main clause.
func startsAnew(list []lexis.Word, k, i int) bool {
	return i-1 > k+2 && lexis.OneOf(list[i-1].Lower, pronouns) && list[i-2].Term != "" &&
		!lexis.OneOf(list[i-2].Lower, "that|which|what|who|whom|than|as|how|why|says|said|tells|told|asks|asked|gives|gave|sends|sent")
}

// withinSubject tells "a lender that learns of it when it asks for the report must": the
// clause that the word at k opens has a pronoun for its subject and stands in words that mark
// out a noun, so that the modal at i is that noun's.
func withinSubject(list []lexis.Word, k, i int) bool {
	return k+3 < i && lexis.OneOf(list[k+1].Lower, pronouns) && !lexis.OneOf(list[i-1].Lower, pronouns) && lexis.HasWord(list[max(0, k-8):k], "that|who|which")
}

// pronouns are those that can be a subject.
const pronouns = "they|you|he|she|it|we|nobody|anyone|everyone"

// marksNoun tells a clause that marks out whom or what a rule is about: "a person who
// may"; not one that is told besides, behind a comma.
func marksNoun(text string, list []lexis.Word, i int) bool {
	if i > 0 && lexis.OneOf(list[i-1].Lower, "who|which|whose") {
		return i == 1 || lexis.Gap(text, list[i-2], list[i-1]) == " "
	}
	return i > 1 && lexis.OneOf(list[i-2].Lower, "that|which|whom|whose") && list[i-1].Term != "" && !(list[i-2].Lower == "that" && i > 2 && lexis.Gap(text, list[i-3], list[i-2]) != " ") &&
		lexis.Gap(text, list[i-2], list[i-1]) == " " && lexis.Gap(text, list[i-1], list[i]) == " " // "under a law of that state, may not"
}

// reduced tells "when asked must", "while flying may" and "if requested by the court
// shall": a clause without a subject has no modal of its own.
func reduced(list []lexis.Word, k, i int) bool {
	if k+2 > i {
		return false
	}
	verb := list[k+1].Lower
	switch {
	case strings.HasSuffix(verb, "ing"):
		return lexis.OneOf(list[k].Lower, "when|before|until|once")
	case strings.HasSuffix(verb, "ed"):
		return k+2 == i || lexis.OneOf(list[k+2].Lower, "by|in|to|under|from|as|for|on|pursuant")
	}
	return false
}

// saying are the stems of verbs whose that-clause is what somebody says or thinks, and
// not what the law lays down: "representing that nonpayment may result in arrest".
var saying = []string{"represent", "stat", "claim", "impl", "believ", "say", "said", "know", "assert", "threaten", "advis", "inform", "notif", "suggest", "indicat", "disclos", "tell", "told", "alleg", "suspect", "assum", "warn", "certif", "admit", "mean"}

// reported tells that a verb of saying stands right before, or before the one who is
// told.
func reported(before []lexis.Word) bool {
	for _, w := range before[max(0, len(before)-4):] {
		if reports(w.Lower) {
			return true
		}
	}
	return false
}

func reports(w string) bool {
	for _, stem := range saying {
		if strings.HasPrefix(w, stem) {
			return true
		}
	}
	return false
}
