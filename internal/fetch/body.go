package fetch

import (
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
)

// bodyError is a fault found while a body was read.
type bodyError struct {
	outcome        Outcome
	reason, remedy string
}

func (e *bodyError) Error() string { return e.reason }

const (
	againRemedy = "run again: if it stays so, the publisher's server is at fault"
	lookRemedy  = "look at the URL in a browser: this is no statute page"
)

// read gives the body free of content coding, within its caps.
func (f *Fetcher) read(r *http.Response, limit int64) ([]byte, error) {
	transfer := &counter{reader: r.Body}
	plain, err := decoded(r.Header.Get("Content-Encoding"), transfer)
	if err != nil {
		return nil, bodyFault(err)
	}
	body, err := io.ReadAll(&capped{reader: plain, transfer: transfer, limit: limit, ratio: f.policy.MaxRatio})
	if err != nil {
		return nil, bodyFault(err)
	}
	return body, nil
}

func decoded(coding string, r io.Reader) (io.Reader, error) {
	switch strings.ToLower(strings.TrimSpace(coding)) {
	case "", "identity":
		return r, nil
	case "gzip", "x-gzip":
		return gzip.NewReader(r)
	}
	return nil, &bodyError{Undecodable, fmt.Sprintf("content coding %q was not asked for", coding), againRemedy}
}

// bodyFault names what a reader met. A reset within a body is a truncation.
func bodyFault(err error) error {
	var named *bodyError
	var slow interface{ Timeout() bool }
	switch {
	case errors.As(err, &named), errors.As(err, &slow) && slow.Timeout():
		return err
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum), strings.HasPrefix(err.Error(), "flate: corrupt"):
		return &bodyError{Undecodable, "the compressed body is damaged: " + err.Error(), againRemedy}
	}
	return &bodyError{Truncated, "the body ends early: " + err.Error(), againRemedy}
}

// counter counts what came over the wire.
type counter struct {
	reader io.Reader
	n      int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.reader.Read(p)
	c.n += int64(n)
	return n, err
}

// ratioFloor is the size below which no body is taken for a bomb: small pages
// of blanks compress beyond every ratio.
const ratioFloor = 1 << 20

// capped refuses a body that grows over its limit or its ratio.
type capped struct {
	reader       io.Reader
	transfer     *counter
	n            int64
	limit, ratio int64
}

func (c *capped) Read(p []byte) (int, error) {
	n, err := c.reader.Read(p)
	c.n += int64(n)
	switch {
	case c.n > c.limit:
		return n, &bodyError{TooLarge, fmt.Sprintf("the body is larger than %d bytes", c.limit), lookRemedy}
	case c.n > ratioFloor && c.n > c.ratio*c.transfer.n:
		return n, &bodyError{TooLarge, fmt.Sprintf("the body grows more than %d-fold when decompressed", c.ratio), lookRemedy}
	}
	return n, err
}
