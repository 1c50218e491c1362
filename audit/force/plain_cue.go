package force

import (
	"strings"

	"github.com/pincite/pincite/audit/lexis"
)

// Answers say what must and may be done in words that no statute has: "it is up to you
// to …", "nothing keeps you from …". They are written down from the grammar of plain
// English, not from cases; a sentence for each stands in the tests.

// plainCues are such words, those that take in others first. "*" is any word and "@" the
// one whom they are about, in one to four words.
var plainCues = widened([]plainCue{
	{"is|it's|that's not up to @ to", NeedNot}, {"isn't up to @ to", NeedNot},
	{"is|it's|that's up to @ whether|if|how|when", NeedNot}, {"is|it's left to @ whether|if", NeedNot}, {"leaves|leave it to @ whether|if", NeedNot},
	{"is|it's|that's up to @ to", Must},
	{"is|it's|that's not @ duty|job|task|responsibility|obligation to", NeedNot}, {"isn't @ duty|job|task|responsibility|obligation to", NeedNot},
	{"is|it's|that's @ duty|job|task|responsibility|obligation to", Must},
	{"is|are @ duty|job|task|responsibility|obligation", Must}, {"falls to|on|upon @ to", Must}, {"it is|it's for @ to", Must},
	{"law|act|statute|section|code|rule|state demands|wants|asks|expects|orders|tells|directs @ to", Must}, {"law|act|statute|section|code calls for|on|upon @ to", Must},
	{"law|act|statute|section|code|rule|state demands|asks that @", Must}, {"law|act|statute|section|code|rule|state makes you|him|her|them", Must},
	{"is|are not a must", NeedNot}, {"isn't|aren't a must", NeedNot}, {"is|are a must", Must}, {"is|are on the hook", Must}, {"is|are compelled|forced to", Must},
	{"can't|cannot|won't get by|away|around|along without", Must},

	{"nothing keeps|hinders|holds|blocks @ from", May}, {"nothing to stop|prevent|keep|bar|hinder @ from", May}, {"nothing stands in the way", May}, {"nothing speaks against", May},
	{"no law|rule|statute|section|provision|ban|prohibition against", May}, {"no ban|prohibition|bar on", May},
	{"is|are within your|his|her|its|their rights", May}, {"is|are well within your|his|her|its|their rights", May},
	{"is|are|it's|that's all right|alright", May}, {"leaves|leave @ free to", May},
	{"has|have permission|leave to", May}, {"gives|give|grants|grant @ permission|leave to", May},
	{"is|are not against the law", May}, {"isn't|aren't against the law", May},

	{"can|may|could do|manage without", NeedNot}, {"can|may|could get by|along|away without", NeedNot}, {"can|may|could decide|choose|opt against", NeedNot},
	{"no call to", NeedNot}, {"is|are at @ discretion|option|choice", NeedNot}, {"is|are a matter of choice|preference", NeedNot},
	{"nobody|none can|may|could make|force|compel|oblige|require", NeedNot}, {"no one can|may|could make|force|compel|oblige|require", NeedNot},
	{"is|are spared", NeedNot}, {"is|are let off", NeedNot},
	{"nothing obliges|forces|compels|obligates|makes", NeedNot}, {"no law|statute|rule|section|provision makes|forces|compels", NeedNot},
	{"law|act|statute|section|code|rule|state doesn't|didn't ask|make|force|expect|want", NeedNot}, {"law|act|statute|section|code|rule|state does|did not ask|make|force|expect|want", NeedNot},

	{"is|are not an option", MustNot}, {"isn't|aren't an option", MustNot}, {"is|are not at liberty", MustNot}, {"isn't|aren't at liberty", MustNot},
	{"is|are in no way|case|event allowed|permitted|entitled|authorized", MustNot}, {"won't be allowed|permitted|entitled|able", MustNot},
	{"law|act|statute|section|code|rule|state doesn't|didn't let|allow|permit", MustNot}, {"law|act|statute|section|code|rule|state does|did not let", MustNot},
	{"law|act|statute|section|code|rule keeps @ from", MustNot}, {"law|act|statute|section|code|rule rules out", MustNot},
	{"makes it a|an crime|offense|offence|violation|misdemeanor|felony to", MustNot}, {"makes it illegal|unlawful|criminal to", MustNot},
	{"breaks|break|violates|violate the law", MustNot}, {"has|have no business", MustNot},
	{"there is|are|a ban|prohibition on|against", MustNot}, {"there is|are a ban|prohibition on|against", MustNot}, {"there's a ban|prohibition on|against", MustNot},
	{"is|are|be stopped|hindered from", MustNot},
})

// plainCue is one row. from and to are the place of the one whom it is about, both 0 for
// none.
type plainCue struct {
	words string
	force Force
}

// widePlainCue is a row with so many words for "@".
type widePlainCue struct {
	plainCue
	from, to int
}

// widest is how many words may name the one whom a row is about.
const widest = 4

// widened gives each row that has "@" once for each number of words.
func widened(rows []plainCue) []widePlainCue {
	var list []widePlainCue
	for _, row := range rows {
		parts := strings.Split(row.words, " ")
		at := indexOf(parts, "@")
		if at < 0 {
			list = append(list, widePlainCue{plainCue: row})
			continue
		}
		for n := 1; n <= widest; n++ {
			words := strings.Join(parts[:at], " ") + strings.Repeat(" *", n)
			if rest := strings.Join(parts[at+1:], " "); rest != "" {
				words += " " + rest
			}
			list = append(list, widePlainCue{plainCue{words, row.force}, at, at + n})
		}
	}
	return list
}

func indexOf(list []string, want string) int {
	for i := range list {
		if list[i] == want {
			return i
		}
	}
	return -1
}

// plainCuesBy finds the rows that a word may begin.
var plainCuesBy = OpeningsOf(len(plainCues), func(k int) string { return plainCues[k].words })

// deciding are the acts of one with whom a choice lies: "it is up to you to decide".
const deciding = "decide|choose|determine|say|judge|agree|pick"

// plainAt reads the plain words of force that begin at i, with the one whom they are about.
func plainAt(list []lexis.Word, i int) (cue, bool) {
	for _, k := range plainCuesBy[list[i].Lower] {
		row := &plainCues[k]
		end, found := lexis.PhraseEnd(list, i, row.words)
		if !found {
			continue
		}
		who := list[i+row.from : i+row.to]
		if row.to > 0 && (!namesOne(who) || end < len(list) && lexis.OneOf(list[end].Lower, deciding)) {
			continue
		}
		return cue{force: row.force, end: end, who: who}, true
	}
	return cue{}, false
}

// namesOne tells words that may name somebody: no clause, no verb and no denial.
func namesOne(list []lexis.Word) bool {
	if lexis.OneOf(list[len(list)-1].Lower, "the|a|an|such|every|each|any") {
		return false
	}
	return !lexis.HasWord(list, ClauseEnds+"|to|that|which|who|is|are|was|be|been|no|not|under|in|of") && !lexis.IsFigure(list[len(list)-1].Term)
}
