package compare

import (
	"fmt"

	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
)

// Whether an act's remedies stand beside those of other law or in their place is said with
// few words in common: "are cumulative", "keep your other rights", "is foreclosed from
// pursuing any other remedy".

// standBeside and standInstead are phrases for the two, in a statute's words and in plain ones.
var (
	standBeside = []string{
		"cumulative", "not|nonexclusive exclusive", "are|is not the only|sole remedy|remedies", "in addition to any|all|other|the other|remedies|rights", "in addition to, and not in lieu", "not a limitation of|on",
		"not|nothing limit|limits|affect|affects|preclude|precludes|replace|replaces|relieve|supersede|restrict|restricts|alter any|all|other|the|your", "not limit|affect|preclude|replace|restrict other",
		"don't|doesn't replace|affect|limit|touch|rule other|your|any|out|the", "other rights|remedies remain|stay|are left", "rights|remedies remain|stay|untouched", "still|also claim|sue|proceed|rely under|on",
		"keep|keeps your|his|her|their|all other|rights|remedies",
	}
	standInstead = []string{
		"exclusive remedy|remedies", "sole|only remedy|remedies", "foreclosed|barred|precluded from pursuing|seeking any|all other", "in lieu of any|all other", "in|takes|take place of any|all|other",
		"replace|replaces|replaced other|all|any|whatever|every", "no other remedy|remedies|claim|claims", "rule|rules|shut|shuts out any|all|other", "other remedies|rights|claims are|is|fall|falls closed|barred|away|gone|lost",
		"give|gives up other|all|any", "exclude|excludes|displace|displaces all|any|other others|other|remedies|rights", "exclude|excludes others|other|all",
	}
)

// exclusivity finds remedies that the claim puts beside others where the law puts them in
// the place of all others, or the other way round. It must not fire where claim or section
// speak both ways, nor where the claim speaks of no remedy, right or law.
func (x *Comparison) exclusivity() {
	said, way := sideOfRemedies(x.Claim.Own)
	if way == 0 || x.has("negation", "modality") ||
		!lexis.HasWord(x.Claim.Own, "remedy|remedies|right|rights|claim|claims|law|laws|sue|act|statute|section") {
		return
	}
	var held answer.Span
	other := 0
	for u := range x.Text.Units {
		at, w := sideOfRemedies(x.Text.Units[u].Own)
		if w != 0 && other != 0 && w != other {
			return
		}
		if w != 0 && other == 0 {
			held, other = at, w
		}
	}
	if other == 0 || other == way {
		return
	}
	claimed, enacted := x.Raw[said.Start:said.End], x.Text.Text[held.Start:held.End]
	x.differ("negation", claimed, enacted, said, held, finding.Likely, fmt.Sprintf("the claim says %q of other remedies, the law %q", claimed, enacted))
}

// sideOfRemedies is 1 for words that leave other remedies as they are, -1 for words that
// shut them out, and 0 for neither or both.
func sideOfRemedies(list []lexis.Word) (answer.Span, int) {
	in, besides := lexis.SpanOfAny(list, standBeside)
	out, closed := lexis.SpanOfAny(list, standInstead)
	switch {
	case besides && !closed:
		return in, 1
	case closed && !besides:
		return out, -1
	}
	return answer.Span{}, 0
}
