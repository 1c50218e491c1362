package pipeline

import (
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/audit/rules"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
	"github.com/pincite/pincite/internal/store"
)

// auditStage judges every answer, imported or made, whose words, law or rules
// changed since it was last judged.
type auditStage struct{}

// Name gives "audit".
func (auditStage) Name() string { return store.Audit }

// candidate is one answer to be audited.
type candidate struct {
	id   string
	file answer.File
	made *store.MadeAnswer
	// input hashes all but the law; text the answer alone.
	input, text string
	before      *store.Audited
}

// withdrawn is an answer that is there no more: its audit goes, and so does the
// failure of one that could never be read.
type withdrawn struct{ id string }

// auditVersion is raised when the same build would judge otherwise.
const auditVersion = "1"

// Due gives the answers without an audit, and those of which something that the
// audit rests on changed.
func (auditStage) Due(ctx context.Context, r *Run) ([]Item, error) {
	candidates, err := r.candidates(ctx)
	if err != nil {
		return nil, err
	}
	dead, err := r.dead(ctx, store.Audit)
	if err != nil {
		return nil, err
	}
	var items []Item
	there := map[string]bool{}
	for _, c := range candidates {
		there[c.id] = true
		due, err := r.auditDue(ctx, c)
		if err != nil {
			return nil, err
		}
		if due && !dead[c.id] && !r.tried(c.id) {
			items = append(items, Item{Key: c.id, Work: c})
		}
	}
	before, err := r.judgedBefore(ctx)
	for _, id := range before {
		if !there[id] {
			items = append(items, Item{Key: id, Work: withdrawn{id}})
		}
	}
	return items, err
}

// judgedBefore are the answers that have an audit or failed to get one.
func (r *Run) judgedBefore(ctx context.Context) ([]string, error) {
	audits, err := r.lastAudits(ctx)
	if err != nil {
		return nil, err
	}
	failing, err := r.failing(ctx, store.Audit)
	for i := range audits {
		failing = append(failing, audits[i].Answer)
	}
	slices.Sort(failing)
	return slices.Compact(failing), err
}

// lastAudits gives the last audit of every answer, read once for the stages that
// ask, and anew once an audit was kept or forgotten.
func (r *Run) lastAudits(ctx context.Context) (all []store.Audited, err error) {
	r.counting.Lock()
	defer r.counting.Unlock()
	if !r.auditsRead {
		r.audits, err = r.Store.Audits(ctx)
		r.auditsRead = err == nil
	}
	return r.audits, err
}

// audited lets the audits be read anew.
func (r *Run) audited() {
	r.counting.Lock()
	defer r.counting.Unlock()
	r.audits, r.auditsRead = nil, false
}

// candidates are the published answers by file name, then those made by id.
func (r *Run) candidates(ctx context.Context) ([]candidate, error) {
	audits, err := r.lastAudits(ctx)
	if err != nil {
		return nil, err
	}
	before := map[string]*store.Audited{}
	for i := range audits {
		before[audits[i].Answer] = &audits[i]
	}
	files, err := r.published()
	if err != nil {
		return nil, err
	}
	made, err := r.Store.Answers(ctx)
	if err != nil {
		return nil, err
	}
	var all []candidate
	ruleSet := rules.Fingerprint()
	for _, file := range files {
		all = append(all, r.candidate(candidate{id: file.Name, file: file, before: before[file.Name]}, ruleSet))
	}
	for i := range made {
		if made[i].Text != "" {
			file := answer.File{Name: made[i].ID + ".txt", Data: []byte(made[i].Text), Jurisdiction: made[i].Jurisdiction, Question: made[i].Question}
			all = append(all, r.candidate(candidate{id: made[i].ID, file: file, made: &made[i], before: before[made[i].ID]}, ruleSet))
		}
	}
	return all, nil
}

func (r *Run) candidate(c candidate, ruleSet string) candidate {
	bound := []byte("null")
	if c.made != nil {
		bound, _ = json.Marshal(c.made.Bound) // refs and keys always encode
	}
	c.text = fingerprint(string(c.file.Data), c.file.Question, string(c.file.Jurisdiction), string(bound))
	c.input = fingerprint("audit", auditVersion, r.world.Version, ruleSet, r.judge(), c.text)
	return c
}

// published reads the files that the config names, each once, by name. A file is
// called by its base name, or by its path where two have the same.
func (p *Pipeline) published() ([]answer.File, error) {
	var paths []string
	for _, pattern := range p.Config.Answers {
		matches, err := p.matching(pattern)
		if err != nil {
			return nil, &ConfigError{err}
		}
		paths = append(paths, matches...)
	}
	slices.Sort(paths)
	paths = slices.Compact(paths)
	uses := map[string]int{}
	for _, path := range paths {
		uses[filepath.Base(path)]++
	}
	var files []answer.File
	for _, path := range paths {
		name := filepath.Base(path)
		if uses[name] > 1 {
			name = p.relative(path)
		}
		data, err := store.ReadFile(path)
		if err != nil {
			return nil, fmt.Errorf("answer %s: %w", path, err)
		}
		files = append(files, answer.File{Name: name, Data: data})
	}
	return files, nil
}

// matching gives the files of one pattern. One without any is an error where its folder
// is not there: a folder that was renamed would else take its answers out of the
// audit, and their findings would count as fixed. An empty folder waits for answers.
func (p *Pipeline) matching(pattern string) ([]string, error) {
	matches, err := store.Glob(pattern)
	switch {
	case err != nil:
		return nil, fmt.Errorf("answers %s: %w: mend the pattern", pattern, err)
	case len(matches) > 0:
		return matches, nil
	case strings.ContainsAny(pattern, "*?[") && store.Exists(fixedPart(pattern)):
		return nil, nil
	case strings.ContainsAny(pattern, "*?["):
		return nil, fmt.Errorf("answers %s: it matches no file: see that the folder is there, or take the pattern out of `answers:` of %s", pattern, p.Config.Path)
	}
	return nil, fmt.Errorf("answers %s: no such file: mend `answers:` of %s", pattern, p.Config.Path)
}

// fixedPart is the folder of a pattern before its first wildcard.
func fixedPart(pattern string) string {
	return filepath.Dir(pattern[:strings.IndexAny(pattern, "*?[")] + "x")
}

// answersGone is an error where published answers were audited before and the patterns
// match none at all now: their folder may not be mounted, and silence would call
// their findings fixed.
func (p *Pipeline) answersGone(ctx context.Context) error {
	audits, err := p.Store.Audits(ctx)
	if err != nil {
		return err
	}
	made, err := p.Store.Answers(ctx)
	if err != nil {
		return err
	}
	own := map[string]bool{}
	for i := range made {
		own[made[i].ID] = true
	}
	if !slices.ContainsFunc(audits, func(a store.Audited) bool { return !own[a.Answer] }) {
		return nil
	}
	return &ConfigError{fmt.Errorf("answers %s: it matches no file, and answers were audited from it before: see that the folder is mounted, or take the pattern out of `answers:` of %s",
		strings.Join(p.Config.Answers, ", "), p.Config.Path)}
}

func (p *Pipeline) relative(path string) string {
	if name, err := filepath.Rel(p.Config.Dir, path); err == nil {
		return filepath.ToSlash(name)
	}
	return path
}

func (r *Run) auditDue(ctx context.Context, c candidate) (bool, error) {
	if c.before == nil || c.before.Input != c.input {
		return true, nil
	}
	law, err := r.lawHash(ctx, c.before.Report.Jurisdiction, c.before.Depends)
	return law != c.before.Law, err
}

// lawHash hashes what an audit rests on: the words of its sections, which
// sections its jurisdiction has, what is missing of it, and what other
// jurisdictions have.
func (r *Run) lawHash(ctx context.Context, j statute.Jurisdiction, d store.Depends) (string, error) {
	law, err := r.laws.stand(ctx, j)
	if err != nil {
		return "", err
	}
	cover, err := r.laws.covered(ctx)
	if err != nil {
		return "", err
	}
	parts := []string{law.words(d.Keys(), r.StartedAt), law.set, strings.Join(cover.gaps(j), "\n")}
	for _, other := range r.Config.Jurisdictions() {
		if other == j {
			continue
		}
		foreign, err := r.laws.stand(ctx, other)
		if err != nil {
			return "", err
		}
		parts = append(parts, string(other), foreign.set, foreign.words(d.Foreign[other], r.StartedAt))
	}
	return fingerprint(parts...), nil
}

// Do judges one answer. What cannot be read is a failure of the item.
func (auditStage) Do(ctx context.Context, r *Run, item Item) error {
	defer r.audited()
	if gone, ok := item.Work.(withdrawn); ok {
		return r.Store.ForgetAudit(ctx, gone.id)
	}
	c := item.Work.(candidate)
	read, err := readCandidate(c)
	if err != nil {
		failure := store.Failure{Stage: store.Audit, Item: c.id, Fingerprint: c.input, Reason: err.Error(), Run: r.Seq}
		return lose(err, r.Store.Fail(ctx, failure, r.Config.Attempts))
	}
	fresh, stale, err := r.freshStale(ctx, c)
	if err != nil {
		return err
	}
	judged := map[audit.Asked]audit.Opinion{}
	report, trouble, err := r.judgeAnswer(ctx, read, c, stale, judged)
	if err != nil {
		return err
	}
	done := store.Audited{Answer: c.id, Input: c.input, Report: report, Depends: r.depends(ctx, &report)}
	if done.Told, done.Judged, err = r.told(ctx, judged, trouble); err != nil {
		return err
	}
	done.Depends.Text, done.Depends.Stale = c.text, stale
	done.Depends.Was = sameFaults(c.before, &done)
	if done.Law, err = r.lawHash(ctx, report.Jurisdiction, done.Depends); err != nil {
		return err
	}
	if trouble != "" { // the next run asks the judge again
		done.Input = fingerprint(done.Input, "unjudged")
		r.notAgain(c.id)
	}
	return r.Store.KeepAudit(ctx, r.Seq, done, fresh)
}

// freshStale gives what this run found stale under an answer, and all that its
// unchanged text has outlived. An answer that Pincite made was made anew before,
// where the law under it moved, and outlives nothing.
func (r *Run) freshStale(ctx context.Context, c candidate) (fresh, all []finding.Stale, err error) {
	if c.made != nil || c.before == nil || c.before.Depends.Text != c.text {
		return nil, nil, nil
	}
	if fresh, err = r.stale(ctx, *c.before, false); err != nil {
		return nil, nil, err
	}
	all = c.before.Depends.Stale
	for _, one := range fresh {
		if !slices.Contains(all, one) {
			all = append(slices.Clone(all), one)
		}
	}
	return fresh, all, nil
}

func readCandidate(c candidate) (answer.Answer, error) {
	read, err := answer.Read(c.file)
	if err != nil {
		return read, err
	}
	read.ID = c.id
	if c.made != nil {
		read.Imported, read.DependsOn = false, c.made.DependsOn
		return read, nil
	}
	if read.Jurisdiction == "" {
		return read, fmt.Errorf("%s: it is not said for which jurisdiction the answer is: end it with the line Jurisdiction and, below it, the name of the state", c.file.Name)
	}
	return read, nil
}

// judgeAnswer lays the answer beside the law. The text says what kept a judge
// from reading some pairs, "" where nothing did; what it said is put into judged.
func (r *Run) judgeAnswer(ctx context.Context, read answer.Answer, c candidate, stale []finding.Stale, judged map[audit.Asked]audit.Opinion) (finding.AnswerReport, string, error) {
	law, err := r.laws.law(ctx, read.Jurisdiction)
	if err != nil {
		return finding.AnswerReport{}, "", err
	}
	others, err := r.laws.others(ctx, read.Jurisdiction)
	if err != nil {
		return finding.AnswerReport{}, "", err
	}
	cover, err := r.laws.covered(ctx)
	if err != nil {
		return finding.AnswerReport{}, "", err
	}
	it := audit.Case{Answer: read, Law: law, Others: others, Date: r.StartedAt, Judged: judged, Circumstances: audit.Circumstances{
		Stale: stale, FreshFor: r.freshFor(), Failures: cover.trouble,
	}}
	if c.made != nil {
		it.Bound = c.made.Bound
	}
	report, trouble, err := r.judged(ctx, it)
	if report.Origin = "imported"; c.made != nil {
		report.Origin = c.made.Origin
	}
	return report, trouble, err
}

// notAgain keeps an answer from being due again in this run.
func (r *Run) notAgain(id string) {
	r.counting.Lock()
	defer r.counting.Unlock()
	r.done[id] = true
}

func (r *Run) tried(id string) bool {
	r.counting.Lock()
	defer r.counting.Unlock()
	return r.done[id]
}
