package web

import (
	"errors"
	"net/http"
	"strings"
	"testing"
)

func TestEveryReplyHasItsHeaders(t *testing.T) {
	h := furnished(t, nil)
	for _, address := range []string{"/", "/style.css", "/icon.svg", "/healthz", "/nowhere", "/law/ZZ/1-2"} {
		header := h.ask(http.MethodGet, address).Header
		for name, want := range map[string]string{
			"Content-Security-Policy": "default-src 'none'", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
			"X-Frame-Options": "DENY", "Cross-Origin-Resource-Policy": "same-origin", "Cache-Control": "no-",
		} {
			if !strings.Contains(header.Get(name), want) {
				t.Errorf("%s: %s is %q, want %q", address, name, header.Get(name), want)
			}
		}
	}
	if p := h.ask(http.MethodGet, "/").Header.Get("Content-Security-Policy"); strings.Contains(p, "unsafe") || strings.Contains(p, "script-src") {
		t.Errorf("the policy lets scripts run: %s", p)
	}
}

func TestNothingButReadingIsAllowed(t *testing.T) {
	h := furnished(t, nil)
	for _, method := range []string{"POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PROPFIND"} {
		for _, address := range []string{"/", "/findings/f-notice.txt/waive", "/nowhere", "/healthz"} {
			reply := h.ask(method, address)
			if reply.StatusCode != http.StatusMethodNotAllowed || reply.Header.Get("Allow") != "GET, HEAD" {
				t.Errorf("%s %s: %s, allow %q", method, address, reply.Status, reply.Header.Get("Allow"))
			}
		}
	}
	reply := h.ask(http.MethodHead, "/law/ZZ/1-2")
	if body := bodyOf(t, reply); reply.StatusCode != http.StatusOK || body != "" || reply.Header.Get("Content-Length") == "" {
		t.Errorf("HEAD: %s, %d bytes, length %q", reply.Status, len(body), reply.Header.Get("Content-Length"))
	}
}

// TestOtherNamesAreRefused holds off a page whose name was pointed at the
// loopback.
func TestOtherNamesAreRefused(t *testing.T) {
	h := furnished(t, nil)
	for host, want := range map[string]int{
		"127.0.0.1:8470": 200, "localhost": 200, "LOCALHOST:1": 200, "[::1]:8470": 200, "127.8.9.1": 200, "law.example.com": 200, "Law.Example.com:443": 200, "localhost.": 200,
		"evil.example": 421, "": 421, "127.0.0.1.evil.example": 421, "localhost.evil.example:8470": 421, "10.0.0.1": 421, "::": 421, "[": 421, "0.0.0.0": 421,
	} {
		reply := h.ask(http.MethodGet, "/healthz", func(r *http.Request) { r.Host = host })
		if reply.StatusCode != want {
			t.Errorf("host %q: %s, want %d", host, reply.Status, want)
		}
	}
}

func TestAPageThatDidNotChangeIsNotSentAgain(t *testing.T) {
	h := furnished(t, nil)
	tag := h.ask(http.MethodGet, "/law/ZZ/1-2").Header.Get("ETag")
	if len(tag) != 34 {
		t.Fatalf("tag %q", tag)
	}
	for given, want := range map[string]int{tag: 304, "W/" + tag: 304, `"x", ` + tag: 304, "*": 304, `"x"`: 200, "": 200} {
		reply := h.ask(http.MethodGet, "/law/ZZ/1-2", func(r *http.Request) { r.Header.Set("If-None-Match", given) })
		if reply.StatusCode != want || want == 304 && bodyOf(t, reply) != "" {
			t.Errorf("If-None-Match %s: %s", given, reply.Status)
		}
	}
	h.begin(h.source)
	h.print("https://law.example/1.html", "cc", act("1-2", "A holder shall notify within ten days."))
	if now := h.ask(http.MethodGet, "/law/ZZ/1-2").Header.Get("ETag"); now == tag {
		t.Error("the words changed and the tag did not")
	}
}

// TestAFaultIsAPageAndALine lets one page fail as none should.
func TestAFaultIsAPageAndALine(t *testing.T) {
	h := furnished(t, nil)
	h.options.Diff = nil // a call of it panics
	h.options.RulePage = func(string) (string, error) { return "", errors.New("its page cannot be read") }
	var err error
	h.site, err = New(h.options)
	h.must(err)
	reply := h.ask(http.MethodGet, "/law/ZZ/1-2")
	if body := bodyOf(t, reply); reply.StatusCode != 500 || strings.Contains(body, "nil pointer") || len(h.logged) != 1 {
		t.Errorf("%s %q, logged %v", reply.Status, body, h.logged)
	}
	if reply := h.ask(http.MethodGet, "/rules/quote-altered"); reply.StatusCode != 500 || len(h.logged) != 2 {
		t.Errorf("%s, logged %v", reply.Status, h.logged)
	}
}
