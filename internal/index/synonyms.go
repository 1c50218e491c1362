package index

import (
	"strings"

	"github.com/kljensen/snowball/english"
)

// group is a set of words that stand for one another between a statute and a
// paraphrase of it. Why says on what ground; a pair that differs in law, such as
// must and may, is never a group.
type group struct {
	why, words string
}

// groups are folded to their first word, in every inflection.
var groups = []group{
	{"one duty", "must shall"},
	{"the noun, the verb and the plain words for telling", "notify notice notification inform alert tell told advise apprise communicate"},
	{"time before", "before prior"},
	{"time after", "after following afterwards thereafter"},
	{"the one who buys", "buyer purchaser"},
	{"the one who sells", "seller vendor merchant retailer"},
	{"those that do business", "business company firm enterprise corporation undertaking"},
	{"court proceedings", "sue action lawsuit suit"},
	{"one who practises law", "attorney lawyer counsel"},
	{"to do away with", "dispose disposal discard destroy destruction shred shredding"},
	{"to wipe", "erase delete deletion erasure"},
	{"to hold", "maintain keep kept store retain hold held storage retention"},
	{"to get", "obtain acquire acquisition get receive obtaining"},
	{"to give", "provide give supply furnish given deliver"},
	{"to use up in law", "violate violation breach break broke infringe contravene contravention"},
	{"to stop by order", "enjoin injunction"},
	{"to finish", "end terminate termination cancel cancellation discontinue"},
	{"to begin", "begin commence start commencement"},
	{"to ask", "request ask demand"},
	{"to pay", "pay payment paid"},
	{"freedom from a rule", "exempt exemption exclude excluded exclusion"},
	{"to prove wrong", "deceptive mislead misleading fraudulent fraud deceive"},
	{"post and letters", "mail letter post"},
	{"e-mail in all spellings", "email emails"},
	{"a phone", "telephone phone"},
	{"places on the net", "website site webpage"},
	{"money lost", "loss losses damage damages"},
	{"what is owed for wrong", "penalty fine penalties"},
	{"not under law", "unlawful illegal unlawfully illegally"},
	{"made unreadable", "unreadable undecipherable undecipherability"},
	{"credit reporters", "bureau agency bureaus agencies"},
	{"one who works", "employee worker staff"},
	{"one who employs", "employer boss"},
	{"papers kept", "record document file"},
	{"fit", "suitable appropriate suit suited fitting adequate"},
	{"to put to work", "implement introduce"},
	{"ways of doing", "procedure process practice practices"},
	{"to hold up", "delay postpone defer delayed hold-back"},
	{"to get in the way", "impede hinder obstruct hamper"},
	{"to find out", "discover detect find found discovery detection learn"},
	{"to decide", "determine conclude establish determination ascertain decide"},
	{"to be sure", "believe belief believed"},
	{"to agree", "consent agree agreement approval permission authorize authorization authorise authorised"},
	{"written agreements", "contract contractual"},
	{"a year", "annual yearly annually year"},
	{"a month", "monthly month"},
	{"right away", "immediately promptly immediate prompt"},
	{"no cost", "free gratis"},
	{"big", "large major"},
	{"above", "exceed more over above greater excess exceeds"},
	{"below", "less fewer under below"},
	{"to make known", "disclose disclosure reveal"},
	{"to send", "send sent transmit transmission"},
	{"to sell", "sell sale sold selling"},
	{"to let", "lease rent rental let"},
	{"a person", "person individual anyone somebody anybody whoever"},
	{"one who buys for himself", "consumer customer shopper"},
	{"car", "vehicle car automobile"},
	{"to show", "show display"},
	{"to put right", "cure remedy correct rectify repair"},
	{"to answer a claim", "respond reply response answer"},
	{"knowingly", "knowingly knowing wilfully willfully wilful willful"},
	{"in kind", "kind type category types categories"},
	{"help", "help assist assistance aid"},
	{"to need", "need necessary needed"},
	{"to allow", "allow permit allowed permitted"},
	{"to forbid", "prohibit forbid ban forbidden banned"},
	{"void", "void unenforceable null"},
	{"to give up", "waive waiver"},
	{"whole", "nationwide national"},
	{"to print", "print imprint"},
	{"short", "brief short"},
}

// unevenly inflected words, and British spellings.
var forms = map[string]string{
	"licence": "license", "licences": "license", "licensed": "license", "licenses": "license", "licensing": "license",
	"organisation": "organization", "licensee": "licensee", "e-mail": "email", "e-mails": "email",
	"fulfil": "fulfill", "programme": "program", "cheque": "check", "offence": "offense", "defence": "defense",
	"children": "child", "men": "man", "women": "woman", "people": "person", "bought": "buy", "purchase": "buy",
	"purchases": "buy", "purchased": "buy", "purchasing": "buy", "taken": "take", "took": "take",
}

var (
	synonyms = byWord()
	stems    = byStem()
)

// byWord maps each written form of a group to the stem of its first word.
func byWord() map[string]string {
	table := map[string]string{}
	for word, form := range forms {
		table[word] = english.Stem(form, false)
	}
	for _, g := range groups {
		words := strings.Fields(g.words)
		for _, w := range words {
			table[w] = english.Stem(words[0], false)
		}
	}
	return table
}

// byStem does the same for the stems, so that each inflection is folded.
func byStem() map[string]string {
	table := map[string]string{}
	for _, g := range groups {
		words := strings.Fields(g.words)
		for _, w := range words {
			if stem := english.Stem(w, false); table[stem] == "" {
				table[stem] = english.Stem(words[0], false)
			}
		}
	}
	return table
}

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
