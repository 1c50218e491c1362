package web

import (
	"fmt"
	"net/http"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
	"github.com/pincite/pincite/internal/store"
)

const waivePattern = "/findings/{finding}/waive"

// isWaive tells the addresses to which a form may be sent.
func isWaive(path string) bool {
	return strings.HasPrefix(path, "/findings/") && strings.HasSuffix(path, "/waive")
}

// waiveForm is the form as it is shown, with what was wrong with it.
type waiveForm struct {
	CSRF, Action           string
	Owner, Reason, Comment string
	Until                  string
	Reasons                []string
	Fault                  string
	// First is the first day that may be given.
	First string
}

func (v *view) newForm(id string) (*waiveForm, *http.Cookie, error) {
	session, cookie, err := v.csrf.session(v.Request)
	if err != nil {
		return nil, nil, err
	}
	return &waiveForm{
		CSRF: v.csrf.token(session, id), Action: findingAddress(id) + "/waive", Reasons: finding.Reasons(),
		First: v.Waivers.Now().UTC().AddDate(0, 0, 1).Format(time.DateOnly),
	}, cookie, nil
}

// formBytes is how long a form may be.
const formBytes = 64 << 10

// waive takes a form: where all is there and the token is right it keeps the
// waiver and leads back to the finding, else it shows the form with its faults.
func (s *site) waive(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	r.Body = http.MaxBytesReader(w, r.Body, formBytes)
	if err := r.ParseForm(); err != nil {
		s.refuse(w, http.StatusBadRequest, "the form cannot be read: open the finding again")
		return
	}
	last, err := s.shelf.last(r.Context())
	if err != nil {
		s.fail(w, r, err)
		return
	}
	v := &view{s, r, last}
	f, ok := last.findings[r.PathValue("finding")]
	if !ok {
		s.refuse(w, http.StatusNotFound, "there is no such finding in the last run")
		return
	}
	if status, say := v.trusts(f.ID); status != 0 {
		s.refuse(w, status, say)
		return
	}
	v.keep(w, f)
}

// trusts reports whether the form comes from our own page and from a reader with
// the token; else with which status and words it is refused.
func (v *view) trusts(id string) (status int, say string) {
	switch {
	case http.NewCrossOriginProtection().Check(v.Request) != nil, !v.csrf.holds(v.Request, id):
		return http.StatusForbidden, "the form is not one of this page, or the server was started anew: open the finding again"
	case !same(v.PostFormValue("token"), v.Waivers.Token):
		return http.StatusForbidden, "the token is not right: it stands in the file that the server was started with; go back and give it again"
	}
	return 0, ""
}

// keep keeps the waiver, or shows what is wrong with the form.
func (v *view) keep(w http.ResponseWriter, f found) {
	form, _, err := v.newForm(f.ID)
	if err != nil {
		v.fail(w, v.Request, err)
		return
	}
	given := form.read(v.Request)
	given.Finding, given.Bound = f.ID, v.Waivers.Bind(f.Answer, f.Finding)
	if err := form.check(&given, v.Waivers.Now()); err != nil {
		form.Fault = err.Error()
		v.again(w, f, form)
		return
	}
	decision := store.Decisions{Waivers: []finding.Waiver{given}, Reviews: []store.Review{
		{Finding: f.ID, Rule: f.Rule, Verdict: given.Right(), Owner: given.Owner, Words: given.Reason, Due: given.Until},
	}}
	if err := v.Store.Decide(v.Context(), decision); err != nil {
		v.fail(w, v.Request, err)
		return
	}
	http.Redirect(w, v.Request, findingAddress(f.ID), http.StatusSeeOther)
}

// again shows the form with what was wrong.
func (v *view) again(w http.ResponseWriter, f found, form *waiveForm) {
	d, err := v.findingData(f)
	if err != nil {
		v.fail(w, v.Request, err)
		return
	}
	d.Form = form
	p := v.findingPage(&d)
	p.Last, p.private, p.status = v.last, true, http.StatusUnprocessableEntity
	v.reply(w, v.Request, p)
}

// read takes the fields and gives the waiver that they make.
func (f *waiveForm) read(r *http.Request) finding.Waiver {
	f.Owner, f.Reason, f.Comment, f.Until = line(r, "owner"), line(r, "reason"), line(r, "comment"), line(r, "until")
	return finding.Waiver{Owner: f.Owner, Reason: finding.Because(f.Reason, f.Comment), Until: statute.Date(f.Until)}
}

// longestOwner and longestWords are what a reader of a report will read.
const longestOwner, longestWords = 200, 2000

// check says what is wrong with the form, nil where nothing is.
func (f *waiveForm) check(given *finding.Waiver, now time.Time) error {
	if len(f.Owner) > longestOwner || len(f.Comment) > longestWords {
		return fmt.Errorf("give the owner in up to %d characters and the words in up to %d", longestOwner, longestWords)
	}
	return given.Check(statute.Date(now.UTC().Format(time.DateOnly)))
}

// line is a field on one line; bytes that are no text are dropped.
func line(r *http.Request, field string) string {
	value := r.PostFormValue(field)
	if !utf8.ValidString(value) {
		value = strings.ToValidUTF8(value, "")
	}
	return strings.Join(strings.Fields(value), " ")
}
