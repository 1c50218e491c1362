package audit

// firstPhrase is where the first of the phrases stands in a list of words.
func firstPhrase(list []word, phrases []string) (int, bool) {
	for i := range list {
		for _, p := range phrases {
			if phrase(list, i, p) {
				return i, true
			}
		}
	}
	return 0, false
}

// stretchOf is the first of the phrases in a list of words, from and to; to is zero
// where there is none.
func stretchOf(list []word, phrases []string) (from, to int) {
	for i := range list {
		for _, p := range phrases {
			if end, ok := phraseEnd(list, i, p); ok {
				return i, end
			}
		}
	}
	return 0, 0
}

// phraseIn reports whether a phrase stands in a list of words.
func phraseIn(list []word, want string) bool {
	_, found := firstPhrase(list, []string{want})
	return found
}
