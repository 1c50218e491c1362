package answers

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/pincite/pincite/internal/chat"
	"github.com/pincite/pincite/internal/index"
	"github.com/pincite/pincite/internal/statute"
)

// model is a fake endpoint with one reply; it keeps the last request.
func model(t *testing.T, status int, reply string) (*Chat, *string) {
	t.Helper()
	var asked string
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		asked = r.URL.Path + " " + r.Header.Get("Authorization") + " " + string(body)
		w.WriteHeader(status)
		encoded, _ := json.Marshal(map[string]any{"choices": []any{map[string]any{"message": map[string]string{"role": "assistant", "content": reply}}}})
		w.Write(encoded)
	}))
	t.Cleanup(server.Close)
	return &Chat{chat.Endpoint{URL: server.URL + "/v1/", Model: "small", Key: "secret"}}, &asked
}

func breachTask() Task {
	law := zenith()
	return Task{Question: breach, Jurisdiction: statute.Example, Law: law, Index: index.New(law), Complete: true}
}

func TestAChatAnswerIsPutIntoThePublishedForm(t *testing.T) {
	chat, asked := model(t, http.StatusOK, "Notice of a breach\nA business must notify each customer within thirty days [1.3].\nA bank that keeps federal rules is exempt [1.7].\n\nSources:\n- [1.3] something")
	made, err := chat.Make(t.Context(), breachTask())
	if err != nil {
		t.Fatal(err)
	}
	const want = `Our customer records were taken. Whom must we notify, and how soon?
Notice of a breach
A business must notify each customer within thirty days [1.3].
A bank that keeps federal rules is exempt [1.7].
Source(s):
- [1.3] 12-4-3. Notice of a breach of security.
- [1.7] 12-4-7. Exemptions.
Jurisdiction
Zenith
`
	if made.Text != want || len(made.Bound) != 2 || len(made.DependsOn) != 3 {
		t.Errorf("made %+v\n%s", made, made.Text)
	}
	for _, part := range []string{"/v1/chat/completions Bearer secret", "[1.3] 12-4-3. Notice of a breach of security.", "no later than thirty days", `"model":"small"`} {
		if !strings.Contains(*asked, part) {
			t.Errorf("the request does not hold %q: %s", part, *asked)
		}
	}
	if strings.Contains(*asked, "dog") {
		t.Error("the model was shown law that does not bear on the question")
	}
}

func TestAChatReplyThatCannotBeCheckedIsRefused(t *testing.T) {
	for _, c := range []struct{ why, reply, want string }{
		{"a ref not given", "Notice\nA business must notify each customer [2.1].", "[2.1], which it was not given"},
		{"an invented ref", "Notice\nA business must notify each customer [1.3]. It must also register [9.9].", "[9.9]"},
		{"no mark at all", "Notice\nA business must notify each customer.", "without a mark"},
		{"a bare duty", "Notice\nA business must notify each customer [1.3].\nA business must pay each customer a fee of ten dollars.", "without a mark"},
		{"a malformed mark", "Notice\nA business must notify each customer [1..3].", "malformed"},
		{"only a title", "Notice", "no title with statements"},
		{"nothing", " ", "no title with statements"},
	} {
		chat, _ := model(t, http.StatusOK, c.reply)
		if _, err := chat.Make(t.Context(), breachTask()); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", c.why, err)
		}
	}
}

func TestAnEndpointThatFailsIsAnError(t *testing.T) {
	chat, _ := model(t, http.StatusUnauthorized, "")
	if _, err := chat.Make(t.Context(), breachTask()); err == nil || !strings.Contains(err.Error(), "401") || strings.Contains(err.Error(), "secret") {
		t.Errorf("unauthorised: %v", err)
	}
	chat.URL = "http://127.0.0.1:1/v1"
	if _, err := chat.Make(t.Context(), breachTask()); err == nil || !strings.Contains(err.Error(), "cannot be reached") {
		t.Errorf("nobody there: %v", err)
	}
}

func TestWhereNothingIsFoundNoModelIsAsked(t *testing.T) {
	chat, asked := model(t, http.StatusOK, "Invented\nA business must do it [1.1].")
	task := breachTask()
	task.Question.Text, task.Question.Topics = "May a business print social security numbers?", []string{"social security number"}
	made, err := chat.Make(t.Context(), task)
	if err != nil || !made.None || *asked != "" {
		t.Errorf("made %+v, %v, asked %q", made, err, *asked)
	}
}

func TestIdentitiesDiffer(t *testing.T) {
	all := []Answerer{Extractive{}, &Chat{chat.Endpoint{Model: "a"}}, &Chat{chat.Endpoint{Model: "b"}}}
	seen := map[string]bool{}
	for _, one := range all {
		if seen[one.Identity()] {
			t.Errorf("two answerers are called %s", one.Identity())
		}
		seen[one.Identity()] = true
	}
}
