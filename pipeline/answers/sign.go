package answers

import (
	"regexp"
	"strings"
)

// sign is a topic that law seldom calls by its name: it says "within thirty days"
// and not "deadline". Its mark is put among the words of a provision that
// expresses it.
type sign struct {
	mark string
	// names are the words by which questions call it.
	names *regexp.Regexp
	// expressed is how law says it.
	expressed *regexp.Regexp
}

var signs = []sign{
	{"<deadline>", regexp.MustCompile(`(?i)^(?:deadlines?|time limits?|timing|time|period)$`), timed},
	{"<hour>", regexp.MustCompile(`(?i)^(?:hours?|times? of day|time)$`), regexp.MustCompile(`(?i)\b\d{1,2}(?::\d\d)? ?[ap]\.? ?m\b|\bo.clock\b|\b(?:midnight|noon)\b`)},
	{"<exception>", regexp.MustCompile(`(?i)^(?:exceptions?|exemptions?|exclusions?)$`), excepting},
	{"<sanction>", regexp.MustCompile(`(?i)^(?:(?:civil |criminal )?(?:penalt(?:y|ies)|fines?|sanctions?|remed(?:y|ies))|damages|punishment|enforcement|private right of action|injunctions?)$`),
		regexp.MustCompile(`(?i)\b(?:civil penalty|fined?|misdemeanor|felony|liable|damages|injunct\w+|restitution|(?:unlawful|unfair|deceptive) (?:\w+ ){0,3}(?:practice|act)|violation of (?:section|G\.S\.|chapter|§)|private (?:right|cause) of action|guilty)\b`)},
}

// signOf gives the mark of a topic, "" for one that law calls by its name.
func signOf(text string) string {
	for _, s := range signs {
		if s.names.MatchString(strings.TrimSpace(text)) {
			return s.mark
		}
	}
	return ""
}

// marked gives the marks of what a provision expresses.
func marked(text string) []string {
	var all []string
	for _, s := range signs {
		if s.expressed.MatchString(text) {
			all = append(all, stop, s.mark)
		}
	}
	return all
}
