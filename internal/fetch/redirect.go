package fetch

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// follow goes from one URL to the one that answers. Each hop passes every check
// that the first one did.
func (f *Fetcher) follow(ctx context.Context, at *url.URL, known Known) (*url.URL, reply, *Failure) {
	first, seen := at, map[string]bool{}
	for {
		if failure := f.permit(ctx, first, at); failure != nil {
			return at, reply{}, failure
		}
		got, failure := f.ask(ctx, at, known, f.policy.MaxBytes)
		if failure != nil || !got.redirects() {
			return at, got, failure
		}
		seen[at.String()] = true
		next, failure := f.next(at, got, seen)
		if failure != nil {
			return at, reply{}, failure
		}
		at = next
	}
}

// permit says whether a URL may be asked for at all.
func (f *Fetcher) permit(ctx context.Context, first, at *url.URL) *Failure {
	if failure := f.permitHost(first, at); failure != nil {
		return failure
	}
	return f.obey(ctx, at)
}

func (f *Fetcher) permitHost(first, at *url.URL) *Failure {
	if at.Scheme != "https" && at.Scheme != "http" || at.Hostname() == "" {
		return &Failure{Outcome: BadURL, URL: at.String(), Reason: fmt.Sprintf("scheme %q with host %q cannot be fetched", at.Scheme, at.Hostname()), Remedy: "give an https, http or file URL"}
	}
	named := f.policy.Hosts
	if len(named) == 0 {
		named = []string{first.Hostname()}
	}
	if !slices.ContainsFunc(named, func(h string) bool { return sameHost(h, at.Hostname()) }) {
		return &Failure{Outcome: HostNotAllowed, URL: at.String(), Reason: "no configured URL names the host " + at.Hostname(), Remedy: "if the publisher moved there, put the new URL into the config"}
	}
	return nil
}

// sameHost folds case, port and a leading "www.".
func sameHost(a, b string) bool { return bareHost(a) == bareHost(b) }

func bareHost(h string) string {
	if u, err := url.Parse("//" + h); err == nil && u.Hostname() != "" {
		h = u.Hostname()
	}
	return strings.TrimPrefix(strings.TrimSuffix(strings.ToLower(h), "."), "www.")
}

// next reads where a redirect leads.
func (f *Fetcher) next(at *url.URL, got reply, seen map[string]bool) (*url.URL, *Failure) {
	next, err := at.Parse(got.header.Get("Location"))
	if err != nil || got.header.Get("Location") == "" {
		return nil, &Failure{Outcome: BadStatus, URL: at.String(), Status: got.status, Reason: "the redirect leads nowhere", Remedy: "open the URL in a browser and put the page's own URL into the config"}
	}
	next.Fragment = ""
	switch {
	case seen[next.String()]:
		return nil, &Failure{Outcome: RedirectLoop, URL: at.String(), Reason: "it redirects in a circle, to " + next.String(), Remedy: "the site may want cookies or a login: look at it in a browser"}
	case len(seen) > f.policy.MaxRedirects:
		return nil, &Failure{Outcome: RedirectLoop, URL: at.String(), Reason: fmt.Sprintf("more than %d redirects", f.policy.MaxRedirects), Remedy: "put the page's own URL into the config"}
	case at.Scheme == "https" && next.Scheme == "http" && !f.allowsHost(next):
		return nil, &Failure{Outcome: Downgraded, URL: at.String(), Reason: "it redirects from https to http", Remedy: "put an https URL into the config, or name the host under fetch.allow"}
	}
	return next, nil
}

func (f *Fetcher) allowsHost(u *url.URL) bool {
	return slices.ContainsFunc(f.policy.Allow, func(h string) bool { return sameHost(h, u.Hostname()) })
}

// redirects are the statuses that name another place for the same request.
func (r reply) redirects() bool {
	return slices.Contains([]int{http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect}, r.status)
}
