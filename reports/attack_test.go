package reports

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"io"
	"net/mail"
	"reflect"
	"regexp"
	"sort"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/look"
)

// attacks are texts that somebody could put into a statute, a question, an
// answer or a file name.
var attacks = map[string]string{
	"script":          `<script>alert(1)</script>`,
	"closes style":    `</style></title><script>alert(1)</script><img src=x onerror=alert(1)>`,
	"attribute":       `" onmouseover="alert(1)' onfocus='alert(1)`,
	"template":        `{{.Run}}{{template "law"}}`,
	"formula":         `=HYPERLINK("http://evil.example","click")`,
	"formula command": `+cmd|' /C calc'!A0`,
	"formula sum":     `@SUM(1+1)*cmd`,
	"formula minus":   `-2+3+cmd|' /C calc'!A0`,
	"formula tab":     "\t=1+1",
	"bidi":            "abc\u202etxt.exe\u2066\u2069\u200b",
	"nul":             "a\x00b",
	"terminal escape": "\x1b[2J\x1b]0;title\x07",
	"cdata":           `]]><evil/>`,
	"entity":          `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;`,
	"header":          "x\r\nBcc: victim@evil.example\r\n\r\nbody",
	"markdown":        "[x](javascript:alert(1)) ![i](http://evil.example/i.png) `code` | cell | # head\n# heading\n- item <b>bold</b> https://evil.example",
	"address":         `javascript:alert(1)`,
	"not utf-8":       "a\xff\xfe\xc0b",
	"separators":      "a\u2028b\u2029c",
	"tags":            "a\U000e0041\U000e0042b",
}

// TestHostileTextIsInert is the matrix format × attack: every text of the report
// is made hostile, before and after what it says, and each format's own reader
// finds nothing but text.
func TestHostileTextIsInert(t *testing.T) {
	for _, f := range All() {
		inert := inertness[f.Name]
		if inert == nil {
			t.Errorf("format %s has no check against hostile text: add one to inertness", f.Name)
			continue
		}
		for _, name := range attackNames() {
			for place, spoil := range map[string]func(string) string{
				"before": func(s string) string { return attacks[name] + s }, "after": func(s string) string { return s + attacks[name] },
				"instead": func(string) string { return attacks[name] },
			} {
				t.Run(f.Name+"/"+name+"/"+place, func(t *testing.T) {
					r := sampleReport(t)
					spoilAll(reflect.ValueOf(r).Elem(), spoil)
					inert(t, render(t, f, r), r)
				})
			}
		}
	}
}

func attackNames() []string {
	names := make([]string, 0, len(attacks))
	for name := range attacks {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}

// spoilAll changes every string that the value holds, keys of maps excepted.
func spoilAll(v reflect.Value, spoil func(string) string) {
	switch v.Kind() {
	case reflect.String:
		if v.CanSet() {
			v.SetString(spoil(v.String()))
		}
	case reflect.Pointer:
		if !v.IsNil() {
			spoilAll(v.Elem(), spoil)
		}
	case reflect.Slice:
		for i := range v.Len() {
			spoilAll(v.Index(i), spoil)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			spoilAll(v.Field(i), spoil)
		}
	}
}

// inertness says for each format what "nothing but text" means.
var inertness = map[string]func(t *testing.T, out []byte, r *finding.Report){
	"html": func(t *testing.T, out []byte, _ *finding.Report) {
		noHidden(t, out)
		if scripts := inertPage(t, out); scripts != 1 {
			t.Errorf("%d scripts: only ours may stand in the page", scripts)
		}
	},
	"json": func(t *testing.T, out []byte, r *finding.Report) {
		noHidden(t, out)
		var back finding.Report
		if err := json.Unmarshal(out, &back); err != nil {
			// A hostile ref or date cannot be made; everything else is free text.
			t.Fatal(err)
		}
		if want := string([]rune(r.Answers[0].Text)); back.Answers[0].Text != want {
			t.Error("the text does not read back as it was")
		}
		noMarkup(t, out)
	},
	"jsonl": func(t *testing.T, out []byte, _ *finding.Report) {
		noHidden(t, out)
		noMarkup(t, out)
		for _, l := range bytes.Split(bytes.TrimSpace(out), []byte("\n")) {
			var value map[string]any
			if err := json.Unmarshal(l, &value); err != nil || value["kind"] == nil {
				t.Errorf("a line is no object with a kind: %v", err)
			}
		}
	},
	"sarif": func(t *testing.T, out []byte, _ *finding.Report) {
		noHidden(t, out)
		noMarkup(t, out)
		var log sarifLog
		if err := json.Unmarshal(out, &log); err != nil {
			t.Fatal(err)
		}
		for _, result := range log.Runs[0].Results {
			for _, related := range result.Related {
				if related.Physical != nil && strings.HasPrefix(related.Physical.Artifact.URI, "javascript:") {
					t.Errorf("a location leads to %q", related.Physical.Artifact.URI)
				}
			}
		}
	},
	"csv": func(t *testing.T, out []byte, _ *finding.Report) {
		noHidden(t, bytes.ReplaceAll(out, []byte("\r\n"), []byte("\n")))
		for _, row := range readCSV(t, out) {
			for _, cell := range row {
				if trimmed := strings.TrimSpace(cell); trimmed != "" && strings.ContainsRune("=+-@", rune(trimmed[0])) {
					t.Errorf("a cell is a formula: %q", cell)
				}
			}
		}
	},
	"xlsx": func(t *testing.T, out []byte, _ *finding.Report) { inertBook(t, out) },
	"junit": func(t *testing.T, out []byte, _ *finding.Report) {
		noHidden(t, out)
		inertXML(t, out, "testsuites", "testsuite", "testcase", "failure", "error", "skipped")
	},
	"atom": func(t *testing.T, out []byte, _ *finding.Report) {
		noHidden(t, out)
		inertXML(t, out, "feed", "id", "title", "updated", "author", "name", "entry", "category", "content")
	},
	"email": inertMail,
	"markdown": func(t *testing.T, out []byte, _ *finding.Report) {
		noHidden(t, out)
		inertMarkdown(t, string(out))
	},
	"text": func(t *testing.T, out []byte, _ *finding.Report) {
		noHidden(t, out)
		for _, l := range strings.Split(string(out), "\n") {
			if utf8.RuneCountInString(l) > textWidth {
				t.Errorf("a line is wider than the terminal: %q", l)
			}
		}
	},
}

// noHidden wants valid UTF-8 without controls and marks of direction.
func noHidden(t *testing.T, out []byte) {
	t.Helper()
	if !utf8.Valid(out) {
		t.Error("the output is not UTF-8")
	}
	for _, r := range string(out) {
		if look.Hides(r) {
			t.Errorf("the output holds %U", r)
			return
		}
	}
}

// noMarkup: even served as a page by mistake, the bytes hold no element.
func noMarkup(t *testing.T, out []byte) {
	t.Helper()
	if bytes.ContainsAny(out, "<>") {
		t.Error("the output holds < or > unescaped")
	}
}

var pageElements = strings.Fields("html head meta title style body a header div p h1 h2 h3 h4 h5 dl dt dd nav main section table thead tbody tr th td span ul li strong em code " +
	"form label select option input button article blockquote mark ins del figure figcaption svg desc line text rect polyline script b br details summary")

// inertPage parses the page as a browser does and counts its scripts; an element
// or attribute that the templates do not write is an error.
func inertPage(t *testing.T, out []byte) (scripts int) {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for _, name := range pageElements {
		known[name] = true
	}
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.ElementNode {
			inertElement(t, n, known)
			if n.Data == "script" {
				scripts++
				if n.FirstChild == nil || n.FirstChild.Data != pageScript {
					t.Error("a script is not ours")
				}
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
	return scripts
}

func inertElement(t *testing.T, n *html.Node, known map[string]bool) {
	t.Helper()
	if !known[n.Data] {
		t.Errorf("the page holds an element <%s>", n.Data)
	}
	for _, a := range n.Attr {
		value := strings.ToLower(strings.TrimSpace(a.Val))
		if strings.HasPrefix(a.Key, "on") || strings.HasPrefix(value, "javascript:") && (a.Key == "href" || a.Key == "src") || a.Key == "src" {
			t.Errorf("<%s %s=%q>", n.Data, a.Key, a.Val)
		}
	}
}

func inertBook(t *testing.T, out []byte) {
	t.Helper()
	book := openBook(t, out)
	for _, sheet := range book.GetSheetList() {
		table, err := book.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range table {
			for j, cell := range row {
				at := columnName(j+1) + itoa(i+1)
				if formula, err := book.GetCellFormula(sheet, at); formula != "" || err != nil {
					t.Errorf("%s %s is a formula %q, %v", sheet, at, formula, err)
				}
				if linked, _, _ := book.GetCellHyperLink(sheet, at); linked {
					t.Errorf("%s %s is a link", sheet, at)
				}
				noHidden(t, []byte(cell))
				if utf8.RuneCountInString(cell) > 32767 {
					t.Errorf("%s %s holds %d characters", sheet, at, len(cell))
				}
			}
		}
	}
}

func itoa(n int) string { return numberOrNone(n) }

// inertXML reads the whole document strictly and knows its elements.
func inertXML(t *testing.T, out []byte, elements ...string) {
	t.Helper()
	known := map[string]bool{}
	for _, e := range elements {
		known[e] = true
	}
	decoder := xml.NewDecoder(bytes.NewReader(out))
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			if !known[token.Name.Local] {
				t.Errorf("element <%s>", token.Name.Local)
			}
		case xml.Directive:
			t.Errorf("directive %q", token)
		}
	}
}

func inertMail(t *testing.T, out []byte, _ *finding.Report) {
	t.Helper()
	header, parts := readMail(t, out)
	want := "Auto-Submitted Content-Type Date From Message-Id Mime-Version Subject To X-Unsent"
	if got := headerNames(header); got != want {
		t.Errorf("the headers are %s", got)
	}
	if len(parts) != 2 {
		t.Errorf("%d parts", len(parts))
	}
	for _, l := range strings.Split(string(out), "\r\n") {
		if len(l) > 998 {
			t.Errorf("a line of %d bytes", len(l))
		}
	}
	noHidden(t, []byte(parts["text/plain"]))
	noHidden(t, []byte(parts["text/html"]))
	if inertPage(t, []byte(parts["text/html"])) != 0 {
		t.Error("the mail holds a script")
	}
}

func headerNames(h mail.Header) string {
	names := make([]string, 0, len(h))
	for name := range h {
		names = append(names, name)
	}
	sort.Strings(names)
	return strings.Join(names, " ")
}

var escaped = regexp.MustCompile(`\\[!-/:-@\[-` + "`" + `{-~]`)

// inertMarkdown takes away what is escaped; of what is left nothing may be HTML,
// a link, an image, code or an address, and lines begin as ours do.
func inertMarkdown(t *testing.T, page string) {
	t.Helper()
	bare := escaped.ReplaceAllString(page, "")
	for _, sign := range []string{"<", "](", "![", "`", "://", "javascript:", "[", "www."} {
		if strings.Contains(bare, sign) {
			t.Errorf("the page holds an unescaped %q", sign)
		}
	}
	heads := regexp.MustCompile(`(?m)^#+ `).FindAllString(bare, -1)
	if clean := regexp.MustCompile(`(?m)^#+ `).FindAllString(escaped.ReplaceAllString(string(render(t, formats["markdown"], sampleReport(t))), ""), -1); len(heads) != len(clean) {
		t.Errorf("%d headings, %d of them ours", len(heads), len(clean))
	}
}

// TestAWordOfAMegabyteIsShortened: one endless word in every text that is shown
// makes no endless report, but in JSON, which is whole.
func TestAWordOfAMegabyteIsShortened(t *testing.T) {
	word := strings.Repeat("x", 1<<20)
	for _, f := range All() {
		t.Run(f.Name, func(t *testing.T) {
			if inertness[f.Name] == nil {
				t.Skip("it has no check against hostile text, for which TestHostileTextIsInert fails")
			}
			out := render(t, f, endless(t, word))
			if f.Name == "json" || f.Name == "jsonl" || f.Name == "csv" || f.Name == "sarif" {
				inertness[f.Name](t, out, endless(t, word))
				return
			}
			if len(out) > 1<<20 {
				t.Errorf("%d bytes", len(out))
			}
			inertness[f.Name](t, out, endless(t, word))
		})
	}
}

func endless(t *testing.T, word string) *finding.Report {
	r := sampleReport(t)
	a := &r.Answers[0]
	f := &a.Findings[1]
	a.Text, a.Title, a.Question, a.Claims[0].Text = a.Text+word, word, word, a.Claims[0].Text+word
	f.Message, f.AnswerQuote.Text, f.Fix.Say, f.Facts[0] = word, word, word, word
	f.SourceQuotes[0].Text, f.Group = word, word
	for i := range r.Sections {
		if r.Sections[i].Number == f.Number {
			r.Sections[i].Text, r.Sections[i].Catchline, r.Sections[i].History = word, word, word
		}
	}
	r.Coverage.Sources[0].Reason, r.Changes[0].Words[0].Text = word, word
	return r
}

// TestPolicyNamesTheScript: the hashes of the policy are those of the script and
// style as they stand in the page, and nothing is loaded from anywhere.
func TestPolicyNamesTheScript(t *testing.T) {
	root, err := html.Parse(bytes.NewReader(render(t, formats["html"], sampleReport(t))))
	if err != nil {
		t.Fatal(err)
	}
	policyText, script, style := "", "", ""
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		switch n.Data {
		case "meta":
			if attribute(n, "http-equiv") == "Content-Security-Policy" {
				policyText = attribute(n, "content")
			}
		case "script":
			script = n.FirstChild.Data
		case "style":
			style = n.FirstChild.Data
		}
		for _, name := range []string{"src", "srcset", "style", "action"} {
			if n.Type == html.ElementNode && attribute(n, name) != "" {
				t.Errorf("<%s> has %s", n.Data, name)
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
	for _, part := range []string{"default-src 'none'", "script-src '" + digest(script) + "'", "style-src '" + digest(style) + "'", "form-action 'none'", "base-uri 'none'"} {
		if !strings.Contains(policyText, part) {
			t.Errorf("the policy %q lacks %s", policyText, part)
		}
	}
	if strings.Contains(style, "url(") || strings.Contains(style, "@import") {
		t.Error("the style loads something")
	}
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}
