package pipeline

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/audit/rules"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/store"
)

// Verified is what a look into a bundle came to.
type Verified struct {
	Run, Edition, Rules, Judge, Tool string
	// Manifest is the hex sha256 of the manifest, Previous that of the bundle
	// before.
	Manifest, Previous string
	Files              int
	// Replayed counts the answers whose findings were made again, byte for byte.
	Replayed int
	// Faults name what is damaged or was tampered with; empty for a sound bundle.
	Faults []error
	// Unreplayed says, in plain words, what could not be made again: it is neither
	// proven nor refuted.
	Unreplayed []string
}

// VerifyBundle reads a bundle and needs nothing else: neither store nor network.
// It hashes every file again, looks at every byte of the archive, and judges every
// answer anew by the rules of this program. What it finds stands in the result;
// the error is one of reading the file.
func VerifyBundle(raw io.ReaderAt, size int64) (*Verified, error) {
	v := &Verified{}
	o, err := openBundle(raw, size)
	if err != nil {
		v.fault(err)
		return v, nil
	}
	m, ok := v.readManifest(o)
	if ok {
		v.hashes(o, m)
	}
	if len(v.Faults) == 0 {
		v.Faults = append(v.Faults, o.whole()...)
	}
	if len(v.Faults) == 0 {
		v.replay(o, m)
	}
	return v, nil
}

func (v *Verified) fault(err error) { v.Faults = append(v.Faults, err) }

func (v *Verified) readManifest(o *opened) (*manifest, bool) {
	data, err := o.read(manifestName)
	m := &manifest{}
	if err == nil {
		if err = json.Unmarshal(data, m); err != nil {
			err = &BundleFault{manifestName, "it is no statement: " + err.Error()}
		} else if m.Type != statementType || m.PredicateType != predicateType {
			err = &BundleFault{manifestName, fmt.Sprintf("it is a %q of %q, and no evidence of this program", m.Type, m.PredicateType)}
		} else if !bytes.Equal(encode(m), data) {
			err = &BundleFault{manifestName, "it is not written as a manifest is"}
		}
	}
	if err != nil {
		v.fault(err)
		return m, false
	}
	p := &m.Predicate
	v.Run, v.Edition, v.Rules, v.Judge, v.Tool, v.Previous = p.Run, p.Edition, p.Rules, p.Judge, p.Tool, p.Previous
	v.Manifest, v.Files = sha256Hex(data), len(m.Subject)
	return m, true
}

// hashes looks at every file that the manifest names, and at those it does not.
func (v *Verified) hashes(o *opened, m *manifest) {
	for i, f := range o.zip.File {
		if i >= len(m.Subject) {
			if f.Name != manifestName || i > len(m.Subject) {
				v.fault(&BundleFault{f.Name, "the manifest does not name it"})
			}
			continue
		}
		if f.Name != m.Subject[i].Name {
			v.fault(&BundleFault{m.Subject[i].Name, fmt.Sprintf("in its place stands %q", f.Name)})
			continue
		}
		data, err := content(f)
		if err != nil {
			v.fault(err)
		} else if got := sha256Hex(data); got != m.Subject[i].Digest.SHA256 {
			v.fault(&BundleFault{f.Name, "it has the hash " + got + ", and the manifest says " + m.Subject[i].Digest.SHA256})
		}
	}
	if len(o.zip.File) < len(m.Subject)+1 {
		v.fault(&BundleFault{m.Subject[len(o.zip.File)-1].Name, "it is missing"})
	}
}

// replay judges every answer again, and wants the report to say what was found.
func (v *Verified) replay(o *opened, m *manifest) {
	v.captures(o)
	var report finding.Report
	data, err := o.read(reportName)
	if err == nil {
		err = json.Unmarshal(data, &report)
	}
	if err != nil {
		v.fault(&BundleFault{reportName, err.Error()})
		return
	}
	if report.Run != m.Predicate.Run || report.Edition != m.Predicate.Edition || report.Rules != m.Predicate.Rules ||
		report.Judge != m.Predicate.Judge ||
		!bytes.Equal(encode(report.Measured), encode(m.Predicate.Measured)) {
		v.fault(&BundleFault{reportName, "it is of another run, edition, rule set, judge or accuracy than the manifest"})
	}
	if m.Predicate.Rules != rules.Fingerprint() {
		v.Unreplayed = append(v.Unreplayed, fmt.Sprintf("the rules %s are not those of this program, %s: replay it with build %s", m.Predicate.Rules, rules.Fingerprint(), m.Predicate.Tool))
	}
	again := newReplayer(o.read)
	for _, name := range m.Predicate.Cases {
		v.replayCase(o, again, name, m, &report)
	}
	if len(report.Answers) != len(m.Predicate.Cases) {
		v.fault(&BundleFault{reportName, fmt.Sprintf("it has %d answers, and the manifest %d cases", len(report.Answers), len(m.Predicate.Cases))})
	}
}

// captures wants every capture to have the hash that it is named by.
func (v *Verified) captures(o *opened) {
	data, err := o.read(capturesName)
	if err != nil {
		v.fault(err)
		return
	}
	all, err := readLines[store.Capture](capturesName, data)
	if err != nil {
		v.fault(err)
	}
	for _, one := range all {
		if data, err := o.read("captures/" + one.SHA256); err != nil {
			v.fault(err)
		} else if sha256Hex(data) != one.SHA256 {
			v.fault(&BundleFault{"captures/" + one.SHA256, "its bytes have another hash than its name"})
		}
	}
}

func (v *Verified) replayCase(o *opened, again *replayer, name string, m *manifest, report *finding.Report) {
	one := &bundledCase{}
	data, err := o.read(name)
	if err == nil {
		err = json.Unmarshal(data, one)
	}
	if err != nil {
		v.fault(&BundleFault{name, err.Error()})
		return
	}
	outcome, err := o.read(one.Findings)
	if err != nil {
		v.fault(err)
		return
	}
	if err := published(report, one.Answer, outcome); err != nil {
		v.fault(&BundleFault{reportName, err.Error()})
	}
	switch {
	case one.Unreplayed != "":
		v.Unreplayed = append(v.Unreplayed, one.Answer+": "+one.Unreplayed)
	case m.Predicate.Rules == rules.Fingerprint():
		v.judgeAgain(again, one, outcome)
	}
}

func (v *Verified) judgeAgain(again *replayer, one *bundledCase, outcome []byte) {
	report, err := again.replay(one)
	if err != nil {
		v.fault(&BundleFault{one.Findings, "its case cannot be judged again: " + err.Error()})
		return
	}
	if !bytes.Equal(encode(report), outcome) {
		v.fault(&BundleFault{one.Findings, "the rules find otherwise in " + one.Answer + ": " + otherwise(report, outcome)})
		return
	}
	v.Replayed++
}

// otherwise names the first finding that is not what the rules find.
func otherwise(report *finding.AnswerReport, outcome []byte) string {
	var said finding.AnswerReport
	if err := json.Unmarshal(outcome, &said); err != nil {
		return err.Error()
	}
	for i := range max(len(said.Findings), len(report.Findings)) {
		switch {
		case i >= len(said.Findings):
			return "finding " + report.Findings[i].ID + " is left out"
		case i >= len(report.Findings):
			return "finding " + said.Findings[i].ID + " is not found"
		case !bytes.Equal(encode(said.Findings[i]), encode(report.Findings[i])):
			return "finding " + said.Findings[i].ID + " was found as " + string(encode(report.Findings[i]))
		}
	}
	return "the findings are the same, and verdicts or outcome are not"
}

// published wants an answer of the report to say what was found, apart from what
// comparing runs and waiving add.
func published(report *finding.Report, id string, outcome []byte) error {
	a := report.Answer(id)
	if a == nil {
		return fmt.Errorf("answer %s is not in it", id)
	}
	bare := *a
	bare.Findings = slices.Clone(a.Findings)
	for i := range bare.Findings {
		f := &bare.Findings[i]
		f.State, f.Was, f.Group, f.Waiver, f.Owner = "", "", "", nil, ""
	}
	var found finding.AnswerReport
	if err := json.Unmarshal(outcome, &found); err != nil {
		return err
	}
	for i := range bare.Findings {
		if i < len(found.Findings) {
			bare.Findings[i].FirstSeen = found.Findings[i].FirstSeen
		}
	}
	if found.Outcome == audit.Settled(&found) && a.Outcome == audit.Settled(a) {
		bare.Outcome = found.Outcome // it differs by the waivers alone
	}
	if !bytes.Equal(encode(canonical(&bare)), encode(canonical(&found))) {
		return fmt.Errorf("answer %s is not as it was found%s", id, firstOther(&bare, &found))
	}
	return nil
}

func canonical(a *finding.AnswerReport) *finding.AnswerReport {
	r := finding.Report{Answers: []finding.AnswerReport{*a}}
	return &r.Canonical().Answers[0]
}

// firstOther names the first finding in which two outcomes differ.
func firstOther(a, b *finding.AnswerReport) string {
	for i := range min(len(a.Findings), len(b.Findings)) {
		if !bytes.Equal(encode(a.Findings[i]), encode(b.Findings[i])) {
			return ": finding " + a.Findings[i].ID
		}
	}
	return ""
}
