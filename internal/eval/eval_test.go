package eval

import (
	"bytes"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/sharedtest"
	"github.com/pincite/pincite/internal/statute"
)

// shop is an answer of five claims, each ten bytes long.
const shop = `{"id":"S1","jurisdiction":"ZZ","question":"Q?","answer":"aaaaaaaaa bbbbbbbbb ccccccccc ddddddddd eeeeeeeee ",
"sources":[{"ref":"1.1","title":"T","number":"9-1","file":"f"},{"ref":"1.2","title":"U","number":"9-2","file":"f"}],
"claims":[
{"id":1,"start":0,"end":9,"text":"aaaaaaaaa","needs_citation":true,"findings":[],"better":[],"citations":[
  {"ref":"1.1","verdict":"supported","findings":[],"primary":"","evidence":"e","why":"w","doubt":false},
  {"ref":"1.2","verdict":"not_supported","findings":["source-irrelevant"],"primary":"source-irrelevant","evidence":"","why":"other matter","doubt":false}]},
{"id":2,"start":10,"end":19,"text":"bbbbbbbbb","needs_citation":true,"findings":["claim-uncited"],"better":[{"number":"9-3","why":"w"}],"citations":[]},
{"id":3,"start":20,"end":29,"text":"ccccccccc","needs_citation":true,"findings":[],"better":[],"citations":[
  {"ref":"1.1","verdict":"contradicted","findings":["deadline-contradicted"],"primary":"deadline-contradicted","evidence":"e","why":"30","doubt":false}]},
{"id":4,"start":30,"end":39,"text":"ddddddddd","needs_citation":true,"findings":[],"better":[],"citations":[
  {"ref":"1.1","verdict":"partly_supported","findings":["exception-missing"],"primary":"exception-missing","evidence":"e","why":"w","doubt":true}]},
{"id":5,"start":40,"end":49,"text":"eeeeeeeee","needs_citation":false,"findings":[],"better":[],"citations":[
  {"ref":"1.1","verdict":"supported","findings":[],"primary":"","evidence":"e","why":"w","doubt":false}]}],
"source_findings":[{"ref":"1.2","finding":"source-irrelevant","why":"again"}],
"answer_findings":[{"finding":"source-missed","number":"9-4","why":"governs"},{"finding":"statement-repeated","text":"eeeeeeeee","why":"r"}],"clean":false}`

const tidy = `{"id":"S2","jurisdiction":"ZZ","question":"Q?","answer":"§ ßaaaaaaa.","sources":[],"claims":[
{"id":1,"start":2,"end":11,"text":"ßaaaaaaa.","needs_citation":true,"findings":[],"better":[],"citations":[
  {"ref":"1.1","verdict":"supported","findings":[],"primary":"","evidence":"e","why":"w","doubt":false}]}],
"source_findings":[],"answer_findings":[],"clean":true,"synthetic":true}`

func golds(t *testing.T) []Gold {
	t.Helper()
	all, err := Read(fstest.MapFS{"g/S1.json": {Data: []byte(shop)}, "g/S2.json": {Data: []byte(tidy)}, "g/_x.json": {Data: []byte("no")}}, "g")
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func report() []finding.AnswerReport {
	ref := func(d, s int) statute.Ref { return statute.Ref{Document: d, Section: s} }
	cite := func(r statute.Ref, v finding.Verdict, score float64) finding.CitationReport {
		return finding.CitationReport{Ref: r, Verdict: v, Score: score}
	}
	claim := func(id, start, end int, citations ...finding.CitationReport) finding.ClaimReport {
		return finding.ClaimReport{ID: id, Start: start, End: end, Text: "claim " + strconv.Itoa(id), NeedsCitation: true, Citations: citations}
	}
	return []finding.AnswerReport{
		{ID: "S2", Claims: []finding.ClaimReport{claim(1, 3, 13, cite(ref(1, 1), finding.Unverified, 0.5))},
			Findings: []finding.Finding{{Rule: "source-unused", Severity: finding.Low, Ref: ref(1, 1), Message: "m"}}},
		{ID: "S1",
			Claims: []finding.ClaimReport{
				claim(11, 0, 9, cite(ref(1, 1), finding.Supported, 0.9), cite(ref(1, 2), finding.NotSupported, 0.1)),
				claim(12, 10, 19),
				claim(13, 20, 29, cite(ref(1, 1), finding.Supported, 0.8)),
				claim(14, 30, 39, cite(ref(1, 1), finding.Supported, 0.7)),
				claim(15, 40, 49, cite(ref(1, 1), finding.NotSupported, 0.2)),
			},
			Findings: []finding.Finding{
				{Rule: "source-irrelevant", Severity: finding.High, Claim: 11, Ref: ref(1, 2)},
				{Rule: "source-irrelevant", Severity: finding.High, Ref: ref(1, 2)},                                                          // the same fault again
				{Rule: "claim-uncited", Severity: finding.Medium, Claim: 12, Fix: finding.Fix{Number: "9–3"}},                                // right, and names the better section
				{Rule: "number-contradicted", Severity: finding.Critical, Claim: 13, Ref: ref(1, 1)},                                         // a sister of the label
				{Rule: "exception-missing", Severity: finding.High, Claim: 14, Ref: ref(1, 1)},                                               // on a doubtful label
				{Rule: "claim-unsupported", Severity: finding.High, Claim: 15, Ref: ref(1, 1), Message: "nothing near"},                      // a false alarm on a supported pair
				{Rule: "source-missed", Severity: finding.Medium, Fix: finding.Fix{Number: "9-5"}},                                           // another section than the label's
				{Rule: "statement-repeated", Severity: finding.Low, AnswerQuote: &finding.Quote{Text: "eeee", Start: 42, End: 46}, Claim: 0}, // within the label's words
				{Rule: "audit-incomplete", Severity: finding.High},                                                                           // speaks of the audit
			}},
	}
}

func TestMeasureByHand(t *testing.T) {
	table := Measure(golds(t), report())
	rules := map[string]RuleScore{}
	for _, r := range table.Rules {
		rules[r.Rule] = r
	}
	for _, c := range []struct {
		rule                      string
		right, found, hit, labels int
	}{
		{"source-irrelevant", 1, 1, 1, 1},
		{"claim-uncited", 1, 1, 1, 1},
		{"deadline-contradicted", 0, 0, 0, 1},
		{"number-contradicted", 0, 1, 0, 0},
		{"exception-missing", 0, 0, 0, 0},
		{"claim-unsupported", 0, 1, 0, 0},
		{"source-missed", 0, 1, 0, 1},
		{"statement-repeated", 1, 1, 1, 1},
		{"source-unused", 0, 1, 0, 0},
	} {
		r := rules[c.rule]
		if r.Precision.Hits != c.right || r.Precision.Of != c.found || r.Recall.Hits != c.hit || r.Recall.Of != c.labels {
			t.Errorf("%s: precision %d/%d, recall %d/%d, want %d/%d, %d/%d", c.rule,
				r.Precision.Hits, r.Precision.Of, r.Recall.Hits, r.Recall.Of, c.right, c.found, c.hit, c.labels)
		}
	}
	if r := rules["exception-missing"]; r.Doubtful != 1 || r.DoubtfulHit != 1 {
		t.Errorf("doubtful: %+v", r)
	}
	if _, there := rules["audit-incomplete"]; there {
		t.Error("audit-incomplete is scored as a fault of the answer")
	}
	for _, g := range table.Groups {
		if g.Name == "number, deadline, amount" && (g.F1 != 1 || !g.Met) {
			t.Errorf("a deadline found as a number: %+v", g)
		}
		if g.Name == "exception, condition" && (g.Measured || g.Met) {
			t.Errorf("only a doubtful label: %+v", g)
		}
	}
	if table.FlaggedSupported.Hits != 1 || table.FlaggedSupported.Of != 3 {
		t.Errorf("flagged supported pairs: %+v", table.FlaggedSupported)
	}
	if table.Clean != (CleanScore{Answers: 1, Low: 1}) {
		t.Errorf("clean: %+v", table.Clean)
	}
	if table.BetterNamed.Hits != 1 || table.BetterNamed.Of != 1 {
		t.Errorf("better: %+v", table.BetterNamed)
	}
	if len(table.Misses) != 2 || table.Misses[0].Rule != "deadline-contradicted" || table.Misses[1].Rule != "source-missed" {
		t.Errorf("misses: %+v", table.Misses)
	}
	if len(table.FalseAlarms) != 4 {
		t.Errorf("false alarms: %+v", table.FalseAlarms)
	}
	if len(table.Jurisdictions) != 1 || table.Jurisdictions[0].Answers != 2 {
		t.Errorf("jurisdictions: %+v", table.Jurisdictions)
	}
	if len(table.Parts) != 1 || table.Parts[0].Name != "synthetic" || table.Parts[0].Answers != 1 {
		t.Errorf("parts: %+v", table.Parts)
	}
}

func TestPairsByHand(t *testing.T) {
	p := Measure(golds(t), report()).Pairs
	// Firm pairs: supported found supported, not supported and unverified;
	// not supported found so; contradicted found supported.
	want := [4][6]int{{1, 0, 1, 0, 1, 0}, {}, {0, 0, 1, 0, 0, 0}, {1, 0, 0, 0, 0, 0}}
	if p.Confusion != want || p.Of != 5 || p.Doubtful != 1 {
		t.Errorf("confusion %v of %d, doubtful %d", p.Confusion, p.Of, p.Doubtful)
	}
	if p.Balanced != 0.5 { // 1 of 2 and 1 of 2
		t.Errorf("balanced accuracy %v", p.Balanced)
	}
	if p.BalancedAll != 0.5 { // (1 + ½) of 3 and 1 of 2
		t.Errorf("balanced accuracy with unverified as half %v", p.BalancedAll)
	}
	if p.Abstained.Hits != 1 || p.Abstained.Of != 5 {
		t.Errorf("abstained %+v", p.Abstained)
	}
	// Scores of supported pairs .9 .2 .5, of the others .1 .8: four of six pairs
	// stand right.
	if p.AUC == nil || math.Abs(*p.AUC-4.0/6) > 1e-9 {
		t.Errorf("AUC %v", p.AUC)
	}
}

func TestCitationByHand(t *testing.T) {
	c := Measure(golds(t), report()).Citation
	// Only S1 has verdicts. Labels: 2 of 5 pairs are needed, 1 of 4 needing
	// claims is supported. Audit: 3 of 5 pairs, 3 of 5 claims.
	if c.Answers != 1 || c.GoldPrecision != 0.4 || c.GoldRecall != 0.25 || c.AuditPrecision != 0.6 || c.AuditRecall != 0.6 {
		t.Errorf("%+v", c)
	}
	if math.Abs(c.PrecisionError-0.2) > 1e-9 || math.Abs(c.RecallError-0.35) > 1e-9 {
		t.Errorf("errors %+v", c)
	}
}

func TestMissingReportCountsAsMissed(t *testing.T) {
	table := Measure(golds(t), nil)
	if len(table.Missing) != 2 || len(table.Misses) != 5 || table.Pairs.Confusion[0][unseen] != 3 {
		t.Errorf("missing %v, misses %d, confusion %v", table.Missing, len(table.Misses), table.Pairs.Confusion)
	}
}

func TestOrderOfReportsDoesNotMatter(t *testing.T) {
	reports := report()
	var one, two bytes.Buffer
	table := Measure(golds(t), reports)
	if err := table.WriteJSON(&one); err != nil {
		t.Fatal(err)
	}
	reports[0], reports[1] = reports[1], reports[0]
	table = Measure(golds(t), reports)
	if err := table.WriteJSON(&two); err != nil {
		t.Fatal(err)
	}
	if one.String() != two.String() {
		t.Error("the table depends on the order of the reports")
	}
}

func TestPrinting(t *testing.T) {
	table := Measure(golds(t), report())
	var text, data bytes.Buffer
	if err := table.WriteText(&text); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"claim-uncited", "F1 ≥ 0.85: met", "not measured", "2 misses", "4 false alarms", "S1 [1.1] claim-unsupported: claim 15", "nothing near", "synthetic: 1 answers"} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("the text lacks %q:\n%s", want, text.String())
		}
	}
	if err := table.WriteJSON(&data); err != nil {
		t.Fatal(err)
	}
	var again Table
	if err := json.Unmarshal(data.Bytes(), &again); err != nil {
		t.Fatal(err)
	}
	if len(again.Rules) != len(table.Rules) || again.Pairs.Confusion != table.Pairs.Confusion {
		t.Error("the JSON does not hold the table")
	}
	if m := table.Measured()["claim-uncited"]; len(m.Precision) != 3 || m.N != 1 || m.RecallN != 1 {
		t.Errorf("measured %+v", m)
	}
	if m := table.Measured()["exception-missing"]; m.Precision != nil {
		t.Errorf("measured without a firm finding: %+v", m)
	}
}

// TestContradictionIsFoundOnEitherSide labels one statement and finds the other.
func TestContradictionIsFoundOnEitherSide(t *testing.T) {
	claims := map[int]finding.ClaimReport{
		1: {ID: 1, Start: 0, End: 30, Text: "The freeze is lifted in one day"},
		2: {ID: 2, Start: 40, End: 90, Text: "The freeze is lifted at the latest when three whole business days have gone by"},
		3: {ID: 3, Start: 95, End: 99, Text: "More"},
	}
	f := finding.Finding{Rule: "answer-contradictory", Claim: 1, Facts: []string{
		"Elsewhere: “The freeze is lifted at the latest when … when three whole business days have gone by”", "Here: “The freeze is lifted in one day”"}}
	other := Label{Rule: f.Rule, Places: []span{{Start: 60, End: 70}}}
	if !matches(other, place(f, claims), exactly) {
		t.Error("the label on the other statement is missed")
	}
	if far := (Label{Rule: f.Rule, Places: []span{{Start: 95, End: 99}}}); matches(far, place(f, claims), exactly) {
		t.Error("a label on a third statement is answered")
	}
}

func TestWilson(t *testing.T) {
	// Figures of the textbook interval.
	for _, c := range []struct {
		hits, of  int
		low, high float64
	}{{10, 10, 0.7225, 1}, {0, 10, 0, 0.2775}, {5, 10, 0.2366, 0.7634}, {81, 263, 0.2553, 0.3662}} {
		r := Wilson(c.hits, c.of)
		if math.Abs(r.Low-c.low) > 5e-5 || math.Abs(r.High-c.high) > 5e-5 {
			t.Errorf("%d of %d: %.4f to %.4f", c.hits, c.of, r.Low, r.High)
		}
	}
	if Wilson(0, 0) != (Rate{}) {
		t.Error("something is known of nothing")
	}
}

func TestAUC(t *testing.T) {
	for _, c := range []struct {
		scores   []float64
		positive []bool
		want     float64
		ok       bool
	}{
		{[]float64{3, 2, 1}, []bool{true, false, false}, 1, true},
		{[]float64{1, 2, 3}, []bool{true, false, false}, 0, true},
		{[]float64{1, 1, 1, 1}, []bool{true, false, true, false}, 0.5, true},
		{[]float64{2, 1, 1, 0}, []bool{true, true, false, false}, 0.875, true},
		{[]float64{1}, []bool{true}, 0, false},
		{nil, nil, 0, false},
	} {
		if got, ok := AUC(c.scores, c.positive); got != c.want || ok != c.ok {
			t.Errorf("AUC(%v, %v) = %v, %v", c.scores, c.positive, got, ok)
		}
	}
}

func TestReadPairs(t *testing.T) {
	rows := `{"id":"1","claim":"c","source":"s","label":"supported"}
{"id":"2","claim":"c","source":"s","label":"contradicted"}

{"id":"3","claim":"c","source":"s","label":"irrelevant"}
{"id":"4","claim":"c","source":"s","label":"unsupported"}`
	pairs, err := ReadPairs(strings.NewReader(rows), "set")
	if err != nil || len(pairs) != 4 {
		t.Fatalf("%v, %v", pairs, err)
	}
	s, err := MeasurePairs("set", pairs, []float64{0.9, 0.95, 0.1, 0.2}, []bool{true, true, false, false})
	if err != nil || *s.Relevance != 1 || *s.Polarity != 0 || math.Abs(*s.Balanced-5.0/6) > 1e-9 || math.Abs(*s.Support-2.0/3) > 1e-9 {
		t.Errorf("%+v, %v", s, err)
	}
	if _, err := MeasurePairs("set", pairs, nil, nil); err == nil {
		t.Error("no scores are enough")
	}
	for _, bad := range []string{"", "{", `{"label":"maybe"}`} {
		if _, err := ReadPairs(strings.NewReader(bad), "set"); err == nil || !strings.Contains(err.Error(), "set") {
			t.Errorf("%q: error %v", bad, err)
		}
	}
}

func TestReadRefusesWhatIsWrong(t *testing.T) {
	for data, says := range map[string]string{
		"{":          "g/S1.json",
		`{"id":"S"}`: "jurisdiction",
		strings.Replace(shop, `"text":"bbbbbbbbb"`, `"text":"bbbb"`, 1):            "claim 2",
		strings.Replace(shop, `"end":49`, `"end":4900`, 1):                         "claim 5",
		strings.Replace(shop, `"verdict":"contradicted"`, `"verdict":"wrong"`, 1):  "verdict",
		strings.Replace(shop, `"ref":"1.1","verdict"`, `"ref":"one","verdict"`, 1): "ref",
	} {
		if _, err := Read(fstest.MapFS{"g/S1.json": {Data: []byte(data)}}, "g"); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("error %v, want one that says %q", err, says)
		}
	}
	if _, err := Read(fstest.MapFS{}, "g"); err == nil {
		t.Error("an empty folder is read")
	}
}

func TestOffsetsAreBytes(t *testing.T) {
	g := golds(t)[1]
	if g.Claims[0].Span != (answer.Span{Start: 3, End: 13}) || g.Answer[3:13] != g.Claims[0].Text {
		t.Errorf("%+v", g.Claims[0])
	}
}

// perfect makes the report that an auditor without fault would write.
func perfect(g *Gold) finding.AnswerReport {
	r := finding.AnswerReport{ID: g.ID}
	for _, c := range g.Claims {
		claim := finding.ClaimReport{ID: c.ID, Start: c.Span.Start, End: c.Span.End, NeedsCitation: c.NeedsCitation}
		for _, l := range c.Labels {
			r.Findings = append(r.Findings, finding.Finding{Rule: l.Rule, Severity: finding.Medium, Claim: c.ID})
		}
		for _, p := range c.Pairs {
			claim.Citations = append(claim.Citations, finding.CitationReport{Ref: p.Ref, Verdict: p.Verdict})
			for _, l := range p.Labels {
				r.Findings = append(r.Findings, finding.Finding{Rule: l.Rule, Severity: finding.Medium, Claim: c.ID, Ref: p.Ref})
			}
		}
		r.Claims = append(r.Claims, claim)
	}
	for _, l := range g.OfSources {
		r.Findings = append(r.Findings, finding.Finding{Rule: l.Rule, Severity: finding.Medium, Ref: l.Ref})
	}
	for _, l := range g.OfAnswer {
		f := finding.Finding{Rule: l.Rule, Severity: finding.Medium, Number: l.Number}
		if len(l.Places) > 0 {
			f.AnswerQuote = &finding.Quote{Text: l.Text, Start: l.Places[0].Start, End: l.Places[0].End}
		}
		r.Findings = append(r.Findings, f)
	}
	return r
}

// TestPerfectAuditScoresPerfectly measures a faultless auditor on the real labels:
// every figure must be 1, or the measure itself is wrong.
func TestPerfectAuditScoresPerfectly(t *testing.T) {
	all, err := Read(os.DirFS(sharedtest.Path(t, "gold")), "A")
	if err != nil {
		t.Fatal(err)
	}
	var reports []finding.AnswerReport
	for i := range all {
		reports = append(reports, perfect(&all[i]))
	}
	table := Measure(all, reports)
	for _, r := range table.Rules {
		if r.Precision.Hits != r.Precision.Of || r.Recall.Hits != r.Recall.Of {
			t.Errorf("%s: precision %+v, recall %+v", r.Rule, r.Precision, r.Recall)
		}
	}
	if table.Pairs.Balanced != 1 || table.FlaggedSupported.Hits != 0 || table.Clean.AboveLow != 0 || table.Clean.Answers == 0 {
		t.Errorf("balanced %v, flagged %+v, clean %+v", table.Pairs.Balanced, table.FlaggedSupported, table.Clean)
	}
	if len(table.Misses) > 0 || len(table.FalseAlarms) > 0 {
		t.Errorf("misses %+v, false alarms %+v", table.Misses, table.FalseAlarms)
	}
	t.Logf("%d answers, %d pairs, %d rules labelled", table.Answers, table.Pairs.Of, len(table.Rules))
}

// TestReadsEverySet reads the sets of other makers.
func TestReadsEverySet(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(sharedtest.Path(t, "bench"), "*-*.jsonl"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no sets: %v", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		pairs, err := ReadPairs(bytes.NewReader(data), filepath.Base(file))
		if err != nil {
			t.Error(err)
		}
		if len(pairs) < 500 {
			t.Errorf("%s: only %d pairs", file, len(pairs))
		}
	}
}
