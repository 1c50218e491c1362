package pipeline

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/audit/rules"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
	"github.com/pincite/pincite/internal/store"
)

// The manifest is an in-toto statement: its subjects are all other files of the
// bundle. https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md
const (
	statementType = "https://in-toto.io/Statement/v1"
	predicateType = "urn:pincite:evidence:1"
	manifestName  = "manifest.json"
	reportName    = "report.json"
	capturesName  = "captures.jsonl"
)

// manifest is manifest.json.
type manifest struct {
	Type          string    `json:"_type"`
	Subject       []subject `json:"subject"`
	PredicateType string    `json:"predicateType"`
	Predicate     predicate `json:"predicate"`
}

// predicate is what the bundle says of its files.
type predicate struct {
	Run         string                     `json:"run"`
	GeneratedAt time.Time                  `json:"generated_at"`
	Edition     string                     `json:"edition"`
	Rules       string                     `json:"rules"`
	Judge       string                     `json:"judge"`
	Measured    map[string]finding.Measure `json:"measured"`
	// Tool names the build that audited.
	Tool string `json:"tool"`
	// Previous is the sha256 of the manifest of the bundle before, "" for the
	// first: the bundles are a chain.
	Previous string `json:"previous"`
	// Cases are the files that tell how each answer was judged.
	Cases []string `json:"cases"`
}

func replayRules() []audit.Rule { return rules.All() }

func sectionsName(j statute.Jurisdiction) string { return "sections/" + string(j) + ".jsonl" }

// Bundled says what a bundle holds.
type Bundled struct {
	Run string
	// Manifest is the hex sha256 of the manifest, Previous that of the one before.
	Manifest, Previous string
	Files, Answers     int
	// Unreplayed names answers whose findings cannot be made again, with the reason.
	Unreplayed []string
}

// bundler makes the bundle of the last run.
type bundler struct {
	*Pipeline
	*archive
	row    store.Run
	report finding.Report
	cases  []string
	// parts are what a replay reads.
	parts map[string][]byte
	made  Bundled
}

// Bundle writes the evidence of the last finished run. The same run makes the same
// bytes. A run that is not the last, or of which something has changed since, is
// a *ConfigError.
func (p *Pipeline) Bundle(ctx context.Context, run string, w io.Writer) (*Bundled, error) {
	row, err := p.lastRun(ctx, run)
	if err != nil {
		return nil, err
	}
	b := &bundler{Pipeline: p, archive: newArchive(w), row: row, parts: map[string][]byte{}, made: Bundled{Run: row.ID()}}
	for _, step := range []func(context.Context) error{b.addReport, b.addLaw, b.addCases, b.addCaptures, b.addManifest} {
		if err := step(ctx); err != nil {
			return nil, err
		}
	}
	if err := b.zip.Close(); err != nil {
		return nil, fmt.Errorf("bundle of %s: %w", run, err)
	}
	return &b.made, nil
}

// KeepBundle makes a bundle that has been written the last link of the chain.
func (p *Pipeline) KeepBundle(ctx context.Context, b *Bundled) error {
	seq, err := store.RunSeq(b.Run)
	if err != nil {
		return err
	}
	return p.Store.KeepBundle(ctx, seq, b.Manifest)
}

// lastRun wants the run to be the last one, which alone the store can still prove.
func (p *Pipeline) lastRun(ctx context.Context, id string) (store.Run, error) {
	runs, err := p.Store.Runs(ctx)
	if err != nil {
		return store.Run{}, err
	}
	if len(runs) == 0 {
		return store.Run{}, &ConfigError{fmt.Errorf("there is no finished run yet: `pincite run` makes one")}
	}
	last := runs[len(runs)-1]
	if id == "" || id == "latest" {
		return last, nil
	}
	row, err := named(runs, id)
	if err == nil && row.Seq != last.Seq {
		err = &ConfigError{fmt.Errorf("%s cannot be bundled any more: only the last finished run can be, which is %s, until the next one ends: `pincite bundle %s --out FILE` bundles that; bundle each run before the next", row.ID(), last.ID(), last.ID())}
	}
	return row, err
}

func (b *bundler) put(name string, data []byte) error {
	b.parts[name] = data
	return b.add(name, data)
}

// addReport takes the report as it was published.
func (b *bundler) addReport(ctx context.Context) error {
	file := filepath.Join(b.Config.Reports, b.row.ID(), reportName)
	data, err := store.ReadFile(file)
	if err != nil {
		return &ConfigError{fmt.Errorf("the report of %s: %w: run again", b.row.ID(), err)}
	}
	if err := json.Unmarshal(data, &b.report); err != nil {
		return &ConfigError{fmt.Errorf("the report %s is no report: %w: run again", file, err)}
	}
	edition, err := b.Store.Edition(ctx)
	if err != nil {
		return err
	}
	if b.report.Run != b.row.ID() || b.report.Edition != b.row.Edition || edition != b.row.Edition {
		return &ConfigError{fmt.Errorf("the law held or the report of %s has changed since: finish the run that has begun, and bundle that", b.row.ID())}
	}
	return b.put(reportName, data)
}

// addLaw writes the sections of every jurisdiction that an answer or the config
// names.
func (b *bundler) addLaw(ctx context.Context) error {
	all := b.Config.Jurisdictions()
	for i := range b.report.Answers {
		if j := b.report.Answers[i].Jurisdiction; !slices.Contains(all, j) {
			all = append(slices.Clip(all), j)
		}
	}
	all = slices.Sorted(slices.Values(all))
	for _, j := range all {
		versions, err := b.Store.Editions(ctx, j)
		if err != nil {
			return err
		}
		var sections []bundledSection
		for i := range versions {
			if versions[i].Since <= b.row.Seq {
				sections = append(sections, bundleSection(&versions[i]))
			}
		}
		if err := b.put(sectionsName(j), jsonLines(sections)); err != nil {
			return err
		}
	}
	return nil
}

// addCases writes every answer with how it was judged and what was found, and
// judges it again.
func (b *bundler) addCases(ctx context.Context) error {
	audits, err := b.Store.Audits(ctx)
	if err != nil {
		return err
	}
	told, err := b.Store.Told(ctx)
	if err != nil {
		return err
	}
	candidates, err := b.newRun(b.row).candidates(ctx)
	if err != nil {
		return err
	}
	again := newReplayer(func(name string) ([]byte, error) {
		if data, there := b.parts[name]; there {
			return data, nil
		}
		return nil, &BundleFault{name, "it is missing"}
	})
	for i := range audits {
		if err := b.addCase(again, i+1, &audits[i], &told[i], candidates); err != nil {
			return err
		}
	}
	b.made.Answers = len(audits)
	return nil
}

func (b *bundler) addCase(again *replayer, n int, a *store.Audited, told *store.Told, candidates []candidate) error {
	at := slices.IndexFunc(candidates, func(c candidate) bool { return c.id == a.Answer && c.text == a.Depends.Text })
	if at < 0 || told.Answer != a.Answer {
		return &ConfigError{fmt.Errorf("answer %s has changed since %s: run again, and bundle that", a.Answer, b.row.ID())}
	}
	c := candidates[at]
	one := &bundledCase{
		Answer: a.Answer, File: fmt.Sprintf("answers/%04d%s", n, plainExt(c.file.Name)), Name: path.Base(filepath.ToSlash(c.file.Name)), Question: c.file.Question, Jurisdiction: c.file.Jurisdiction,
		Law: told.Run, Stale: a.Depends.Stale, Told: "told/" + told.Hash + ".json", Findings: fmt.Sprintf("findings/%04d.json", n),
	}
	if c.made != nil {
		one.Made = &bundledMade{c.made.Origin, c.made.Bound, c.made.DependsOn}
	}
	if told.Judged != "" {
		one.Judged = &judgedPairs{}
		if err := json.Unmarshal([]byte(told.Judged), one.Judged); err != nil {
			return fmt.Errorf("what the judge said of %s: %w", a.Answer, err)
		}
	}
	return b.writeCase(again, n, one, c.file.Data, told, encode(&a.Report))
}

// plainExt is the ending of a name where it is one that an answer has.
func plainExt(name string) string {
	if ext := strings.ToLower(path.Ext(name)); slices.Contains([]string{".txt", ".md", ".html", ".json"}, ext) {
		return ext
	}
	return ".txt"
}

func (b *bundler) writeCase(again *replayer, n int, one *bundledCase, text []byte, told *store.Told, outcome []byte) error {
	for _, part := range []struct {
		name string
		data []byte
	}{{one.File, text}, {one.Findings, outcome}, {one.Told, []byte(told.Body)}} {
		if _, there := b.parts[part.name]; !there && part.name != "told/.json" {
			if err := b.put(part.name, part.data); err != nil {
				return err
			}
		}
	}
	switch report, err := again.replay(one); {
	case told.Hash == "":
		one.Told, one.Unreplayed = "", "it was audited by a build that did not keep what audits were told"
	case err != nil:
		return fmt.Errorf("replay of %s: %w", one.Answer, err)
	case !bytes.Equal(encode(report), outcome):
		one.Unreplayed = "the findings rest on law as it was read before, of which a heading, note or place has changed since"
	}
	if one.Unreplayed != "" {
		b.made.Unreplayed = append(b.made.Unreplayed, one.Answer+": "+one.Unreplayed)
	}
	name := fmt.Sprintf("cases/%04d.json", n)
	b.cases = append(b.cases, name)
	return b.put(name, encode(one))
}

// addCaptures writes the bytes as they were served, one file at a time.
func (b *bundler) addCaptures(ctx context.Context) error {
	all, err := b.Store.Captures(ctx)
	if err != nil {
		return err
	}
	if err := b.put(capturesName, jsonLines(all)); err != nil {
		return err
	}
	hashes := map[string]bool{}
	for _, one := range all {
		hashes[one.SHA256] = true
	}
	for _, hash := range slices.Sorted(maps.Keys(hashes)) {
		data, err := b.Evidence.Get(hash)
		if err != nil {
			return err
		}
		if err := b.add("captures/"+hash, data); err != nil {
			return err
		}
	}
	return nil
}

// addManifest closes the bundle: it names every other file.
func (b *bundler) addManifest(ctx context.Context) (err error) {
	m := manifest{Type: statementType, Subject: b.subjects, PredicateType: predicateType, Predicate: predicate{
		Run: b.report.Run, GeneratedAt: b.report.GeneratedAt, Edition: b.report.Edition, Rules: b.report.Rules, Judge: b.report.Judge,
		Measured: b.report.Measured, Tool: b.world.Version, Cases: b.cases,
	}}
	if m.Predicate.Previous, err = b.Store.BundleBefore(ctx, b.row.Seq); err != nil {
		return err
	}
	data := encode(m)
	b.made.Files, b.made.Manifest, b.made.Previous = len(m.Subject), sha256Hex(data), m.Predicate.Previous
	return b.add(manifestName, data)
}
