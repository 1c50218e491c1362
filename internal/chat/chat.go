// Package chat speaks to one model behind an OpenAI-compatible chat endpoint
// (Ollama, llama.cpp, vLLM or a hosted one).
//
// It will not judge a reply nor ask twice: what a reply must look like is for
// its callers, the judge and the answerer.
package chat

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"
)

// Endpoint is where a model is asked.
type Endpoint struct {
	// URL is the base up to and with "/v1"; Key may be empty.
	URL, Model, Key string
	// HTTP is the client; nil means one with a limit of two minutes a request.
	HTTP *http.Client
}

// Fault says why there is no reply. Malformed is set where the endpoint answered
// with something that is none.
type Fault struct {
	Malformed bool
	Reason    string
}

// Error is the reason alone.
func (f *Fault) Error() string { return f.Reason }

type message struct {
	Role    string `json:"role"`
	Content string `json:"content"`
}

// Ask sends instructions and a prompt, and gives the words of the first choice.
// schema is that of the reply, nil for prose; a server may ignore it. An error
// is a *Fault.
func (e *Endpoint) Ask(ctx context.Context, instructions, prompt string, schema json.RawMessage) (string, error) {
	body, err := json.Marshal(e.request(instructions, prompt, schema))
	if err != nil {
		return "", &Fault{Malformed: true, Reason: err.Error()}
	}
	reply, err := e.post(ctx, body)
	if err != nil {
		return "", err
	}
	var parsed struct {
		Choices []struct{ Message message }
	}
	if err := json.Unmarshal(reply, &parsed); err != nil || len(parsed.Choices) == 0 {
		return "", &Fault{Malformed: true, Reason: fmt.Sprintf("the reply of %s holds no choice: is it an OpenAI-compatible endpoint?", e.URL)}
	}
	return parsed.Choices[0].Message.Content, nil
}

// request is the body. Temperature and seed ask for the same reply each time.
func (e *Endpoint) request(instructions, prompt string, schema json.RawMessage) map[string]any {
	body := map[string]any{
		"model": e.Model, "temperature": 0, "seed": 1,
		"messages": []message{{"system", instructions}, {"user", prompt}},
	}
	if schema != nil {
		body["response_format"] = map[string]any{
			"type": "json_schema", "json_schema": map[string]any{"name": "reply", "strict": true, "schema": schema},
		}
	}
	return body
}

// replyCap bounds what is read of a reply, in bytes.
const replyCap = 1 << 20

func (e *Endpoint) post(ctx context.Context, body []byte) ([]byte, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, strings.TrimRight(e.URL, "/")+"/chat/completions", bytes.NewReader(body))
	if err != nil {
		return nil, &Fault{Reason: fmt.Sprintf("chat url %s: %v", e.URL, err)}
	}
	request.Header.Set("Content-Type", "application/json")
	if e.Key != "" {
		request.Header.Set("Authorization", "Bearer "+e.Key)
	}
	response, err := e.client().Do(request)
	if err != nil {
		return nil, &Fault{Reason: fmt.Sprintf("the endpoint cannot be reached: %v; is it running?", err)}
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, &Fault{Reason: fmt.Sprintf("the endpoint %s answers %s: check url, model and key_file", e.URL, response.Status)}
	}
	reply, err := io.ReadAll(io.LimitReader(response.Body, replyCap))
	if err != nil {
		return nil, &Fault{Reason: fmt.Sprintf("the reply of %s broke off: %v", e.URL, err)}
	}
	return reply, nil
}

func (e *Endpoint) client() *http.Client {
	if e.HTTP != nil {
		return e.HTTP
	}
	return &http.Client{Timeout: 2 * time.Minute}
}

// material takes from a text the marks that part it from instructions.
var material = strings.NewReplacer("<", "‹", ">", "›")

// Material makes a text of unknown origin fit to stand between marks such as
// <law> and </law>: it cannot end them.
func Material(text string) string { return material.Replace(text) }
