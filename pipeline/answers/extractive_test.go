package answers

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/index"
	"github.com/pincite/pincite/internal/statute"
)

// zenith is made-up law: an act on breaches, and other things.
func zenith() []statute.Held {
	add := func(number, catchline, text string) statute.Section {
		s := statute.Section{Jurisdiction: statute.Example, Number: number, Occurrence: 1, Catchline: catchline, Status: statute.InForce, Text: text, Hierarchy: []string{"Chapter 4. Records of Customers"}}
		return s
	}
	sections := []statute.Section{
		add("12-4-1", "Short title.", `This chapter may be cited as the "Customer Records Act".`),
		add("12-4-2", "Definitions.", "As used in this chapter:\n(a) \"breach of security\" means the taking of customer records by a person without leave; and\n(b) \"customer\" means a natural person who buys goods."),
		add("12-4-3", "Notice of a breach of security.", "(a) Except as provided in section 12-4-6, a business that finds a breach of security shall notify each customer concerned. Notice shall be given without delay, and no later than thirty days after the breach of security is found.\n(b) Notice is not required if the business finds, upon inquiry, that no harm can follow.\n(c) The notice of a breach of security shall contain:\n(1) the day of the breach;\n(2) the records taken; and\n(3) the name of the business."),
		add("12-4-4", "Disposal of customer records.", "A business shall shred customer records before it throws them away. As used in this section, \"shred\" means to cut small."),
		add("12-4-5", "Old rule on the notice of a breach of security.", ""),
		add("12-4-6", "Delay of notice.", "The notice of this chapter may be delayed while the police so ask in writing."),
		add("12-4-7", "Exemptions.", "This chapter does not apply to a bank that keeps federal rules."),
		add("15-1-1", "Dog licences.", "The owner of a dog shall register the dog with the department within ten days and pay a fee of five dollars."),
		add("15-1-2", "Fences.", "A person shall keep fences in repair."),
	}
	sections[4].Status = statute.Repealed
	sections[2].Subsections = nest(sections[2].Text, "(a)", "(b)", "(c)", "(1)", "(2)", "(3)")
	var held []statute.Held
	for i, s := range sections {
		h := statute.Held{Section: s, Ref: statute.Ref{Document: 1, Section: i + 1}, Source: "zz-12", Act: "Customer Records Act"}
		if strings.HasPrefix(s.Number, "15") {
			h.Source, h.Act, h.Hierarchy = "zz-15", "Animals", []string{"Chapter 1. Animals"}
			h.Ref = statute.Ref{Document: 2, Section: i - 6}
		}
		held = append(held, h)
	}
	return held
}

// nest marks the labelled paragraphs: letters end where the next letter begins,
// figures at the end of their line.
func nest(text string, labels ...string) []statute.Subsection {
	var all []statute.Subsection
	for i, label := range labels {
		start := strings.Index(text, label+" ")
		end := len(text)
		for _, other := range labels[i+1:] {
			if letter(label) && !letter(other) {
				continue
			}
			end = strings.Index(text, other+" ")
			break
		}
		all = append(all, statute.Subsection{Label: label, Start: start, End: end})
	}
	return all
}

func letter(label string) bool { return label[1] >= 'a' }

func ask(t *testing.T, q answer.Question, law []statute.Held, complete bool) Made {
	t.Helper()
	made, err := Extractive{}.Answer(q, statute.Example, law, index.New(law), complete)
	if err != nil {
		t.Fatal(err)
	}
	return made
}

var breach = answer.Question{ID: "breach", Text: "Our customer records were taken. Whom must we notify, and how soon?", Topics: []string{"breach of security", "notice"}}

func TestAnAnswerQuotesTheDutyItsDeadlineAndItsExceptions(t *testing.T) {
	made := ask(t, breach, zenith(), true)
	const want = `Our customer records were taken. Whom must we notify, and how soon?
Breach of security and notice in Zenith
## Notice of a breach of security (Section 12-4-3)
Except as provided in section 12-4-6, a business that finds a breach of security shall notify each customer concerned [1.3]. Notice shall be given without delay, and no later than thirty days after the breach of security is found [1.3].
Notice is not required if the business finds, upon inquiry, that no harm can follow [1.3].
## Delay of notice (Section 12-4-6)
The notice of Chapter 4 may be delayed while the police so ask in writing [1.6].
## Exemptions (Section 12-4-7)
Chapter 4 does not apply to a bank that keeps federal rules [1.7].
Source(s):
- [1.3] 12-4-3. Notice of a breach of security.
- [1.6] 12-4-6. Delay of notice.
- [1.7] 12-4-7. Exemptions.
Jurisdiction
Zenith
`
	if made.Text != want {
		t.Errorf("made\n%s\nwant\n%s", made.Text, want)
	}
	var numbers []string
	for _, key := range made.DependsOn {
		numbers = append(numbers, key.Number)
	}
	if want := []string{"12-4-2", "12-4-3", "12-4-6", "12-4-7"}; !slices.Equal(numbers, want) {
		t.Errorf("depends on %v, want %v", numbers, want)
	}
	if made.Bound[statute.Ref{Document: 1, Section: 3}].Number != "12-4-3" || len(made.Bound) != 3 || made.None {
		t.Errorf("bound %v, none %v", made.Bound, made.None)
	}
}

func TestAListIsQuotedWithItsLeadIn(t *testing.T) {
	made := ask(t, answer.Question{Text: "What must the notice of a breach of security contain?", Topics: []string{"breach of security", "notice"}}, zenith(), true)
	const list = `The notice of a breach of security shall contain [1.3]:
- the day of the breach [1.3];
- the records taken [1.3]; and
- the name of the business [1.3].
`
	if !strings.Contains(made.Text, list) {
		t.Errorf("the list is not in\n%s", made.Text)
	}
}

func TestNoDutyRestsOnTitlesDefinitionsOrStubs(t *testing.T) {
	for _, q := range []answer.Question{breach, {Text: "How must a business dispose of customer records?", Topics: []string{"disposal", "customer records"}}} {
		made := ask(t, q, zenith(), true)
		for _, never := range []string{"[1.1]", "[1.2]", "[1.5]", "[2."} {
			if strings.Contains(made.Text, never) {
				t.Errorf("%s cites %s:\n%s", q.Text, never, made.Text)
			}
		}
	}
}

func TestWhereNothingIsFoundTheAnswerSaysSo(t *testing.T) {
	q := answer.Question{Text: "May a business print social security numbers?", Topics: []string{"social security number"}}
	made := ask(t, q, zenith(), true)
	if !made.None || len(made.Bound) != 0 || !strings.Contains(made.Text, "No section of the law held for Zenith was found to answer this question: the search went through 8 sections") {
		t.Errorf("complete: %+v", made)
	}
	if want := "the search went through 8 sections in force of Customer Records Act and Animals and looked for “social security number”."; !strings.HasPrefix(made.Search, want) {
		t.Errorf("search record %q", made.Search)
	}
	if open := ask(t, q, zenith(), false); !open.None || !strings.Contains(open.Text, "cannot be told") {
		t.Errorf("incomplete: %+v", open)
	}
	if empty := ask(t, q, nil, true); !empty.None || !strings.Contains(empty.Search, "0 sections") {
		t.Errorf("no law at all: %+v", empty)
	}
}

func TestTheSameQuestionGetsTheSameAnswer(t *testing.T) {
	first := ask(t, breach, zenith(), true)
	for range 20 {
		if again := ask(t, breach, zenith(), true); again.Text != first.Text || !slices.Equal(again.DependsOn, first.DependsOn) {
			t.Fatalf("two answers to one question:\n%s\n%s", first.Text, again.Text)
		}
	}
}

func TestTheSearchRecordIsOneSentence(t *testing.T) {
	law := zenith()
	for i := range law {
		law[i].Act = "Title 12. Records."
	}
	made := ask(t, answer.Question{Text: "May we fly?", Topics: []string{"aircraft"}}, law, true)
	if body := strings.Split(made.Text, "\n")[2]; len(sentences(body)) != 1 || !strings.Contains(body, "of Title 12: Records and looked for") {
		t.Errorf("the record is %q", body)
	}
}

// TestAPenaltyForSomethingElseIsNoAnswer: fines there are, but none on what the
// question names.
func TestAPenaltyForSomethingElseIsNoAnswer(t *testing.T) {
	law := zenith()
	fine := func(number, catchline, text string) statute.Held {
		h := law[8]
		h.Number, h.Catchline, h.Text, h.Ref.Section = number, catchline, text, h.Ref.Section+len(number)
		return h
	}
	law = append(law, fine("15-1-30", "Civil penalty.", "A person who violates this chapter is liable for damages and for a civil penalty of five hundred dollars for each violation of this chapter."))
	q := answer.Question{Text: "What penalties and damages follow a violation of the law on a breach of security?", Topics: []string{"civil penalty", "damages", "violation", "breach of security"}}
	if made := ask(t, q, law, true); !made.None {
		t.Errorf("the fine on fences answers a question on breaches:\n%s", made.Text)
	}
	law = append(law, fine("15-1-311", "Penalty for a breach of security.", "A person who violates the law on a breach of security is liable for damages and for a civil penalty of nine hundred dollars for each violation."))
	if made := ask(t, q, law, true); !strings.Contains(made.Text, "nine hundred dollars") || strings.Contains(made.Text, "five hundred") {
		t.Errorf("made\n%s", made.Text)
	}
}

func TestAQuestionWithoutTopicsIsAnsweredByItsWords(t *testing.T) {
	made := ask(t, answer.Question{Text: "Must the owner register a dog, and what is the fee?"}, zenith(), true)
	if !strings.Contains(made.Text, "The owner of a dog shall register the dog with the department within ten days and pay a fee of five dollars [2.1].") {
		t.Errorf("made\n%s", made.Text)
	}
}

func TestSentences(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"A person shall notify. The notice shall be plain.", []string{"A person shall notify.", "The notice shall be plain."}},
		{"See 15 U.S.C. Sec. 7001. Notice may be sent.", []string{"See 15 U.S.C. Sec. 7001.", "Notice may be sent."}},
		{"As defined in 15 U.S.C. The rule stands.", []string{"As defined in 15 U.S.C.", "The rule stands."}},
		{"Under G.S. 75-1.1, Pub. L. No. 104-191, a fee of $10.50 is due.", []string{"Under G.S. 75-1.1, Pub. L. No. 104-191, a fee of $10.50 is due."}},
		{"He may say “stop.” The other shall stop.", []string{"He may say “stop.”", "The other shall stop."}},
		{"", nil},
	} {
		if got := sentences(c.text); !slices.Equal(got, c.want) {
			t.Errorf("sentences(%q) = %q", c.text, got)
		}
	}
}

func TestNestedItemsStayWithTheirOwn(t *testing.T) {
	s := statute.Section{Text: "A. Notice shall be sent by:\n(1) mail; or\n(2) posting, if:\n(a) the cost is high; or\n(b) no address is known.\nB. A fee of two dollars is due."}
	b := strings.Index(s.Text, "B.")
	one, two := strings.Index(s.Text, "(1)"), strings.Index(s.Text, "(2)")
	s.Subsections = []statute.Subsection{{Label: "A", Start: 0, End: b}, {Label: "A(1)", Start: one, End: two}, {Label: "A(2)", Start: two, End: b},
		{Label: "A(2)(a)", Start: strings.Index(s.Text, "(a)"), End: strings.Index(s.Text, "(b)")}, {Label: "A(2)(b)", Start: strings.Index(s.Text, "(b)"), End: b}, {Label: "B", Start: b, End: len(s.Text)}}
	got := provisions(&s)
	if len(got) != 2 || got[0].text != "Notice shall be sent by" || got[1].text != "A fee of two dollars is due." || got[1].outer != "B" {
		t.Fatalf("%+v", got)
	}
	if want := []string{"mail; or", "posting, if: the cost is high; or no address is known."}; !slices.Equal(got[0].items, want) {
		t.Errorf("items %q", got[0].items)
	}
}

func TestItemsWithoutNumbersAreJoinedBySemicolons(t *testing.T) {
	s := statute.Section{Text: "The notice must contain:\nthe day;\nthe place; and\nthe name.\nA business may send it by mail."}
	got := provisions(&s)
	if len(got) != 2 || len(got[0].items) != 3 || got[1].text != "A business may send it by mail." {
		t.Errorf("%+v", got)
	}
}

func TestWordsStandAloneOutsideTheirSection(t *testing.T) {
	h := &statute.Held{Section: statute.Section{Number: "[9-2]", Hierarchy: []string{"Title 9. Trade", "CHAPTER 9-1 Sales"}}}
	for text, want := range map[string]string{
		"as provided in subsection (d) of this section":       "as provided in subsection (d) of Section 9-2",
		"nothing in this subsection":                          "nothing in subsection (c) of Section 9-2",
		"a duty of this chapter under this title":             "a duty of Chapter 9-1 under Title 9",
		"Section 6 [57-1-6 NMSA 1978] of the act, et seq[.])": "Section 6 (57-1-6 NMSA 1978) of the act, et seq.)",
		"this article": "this article",
	} {
		if got := standalone(h, "(c)", text); got != want {
			t.Errorf("standalone(%q) = %q", text, got)
		}
	}
}

func TestTopicsAreNamedInBothOrders(t *testing.T) {
	for text, want := range map[string]bool{
		"a security breach":                                         true,
		"a breach of the security of the system":                    true,
		"a breach of contract on the sale of securities":            false,
		"security for costs, and a breach of the peace":             false,
		"any security of the breach":                                false,
		"notice of the breach was late; reasonable security failed": false,
	} {
		if got := within(words("security breach"), words(text)); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
	if !within(words("personal information"), words("personal identifying information")) || within(words("personal information"), words("a person shall inform the other")) {
		t.Error("personal information is taken for something else")
	}
}

// marks are the statements of an answer: what stands before each marker.
var marks = regexp.MustCompile(`(?m)(?:^(?:- )?|\]\. )([^\[\]\n]+) \[(\d+\.\d+)\]`)

// TestRealAnswers answers the questions of the real run from real law, and holds
// every answer to what the package promises.
func TestRealAnswers(t *testing.T) {
	for _, j := range []statute.Jurisdiction{"NM", "DC", "NC", "ND", "OR", "CA"} {
		law := realLaw(t, j)
		ix := index.New(law)
		for _, q := range realQuestions(t) {
			made, err := Extractive{}.Answer(q, j, law, ix, true)
			if err != nil {
				t.Fatal(err)
			}
			checkReal(t, fmt.Sprintf("%s %s", j, q.ID), made, law)
			if j == "OR" != made.None && (j == "OR" || strings.HasPrefix(q.ID, "breach-notice") && j != "CA") {
				t.Errorf("%s %s: none is %v", j, q.ID, made.None)
			}
			t.Logf("\n%s", made.Text)
		}
	}
}

// checkReal wants each statement to stand in the section that it cites, and each
// section cited to be listed and law in force.
func checkReal(t *testing.T, name string, made Made, law []statute.Held) {
	t.Helper()
	read, err := answer.Read(answer.File{Name: name + ".txt", Data: []byte(made.Text)})
	if err != nil {
		t.Fatal(err)
	}
	if made.None {
		return
	}
	if len(read.Faults) != 0 || len(read.Sources) != len(made.Bound) || len(read.Markers) == 0 {
		t.Errorf("%s: %d sources, %d bound, faults %v", name, len(read.Sources), len(made.Bound), read.Faults)
	}
	held := map[string]*statute.Held{}
	for i := range law {
		held[law[i].Ref.String()] = &law[i]
	}
	for _, m := range marks.FindAllStringSubmatch(made.Text[:strings.Index(made.Text, "Source(s):")], -1) {
		h := held[m[2]]
		if h == nil || h.Status != statute.InForce || h.Key() != made.Bound[h.Ref] {
			t.Errorf("%s: [%s] is no section in force", name, m[2])
			continue
		}
		if !strings.Contains(plain(h, h.Text), plain(h, m[1])) {
			t.Errorf("%s: not in section %s: %q", name, h.Number, m[1])
		}
	}
}

// plain folds what standalone may change, and the labels of nested items.
func plain(h *statute.Held, text string) string {
	text = strings.ToLower(standalone(h, "", text))
	text = regexp.MustCompile(`\b(?:subsection|subdivision) \S+ of section \S+`).ReplaceAllString(text, "this part")
	text = regexp.MustCompile(`this (?:subsection|subdivision)(?: of section [\w.-]+)?`).ReplaceAllString(text, "this part")
	text = regexp.MustCompile(`\n(?:\(\w{1,4}(?:[-.]\d+)?\)|[a-z]\.|\s)+`).ReplaceAllString(text, " ")
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '\n' || strings.ContainsRune(".,;:—–()", r) }), " ")
}
