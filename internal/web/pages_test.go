package web

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
	"github.com/pincite/pincite/internal/store"
)

// TestEveryPageSaysWhatItIsFor asks for every address of the site.
func TestEveryPageSaysWhatItIsFor(t *testing.T) {
	h := furnished(t, nil)
	for address, want := range map[string][]string{
		"/":                               {"1 answer must not stay published.", "All configured law was read well.", "Notice", "1 new", "Law that moved", "run-0002"},
		"/runs":                           {"run-0001", "run-0002", "complete"},
		"/runs/run-0001":                  {"No answers were audited.", "There is nothing to compare with."},
		"/runs/run-0002":                  {"1 answer must not stay published.", "Compared with run-0001", "amended"},
		"/answers":                        {"Do not publish", "Notice", "notice.txt"},
		"/answers/notice.txt":             {"When must a holder notify?", "thirty days", "Contradicted", "ZZ § 1-2", "by title"},
		"/findings":                       {"1 finding, gravest first.", "The answer says thirty days"},
		"/findings/f-notice.txt":          {"The answer says", "The law says", "thirty is not twenty", "Correct the text. Write twenty days.", "the rule was right 90 % (80 to 95 %) of 40 times"},
		"/law":                            {"Zenith", "Made-up Act", "2 sections"},
		"/law/ZZ":                         {"The law of Zenith", "§ 1-1", "About 1-2.", "well"},
		"/law/ZZ/1-2":                     {"§ 1-2 About 1-2.", "in force", "twenty days", "History. Laws 2001", "1 March 2026, 12:00 UTC", "sha256:bb", "Notice, claim 1", "From run-0001 to run-0002", "struck"},
		"/law/zz/1-2":                     {"§ 1-2 About 1-2."},
		"/law/zz":                         {"The law of Zenith"},
		"/law/ZZ/1-2?occurrence=1":        {"§ 1-2 About 1-2."},
		"/law/ZZ/1-2?from=2&to=1":         {"From run-0002 to run-0001"},
		"/law/ZZ/1-1":                     {"None of the answers", "have not changed"},
		"/search?q=letter+SIGNED":         {"1 section, best first.", "§ 1-2"},
		"/search?q=zebra":                 {"No section held has all of these words."},
		"/search?q=days&jurisdiction=NM":  {"No section held"},
		"/search":                         {"Words, all of which"},
		"/rules":                          {"source-unused", "A source is never cited.", "90 %"},
		"/rules/source-unused":            {"A source is <b>never</b> cited, see quote-altered and [1.2].", "one and a half", "# not a heading"},
		"/diff":                           {"What moved from run-0001 to run-0002", "run-0001 to run-0002 amended", "1 section changed; 2 printed otherwise", "notice.txt", "words that it cites", "gone.txt"},
		"/diff?from=run-0002&to=run-0001": {"What moved from run-0001 to run-0002"},
		"/diff?to=run-0001&from=run-0001": {"0 sections changed.", "None."},
		"/coverage":                       {"All configured law was read well.", "Made-up Act", "Work that fails"},
	} {
		h.shows(address, want...)
	}
	if health := h.get("/healthz"); health != "ok, run-0002 finished 2026-03-01T12:00:00Z\n" {
		t.Errorf("healthz says %q", health)
	}
}

func TestMarkedWordsAreTheQuotedOnes(t *testing.T) {
	h := furnished(t, nil)
	page := h.get("/answers/notice.txt")
	for _, marked := range []string{"<mark>thirty days</mark>", "<mark>twenty days</mark>"} {
		if !strings.Contains(page, marked) {
			t.Errorf("%s is not on the page", marked)
		}
	}
}

func TestSubsectionsAreSetIn(t *testing.T) {
	h := furnished(t, nil)
	page := h.get("/law/ZZ/1-2")
	for _, want := range []string{`<p class="in-0">A holder`, `<p class="in-0">(a) By letter.`, `<p class="in-1">(1) Signed.`} {
		if !strings.Contains(page, want) {
			t.Errorf("%s is not on the page", want)
		}
	}
}

func TestFindingsAreFiltered(t *testing.T) {
	h := furnished(t, nil)
	for query, want := range map[string]string{
		"severity=critical&rule=source-unused&jurisdiction=ZZ&state=new": "1 finding,",
		"words=TWENTY+answer": "1 finding,", "words=twenty+zebra": "0 of 1 finding.", "severity=low": "0 of 1 finding.",
		"rule=x": "0 of 1", "jurisdiction=NM": "0 of 1", "state=waived": "0 of 1", "page=99&words=twenty": "1 finding,", "page=-1": "1 finding,",
	} {
		h.shows("/findings?"+query, want)
	}
}

func TestWhatIsNotThereIsNotFound(t *testing.T) {
	h := furnished(t, nil)
	for _, address := range []string{
		"/nowhere", "/runs/run-0003", "/runs/0", "/runs/2", "/runs/run-2", "/runs/run-99999999999", "/runs/..%2f..%2fetc", "/answers/nobody", "/answers?id=", "/findings/f-0", "/findings/%00",
		"/law/NM", "/law/ZZ/9", "/law/ZZ/1-2?occurrence=7", "/law/ZZ/1-2?from=9", "/law/ZZ?source=x", "/law/ZZ?number=", "/law/%ff/%ff", "/law/%00/%00", "/rules/none", "/rules/..%2fweb", "/style.css/x",
		"/findings/f-notice.txt/waive", "/diff?from=run-0009", "/diff?to=2", "/" + strings.Repeat("a", 5000),
	} {
		reply := h.ask(http.MethodGet, address)
		if reply.StatusCode != http.StatusNotFound {
			t.Errorf("%.80s: %s", address, reply.Status)
		}
		if body := bodyOf(t, reply); !strings.Contains(body, "<h1>Not found</h1>") {
			t.Errorf("%.80s has no page: %.300s", address, body)
		}
	}
	if len(h.logged) > 0 {
		t.Errorf("faults: %v", h.logged)
	}
}

func TestAnEmptyStoreHasPages(t *testing.T) {
	h := newHall(t, nil)
	h.shows("/", "No run has finished yet")
	for _, address := range []string{"/runs", "/answers", "/findings", "/law", "/search?q=x", "/rules", "/coverage", "/diff"} {
		h.get(address)
	}
	if health := h.get("/healthz"); health != "ok, no run has finished\n" {
		t.Errorf("healthz says %q", health)
	}
}

// TestAReportThatIsGoneIsNotGreen keeps to what the store still knows.
func TestAReportThatIsGoneIsNotGreen(t *testing.T) {
	h := newHall(t, nil)
	h.begin(store.Source{ID: "zz-1", Jurisdiction: "ZZ", Title: "Made-up Act"})
	law := act("1-2", "A holder shall notify within twenty days.")
	h.print("https://law.example/1.html", "aa", law)
	report := audited("notice.txt", "Notice", law)
	h.must(h.KeepAudit(t.Context(), h.run.Seq, store.Audited{Answer: "notice.txt", Report: report.Answers[0]}, nil))
	h.end(report, false)
	h.shows("/", "what it could not see is not known", "Its written report is gone", "Coverage: not known", "Notice")
	h.shows("/answers/notice.txt", "twenty days")
	h.shows("/coverage", "is not known")
	h.shows("/runs/run-0001", "The written report of run-0001 is gone")
}

func TestADamagedReportIsAFaultAndNoEmptyPage(t *testing.T) {
	h := furnished(t, nil)
	h.must(os.WriteFile(filepath.Join(h.options.Reports, "run-0002", "report.json"), []byte("{"), 0o644))
	reply := h.ask(http.MethodGet, "/")
	if reply.StatusCode != http.StatusInternalServerError || len(h.logged) != 1 || !strings.Contains(h.logged[0].Error(), "report.json") {
		t.Errorf("%s, logged %v", reply.Status, h.logged)
	}
}

func TestANewRunIsShownAtOnce(t *testing.T) {
	h := furnished(t, nil)
	h.shows("/", "1 answer must not stay published.")
	h.begin(store.Source{ID: "zz-1", Jurisdiction: "ZZ", Title: "Made-up Act"})
	h.shows("/", "1 answer must not stay published.") // a run under way shows nothing yet
	h.end(&finding.Report{}, true)
	h.shows("/", "No answers were audited.", "run-0003")
}

// TestTwoSectionsOfANumber shows each under its own address.
func TestTwoSectionsOfANumber(t *testing.T) {
	h := newHall(t, nil)
	h.begin(store.Source{ID: "zz-1", Jurisdiction: "ZZ", Title: "Made-up Act"})
	until, from := act("1", "Until July."), act("1", "From July.")
	from.Status = statute.NotYetEffective
	h.print("a.html", "aa", until, from)
	h.end(&finding.Report{}, true)
	h.shows("/law/ZZ/1", "Until July.", "Also held under this number", "version 2")
	h.shows("/law/ZZ/1?occurrence=2", "From July.", "not yet effective")
}

// TestALawThatIsGoneKeepsItsPage says since when it is not held.
func TestALawThatIsGoneKeepsItsPage(t *testing.T) {
	h := furnished(t, nil)
	h.begin(store.Source{ID: "zz-1", Jurisdiction: "ZZ", Title: "Made-up Act"})
	h.print("https://law.example/1.html", "cc", act("1-1", "A word means a word."))
	h.end(&finding.Report{}, true)
	h.shows("/law/ZZ/1-2", "not held since run-0003", "twenty days")
}

func TestLongListsHavePages(t *testing.T) {
	h := newHall(t, nil)
	h.begin(store.Source{ID: "zz-1", Jurisdiction: "ZZ", Title: "Made-up Act"})
	var many []statute.Section
	report := &finding.Report{}
	for i := range 2*sectionsPage + 1 {
		number := "1-" + strings.Repeat("0", i%2) + string(rune('a'+i%26)) + string(rune('a'+i/26))
		many = append(many, act(number, "Words of "+number))
		report.Answers = append(report.Answers, finding.AnswerReport{ID: number, Title: "Answer " + number, Outcome: finding.Publish})
	}
	h.print("a.html", "aa", many...)
	h.end(report, true)
	h.shows("/search?q=words&jurisdiction=zz", "The best 25 of 201 sections; more words find fewer.")
	h.shows("/law/ZZ?source=zz-1&page=3", "§ "+many[2*sectionsPage].Number)
	h.shows("/answers?page=2", "51 to 100 of 201")
	for address, want := range map[string]bool{"/law/ZZ": true, "/law/ZZ?page=2": true, "/law/ZZ?page=3": false, "/law/ZZ?page=900": false} {
		if got := strings.Contains(h.get(address), `rel="next"`); got != want {
			t.Errorf("%s leads on: %v", address, got)
		}
	}
}

// TestAnAddressOfThisMachineIsNoLink shows it, and says what it is.
func TestAnAddressOfThisMachineIsNoLink(t *testing.T) {
	h := newHall(t, nil)
	h.begin(store.Source{ID: "zz-1", Jurisdiction: "ZZ", Title: "Made-up Act"})
	h.print("http://127.0.0.1:4048/1.html", "aa", act("1-1", "Words."))
	h.end(&finding.Report{}, true)
	h.shows("/law/ZZ/1-1", "http://127.0.0.1:4048/1.html (an address of the machine that read it)")
	if strings.Contains(h.get("/law/ZZ/1-1"), `href="http://127`) {
		t.Error("it is linked")
	}
}

// TestOneIsNotMany of a waiver that lapsed and of an answer that changed law touches.
func TestOneIsNotMany(t *testing.T) {
	h := furnished(t, nil)
	report := audited("notice.txt", "Notice", act("1-2", "twenty days"))
	report.Since.LapsedWaive = []string{"f-notice.txt"}
	report.Stale = []finding.Stale{{Answer: "notice.txt", Jurisdiction: "ZZ", Number: "1-2", Class: "a"}}
	h.begin(store.Source{ID: "zz-1", Jurisdiction: "ZZ", Title: "Made-up Act"})
	h.end(report, true)
	h.shows("/", "1 waiver lapsed", "1 answer touched by changed law")
	h.shows("/runs/run-0003", "1 waiver lapsed")
}

// TestAHeadingIsNoClaim shows it as a heading, without its sign and its number.
func TestAHeadingIsNoClaim(t *testing.T) {
	h := furnished(t, nil)
	text := "Notice\n## When to write (Section 1-2)\nA holder must notify [1.2].\n"
	report := audited("notice.txt", "Notice", act("1-2", "twenty days"))
	a := &report.Answers[0]
	a.Text, a.Findings = text, nil
	a.Claims = []finding.ClaimReport{
		{ID: 1, Start: 10, End: 37, Text: text[10:37], Role: "transition"},
		{ID: 2, Start: 38, End: 65, Text: text[38:65], Role: "operative", NeedsCitation: true},
	}
	h.begin(store.Source{ID: "zz-1", Jurisdiction: "ZZ", Title: "Made-up Act"})
	h.end(report, true)
	page := h.get("/answers/notice.txt")
	if !strings.Contains(page, `<h3 class="left">When to write (Section 1-2)</h3>`) || strings.Contains(page, "##") || strings.Contains(page, `data-no="1"`) {
		t.Errorf("the heading is not one:\n%s", page)
	}
	if !strings.Contains(page, `<p data-no="2">A holder must notify`) {
		t.Error("the claim after it has lost its number")
	}
}
