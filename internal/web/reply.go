package web

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"sync"
	"time"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/look"
)

// view is one request, and the run whose report it reads.
type view struct {
	*site
	*http.Request
	// last is the last finished run; its report is empty where there is none.
	last *snapshot
}

// shower makes the page of an address.
type shower func(*view) (*page, error)

// page is what the layout shows.
type page struct {
	// Body names the template and Data is what it reads.
	Body string
	Data any
	// Title is the heading; Kicker stands above it and says where one is.
	Title  string
	Kicker []crumb
	// Here is the part of the site, as the navigation names it.
	Here string
	// Tone colours the head: "", "bad", "warn", "note" or "good".
	Tone string
	// Words and Place fill the field of search.
	Words, Place string
	Last         *snapshot
	// status is that of the reply, 0 for 200.
	status int
	// private pages hold something for this reader alone.
	private bool
	// cookie is set with the page where it is not nil.
	cookie *http.Cookie
}

// crumb is a step of the way to a page; Address may be "".
type crumb struct{ Say, Address string }

// missing is an error for a reader: there is no such thing.
type missing struct{ say string }

func (m missing) Error() string { return m.say }

func absent(format string, args ...any) error { return missing{fmt.Sprintf(format, args...)} }

// bodies are the templates of the pages by name, read for the first page.
var bodies = sync.OnceValue(parseBodies)

func parseBodies() map[string]*template.Template {
	layout := template.Must(template.New("layout.tmpl").Funcs(words).ParseFS(files, "pages/layout.tmpl", "pages/parts.tmpl"))
	all := map[string]*template.Template{}
	names, err := fs.Glob(files, "pages/*.tmpl")
	if err != nil {
		panic(err)
	}
	for _, name := range names {
		body := strings.TrimSuffix(path.Base(name), ".tmpl")
		if body == "layout" || body == "parts" {
			continue
		}
		all[body] = template.Must(template.Must(layout.Clone()).ParseFS(files, name))
	}
	return all
}

var words = template.FuncMap{
	"short": finding.Short, "cut": cut, "count": finding.Plural, "web": look.WebAddress, "local": look.Local,
	"day":        func(t time.Time) string { return look.Stamp(t, "2 January 2006") },
	"minute":     func(t time.Time) string { return look.Stamp(t, "2 January 2006, 15:04 UTC") },
	"iso":        func(t time.Time) string { return t.UTC().Format(time.RFC3339) },
	"spaced":     func(s any) string { return strings.ReplaceAll(fmt.Sprint(s), "_", " ") },
	"dashed":     func(s string) string { return strings.ReplaceAll(s, "-", " ") },
	"many":       look.Many,
	"severities": finding.Severities,
	"outcomes":   finding.Outcomes,
	"runAt":      runAddress, "answerAt": answerAddress, "findingAt": findingAddress, "ruleAt": ruleAddress,
	"placeAt": placeAddress, "sourceAt": sourceAddress, "sectionAt": sectionAddress, "sectionIn": sectionIn, "claimAt": claimAddress,
}

// page makes the handler of a page.
func (s *site) page(show shower) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		last, err := s.shelf.last(r.Context())
		if err != nil {
			s.fail(w, r, err)
			return
		}
		p, err := show(&view{s, r, last})
		var none missing
		if errors.As(err, &none) {
			p, err = &page{Body: "missing", Title: "Not found", Data: none.say, status: http.StatusNotFound}, nil
		}
		if err != nil {
			s.fail(w, r, err)
			return
		}
		p.Last = last
		s.reply(w, r, p)
	}
}

// fail answers a fault of ours; a reader who has gone away is none.
func (s *site) fail(w http.ResponseWriter, r *http.Request, err error) {
	if r.Context().Err() != nil {
		return
	}
	s.Log(fmt.Errorf("%s %q: %w", r.Method, r.URL.Path, err))
	s.refuse(w, http.StatusInternalServerError, "the page could not be made: the log of the server says why")
}

// reply renders to memory first: a page that fails half-way is never sent, and
// hidden characters are made visible in one place for all.
func (s *site) reply(w http.ResponseWriter, r *http.Request, p *page) {
	var out bytes.Buffer
	if err := bodies()[p.Body].ExecuteTemplate(&out, "layout.tmpl", p); err != nil {
		s.fail(w, r, err)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	if p.cookie != nil {
		http.SetCookie(w, p.cookie)
	}
	if p.private {
		w.Header().Set("Cache-Control", "no-store")
	} else {
		w.Header().Set("Cache-Control", "private, no-cache")
	}
	status := p.status
	if status == 0 {
		status = http.StatusOK
	}
	send(w, r, status, []byte(look.Visible(out.String())))
}

// send names the bytes by their hash: the same run and edition give the same
// page and the same tag, and what a run under way changed gives another.
func send(w http.ResponseWriter, r *http.Request, status int, body []byte) {
	sum := sha256.Sum256(body)
	tag := `"` + hex.EncodeToString(sum[:16]) + `"`
	w.Header().Set("ETag", tag)
	if status == http.StatusOK && matches(r.Header.Get("If-None-Match"), tag) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	w.Header().Set("Content-Length", fmt.Sprint(len(body)))
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(body) // a reader who has gone away is no fault
	}
}

// matches reads an If-None-Match header.
func matches(header, tag string) bool {
	for one := range strings.SplitSeq(header, ",") {
		if one = strings.TrimPrefix(strings.TrimSpace(one), "W/"); one == tag || one == "*" {
			return true
		}
	}
	return false
}

// embedded reads a file of this package.
func embedded(name string) string {
	data, err := files.ReadFile(name)
	if err != nil {
		panic(err) // it is embedded
	}
	return string(data)
}

// file serves text that does not change while the program runs.
func (s *site) file(text, kind string) http.HandlerFunc {
	data := []byte(text)
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", kind)
		w.Header().Set("Cache-Control", "no-cache")
		send(w, r, http.StatusOK, data)
	}
}

// health says whether the store answers, and which run was the last.
func (s *site) health(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	run, ok, err := s.Store.Before(r.Context(), maxRun)
	switch {
	case err != nil:
		s.Log(fmt.Errorf("healthz: %w", err))
		http.Error(w, "the store does not answer", http.StatusServiceUnavailable)
	case !ok:
		fmt.Fprintln(w, "ok, no run has finished")
	default:
		fmt.Fprintf(w, "ok, %s finished %s\n", run.ID(), look.Stamp(run.FinishedAt, time.RFC3339))
	}
}

// nowhere is the page of every other address.
func nowhere(v *view) (*page, error) {
	return nil, absent("There is no page %s.", cut(v.URL.Path, 200))
}
