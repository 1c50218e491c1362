package web

import (
	"crypto/sha256"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"github.com/pincite/pincite/internal/finding"
)

// counter stands for chance: its bytes differ, and are the same in every test.
type counter struct{ n int }

func (c *counter) Read(p []byte) (int, error) {
	c.n++
	sum := sha256.Sum256(fmt.Append(nil, c.n))
	return copy(p, sum[:]), nil
}

const secret = "a token of the tests, long enough"

// openHall is a hall in which findings can be accepted.
func openHall(t *testing.T) *hall {
	return furnished(t, &Waivers{
		Token: secret, Now: func() time.Time { return noon }, Random: &counter{},
		Bind: func(a *finding.AnswerReport, f *finding.Finding) string { return "bound to " + a.ID + " " + f.ID },
	})
}

const findingPageAddress = "/findings/f-notice.txt"

// form is the form as a browser would send it, and the cookie that came with it.
func (h *hall) form() (url.Values, *http.Cookie) {
	h.Helper()
	reply := h.ask(http.MethodGet, findingPageAddress)
	if len(reply.Cookies()) != 1 || reply.Header.Get("Cache-Control") != "no-store" {
		h.Fatalf("cookies %v, cache %q", reply.Cookies(), reply.Header.Get("Cache-Control"))
	}
	fields := url.Values{"owner": {"A. Clerk"}, "reason": {finding.FalseAlarm}, "comment": {"read  by\ncounsel"}, "until": {"2026-09-01"}, "token": {secret}}
	for n := range parsed(h.TB, bodyOf(h.TB, reply)).Descendants() {
		if n.Type == html.ElementNode && attribute(n, "name") == "csrf" {
			fields.Set("csrf", attribute(n, "value"))
		}
	}
	return fields, reply.Cookies()[0]
}

// send sends the form.
func (h *hall) send(address string, fields url.Values, cookie *http.Cookie, change ...func(*http.Request)) *http.Response {
	h.Helper()
	r := httptest.NewRequestWithContext(h.Context(), http.MethodPost, "http://127.0.0.1:8470"+address, strings.NewReader(fields.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Origin", "http://127.0.0.1:8470")
	if cookie != nil {
		r.AddCookie(cookie)
	}
	for _, one := range change {
		one(r)
	}
	w := httptest.NewRecorder()
	h.site.ServeHTTP(w, r)
	return w.Result()
}

func (h *hall) waived() []finding.Waiver {
	h.Helper()
	all, err := h.Waivers(h.Context())
	h.must(err)
	return all
}

func TestAFindingIsAccepted(t *testing.T) {
	h := openHall(t)
	fields, cookie := h.form()
	if !cookie.HttpOnly || cookie.SameSite != http.SameSiteStrictMode {
		t.Errorf("the cookie is %v", cookie)
	}
	reply := h.send(findingPageAddress+"/waive", fields, cookie)
	if reply.StatusCode != http.StatusSeeOther || reply.Header.Get("Location") != findingPageAddress {
		t.Fatalf("%s to %q: %s", reply.Status, reply.Header.Get("Location"), bodyOf(t, reply))
	}
	want := finding.Waiver{Finding: "f-notice.txt", Owner: "A. Clerk", Reason: "false-alarm: read by counsel", Until: "2026-09-01", Bound: "bound to notice.txt f-notice.txt"}
	if all := h.waived(); len(all) != 1 || all[0] != want {
		t.Errorf("kept %+v", all)
	}
	const accepted = "accepted from the next run on"
	h.shows(findingPageAddress, accepted, "Accepted from the next run on", "By A. Clerk until 2026-09-01")
	h.shows("/findings", accepted+" ZZ source-unused")
	h.shows("/findings?state=accepted+from+the+next+run+on", "1 finding,")
	h.shows("/", "1 finding of this run was accepted since", accepted)
	h.shows("/answers/notice.txt", "source-unused ("+accepted+")")
	if page := h.get(findingPageAddress); strings.Contains(page, "csrf") {
		t.Error("the finding can be accepted twice")
	}
	fields.Set("owner", "B. Clerk")
	reply = h.send(findingPageAddress+"/waive", fields, cookie)
	if body := bodyOf(t, reply); reply.StatusCode != http.StatusConflict || !strings.Contains(body, "has been accepted already") || h.waived()[0] != want {
		t.Errorf("a second acceptance: %s, kept %+v", reply.Status, h.waived())
	}
	reviews, err := h.Reviews(t.Context())
	h.must(err)
	if reviews["source-unused"].False != 1 {
		t.Errorf("reviews: %+v", reviews)
	}
}

// TestOnlyOurFormWithTheTokenIsTaken breaks one thing at a time.
func TestOnlyOurFormWithTheTokenIsTaken(t *testing.T) {
	h := openHall(t)
	good, cookie := h.form()
	other := &http.Cookie{Name: sessionCookie, Value: strings.Repeat("a", 64)}
	for name, c := range map[string]struct {
		set    func(url.Values)
		cookie *http.Cookie
		change func(*http.Request)
		want   int
	}{
		"no token":        {func(v url.Values) { v.Del("token") }, cookie, nil, 403},
		"wrong token":     {func(v url.Values) { v.Set("token", secret+" ") }, cookie, nil, 403},
		"no csrf":         {func(v url.Values) { v.Del("csrf") }, cookie, nil, 403},
		"wrong csrf":      {func(v url.Values) { v.Set("csrf", strings.Repeat("0", 64)) }, cookie, nil, 403},
		"no cookie":       {nil, nil, nil, 403},
		"another session": {nil, other, nil, 403},
		"another site":    {nil, cookie, func(r *http.Request) { r.Header.Set("Origin", "http://evil.example") }, 403},
		"cross site":      {nil, cookie, func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") }, 403},
		"another name":    {nil, cookie, func(r *http.Request) { r.Host = "evil.example" }, 421},
		"a huge form":     {func(v url.Values) { v.Set("comment", strings.Repeat("x", formBytes)) }, cookie, nil, 400},
		"no owner":        {func(v url.Values) { v.Set("owner", " \t") }, cookie, nil, 422},
		"no reason":       {func(v url.Values) { v.Del("reason") }, cookie, nil, 422},
		"own reason":      {func(v url.Values) { v.Set("reason", "because") }, cookie, nil, 422},
		"no words":        {func(v url.Values) { v.Set("comment", "") }, cookie, nil, 422},
		"no day":          {func(v url.Values) { v.Del("until") }, cookie, nil, 422},
		"today":           {func(v url.Values) { v.Set("until", "2026-03-01") }, cookie, nil, 422},
		"no date":         {func(v url.Values) { v.Set("until", "soon") }, cookie, nil, 422},
		"for ever":        {func(v url.Values) { v.Set("until", "9999-12-31") }, cookie, nil, 422},
		"a long owner":    {func(v url.Values) { v.Set("owner", strings.Repeat("x", 201)) }, cookie, nil, 422},
	} {
		fields := url.Values{}
		for key, value := range good {
			fields[key] = append([]string{}, value...)
		}
		if c.set != nil {
			c.set(fields)
		}
		if c.change == nil {
			c.change = func(*http.Request) {}
		}
		reply := h.send(findingPageAddress+"/waive", fields, c.cookie, c.change)
		body := bodyOf(t, reply)
		if reply.StatusCode != c.want {
			t.Errorf("%s: %s: %.200s", name, reply.Status, body)
		}
		if c.want != 421 && (!strings.Contains(body, "Nothing was kept") || !strings.Contains(body, "<nav")) {
			t.Errorf("%s: no page says that nothing was kept: %.200s", name, body)
		}
		if c.want == 422 && !strings.Contains(body, `class="fault"`) {
			t.Errorf("%s: no field says what is wrong", name)
		}
	}
	if all := h.waived(); len(all) > 0 {
		t.Errorf("kept %+v", all)
	}
	if reply := h.send("/findings/f-0/waive", good, cookie); reply.StatusCode != 404 {
		t.Errorf("a finding that is not there: %s", reply.Status)
	}
}

// TestAWrongTokenKeepsWhatWasTyped shows the form again, with the fault at its
// field.
func TestAWrongTokenKeepsWhatWasTyped(t *testing.T) {
	h := openHall(t)
	fields, cookie := h.form()
	fields.Set("token", "guessed")
	page := bodyOf(t, h.send(findingPageAddress+"/waive", fields, cookie))
	for _, want := range []string{`value="A. Clerk"`, `value="read by counsel"`, `value="2026-09-01"`, `<option value="false-alarm" selected>`, "This is not the token", `aria-invalid="true"`} {
		if !strings.Contains(page, want) {
			t.Errorf("%q is not in the page", want)
		}
	}
	if strings.Contains(page, "guessed") {
		t.Error("the token is shown again")
	}
	empty := url.Values{"csrf": fields["csrf"]}
	page = bodyOf(t, h.send(findingPageAddress+"/waive", empty, cookie))
	if got := strings.Count(page, `class="fault"`); got != 5 {
		t.Errorf("%d of the five fields say what is missing", got)
	}
}

// TestALapsedWaiverCanBeRenewed: the waiver that lapsed is on file still, and is
// none; a new one for the same finding is.
func TestALapsedWaiverCanBeRenewed(t *testing.T) {
	old := finding.Waiver{Finding: "f", Owner: "A. Clerk", Reason: "other: x", Until: "2026-02-01", Bound: "b"}
	reported, renewed := old, old
	reported.Lapsed, renewed.Until = "its last day is past", "2026-09-01"
	for name, c := range map[string]struct {
		reported, filed *finding.Waiver
		want            bool
	}{
		"open":    {nil, nil, false},
		"new":     {nil, &old, true},
		"lapsed":  {&reported, &old, false},
		"renewed": {&reported, &renewed, true},
		"waived":  {&old, &old, false},
	} {
		f := found{Finding: &finding.Finding{Waiver: c.reported}, Filed: c.filed}
		if f.Accepted() != c.want {
			t.Errorf("%s: %v", name, f.Accepted())
		}
	}
}

// TestAFormIsForOneFinding does not let one form accept another finding.
func TestAFormIsForOneFinding(t *testing.T) {
	c, err := newCSRF(&counter{})
	if err != nil {
		t.Fatal(err)
	}
	if c.token("s", "f-1") == c.token("s", "f-2") || c.token("s", "f-1") == c.token("t", "f-1") {
		t.Error("two forms have one token")
	}
	if _, err := newCSRF(strings.NewReader("short")); err == nil || !strings.Contains(err.Error(), io.ErrUnexpectedEOF.Error()) {
		t.Errorf("too little chance: %v", err)
	}
}

func TestWithoutWaiversThereIsNoForm(t *testing.T) {
	h := furnished(t, nil)
	reply := h.ask(http.MethodGet, findingPageAddress)
	if body := bodyOf(t, reply); strings.Contains(body, "csrf") || len(reply.Cookies()) > 0 {
		t.Error("a form or a cookie is there")
	}
}

func TestFormsKeepHostileText(t *testing.T) {
	h := openHall(t)
	for name, attack := range attacks {
		fields, cookie := h.form()
		fields.Set("owner", attack)
		fields.Set("until", attack)
		reply := h.send(findingPageAddress+"/waive", fields, cookie)
		if reply.StatusCode != 422 && reply.StatusCode != 400 {
			t.Errorf("%s: %s", name, reply.Status)
		}
		inert(t, name, bodyOf(t, reply))
	}
}
