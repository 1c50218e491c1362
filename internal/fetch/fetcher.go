package fetch

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// Capture is what a URL served.
type Capture struct {
	// URL is the one asked for, Final the one that answered after redirects.
	URL, Final string
	// Outcome is OK, NotModified or Changed.
	Outcome Outcome
	// Status is the HTTP status; zero for a file.
	Status int
	// Body is free of content coding, else as served. It is nil where the
	// server said 304; what the hash alone shows to be unmodified has its body.
	Body []byte
	// ContentType, ETag and LastModified are the headers, "" where absent.
	ContentType, ETag, LastModified string
	// SHA256 is the hex hash of Body, or the known one after a 304.
	SHA256    string
	FetchedAt time.Time
	// NotModified is whether Outcome is NotModified.
	NotModified bool
}

// Known is what is held of a URL already; zero for one never fetched. Without a
// SHA256 no conditional request is made: a 304 would leave nothing to read.
type Known struct {
	ETag, LastModified, SHA256 string
}

// Fetcher gets URLs under one Policy. It may be shared by goroutines: they take
// turns at each host.
type Fetcher struct {
	policy Policy
	clock  Clock
	client *http.Client
	hosts  hosts
	robots robots
}

// New gives a Fetcher. The clock must not be nil.
func New(policy Policy, clock Clock) *Fetcher {
	policy = policy.withDefaults()
	f := &Fetcher{policy: policy, clock: clock, client: newClient(policy)}
	f.hosts.byName = map[string]*host{}
	f.robots.byHost = map[string]*rulebook{}
	return f
}

// Get fetches one URL, following redirects. An error is a *Failure.
func (f *Fetcher) Get(ctx context.Context, rawURL string, known Known) (Capture, error) {
	if path, ok := f.filePath(rawURL); ok {
		return f.getFile(rawURL, path, known)
	}
	start, err := url.Parse(rawURL)
	if err != nil {
		return Capture{}, &Failure{Outcome: BadURL, URL: rawURL, Reason: err.Error(), Remedy: "mend the URL in the config"}
	}
	final, got, failure := f.follow(ctx, start, known)
	if failure != nil {
		return Capture{}, about(failure, rawURL)
	}
	return f.capture(rawURL, final, got, known), nil
}

// about names the URL of the config where a redirect or robots.txt failed.
func about(failure *Failure, asked string) *Failure {
	if failure.URL != asked && failure.URL != "" {
		failure.Reason = "at " + failure.URL + ": " + failure.Reason
	}
	failure.URL = asked
	return failure
}

func (f *Fetcher) capture(asked string, final *url.URL, got reply, known Known) Capture {
	c := Capture{
		URL: asked, Final: final.String(), Status: got.status, Body: got.body,
		ContentType: got.header.Get("Content-Type"), ETag: got.header.Get("ETag"), LastModified: got.header.Get("Last-Modified"),
		FetchedAt: f.clock.Now(),
	}
	if got.status == http.StatusNotModified {
		c.Outcome, c.NotModified, c.SHA256, c.Body = NotModified, true, known.SHA256, nil
		c.ETag, c.LastModified = known.ETag, known.LastModified
		return c
	}
	c.judge(known)
	return c
}

// judge hashes the body and lays it beside what was known.
func (c *Capture) judge(known Known) {
	sum := sha256.Sum256(c.Body)
	c.SHA256 = hex.EncodeToString(sum[:])
	switch {
	case known.SHA256 == "":
		c.Outcome = OK
	case strings.EqualFold(known.SHA256, c.SHA256):
		c.Outcome, c.NotModified = NotModified, true
	default:
		c.Outcome = Changed
	}
}
