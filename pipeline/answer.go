package pipeline

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
	"github.com/pincite/pincite/internal/store"
	"github.com/pincite/pincite/pipeline/answers"
)

// answerStage makes an answer to each question in each jurisdiction that has law
// on it.
type answerStage struct{}

// Name gives "answer".
func (answerStage) Name() string { return store.Answer }

// asked is one question in one jurisdiction.
type asked struct {
	id           string
	question     answer.Question
	jurisdiction statute.Jurisdiction
	before       *store.MadeAnswer
}

// unasked is an answer whose question is asked no more.
type unasked struct{ id string }

// Due gives the questions without an answer, and those whose answer rests on
// words that changed.
func (answerStage) Due(ctx context.Context, r *Run) ([]Item, error) {
	questions, err := r.questions()
	if err != nil {
		return nil, err
	}
	made, err := r.Store.Answers(ctx)
	if err != nil {
		return nil, err
	}
	before := map[string]*store.MadeAnswer{}
	for i := range made {
		before[made[i].ID] = &made[i]
	}
	dead, err := r.dead(ctx, store.Answer)
	if err != nil {
		return nil, err
	}
	failing, err := r.failing(ctx, store.Answer)
	if err != nil {
		return nil, err
	}
	var items []Item
	there := map[string]bool{}
	for _, one := range r.ask(questions, before) {
		due, err := r.answerDue(ctx, one)
		if err != nil {
			return nil, err
		}
		if due && !dead[one.id] {
			items = append(items, Item{Key: one.id, Work: one})
		}
		there[one.id] = true
	}
	return append(items, unaskedOf(made, failing, there)...), nil
}

// unaskedOf are the answers, made or failed, that no question asks for.
func unaskedOf(made []store.MadeAnswer, failing []string, there map[string]bool) []Item {
	for i := range made {
		failing = append(failing, made[i].ID)
	}
	slices.Sort(failing)
	var items []Item
	for _, id := range slices.Compact(failing) {
		if !there[id] {
			items = append(items, Item{Key: id, Work: unasked{id}})
		}
	}
	return items
}

// ask pairs questions with jurisdictions, in the order of the files.
func (r *Run) ask(questions []answer.Question, before map[string]*store.MadeAnswer) []asked {
	if r.Config.Answerer.Name == "none" {
		return nil
	}
	var all []asked
	for _, j := range r.Config.Jurisdictions() {
		for _, q := range questions {
			if len(q.Jurisdictions) == 0 || slices.Contains(q.Jurisdictions, j) {
				id := q.ID + "." + string(j)
				all = append(all, asked{id, q, j, before[id]})
			}
		}
	}
	return all
}

// dead gives the items of a stage that are given up.
func (r *Run) dead(ctx context.Context, stage string) (map[string]bool, error) {
	failures, err := r.Store.Failures(ctx)
	dead := map[string]bool{}
	for _, f := range failures {
		if f.Stage == stage && f.Dead {
			dead[f.Item] = true
		}
	}
	return dead, err
}

// failing gives the items of a stage that failed, given up or not, in order.
func (r *Run) failing(ctx context.Context, stage string) ([]string, error) {
	failures, err := r.Store.Failures(ctx)
	var items []string
	for _, f := range failures {
		if f.Stage == stage {
			items = append(items, f.Item)
		}
	}
	return items, err
}

// questions reads the fixed set.
func (p *Pipeline) questions() ([]answer.Question, error) {
	if p.Config.Questions == "" {
		return nil, nil
	}
	data, err := store.ReadFile(p.Config.Questions)
	if err != nil {
		return nil, &ConfigError{fmt.Errorf("questions: %w: name the file in `questions:` of %s", err, p.Config.Path)}
	}
	var all []answer.Question
	if err := decode(data, &all); err != nil {
		return nil, &ConfigError{atFile(p.Config.Questions, err)}
	}
	return all, checkQuestions(p.Config.Questions, data, all)
}

// ConfigError is a fault of a file that the user wrote.
type ConfigError struct{ Err error }

// Error gives the fault with file and line, as a person reads it.
func (e *ConfigError) Error() string { return e.Err.Error() }

// Unwrap gives the cause.
func (e *ConfigError) Unwrap() error { return e.Err }

func checkQuestions(path string, data []byte, all []answer.Question) error {
	var root yaml.Node
	if err := yaml.Unmarshal(data, &root); err != nil {
		return &ConfigError{atFile(path, err)}
	}
	first := map[string]bool{}
	for i := range all {
		line := 0
		if len(root.Content) > 0 && i < len(root.Content[0].Content) {
			line = root.Content[0].Content[i].Line
		}
		if all[i].ID == "" || all[i].Text == "" || first[all[i].ID] {
			return &ConfigError{fmt.Errorf("%s:%d: question %q: give each question a text and an id of its own", path, line, all[i].ID)}
		}
		first[all[i].ID] = true
		for k, named := range all[i].Jurisdictions {
			j, err := statute.ParseJurisdiction(string(named))
			if err != nil {
				return &ConfigError{fmt.Errorf("%s:%d: question %q: %w", path, line, all[i].ID, err)}
			}
			all[i].Jurisdictions[k] = j
		}
	}
	return nil
}

// answerDue compares the fingerprint of the answer there is with what it would
// be today.
func (r *Run) answerDue(ctx context.Context, one asked) (bool, error) {
	if one.before == nil {
		return true, nil
	}
	now, err := r.answerFingerprint(ctx, one, one.before.DependsOn)
	return now != one.before.Fingerprint, err
}

// answerFingerprint hashes the question, the answerer and the law that the
// answer rests on. An answer that found no law rests on the whole of it.
func (r *Run) answerFingerprint(ctx context.Context, one asked, depends []statute.Key) (string, error) {
	question, err := json.Marshal(one.question)
	if err != nil {
		return "", err
	}
	law, err := r.laws.stand(ctx, one.jurisdiction)
	if err != nil {
		return "", err
	}
	missing := ""
	if len(depends) == 0 {
		cover, err := r.laws.covered(ctx)
		if err != nil {
			return "", err
		}
		depends, missing = law.keys(), strings.Join(cover.gaps(one.jurisdiction), "\n")
	}
	return fingerprint("answer", r.world.Version, r.answerer.Identity(), string(question), law.words(depends, r.StartedAt), law.siblings(depends), missing), nil
}

func (s *standing) keys() []statute.Key {
	var all []statute.Key
	for _, one := range s.all {
		all = append(all, one.Key)
	}
	return all
}

// siblings hashes which sections there are in the sources of those named, and
// which sources there are.
func (s *standing) siblings(keys []statute.Key) string {
	near := map[string]bool{}
	for _, key := range keys {
		if one := s.byKey[key]; one != nil {
			near[one.Source] = true
		}
	}
	var parts []string
	for _, source := range s.sources {
		parts = append(parts, source)
		if near[source] {
			parts = append(parts, s.within[source])
		}
	}
	return fingerprint(parts...)
}

// Do answers one question out of the words of the law.
func (answerStage) Do(ctx context.Context, r *Run, item Item) error {
	if gone, ok := item.Work.(unasked); ok {
		return r.Store.RetireAnswer(ctx, gone.id)
	}
	one := item.Work.(asked)
	law, err := r.laws.law(ctx, one.jurisdiction)
	if err != nil {
		return err
	}
	made, err := r.answerer.Make(ctx, answers.Task{Question: one.question, Jurisdiction: one.jurisdiction, Law: law.Sections, Index: law.Index, Complete: law.Complete})
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		failure := store.Failure{Stage: store.Answer, Item: one.id, Fingerprint: r.answerer.Identity(), Reason: err.Error(), Run: r.Seq}
		return lose(err, r.Store.Fail(ctx, failure, r.Config.Attempts))
	}
	a := store.MadeAnswer{ID: one.id, Origin: r.Config.Answerer.Name, Question: one.question.Text, Jurisdiction: one.jurisdiction}
	if !made.None || law.Complete { // nothing found in half of the law is no answer
		a.Text, a.Bound, a.DependsOn = made.Text, made.Bound, made.DependsOn
	}
	if a.Fingerprint, err = r.answerFingerprint(ctx, one, a.DependsOn); err != nil {
		return err
	}
	stale, err := r.staleAnswer(ctx, one)
	if err != nil {
		return err
	}
	return r.Store.KeepAnswer(ctx, r.Seq, a, stale)
}

// staleAnswer says what changed under the answer that is made anew.
func (r *Run) staleAnswer(ctx context.Context, one asked) ([]finding.Stale, error) {
	if one.before == nil {
		return nil, nil
	}
	old, ok, err := r.Store.LastAudit(ctx, one.id)
	if err != nil || !ok {
		return nil, err
	}
	return r.stale(ctx, old, true)
}
