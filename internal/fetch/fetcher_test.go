package fetch

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// fakeClock moves only when somebody sleeps on it.
type fakeClock struct {
	lock  sync.Mutex
	now   time.Time
	slept []time.Duration
}

func newClock() *fakeClock {
	return &fakeClock{now: time.Date(2030, 1, 2, 3, 4, 5, 0, time.UTC)}
}

func (c *fakeClock) Now() time.Time {
	c.lock.Lock()
	defer c.lock.Unlock()
	return c.now
}

func (c *fakeClock) Sleep(ctx context.Context, d time.Duration) error {
	c.lock.Lock()
	defer c.lock.Unlock()
	c.now = c.now.Add(d)
	c.slept = append(c.slept, d)
	return ctx.Err()
}

// site serves one handler beside a robots.txt that is not there.
func site(t *testing.T, page http.HandlerFunc) *httptest.Server {
	t.Helper()
	return siteWithRobots(t, http.NotFound, page)
}

func siteWithRobots(t *testing.T, robots, page http.HandlerFunc) *httptest.Server {
	t.Helper()
	mux := http.NewServeMux()
	mux.HandleFunc("/robots.txt", robots)
	mux.HandleFunc("/", page)
	server := httptest.NewUnstartedServer(mux)
	server.Config.ErrorLog = nil
	server.Start()
	t.Cleanup(server.Close)
	return server
}

// local is a policy that may reach the test's own server.
func local() Policy {
	return Policy{Contact: "ops@example.com", Version: "1.2", Allow: []string{"127.0.0.1"}, Timeout: 5 * time.Second}
}

func outcome(err error) Outcome {
	var failure *Failure
	if errors.As(err, &failure) {
		return failure.Outcome
	}
	return Outcome(fmt.Sprintf("no failure but %v", err))
}

func zipped(data []byte) []byte {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	w.Write(data)
	w.Close()
	return out.Bytes()
}

// reset closes a connection in the middle of things.
func reset(w http.ResponseWriter) {
	conn, _, err := w.(http.Hijacker).Hijack()
	if err == nil {
		conn.Close()
	}
}

func TestGetKeepsWhatWasServed(t *testing.T) {
	server := site(t, func(w http.ResponseWriter, r *http.Request) {
		if got, want := r.UserAgent(), "pincite/1.2 (+ops@example.com)"; got != want {
			t.Errorf("User-Agent %q, want %q", got, want)
		}
		w.Header().Set("Content-Type", "text/html; charset=windows-1252")
		w.Header().Set("Content-Encoding", "gzip")
		w.Header().Set("ETag", `"a"`)
		w.Write(zipped([]byte("<p>law \x96 as served</p>")))
	})
	c, err := New(local(), newClock()).Get(t.Context(), server.URL+"/law.html", Known{})
	if err != nil {
		t.Fatal(err)
	}
	if string(c.Body) != "<p>law \x96 as served</p>" || c.Outcome != OK || c.ETag != `"a"` || c.Status != 200 || c.NotModified {
		t.Errorf("captured %+v", c)
	}
	if c.ContentType != "text/html; charset=windows-1252" || !c.FetchedAt.Equal(newClock().now) {
		t.Errorf("captured %+v", c)
	}
}

// TestEveryHostileServerEndsInANamedOutcome is the adversary: each way of
// misbehaving, the name it must get, and how many requests it may provoke.
func TestEveryHostileServerEndsInANamedOutcome(t *testing.T) {
	bomb := zipped(make([]byte, 32<<20))
	long := zipped([]byte(strings.Repeat("a person shall notify ", 1000)))
	for _, c := range []struct {
		name     string
		want     Outcome
		requests int32
		page     http.HandlerFunc
	}{
		{"reset before the answer", Unavailable, 3, func(w http.ResponseWriter, _ *http.Request) { reset(w) }},
		{"reset within the body", Truncated, 3, func(w http.ResponseWriter, _ *http.Request) {
			w.Write(make([]byte, 100_000))
			w.(http.Flusher).Flush()
			reset(w)
		}},
		{"slow drip", Timeout, 1, func(w http.ResponseWriter, r *http.Request) {
			for range 100 {
				w.Write([]byte("."))
				w.(http.Flusher).Flush()
				select {
				case <-r.Context().Done():
					return
				case <-time.After(20 * time.Millisecond):
				}
			}
		}},
		{"silence", Timeout, 1, func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }},
		{"429 without end", RateLimited, 3, status(429, "1")},
		{"429 for two hours", RateLimited, 1, status(429, "7200")},
		{"503 without end", Unavailable, 3, status(503, "")},
		{"503 for two hours", Unavailable, 1, status(503, "7200")},
		{"500", Unavailable, 3, status(500, "")},
		{"404", BadStatus, 1, status(404, "")},
		{"403", BadStatus, 1, status(403, "")},
		{"204", BadStatus, 1, status(204, "")},
		{"304 to an unconditional request", BadStatus, 1, status(304, "")},
		{"length too great", Truncated, 3, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "1000")
			w.Write([]byte("short"))
		}},
		{"truncated gzip", Truncated, 3, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			w.Write(long[:len(long)-9])
		}},
		{"damaged gzip", Undecodable, 1, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			damaged := slices.Clone(long)
			damaged[len(damaged)-6] ^= 0xff
			w.Write(damaged)
		}},
		{"no gzip at all", Undecodable, 1, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			w.Write([]byte("<html>plain after all</html>"))
		}},
		{"a coding not asked for", Undecodable, 1, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "br")
			w.Write([]byte("x"))
		}},
		{"gzip bomb", TooLarge, 1, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			w.Write(bomb)
		}},
		{"endless body", TooLarge, 1, func(w http.ResponseWriter, r *http.Request) {
			for r.Context().Err() == nil {
				if _, err := w.Write(make([]byte, 1<<16)); err != nil {
					return
				}
			}
		}},
		{"huge header", TooLarge, 1, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("X-Long", strings.Repeat("x", 1<<20))
		}},
		{"redirect to itself", RedirectLoop, 1, redirect("/page")},
		{"redirect for ever", RedirectLoop, 6, func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, r.URL.Path+"x", http.StatusFound)
		}},
		{"redirect to nowhere", BadStatus, 1, status(302, "")},
		{"redirect to a private address", BlockedAddress, 1, redirect("http://10.255.0.1/")},
		{"redirect to the metadata service", BlockedAddress, 1, redirect("http://169.254.169.254/latest/")},
		{"redirect to a mapped address", BlockedAddress, 1, redirect("http://[::ffff:10.0.0.1]/")},
		{"redirect to another port inside", BlockedAddress, 1, redirect("http://127.0.0.2:22/")},
		{"redirect to another host", HostNotAllowed, 1, redirect("http://elsewhere.example/")},
		{"redirect to a file", BadURL, 1, redirect("file:///etc/passwd")},
	} {
		t.Run(c.name, func(t *testing.T) {
			var requests atomic.Int32
			server := site(t, func(w http.ResponseWriter, r *http.Request) {
				requests.Add(1)
				c.page(w, r)
			})
			policy := local()
			policy.Hosts = []string{"127.0.0.1", "10.255.0.1", "169.254.169.254", "::ffff:10.0.0.1", "127.0.0.2"}
			policy.Timeout, policy.MaxBytes = 150*time.Millisecond, 4<<20
			if c.want != Timeout {
				policy.Timeout = 10 * time.Second
			}
			_, err := New(policy, newClock()).Get(t.Context(), server.URL+"/page", Known{})
			if got := outcome(err); got != c.want {
				t.Errorf("ended as %q, want %q: %v", got, c.want, err)
			}
			if got := requests.Load(); got != c.requests {
				t.Errorf("%d requests, want %d", got, c.requests)
			}
		})
	}
}

func status(code int, retryAfter string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		if retryAfter != "" {
			w.Header().Set("Retry-After", retryAfter)
		}
		w.WriteHeader(code)
	}
}

func redirect(to string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Location", to)
		w.WriteHeader(http.StatusFound)
	}
}

// TestTheRatioCapStopsABombBelowTheByteCap shows that the ratio alone is enough.
func TestTheRatioCapStopsABombBelowTheByteCap(t *testing.T) {
	bomb := zipped(make([]byte, 8<<20))
	server := site(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		w.Write(bomb)
	})
	_, err := New(local(), newClock()).Get(t.Context(), server.URL, Known{})
	if outcome(err) != TooLarge || !strings.Contains(err.Error(), "200-fold") {
		t.Errorf("an 8 MiB bomb under a cap of 64 MiB: %v", err)
	}
}

func TestAPassingFaultIsTriedAgain(t *testing.T) {
	var requests atomic.Int32
	server := site(t, func(w http.ResponseWriter, r *http.Request) {
		switch requests.Add(1) {
		case 1:
			w.Header().Set("Connection", "close") // else the transport itself repeats what a reset spoils
			status(503, "7")(w, r)
		case 2:
			reset(w)
		default:
			w.Write([]byte("law"))
		}
	})
	clock := newClock()
	c, err := New(local(), clock).Get(t.Context(), server.URL, Known{})
	if err != nil || string(c.Body) != "law" {
		t.Fatalf("got %q, %v", c.Body, err)
	}
	if want := []time.Duration{7 * time.Second, 2 * time.Second}; !slices.Equal(clock.slept, want) {
		t.Errorf("slept %v, want %v: Retry-After, then our own back-off", clock.slept, want)
	}
}

func TestRetryAfterMayBeADate(t *testing.T) {
	clock := newClock()
	var requests atomic.Int32
	server := site(t, func(w http.ResponseWriter, r *http.Request) {
		if requests.Add(1) == 1 {
			status(429, clock.Now().Add(90*time.Second).Format(http.TimeFormat))(w, r)
		}
	})
	if _, err := New(local(), clock).Get(t.Context(), server.URL, Known{}); err != nil {
		t.Fatal(err)
	}
	if want := []time.Duration{90 * time.Second}; !slices.Equal(clock.slept, want) {
		t.Errorf("slept %v, want %v", clock.slept, want)
	}
}

// TestALongRestBindsTheWholeHost: after "come back in two hours" no other page
// of the host is asked for, until the time has come.
func TestALongRestBindsTheWholeHost(t *testing.T) {
	clock := newClock()
	var requests atomic.Int32
	server := site(t, func(w http.ResponseWriter, r *http.Request) {
		if requests.Add(1) == 1 {
			status(429, "7200")(w, r)
		}
	})
	f := New(local(), clock)
	for _, page := range []string{"/a", "/b"} {
		if _, err := f.Get(t.Context(), server.URL+page, Known{}); outcome(err) != RateLimited {
			t.Errorf("%s: %v", page, err)
		}
	}
	if requests.Load() != 1 {
		t.Errorf("%d requests while the host rests", requests.Load())
	}
	clock.Sleep(t.Context(), 2*time.Hour)
	if _, err := f.Get(t.Context(), server.URL+"/b", Known{}); err != nil {
		t.Errorf("after the rest: %v", err)
	}
}

func TestOneRequestAtATimeWithTheDelay(t *testing.T) {
	var running, most atomic.Int32
	server := site(t, func(http.ResponseWriter, *http.Request) {
		most.Store(max(most.Load(), running.Add(1)))
		time.Sleep(5 * time.Millisecond)
		running.Add(-1)
	})
	policy, clock := local(), newClock()
	policy.Delay = 2 * time.Second
	f := New(policy, clock)
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			if _, err := f.Get(t.Context(), fmt.Sprint(server.URL, "/", i), Known{}); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if most.Load() != 1 {
		t.Errorf("%d requests at once", most.Load())
	}
	// robots.txt is the first of nine requests: eight rests lie between them.
	if got := clock.now.Sub(newClock().now); got != 16*time.Second {
		t.Errorf("nine requests took %s of delay, want 16s", got)
	}
}

func TestConditionalRequests(t *testing.T) {
	body := "first"
	server := site(t, func(w http.ResponseWriter, r *http.Request) {
		tag := fmt.Sprintf("%q", body)
		w.Header().Set("ETag", tag)
		if r.Header.Get("If-None-Match") == tag {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		w.Write([]byte(body))
	})
	f := New(local(), newClock())
	first, err := f.Get(t.Context(), server.URL, Known{})
	if err != nil || first.Outcome != OK {
		t.Fatalf("%+v, %v", first, err)
	}
	known := Known{first.ETag, first.LastModified, first.SHA256}
	again, err := f.Get(t.Context(), server.URL, known)
	if err != nil || !again.NotModified || again.Status != 304 || again.Body != nil || again.SHA256 != first.SHA256 || again.ETag != first.ETag {
		t.Errorf("unchanged: %+v, %v", again, err)
	}
	same, err := f.Get(t.Context(), server.URL, Known{SHA256: first.SHA256})
	if err != nil || same.Outcome != NotModified || string(same.Body) != "first" {
		t.Errorf("same hash, no validator: %+v, %v", same, err)
	}
	body = "second"
	moved, err := f.Get(t.Context(), server.URL, known)
	if err != nil || moved.Outcome != Changed || string(moved.Body) != "second" || moved.NotModified {
		t.Errorf("changed: %+v, %v", moved, err)
	}
}

// TestA304OfAnotherPageIsNotBelieved: two servers behind one name do not agree.
func TestA304OfAnotherPageIsNotBelieved(t *testing.T) {
	server := site(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"new"`)
		if r.Header.Get("If-None-Match") != "" {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		w.Write([]byte("new"))
	})
	c, err := New(local(), newClock()).Get(t.Context(), server.URL, Known{ETag: `"old"`, SHA256: strings.Repeat("0", 64)})
	if err != nil || c.Outcome != Changed || string(c.Body) != "new" {
		t.Errorf("%+v, %v", c, err)
	}
}

func TestRedirectsAreFollowed(t *testing.T) {
	server := site(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/old" {
			http.Redirect(w, r, "/new#s", http.StatusMovedPermanently)
			return
		}
		w.Write([]byte("law"))
	})
	c, err := New(local(), newClock()).Get(t.Context(), server.URL+"/old", Known{})
	if err != nil || c.Final != server.URL+"/new" || c.URL != server.URL+"/old" {
		t.Errorf("%+v, %v", c, err)
	}
}

func TestALoopbackAddressIsBlockedUnlessAllowed(t *testing.T) {
	server := site(t, func(http.ResponseWriter, *http.Request) {})
	policy := local()
	policy.Allow = nil
	for _, url := range []string{server.URL, strings.Replace(server.URL, "127.0.0.1", "localhost", 1)} {
		if _, err := New(policy, newClock()).Get(t.Context(), url, Known{}); outcome(err) != BlockedAddress {
			t.Errorf("%s: %v", url, err)
		}
	}
	for _, allow := range []string{"127.0.0.0/8", "127.0.0.1", strings.TrimPrefix(server.URL, "http://")} {
		policy.Allow = []string{allow}
		if _, err := New(policy, newClock()).Get(t.Context(), server.URL, Known{}); err != nil {
			t.Errorf("allowed by %s: %v", allow, err)
		}
	}
}

func TestNoDowngrade(t *testing.T) {
	f := New(Policy{}, newClock())
	from := mustURL(t, "https://law.example/a")
	down := reply{status: 302, header: http.Header{"Location": {"http://law.example/a"}}}
	if _, failure := f.next(from, down, map[string]bool{}); failure == nil || failure.Outcome != Downgraded {
		t.Errorf("https to http: %v", failure)
	}
	f.policy.Allow = []string{"law.example"}
	if _, failure := f.next(from, down, map[string]bool{}); failure != nil {
		t.Errorf("allowed: %v", failure)
	}
	up := reply{status: 302, header: http.Header{"Location": {"https://law.example/a"}}}
	if _, failure := New(Policy{}, newClock()).next(mustURL(t, "http://law.example/a"), up, map[string]bool{}); failure != nil {
		t.Errorf("http to https: %v", failure)
	}
}

func TestOnlyNamedHosts(t *testing.T) {
	f := New(Policy{Hosts: []string{"law.example", "www.code.example"}}, newClock())
	for host, ok := range map[string]bool{
		"law.example": true, "WWW.Law.example": true, "code.example": true, "law.example.": true,
		"evil.example": false, "law.example.evil.example": false, "xlaw.example": false,
	} {
		failure := f.permitHost(mustURL(t, "https://law.example/"), mustURL(t, "https://"+host+"/x"))
		if (failure == nil) != ok {
			t.Errorf("%s: %v", host, failure)
		}
	}
}

func TestAStoppedRunIsNoFaultOfTheHost(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	server := site(t, func(_ http.ResponseWriter, r *http.Request) {
		cancel()
		<-r.Context().Done()
	})
	f := New(local(), newClock())
	if _, err := f.Get(ctx, server.URL, Known{}); outcome(err) != Cancelled {
		t.Errorf("stopped while asking: %v", err)
	}
	if _, err := f.Get(ctx, server.URL, Known{}); outcome(err) != Cancelled {
		t.Errorf("stopped before: %v", err)
	}
}
