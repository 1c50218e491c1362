package force_test

import (
	"testing"

	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
)

// plainWords are sentences of everyday English with the one force that they have.
var plainWords = []struct {
	text string
	want force.Force
}{
	// what must be done
	{"You must ring the bell at noon.", force.Must},
	{"The keeper has to ring the bell at noon.", force.Must},
	{"The keeper is obliged to ring the bell at noon.", force.Must},
	{"The keeper is under an obligation to ring the bell.", force.Must},
	{"The law requires the keeper to ring the bell.", force.Must},
	{"It is the keeper's job to ring the bell.", force.Must},
	{"It falls to the keeper to ring the bell.", force.Must},
	{"The keeper is responsible for ringing the bell.", force.Must},
	{"Ringing the bell at noon is mandatory.", force.Must},
	{"Ringing the bell at noon is not optional.", force.Must},
	{"There is no way around ringing the bell.", force.Must},
	{"The keeper has no choice but to ring the bell.", force.Must},
	{"The keeper cannot refuse to ring the bell.", force.Must},
	{"The keeper may not refuse to ring the bell.", force.Must},
	{"You can't get out of ringing the bell.", force.Must},
	{"The keeper is supposed to ring the bell.", force.Must},
	// what may be done
	{"You may ring the bell at noon.", force.May},
	{"The keeper is free to ring the bell.", force.May},
	{"The keeper is at liberty to ring the bell.", force.May},
	{"The keeper is welcome to ring the bell.", force.May},
	{"Nothing stops the keeper from ringing the bell.", force.May},
	{"Nothing prevents you from ringing the bell.", force.May},
	{"Ringing the bell at night is fine.", force.May},
	{"Ringing the bell at night is legal.", force.May},
	{"Ringing the bell at night is not forbidden.", force.May},
	{"It's okay to ring the bell at night.", force.May},
	{"It is lawful to ring the bell at night.", force.May},
	{"The keeper has the right to ring the bell.", force.May},
	{"The keeper has every right to ring the bell.", force.May},
	{"The law lets the keeper ring the bell.", force.May},
	{"The keeper gets to ring the bell.", force.May},
	{"The keeper is entitled to ring the bell.", force.May},
	{"There is nothing wrong with ringing the bell.", force.May},
	{"The keeper has the option of ringing the bell.", force.May},
	// what need not be done
	{"The keeper need not ring the bell.", force.NeedNot},
	{"The keeper doesn't have to ring the bell.", force.NeedNot},
	{"Nobody has to ring the bell.", force.NeedNot},
	{"No one is required to ring the bell.", force.NeedNot},
	{"There is no need to ring the bell.", force.NeedNot},
	{"There's no duty to ring the bell.", force.NeedNot},
	{"Ringing the bell is optional.", force.NeedNot},
	{"Ringing the bell is a courtesy.", force.NeedNot},
	{"Ringing the bell isn't necessary.", force.NeedNot},
	{"Ringing the bell is not mandatory.", force.NeedNot},
	{"Whether to ring the bell is left to you.", force.NeedNot},
	{"Whether to ring the bell is up to the keeper.", force.NeedNot},
	{"The keeper can choose not to ring the bell.", force.NeedNot},
	{"The keeper may decline to ring the bell.", force.NeedNot},
	{"The keeper is free not to ring the bell.", force.NeedNot},
	{"The keeper can skip the bell.", force.NeedNot},
	{"The keeper is under no duty to ring the bell.", force.NeedNot},
	{"The keeper has no obligation to ring the bell.", force.NeedNot},
	{"The law does not require the keeper to ring the bell.", force.NeedNot},
	{"The keeper isn't obligated to ring the bell.", force.NeedNot},
	// what must not be done
	{"The keeper must not ring the bell.", force.MustNot},
	{"The keeper may not ring the bell.", force.MustNot},
	{"The keeper cannot ring the bell.", force.MustNot},
	{"The keeper is not allowed to ring the bell.", force.MustNot},
	{"The keeper has no right to ring the bell.", force.MustNot},
	{"Nobody may ring the bell.", force.MustNot},
	{"No one is allowed to ring the bell.", force.MustNot},
	{"The law bars the keeper from ringing the bell.", force.MustNot},
	{"It is illegal to ring the bell at night.", force.MustNot},
	{"It's against the law to ring the bell at night.", force.MustNot},
	{"Ringing the bell at night is off limits.", force.MustNot},
	{"Ringing the bell at night is banned.", force.MustNot},
	{"Ringing the bell at night is out of the question.", force.MustNot},
	{"Ringing the bell at night is a violation.", force.MustNot},
	{"Under no circumstances may the keeper ring the bell.", force.MustNot},
	{"The keeper is barred from ringing the bell.", force.MustNot},
	{"The keeper must refrain from ringing the bell.", force.MustNot},
	{"The keeper must never ring the bell.", force.MustNot},
	{"The keeper isn't permitted to ring the bell.", force.MustNot},
	{"There is no right to ring the bell.", force.MustNot},
}

// TestPlainWords reads the one force of each sentence.
func TestPlainWords(t *testing.T) {
	for _, c := range plainWords {
		list := lexis.Words(c.text, lexis.AnswerSpan(c.text))
		var got []force.Force
		for _, p := range force.PredicatesIn(c.text, list, 0) {
			if !p.Subordinate && !p.Relative() {
				got = append(got, p.Force)
			}
		}
		if len(got) != 1 || got[0] != c.want {
			t.Errorf("%q: %v, want %q", c.text, got, c.want)
		}
	}
}
