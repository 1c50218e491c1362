package fetch

import (
	"net/http"
	"net/url"
	"testing"
	"time"
)

func mustURL(t *testing.T, s string) *url.URL {
	t.Helper()
	u, err := url.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return u
}

func TestRobotsRules(t *testing.T) {
	for _, c := range []struct {
		why, robots, path string
		open              bool
	}{
		{"no rule", "", "/a", true},
		{"closed to all", "User-agent: *\nDisallow: /", "/a", false},
		{"an empty Disallow closes nothing", "User-agent: *\nDisallow:", "/a", true},
		{"our group and not the one of all", "User-agent: *\nDisallow: /\n\nUser-agent: Pincite\nDisallow: /b", "/a", true},
		{"our group's own rule", "User-agent: *\nAllow: /\n\nUser-agent: pincite/2.0\nDisallow: /b", "/b/c", false},
		{"another's group", "User-agent: pinciteer\nDisallow: /", "/a", true},
		{"a shorter name is another's", "User-agent: pin\nDisallow: /", "/a", true},
		{"two agents share a group", "User-agent: other\nUser-agent: pincite\nDisallow: /", "/a", false},
		{"groups of one agent add up", "User-agent: pincite\nDisallow: /a\nUser-agent: x\nDisallow: /\nUser-agent: pincite\nDisallow: /b", "/b", false},
		{"the longest match wins", "User-agent: *\nDisallow: /code\nAllow: /code/public", "/code/public/1", true},
		{"whatever the order", "User-agent: *\nAllow: /code/public\nDisallow: /code", "/code/private", false},
		{"a tie allows", "User-agent: *\nDisallow: /code\nAllow: /code", "/code", true},
		{"a dot has no weight of its own", "User-agent: *\nAllow: /a.b\nDisallow: /a*b", "/a.b", true},
		{"a star spans", "User-agent: *\nDisallow: /*/print", "/code/12/print?x=1", false},
		{"a dollar ends", "User-agent: *\nDisallow: /*.pdf$", "/x.pdf", false},
		{"and does not go on", "User-agent: *\nDisallow: /*.pdf$", "/x.pdf?page=2", true},
		{"the query counts", "User-agent: *\nDisallow: /s?q=", "/s?q=law", false},
		{"escapes are folded", "User-agent: *\nDisallow: /a%7Eb", "/a~b", false},
		{"other letters too", "User-agent: *\nDisallow: /gesetz/ü", "/gesetz/%c3%bc", false},
		{"comments and blanks", "\ufeffUser-agent : * # all\n  Disallow :/x # shut\r\n", "/x", false},
		{"a sitemap ends no group", "User-agent: *\nSitemap: http://x/s\nDisallow: /x", "/x", false},
		{"a rule before any group is nobody's", "Disallow: /\nUser-agent: *\nAllow: /", "/x", true},
		{"robots.txt itself is open", "User-agent: *\nDisallow: /", "/robots.txt", true},
		{"the root", "User-agent: *\nDisallow: /$", "", false},
		{"many stars end soon", "User-agent: *\nDisallow: /*a*a*a*a*a*a*a*a*a*a*a*a*b$", "/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", true},
		{"overlap is no match", "User-agent: *\nDisallow: /ab*b$", "/ab", true},
	} {
		rules, _ := parseRobots([]byte(c.robots))
		denied := denies(rules, mustURL(t, "https://law.example"+c.path))
		if (denied == "") != c.open {
			t.Errorf("%s: %q closes %q with %q", c.why, c.robots, c.path, denied)
		}
	}
}

func TestRobotsStatusPolicy(t *testing.T) {
	for _, c := range []struct {
		why    string
		robots http.HandlerFunc
		want   Outcome
	}{
		{"absent opens", status(404, ""), OK},
		{"gone opens", status(410, ""), OK},
		{"unauthorised closes", status(401, ""), RobotsDenied},
		{"forbidden closes", status(403, ""), RobotsDenied},
		{"too many closes for now", status(429, "7200"), RateLimited},
		{"a server's fault closes for now", status(500, ""), Unavailable},
		{"no answer closes for now", func(w http.ResponseWriter, _ *http.Request) { reset(w) }, Unavailable},
		{"a circle is no robots.txt", redirect("/robots.txt"), OK},
		{"a redirect is followed", func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "/shut", http.StatusFound)
		}, RobotsDenied},
		{"a redirect abroad closes for now", redirect("http://elsewhere.example/robots.txt"), HostNotAllowed},
	} {
		server := siteWithRobots(t, c.robots, func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/shut" {
				w.Write([]byte("User-agent: *\nDisallow: /page"))
			}
		})
		got, err := New(local(), newClock()).Get(t.Context(), server.URL+"/page", Known{})
		if got.Outcome != c.want && outcome(err) != c.want {
			t.Errorf("%s: %q, %v", c.why, got.Outcome, err)
		}
	}
}

func TestRobotsIsReadOnceADay(t *testing.T) {
	asked := 0
	server := siteWithRobots(t, func(w http.ResponseWriter, _ *http.Request) {
		asked++
		w.Write([]byte("User-agent: *\nCrawl-delay: 3"))
	}, func(http.ResponseWriter, *http.Request) {})
	clock := newClock()
	f := New(local(), clock)
	for range 3 {
		if _, err := f.Get(t.Context(), server.URL, Known{}); err != nil {
			t.Fatal(err)
		}
	}
	if waited := clock.now.Sub(newClock().now); asked != 1 || waited != 6*time.Second {
		t.Errorf("asked %d times and waited %s, want once and 6s of crawl delay", asked, waited)
	}
	clock.Sleep(t.Context(), 25*time.Hour)
	if _, err := f.Get(t.Context(), server.URL, Known{}); err != nil || asked != 2 {
		t.Errorf("a day later: asked %d times, %v", asked, err)
	}
}
