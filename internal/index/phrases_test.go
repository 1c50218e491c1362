package index

import (
	"slices"
	"testing"
)

func TestPhrasesStandForOneWord(t *testing.T) {
	for phrase, word := range map[string]string{
		"The miller paid back the toll.":                "refund",
		"The miller gives the sack back.":               "return",
		"They handed their lists in before the fair.":   "submit",
		"The fair was called off.":                      "terminate",
		"Take the tag off.":                             "remove",
		"You may not throw the tags away.":              "discard",
		"The warden turned down the petition.":          "refuse",
		"The warden is putting out an unruly shepherd.": "eject",
		"She gave up the right to sue.":                 "waive",
	} {
		if got := Terms(phrase); !slices.Contains(got, Fold(word)) {
			t.Errorf("%q has the terms %q, and not that of %q", phrase, got, word)
		}
	}
}

func TestWordsThatMakeNoPhrase(t *testing.T) {
	for phrase, word := range map[string]string{
		"Take the ferry in the morning.":                 "return",
		"He paid the toll, back then in silver.":         "refund",
		"The list is handed to the clerk in the valley.": "submit",
		"Give notice of the sale by mail.":               "return",
		"The keeper puts a tag on goods sent out.":       "eject",
		"Pay within ten days.":                           "refund",
	} {
		if got := Terms(phrase); slices.Contains(got, Fold(word)) {
			t.Errorf("%q has the term of %q: %q", phrase, word, got)
		}
	}
}

func TestPhraseKeepsItsWords(t *testing.T) {
	const text = "Give the sack back."
	tokens := Tokens(text)
	if len(tokens) != 4 || tokens[0].Term != Fold("return") || tokens[3].Term != "" || text[tokens[0].Start:tokens[0].End] != "Give" {
		t.Errorf("%+v", tokens)
	}
}
