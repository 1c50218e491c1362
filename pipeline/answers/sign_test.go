package answers

import (
	"strings"
	"testing"

	"github.com/pincite/pincite/internal/answer"
)

// TestASmallActIsFoundByOtherWords: the act says "breach" alone and "within
// thirty days", the question a security breach and a deadline.
func TestASmallActIsFoundByOtherWords(t *testing.T) {
	law := zenith()
	for i := range law {
		law[i].Text = strings.ReplaceAll(law[i].Text, "breach of security", "breach")
		law[i].Catchline = strings.ReplaceAll(law[i].Catchline, "breach of security", "breach")
		law[i].Subsections = nil
	}
	q := answer.Question{Text: "Our customer records were stolen. Whom must we notify, and how soon?", Topics: []string{"security breach", "notification", "deadline"}}
	if made := ask(t, q, law, true); made.None || !strings.Contains(made.Text, "shall notify each customer concerned") {
		t.Errorf("made\n%s%s", made.Text, made.Search)
	}
}

// TestABreachOfAnotherThingIsNoSecurityBreach: a heading that turns the word to a
// contract or a promise is on something else.
func TestABreachOfAnotherThingIsNoSecurityBreach(t *testing.T) {
	breach := topic{terms: words("security breach"), loose: true}
	for heading, want := range map[string]bool{
		"Notice of a breach; to customers":  true,
		"Breach":                            true,
		"Breach of contract":                false,
		"Material breach":                   false,
		"Damages for a breach of a promise": false,
		"Breach notices":                    false,
	} {
		if got := breach.heads(words(joints.ReplaceAllString(heading, ";"))); got != want {
			t.Errorf("%q: %v", heading, got)
		}
	}
}

func TestTopicsThatLawExpressesInItsOwnWay(t *testing.T) {
	for topic, law := range map[string]string{
		"deadline":      "The holder shall answer within ten days after receipt.",
		"hours":         "No caller shall ring before 8:00 a.m. or after nine.",
		"exemptions":    "This chapter does not apply to a bank.",
		"civil penalty": "A violation of section 4-1-2 is an unfair practice.",
		"damages":       "The holder is liable to the owner for what was lost.",
	} {
		if sign := signOf(topic); sign == "" || !strings.Contains(strings.Join(marked(law), " "), sign) {
			t.Errorf("%q is not seen in %q: %v", topic, law, marked(law))
		}
	}
	if signOf("security breach") != "" || len(marked("The owner keeps a fence.")) != 0 {
		t.Error("a name is taken for a sign")
	}
}

// TestExemptionsFromOtherThingsAreNotQuoted: immunity from a trial limits no duty,
// and an exemption from named sections none of the others.
func TestExemptionsFromOtherThingsAreNotQuoted(t *testing.T) {
	law := zenith()
	law[6].Text = "Section 12-4-4 does not apply to a bank that keeps federal rules."
	if made := ask(t, breach, law, true); strings.Contains(made.Text, "federal rules") {
		t.Errorf("an exemption from another section is quoted:\n%s", made.Text)
	}
	law[6].Text = "Section 12-4-3 does not apply to a bank that keeps federal rules."
	if made := ask(t, breach, law, true); !strings.Contains(made.Text, "federal rules") {
		t.Errorf("an exemption from the section is not quoted:\n%s", made.Text)
	}
	law[6].Catchline, law[6].Text = "Witness exempt from prosecution.", "A witness is not required to stand trial for what the witness tells the court."
	if made := ask(t, breach, law, true); strings.Contains(made.Text, "witness") {
		t.Errorf("an immunity is quoted:\n%s", made.Text)
	}
}

// TestAMentionByTheWayIsNoAnswer: one of several provisions names the topic in a
// list, and no heading does.
func TestAMentionByTheWayIsNoAnswer(t *testing.T) {
	law := zenith()
	h := law[8]
	h.Number, h.Catchline, h.Ref.Section = "15-1-9", "Changes of a file.", 99
	h.Text = "(a) A keeper shall confirm a change of the name, the tax number or the address in a file.\n(b) A keeper shall keep each file for a year.\n(c) A keeper shall show a file to its owner.\n(d) A keeper shall lock the files."
	q := answer.Question{Text: "May a shop print a customer's tax number?", Topics: []string{"tax number"}}
	if made := ask(t, q, append(law, h), true); !made.None {
		t.Errorf("made\n%s", made.Text)
	}
	h.Catchline = "Protection of the tax number."
	h.Text = "(a) A shop shall not print the tax number of a customer.\n(b) A keeper shall lock the files."
	if made := ask(t, q, append(law, h), true); made.None {
		t.Errorf("made\n%s%s", made.Text, made.Search)
	}
}
