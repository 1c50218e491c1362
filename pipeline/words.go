package pipeline

import (
	"regexp"
	"strings"
	"time"

	"github.com/sergi/go-diff/diffmatchpatch"
	"golang.org/x/text/unicode/norm"

	"github.com/pincite/pincite/internal/finding"
)

// tokens are words with the signs and the white space behind them.
var tokens = regexp.MustCompile(`[\pL\pN]+(?:['’.,-][\pL\pN]+)*|\s+|[^\s\pL\pN]`)

// WordDiff compares word by word: each word is one rune of the diff, so that none
// is ever split. What two releases set otherwise, such as quotes, dashes and white
// space, is no difference, and is shown as it is set after.
func WordDiff(before, after string) []finding.DiffPart {
	words := &vocabulary{runes: map[string]rune{}}
	a, b := tokens.FindAllString(before, -1), tokens.FindAllString(after, -1)
	differ := diffmatchpatch.New()
	differ.DiffTimeout = time.Minute // a limit in time would make the result depend on the machine
	d := &differing{before: a, after: b}
	for _, part := range differ.DiffMainRunes(words.read(a), words.read(b), false) {
		d.add(part.Type, len([]rune(part.Text)))
	}
	d.settle()
	return d.parts
}

// vocabulary gives each word a rune.
type vocabulary struct{ runes map[string]rune }

// surrogates are no characters and cannot stand for a word.
const surrogates, beyondSurrogates = 0xd800, 0xe000

func (v *vocabulary) read(tokens []string) []rune {
	runes := make([]rune, len(tokens))
	for i, token := range tokens {
		word := setAlike(token)
		r, known := v.runes[word]
		if !known {
			if r = rune(len(v.runes) + 1); r >= surrogates {
				r += beyondSurrogates - surrogates
			}
			v.runes[word] = r
		}
		runes[i] = r
	}
	return runes
}

// alike are signs that stand for each other.
var alike = strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'", "–", "-", "—", "-", "‐", "-", "‑", "-", "⁄", "/")

// setAlike gives a token as any release might set it.
func setAlike(token string) string {
	if strings.TrimSpace(token) == "" {
		return " "
	}
	return asAnySets(token)
}

func asAnySets(text string) string { return alike.Replace(norm.NFKC.String(text)) }

// differing lays the parts of a diff one behind the other.
type differing struct {
	before, after []string
	parts         []finding.DiffPart
	// deleted and inserted wait for what follows: words that only a blank parts are
	// one change and not two, as "thirty calendar" → "twenty business".
	deleted, inserted string
}

func (d *differing) add(op diffmatchpatch.Operation, count int) {
	switch op {
	case diffmatchpatch.DiffDelete:
		d.deleted += d.take(&d.before, count)
	case diffmatchpatch.DiffInsert:
		d.inserted += d.take(&d.after, count)
	default:
		was, is := d.take(&d.before, count), d.take(&d.after, count)
		if strings.TrimSpace(is) == "" && d.deleted+d.inserted != "" && len(d.after) > 0 {
			d.deleted, d.inserted = d.deleted+was, d.inserted+is
			return
		}
		d.settle()
		d.say("equal", is)
	}
}

func (d *differing) take(tokens *[]string, count int) string {
	taken := strings.Join((*tokens)[:count], "")
	*tokens = (*tokens)[count:]
	return taken
}

// settle says what waits. Where only the setting differs, it is no change.
func (d *differing) settle() {
	if bare(d.deleted) == bare(d.inserted) {
		d.say("equal", d.inserted)
	} else {
		d.say("delete", d.deleted)
		d.say("insert", d.inserted)
	}
	d.deleted, d.inserted = "", ""
}

// setting is what releases print and leave out at will.
var setting = regexp.MustCompile(`[\s"\[\]\x{ad}-]+`)

func bare(text string) string { return setting.ReplaceAllString(asAnySets(text), "") }

// say adds to the last part where that is of the same kind.
func (d *differing) say(op, text string) {
	if last := len(d.parts) - 1; last >= 0 && d.parts[last].Op == op {
		d.parts[last].Text += text
	} else if text != "" {
		d.parts = append(d.parts, finding.DiffPart{Op: op, Text: text})
	}
}
