package look

import (
	"net/netip"
	"net/url"
	"strings"
)

// WebAddress tells an address that any reader may follow. That of a mirror's file,
// and one of the machine that read it, lead nowhere from elsewhere: they are shown
// and not linked.
func WebAddress(s string) bool {
	at, err := url.Parse(s)
	return err == nil && (at.Scheme == "http" || at.Scheme == "https") && at.Hostname() != "" && !Local(s)
}

// Local tells a web address of the machine itself, which nobody else can ask, and
// which is served for a while only.
func Local(s string) bool {
	at, err := url.Parse(s)
	if err != nil || at.Scheme != "http" && at.Scheme != "https" {
		return false
	}
	host := strings.TrimSuffix(strings.ToLower(at.Hostname()), ".")
	ip, err := netip.ParseAddr(host)
	return host == "localhost" || strings.HasSuffix(host, ".localhost") || err == nil && ip.IsLoopback()
}
