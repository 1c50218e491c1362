package fetch

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"strings"

	"code.dny.dev/ssrf"
)

// reply is one HTTP answer, read to its end.
type reply struct {
	status int
	header http.Header
	body   []byte
}

// ask makes a request in the host's turn, again and again where the host fails
// in a way that may pass.
func (f *Fetcher) ask(ctx context.Context, u *url.URL, known Known, limit int64) (reply, *Failure) {
	turn := f.hosts.named(u.Host)
	if failure := turn.take(ctx, f, u); failure != nil {
		return reply{}, failure
	}
	defer turn.release(f)
	for attempt := 1; ; attempt++ {
		got, failure := f.once(ctx, u, known, limit)
		if failure == nil || !failure.transient {
			return got, failure
		}
		if failure := f.rest(ctx, turn, failure, attempt); failure != nil {
			return reply{}, failure
		}
	}
}

// once makes one request.
func (f *Fetcher) once(parent context.Context, u *url.URL, known Known, limit int64) (reply, *Failure) {
	ctx, cancel := context.WithTimeout(parent, f.policy.Timeout)
	defer cancel()
	request, err := f.request(ctx, u, known)
	if err != nil {
		return reply{}, &Failure{Outcome: BadURL, URL: u.String(), Reason: err.Error(), Remedy: "mend the URL in the config"}
	}
	response, err := f.client.Do(request)
	if err != nil {
		return reply{}, f.classify(parent, u, err)
	}
	defer response.Body.Close()
	got := reply{status: response.StatusCode, header: response.Header}
	if failure := f.weigh(u, response, known); failure != nil {
		if failure == disbelieved {
			response.Body.Close()
			return f.once(parent, u, Known{}, limit)
		}
		return got, failure
	}
	if got.redirects() || got.status == http.StatusNotModified {
		return got, nil
	}
	body, err := f.read(response, limit)
	if err != nil {
		return got, f.classify(parent, u, err)
	}
	got.body = body
	return got, nil
}

// request sets the headers. Accept-Encoding is set by hand, so that the
// transport leaves decompression and its caps to us.
func (f *Fetcher) request(ctx context.Context, u *url.URL, known Known) (*http.Request, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, err
	}
	request.Header.Set("User-Agent", f.policy.userAgent())
	request.Header.Set("Accept-Encoding", "gzip")
	if known.SHA256 != "" {
		setIf(request.Header, "If-None-Match", known.ETag)
		setIf(request.Header, "If-Modified-Since", known.LastModified)
	}
	return request, nil
}

func setIf(h http.Header, name, value string) {
	if value != "" {
		h.Set(name, value)
	}
}

// disbelieved marks a 304 that names another ETag than the one asked about: the
// page changed between two servers of one host, so it is asked for in full.
var disbelieved = &Failure{Outcome: NotModified}

// weigh judges a status. Nil means that the answer is to be used.
func (f *Fetcher) weigh(u *url.URL, r *http.Response, known Known) *Failure {
	switch {
	case r.StatusCode == http.StatusNotModified && known.SHA256 != "":
		if tag := r.Header.Get("ETag"); known.ETag != "" && tag != "" && weak(tag) != weak(known.ETag) {
			return disbelieved
		}
		return nil
	case r.StatusCode == http.StatusOK, reply{status: r.StatusCode}.redirects():
		return nil
	case r.StatusCode == http.StatusTooManyRequests:
		return &Failure{Outcome: RateLimited, URL: u.String(), Status: r.StatusCode, Reason: "the host says that we ask too often", Remedy: "raise fetch.delay", transient: true, after: f.retryAfter(r.Header)}
	case r.StatusCode >= 500:
		return &Failure{Outcome: Unavailable, URL: u.String(), Status: r.StatusCode, Reason: "the host answers " + r.Status, Remedy: "run again later; if it stays so, open the URL in a browser", transient: true, after: f.retryAfter(r.Header)}
	}
	return &Failure{Outcome: BadStatus, URL: u.String(), Status: r.StatusCode, Reason: "the host answers " + r.Status, Remedy: "open the URL in a browser: the page may have moved, or need a login"}
}

// weak drops the mark of a weak validator: servers add it when they compress.
func weak(tag string) string { return strings.TrimPrefix(tag, "W/") }

// classify names an error of the network.
func (f *Fetcher) classify(parent context.Context, u *url.URL, err error) *Failure {
	failure := &Failure{Outcome: Unavailable, URL: u.String(), Reason: inner(err).Error(), Remedy: "run again later; if it stays so, open the URL in a browser", cause: err}
	var (
		body *bodyError
		cert *tls.CertificateVerificationError
		dns  *net.DNSError
		slow net.Error
	)
	switch {
	case parent.Err() != nil:
		failure.Outcome, failure.Reason, failure.Remedy = Cancelled, "the run was stopped", "run again: it goes on where it stopped"
	case errors.As(err, &body):
		failure.Outcome, failure.Reason, failure.Remedy, failure.transient = body.outcome, body.reason, body.remedy, body.outcome == Truncated
	case errors.Is(err, ssrf.ErrProhibitedIP), errors.Is(err, ssrf.ErrProhibitedPort), errors.Is(err, ssrf.ErrProhibitedNetwork):
		failure.Outcome, failure.Remedy = BlockedAddress, "if the host is your own, name it under fetch.allow"
	case errors.As(err, &slow) && slow.Timeout():
		failure.Outcome, failure.Reason = Timeout, fmt.Sprintf("no complete answer within %s", f.policy.Timeout)
	case strings.Contains(err.Error(), "server response headers exceeded"):
		failure.Outcome, failure.Remedy = TooLarge, "look at the URL in a browser: this is no statute page"
	case errors.As(err, &cert):
		failure.Outcome, failure.Remedy = Untrusted, "renew the machine's certificates; if they are new, write to the publisher"
	case errors.As(err, &dns) && dns.IsNotFound:
		failure.Remedy = "check the spelling of the host in the config"
	default:
		failure.transient = true
	}
	return failure
}

// inner takes off net/http's prefix, which repeats method and URL.
func inner(err error) error {
	var wrapped *url.Error
	if errors.As(err, &wrapped) {
		return wrapped.Err
	}
	return err
}
