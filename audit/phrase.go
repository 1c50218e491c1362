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

// phraseIn reports whether a phrase stands in a list of words.
func phraseIn(list []word, want string) bool {
	_, found := firstPhrase(list, []string{want})
	return found
}
