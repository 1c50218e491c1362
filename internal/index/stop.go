package index

import "strings"

// stopWords carry no content. Modal verbs, negations and quantifiers are among
// them: the comparison of typed facts reads those, the search does not.
var stopWords = wordSet(`a an the this that these those such said same of in on at by for from to into onto with within without
 upon under over and or nor but if then than as so because while where when whenever wherever whether which who whom whose what how why
 is are was were be been being am do does did done doing has have had having it its they them their theirs he him his she her we us our
 you your yours i me my not no none neither never any all each every either both some other another only also too very just even still
 must shall may might can could should would will cannot can't don't doesn't isn't aren't won't there here out up down off about
 between among through during until till per via s t ll ve re pursuant thereof therein hereby herein thereby therefor
 including include includes included respect regard regarding concerning provided however except unless
 yes e g i.e etc much many more most less least own back again ever`)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}
