// Package web shows a store as read-only pages: runs, answers, findings, the law
// as held with its versions, the rules and what the audit could not see.
//
// It never writes unless waivers are enabled, and then waivers alone. It fetches
// nothing and judges nothing: what a page says was said by a run, and the word
// diff and the rules' pages are handed in.
package web

import (
	"context"
	"embed"
	"io"
	"net/http"
	"time"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/look"
	"github.com/pincite/pincite/internal/store"
)

//go:embed pages/*.tmpl style.css icon.svg
var files embed.FS

// Options are what a site is made of.
type Options struct {
	Store *store.Store
	// Reports is the folder of the written reports.
	Reports string
	// Diff compares two texts word by word.
	Diff func(before, after string) []finding.DiffPart
	// Compare says what moved from the older of two finished runs to the other.
	Compare func(ctx context.Context, from, to string) (Difference, error)
	// Rules are all rules by name; RulePage gives the page of one in Markdown.
	Rules    []finding.RuleInfo
	RulePage func(rule string) (string, error)
	// Hosts are the names, without port, by which the site may be asked besides
	// those of the loopback.
	Hosts []string
	// Log is told of faults that a reader sees only as "went wrong".
	Log func(error)
	// Waivers lets a reader with the token accept findings; nil is read-only.
	Waivers *Waivers
}

// Waivers is what accepting a finding takes.
type Waivers struct {
	// Token is the secret that a reader must give each time.
	Token string
	// Bind gives the hash of claim and section that a waiver holds for.
	Bind func(*finding.AnswerReport, *finding.Finding) string
	// Now tells the day; Random makes sessions and keys.
	Now    func() time.Time
	Random io.Reader
}

// site answers requests.
type site struct {
	Options
	shelf *shelf
	csrf  *csrf
}

// New gives the handler of a site. An error is that of the source of chance.
func New(o Options) (http.Handler, error) {
	s := &site{Options: o, shelf: &shelf{store: o.Store, reports: o.Reports}}
	if o.Waivers != nil {
		var err error
		if s.csrf, err = newCSRF(o.Waivers.Random); err != nil {
			return nil, err
		}
	}
	return s.guard(s.routes()), nil
}

// routes is every address there is.
func (s *site) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", s.health)
	mux.HandleFunc("GET /style.css", s.file(look.CSS+embedded("style.css"), "text/css; charset=utf-8"))
	mux.HandleFunc("GET /icon.svg", s.file(embedded("icon.svg"), "image/svg+xml"))
	for pattern, show := range map[string]shower{
		"/{$}": home, "/runs": runs, "/diff": compare, "/runs/{run}": run,
		"/answers": answers, "/answers/{answer}": answer,
		"/findings": findings, "/findings/{finding}": oneFinding,
		"/law": places, "/law/{jurisdiction}": place, "/law/{jurisdiction}/{number}": section,
		"/search": search, "/rules": rules, "/rules/{rule}": rule, "/coverage": coverage,
		"/": nowhere,
	} {
		mux.HandleFunc("GET "+pattern, s.page(show))
	}
	if s.Waivers != nil {
		mux.HandleFunc("POST "+waivePattern, s.waive)
	}
	return mux
}
