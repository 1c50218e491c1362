package reports

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"github.com/pincite/pincite/internal/finding"
)

// A suite per answer and one for coverage. A finding is a failed case, a waived
// one and an unverified claim a skipped one; a source not read well is an error.
var _ = add(Format{
	Name: "junit", Extension: "junit.xml", About: "build servers: a suite per answer, findings as failures, coverage as errors",
	Write: func(w io.Writer, r *finding.Report) error { return writeXML(w, r.Run, "JUnit", newJUnit(r)) },
})

// writeXML writes the document whole, hidden characters made visible.
func writeXML(w io.Writer, run, format string, document any) error {
	encoded, err := xml.MarshalIndent(document, "", " ")
	if err != nil {
		return fmt.Errorf("report %s as %s: %w", run, format, err)
	}
	_, err = io.WriteString(w, xml.Header+visible(string(encoded))+"\n")
	return err
}

type junitSuites struct {
	XMLName  xml.Name     `xml:"testsuites"`
	Name     string       `xml:"name,attr"`
	Tests    int          `xml:"tests,attr"`
	Failures int          `xml:"failures,attr"`
	Errors   int          `xml:"errors,attr"`
	Suites   []junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Errors   int         `xml:"errors,attr"`
	Skipped  int         `xml:"skipped,attr"`
	Time     string      `xml:"timestamp,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Class   string      `xml:"classname,attr"`
	Name    string      `xml:"name,attr"`
	Failure *junitFault `xml:"failure"`
	Error   *junitFault `xml:"error"`
	Skipped *junitFault `xml:"skipped"`
}

type junitFault struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr,omitempty"`
	Text    string `xml:",chardata"`
}

func newJUnit(r *finding.Report) *junitSuites {
	all := &junitSuites{Name: visible("Pincite audit, run " + r.Run)}
	all.add(r, coverageSuite(r))
	for i := range r.Answers {
		all.add(r, answerSuite(&r.Answers[i]))
	}
	return all
}

// add counts the suite's cases and takes it in.
func (all *junitSuites) add(r *finding.Report, s junitSuite) {
	s.Time, s.Tests = r.GeneratedAt.UTC().Format("2006-01-02T15:04:05"), len(s.Cases)
	for i := range s.Cases {
		switch {
		case s.Cases[i].Failure != nil:
			s.Failures++
		case s.Cases[i].Error != nil:
			s.Errors++
		case s.Cases[i].Skipped != nil:
			s.Skipped++
		}
	}
	all.Tests, all.Failures, all.Errors = all.Tests+s.Tests, all.Failures+s.Failures, all.Errors+s.Errors
	all.Suites = append(all.Suites, s)
}

func coverageSuite(r *finding.Report) junitSuite {
	s := junitSuite{Name: "coverage"}
	for i := range r.Coverage.Sources {
		source := &r.Coverage.Sources[i]
		c := junitCase{Class: "coverage." + line(string(source.Jurisdiction)), Name: line(source.ID + " " + source.Title)}
		if source.State != "well" {
			c.Error = &junitFault{Message: line(source.State + ": " + cut(source.Reason, 600)), Type: line(source.State)}
		}
		s.Cases = append(s.Cases, c)
	}
	return s
}

func answerSuite(a *finding.AnswerReport) junitSuite {
	s := junitSuite{Name: line(string(a.Jurisdiction) + " " + cut(a.Title, 300))}
	class := line(string(a.Jurisdiction) + "." + a.ID)
	found := map[int]bool{}
	for i := range a.Findings {
		f := &a.Findings[i]
		found[f.Claim] = true
		s.Cases = append(s.Cases, findingCase(class, f))
	}
	for i := range a.Claims {
		c := &a.Claims[i]
		if !c.NeedsCitation || found[c.ID] {
			continue
		}
		one := junitCase{Class: class, Name: line(fmt.Sprintf("claim %d: %s", c.ID, cut(c.Text, 120)))}
		if c.Unverified() {
			one.Skipped = &junitFault{Message: line("unverified: " + cut(reason(c), 400))}
		}
		s.Cases = append(s.Cases, one)
	}
	return s
}

func findingCase(class string, f *finding.Finding) junitCase {
	c := junitCase{Class: class, Name: line(f.Rule + " " + f.ID)}
	if f.Waived() {
		c.Skipped = &junitFault{Message: line(waiverWords(f.Waiver))}
		return c
	}
	var text strings.Builder
	if f.AnswerQuote != nil {
		fmt.Fprintf(&text, "answer: %s\n", flat(cut(f.AnswerQuote.Text, 4000)))
	}
	for i := range f.SourceQuotes {
		fmt.Fprintf(&text, "§ %s: %s\n", flat(f.SourceQuotes[i].Number), flat(cut(f.SourceQuotes[i].Text, 4000)))
	}
	fmt.Fprintf(&text, "fix: %s", flat(cut(f.Fix.Say, 600)))
	c.Failure = &junitFault{Message: line(cut(f.Message, 1000)), Type: line(string(f.Severity)), Text: text.String()}
	return c
}
