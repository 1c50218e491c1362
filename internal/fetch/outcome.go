package fetch

import (
	"fmt"
	"time"
)

// Outcome names how a request ended.
type Outcome string

// The outcomes. The first three come with a Capture, the others as a Failure.
const (
	// OK is a body seen for the first time: nothing was known of the URL.
	OK Outcome = "ok"
	// NotModified is what is already held: the server said so, or the hash did.
	NotModified Outcome = "not-modified"
	// Changed is a body whose hash is not the known one.
	Changed Outcome = "changed"

	// BadURL is a URL that cannot be fetched at all: malformed, or of a scheme
	// other than https, http and file.
	BadURL Outcome = "bad-url"
	// RobotsDenied is a path that the host's robots.txt closes to us.
	RobotsDenied Outcome = "robots-denied"
	// BlockedAddress is a host name that resolves to a private or special
	// address, or a port other than 80 and 443.
	BlockedAddress Outcome = "blocked-address"
	// HostNotAllowed is a host that no configured URL names.
	HostNotAllowed Outcome = "host-not-allowed"
	// Downgraded is a redirect from https to http.
	Downgraded Outcome = "downgraded"
	// RedirectLoop is a redirect in a circle, or one too many.
	RedirectLoop Outcome = "redirect-loop"
	// TooLarge is a body or header over its cap, or a compression bomb.
	TooLarge Outcome = "too-large"
	// Timeout is a request that did not end within its time.
	Timeout Outcome = "timeout"
	// Truncated is a body that ended before its declared or compressed end.
	Truncated Outcome = "truncated"
	// Undecodable is a body whose content coding is damaged or not ours.
	Undecodable Outcome = "undecodable"
	// BadStatus is any other HTTP status, such as 404.
	BadStatus Outcome = "bad-status"
	// RateLimited is a host that wants longer rest than a run will wait.
	RateLimited Outcome = "rate-limited"
	// Unavailable is a host that cannot be reached or answers 5xx.
	Unavailable Outcome = "unavailable"
	// Untrusted is a host whose certificate does not prove who it is.
	Untrusted Outcome = "untrusted"
	// Missing is a file that is not there, or a pattern that matches none.
	Missing Outcome = "missing"
	// Cancelled is a request that the program itself gave up.
	Cancelled Outcome = "cancelled"
)

// Failure is a request that gave no body. It is the only error of this package
// about a URL.
type Failure struct {
	Outcome Outcome
	URL     string
	// Reason says what happened, Remedy what a person can do about it; both are
	// plain clauses without a full stop.
	Reason, Remedy string
	// Status is the HTTP status, zero where there was none.
	Status int

	// transient failures may be tried again in this run, not before after.
	transient bool
	after     time.Duration
	cause     error
}

// Error names address, outcome, reason and remedy, as one plain line.
func (f *Failure) Error() string {
	return fmt.Sprintf("%s: %s: %s; %s", f.URL, f.Outcome, f.Reason, f.Remedy)
}

// Unwrap gives the error beneath, nil where there is none.
func (f *Failure) Unwrap() error { return f.cause }
