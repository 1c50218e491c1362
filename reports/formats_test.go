package reports

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"io"
	"mime"
	"mime/multipart"
	"net/mail"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/xuri/excelize/v2"

	"github.com/pincite/pincite/internal/finding"
)

// TestJSONFollowsTheSchema holds every kind of report against the published
// schema, and reads it back to the same report.
func TestJSONFollowsTheSchema(t *testing.T) {
	schema := compile(t, finding.Schema())
	for kind, r := range pageKinds(t) {
		out := render(t, formats["json"], r)
		if err := schema.Validate(instance(t, out)); err != nil {
			t.Errorf("%s: %v", kind, err)
		}
		var back finding.Report
		decoder := json.NewDecoder(bytes.NewReader(out))
		decoder.DisallowUnknownFields()
		if err := decoder.Decode(&back); err != nil {
			t.Fatalf("%s: %v", kind, err)
		}
		if !bytes.Equal(render(t, formats["json"], &back), out) {
			t.Errorf("%s: the JSON read back is another report", kind)
		}
	}
}

func compile(t testing.TB, schema []byte) *jsonschema.Schema {
	t.Helper()
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	if err := compiler.AddResource("schema.json", instance(t, schema)); err != nil {
		t.Fatal(err)
	}
	compiled, err := compiler.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return compiled
}

func instance(t testing.TB, data []byte) any {
	t.Helper()
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return value
}

// TestSARIFIsValid holds the log against the schema that OASIS published, as the
// package @microsoft/jest-sarif ships it.
func TestSARIFIsValid(t *testing.T) {
	schema := sarifSchema(t)
	for kind, r := range pageKinds(t) {
		if err := schema.Validate(instance(t, render(t, formats["sarif"], r))); err != nil {
			t.Errorf("%s: %v", kind, err)
		}
	}
	broken := bytes.Replace(render(t, formats["sarif"], sampleReport(t)), []byte(`"startLine"`), []byte(`"firstLine"`), 1)
	if schema.Validate(instance(t, broken)) == nil {
		t.Error("the schema accepts a region without startLine and with an unknown field: is it the right one?")
	}
}

func sarifSchema(t testing.TB) *jsonschema.Schema {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "tools", "axe", "node_modules", "@microsoft", "jest-sarif", "lib", "schemas", "sarif-2.1.0-rtm.5.json"))
	if err != nil {
		absent(t, "the schema of SARIF is not there: run npm ci --ignore-scripts in tools/axe")
	}
	return compile(t, data)
}

// TestSARIFPointsAtTheWords reads places back from lines and columns.
func TestSARIFPointsAtTheWords(t *testing.T) {
	r := sampleReport(t)
	log := newSarif(r)
	run := log.Runs[0]
	at := 0
	for i := range r.Answers {
		for j := range r.Answers[i].Findings {
			f, result := &r.Answers[i].Findings[j], &run.Results[at]
			at++
			if result.RuleID != run.Tool.Driver.Rules[result.RuleIndex].ID {
				t.Errorf("%s: the rule index names %s", f.ID, run.Tool.Driver.Rules[result.RuleIndex].ID)
			}
			place := result.Locations[0].Physical.Region
			if f.AnswerQuote == nil {
				continue
			}
			if got := words(r.Answers[i].Text, place); got != f.AnswerQuote.Text {
				t.Errorf("%s: lines and columns point at %q, not %q", f.ID, got, f.AnswerQuote.Text)
			}
		}
	}
	states := map[string]int{}
	for _, result := range run.Results {
		states[result.Baseline]++
	}
	if states["new"] != 5 || states["unchanged"] != 5 || states["absent"] != 1 {
		t.Errorf("baseline states: %v", states)
	}
	if run.Invocations[0].Successful || len(run.Invocations[0].Notifications) != 4 {
		t.Errorf("a run with failed sources says %+v", run.Invocations[0])
	}
}

func words(text string, r *sarifRegion) string {
	lines := strings.Split(text, "\n")
	if r.StartLine != r.EndLine {
		return "over several lines"
	}
	return string([]rune(lines[r.StartLine-1])[r.StartColumn-1 : r.EndColumn-1])
}

// TestTableHasARowForEachFinding reads the CSV back.
func TestTableHasARowForEachFinding(t *testing.T) {
	r := sampleReport(t)
	table := readCSV(t, render(t, formats["csv"], r))
	if got, want := len(table)-1, 10; got != want {
		t.Errorf("%d rows, want %d", got, want)
	}
	if table[1][0] != "f-1a2b3c4d5e6f" || table[1][12] != r.Answers[0].Findings[0].Message {
		t.Errorf("the first row is %q", table[1])
	}
}

func readCSV(t testing.TB, data []byte) [][]string {
	t.Helper()
	table, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return table
}

// TestWorkbookCanBeFilledIn reads the workbook as `pincite waive --from` will.
func TestWorkbookCanBeFilledIn(t *testing.T) {
	book := openBook(t, render(t, formats["xlsx"], sampleReport(t)))
	table, err := book.GetRows("Findings")
	if err != nil {
		t.Fatal(err)
	}
	heads := table[0]
	if heads[0] != "finding" || !reflect.DeepEqual(heads[len(heads)-3:], FillIn) {
		t.Errorf("the heads are %q", heads)
	}
	if len(table) != 11 || table[1][0] != "f-1a2b3c4d5e6f" {
		t.Errorf("%d rows, the first %q", len(table), table[1])
	}
	panes, err := book.GetPanes("Findings")
	if err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("the head is not frozen: %+v, %v", panes, err)
	}
	choices, err := book.GetDataValidations("Findings")
	if err != nil || len(choices) != 1 || !strings.Contains(choices[0].Formula1, "false alarm") {
		t.Errorf("the dispositions are not offered: %v, %v", choices, err)
	}
	if _, err := book.GetRows("Coverage"); err != nil {
		t.Error(err)
	}
}

func openBook(t testing.TB, data []byte) *excelize.File {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = book.Close() })
	return book
}

// TestJUnitCountsItsCases adds the cases up.
func TestJUnitCountsItsCases(t *testing.T) {
	var suites junitSuites
	if err := xml.Unmarshal(render(t, formats["junit"], sampleReport(t)), &suites); err != nil {
		t.Fatal(err)
	}
	tests, failures, errors, skipped := 0, 0, 0, 0
	for _, s := range suites.Suites {
		for _, c := range s.Cases {
			tests++
			switch {
			case c.Failure != nil:
				failures++
			case c.Error != nil:
				errors++
			case c.Skipped != nil:
				skipped++
			}
		}
	}
	if tests != suites.Tests || failures != suites.Failures || errors != suites.Errors {
		t.Errorf("the heads say %d, %d, %d; there are %d, %d, %d", suites.Tests, suites.Failures, suites.Errors, tests, failures, errors)
	}
	if failures != 9 || errors != 3 || skipped != 2 {
		t.Errorf("%d failures, %d errors, %d skipped; want 9, 3 and 2 (one waived, one unverified)", failures, errors, skipped)
	}
}

// TestFeedHoldsWhatIsNew: no entry for what a subscriber has seen, and no id twice.
func TestFeedHoldsWhatIsNew(t *testing.T) {
	var f feed
	if err := xml.Unmarshal(render(t, formats["atom"], sampleReport(t)), &f); err != nil {
		t.Fatal(err)
	}
	if len(f.Entries) != 1+5+2 {
		t.Errorf("%d entries, want the run, 5 findings and 2 changes", len(f.Entries))
	}
	seen := map[string]bool{f.ID: true}
	for _, e := range f.Entries {
		if seen[e.ID] || !strings.HasPrefix(e.ID, "urn:uuid:") || e.Updated == "" || e.Title == "" {
			t.Errorf("entry %+v", e)
		}
		seen[e.ID] = true
	}
}

// TestMailReadsInBothForms parses the message as a mail program does.
func TestMailReadsInBothForms(t *testing.T) {
	header, parts := readMail(t, render(t, formats["email"], sampleReport(t)))
	subject, err := new(mime.WordDecoder).DecodeHeader(header.Get("Subject"))
	if err != nil || !strings.HasPrefix(subject, "Audit: 2 answers must not stay published") {
		t.Errorf("subject %q, %v", subject, err)
	}
	for _, kind := range []string{"text/plain", "text/html"} {
		if !strings.Contains(parts[kind], "45 calendar days; section 12-4-6 says thirty business days") {
			t.Errorf("%s does not tell the gravest finding", kind)
		}
		if strings.Contains(parts[kind], "no substantial danger") {
			t.Errorf("%s tells a finding that was told yesterday", kind)
		}
		if !strings.Contains(parts[kind], "coverage is incomplete") {
			t.Errorf("%s hides that coverage is incomplete", kind)
		}
	}
}

func readMail(t testing.TB, data []byte) (mail.Header, map[string]string) {
	t.Helper()
	message, err := mail.ReadMessage(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	kind, params, err := mime.ParseMediaType(message.Header.Get("Content-Type"))
	if err != nil || kind != "multipart/alternative" {
		t.Fatalf("content type %q, %v", kind, err)
	}
	reader, parts := multipart.NewReader(message.Body, params["boundary"]), map[string]string{}
	for {
		part, err := reader.NextPart()
		if err == io.EOF {
			return message.Header, parts
		}
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(part)
		if err != nil {
			t.Fatal(err)
		}
		kind, _, _ := mime.ParseMediaType(part.Header.Get("Content-Type"))
		parts[kind] = strings.ReplaceAll(string(body), "\r\n", "\n")
	}
}

// TestTextFitsTheTerminal: no line is wider than a hundred characters, and the
// carets stand under the words.
func TestTextFitsTheTerminal(t *testing.T) {
	lines := strings.Split(string(render(t, formats["text"], sampleReport(t))), "\n")
	for i, l := range lines {
		if utf8.RuneCountInString(l) > textWidth {
			t.Errorf("line %d is %d characters wide: %s", i+1, utf8.RuneCountInString(l), l)
		}
	}
	for i, l := range lines {
		if strings.Contains(l, "within 45 calendar days") && strings.Contains(l, "answer │") {
			words, carets := []rune(l), []rune(lines[i+1])
			marked := ""
			for j := range carets {
				if carets[j] == '^' {
					marked += string(words[j])
				}
			}
			if marked != "within 45 calendar days" {
				t.Errorf("the carets stand under %q", marked)
			}
			return
		}
	}
	t.Error("the words of the answer are not shown")
}

// TestTheRemedyHangsUnderItself: the later lines of a remedy begin where its first
// words do.
func TestTheRemedyHangsUnderItself(t *testing.T) {
	r := sampleReport(t)
	r.Answers[0].Findings[0].Fix.Say = strings.Repeat("words ", 40)
	lines := strings.Split(string(render(t, formats["text"], r)), "\n")
	for i, l := range lines {
		if strings.HasPrefix(l, "    fix:  ") && strings.HasPrefix(lines[i+1], "          words") {
			return
		}
	}
	t.Error("no remedy goes on under its first words")
}

// TestAChangeIsToldOnce: how the law under an answer moved stands in one column, in
// the run's words, or those of the class where it has none.
func TestAChangeIsToldOnce(t *testing.T) {
	r := sampleReport(t)
	r.Stale[1].Why = ""
	page := string(render(t, formats["html"], r))
	for _, want := range []string{`<td class="say">The words that claim 1 rests on moved</td>`, `<td class="say">A cited section has changed elsewhere</td>`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %s", want)
		}
	}
	if strings.Contains(page, "Words that the answer cites have changed") {
		t.Error("the page says a change twice")
	}
}

// TestAnAddressOfThisMachineIsNoLink: whoever reads the report elsewhere, or
// later, cannot follow it.
func TestAnAddressOfThisMachineIsNoLink(t *testing.T) {
	r := sampleReport(t)
	for i := range r.Sections {
		r.Sections[i].URL = "http://127.0.0.1:4048/law.html"
	}
	page := string(render(t, formats["html"], r))
	if strings.Contains(page, `href="http://127`) || !strings.Contains(page, "http://127.0.0.1:4048/law.html (an address of the machine that read it)") {
		t.Error("the address is linked, or not explained")
	}
}

// TestUnderlineFollowsWordsOverLines: marks stay with their words where the
// text is folded, at spaces and inside a long word.
func TestUnderlineFollowsWordsOverLines(t *testing.T) {
	long := strings.Repeat("x", 250)
	for _, parts := range [][]segment{
		{{"a short ", false}, {"marked", true}, {" text", false}},
		{{strings.Repeat("word ", 30), false}, {"the marked words are here", true}, {strings.Repeat(" word", 30), false}},
		{{"before ", false}, {long, true}, {" after", false}},
		{{long, false}, {"tail", true}},
	} {
		term := &terminal{}
		term.underline("    law    │ ", parts)
		if got, want := under(term.out.String()), strings.ReplaceAll(markedText(parts), " ", ""); got != want {
			t.Errorf("carets stand under %q, want %q", got, want)
		}
	}
}

func under(out string) string {
	lines := strings.Split(out, "\n")
	var marked strings.Builder
	for i := 1; i < len(lines); i++ {
		if !strings.Contains(lines[i], "^") {
			continue
		}
		words := []rune(lines[i-1])
		for j, r := range []rune(lines[i]) {
			if r == '^' && words[j] != ' ' {
				marked.WriteRune(words[j])
			}
		}
	}
	return marked.String()
}

func markedText(parts []segment) string {
	var b strings.Builder
	for _, part := range parts {
		if part.Mark {
			b.WriteString(part.Text)
		}
	}
	return b.String()
}
