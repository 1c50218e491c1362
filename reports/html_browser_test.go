package reports

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/pincite/pincite/internal/finding"
)

var (
	shots = flag.String("shots", "", "photograph the sample page into this folder, to look at")
	from  = flag.String("from", "", "photograph the page of this report.json instead of the sample")
)

var (
	widths  = []int{360, 800, 1600}
	schemes = []string{"light", "dark"}
)

// pageKinds are the pages that a reader may meet.
func pageKinds(t testing.TB) map[string]*finding.Report {
	first := sampleReport(t)
	first.Since, first.Trend, first.Changes, first.Stale = nil, nil, nil, nil
	empty := &finding.Report{SchemaVersion: 1, Run: "empty", GeneratedAt: at, Judge: "none"}
	sound := sampleReport(t)
	sound.Answers = sound.Answers[3:4]
	sound.Coverage.Complete, sound.Coverage.UnverifiedClaims, sound.Coverage.Sources = true, 0, sound.Coverage.Sources[3:]
	country := bigReport(60)
	for i := range country.Answers {
		country.Answers[i].Findings[0].Group = "one cause"
	}
	return map[string]*finding.Report{"sample": sampleReport(t), "first": first, "empty": empty, "sound": sound, "country": country}
}

// pageFile writes the report to a file and gives its address.
func pageFile(t testing.TB, r *finding.Report) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "report.html")
	if err := os.WriteFile(path, render(t, formats["html"], r), 0o644); err != nil {
		t.Fatal(err)
	}
	return "file://" + path
}

// TestThePageIsAccessible runs axe-core over every kind of page in both colour
// schemes and three widths: no violation is borne.
func TestThePageIsAccessible(t *testing.T) {
	axe, err := os.ReadFile(filepath.Join("..", "tools", "axe", "node_modules", "axe-core", "axe.min.js"))
	if err != nil {
		absent(t, "axe-core is not there: run npm ci --ignore-scripts in tools/axe")
	}
	b := openBrowser(t)
	b.call("Page.setBypassCSP", map[string]any{"enabled": true})
	for kind, address := range pageAddresses(t) {
		b.visit(address)
		b.eval(string(axe)+";true", nil)
		for _, scheme := range schemes {
			for _, width := range widths {
				if kind != "sample" && os.Getenv("CI") != "true" && scheme+fmt.Sprint(width) != "light360" && scheme+fmt.Sprint(width) != "dark1600" {
					continue // on a developer's machine two of six must do for the rarer kinds
				}
				b.shape(width, scheme)
				checkAxe(t, b, fmt.Sprintf("%s, %s, %d px", kind, scheme, width))
			}
		}
	}
	plantFaults(t, b)
}

// pageAddresses are the kinds of page as files: those of one file, and the index
// and a part of a split report.
func pageAddresses(t *testing.T) map[string]string {
	addresses := map[string]string{}
	for kind, r := range pageKinds(t) {
		addresses[kind] = pageFile(t, r)
	}
	files, err := splitHTML("report", sampleReport(t), 1)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, f := range files[:2] {
		if err := os.WriteFile(filepath.Join(dir, f.Name), f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	addresses["index"], addresses["part"] = "file://"+filepath.Join(dir, files[0].Name), "file://"+filepath.Join(dir, files[1].Name)
	return addresses
}

// plantFaults makes sure that a fault would be seen.
func plantFaults(t *testing.T, b *browser) {
	t.Helper()
	b.eval(`document.querySelector("main").insertAdjacentHTML("beforeend", "<p style='color:#bbb;background:#fff'>faint</p><img src=''><div id='main'></div>");1`, nil)
	var found struct{ Violations []string }
	b.eval(axeRun, &found)
	for _, rule := range []string{"color-contrast", "image-alt"} {
		if !strings.Contains(strings.Join(found.Violations, "\n"), rule+":") {
			t.Errorf("a planted fault of %s was not seen", rule)
		}
	}
}

// axeRun shows everything first: axe passes over what is not laid out yet.
const axeRun = `(async () => {
  document.querySelectorAll(".finding, .answer, .outcomes").forEach(el => { el.style.contentVisibility = "visible"; });
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  const found = await axe.run(document, {runOnly: ["wcag2a","wcag2aa","wcag21a","wcag21aa","wcag22aa","best-practice"]});
  return {passes: found.passes.length, wide: document.documentElement.scrollWidth - window.innerWidth,
    violations: found.violations.map(v => v.id + ": " + v.help + " at " + v.nodes.slice(0, 3).map(n => n.target.join(" ") + " " + n.failureSummary).join(" | "))};
})()`

func checkAxe(t *testing.T, b *browser, where string) {
	t.Helper()
	var found struct {
		Passes     int
		Wide       int
		Violations []string
	}
	b.eval(axeRun, &found)
	if found.Passes < 15 {
		t.Errorf("%s: only %d checks passed: did axe see the page?", where, found.Passes)
	}
	if found.Wide > 0 {
		t.Errorf("%s: the page is %d px wider than the window", where, found.Wide)
	}
	for _, v := range found.Violations {
		t.Errorf("%s: %s", where, v)
	}
	t.Logf("%s: %d passes, %d violations", where, found.Passes, len(found.Violations))
}

// TestThePageWorks filters as a reader does, under the page's own policy.
func TestThePageWorks(t *testing.T) {
	b := openBrowser(t)
	b.shape(1280, "light")
	b.visit(pageFile(t, sampleReport(t)))
	for _, step := range []struct {
		name, script string
		want         int
	}{
		{"all are shown at first", ``, 9},
		{"severity", `f.severity.value = "critical"`, 2},
		{"severity and place", `f.place.value = "NM"`, 0},
		{"place alone", `f.severity.value = ""`, 2},
		{"cleared", `f.reset()`, 9},
		{"rule", `f.rule.value = "source-definitional"`, 2},
		{"words in any case", `f.reset(); f.words.value = "SUBSTANTIAL danger"`, 1},
		{"words that are nowhere", `f.words.value = "zebra"`, 0},
		{"question", `f.reset(); f.question.value = [...f.question.options].find(o => o.text.startsWith("May a shop use")).value`, 3},
		{"owner", `f.reset(); f.owner.value = "R. Quill"`, 1},
		{"no owner", `f.owner.value = "none"`, 7},
		{"no owner and rule", `f.rule.value = "source-definitional"`, 1},
		{"state", `f.reset(); f.state.value = "reappeared"`, 1},
	} {
		if got := b.filtered(step.script); got != step.want {
			t.Errorf("%s: %d findings are shown, want %d", step.name, got, step.want)
		}
	}
	var told string
	b.eval(`document.getElementById("told").textContent`, &told)
	if !strings.HasPrefix(told, "1 of 9 ") {
		t.Errorf("the page says %q", told)
	}
}

// TestManyFindingsOfOneCauseAreFolded: three are shown, a filter shows all that
// it keeps, and clearing it folds them again.
func TestManyFindingsOfOneCauseAreFolded(t *testing.T) {
	r := bigReport(60)
	for i := range r.Answers {
		r.Answers[i].Findings[0].Group = "one cause"
	}
	b := openBrowser(t)
	b.shape(1280, "light")
	b.visit(pageFile(t, r))
	seen := func() (n int) {
		b.eval(`[...document.querySelectorAll("#findings article")].filter(el => !el.hidden && !el.closest("details:not([open])")).length`, &n)
		return n
	}
	if got := seen(); got != 3 {
		t.Errorf("%d findings are seen at first, want 3", got)
	}
	b.filtered(`f.severity.value = "low"`)
	if got := seen(); got != 3 {
		t.Errorf("%d of the 3 low findings are seen", got)
	}
	b.filtered(`f.severity.value = "critical"; f.words.value = "calendar"`)
	if got := seen(); got != 3 {
		t.Errorf("%d of the 3 critical findings are seen", got)
	}
	b.filtered(`f.reset()`)
	if got := seen(); got != 3 {
		t.Errorf("%d findings are seen after clearing, want 3", got)
	}
}

func (b *browser) filtered(script string) int {
	b.t.Helper()
	var shown int
	b.eval(`(async () => { const f = document.getElementById("filter").elements; f.reset = () => document.getElementById("filter").reset(); `+script+`;
	  document.getElementById("filter").dispatchEvent(new Event("input")); await new Promise(done => setTimeout(done, 200));
	  return document.querySelectorAll("#findings article:not([hidden])").length; })()`, &shown)
	return shown
}

// TestPhotograph is for looking: it checks nothing, and runs only with -shots.
func TestPhotograph(t *testing.T) {
	if *shots == "" {
		t.Skip("give -shots FOLDER to photograph the page")
	}
	if err := os.MkdirAll(*shots, 0o755); err != nil {
		t.Fatal(err)
	}
	b := openBrowser(t)
	b.visit(pageFile(t, pictured(t)))
	b.eval(`document.querySelectorAll(".finding, .answer, .outcomes").forEach(el => { el.style.contentVisibility = "visible"; });1`, nil)
	for _, scheme := range schemes {
		for _, width := range []int{400, 1280, 1600} {
			if *from != "" && (width != 1280 || scheme != "light") {
				continue
			}
			b.shape(width, scheme)
			var height int
			b.eval(`document.documentElement.scrollHeight`, &height)
			for y := 0; y < height; y += 2400 {
				b.picture(filepath.Join(*shots, fmt.Sprintf("%s-%d-%02d.png", scheme, width, y/2400)), width, y, min(2400, height-y))
			}
		}
	}
}

func pictured(t *testing.T) *finding.Report {
	t.Helper()
	if *from == "" {
		return sampleReport(t)
	}
	data, err := os.ReadFile(*from)
	if err != nil {
		t.Fatal(err)
	}
	var r finding.Report
	if err := json.Unmarshal(data, &r); err != nil {
		t.Fatal(err)
	}
	return &r
}
