package fetch

import (
	"context"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"syscall"
	"time"

	"code.dny.dev/ssrf"
)

// newClient gives a client that looks at each address after it is resolved, so
// that no name and no redirect can lead inside. It has no proxy: through one,
// the guard would see the proxy alone. Redirects are followed by hand.
func newClient(p Policy) *http.Client {
	return &http.Client{
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		Transport: &http.Transport{
			Proxy:                  nil,
			DialContext:            (&guard{allow: p.Allow, public: ssrf.New()}).dial,
			ForceAttemptHTTP2:      true,
			MaxConnsPerHost:        1,
			IdleConnTimeout:        30 * time.Second,
			TLSHandshakeTimeout:    15 * time.Second,
			MaxResponseHeaderBytes: 256 << 10,
		},
	}
}

// guard lets through public addresses on ports 80 and 443, and what the policy
// allows.
type guard struct {
	allow  []string
	public *ssrf.Guardian
}

func (g *guard) dial(ctx context.Context, network, address string) (net.Conn, error) {
	dialer := net.Dialer{Timeout: 15 * time.Second, Control: g.control}
	if g.allowsName(address) {
		dialer.Control = nil
	}
	return dialer.DialContext(ctx, network, address)
}

// allowsName looks at the host as the URL has it, before it is resolved.
func (g *guard) allowsName(address string) bool {
	return slices.ContainsFunc(g.allow, func(allowed string) bool {
		_, err := netip.ParsePrefix(allowed)
		return err != nil && sameHost(allowed, address)
	})
}

func (g *guard) control(network, address string, c syscall.RawConn) error {
	if at, err := netip.ParseAddrPort(address); err == nil && g.allowsAddress(at.Addr().Unmap()) {
		return nil
	}
	return g.public.Safe(network, address, c)
}

func (g *guard) allowsAddress(addr netip.Addr) bool {
	return slices.ContainsFunc(g.allow, func(allowed string) bool {
		if prefix, err := netip.ParsePrefix(allowed); err == nil {
			return prefix.Contains(addr)
		}
		single, err := netip.ParseAddr(allowed)
		return err == nil && single == addr
	})
}
