package fetch

import (
	"cmp"
	"context"
	"time"
)

// Policy says what may be fetched, how fast and how much. Zero caps mean the
// defaults named beside them; a zero Delay means none.
type Policy struct {
	// Contact stands in the User-Agent, so that a publisher can write to the
	// operator; Version is that of the program.
	Contact, Version string
	// Delay is the rest between two requests to one host, counted from the end
	// of the first.
	Delay time.Duration
	// Allow names hosts ("localhost"), addresses ("127.0.0.1") or networks
	// ("10.0.0.0/8") beyond the public ones; on them every port is allowed.
	Allow []string
	// Hosts are the host names of the configured URLs. Where it is empty a URL
	// may redirect only within its own host.
	Hosts []string
	// Dir is the folder from which relative file: URLs are taken.
	Dir string
	// MaxBytes caps a body after decompression: 64 MiB.
	MaxBytes int64
	// MaxRatio caps how many times larger than its transfer a body may become:
	// 200. It is not looked at below one MiB.
	MaxRatio int64
	// Timeout caps one request with its body: 60 s.
	Timeout time.Duration
	// MaxRedirects caps the hops from one URL: 5.
	MaxRedirects int
	// MaxRetryAfter is the longest rest that a host may ask for and get; a
	// longer one ends the request as RateLimited: 2 min.
	MaxRetryAfter time.Duration
	// Attempts is how often a request is made when the host fails: 3.
	Attempts int
}

func (p Policy) withDefaults() Policy {
	p.MaxBytes = cmp.Or(p.MaxBytes, 64<<20)
	p.MaxRatio = cmp.Or(p.MaxRatio, 200)
	p.Timeout = cmp.Or(p.Timeout, time.Minute)
	p.MaxRedirects = cmp.Or(p.MaxRedirects, 5)
	p.MaxRetryAfter = cmp.Or(p.MaxRetryAfter, 2*time.Minute)
	p.Attempts = cmp.Or(p.Attempts, 3)
	p.Version = cmp.Or(p.Version, "dev")
	return p
}

// userAgent is "pincite/1.2 (+ops@example.com)".
func (p Policy) userAgent() string {
	agent := "pincite/" + p.Version
	if p.Contact != "" {
		agent += " (+" + p.Contact + ")"
	}
	return agent
}

// Clock is the time as the caller hands it in.
type Clock interface {
	Now() time.Time
	// Sleep returns after d, or earlier with the error of ctx.
	Sleep(ctx context.Context, d time.Duration) error
}
