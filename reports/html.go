package reports

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"strings"
	"sync"
	"time"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/look"
)

// The page is one file: its style and script are written into it and named by
// hash in its own policy, so that nothing else can run or load, whatever stands
// in a statute or an answer.
var (
	//go:embed html.tmpl
	pageTemplate string
	//go:embed html.css
	ownStyle string
	//go:embed html.js
	pageScript string
)

// pageStyle is the look of all pages and what only a report has.
var pageStyle = look.CSS + ownStyle

var _ = add(Format{
	Name: "html", Extension: "html", About: "the compliance team: one self-contained page, answer and law side by side",
	Write: writeHTML,
	Split: func(base string, r *finding.Report) ([]File, error) { return splitHTML(base, r, pageLimit) },
})

// parsedPage is the template, read when the first page is written.
var parsedPage = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("page").Funcs(pageFuncs).Parse(pageTemplate))
})

var pageFuncs = template.FuncMap{
	"short": finding.Short, "lower": strings.ToLower, "cut": cut, "line": line, "parts": partsHTML,
	"day":    day,
	"minute": func(t time.Time) string { return look.Stamp(t, "2 January 2006, 15:04 UTC") },
	"iso":    func(t time.Time) string { return t.UTC().Format(time.RFC3339) },
	"count":  finding.Plural,
	"many":   look.Many,
	"spaced": func(s string) string { return strings.ReplaceAll(s, "_", " ") },
}

// writeHTML renders to memory first: a page that fails half-way is never
// written, and hidden characters are made visible in one place for all.
func writeHTML(w io.Writer, r *finding.Report) error {
	data, err := newPage(r, nil).render()
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

func (p *page) render() ([]byte, error) {
	var out bytes.Buffer
	if err := parsedPage().Execute(&out, p); err != nil {
		return nil, fmt.Errorf("report %s as HTML: %w", p.Run, err)
	}
	return []byte(visible(out.String())), nil
}

// policy lets this one script and this one style run, and nothing load.
func policy() string {
	return fmt.Sprintf("default-src 'none'; script-src '%s'; style-src '%s'; base-uri 'none'; form-action 'none'", digest(pageScript), digest(pageStyle))
}

func digest(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}
