package pipeline

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
	"github.com/pincite/pincite/internal/store"
)

// depends says what an audit rests on: the sections that the answer cites, those
// that a finding quotes, and the definitions and exemptions beside the cited
// ones.
func (r *Run) depends(ctx context.Context, report *finding.AnswerReport) store.Depends {
	d := store.Depends{Foreign: map[statute.Jurisdiction][]statute.Key{}, Hashes: map[string]string{}}
	for _, source := range report.Sources {
		if b := source.Bound; b != nil && b.Jurisdiction == report.Jurisdiction {
			d.Cited = append(d.Cited, statute.Key{Number: b.Number, Occurrence: b.Occurrence})
		}
	}
	d.Cited = sorted(d.Cited)
	for _, key := range audit.Quoted(report) {
		switch {
		case key.Jurisdiction != report.Jurisdiction:
			d.Foreign[key.Jurisdiction] = append(d.Foreign[key.Jurisdiction], key.Key)
		case !slices.Contains(d.Cited, key.Key):
			d.Quoted = append(d.Quoted, key.Key)
		}
	}
	d.Quoted = sorted(d.Quoted)
	r.dependOnAct(ctx, report.Jurisdiction, &d)
	return d
}

// general headings are of sections that say for a whole act what its words mean
// or to whom they do not apply.
var general = regexp.MustCompile(`(?i)\b(defin|exempt|exception|applicab|scope|inapplicab|construction|not apply)`)

// dependOnAct adds the general sections of the sources cited, and the hash of
// every section that the audit rests on.
func (r *Run) dependOnAct(ctx context.Context, j statute.Jurisdiction, d *store.Depends) {
	law, err := r.laws.stand(ctx, j)
	if err != nil {
		return // the hash of the law will fail the same way and be reported
	}
	for _, key := range d.Cited {
		if one := law.byKey[key]; one != nil && !slices.Contains(d.Sources, one.Source) {
			d.Sources = append(d.Sources, one.Source)
		}
	}
	for _, one := range law.all {
		if slices.Contains(d.Sources, one.Source) && general.MatchString(one.Catchline) && !slices.Contains(d.Cited, one.Key) {
			d.Act = append(d.Act, one.Key)
		}
		if slices.Contains(d.Sources, one.Source) {
			d.Siblings = append(d.Siblings, one.Key)
		}
	}
	for _, key := range d.Keys() {
		if one := law.byKey[key]; one != nil {
			d.Hashes[hashName(key)] = one.Hash
		}
	}
}

func hashName(k statute.Key) string { return fmt.Sprintf("%s#%d", k.Number, k.Occurrence) }

// stale says how the law under an audited answer changed since that audit.
func (r *Run) stale(ctx context.Context, old store.Audited, redone bool) ([]finding.Stale, error) {
	law, err := r.laws.stand(ctx, old.Report.Jurisdiction)
	if err != nil {
		return nil, err
	}
	var all []finding.Stale
	say := func(key statute.Key, class, why string) {
		all = append(all, finding.Stale{Answer: old.Answer, Jurisdiction: old.Report.Jurisdiction, Number: key.Number, Class: class, Why: why,
			Redone: redone, Moved: why == wordsGone || why == wordsMoved})
	}
	for _, key := range old.Depends.Cited {
		if err := r.staleCited(ctx, old, law, key, say); err != nil {
			return nil, err
		}
	}
	for _, key := range old.Depends.Act {
		if !moved(old.Depends, law, key) {
			continue
		}
		_, same, err := r.sameWords(ctx, old, key)
		if err != nil {
			return nil, err
		}
		if !same {
			say(key, "c", "a section that says for the whole act what its words mean, or to whom it does not apply, changed")
		}
	}
	for _, one := range law.all {
		if lawful(one) && slices.Contains(old.Depends.Sources, one.Source) && !slices.Contains(old.Depends.Siblings, one.Key) {
			say(one.Key, "d", "a section was added beside those that the answer cites")
		}
	}
	return all, nil
}

// Why an answer of class a is stale, where the words themselves are known to have
// gone or changed.
const (
	wordsGone  = "the section is not held any more, or has no words left"
	wordsMoved = "words that the answer relied on changed"
)

// lawful is false of a stub: that a number is repealed or reserved is often only
// printed anew, and adds no law.
func lawful(one store.Stand) bool {
	return one.Status == string(statute.InForce) || one.Status == string(statute.NotYetEffective)
}

// moved reports whether the words of a section are others than at the audit.
func moved(d store.Depends, law *standing, key statute.Key) bool {
	before, now := d.Hashes[hashName(key)], ""
	if one := law.byKey[key]; one != nil {
		now = one.Hash
	}
	return before != now
}

// staleCited tells whether the very words relied on changed, or others of the
// same section.
func (r *Run) staleCited(ctx context.Context, old store.Audited, law *standing, key statute.Key, say func(statute.Key, string, string)) error {
	if !moved(old.Depends, law, key) {
		return nil
	}
	now, same, err := r.sameWords(ctx, old, key)
	if err != nil {
		return err
	}
	text := ""
	if now != nil {
		text = now.Text
	}
	switch relied := reliedOn(&old.Report, key); {
	case same: // the audit is made anew, and says so where it matters
	case text == "":
		say(key, "a", wordsGone)
	case len(relied) == 0:
		say(key, "a", "the section's words changed, and which of them the answer relied on was not established")
	case slices.ContainsFunc(relied, func(words string) bool { return !holds(text, words) }):
		say(key, "a", wordsMoved)
	default:
		say(key, "b", "the section changed, but not in the words that the answer relied on")
	}
	return nil
}

// holds reports whether a text has the words, however they are set.
func holds(text, words string) bool {
	return strings.Contains(text, words) || strings.Contains(statute.FoldTypography(text), statute.FoldTypography(words))
}

// sameWords gives a section as it stands, nil where it is gone, and whether it is
// only printed otherwise than at the audit.
func (r *Run) sameWords(ctx context.Context, old store.Audited, key statute.Key) (now *statute.Section, same bool, err error) {
	before, err := r.Store.Stood(ctx, old.Report.Jurisdiction, key, old.Depends.Hashes[hashName(key)])
	if err != nil {
		return nil, false, err
	}
	held, err := r.Store.Find(ctx, old.Report.Jurisdiction, key.Number)
	for i := range held {
		if held[i].Occurrence == key.Occurrence {
			now = &held[i].Section
			break
		}
	}
	return now, before != nil && now != nil && printedOtherwise(before, now) != "", err
}

// reliedOn are the words of a section on which the audit's verdicts rested.
func reliedOn(report *finding.AnswerReport, key statute.Key) []string {
	var words []string
	for _, claim := range report.Claims {
		for _, citation := range claim.Citations {
			for _, quote := range citation.Evidence {
				if quote.Part == "" && quote.Number == key.Number && max(quote.Occurrence, 1) == key.Occurrence {
					words = append(words, quote.Text)
				}
			}
		}
	}
	return words
}
