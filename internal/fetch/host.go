package fetch

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"
)

// hosts are the hosts met so far.
type hosts struct {
	lock   sync.Mutex
	byName map[string]*host
}

// host is a queue of one: its turn is held while a request runs.
type host struct {
	turn chan struct{}
	// next is the earliest time of the next request and delay the host's own
	// wish; both belong to the holder of the turn.
	next  time.Time
	delay time.Duration
}

func (h *hosts) named(name string) *host {
	h.lock.Lock()
	defer h.lock.Unlock()
	name = strings.ToLower(name)
	if h.byName[name] == nil {
		h.byName[name] = &host{turn: make(chan struct{}, 1)}
	}
	return h.byName[name]
}

// take waits for the turn and then for the host's rest. A rest longer than a
// run will wait is a failure at once, and no request.
func (h *host) take(ctx context.Context, f *Fetcher, u *url.URL) *Failure {
	select {
	case h.turn <- struct{}{}:
	case <-ctx.Done():
		return cancelled(u, ctx.Err())
	}
	rest := h.next.Sub(f.clock.Now())
	if rest > f.longest() {
		<-h.turn
		return &Failure{Outcome: RateLimited, URL: u.String(), Reason: fmt.Sprintf("the host asked for a rest until %s", h.next.UTC().Format(time.RFC3339)), Remedy: "run again after that time"}
	}
	if rest > 0 {
		if err := f.clock.Sleep(ctx, rest); err != nil {
			<-h.turn
			return cancelled(u, err)
		}
	}
	return nil
}

// release lets the next one in, who waits for the delay to pass.
func (h *host) release(f *Fetcher) {
	if next := f.clock.Now().Add(max(f.policy.Delay, h.delay)); next.After(h.next) {
		h.next = next
	}
	<-h.turn
}

// longest is the longest rest that a request waits for: that of a host's wish
// or our own delay.
func (f *Fetcher) longest() time.Duration { return max(f.policy.MaxRetryAfter, f.policy.Delay) }

func cancelled(u *url.URL, err error) *Failure {
	return &Failure{Outcome: Cancelled, URL: u.String(), Reason: "the run was stopped", Remedy: "run again: it goes on where it stopped", cause: err}
}

// rest waits before the next attempt, in the host's turn so that nobody else
// asks meanwhile. It gives the failure to return where there is to be none. The
// waiting is ours and no library's, since the clock is handed in.
func (f *Fetcher) rest(ctx context.Context, turn *host, failure *Failure, attempt int) *Failure {
	backoff := min(time.Second<<(attempt-1), f.longest())
	wait := max(cmp.Or(failure.after, backoff), f.policy.Delay, turn.delay)
	turn.next = f.clock.Now().Add(wait)
	if wait > f.longest() {
		failure.Reason += fmt.Sprintf(" and asks for a rest of %s, longer than a run waits", wait)
		return failure
	}
	if attempt >= f.policy.Attempts {
		failure.Reason += fmt.Sprintf(" (%d attempts)", attempt)
		return failure
	}
	if err := f.clock.Sleep(ctx, wait); err != nil {
		failure.Outcome, failure.cause = Cancelled, err
		return failure
	}
	return nil
}

// retryAfter reads seconds or an HTTP date; zero where there is none.
func (f *Fetcher) retryAfter(h http.Header) time.Duration {
	value := strings.TrimSpace(h.Get("Retry-After"))
	if seconds, err := strconv.ParseInt(value, 10, 32); err == nil {
		return time.Duration(max(seconds, 0)) * time.Second
	}
	if date, err := http.ParseTime(value); err == nil {
		return max(date.Sub(f.clock.Now()), 0)
	}
	return 0
}
