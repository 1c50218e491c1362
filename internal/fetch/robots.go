package fetch

import (
	"bytes"
	"context"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"
)

// The rules of robots.txt are read here by RFC 9309 and not by a library: those
// at hand deny where an Allow and a Disallow of the same length meet, weigh
// patterns by the length of a regular expression, and take 401, 403 and 429 for
// consent.

// robots keeps one rulebook per scheme and host.
type robots struct {
	lock   sync.Mutex
	byHost map[string]*rulebook
}

// rulebook is what one host's robots.txt says to us.
type rulebook struct {
	lock    sync.Mutex
	read    time.Time
	rules   []rule
	refused string
	failure *Failure
	delay   time.Duration
}

// A rulebook is read again after a day, one that could not be read after an
// hour.
const (
	rulebookAge = 24 * time.Hour
	failureAge  = time.Hour
	// robotsLimit is what is read of a robots.txt; the RFC asks for 500 KiB.
	robotsLimit = 512 << 10
)

// obey asks the host's robots.txt about a URL. A robots.txt that cannot be read
// closes the host for now, under the name of its own failure.
func (f *Fetcher) obey(ctx context.Context, u *url.URL) *Failure {
	book := f.robots.of(u)
	book.lock.Lock()
	defer book.lock.Unlock()
	age := rulebookAge
	if book.failure != nil {
		age = failureAge
	}
	if book.read.IsZero() || f.clock.Now().Sub(book.read) >= age {
		f.readRobots(ctx, u, book)
	}
	return book.judge(u)
}

func (r *robots) of(u *url.URL) *rulebook {
	r.lock.Lock()
	defer r.lock.Unlock()
	key := u.Scheme + "://" + strings.ToLower(u.Host)
	if r.byHost[key] == nil {
		r.byHost[key] = &rulebook{}
	}
	return r.byHost[key]
}

func (b *rulebook) judge(u *url.URL) *Failure {
	if b.failure != nil {
		copied := *b.failure
		return &copied
	}
	reason := b.refused
	if reason == "" {
		denied := denies(b.rules, u)
		if denied == "" {
			return nil
		}
		reason = "its robots.txt says " + denied
	}
	return &Failure{Outcome: RobotsDenied, URL: u.String(), Reason: reason, Remedy: "ask the publisher for leave, or use a mirror by a file: URL"}
}

// readRobots fetches robots.txt, following redirects, and takes the status as
// DESIGN has it: 4xx opens the host but for 401 and 403, 429 and 5xx close it.
func (f *Fetcher) readRobots(ctx context.Context, u *url.URL, book *rulebook) {
	got, failure := f.askRobots(ctx, u)
	book.rules, book.refused, book.failure, book.delay = nil, "", nil, 0
	switch {
	case failure != nil && failure.Outcome == Cancelled:
		book.failure = failure
		return // not kept as read: the next run asks again
	case failure != nil && (failure.Status == http.StatusUnauthorized || failure.Status == http.StatusForbidden):
		book.refused = "its robots.txt is closed to us with status " + strconv.Itoa(failure.Status)
	case failure != nil && failure.Outcome == BadStatus && failure.Status >= 400, failure != nil && failure.Outcome == RedirectLoop:
		// no rules: everything is open
	case failure != nil:
		book.failure = failure
		failure.Reason = "its robots.txt cannot be read: " + failure.Reason
	default:
		book.rules, book.delay = parseRobots(got.body)
		f.hosts.named(u.Host).wish(min(book.delay, f.policy.MaxRetryAfter))
	}
	book.read = f.clock.Now()
}

// wish raises the host's rest to what its robots.txt asks for.
func (h *host) wish(delay time.Duration) {
	h.turn <- struct{}{}
	h.delay = delay
	<-h.turn
}

func (f *Fetcher) askRobots(ctx context.Context, u *url.URL) (reply, *Failure) {
	at, seen := &url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"}, map[string]bool{}
	for {
		if failure := f.permitHost(u, at); failure != nil {
			return reply{}, failure
		}
		got, failure := f.ask(ctx, at, Known{}, robotsLimit)
		if failure != nil || !got.redirects() {
			return got, failure
		}
		seen[at.String()] = true
		if at, failure = f.next(at, got, seen); failure != nil {
			return reply{}, failure
		}
	}
}

// rule is one Allow or Disallow line that is meant for us.
type rule struct {
	allow   bool
	pattern string
}

// agent is our product token.
const agent = "pincite"

// parseRobots gives the rules of all groups that name us, else of all that name
// everyone, and the rest that they ask for between requests.
func parseRobots(body []byte) ([]rule, time.Duration) {
	var ours, everyones group
	var meant []*group
	named, began, rules := false, false, false
	for line := range bytes.FieldsFuncSeq(body, func(r rune) bool { return r == '\n' || r == '\r' }) {
		key, value := robotsLine(string(line))
		switch key {
		case "user-agent":
			if rules || !began {
				meant, rules, began = nil, false, true
			}
			switch productToken(value) {
			case agent:
				meant, named = append(meant, &ours), true
			case "*":
				meant = append(meant, &everyones)
			}
		case "allow", "disallow", "crawl-delay":
			rules = true
			for _, g := range meant {
				g.add(key, value)
			}
		}
	}
	if named {
		return ours.rules, ours.delay
	}
	return everyones.rules, everyones.delay
}

// group gathers what is said to one agent over the whole file.
type group struct {
	rules []rule
	delay time.Duration
}

func (g *group) add(key, value string) {
	if key == "crawl-delay" {
		if seconds, err := strconv.ParseFloat(value, 64); err == nil && seconds > 0 && seconds < 1e6 {
			g.delay = time.Duration(seconds * float64(time.Second))
		}
		return
	}
	if value != "" { // an empty Disallow closes nothing
		g.rules = append(g.rules, rule{key == "allow", normalPath(value)})
	}
}

func robotsLine(line string) (key, value string) {
	line, _, _ = strings.Cut(line, "#")
	line = strings.TrimPrefix(line, "\ufeff")
	key, value, _ = strings.Cut(line, ":")
	return strings.ToLower(strings.TrimSpace(key)), strings.TrimSpace(value)
}

// productToken is the leading name of "Pincite/1.0", in lower case.
func productToken(value string) string {
	if strings.HasPrefix(value, "*") {
		return "*"
	}
	end := strings.IndexFunc(value, func(r rune) bool {
		return r != '-' && r != '_' && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z')
	})
	if end >= 0 {
		value = value[:end]
	}
	return strings.ToLower(value)
}

// denies gives the rule that closes a URL, "" where none does. The longest
// pattern wins, and of two as long the one that allows.
func denies(rules []rule, u *url.URL) string {
	path := normalPath(u.EscapedPath())
	if path == "" {
		path = "/"
	}
	if path == "/robots.txt" {
		return ""
	}
	if u.RawQuery != "" {
		path += "?" + u.RawQuery
	}
	best := rule{allow: true}
	for _, r := range rules {
		longer := len(r.pattern) > len(best.pattern) || len(r.pattern) == len(best.pattern) && r.allow
		if longer && matchesPath(r.pattern, path) {
			best = r
		}
	}
	if best.allow {
		return ""
	}
	return "Disallow: " + best.pattern
}

// normalPath writes escapes of ordinary signs as the signs and others in one
// form, so that both sides are compared octet by octet.
func normalPath(path string) string {
	var out strings.Builder
	for i := 0; i < len(path); i++ {
		c := path[i]
		if c == '%' && i+2 < len(path) {
			if n, err := strconv.ParseUint(path[i+1:i+3], 16, 8); err == nil {
				writeOctet(&out, byte(n))
				i += 2
				continue
			}
		}
		if c < 0x80 {
			out.WriteByte(c)
			continue
		}
		writeOctet(&out, c)
	}
	return out.String()
}

func writeOctet(out *strings.Builder, c byte) {
	const unreserved = "-._~"
	if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte(unreserved, c) >= 0 {
		out.WriteByte(c)
		return
	}
	const digits = "0123456789ABCDEF"
	out.WriteByte('%')
	out.WriteByte(digits[c>>4])
	out.WriteByte(digits[c&15])
}

// matchesPath matches from the start of the path; "*" is any run of octets and
// a closing "$" the path's end. Each piece is sought at its earliest place, so
// the time is bounded by the product of the lengths.
func matchesPath(pattern, path string) bool {
	anchored := strings.HasSuffix(pattern, "$")
	pieces := strings.Split(strings.TrimSuffix(pattern, "$"), "*")
	if !strings.HasPrefix(path, pieces[0]) {
		return false
	}
	rest := path[len(pieces[0]):]
	if len(pieces) == 1 {
		return !anchored || rest == ""
	}
	for _, piece := range pieces[1 : len(pieces)-1] {
		at := strings.Index(rest, piece)
		if at < 0 {
			return false
		}
		rest = rest[at+len(piece):]
	}
	last := pieces[len(pieces)-1]
	if anchored {
		return strings.HasSuffix(rest, last)
	}
	return strings.Contains(rest, last)
}
