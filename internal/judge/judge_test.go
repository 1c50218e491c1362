package judge

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/pincite/pincite/internal/chat"
	"github.com/pincite/pincite/internal/finding"
)

const law = "A seller shall refund the price\nwithin ten days."

// endpoint answers every request with one content.
func endpoint(t *testing.T, status int, content string, wait time.Duration) *Client {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		select {
		case <-time.After(wait):
		case <-r.Context().Done():
			return
		}
		w.WriteHeader(status)
		_ = json.NewEncoder(w).Encode(map[string]any{"choices": []any{map[string]any{"message": map[string]string{"role": "assistant", "content": content}}}})
	}))
	t.Cleanup(server.Close)
	return &Client{chat.Endpoint{URL: server.URL + "/v1", Model: "test", HTTP: &http.Client{Timeout: 200 * time.Millisecond}}}
}

func TestJudge(t *testing.T) {
	good := `{"quote":"shall refund the price within ten days","reason":"It says so.","verdict":"supported"}`
	for _, c := range []struct {
		why     string
		status  int
		content string
		wait    time.Duration
		want    finding.Verdict
		fault   string
	}{
		{"a good reply", 200, good, 0, finding.Supported, ""},
		{"fenced", 200, "```json\n" + good + "\n```", 0, finding.Supported, ""},
		{"nothing to quote is allowed where nothing supports", 200, `{"quote":"","reason":"No.","verdict":"not_supported"}`, 0, finding.NotSupported, ""},
		{"truncated", 200, good[:40], 0, "", "malformed"},
		{"another verdict", 200, `{"quote":"","reason":"","verdict":"fine"}`, 0, "", "malformed"},
		{"prose", 200, "I think it is supported.", 0, "", "malformed"},
		{"a quote that is not there", 200, `{"quote":"within five days","reason":"","verdict":"contradicted"}`, 0, "", "misquoted"},
		{"supported without proof", 200, `{"quote":"","reason":"","verdict":"supported"}`, 0, "", "misquoted"},
		{"too many requests", 429, "", 0, "", "unavailable"},
		{"a failing server", 500, "", 0, "", "unavailable"},
		{"a slow server", 200, good, time.Second, "", "unavailable"},
	} {
		client := endpoint(t, c.status, c.content, c.wait)
		got, err := client.Judge(context.Background(), Pair{Claim: "The price is refunded in ten days.", Law: law})
		var fault *Fault
		errors.As(err, &fault)
		if got.Verdict != c.want || (fault == nil) != (c.fault == "") || fault != nil && fault.Kind != c.fault {
			t.Errorf("%s: %+v, %v", c.why, got, err)
		}
	}
}
