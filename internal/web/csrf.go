package web

import (
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
)

// csrf ties a form to the browser that was given it: the form holds the HMAC of
// the session's cookie and of what the form is for.
type csrf struct {
	random io.Reader
	key    []byte
}

// sessionCookie is the cookie's name.
const sessionCookie = "pincite_session"

func newCSRF(random io.Reader) (*csrf, error) {
	key, err := chance(random)
	return &csrf{random: random, key: key}, err
}

func chance(random io.Reader) ([]byte, error) {
	key := make([]byte, 32)
	if _, err := io.ReadFull(random, key); err != nil {
		return nil, fmt.Errorf("the machine gives no random bytes: %w", err)
	}
	return key, nil
}

// session gives the request's session, or a new one with the cookie to set.
func (c *csrf) session(r *http.Request) (id string, fresh *http.Cookie, err error) {
	if cookie, err := r.Cookie(sessionCookie); err == nil && len(cookie.Value) == 64 {
		return cookie.Value, nil, nil
	}
	key, err := chance(c.random)
	if err != nil {
		return "", nil, err
	}
	id = hex.EncodeToString(key)
	return id, &http.Cookie{Name: sessionCookie, Value: id, Path: "/findings", HttpOnly: true, SameSite: http.SameSiteStrictMode}, nil
}

// token is what the form of a session for one finding must hold.
func (c *csrf) token(session, finding string) string {
	h := hmac.New(sha256.New, c.key)
	fmt.Fprintf(h, "%s\x00%s", session, finding)
	return hex.EncodeToString(h.Sum(nil))
}

// holds reports whether the request's form is one that its browser was given.
func (c *csrf) holds(r *http.Request, finding string) bool {
	cookie, err := r.Cookie(sessionCookie)
	return err == nil && same(r.PostFormValue("csrf"), c.token(cookie.Value, finding))
}

// same compares secrets in a time that tells nothing.
func same(a, b string) bool { return subtle.ConstantTimeCompare([]byte(a), []byte(b)) == 1 }
