package audit

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

// ferries is a made-up law of three sections.
func ferries() *enacted.Law {
	sections := []statute.Held{
		*section("A ferryman shall ring the bell no later than ten minutes before the ferry leaves the bank. The ferryman may carry goats for a toll of two dollars."),
		*section("As used in this act, \"ferry\" means a boat that carries persons or goats over a river for a toll."),
		*section("The harbour board shall repair the landing stage within thirty days after a flood."),
	}
	for i, title := range []string{"Bell; goats.", "Definitions.", "Repair of landing stages."} {
		sections[i].Number, sections[i].Catchline = "8-1-"+string(rune('1'+i)), title
		sections[i].Jurisdiction, sections[i].Hierarchy = statute.Example, []string{"Chapter 8-1. Ferry Act"}
	}
	return enacted.NewLaw(statute.Example, sections, nil, true, nil)
}

// read audits one sentence against one section of the made-up law.
func read(text, number string) *Pair {
	return &Read(Case{Answer: sole(text, number, statute.Example), Law: ferries(), Date: time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)}).Pairs[0]
}

func TestVerdicts(t *testing.T) {
	for _, c := range []struct {
		text, number string
		want         finding.Verdict
		slot         string
	}{
		{"A ferryman has to ring the bell no earlier than ten minutes before the ferry leaves the bank.", "8-1-1", finding.Contradicted, "deadline"},
		{"A ferryman has to ring the bell at least ten minutes before the ferry leaves the bank.", "8-1-1", finding.Supported, ""},
		{"The ferryman must ring the bell no later than 10 minutes before the ferry leaves the bank.", "8-1-1", finding.Supported, ""},
		{"The ferryman must ring the bell no later than twenty minutes before the ferry leaves the bank.", "8-1-1", finding.Contradicted, "deadline"},
		{"The ferryman must carry goats for a toll of two dollars.", "8-1-1", finding.Contradicted, "modality"},
		{"The ferryman may carry goats for a toll of $5.", "8-1-1", finding.Contradicted, "amount"},
		{"The harbour board must repair the landing stage in thirty days after a flood.", "8-1-3", finding.Supported, ""},
		{"Pension funds of quarry workers are audited every second spring by an accountant.", "8-1-3", finding.NotSupported, ""},
		{"Ferrymen must carry insurance for every goat on the ferry.", "8-1-2", finding.NotSupported, ""},
	} {
		p := read(c.text, c.number)
		if p.Verdict != c.want {
			t.Errorf("%q: %s (score %.2f, %+v), want %s", c.text, p.Verdict, p.Alignment.Score, p.Contrary, c.want)
		}
		if c.want == finding.Supported && len(p.Contrary) > 0 {
			t.Errorf("%q: accused of %+v", c.text, p.Contrary)
		}
		if c.want == finding.Contradicted && (len(p.Contrary) == 0 || p.Contrary[0].Slot != c.slot) {
			t.Errorf("%q: %+v, want slot %s", c.text, p.Contrary, c.slot)
		}
	}
}

func TestBetterSourceIsReaudited(t *testing.T) {
	p := read("The harbour board must repair the landing stage within thirty days after a flood.", "8-1-1")
	if len(p.Better) == 0 || p.Better[0].Held.Number != "8-1-3" || !p.Better[0].Supports {
		t.Errorf("better: %+v", p.Better)
	}
	if p := read("The harbour board must repair the landing stage within ninety days after a flood.", "8-1-1"); len(p.Better) != 0 {
		t.Errorf("a section that contradicts the claim is offered: %+v", p.Better)
	}
}

// quoting is a rule that quotes the words of the first pair, or words that are
// not there.
func quoting(shift int) Rule {
	return Rule{Name: "made-up", Find: func(r *Reading) []finding.Finding {
		p := &r.Pairs[0]
		q := r.Cite(p.Held(), p.Alignment.InLaw)
		q.Start, q.End = q.Start+shift, q.End+shift
		f := finding.Finding{Rule: "made-up", Severity: finding.High, Certainty: finding.Likely, Claim: p.Claim.ID, Ref: p.Citation.Ref,
			Number: p.Held().Number, Message: "Made up.", AnswerQuote: r.Quote(p.Claim.Span), SourceQuotes: []finding.SourceQuote{q}}
		return []finding.Finding{f, f}
	}}
}

func auditOnce(shift int) finding.AnswerReport {
	c := Case{Answer: sole("The ferryman must ring the bell.", "8-1-1", statute.Example), Law: ferries()}
	return Audit(c, []Rule{quoting(shift)})
}

func TestAuditChecksQuotesAndNamesFindings(t *testing.T) {
	one, two := auditOnce(0), auditOnce(0)
	if !reflect.DeepEqual(one, two) {
		t.Error("two audits of one case differ")
	}
	if len(one.Findings) != 1 || !strings.HasPrefix(one.Findings[0].ID, "f-") {
		t.Fatalf("findings: %+v", one.Findings)
	}
	if bad := auditOnce(3); len(bad.Findings) != 1 || bad.Findings[0].Rule != "audit-incomplete" || len(bad.Findings[0].Facts) == 0 {
		t.Errorf("a quote that is not there: %+v", bad.Findings)
	}
	if got := Quoted(&one); len(got) != 1 || got[0].Number != "8-1-1" {
		t.Errorf("sections of the report: %+v", got)
	}
}

func TestWaiversLapse(t *testing.T) {
	report := auditOnce(0)
	w := finding.Waiver{Finding: report.Findings[0].ID, Owner: "A. Clerk", Reason: "seen", Until: "2027-01-01", Bound: Bind(&report, &report.Findings[0])}
	held := []finding.AnswerReport{report}
	if unused, lapsed := Waive(held, []finding.Waiver{w}, "2026-12-01"); len(unused)+len(lapsed) != 0 || !held[0].Findings[0].Waived() {
		t.Errorf("a good waiver: unused %v, lapsed %v", unused, lapsed)
	}
	late := []finding.AnswerReport{auditOnce(0)}
	if _, lapsed := Waive(late, []finding.Waiver{w}, "2027-02-01"); len(lapsed) != 1 || late[0].Findings[0].Waived() {
		t.Errorf("a waiver past its day holds: %v", lapsed)
	}
	w.Bound = "sha256:other"
	changed := []finding.AnswerReport{auditOnce(0)}
	if _, lapsed := Waive(changed, []finding.Waiver{w}, "2026-12-01"); len(lapsed) != 1 {
		t.Error("a waiver holds though claim or section has changed")
	}
	w.Finding = "f-nothing"
	if unused, _ := Waive(changed, []finding.Waiver{w}, "2026-12-01"); len(unused) != 1 {
		t.Error("a waiver of nothing is not reported")
	}
}

func TestGroupNamesOneCause(t *testing.T) {
	one, two := auditOnce(0), auditOnce(0)
	two.ID = "another"
	reports := []finding.AnswerReport{one, two}
	Group(reports)
	if g := reports[0].Findings[0].Group; g == "" || g != reports[1].Findings[0].Group {
		t.Errorf("groups %q and %q", g, reports[1].Findings[0].Group)
	}
	alone := []finding.AnswerReport{auditOnce(0)}
	Group(alone)
	if alone[0].Findings[0].Group != "" {
		t.Error("a finding of one answer has a group")
	}
}

func TestQuotesAreVerbatim(t *testing.T) {
	a := sole(`The ferryman shall "ring the loud bell" before leaving.`, "8-1-1", statute.Example)
	at := strings.IndexByte(a.Text, '"') + 1
	a.Claims[0].Quotes = []answer.Span{{Start: at, End: at + len("ring the loud bell")}}
	p := &Read(Case{Answer: a, Law: ferries()}).Pairs[0]
	if len(p.Contrary) == 0 || p.Contrary[len(p.Contrary)-1].Slot != "quote" {
		t.Errorf("altered quote: %+v", p.Contrary)
	}
}
