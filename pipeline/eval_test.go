package pipeline

import (
	"bytes"
	"encoding/json"
	"errors"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/pincite/pincite/audit/rules"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/sharedtest"
	"github.com/pincite/pincite/internal/statute"
)

// zenithLaw is one document of made-up law in two editions.
func zenithLaw(days string) *fstest.MapFile {
	return &fstest.MapFile{Data: []byte(`CHAPTER 9
CONSUMER NOTICES

Section 9-1. Short title.
This chapter may be cited as the Consumer Notices Act.

Section 9-2. Notice to customers.
A merchant shall notify each customer of a recall within ` + days + ` days after the merchant learns of the recall.

Section 9-3. Records.
A merchant shall keep a record of every notice for two years.
`)}
}

const labelledAnswer = `{"id":"Z1","jurisdiction":"VT","question":"When must a merchant tell customers of a recall?",
"answer":"A merchant must notify each customer of a recall within 45 days after it learns of the recall [1.2]. It must keep a record of every notice for two years [1.3].\n\nSource(s):\n- [1.2] Notice to customers.\n- [1.3] Records.\n\nJurisdiction: Vermont\n",
"sources":[{"ref":"1.2","title":"Notice to customers.","number":"9-2","file":"vt/v2/nine.txt"},{"ref":"1.3","title":"Records.","number":"9-3","file":"vt/v2/nine.txt"}],
"claims":[
{"id":1,"start":0,"end":99,"text":"A merchant must notify each customer of a recall within 45 days after it learns of the recall [1.2]","needs_citation":true,"findings":[],"better":[],
 "citations":[{"ref":"1.2","verdict":"contradicted","findings":["deadline-contradicted"],"primary":"deadline-contradicted","evidence":"within 30 days","why":"30","doubt":false}]},
{"id":2,"start":101,"end":157,"text":"It must keep a record of every notice for two years [1.3","needs_citation":true,"findings":[],"better":[],
 "citations":[{"ref":"1.3","verdict":"supported","findings":[],"primary":"","evidence":"two years","why":"","doubt":false}]}],
"source_findings":[],"answer_findings":[],"clean":false}`

func labelledSet() Labelled {
	return Labelled{
		Answers: fstest.MapFS{"Z1.json": {Data: []byte(labelledAnswer)}},
		Corpus:  fstest.MapFS{"vt/v1/nine.txt": zenithLaw("60"), "vt/v2/nine.txt": zenithLaw("30"), "vt/CHANGES.json": {Data: []byte("{}")}},
		Date:    time.Date(2026, 1, 2, 0, 0, 0, 0, time.UTC),
	}
}

// TestEvaluate measures one labelled answer with a wrong deadline.
func TestEvaluate(t *testing.T) {
	e, err := Evaluate(t.Context(), labelledSet())
	if err != nil {
		t.Fatal(err)
	}
	if want := (LawRead{"VT", 1, 3, 1}); len(e.Law) != 1 || e.Law[0] != want {
		t.Errorf("law %+v, want %+v", e.Law, want)
	}
	m := e.Table.Measured()["deadline-contradicted"]
	if m.N != 1 || m.RecallN != 1 || m.Precision[0] != 1 || m.Recall[0] != 1 {
		t.Errorf("deadline-contradicted: %+v", m)
	}
	if e.Table.FlaggedSupported.Of != 1 || e.Table.FlaggedSupported.Hits != 0 {
		t.Errorf("supported pairs flagged: %+v", e.Table.FlaggedSupported)
	}
	if e.Rules != rules.Fingerprint() || e.Date != "2026-01-02" {
		t.Errorf("bound to %s and %s", e.Rules, e.Date)
	}
	checkPrinted(t, e)
}

func checkPrinted(t *testing.T, e *Evaluation) {
	t.Helper()
	var text, data bytes.Buffer
	if err := errors.Join(e.WriteText(&text), e.WriteJSON(&data)); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{rules.Fingerprint(), "VT: 3 sections of 1 document, and 1 that changed since", "number, deadline, amount", "by jurisdiction"} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("the text lacks %q:\n%s", want, text.String())
		}
	}
	var again Evaluation
	if err := json.Unmarshal(data.Bytes(), &again); err != nil || again.Rules != e.Rules || len(again.Table.Rules) != len(e.Table.Rules) {
		t.Errorf("the JSON does not hold the evaluation: %v", err)
	}
}

// TestEvaluateSaysWhatIsMissing wants messages that name the file and the remedy.
func TestEvaluateSaysWhatIsMissing(t *testing.T) {
	none := labelledSet()
	none.Answers = fstest.MapFS{}
	gone := labelledSet()
	gone.Corpus = fstest.MapFS{}
	empty := labelledSet()
	empty.Corpus = fstest.MapFS{"vt/v2/nine.txt": {}}
	for _, c := range []struct {
		name, want string
		set        Labelled
	}{{"no answers", "no .json file", none}, {"no corpus", "--corpus", gone}, {"empty file", "vt/v2/nine.txt", empty}} {
		var config *ConfigError
		_, err := Evaluate(t.Context(), c.set)
		if !errors.As(err, &config) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// TestReportsPrintTheFiguresKept keeps figures for the running rules and finds
// them in the next report.
func TestReportsPrintTheFiguresKept(t *testing.T) {
	e, err := Evaluate(t.Context(), labelledSet())
	if err != nil {
		t.Fatal(err)
	}
	n := newNight(t)
	keepMeasures(n, e)
	if got := n.run().Report.Measured["deadline-contradicted"]; got.N != 1 || got.RecallN != 1 {
		t.Errorf("the report says %+v", got)
	}
	e.Rules = "sha256:other"
	e.Table.Rules = nil
	keepMeasures(n, e)
	if got := n.run().Report.Measured["deadline-contradicted"]; got.N != 1 {
		t.Errorf("figures of other rules are printed: %+v", got)
	}
}

func keepMeasures(n *night, e *Evaluation) {
	n.Helper()
	p := n.open()
	if err := errors.Join(p.KeepMeasures(n.Context(), e), p.Close()); err != nil {
		n.Fatal(err)
	}
}

// TestBuiltInFiguresAreTrue measures anew what the program says of itself, where
// it says anything of the rules that it runs: on answers that no rule was written on.
func TestBuiltInFiguresAreTrue(t *testing.T) {
	built, ok := rules.BuiltIn()
	if !ok {
		t.Skip("the figures built in are of other rules: no report prints them until `pincite eval internal/eval/testdata/fresh --write audit/rules/measured.json` is run")
	}
	day, err := time.Parse(time.DateOnly, string(built.Date))
	if err != nil {
		t.Fatal(err)
	}
	shared := sharedtest.Path(t)
	e, err := Evaluate(t.Context(), Labelled{Answers: os.DirFS("../internal/eval/testdata/fresh"), Corpus: os.DirFS(shared + "/corpus"), Date: day})
	if err != nil {
		t.Fatal(err)
	}
	now := e.Figures()
	if now.Answers != built.Answers {
		t.Errorf("%d answers, built in are the figures of %d", now.Answers, built.Answers)
	}
	for _, name := range slices.Sorted(maps.Keys(bothNames(now.Measured, built.Measured))) {
		if a, b := now.Measured[name], built.Measured[name]; !slices.Equal(a.Precision, b.Precision) || !slices.Equal(a.Recall, b.Recall) || a.N != b.N || a.RecallN != b.RecallN {
			t.Errorf("%s is measured %+v, built in is %+v: run `pincite eval internal/eval/testdata/fresh --write audit/rules/measured.json`", name, a, b)
		}
	}
}

func bothNames(a, b map[string]finding.Measure) map[string]finding.Measure {
	both := maps.Clone(a)
	maps.Copy(both, b)
	return both
}

const pairSet = `{"id":"a","claim":"A merchant must keep a record of every notice for two years.","source":"A merchant shall keep a record of every notice for two years.","label":"supported"}
{"id":"b","claim":"A merchant must keep a record of every notice for nine years.","source":"A merchant shall keep a record of every notice for two years.","label":"contradicted"}
{"id":"c","claim":"A merchant must keep a record of every notice for two years.","source":"Wolves may be hunted in the northern counties from the first day of November.","label":"irrelevant"}
`

// TestEvaluatePairs tells three plain pairs apart.
func TestEvaluatePairs(t *testing.T) {
	e, err := EvaluatePairs(t.Context(), fstest.MapFS{"three.jsonl": {Data: []byte(pairSet)}, "two.jsonl": {Data: []byte(`{"claim":"x"}`)}})
	if err != nil {
		t.Fatal(err)
	}
	s := e.Sets[0]
	if len(e.Sets) != 1 || len(e.Skipped) != 1 || s.Name != "three" || s.Of != 3 || s.All != 3 {
		t.Fatalf("%+v", e)
	}
	for name, v := range map[string]*float64{"relevance": s.Relevance, "polarity": s.Polarity, "support": s.Support, "balanced": s.Balanced, "mean": e.Balanced} {
		if v == nil || *v != 1 {
			t.Errorf("%s: %s", name, figure(v))
		}
	}
	var text bytes.Buffer
	if err := e.WriteText(&text); err != nil || !strings.Contains(text.String(), "passed over: two.jsonl") {
		t.Errorf("%v\n%s", err, text.String())
	}
	if _, err := EvaluatePairs(t.Context(), fstest.MapFS{}); err == nil {
		t.Error("an empty folder is measured")
	}
}

func TestSpreadIsEven(t *testing.T) {
	if got := spread([]int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, 4); !slices.Equal(got, []int{0, 2, 5, 7}) {
		t.Error(got)
	}
	if got := spread([]int{1, 2}, 4); len(got) != 2 {
		t.Error(got)
	}
}

func TestJurisdictionOfFile(t *testing.T) {
	for name, want := range map[string]statute.Jurisdiction{"dc/v2/28-1.html": "DC", "federal/a.pdf": "US", "bills/x.pdf": "", "": ""} {
		if got := jurisdictionOf(name); got != want {
			t.Errorf("%q is of %q, want %q", name, got, want)
		}
	}
}
