package compare

import "github.com/pincite/pincite/audit/lexis"

// Some claims say that the law gives no power to do a thing, or that it does not
// restrict it, or that it is silent on it. What follows such words is looked for in
// one sentence of the law of the force that is denied.

var (
	// Powerless, unbound and silentOn are the words of the three sorts.
	Powerless = []string{"no power|authority|discretion|jurisdiction|competence to"}
	Unbound   = []string{
		"not restrict|limit|prohibit|forbid|ban|bar|regulate", "doesn't|don't|didn't restrict|limit|prohibit|forbid|ban|bar|regulate", "no restriction|restrictions|limits|ban|prohibition on|against",
	}
	SilentOn = []string{
		"nothing on|about|of|concerning|regarding", "silent on|about|as to", "not deal with", "doesn't|don't deal with", "not address|mention|cover|govern", "doesn't|don't address|mention|cover|govern|touch",
	}
)

const (
	// DeniedTerms is how many of the words behind a denial, and heldPower, heldBan and
	// heldMatter which part of them, one sentence of the law must hold.
	DeniedTerms                    = 3
	HeldPower, HeldBan, HeldMatter = 0.75, 0.7, 0.6
)

// plainRows are further words for one thing, which everyday speech and a law name
// apart.
var plainRows = lexis.RowsByWord(
	"property belongings belonging luggage effects goods baggage possessions", "leave leaves left leaving abandoned abandons",
	"depart departs departed departure departing", "show shows showing display displays displayed",
)

// Matters are words by what they stand for, plain ones too.
func Matters(list []lexis.Word) []lexis.Word {
	list = lexis.Conceptual(list)
	for i := range list {
		if row := plainRows[list[i].Lower]; row != "" {
			list[i].Term = row
		}
	}
	return list
}
