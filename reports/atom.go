package reports

import (
	"crypto/sha256"
	"encoding/xml"
	"fmt"
	"io"
	"time"

	"github.com/pincite/pincite/internal/finding"
)

// The feed has one entry for the run, then one for each finding that is new or
// came back and for each change of law: what a subscriber has not yet seen. Ids
// are made of the run, the finding and the words, so that no entry comes twice.
var _ = add(Format{
	Name: "atom", Extension: "atom", About: "feed readers: the run, what is new in it, and what law changed",
	Write: func(w io.Writer, r *finding.Report) error { return writeXML(w, r.Run, "Atom", newFeed(r)) },
})

type feed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Author  feedAuthor  `xml:"author"`
	Entries []feedEntry `xml:"entry"`
}

type feedAuthor struct {
	Name string `xml:"name"`
}

type feedEntry struct {
	ID       string        `xml:"id"`
	Title    string        `xml:"title"`
	Updated  string        `xml:"updated"`
	Category *feedCategory `xml:"category"`
	Content  feedText      `xml:"content"`
}

type feedCategory struct {
	Term string `xml:"term,attr"`
}

type feedText struct {
	Type string `xml:"type,attr"`
	Text string `xml:",chardata"`
}

func newFeed(r *finding.Report) *feed {
	f := &feed{ID: urn("feed"), Title: "Pincite audit", Updated: r.GeneratedAt.UTC().Format(time.RFC3339), Author: feedAuthor{"Pincite"}}
	body := ""
	for _, said := range r.Summary() {
		body += visible(said) + "\n"
	}
	f.entry(r, "run", line(r.ToDo()), body, "run", r.Run)
	for i := range r.Answers {
		for j := range r.Answers[i].Findings {
			f.finding(r, &r.Answers[i], &r.Answers[i].Findings[j])
		}
	}
	for i := range r.Changes {
		c := &r.Changes[i]
		f.entry(r, "change", line(fmt.Sprintf("%s § %s %s: %s", c.Jurisdiction, c.Number, cut(c.Catchline, 200), c.Kind)), visible(diffWords(c.Words)),
			"change", string(c.Jurisdiction), c.Number, fmt.Sprint(c.Occurrence), c.From, c.To)
	}
	return f
}

// finding enters what is new; in a first run that is every finding.
func (f *feed) finding(r *finding.Report, a *finding.AnswerReport, found *finding.Finding) {
	known := r.Since != nil && !found.News()
	if known || found.Waived() {
		return
	}
	body := fmt.Sprintf("%s (%s): %s\n%s", visible(cut(a.Title, 300)), visible(string(a.Jurisdiction)), visible(cut(found.Message, 1000)), visible(cut(found.Fix.Say, 600)))
	f.entry(r, string(found.Severity), line(fmt.Sprintf("%s: %s", found.Severity, cut(found.Message, 200))), body, "finding", found.ID, r.Run)
}

func (f *feed) entry(r *finding.Report, term, title, body string, identity ...string) {
	f.Entries = append(f.Entries, feedEntry{ID: urn(identity...), Title: title, Updated: r.GeneratedAt.UTC().Format(time.RFC3339),
		Category: &feedCategory{line(term)}, Content: feedText{"text", body}})
}

// urn makes a name-based UUID (version 8: of our own making) of the words.
func urn(words ...string) string {
	h := sha256.New()
	for _, word := range words {
		fmt.Fprintf(h, "%d:%s", len(word), word)
	}
	id := h.Sum(nil)[:16]
	id[6], id[8] = id[6]&0x0f|0x80, id[8]&0x3f|0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", id[:4], id[4:6], id[6:8], id[8:10], id[10:])
}
