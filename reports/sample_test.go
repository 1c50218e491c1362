package reports

import (
	"crypto/sha256"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

// at is the time of the sample run.
var at = time.Date(2026, 3, 4, 2, 15, 0, 0, time.UTC)

// sampleReport is a made-up report in which every state appears: answers of
// every outcome; findings new, open, reappeared and waived; a lapsed waiver; a
// failed, a doubtful and an old source; stale answers of each class; rules
// measured and not. No law in it is anybody's law.
func sampleReport(t testing.TB) *finding.Report {
	s := &sampler{t: t}
	r := &finding.Report{
		SchemaVersion: finding.SchemaVersion, Run: "2026-03-04T0215-7f3a", GeneratedAt: at,
		Edition: "sha256:5b1c7d0e9a4433f1b0c2de7788990a1b2c3d4e5f60718293a4b5c6d7e8f90123",
		Rules:   "sha256:c0ffee0123456789abcdef0123456789abcdef0123456789abcdef0123456789",
		Judge:   "none", Sections: sampleSections(),
	}
	s.sections = r.IndexSections()
	r.Answers = []finding.AnswerReport{s.marketing(), s.breachZenith(), s.breachMexico(), s.disposalOregon(), s.breachNevada()}
	r.Coverage = sampleCoverage()
	r.Measured, r.Catalogue = sampleRules()
	r.Changes, r.Stale = sampleChanges()
	r.Since, r.Trend, r.Waivers = sampleSince(), sampleTrend(), sampleWaivers()
	return r
}

func sampleSections() []finding.SectionText {
	section := func(j statute.Jurisdiction, number, catchline string, status statute.Status, act, text, history string) finding.SectionText {
		return finding.SectionText{
			Jurisdiction: j, Number: number, Occurrence: 1, Catchline: catchline, Status: status, Text: text, History: history,
			Hierarchy: []string{"Title 12. Trade and Commerce", act}, Act: act, Document: strings.ToLower(string(j)) + "-12",
			Version:   fmt.Sprintf("sha256:%x", sha256.Sum256([]byte(number))),
			URL:       "https://law.example/" + strings.ToLower(string(j)) + "/" + number,
			FetchedAt: at.Add(-time.Hour),
		}
	}
	sections := []finding.SectionText{
		section("NM", "99-7-4", "Notice to residents of a breach.", statute.InForce, "Made-up Notice Act",
			"A. A keeper of records that learns of a breach shall notify each resident whose particulars were taken within thirty calendar days.\n"+
				"B. Notice is not required where an inquiry finds no substantial danger of misuse.", "Laws 2021, ch. 9, § 4; amended by Laws 2026, ch. 2, § 1."),
		section("OR", "900.310", "Disposal of customer records.", statute.InForce, "Made-up Records Act",
			"A trader that no longer needs a record of a customer shall shred, erase or otherwise make the record unreadable.", "2019 c.12 §3"),
		section("ZZ", "12-4-2", "Definitions.", statute.InForce, "Customer Data Act",
			"As used in the Customer Data Act: A. “consent” means a freely given statement of a customer; B. “customer data” means a name together with a bank number.", "Laws 2018, ch. 4, § 2."),
		section("ZZ", "12-4-3", "Use of customer data for advertising.", statute.InForce, "Customer Data Act",
			"A merchant may use customer data for advertising only with the customer’s written consent. The consent may be withdrawn at any time.", "Laws 2018, ch. 4, § 3."),
		section("ZZ", "12-4-6", "Notice of a breach.", statute.InForce, "Customer Data Act",
			"A merchant shall notify every affected customer not later than thirty business days after it discovers the breach, unless the sheriff asks in writing for delay.",
			"Laws 2018, ch. 4, § 6; amended by Laws 2026, ch. 1, § 2."),
		section("ZZ", "12-4-9", "Penalties.", statute.Repealed, "Customer Data Act", "", "Repealed by Laws 2025, ch. 30, § 1."),
	}
	sections[0].Doubts = []string{"two sections of the table of contents were not found"}
	return sections
}

// sampler builds answers whose quotes are verbatim, or stops the test.
type sampler struct {
	t        testing.TB
	sections finding.SectionIndex
}

// quote is a stretch of an answer.
func (s *sampler) quote(a *finding.AnswerReport, words string) *finding.Quote {
	s.t.Helper()
	start := strings.Index(a.Text, words)
	if start < 0 {
		s.t.Fatalf("answer %s does not say %q", a.ID, words)
	}
	return &finding.Quote{Text: words, Start: start, End: start + len(words)}
}

// law is a stretch of a section.
func (s *sampler) law(j statute.Jurisdiction, number, words string) finding.SourceQuote {
	s.t.Helper()
	section := s.sections.Find(j, number, 1)
	if section == nil {
		s.t.Fatalf("no section %s %s", j, number)
	}
	start := strings.Index(section.Text, words)
	if start < 0 {
		s.t.Fatalf("%s %s does not say %q", j, number, words)
	}
	return finding.SourceQuote{Number: number, Occurrence: 1, Text: words, Start: start, End: start + len(words)}
}

func (s *sampler) claim(a *finding.AnswerReport, words, role string, citations ...finding.CitationReport) {
	s.t.Helper()
	q := s.quote(a, words)
	a.Claims = append(a.Claims, finding.ClaimReport{ID: len(a.Claims) + 1, Start: q.Start, End: q.End, Text: words, Role: role,
		NeedsCitation: role == "operative" || role == "definition", Citations: citations})
}

func cite(ref, number string, v finding.Verdict, c finding.Certainty, why string, evidence ...finding.SourceQuote) finding.CitationReport {
	return finding.CitationReport{Ref: must(ref), Number: number, Verdict: v, Certainty: c, Evidence: evidence, Why: why, Score: 0.5}
}

func must(ref string) statute.Ref {
	r, err := statute.ParseRef(ref)
	if err != nil {
		panic(err)
	}
	return r
}

func (s *sampler) source(a *finding.AnswerReport, ref, title, number, by string) {
	source := finding.SourceReport{Ref: must(ref), Title: title}
	if section := s.sections.Find(a.Jurisdiction, number, 1); section != nil {
		source.Bound = &finding.Bound{Jurisdiction: a.Jurisdiction, Number: number, Occurrence: 1, Document: section.Document, Version: section.Version, By: by}
	}
	a.Sources = append(a.Sources, source)
}

func (s *sampler) marketing() finding.AnswerReport {
	a := &finding.AnswerReport{ID: "marketing-zz", Title: "Using customer data for advertising in Zenith", Jurisdiction: "ZZ", Origin: "imported",
		Question: "May a shop use customer data for advertising?", Outcome: finding.DoNotPublish,
		Text: "Using customer data for advertising in Zenith\n" +
			"A merchant must not use customer data for advertising without consent [1.1]. Customer data means a name together with a bank number. " +
			"Whoever breaks the rule pays a penalty of 500 dollars [1.4].\n" +
			"Merchants should stay informed.\n" +
			"Source(s):\n- [1.1] Definitions.\n- [1.4] Penalties.\nJurisdiction\nZenith\n"}
	s.source(a, "1.1", "Definitions.", "12-4-2", "title")
	s.source(a, "1.4", "Penalties.", "12-4-9", "title")
	s.claim(a, "A merchant must not use customer data for advertising without consent [1.1].", "operative",
		cite("1.1", "12-4-2", finding.NotSupported, finding.Certain, "the section only says what terms mean"))
	s.claim(a, "Customer data means a name together with a bank number.", "definition")
	s.claim(a, "Whoever breaks the rule pays a penalty of 500 dollars [1.4].", "operative",
		cite("1.4", "12-4-9", finding.NotSupported, finding.Certain, "the section is repealed"))
	s.claim(a, "Merchants should stay informed.", "transition")
	a.Findings = []finding.Finding{
		{ID: "f-1a2b3c4d5e6f", Rule: "section-repealed", Severity: finding.Critical, Certainty: finding.Certain, Claim: 3, Ref: must("1.4"), Number: "12-4-9",
			Message:      "The penalty rests on section 12-4-9, which was repealed in 2025.",
			AnswerQuote:  s.quote(a, "pays a penalty of 500 dollars"),
			SourceQuotes: []finding.SourceQuote{{Number: "12-4-9", Occurrence: 1, Part: "history", Text: "Repealed by Laws 2025, ch. 30, § 1.", End: len("Repealed by Laws 2025, ch. 30, § 1.")}},
			Fix:          finding.Fix{Action: finding.RemoveText, Say: "Remove the sentence, or cite the law that now sets the penalty."}, State: "new", FirstSeen: at},
		{ID: "f-2b3c4d5e6f70", Rule: "source-definitional", Severity: finding.High, Certainty: finding.Certain, Claim: 1, Ref: must("1.1"), Number: "12-4-2",
			Message:      "The prohibition rests on section 12-4-2, which only says what terms mean.",
			AnswerQuote:  s.quote(a, "must not use customer data for advertising without consent"),
			SourceQuotes: []finding.SourceQuote{s.law("ZZ", "12-4-2", "“consent” means a freely given statement of a customer")},
			Facts:        []string{"Both sentences of the section are definitions.", "Operative sections of the same act: 12-4-3, 12-4-6."},
			Fix: finding.Fix{Action: finding.ReplaceSource, Number: "12-4-3", Quote: "A merchant may use customer data for advertising only with the customer’s written consent.",
				Say: "Cite section 12-4-3 instead."}, State: "open", Group: "ZZ 12-4-2 only defines terms", FirstSeen: at.AddDate(0, 0, -9)},
		{ID: "f-3c4d5e6f7081", Rule: "claim-uncited", Severity: finding.Medium, Certainty: finding.Likely, Claim: 2,
			Message:      "The definition of customer data stands without a source.",
			AnswerQuote:  s.quote(a, "Customer data means a name together with a bank number."),
			SourceQuotes: []finding.SourceQuote{s.law("ZZ", "12-4-2", "“customer data” means a name together with a bank number")},
			Fix:          finding.Fix{Action: finding.AddSource, Number: "12-4-2", Say: "Put the marker [1.1] after the sentence."}, State: "reappeared", FirstSeen: at.AddDate(0, 0, -30)},
	}
	return *a
}

func (s *sampler) breachZenith() finding.AnswerReport {
	a := &finding.AnswerReport{ID: "breach-zz", Title: "Notice of a breach in Zenith", Jurisdiction: "ZZ", Origin: "imported",
		Question: "When must customers be told of a breach?", Outcome: finding.DoNotPublish, Faults: []string{"The file holds bytes that are not UTF-8; they were replaced."},
		Text: "Notice of a breach in Zenith\n" +
			"- A merchant must notify every affected customer within 45 calendar days of discovering the breach [1.3].\n" +
			"- Consent may be withdrawn at any time, in the words of the act “at any moment” [1.2].\n" +
			"- What counts as notice is settled by the definitions [1.1].\n" +
			"Source(s):\n- [1.1] Definitions.\n- [1.2] Use of customer data for advertising.\n- [1.3] Notice of a breach.\nJurisdiction\nZenith\n"}
	s.source(a, "1.1", "Definitions.", "12-4-2", "title")
	s.source(a, "1.2", "Use of customer data for advertising.", "12-4-3", "title")
	s.source(a, "1.3", "Notice of a breach.", "12-4-6", "title")
	s.claim(a, "A merchant must notify every affected customer within 45 calendar days of discovering the breach [1.3].", "operative",
		cite("1.3", "12-4-6", finding.Contradicted, finding.Certain, "45 calendar days against thirty business days",
			s.law("ZZ", "12-4-6", "not later than thirty business days after it discovers the breach")))
	s.claim(a, "Consent may be withdrawn at any time, in the words of the act “at any moment” [1.2].", "operative",
		cite("1.2", "12-4-3", finding.PartlySupported, finding.Likely, "the quoted words are not there", s.law("ZZ", "12-4-3", "The consent may be withdrawn at any time.")))
	s.claim(a, "What counts as notice is settled by the definitions [1.1].", "operative",
		cite("1.1", "12-4-2", finding.NotSupported, finding.Likely, "the section only says what terms mean"))
	a.Findings = []finding.Finding{
		{ID: "f-4d5e6f708192", Rule: "deadline-contradicted", Severity: finding.Critical, Certainty: finding.Certain, Claim: 1, Ref: must("1.3"), Number: "12-4-6",
			Message:      "The answer says 45 calendar days; section 12-4-6 says thirty business days.",
			AnswerQuote:  s.quote(a, "within 45 calendar days"),
			SourceQuotes: []finding.SourceQuote{s.law("ZZ", "12-4-6", "not later than thirty business days")},
			Facts:        []string{"Answer: at most 45 calendar days.", "Law: at most 30 business days."},
			Fix:          finding.Fix{Action: finding.CorrectText, Number: "12-4-6", Quote: "not later than thirty business days", Say: "Write “not later than thirty business days”."}, State: "new", FirstSeen: at},
		{ID: "f-5e6f708192a3", Rule: "quote-altered", Severity: finding.High, Certainty: finding.Certain, Claim: 2, Ref: must("1.2"), Number: "12-4-3",
			Message:      "The quoted words “at any moment” do not stand in section 12-4-3.",
			AnswerQuote:  s.quote(a, "“at any moment”"),
			SourceQuotes: []finding.SourceQuote{s.law("ZZ", "12-4-3", "at any time")},
			Fix:          finding.Fix{Action: finding.CorrectText, Number: "12-4-3", Quote: "at any time", Say: "Quote “at any time”."}, State: "open", FirstSeen: at.AddDate(0, 0, -2),
			Waiver: &finding.Waiver{Finding: "f-5e6f708192a3", Owner: "R. Quill", Reason: "accepted risk: house style of quotations", Until: "2026-06-30", Bound: "sha256:11",
				Lapsed: "section 12-4-3 stands, the claim was reworded on 2026-03-02"}, Owner: "R. Quill"},
		{ID: "f-6f708192a3b4", Rule: "source-definitional", Severity: finding.High, Certainty: finding.Likely, Claim: 3, Ref: must("1.1"), Number: "12-4-2",
			Message:      "The statement about notice rests on section 12-4-2, which only says what terms mean.",
			AnswerQuote:  s.quote(a, "What counts as notice is settled by the definitions"),
			SourceQuotes: []finding.SourceQuote{s.law("ZZ", "12-4-2", "“customer data” means a name together with a bank number")},
			Fix:          finding.Fix{Action: finding.ReplaceSource, Number: "12-4-6", Say: "Cite section 12-4-6 instead."}, State: "new", Group: "ZZ 12-4-2 only defines terms", FirstSeen: at, Owner: "M. Ledger"},
	}
	return *a
}

func (s *sampler) breachMexico() finding.AnswerReport {
	a := &finding.AnswerReport{ID: "breach-nm", Title: "Notice of a breach in New Mexico (made up)", Jurisdiction: "NM", Origin: "imported",
		Question: "When must customers be told of a breach?", Outcome: finding.Correct,
		Text: "Notice of a breach in New Mexico (made up)\n" +
			"A keeper of records shall notify each resident whose particulars were taken within thirty calendar days [1.1]. " +
			"The notice should be written with care and in a form that people understand [1.1].\n" +
			"Source(s):\n- [1.1] 99-7-4. Notice to residents of a breach.\nJurisdiction\nNew Mexico\n"}
	s.source(a, "1.1", "99-7-4. Notice to residents of a breach.", "99-7-4", "number")
	s.claim(a, "A keeper of records shall notify each resident whose particulars were taken within thirty calendar days [1.1].", "operative",
		cite("1.1", "99-7-4", finding.Supported, finding.Certain, "", s.law("NM", "99-7-4", "shall notify each resident whose particulars were taken within thirty calendar days")))
	s.claim(a, "The notice should be written with care and in a form that people understand [1.1].", "operative",
		cite("1.1", "99-7-4", finding.Unverified, finding.Possible, "no words of the section are near enough to tell, and no judge ran"))
	a.Findings = []finding.Finding{
		{ID: "f-708192a3b4c5", Rule: "exception-missing", Severity: finding.High, Certainty: finding.Likely, Claim: 1, Ref: must("1.1"), Number: "99-7-4",
			Message:      "The answer leaves out that no notice is required where an inquiry finds no substantial danger of misuse.",
			AnswerQuote:  s.quote(a, "shall notify each resident whose particulars were taken"),
			SourceQuotes: []finding.SourceQuote{s.law("NM", "99-7-4", "Notice is not required where an inquiry finds no substantial danger of misuse.")},
			Fix:          finding.Fix{Action: finding.AddText, Number: "99-7-4", Say: "Add the exception of subsection B."}, State: "open", FirstSeen: at.AddDate(0, 0, -1)},
		{ID: "f-8192a3b4c5d6", Rule: "parse-doubtful", Severity: finding.Medium, Certainty: finding.Certain, Ref: must("1.1"), Number: "99-7-4",
			Message:      "Section 99-7-4 was read from a document that did not prove itself complete.",
			SourceQuotes: nil, Facts: []string{"Two sections of the table of contents were not found."},
			Fix: finding.Fix{Action: finding.Recheck, Say: "Compare the section with the publisher’s page."}, State: "new", FirstSeen: at},
	}
	return *a
}

func (s *sampler) disposalOregon() finding.AnswerReport {
	a := &finding.AnswerReport{ID: "disposal-or", Title: "Disposal of records in Oregon (made up)", Jurisdiction: "OR", Origin: "extractive",
		Question: "How must customer records be disposed of?", Outcome: finding.Publish,
		Text: "Disposal of records in Oregon (made up)\n## Disposal of customer records (Section 900.310)\n" +
			"A trader shall shred, erase or otherwise make the record unreadable [1.1]. A trader shall shred the record [1.1].\n" +
			"Source(s):\n- [1.1] Disposal of customer records.\nJurisdiction\nOregon\n"}
	s.source(a, "1.1", "Disposal of customer records.", "900.310", "ref")
	s.claim(a, "Disposal of customer records (Section 900.310)", "transition")
	s.claim(a, "A trader shall shred, erase or otherwise make the record unreadable [1.1].", "operative",
		cite("1.1", "900.310", finding.Supported, finding.Certain, "", s.law("OR", "900.310", "shall shred, erase or otherwise make the record unreadable")))
	s.claim(a, "A trader shall shred the record [1.1].", "operative",
		cite("1.1", "900.310", finding.Supported, finding.Likely, "", s.law("OR", "900.310", "shall shred")))
	a.Findings = []finding.Finding{
		{ID: "f-92a3b4c5d6e7", Rule: "statement-repeated", Severity: finding.Low, Certainty: finding.Likely, Claim: 3,
			Message: "The second sentence says again what the first says.", AnswerQuote: s.quote(a, "A trader shall shred the record"),
			Fix: finding.Fix{Action: finding.RemoveText, Say: "Remove the second sentence."}, State: "waived", FirstSeen: at.AddDate(0, -1, 0),
			Waiver: &finding.Waiver{Finding: "f-92a3b4c5d6e7", Owner: "M. Ledger", Reason: "false alarm: the repetition is wanted", Until: "2026-12-31", Bound: "sha256:22"}, Owner: "M. Ledger"},
	}
	return *a
}

func (s *sampler) breachNevada() finding.AnswerReport {
	a := &finding.AnswerReport{ID: "breach-nv", Title: "Notice of a breach in Nevada (made up)", Jurisdiction: "NV", Origin: "imported",
		Question: "When must customers be told of a breach?", Outcome: finding.NotAuditable,
		Text: "Notice of a breach in Nevada (made up)\nA collector must tell each owner of a record without delay [1.1].\n" +
			"Source(s):\n- [1.1] 999A.020 Disclosure of a breach.\nJurisdiction\nNevada\n"}
	a.Sources = []finding.SourceReport{{Ref: must("1.1"), Title: "999A.020 Disclosure of a breach."}}
	s.claim(a, "A collector must tell each owner of a record without delay [1.1].", "operative",
		cite("1.1", "999A.020", finding.Unverified, finding.Certain, "the law of this jurisdiction is not held"))
	a.Findings = []finding.Finding{
		{ID: "f-a3b4c5d6e7f8", Rule: "audit-incomplete", Severity: finding.High, Certainty: finding.Certain, Claim: 1, Ref: must("1.1"), Number: "999A.020",
			Message:     "Whether section 999A.020 exists could not be established: the only source of Nevada failed.",
			AnswerQuote: s.quote(a, "[1.1]"), Fix: finding.Fix{Action: finding.Recheck, Say: "Run again when the source can be read."}, State: "open", FirstSeen: at.AddDate(0, 0, -3)},
	}
	return *a
}

func sampleCoverage() finding.Coverage {
	declared := func(n int) *int { return &n }
	return finding.Coverage{
		Sources: []finding.SourceCoverage{
			{ID: "nm-99", Jurisdiction: "NM", Title: "Made-up Notice Act", State: "doubtful", Reason: "12 of 14 declared sections were found; the last good edition stays current. Compare sections 99-7-9 and 99-7-10 with the publisher’s page.",
				Documents: 1, Sections: 12, Declared: declared(14), FetchedAt: at.Add(-time.Hour)},
			{ID: "nv-999a", Jurisdiction: "NV", Title: "Made-up Breach Chapter", State: "failed", Reason: "https://law.example/nv/999a answered 503 three times. Try again, or point the source at a mirror.", FetchedAt: time.Time{}},
			{ID: "or-900", Jurisdiction: "OR", Title: "Made-up Records Act", State: "old", Reason: "last read well 41 days ago; the limit is 30.", Documents: 1, Sections: 40, Declared: nil, FetchedAt: at.AddDate(0, 0, -41)},
			{ID: "zz-12", Jurisdiction: "ZZ", Title: "Customer Data Act", State: "well", Documents: 2, Sections: 9, Declared: declared(9), FetchedAt: at.Add(-time.Hour)},
		},
		Claims: 11, UnverifiedClaims: 2, Complete: false,
		Dead: []string{"scrape nv-999a https://law.example/nv/999a: 503 after 3 attempts"},
	}
}

func sampleRules() (map[string]finding.Measure, []finding.RuleInfo) {
	rule := func(name string, severity finding.Severity, summary string) finding.RuleInfo {
		return finding.RuleInfo{Name: name, Severity: severity, Summary: summary, Version: 1}
	}
	return map[string]finding.Measure{
			"source-definitional":   {Precision: []float64{0.96, 0.88, 0.99}, Recall: []float64{0.81, 0.7, 0.89}, N: 57, RecallN: 68},
			"deadline-contradicted": {Precision: []float64{1, 0.92, 1}, N: 44},
			"claim-uncited":         {Recall: []float64{0.5, 0.31, 0.69}, RecallN: 28},
		}, []finding.RuleInfo{
			rule("audit-incomplete", finding.Medium, "What was needed to judge could not be read."),
			rule("claim-uncited", finding.Medium, "A statement of law stands without a source."),
			rule("deadline-contradicted", finding.Critical, "The deadline differs from the law’s."),
			rule("exception-missing", finding.High, "An exception that bears on the claim is left out."),
			rule("parse-doubtful", finding.Medium, "A cited section failed a structure check."),
			rule("quote-altered", finding.High, "Quoted words do not stand in the cited section."),
			rule("section-repealed", finding.Critical, "The cited section is no longer law."),
			rule("source-definitional", finding.High, "A rule of conduct rests on text that only defines terms."),
			rule("statement-repeated", finding.Low, "The same content is stated again."),
		}
}

func sampleChanges() ([]finding.Change, []finding.Stale) {
	return []finding.Change{
			{Jurisdiction: "NM", Number: "99-7-4", Occurrence: 1, Catchline: "Notice to residents of a breach.", Kind: "amended",
				Words: []finding.DiffPart{{Op: "equal", Text: "… whose particulars were taken within "}, {Op: "delete", Text: "forty-five"}, {Op: "insert", Text: "thirty"}, {Op: "equal", Text: " calendar days."}},
				From:  "sha256:0011223344556677", To: "sha256:8899aabbccddeeff", Answers: []string{"breach-nm"}},
			{Jurisdiction: "ZZ", Number: "12-4-9", Occurrence: 1, Catchline: "Penalties.", Kind: "repealed",
				Words: []finding.DiffPart{{Op: "delete", Text: "A merchant that breaks this act pays a penalty of 500 dollars."}},
				From:  "sha256:1122334455667788", To: "sha256:99aabbccddeeff00", Answers: []string{"marketing-zz", "breach-zz"}},
		}, []finding.Stale{
			{Answer: "breach-nm", Jurisdiction: "NM", Number: "99-7-4", Class: "a", Why: "the words that claim 1 rests on moved", Redone: false},
			{Answer: "marketing-zz", Jurisdiction: "ZZ", Number: "12-4-9", Class: "b", Why: "the cited section was repealed", Redone: false},
			{Answer: "breach-zz", Jurisdiction: "ZZ", Number: "12-4-9", Class: "d", Why: "a sibling section of the act changed", Redone: false},
		}
}

func sampleSince() *finding.Since {
	return &finding.Since{Run: "2026-03-03T0215-19bc",
		New:        []string{"f-1a2b3c4d5e6f", "f-4d5e6f708192", "f-6f708192a3b4", "f-8192a3b4c5d6"},
		StillOpen:  []string{"f-2b3c4d5e6f70", "f-5e6f708192a3", "f-708192a3b4c5", "f-a3b4c5d6e7f8"},
		Fixed:      []string{"f-b4c5d6e7f809"},
		Reappeared: []string{"f-3c4d5e6f7081"}, LapsedWaive: []string{"f-5e6f708192a3"},
		Past: []finding.PastFinding{{ID: "f-b4c5d6e7f809", Rule: "citation-dangling", Severity: finding.High, Answer: "disposal-or", Jurisdiction: "OR", Message: "The marker [1.7] has no entry in the list of sources."}}}
}

func sampleTrend() []finding.TrendPoint {
	rules := func(dangling, definitional, uncited, rest int) map[string]int {
		return map[string]int{"citation-dangling": dangling, "source-definitional": definitional, "claim-uncited": uncited, "deadline-contradicted": rest}
	}
	point := func(day, critical, high, medium, low, stale, well int) finding.TrendPoint {
		when := at.AddDate(0, 0, day)
		return finding.TrendPoint{Run: when.Format("2006-01-02T1504") + "-aaaa", At: when, Stale: stale, Complete: well == 4, Sources: 4, SourcesWell: well,
			ByRule:     rules(low, high-low, medium, critical),
			BySeverity: map[finding.Severity]int{finding.Critical: critical, finding.High: high, finding.Medium: medium, finding.Low: low}}
	}
	return []finding.TrendPoint{point(-5, 0, 6, 4, 2, 0, 4), point(-4, 0, 5, 4, 2, 0, 4), point(-3, 0, 5, 2, 1, 1, 3), point(-2, 1, 4, 2, 1, 0, 3), point(-1, 0, 5, 1, 1, 0, 2)}
}

func sampleWaivers() []finding.WaiverReport {
	return []finding.WaiverReport{
		{Waiver: finding.Waiver{Finding: "f-5e6f708192a3", Owner: "R. Quill", Reason: "accepted risk: house style of quotations", Until: "2026-06-30", Bound: "sha256:11", Lapsed: "the claim was reworded"}, State: "lapsed", Why: "the claim was reworded on 2026-03-02"},
		{Waiver: finding.Waiver{Finding: "f-92a3b4c5d6e7", Owner: "M. Ledger", Reason: "false alarm: the repetition is wanted", Until: "2026-12-31", Bound: "sha256:22"}, State: "in_force"},
		{Waiver: finding.Waiver{Finding: "f-c5d6e7f8091a", Owner: "M. Ledger", Reason: "will be fixed with the next edition", Until: "2026-05-01", Bound: "sha256:33"}, State: "unused", Why: "the finding is not there any more"},
	}
}

// TestTheSampleIsSound: its quotes are verbatim and its counts are its own.
func TestTheSampleIsSound(t *testing.T) {
	r := sampleReport(t)
	sections, claims, unverified := r.IndexSections(), 0, 0
	for i := range r.Answers {
		a := &r.Answers[i]
		for j := range a.Claims {
			if a.Claims[j].NeedsCitation {
				claims++
			}
			if a.Claims[j].Unverified() {
				unverified++
			}
		}
		for j := range a.Findings {
			for _, q := range a.Findings[j].SourceQuotes {
				section := sections.Quoted(a.Jurisdiction, &q)
				if section == nil || q.Part == "" && section.Text[q.Start:q.End] != q.Text {
					t.Errorf("%s: quote %q is not verbatim", a.Findings[j].ID, q.Text)
				}
			}
		}
	}
	if claims != r.Coverage.Claims || unverified != r.Coverage.UnverifiedClaims {
		t.Errorf("coverage says %d claims, %d unverified; there are %d and %d", r.Coverage.Claims, r.Coverage.UnverifiedClaims, claims, unverified)
	}
}
