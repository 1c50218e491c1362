package answer

import (
	"fmt"
	"strings"
	"testing"
)

const deposits = `Shop home
Must a shop give a deposit back?
Deposits in Zenith
A shop must return a deposit within 14 days [1.1]. It may keep a fee of $5.00 under § 9-2-4(b) of the Act, cf. 12 U.S.C. § 5 [1.2][1.3]. Written notice is owed. [1.4]
Duties of the Shop at Large
The shop must: [1.2, 1.5]
- post its policy;
- keep a ledger (see [2.1]), and
- do the following:
  - file it with Acme Inc. of Zenith each year [3.1];
  - renew it.
Old tickets lapse [1.2-1.4].
Source(s):
- [1.1] 9-2-3. Return of deposits.
- [1.2] Fees.
- [1.3] § 9-2-5. Notes.
- [1.4] Notice of "policy".
- [1.5] Posting.
- [2.1] Ledger.
- [3.1] Filing.
Jurisdiction
Zenith
Share this page
`

func read(t *testing.T, name, data string) Answer {
	t.Helper()
	a, err := Read(File{Name: name, Data: []byte(data)})
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	checkOffsets(t, &a)
	return a
}

// outline writes claims as "kind<lead refs| bare", refs inherited in brackets.
func outline(a *Answer) []string {
	var all []string
	for _, c := range a.Claims {
		refs := ""
		for _, cited := range c.Citations {
			ref := cited.Ref.String()
			if cited.Inherited {
				ref = "(" + ref + ")"
			}
			if cited.Pinpoint != "" {
				ref += "@" + cited.Pinpoint
			}
			refs += " " + ref
		}
		lead := ""
		if c.LeadIn > 0 {
			lead = fmt.Sprintf("<%d", c.LeadIn)
		}
		all = append(all, fmt.Sprintf("%s%s%s| %s", c.Kind, lead, refs, c.Bare))
	}
	return all
}

func same(t *testing.T, got, want []string) {
	t.Helper()
	for i := range max(len(got), len(want)) {
		g, w := "", ""
		if i < len(got) {
			g = got[i]
		}
		if i < len(want) {
			w = want[i]
		}
		if g != w {
			t.Errorf("%d: got  %q\n      want %q", i, g, w)
		}
	}
}

func TestReadText(t *testing.T) {
	a := read(t, "deposits.txt", deposits)
	if a.ID != "deposits" || a.Question != "Must a shop give a deposit back?" || a.Title != "Deposits in Zenith" || a.Jurisdiction != "ZZ" || !a.Imported {
		t.Errorf("id %q, question %q, title %q, jurisdiction %q", a.ID, a.Question, a.Title, a.Jurisdiction)
	}
	if a.Text[a.DeclaredSpan.Start:a.DeclaredSpan.End] != a.Declared || a.Declared != "Zenith" {
		t.Errorf("declared %q at %v", a.Declared, a.DeclaredSpan)
	}
	same(t, outline(&a), []string{
		"sentence 1.1| A shop must return a deposit within 14 days.",
		"sentence 1.2@(b) 1.3| It may keep a fee of $5.00 under § 9-2-4(b) of the Act, cf. 12 U.S.C. § 5.",
		"sentence 1.4| Written notice is owed.",
		"heading| Duties of the Shop at Large",
		"lead-in 1.2 1.5| The shop must:",
		"item<5 (1.2) (1.5)| The shop must post its policy",
		"item<5 2.1 (1.2) (1.5)| The shop must keep a ledger",
		"lead-in<5 (1.2) (1.5)| The shop must do the following:",
		"item<8 3.1 (1.2) (1.5)| The shop must do the following file it with Acme Inc. of Zenith each year",
		"item<8 (1.2) (1.5)| The shop must do the following renew it.",
		"sentence 1.2 1.3 1.4| Old tickets lapse.",
	})
	if len(a.Faults) > 0 {
		t.Errorf("faults: %q", a.Faults)
	}
	first, third, fourth := a.Sources[0], a.Sources[2], a.Sources[3]
	if first.Number != "9-2-3" || first.Title != "Return of deposits." || a.Text[first.Span.Start:first.Span.End] != "[1.1] 9-2-3. Return of deposits." {
		t.Errorf("first source: %+v", first)
	}
	if third.Number != "9-2-5" || fourth.Title != `Notice of "policy".` {
		t.Errorf("sources: %+v, %+v", third, fourth)
	}
	if s := a.SourceByRef(third.Ref); s == nil || s.Title != "Notes." {
		t.Errorf("SourceByRef: %+v", s)
	}
	if c := a.ClaimByID(3); c == nil || c.Bare != "Written notice is owed." || a.ClaimByID(0) != nil || a.ClaimByID(99) != nil {
		t.Errorf("ClaimByID: %+v", c)
	}
}

func TestReadMarkdown(t *testing.T) {
	a := read(t, "m.md", `# Deposits

It is not asked here.

**Fees.** A shop may keep *ten* percent [1.1]. **A business** may waive it [1.1].

Refunds
=======

1. **When.** The statute says “within fourteen
   days” and no later [1.2].
2. Cash is "fine" [1.3](https://example.org/x).

| Duty | Deadline |
|------|:--------:|
| Return the deposit | 14 days [1.2] |
| Post the policy | none |

> The shop shall return
> the deposit. [1.1]

See the note.[^1] It is short.

[^1]: The note says that fees are capped [1.4].

Summary: deposits go back in 14 days.

## Source(s)

* [1.1] Fees
* [1.2] Return
1. [1.3] Cash
* **[1.4]** Caps

**Jurisdiction:** Zenith
`)
	same(t, outline(&a), []string{
		"sentence| It is not asked here.",
		"sentence 1.1| A shop may keep ten percent.",
		"sentence 1.1| A business may waive it.",
		"heading| Refunds",
		"item 1.2| The statute says “within fourteen days” and no later.",
		`item 1.3| Cash is "fine".`,
		"item 1.2| Duty: Return the deposit; Deadline: 14 days",
		"item| Duty: Post the policy; Deadline: none",
		"sentence 1.1| The shop shall return the deposit.",
		"sentence| See the note.",
		"sentence| It is short.",
		"sentence 1.4| The note says that fees are capped.",
		"sentence| deposits go back in 14 days.",
	})
	if a.Jurisdiction != "ZZ" || a.Title != "Deposits" || len(a.Sources) != 4 || len(a.Faults) > 0 {
		t.Errorf("jurisdiction %q, title %q, %d sources, faults %q", a.Jurisdiction, a.Title, len(a.Sources), a.Faults)
	}
	var sections, quoted []string
	for _, c := range a.Claims {
		sections = append(sections, c.Section)
		for _, q := range c.Quotes {
			quoted = append(quoted, a.Text[q.Start:q.End])
		}
	}
	if want := "|Fees|Fees|Refunds|When|Refunds|Refunds|Refunds|Refunds|Refunds|Refunds|Refunds|Summary"; strings.Join(sections, "|") != want {
		t.Errorf("sections %q", sections)
	}
	if want := "within fourteen\n   days|fine|The shop shall return\n> the deposit."; strings.Join(quoted, "|") != want {
		t.Errorf("quotes %q", quoted)
	}
}

func TestSentences(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
		why  string
	}{
		{"See 15 U.S.C. § 7001 and G.S. 75-65. Then act.", []string{"See 15 U.S.C. § 7001 and G.S. 75-65.", "Then act."}, "codes"},
		{"Acme Inc. must pay. Acme Corp. The rest is free.", []string{"Acme Inc. must pay.", "Acme Corp.", "The rest is free."}, "firms"},
		{"See No. 5 and Sec. 12, e.g. Part 2, i.e. Title 3.", []string{"See No. 5 and Sec. 12, e.g. Part 2, i.e. Title 3."}, "short words"},
		{"No. It is not.", []string{"No.", "It is not."}, "no is a word too"},
		{"J. R. Smith of the U.S. Treasury decides. He may.", []string{"J. R. Smith of the U.S. Treasury decides.", "He may."}, "initials"},
		{"Banks under the Deposit Act (Pub. L. No. 99-999; 88 Stat. 777) are exempt [1.1].", []string{"Banks under the Deposit Act (Pub. L. No. 99-999; 88 Stat. 777) are exempt [1.1]."}, "public law numbers"},
		{"See Pub. L. Nos. 99-1 and 99-2, Art. II, Cl. 3. The rest follows.", []string{"See Pub. L. Nos. 99-1 and 99-2, Art. II, Cl. 3.", "The rest follows."}, "parts of acts"},
		{"A breach of it is a violation of G.S. 99-1.1. No action lies.", []string{"A breach of it is a violation of G.S. 99-1.1.", "No action lies."}, "a number behind initials"},
		{"A meal is served in the pub. The rest follows.", []string{"A meal is served in the pub.", "The rest follows."}, "a word that is an abbreviation too"},
		{"It is law in the U.S. The rest follows.", []string{"It is law in the U.S.", "The rest follows."}, "an abbreviation that ends a sentence"},
		{"(a). The shop must pay. (b). It may not.", []string{"(a). The shop must pay.", "(b). It may not."}, "enumerators"},
		{"§ 1. Title. It is short.", []string{"§ 1. Title.", "It is short."}, "a section sign"},
		{"Under Subsection B. The shop pays.", []string{"Under Subsection B.", "The shop pays."}, "a label is no initial"},
		{"Under § 28-3853(a). The shop pays.", []string{"Under § 28-3853(a).", "The shop pays."}, "a pinpoint ends"},
		{"It costs 3.5 percent or $1.50. Pay it.", []string{"It costs 3.5 percent or $1.50.", "Pay it."}, "decimals"},
		{"He said \"stop.\" She went. “Go.” Done!", []string{"He said \"stop.\"", "She went.", "“Go.”", "Done!"}, "stops within quotes"},
		{"Pay by 5 p.m. on Friday. Or at 6 p.m. The shop closes.", []string{"Pay by 5 p.m. on Friday.", "Or at 6 p.m.", "The shop closes."}, "hours"},
		{"Must it pay? Yes! It must... It does.", []string{"Must it pay?", "Yes!", "It must...", "It does."}, "other stops"},
		{"Pay. [1.1] Wait.[1.2][1.3] Go. [1.4]", []string{"Pay. [1.1]", "Wait.[1.2][1.3]", "Go. [1.4]"}, "markers after stops"},
		{"Pay [1.1]. Wait (see [1.2]). Go [1.1; 1.2].", []string{"Pay [1.1].", "Wait (see [1.2]).", "Go [1.1; 1.2]."}, "markers before stops"},
		{"[1.1] The shop pays. It waits.", []string{"[1.1] The shop pays.", "It waits."}, "a marker at the start"},
		{"N.C. Gen. Stat. § 75-65 binds D.C. Code holders.", []string{"N.C. Gen. Stat. § 75-65 binds D.C. Code holders."}, "state names"},
		{"Visit example.org. Then e.g. call.", []string{"Visit example.org.", "Then e.g. call."}, "addresses"},
		{"Laws 2017, ch. 36, art. 5, p. 3 v. 2 are old.", []string{"Laws 2017, ch. 36, art. 5, p. 3 v. 2 are old."}, "session law"},
	} {
		markers := markersIn(c.text, 0, len(c.text))
		var got []string
		for _, s := range sentences(c.text, Span{0, len(c.text)}, markers) {
			got = append(got, c.text[s.Start:s.End])
		}
		if strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("%q: %q: %s", c.text, got, c.why)
		}
	}
}

func TestMarkers(t *testing.T) {
	for _, c := range []struct {
		text, raw, refs string
		malformed       bool
	}{
		{"a [1.4] b", "[1.4]", "1.4", false},
		{"a [ 1.4 ] b", "[ 1.4 ]", "1.4", false},
		{"a [1.4, 1.5] b", "[1.4, 1.5]", "1.4 1.5", false},
		{"a [1.4; 1.5] b", "[1.4; 1.5]", "1.4 1.5", false},
		{"a [1.4 and 2.5] b", "[1.4 and 2.5]", "1.4 2.5", false},
		{"a [1.2-1.4] b", "[1.2-1.4]", "1.2 1.3 1.4", false},
		{"a [1.2–1.3] b", "[1.2–1.3]", "1.2 1.3", false},
		{"a [1.4-1.2] b", "[1.4-1.2]", "1.4 1.2", true},
		{"a (see [2.1]) b", "(see [2.1])", "2.1", false},
		{"a ([2.1], [2.2]) b", "([2.1], [2.2])", "2.1 2.2", false},
		{"a (that is [2.1]) b", "[2.1]", "2.1", false},
		{"a [see 2.1] b", "[see 2.1]", "2.1", false},
		{"a [999.1] b", "[999.1]", "999.1", false},
		{"a [1.2](https://e.org/s) b", "[1.2](https://e.org/s)", "1.2", false},
		{"a [1,2 b", "[1,2", "1.2", true},
		{"a [1,2] b", "[1,2]", "1.2", true},
		{"a [1..2] b", "[1..2]", "1.2", true},
		{"a [1.2 b", "[1.2", "1.2", true},
		{"a [1.2 percent] b", "", "", false},
		{"a [1.2. B", "[1.2", "1.2", true},
		{"a 【1.2】 b", "【1.2】", "1.2", true},
		{"a ［1.2］ b", "［1.2］", "1.2", true},
		{"a [1] b", "[1]", "", true},
		{"a [1.0] b", "[1.0]", "", true},
		{"a [99999999999999999999.1] b", "[99999999999999999999.1]", "", true},
		{"a [2019] b", "", "", false},
		{"a [sic] b [the] [^1] [1a]", "", "", false},
		{"a (1.2) b", "", "", false},
	} {
		var raws, refs []string
		malformed := false
		for _, m := range markersIn(c.text, 0, len(c.text)) {
			raws = append(raws, m.Raw)
			malformed = malformed || m.Malformed
			for _, r := range m.Refs {
				refs = append(refs, r.String())
			}
		}
		if strings.Join(raws, "|") != c.raw || strings.Join(refs, " ") != c.refs || malformed != c.malformed {
			t.Errorf("%q: marks %q, refs %q, malformed %v", c.text, raws, refs, malformed)
		}
	}
}

func TestReadHTML(t *testing.T) {
	a := read(t, "page.html", `<!DOCTYPE html><html><head><title>Site</title><style>p{}</style></head><body>
<nav><a href="/">Home</a> [9.9]</nav><header><p>Ask us</p></header>
<p>Must a shop give a deposit back?</p>
<h1>Deposits in Zenith</h1>
<p><b>Fees.</b> A shop may keep <em>ten</em> percent&nbsp;<sup>[1.1]</sup>. It <b>must</b> say so
 on paper <a href="#s">[1.2]</a>.</p>
<p>The shop must:</p>
<ul><li><p>post its policy [1.2];</p></li><li>keep a ledger:<ol><li>by hand,</li><li>or by machine.</li></ol></li></ul>
<table><tr><th>Duty</th><th>Deadline</th></tr><tr><td>Return</td><td>14 days [1.1]</td></tr></table>
<script>var x = "[1.1]"</script>
<h2>Source(s):</h2><ul><li>[1.1] 9-2-3. Return of deposits.</li><li>[1.2] Fees &amp; policy.</li></ul>
<h2>Jurisdiction</h2><p>Zenith</p></body></html>`)
	if a.Question != "Must a shop give a deposit back?" || a.Title != "Deposits in Zenith" || a.Jurisdiction != "ZZ" {
		t.Errorf("question %q, title %q, jurisdiction %q\n%s", a.Question, a.Title, a.Jurisdiction, a.Text)
	}
	same(t, outline(&a), []string{
		"sentence 1.1| A shop may keep ten percent.",
		"sentence 1.2| It must say so on paper.",
		"lead-in| The shop must:",
		"item<3 1.2| The shop must post its policy",
		"lead-in<3| The shop must keep a ledger:",
		"item<5| The shop must keep a ledger by hand",
		"item<5| The shop must keep a ledger or by machine.",
		"item 1.1| Duty: Return; Deadline: 14 days",
	})
	if len(a.Sources) != 2 || a.Sources[0].Number != "9-2-3" || a.Sources[1].Title != "Fees & policy." {
		t.Errorf("sources %+v\n%s", a.Sources, a.Text)
	}
}

func TestReadJSON(t *testing.T) {
	a := read(t, "a.json", `{"id":"z-1","question":"Must it?","jurisdiction":"ZZ",
"answer":"Deposits\n\nA shop must pay [1.1].\n","sources":[{"ref":"1.1","title":"Return.","number":"9-2-3","act":"Deposit Act"}],"more":1}`)
	if a.ID != "z-1" || a.Question != "Must it?" || a.Jurisdiction != "ZZ" || len(a.Claims) != 1 || len(a.Faults) > 0 {
		t.Errorf("%+v", a)
	}
	if s := a.Sources[0]; s.Number != "9-2-3" || s.Act != "Deposit Act" || s.Ref.String() != "1.1" {
		t.Errorf("source %+v", s)
	}
	b := read(t, "b.json", `{"text":"D\n\nA shop pays [1.1].\nSource(s):\n- [1.1] 9-2-3. Return.\nJurisdiction\nZenith","sources":[{"ref":"1.1","title":"Return","act":"Deposit Act"}]}`)
	if len(b.Sources) != 1 || b.Sources[0].Act != "Deposit Act" || b.Sources[0].Number != "9-2-3" || b.Jurisdiction != "ZZ" || b.ID != "b" {
		t.Errorf("%+v", b.Sources)
	}
}

func TestWhatCannotBeRead(t *testing.T) {
	for _, c := range []struct{ name, data, says string }{
		{"e.txt", " \n", "empty"},
		{"big.txt", strings.Repeat("A shop pays [1.1]. ", 10<<20/19), "more than"},
		{"u.txt", "\xff\xfeA\x00", "UTF-16"},
		{"p.pdf", "%PDF-1.7 x", "binary"},
		{"n.txt", "a\x00b", "binary"},
		{"j.json", `{"answer": "x"`, "line 1"},
		{"j.json", "{\n\"answer\": 3}", `line 2: field "answer" holds a number: want a text`},
		{"j.json", `{"answer": "x", "sources": {"1.1": "x"}}`, `want a list such as`},
		{"j.json", `{"answer": "x", "text": "y"}`, "give one"},
		{"j.json", `{"question": "x"}`, `no "answer"`},
		{"j.json", `{"answer": "  "}`, "no text"},
		{"j.json", `{"answer": "x"} {}`, "goes on"},
		{"j.json", `{"answer": "x", "jurisdiction": "Nowhere"}`, "not known"},
		{"j.json", `{"answer": "x", "sources": [{"ref": "1"}]}`, "sources[0]"},
		{"j.json", `[1]`, "want an object"},
		{"h.html", "<html><body></body></html>", "no text"},
	} {
		_, err := Read(File{Name: c.name, Data: []byte(c.data)})
		if err == nil || !strings.Contains(err.Error(), c.says) || !strings.Contains(err.Error(), c.name) {
			t.Errorf("%s: error %v, want one that says %q", c.name, err, c.says)
		}
	}
}

func TestFaults(t *testing.T) {
	for _, c := range []struct{ data, says string }{
		{"Deposits\n\nA shop must pay [1.1].\n", "no Source(s) list"},
		{"Deposits\n\nA shop \xff pays.\nSource(s):\n- [1.1] x.\n", "not valid UTF-8: 1 bytes"},
		{"Deposits\n\nA shop pays.\nSource(s):\n- [1.1] x.\n- [a.b] y.\nJurisdiction\nZenith", "line 2 of the Source(s) list"},
		{"Deposits\n\nA shop pays.\nSource(s):\n- [1.0] y.\n", "line 1 of the Source(s) list"},
		{"Deposits\n\nA shop pays.\nSource(s):\n- [1.1] y.\nJurisdiction\nNowhere", "cannot be read"},
		{"Deposits\n\nA shop pays.\nSource(s):\nJurisdiction\nZenith", "no Source(s) list"},
	} {
		a := read(t, "x.txt", c.data)
		if !strings.Contains(strings.Join(a.Faults, "\n"), c.says) {
			t.Errorf("%q: faults %q, want %q", c.data, a.Faults, c.says)
		}
	}
}

func TestFileWins(t *testing.T) {
	a, err := Read(File{Name: "/x/deposits.txt", Data: []byte(deposits), Jurisdiction: "NM", Question: "Another?"})
	if err != nil || a.Jurisdiction != "NM" || a.Question != "Another?" || a.Declared != "Zenith" {
		t.Errorf("%v: %q, %q, %q", err, a.Jurisdiction, a.Question, a.Declared)
	}
}

func TestHead(t *testing.T) {
	const rest = "\n\nA shop must return a deposit within 14 days of the day it is asked [1.1].\n\nSource(s):\n- [1.1] Return.\nJurisdiction\nZenith\n"
	for _, c := range []struct{ head, question, title, why string }{
		{"# Deposits", "", "Deposits", "a title alone"},
		{"Deposits\n========", "", "Deposits", "an underlined title"},
		{"Must a shop pay?\nDeposits", "Must a shop pay?", "Deposits", "question and title"},
		{"# Must a shop pay?", "Must a shop pay?", "Must a shop pay?", "the question is the title"},
		{"Menu\nLog in\n\n# Deposits", "", "Deposits", "chrome above a marked title"},
		{"**Question:** Must a shop pay?\n\nDeposits", "Must a shop pay?", "Deposits", "a tag"},
		{"# Deposits\n\n**Question:** Must a shop pay?", "Must a shop pay?", "Deposits", "a tagged question below the title"},
		{"# Deposits\n\n## Who must pay?", "", "Deposits", "a heading that asks is not the question"},
	} {
		a := read(t, "x.txt", c.head+rest)
		last := a.Claims[len(a.Claims)-1]
		if a.Question != c.question || a.Title != c.title || len(last.Citations) != 1 {
			t.Errorf("%q: question %q, title %q, last claim %+v: %s", c.head, a.Question, a.Title, last, c.why)
		}
	}
	if a := read(t, "x.txt", strings.TrimSpace(rest)); a.Title != "" || len(a.Claims) != 1 {
		t.Errorf("no head: title %q, %d claims", a.Title, len(a.Claims))
	}
}

// TestAnotherLayout reads lists with letters, bullets of other signs, plain run-in
// heads, headings that ask, and a list of sources without bullets.
func TestAnotherLayout(t *testing.T) {
	a := read(t, "x.txt", `Do I owe a deposit back?

Deposits in Zenith

Yes. The Deposit Act applies to you [1.1].

Who must be told?

• Customers: Each customer must be told within 3 days of the closing [1.2].
• Bank — The bank must be told as well [1.2, 1.3].

a. No notice is owed where the shop reopens [1.2]. Keep that in writing for two years.
b. Banks are exempt [1.4].

Sources
[1.1] 9-2-1 Short title
[1.2] 9-2-6 Notice
[1.3] 9-2-7 Banks
[1.4] 9-2-8 Exemptions

Jurisdiction: Zenith
`)
	same(t, outline(&a), []string{
		"sentence| Yes.",
		"sentence 1.1| The Deposit Act applies to you.",
		"heading| Who must be told?",
		"item 1.2| Each customer must be told within 3 days of the closing.",
		"item 1.2 1.3| The bank must be told as well.",
		"item 1.2| No notice is owed where the shop reopens.",
		"item| Keep that in writing for two years.",
		"item 1.4| Banks are exempt.",
	})
	if a.Claims[3].Section != "Customers" || a.Claims[5].Section != "Who must be told?" || !a.Claims[6].NeedsCitation {
		t.Errorf("sections %q and %q, needs %v", a.Claims[3].Section, a.Claims[5].Section, a.Claims[6].NeedsCitation)
	}
	if len(a.Sources) != 4 || a.Sources[3].Number != "9-2-8" || a.Sources[3].Title != "Exemptions" || a.Jurisdiction != "ZZ" || len(a.Faults) > 0 {
		t.Errorf("sources %+v, jurisdiction %q, faults %q", a.Sources, a.Jurisdiction, a.Faults)
	}
}

func TestStandardInput(t *testing.T) {
	for data, title := range map[string]string{"{\"answer\":\"Title\\n\\nIt pays.\"}": "Title", "<html><h1>Title</h1><p>It pays.</p>": "Title", "Title\n\nIt pays.": "Title"} {
		if a := read(t, "-", data); a.Title != title || a.ID != "answer" {
			t.Errorf("%q: title %q, id %q", data, a.Title, a.ID)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{deposits, "{\"answer\":\"x [1.1].\"}", "<p>a [1.2]<ul><li>b", "# T\n\n| a | b |\n|--|--|\n| c [1.1] | d |\n> q\n\n1. x:\n   - y [1..2\n",
		"**A.** b \xff [1,2 【1.2】 (see [2.1]). “q” [999.1]\nSource(s):\n- [1.2] x", "Q?\nT\nSources:\n[1.1] a\nJurisdiction: NM"} {
		for _, name := range []string{"a.txt", "a.html", "a.json"} {
			f.Add(name, []byte(seed))
		}
	}
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		a, err := Read(File{Name: name, Data: data})
		if err != nil {
			return
		}
		checkOffsets(t, &a)
	})
}

func BenchmarkRead(b *testing.B) {
	data := []byte(strings.Replace(deposits, "Old tickets", strings.Repeat("The shop must keep each ticket for 30 days and show it to the customer [1.1]. ", 60)+"Old tickets", 1))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := Read(File{Name: "x.txt", Data: data}); err != nil {
			b.Fatal(err)
		}
	}
}
