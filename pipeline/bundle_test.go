package pipeline

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/pincite/pincite/internal/finding"
)

// bundled makes the bundle of one run of the example state.
func bundled(t *testing.T) []byte {
	t.Helper()
	n := newNight(t)
	n.run()
	return n.bundle()
}

func (n *night) bundle() []byte {
	n.Helper()
	p := n.open()
	var first, again bytes.Buffer
	made, err := p.Bundle(n.Context(), "latest", &first)
	if err != nil {
		n.Fatal(err)
	}
	if len(made.Unreplayed) > 0 {
		n.Errorf("not replayed: %v", made.Unreplayed)
	}
	if _, err := p.Bundle(n.Context(), "latest", &again); err != nil || !bytes.Equal(first.Bytes(), again.Bytes()) {
		n.Errorf("the same run made other bytes: %v", err)
	}
	if err := errors.Join(p.KeepBundle(n.Context(), made), p.Close()); err != nil {
		n.Fatal(err)
	}
	return first.Bytes()
}

func verifyBytes(t *testing.T, data []byte) *Verified {
	t.Helper()
	v, err := VerifyBundle(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestABundleIsReplayed(t *testing.T) {
	n := newNight(t)
	n.write("answers/elsewhere.txt", []byte("What must a keeper do?\nKeeping records in Guam\nA keeper must keep records for nine years. [1.1]\nSource(s):\n- [1.1] 7-1. Keeping.\nJurisdiction\nGuam\n"))
	n.run()
	first := verifyBytes(t, n.bundle())
	n.edit(t, "customer-data.html", "thirty calendar days", "twenty calendar days")
	n.run()
	n.run() // its audits were made by the run before
	second := verifyBytes(t, n.bundle())
	for _, v := range []*Verified{first, second} {
		if len(v.Faults) > 0 || len(v.Unreplayed) > 0 || v.Replayed < 5 {
			t.Errorf("%s: %d replayed, faults %v, not replayed %v", v.Run, v.Replayed, v.Faults, v.Unreplayed)
		}
	}
	if first.Previous != "" || second.Previous != first.Manifest || second.Manifest == first.Manifest {
		t.Errorf("the chain is broken: %q, then %q after %q", first.Manifest, second.Manifest, second.Previous)
	}
}

// TestEveryFlippedByteIsNamed flips one bit at 500 places of the archive, its own
// structure among them.
func TestEveryFlippedByteIsNamed(t *testing.T) {
	whole := bundled(t)
	layout := layoutOf(t, whole)
	random := rand.New(rand.NewPCG(5, 6))
	named, structure := 0, 0
	for range 500 {
		at := random.IntN(len(whole))
		if random.IntN(4) == 0 { // the structure is small: look there more often than chance would
			at = layout.structure(random)
		}
		owner, inContent := layout.owner(at)
		if !inContent {
			structure++
		}
		flipped := bytes.Clone(whole)
		flipped[at] ^= 1 << random.IntN(8)
		if said := faultNames(verifyBytes(t, flipped)); said[owner] || !inContent && said[theArchive] {
			named++
		} else {
			t.Errorf("byte %d of %s: named %v", at, owner, said)
		}
	}
	t.Logf("500 flips, %d of them in the zip's own structure: %d named", structure, named)
}

func faultNames(v *Verified) map[string]bool {
	names := map[string]bool{}
	for _, err := range v.Faults {
		var fault *BundleFault
		if errors.As(err, &fault) {
			names[fault.File] = true
		}
	}
	return names
}

// layout says to which file each byte of an archive belongs.
type layout struct {
	names   []string
	heads   []int // where the head of each file begins
	data    []int // where its content begins
	records []int // where its record in the directory begins
	size    int
}

func layoutOf(t *testing.T, whole []byte) *layout {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(whole), int64(len(whole)))
	if err != nil {
		t.Fatal(err)
	}
	l := &layout{size: len(whole)}
	for _, f := range z.File {
		at, err := f.DataOffset()
		if err != nil {
			t.Fatal(err)
		}
		l.names, l.data, l.heads = append(l.names, f.Name), append(l.data, int(at)), append(l.heads, int(at)-30-len(f.Name))
	}
	record := int(binary.LittleEndian.Uint32(whole[len(whole)-6:]))
	for _, name := range l.names {
		l.records = append(l.records, record)
		record += 46 + len(name)
	}
	return l
}

// structure gives the place of a byte that is no content.
func (l *layout) structure(random *rand.Rand) int {
	i := random.IntN(len(l.names))
	if random.IntN(2) == 0 {
		return l.heads[i] + random.IntN(l.data[i]-l.heads[i])
	}
	return l.records[0] + random.IntN(l.size-l.records[0])
}

// owner names the file of a byte, and whether it is content.
func (l *layout) owner(at int) (name string, content bool) {
	for i := len(l.names) - 1; i >= 0 && at < l.records[0]; i-- {
		if at >= l.heads[i] {
			return l.names[i], at >= l.data[i]
		}
	}
	for i := len(l.names) - 1; i >= 0; i-- {
		if at >= l.records[i] {
			return l.names[i], false
		}
	}
	return theArchive, false
}

// TestATamperedBundleIsCaughtByReplay changes a bundle and writes every hash anew,
// as one would who has the tool and not the key.
func TestATamperedBundleIsCaughtByReplay(t *testing.T) {
	whole := bundled(t)
	if v := verifyBytes(t, forged(t, whole, func(map[string][]byte) {})); len(v.Faults) > 0 {
		t.Fatalf("writing it anew spoils it: %v", v.Faults)
	}
	breach := caseOf(t, whole, "breach.txt")
	for name, c := range map[string]struct {
		forge func(map[string][]byte)
		named string
	}{
		"milder finding": {func(f map[string][]byte) { reword(f, breach.Findings, `"severity":"critical"`, `"severity":"low"`) }, breach.Findings},
		"milder finding and report": {func(f map[string][]byte) {
			reword(f, breach.Findings, `"severity":"critical"`, `"severity":"low"`)
			reword(f, reportName, `"severity": "critical"`, `"severity": "low"`)
		}, breach.Findings},
		"other id":         {func(f map[string][]byte) { reword(f, breach.Findings, `"id":"f-`, `"id":"g-`) }, breach.Findings},
		"finding left out": {func(f map[string][]byte) { leaveOut(t, f, breach.Findings) }, breach.Findings},
		"report alone":     {func(f map[string][]byte) { reword(f, reportName, `"severity": "critical"`, `"severity": "low"`) }, reportName},
		"law": {func(f map[string][]byte) {
			reword(f, "sections/ZZ.jsonl", "thirty calendar days", "ninety calendar days")
		}, breach.Findings},
		"answer":        {func(f map[string][]byte) { reword(f, breach.File, "business", "person") }, breach.Findings},
		"judge":         {func(f map[string][]byte) { reword(f, manifestName, `"judge":"none"`, `"judge":"x"`) }, reportName},
		"capture":       {spoilCapture, "captures/"},
		"case left out": {func(f map[string][]byte) { delete(f, "cases/0001.json") }, "cases/0001.json"},
	} {
		v := verifyBytes(t, forged(t, whole, c.forge))
		found := false
		for file := range faultNames(v) {
			found = found || strings.HasPrefix(file, c.named)
		}
		if !found {
			t.Errorf("%s: %d replayed, faults %v", name, v.Replayed, v.Faults)
		}
	}
}

// caseOf gives the case of an answer.
func caseOf(t *testing.T, whole []byte, answer string) *bundledCase {
	t.Helper()
	o, err := openBundle(bytes.NewReader(whole), int64(len(whole)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range o.zip.File {
		one := &bundledCase{}
		if data, err := content(f); err == nil && strings.HasPrefix(f.Name, "cases/") && json.Unmarshal(data, one) == nil && one.Answer == answer {
			return one
		}
	}
	t.Fatalf("no case of %s", answer)
	return nil
}

func reword(files map[string][]byte, name, old, now string) {
	if !bytes.Contains(files[name], []byte(old)) {
		panic(name + " does not hold " + old)
	}
	files[name] = bytes.Replace(files[name], []byte(old), []byte(now), 1)
}

func leaveOut(t *testing.T, files map[string][]byte, name string) {
	var report finding.AnswerReport
	if err := json.Unmarshal(files[name], &report); err != nil || len(report.Findings) == 0 {
		t.Fatalf("%s: %v", name, err)
	}
	report.Findings = report.Findings[1:]
	files[name] = encode(report)
}

func spoilCapture(files map[string][]byte) {
	for name, data := range files {
		if strings.HasPrefix(name, "captures/") {
			files[name] = append(data, '\n')
			return
		}
	}
}

// forged writes a bundle anew with other files.
func forged(t *testing.T, whole []byte, forge func(map[string][]byte)) []byte {
	t.Helper()
	o, err := openBundle(bytes.NewReader(whole), int64(len(whole)))
	if err != nil {
		t.Fatal(err)
	}
	files, names := map[string][]byte{}, []string{}
	for _, f := range o.zip.File {
		data, err := content(f)
		if err != nil {
			t.Fatal(err)
		}
		files[f.Name], names = data, append(names, f.Name)
	}
	forge(files)
	var m manifest
	if err := json.Unmarshal(files[manifestName], &m); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	again := newArchive(&out)
	for _, name := range names[:len(names)-1] {
		if data, there := files[name]; there {
			if err := again.add(name, data); err != nil {
				t.Fatal(err)
			}
		}
	}
	m.Subject = again.subjects
	if err := errors.Join(again.add(manifestName, encode(m)), again.zip.Close()); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
