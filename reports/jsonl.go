package reports

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/pincite/pincite/internal/finding"
)

// A line is an object with "kind": "run" first, then every "source", "answer",
// "finding", "change" and "stale", each with the fields that the canonical
// report gives it and with run, and with the answer's id where it belongs to one.
var _ = add(Format{
	Name: "jsonl", Extension: "jsonl", About: "log pipelines: one JSON object a line, each with its run and kind",
	Write: writeLines,
})

func writeLines(w io.Writer, r *finding.Report) error {
	l := &lines{run: r.Run, w: w}
	r = r.Canonical()
	l.put("run", "", runLine{r.SchemaVersion, r.GeneratedAt.UTC().Format("2006-01-02T15:04:05Z"), r.Edition, r.Rules, r.Judge,
		r.Headline(), r.Coverage.Complete, r.Coverage.Claims, r.Coverage.UnverifiedClaims})
	for i := range r.Coverage.Sources {
		l.put("source", "", r.Coverage.Sources[i])
	}
	for i := range r.Answers {
		a := &r.Answers[i]
		l.put("answer", "", answerLine{a.ID, a.Title, a.Question, string(a.Jurisdiction), a.Outcome})
		for j := range a.Findings {
			l.put("finding", a.ID, a.Findings[j])
		}
	}
	for i := range r.Changes {
		l.put("change", "", r.Changes[i])
	}
	for i := range r.Stale {
		l.put("stale", "", r.Stale[i])
	}
	return l.err
}

type runLine struct {
	SchemaVersion    int    `json:"schema_version"`
	GeneratedAt      string `json:"generated_at"`
	Edition          string `json:"edition"`
	Rules            string `json:"rules"`
	Judge            string `json:"judge"`
	Headline         string `json:"headline"`
	Complete         bool   `json:"complete"`
	Claims           int    `json:"claims"`
	UnverifiedClaims int    `json:"unverified_claims"`
}

type answerLine struct {
	ID           string          `json:"id"`
	Title        string          `json:"title"`
	Question     string          `json:"question"`
	Jurisdiction string          `json:"jurisdiction"`
	Outcome      finding.Outcome `json:"outcome"`
}

// lines writes objects until the first error.
type lines struct {
	run string
	w   io.Writer
	err error
}

// put writes value with its kind before it, as one line.
func (l *lines) put(kind, answer string, value any) {
	if l.err != nil {
		return
	}
	head, err := json.Marshal(struct {
		Kind   string `json:"kind"`
		Run    string `json:"run"`
		Answer string `json:"in_answer,omitempty"`
	}{kind, l.run, answer})
	if err != nil {
		l.err = err
		return
	}
	body, err := json.Marshal(value)
	if err != nil {
		l.err = fmt.Errorf("%s of run %s as JSON: %w", kind, l.run, err)
		return
	}
	head[len(head)-1] = ','
	_, l.err = l.w.Write(escapeHidden(append(append(head, body[1:]...), '\n')))
}
