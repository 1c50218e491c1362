package scrapers

import (
	"fmt"
	"regexp"
	"regexp/syntax"
	"sync"
	"unicode/utf8"
)

// anchored is a pattern for the start of a text. Most lines of a page begin with
// none of the letters that it wants: the first two tell them apart, and the
// pattern is tried on the few that are left. It matches what the pattern alone
// does.
type anchored struct {
	*regexp.Regexp
	once sync.Once
	// firsts are the characters that may begin a text, and seconds those that may
	// stand behind each.
	firsts  asciiSet
	seconds [utf8.RuneSelf]asciiSet
	// empty is set where the pattern matches no text at all.
	empty bool
}

// asciiSet holds ASCII characters; all others count as held.
type asciiSet [2]uint64

func (s *asciiSet) add(c byte)      { s[c>>6] |= 1 << (c & 63) }
func (s *asciiSet) has(c byte) bool { return c >= utf8.RuneSelf || s[c>>6]&(1<<(c&63)) != 0 }

// atStart compiles a pattern, which must begin with ^.
func atStart(pattern string) *anchored {
	o := &anchored{Regexp: regexp.MustCompile(pattern)}
	if p := o.program(); !held(p, uint32(p.Start)) {
		panic(fmt.Sprintf("scrapers: the pattern %q is not for the start of a text", pattern))
	}
	return o
}

// held reports whether every way from a state leads over the start of the text.
func held(p *syntax.Prog, at uint32) bool {
	switch i := &p.Inst[at]; i.Op {
	case syntax.InstAlt, syntax.InstAltMatch:
		return held(p, i.Out) && held(p, i.Arg)
	case syntax.InstCapture, syntax.InstNop:
		return held(p, i.Out)
	case syntax.InstEmptyWidth:
		return syntax.EmptyOp(i.Arg)&syntax.EmptyBeginText != 0
	}
	return false
}

func (o *anchored) program() *syntax.Prog {
	tree, err := syntax.Parse(o.String(), syntax.Perl)
	if err != nil {
		panic(err)
	}
	program, err := syntax.Compile(tree.Simplify())
	if err != nil {
		panic(err)
	}
	return program
}

// may reports whether text begins as the pattern wants.
func (o *anchored) may(text string) bool {
	o.once.Do(o.learn)
	switch {
	case o.empty:
		return true
	case text == "" || !o.firsts.has(text[0]):
		return false
	}
	return len(text) == 1 || text[0] >= utf8.RuneSelf || o.seconds[text[0]].has(text[1])
}

// MatchString is that of the pattern.
func (o *anchored) MatchString(text string) bool {
	return o.may(text) && o.Regexp.MatchString(text)
}

// FindString is that of the pattern.
func (o *anchored) FindString(text string) string {
	if !o.may(text) {
		return ""
	}
	return o.Regexp.FindString(text)
}

// FindStringSubmatch is that of the pattern.
func (o *anchored) FindStringSubmatch(text string) []string {
	if !o.may(text) {
		return nil
	}
	return o.Regexp.FindStringSubmatch(text)
}

// ReplaceAllString is that of the pattern.
func (o *anchored) ReplaceAllString(text, with string) string {
	if !o.may(text) {
		return text
	}
	return o.Regexp.ReplaceAllString(text, with)
}

// learn follows the program of the pattern two characters far.
func (o *anchored) learn() {
	p := o.program()
	start := reach(p, nil, uint32(p.Start))
	o.empty = ends(p, start)
	for first := range byte(utf8.RuneSelf) {
		if behind := step(p, start, rune(first)); len(behind) > 0 {
			o.firsts.add(first)
			o.seconds[first] = follow(p, behind)
		}
	}
}

// follow gives the characters that may come at some states.
func follow(p *syntax.Prog, states []uint32) (all asciiSet) {
	whole := ends(p, states)
	for c := range byte(utf8.RuneSelf) {
		if whole || len(step(p, states, rune(c))) > 0 {
			all.add(c)
		}
	}
	return all
}

// reach adds to states what can be come to from one without a character.
// Conditions on the place count as met.
func reach(p *syntax.Prog, states []uint32, from uint32) []uint32 {
	for _, known := range states {
		if known == from {
			return states
		}
	}
	states = append(states, from)
	switch i := &p.Inst[from]; i.Op {
	case syntax.InstAlt, syntax.InstAltMatch:
		return reach(p, reach(p, states, i.Out), i.Arg)
	case syntax.InstCapture, syntax.InstEmptyWidth, syntax.InstNop:
		return reach(p, states, i.Out)
	}
	return states
}

// step gives the states behind a character.
func step(p *syntax.Prog, states []uint32, c rune) []uint32 {
	var next []uint32
	for _, at := range states {
		switch i := &p.Inst[at]; i.Op {
		case syntax.InstRune, syntax.InstRune1, syntax.InstRuneAny, syntax.InstRuneAnyNotNL:
			if i.MatchRune(c) {
				next = reach(p, next, i.Out)
			}
		}
	}
	return next
}

// ends reports whether the pattern may match without another character.
func ends(p *syntax.Prog, states []uint32) bool {
	for _, at := range states {
		if p.Inst[at].Op == syntax.InstMatch {
			return true
		}
	}
	return false
}
