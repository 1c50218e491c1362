package scrapers

import (
	"regexp"
	"strings"
	"testing"

	"github.com/pincite/pincite/internal/extract"
	"github.com/pincite/pincite/internal/sharedtest"
	"github.com/pincite/pincite/internal/statute"
)

// realPage is what was read by eye on a page for which there is no list: how
// many sections, and of one of them the number, first and last words.
type realPage struct {
	file, layout string
	kind         statute.Kind
	count        int
	number       string
	catchline    string
	first, last  string
	status       statute.Status
}

var realPages = []realPage{
	{"nv/NRS-000.html", "nevada", statute.Code, 21, "0.0305", "“Board of county commissioners” and “board” includes Board of Supervisors of Carson City.",
		"The term “board of county commissioners,”", "includes the Board of Supervisors of Carson City.", statute.InForce},
	{"nv/NRS-001.html", "nevada", statute.Code, 92, "1.010", "Courts of justice.", "The following shall be the courts of justice for this State:", "", statute.InForce},
	{"ia/chapter-listing.html", "iowa", statute.Code, 4, "26A.2", "Authorization.", "Notwithstanding any other law to the contrary,", "pursuant to this chapter.", statute.InForce},
	{"ia/court-rules-chapter-04.pdf", "iowa", statute.Rules, 11, "4.101", "to 4.199 Reserved.", "", "", statute.Reserved},
	{"ia/court-rules-chapter-22.pdf", "iowa", statute.Rules, 41, "22.4", "Order appointing chief judge.", "An order appointing a chief judge", "may mail the copies of the order electronically.", statute.InForce},
	{"ia/court-rules-chapter-34.pdf", "iowa", statute.Rules, 27, "34.5", "Retention of grievance commission records.", "34.5(1) The grievance commission must", "on which the matter was opened and closed.", statute.InForce},
	{"ia/court-rules-chapter-49.pdf", "iowa", statute.Rules, 5, "49.2", "Board and commission budgets.", "Annual budgets for the continuing legal education", "which may be amended as necessary.", statute.InForce},
	{"ia/court-rules-chapter-51.pdf", "iowa", statute.Rules, 38, "51:1.1", "COMPLIANCE WITH THE LAW", "A judge shall comply with the law,*", "including the Iowa Code of Judicial Conduct.", statute.InForce},
	{"ia/court-rules-chapter-51.pdf", "iowa", statute.Rules, 38, "51:3.7", "PARTICIPATION IN EDUCATIONAL, RELIGIOUS, CHARITABLE, FRATERNAL, OR CIVIC ORGANIZATIONS AND ACTIVITIES",
		"(A) Subject to the requirements of rule 51:3.1,", "", statute.InForce},
	{"ia/court-rules-chapter-34.pdf", "iowa", statute.Rules, 27, "34.11", "Reserved.", "", "", statute.Reserved},
	{"ia/court-rules-chapter-70.pdf", "iowa", statute.Rules, 19, "70.101", "Definitions.", "70.101(1) At risk.", "", statute.InForce},
	{"or/ors001.html", "oregon", statute.Code, 146, "1.189", "Courthouse surcharge accounts.", "", "under ORS 1.188 for that year.", statute.InForce},
	{"or/ors838.html", "oregon", statute.Code, 15, "838.075", "Refunding bonds.", "Refunding bonds of the same character", "the issuance of the bonds.", statute.InForce},
	{"hi/capitol-HRS_0001-0013_0005.htm", "hawaii", statute.Code, 1, "1-13.5", "Hawaiian language; spelling.", "(a) Kahakō and `okina may be used", "speakers of the Hawaiian language.", statute.InForce},
	{"hi/kailua-s-487J-6.html", "hawaii", statute.Code, 1, "487J-6", "Unlawful use of identification card or driver's license.", "(a) No business may scan", "title 15 United States Code section 6809.", statute.InForce},
	{"hi/kailua-s-487N-2.html", "hawaii", statute.Code, 1, "487N-2", "Notice of security breach.", "(a) Any business that owns or licenses", "is void and unenforceable.", statute.InForce},
	{"hi/kailua-s-487R-2.html", "hawaii", statute.Code, 1, "487R-2", "Destruction of personal information records.", "(a) Any business or government agency", "15 U.S.C. sections 1681 to 1681x.", statute.InForce},
	{"az/28-622.01.html", "arizona", statute.Code, 1, "28-622.01", "Unlawful flight from pursuing law enforcement vehicle; violation; classification; marked and unmarked vehicles",
		"A driver of a motor vehicle who wilfully flees", "was an official law enforcement vehicle.", statute.InForce},
	{"ak/akleg-11.05.070-renumbered.html", "alaska", statute.Code, 1, "11.05.070", "- 11.05.090. [Renumbered as AS 33.30.310, 33.30.320, and 33.30.300].", "", "", statute.Renumbered},
	{"il/032000300K1.html", "illinois", statute.Code, 1, "320 ILCS 30/1", "", "This Act shall be known", "Tax Deferral Act\".", statute.InForce},
	{"mt/15-1-102.html", "montana", statute.Code, 1, "15-1-102", "Person defined.", "As used in this title", "joint-stock company, or syndicate.", statute.InForce},
	{"or/2022orlaw0001.pdf", "session-laws", statute.SessionLaw, 2, "2", "", "This 2022 Act being necessary", "takes effect on its passage.", statute.InForce},
	{"or/2022orlaw0002.pdf", "session-laws", statute.SessionLaw, 7, "3", "", "ORS 285B.746, as amended by section 25,", "under other than dishonorable conditions.", statute.InForce},
	{"vt/ACTM005-as-enacted.pdf", "session-laws", statute.SessionLaw, 4, "2a", "REDESIGNATION", "24 App. V.S.A. chapter 155E", "chapter 162.", statute.InForce},
	{"or/bills/2025r1-hb2008-enrolled.pdf", "bills", statute.Bill, 1, "1", "", "ORS 646A.578, as amended by section 12,", "", statute.InForce},
	{"or/bills/2024r1-sb1502-introduced.pdf", "bills", statute.Bill, 3, "2", "", "(1) This section applies to any meeting", "conducted in executive session.", statute.InForce},
	{"or/bills/2025r1-hb3899-introduced.pdf", "bills", statute.Bill, 2, "1", "", "ORS 646A.572 is amended to read:", "", statute.InForce},
	{"ny/S3462.pdf", "bills", statute.Bill, 10, "10", "", "This act shall take effect immediately.", "This act shall take effect immediately.", statute.InForce},
}

func TestRealPages(t *testing.T) {
	for _, want := range realPages {
		t.Run(strings.ReplaceAll(want.file, "/", "_"), func(t *testing.T) {
			parsed := readReal(t, want.file, want.layout)
			if parsed.Kind != want.kind || len(parsed.Sections) != want.count {
				t.Errorf("it is %s of %d sections, want %s of %d", parsed.Kind, len(parsed.Sections), want.kind, want.count)
			}
			want.compare(t, parsed.Sections)
			noChrome(t, parsed.Sections)
		})
	}
}

// readReal parses a page by the layout that its marks call for.
func readReal(t *testing.T, file, layout string) statute.Document {
	t.Helper()
	doc := readOnce(t, file)
	if got := Recognise(doc); got == nil || got.Name != layout {
		t.Fatalf("recognised as %v, want %s", got, layout)
	}
	parsed, err := Parse(layout, doc, "")
	if err != nil {
		t.Fatal(err)
	}
	return parsed
}

// pagesRead keeps what was read: two tests look at the same PDFs.
var pagesRead = map[string]*extract.Document{}

func readOnce(t *testing.T, file string) *extract.Document {
	t.Helper()
	if pagesRead[file] == nil {
		pagesRead[file] = readFile(t, sharedtest.Path(t, "corpus", file))
	}
	return pagesRead[file]
}

func (want *realPage) compare(t *testing.T, sections []statute.Section) {
	t.Helper()
	for i := range sections {
		s := &sections[i]
		if s.Number != want.number {
			continue
		}
		if s.Catchline != want.catchline || s.Status != want.status {
			t.Errorf("section %s is %q, %s; want %q, %s", s.Number, s.Catchline, s.Status, want.catchline, want.status)
		}
		if !strings.HasPrefix(s.Text, want.first) || !strings.HasSuffix(s.Text, want.last) {
			t.Errorf("section %s runs from %.60q to %q", s.Number, s.Text, s.Text[max(0, len(s.Text)-60):])
		}
		return
	}
	t.Errorf("section %s was not found", want.number)
}

// chrome are words of pages and of notes that no law holds.
var chrome = regexp.MustCompile(`(?m)Legislative history|Copy citation|Unofficial|Law Journals|Previous Section|Next Section|Disclaimer:|Referred to in §|^History:|^\(Source:|\[L [0-9]{4}|\[Court Order|^Comment$|Added to NRS by|LC [0-9]{3,}|EXPLANATION--|LBD[0-9]{5}|old law to be omitted|NOTE: Matter in boldfaced|Page [0-9]+ of|OREGON LAWS 20|Approved by the Governor|Passed by (?:House|Senate)|\bCh [0-9]+, p\.`)

func noChrome(t *testing.T, sections []statute.Section) {
	t.Helper()
	for i := range sections {
		if found := chrome.FindString(sections[i].Text); found != "" {
			t.Errorf("section %s holds %q", sections[i].Number, found)
		}
	}
}

// TestMeasuresHoldNoStruckWords looks through all bills and acts that strike in
// brackets.
func TestMeasuresHoldNoStruckWords(t *testing.T) {
	for _, file := range []string{
		"or/2022orlaw0001.pdf", "or/2022orlaw0002.pdf", "or/bills/2023r1-hb2001-enrolled.pdf",
		"or/bills/2025r1-hb2130-enrolled.pdf", "or/bills/2025r1-hb3899-introduced.pdf", "ny/S3462.pdf",
	} {
		parsed := readReal(t, file, map[bool]string{true: "session-laws", false: "bills"}[strings.Contains(file, "orlaw")])
		for i := range parsed.Sections {
			if s := &parsed.Sections[i]; strings.ContainsAny(s.Text, "[]") {
				t.Errorf("%s: section %s holds a bracket", file, s.Number)
			}
		}
		if parsed.Kind == statute.Code {
			t.Errorf("%s is taken for code", file)
		}
		countsFromOne(t, file, parsed.Sections)
	}
}

// TestDrawnLinesStrikeWords looks into an act in which a line is drawn through what it
// takes out, half a page of it across a page's end.
func TestDrawnLinesStrikeWords(t *testing.T) {
	parsed := readReal(t, "vt/ACTM005-as-enacted.pdf", "session-laws")
	text := parsed.Sections[1].Text
	for _, gone := range []string{"nine members", "remaining seven", "periods of", "but will", "COMMISSIONERS,"} {
		if strings.Contains(text, gone) {
			t.Errorf("%q is struck in the act, and stands in the text", gone)
		}
	}
	for _, stands := range []string{"shall not exceed $0.85 upon", "(3) six members, who shall be residents", "but shall not be precluded"} {
		if !strings.Contains(text, stands) {
			t.Errorf("%q stands in the act, and not in the text", stands)
		}
	}
	if len(parsed.Checks.Doubts) > 0 {
		t.Errorf("doubts: %v", parsed.Checks.Doubts)
	}
}

// countsFromOne wants the sections of a measure in a row without a gap.
func countsFromOne(t *testing.T, file string, sections []statute.Section) {
	t.Helper()
	last := ""
	for i := range sections {
		if !follows(last, sections[i].Number) {
			t.Errorf("%s: section %s follows section %q", file, sections[i].Number, last)
		}
		last = sections[i].Number
	}
}

// TestNoLawIsAnError wants a reason from pages that hold none.
func TestNoLawIsAnError(t *testing.T) {
	for file, reason := range map[string]string{
		"ia/court-rules-chapter-28.pdf":           "reserved",
		"ia/court-rules-chapter-30.pdf":           "reserved",
		"federal/federal-register-2020-17221.pdf": "Federal Register",
		"nv/index.html":                           "index page",
		"hi/kailua-c-487N.html":                   "index page",
	} {
		doc := readFile(t, sharedtest.Path(t, "corpus", file))
		layout := Recognise(doc)
		if layout == nil {
			t.Errorf("%s is not recognised", file)
			continue
		}
		if _, err := Parse(layout.Name, doc, ""); err == nil || !strings.Contains(err.Error(), reason) {
			t.Errorf("%s: the error is %v, want one that says %q", file, err, reason)
		}
	}
}
