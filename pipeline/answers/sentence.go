package answers

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// sentences splits a paragraph of law. A full stop ends a sentence where a
// capital, a quotation mark or a bracket follows and no abbreviation stands
// before it.
func sentences(text string) []string {
	var all []string
	start := 0
	for i := 0; i+1 < len(text); i++ {
		if !strings.ContainsRune(".?!", rune(text[i])) {
			continue
		}
		end := closed(text, i+1)
		if end < len(text) && text[end] == ' ' && begins(text[end+1:]) && !abbreviated(text[start:i], text[end+1:]) {
			all = append(all, strings.TrimSpace(text[start:end]))
			start = end + 1
			i = end
		}
	}
	if rest := strings.TrimSpace(text[start:]); rest != "" {
		all = append(all, rest)
	}
	return all
}

// closed passes over the marks that close a quotation or bracket.
func closed(text string, at int) int {
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !strings.ContainsRune(`"”’)]`, r) {
			break
		}
		at += size
	}
	return at
}

func begins(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsUpper(r) || strings.ContainsRune(`"“[`, r)
}

var (
	// opener is a word with which law begins sentences: after "U.S.C." it tells
	// an end from a citation that goes on.
	opener        = regexp.MustCompile(`^(?:The|A|An|This|That|These|Those|If|Any|In|No|Such|Nothing|Each|Every|For|When|Upon|Where|It|Notwithstanding|Notice|Except|However|As|On|To|Unless|All|Whoever|Subsection|Section)\s`)
	lastWord      = regexp.MustCompile(`([\pL\d.]+)$`)
	abbreviations = wordSet("Pub L No Nos Stat Sec Secs Art Arts Ch Chs Subd Subds Par Pars Inc Corp Co Mr Mrs Ms Dr St v vs cf Cal Reg Fed seq al Supp Rev Ann Gen Laws Comp Div Tit Pt Amend Const Cir Dist Jan Feb Mar Apr Jun Jul Aug Sept Oct Nov Dec")
)

// abbreviated tells that a full stop belongs to the word before it.
func abbreviated(before, after string) bool {
	word := lastWord.FindString(before)
	switch {
	case abbreviations[word]:
		return true
	case strings.Contains(word, ".") && !strings.ContainsAny(word, "0123456789"):
		return !opener.MatchString(after)
	}
	return len(word) == 1 && unicode.IsUpper(rune(word[0])) && !opener.MatchString(after)
}

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}
