package web

import (
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strings"
)

// policy lets a page load its own style and picture, send its own forms, and do
// nothing else: no script runs, whatever stands in a statute or an answer.
const policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// guard refuses what no reader of ours would ask, and says how a browser must
// treat what it gets.
func (s *site) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
		defer s.recover(w, r)
		switch {
		case !s.allows(r):
			h.Set("Allow", "GET, HEAD")
			s.refuse(w, http.StatusMethodNotAllowed, "these pages can be read and nothing else: use GET or HEAD")
		case !s.known(r.Host):
			s.refuse(w, http.StatusMisdirectedRequest, "this site is not known by that name: ask it as localhost, or start it with --host")
		default:
			next.ServeHTTP(w, r)
		}
	})
}

// refuse answers in plain text: who asks so is no reader of pages.
func (s *site) refuse(w http.ResponseWriter, status int, say string) {
	w.Header().Set("Cache-Control", "no-store")
	http.Error(w, say, status)
}

// recover turns a fault of ours into a page that says so.
func (s *site) recover(w http.ResponseWriter, r *http.Request) {
	fault := recover()
	if fault == nil {
		return
	}
	if fault == http.ErrAbortHandler {
		panic(fault)
	}
	s.Log(fmt.Errorf("%s %q: %v", r.Method, r.URL.Path, fault))
	s.refuse(w, http.StatusInternalServerError, "the page could not be made: the log of the server says why")
}

// allows tells reading, and accepting a finding where that is enabled.
func (s *site) allows(r *http.Request) bool {
	return r.Method == http.MethodGet || r.Method == http.MethodHead ||
		r.Method == http.MethodPost && s.Waivers != nil && isWaive(r.URL.Path)
}

// known tells the names by which the site may be asked. A page elsewhere can
// point a name of its own at the loopback, and must not read the law through it.
func (s *site) known(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.TrimSuffix(strings.ToLower(strings.Trim(host, "[]")), ".")
	if address, err := netip.ParseAddr(host); err == nil && address.IsLoopback() {
		return true
	}
	return host == "localhost" || slices.ContainsFunc(s.Hosts, func(known string) bool { return strings.EqualFold(known, host) })
}
