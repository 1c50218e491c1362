package reports

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/textproto"
	"strings"
	"sync"

	"github.com/pincite/pincite/internal/finding"
)

//go:embed email.tmpl
var mailTemplate string

var parsedMail = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("mail").Funcs(pageFuncs).Parse(mailTemplate))
})

// The digest names no addressee: whoever sends it sets From and To. X-Unsent
// makes a mail program that opens the file offer it as a draft.
var _ = add(Format{
	Name: "email", Extension: "eml", About: "the morning mail: what must be done, what is new, what was not seen; HTML and text",
	Write: writeMail,
})

// letterFindings is how many findings a digest shows before it says how many more
// there are.
const letterFindings = 20

// letter is the digest as its template reads it.
type letter struct {
	*finding.Report
	Rows []*finding.AnswerReport
	New  []letterFinding
	More int
}

type letterFinding struct {
	*finding.Finding
	Answer *finding.AnswerReport
	Say    string
}

func writeMail(w io.Writer, r *finding.Report) error {
	m := newLetter(r)
	var page bytes.Buffer
	if err := parsedMail().Execute(&page, m); err != nil {
		return fmt.Errorf("report %s as e-mail: %w", r.Run, err)
	}
	var out bytes.Buffer
	if err := m.compose(&out, visible(page.String())); err != nil {
		return fmt.Errorf("report %s as e-mail: %w", r.Run, err)
	}
	_, err := w.Write(out.Bytes())
	return err
}

// newLetter picks the answers that need a person and the findings not yet seen.
func newLetter(r *finding.Report) *letter {
	m := &letter{Report: r}
	for _, outcome := range finding.Outcomes() {
		for i := range r.Answers {
			a := &r.Answers[i]
			if a.Outcome == outcome && outcome != finding.Publish {
				m.Rows = append(m.Rows, a)
			}
		}
	}
	for _, severity := range finding.Severities() {
		m.gather(severity)
	}
	return m
}

func (m *letter) gather(severity finding.Severity) {
	for i := range m.Answers {
		a := &m.Answers[i]
		for j := range a.Findings {
			f := &a.Findings[j]
			if f.Severity != severity || f.Waived() || m.Since != nil && f.State == "open" && !f.News() && f.Waiver == nil {
				continue
			}
			if len(m.New) == letterFindings {
				m.More++
				continue
			}
			say := stateWords(f)
			if f.Waiver != nil {
				say = "Waiver lapsed"
			}
			m.New = append(m.New, letterFinding{f, a, say})
		}
	}
}

// compose writes the message: headers that hold only encoded words, then the
// text and the page.
func (m *letter) compose(out *bytes.Buffer, page string) error {
	body := &bytes.Buffer{}
	parts := multipart.NewWriter(body)
	if err := parts.SetBoundary(strings.TrimPrefix(urn("boundary", m.Run, page), "urn:uuid:")); err != nil {
		return err
	}
	if err := part(parts, "text/plain; charset=utf-8", m.text()); err != nil {
		return err
	}
	if err := part(parts, "text/html; charset=utf-8", page); err != nil {
		return err
	}
	if err := parts.Close(); err != nil {
		return err
	}
	for _, header := range [][2]string{
		{"From", "Pincite <pincite@localhost>"}, {"To", "undisclosed-recipients:;"},
		{"Subject", subject("Audit: " + m.ToDo())},
		{"Date", m.GeneratedAt.UTC().Format("Mon, 02 Jan 2006 15:04:05 +0000")},
		{"Message-ID", "<" + strings.TrimPrefix(urn("mail", m.Run), "urn:uuid:") + "@pincite.invalid>"},
		{"MIME-Version", "1.0"}, {"X-Unsent", "1"}, {"Auto-Submitted", "auto-generated"},
		{"Content-Type", `multipart/alternative; boundary="` + parts.Boundary() + `"`},
	} {
		fmt.Fprintf(out, "%s: %s\r\n", header[0], header[1])
	}
	out.WriteString("\r\n")
	out.Write(body.Bytes())
	return nil
}

// subject is s as encoded words, folded so that no line is too long.
func subject(s string) string {
	return strings.ReplaceAll(mime.QEncoding.Encode("utf-8", line(cut(s, 200))), "?= =?", "?=\r\n =?")
}

func part(parts *multipart.Writer, kind, body string) error {
	w, err := parts.CreatePart(textproto.MIMEHeader{"Content-Type": {kind}, "Content-Transfer-Encoding": {"quoted-printable"}})
	if err != nil {
		return err
	}
	encoder := quotedprintable.NewWriter(w)
	if _, err := io.WriteString(encoder, body); err != nil {
		return err
	}
	return encoder.Close()
}

// text is the digest for a mail program without HTML.
func (m *letter) text() string {
	t := &terminal{report: m.Report}
	t.say("", "", m.ToDo())
	t.say("", "", m.Unseen())
	for _, said := range m.Summary()[1:] {
		t.say("", "           ", said)
	}
	t.space()
	for _, f := range m.New {
		t.say("- ", "  ", fmt.Sprintf("%s, %s, %s: %s (%s)", strings.ToUpper(string(f.Severity)), strings.ToLower(f.Say), f.Answer.Jurisdiction, cut(f.Message, 500), cut(f.Answer.Title, 200)))
		t.say("  ", "  ", f.Fix.Action.Words()+". "+cut(f.Fix.Say, 400))
	}
	if m.More > 0 {
		t.say("", "", fmt.Sprintf("… and %d more in the report.", m.More))
	}
	return t.out.String()
}
