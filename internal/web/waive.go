package web

import (
	"fmt"
	"net/http"
	"slices"
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
	// Faults say by field what is wrong with it; Fault says it of the whole form.
	Faults map[string]string
	Fault  string
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
	last, err := s.shelf.last(r.Context())
	if err != nil {
		s.fail(w, r, err)
		return
	}
	v := &view{s, r, last}
	f, ok := last.findings[r.PathValue("finding")]
	r.Body = http.MaxBytesReader(w, r.Body, formBytes)
	switch err := r.ParseForm(); {
	case !ok:
		v.turnAway(w, http.StatusNotFound, "There is no such finding in the last run.", "")
	case err != nil:
		v.turnAway(w, http.StatusBadRequest, "The form cannot be read.", f.ID)
	case http.NewCrossOriginProtection().Check(r) != nil, !v.csrf.holds(r, f.ID):
		v.turnAway(w, http.StatusForbidden, "The form is not one of this page, or the server was started anew since.", f.ID)
	default:
		v.keep(w, f)
	}
}

// turnAway says in a page why a form was not taken. What it held is not shown: it
// need not be of this reader.
func (v *view) turnAway(w http.ResponseWriter, status int, say, finding string) {
	v.reply(w, v.Request, &page{Body: "refused", Here: "findings", Title: "Nothing was kept", Last: v.last, status: status, private: true,
		Data: struct{ Say, Finding string }{say, finding}})
}

// keep keeps the waiver, or shows what is wrong with the form.
func (v *view) keep(w http.ResponseWriter, f found) {
	form, _, err := v.newForm(f.ID)
	if err != nil {
		v.fail(w, v.Request, err)
		return
	}
	d, err := v.findingData(f)
	if err != nil {
		v.fail(w, v.Request, err)
		return
	}
	given := form.read(v.Request)
	given.Finding, given.Bound = f.ID, v.Waivers.Bind(f.Answer, f.Finding)
	if status := form.check(&given, v); status != 0 {
		d.Form = form
		v.again(w, &d, status)
		return
	}
	if !d.acceptable(v) {
		d.Notice = "Nothing was kept: this finding has been accepted already. To change that, take it back with pincite unwaive."
		v.again(w, &d, http.StatusConflict)
		return
	}
	decision := store.Decisions{Waivers: []finding.Waiver{given}, Reviews: []store.Review{
		{Finding: f.ID, Rule: f.Rule, Verdict: given.Right(), Owner: given.Owner, Words: given.Reason, Due: given.Until},
	}}
	if err := v.Store.Decide(v.Context(), decision); err != nil {
		v.fail(w, v.Request, err)
		return
	}
	w.Header().Set("Cache-Control", "no-store")
	http.Redirect(w, v.Request, findingAddress(f.ID), http.StatusSeeOther)
}

// again shows the finding with what was wrong.
func (v *view) again(w http.ResponseWriter, d *findingData, status int) {
	p := v.findingPage(d)
	p.Last, p.private, p.status = v.last, true, status
	v.reply(w, v.Request, p)
}

// read takes the fields and gives the waiver that they make.
func (f *waiveForm) read(r *http.Request) finding.Waiver {
	f.Owner, f.Reason, f.Comment, f.Until = line(r, "owner"), line(r, "reason"), line(r, "comment"), line(r, "until")
	return finding.Waiver{Owner: f.Owner, Reason: finding.Because(f.Reason, f.Comment), Until: statute.Date(f.Until)}
}

// longestOwner and longestWords are what a reader of a report will read.
const longestOwner, longestWords = 200, 2000

// check marks what is wrong with the form, and gives the status of the reply: 0
// where nothing is. The token is asked for last and looked at first.
func (f *waiveForm) check(given *finding.Waiver, v *view) (status int) {
	today := statute.Date(v.Waivers.Now().UTC().Format(time.DateOnly))
	f.Faults = f.faults(today)
	if !same(v.PostFormValue("token"), v.Waivers.Token) {
		f.Faults["token"] = "This is not the token: it stands in the file that the server was started with."
		return http.StatusForbidden
	}
	if len(f.Faults) > 0 {
		return http.StatusUnprocessableEntity
	}
	if err := given.Check(today); err != nil {
		f.Fault, f.Faults["form"] = err.Error(), err.Error()
		return http.StatusUnprocessableEntity
	}
	return 0
}

// faults say by field what is missing or wrong, but of the token.
func (f *waiveForm) faults(today statute.Date) map[string]string {
	faults := map[string]string{}
	switch {
	case f.Owner == "":
		faults["owner"] = "Give the name of the person who answers for it."
	case len(f.Owner) > longestOwner:
		faults["owner"] = fmt.Sprintf("Give up to %d characters.", longestOwner)
	}
	if !slices.Contains(finding.Reasons(), f.Reason) {
		faults["reason"] = "Choose one."
	}
	switch {
	case f.Comment == "":
		faults["comment"] = "Say in a sentence why that is right here."
	case len(f.Comment) > longestWords:
		faults["comment"] = fmt.Sprintf("Give up to %d characters.", longestWords)
	}
	if f.Until == "" {
		faults["until"] = "Give the last day for which it holds."
	} else if err := finding.CheckUntil(statute.Date(f.Until), today); err != nil {
		faults["until"] = "The " + err.Error() + "."
	}
	return faults
}

// line is a field on one line; bytes that are no text are dropped.
func line(r *http.Request, field string) string {
	value := r.PostFormValue(field)
	if !utf8.ValidString(value) {
		value = strings.ToValidUTF8(value, "")
	}
	return strings.Join(strings.Fields(value), " ")
}
