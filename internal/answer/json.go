package answer

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/pincite/pincite/internal/statute"
)

// published is the JSON form of an answer. Its text may hold a Source(s) list
// of its own; what the fields say then adds to it.
type published struct {
	ID           string            `json:"id"`
	Question     string            `json:"question"`
	Jurisdiction string            `json:"jurisdiction"`
	Answer       *string           `json:"answer"`
	Text         *string           `json:"text"`
	Sources      []publishedSource `json:"sources"`
}

type publishedSource struct {
	Ref    string `json:"ref"`
	Title  string `json:"title"`
	Number string `json:"number"`
	Act    string `json:"act"`
}

func readJSON(name, text string) (draft, error) {
	p, err := decode(text)
	if err != nil {
		return draft{}, fmt.Errorf("answer %s: %w", shown(name), err)
	}
	body, err := p.body()
	if err != nil {
		return draft{}, fmt.Errorf("answer %s: %w", shown(name), err)
	}
	a := readText(body)
	if err := p.addTo(&a); err != nil {
		return draft{}, fmt.Errorf("answer %s: %w", shown(name), err)
	}
	return a, nil
}

// decode reads one JSON object and says where it is wrong.
func decode(text string) (published, error) {
	var p published
	d := json.NewDecoder(bytes.NewReader([]byte(text)))
	if err := d.Decode(&p); err != nil {
		return p, explain(err, text)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return p, errors.New("the JSON goes on after its object: give one answer a file")
	}
	return p, nil
}

// explain names the line and the field of a JSON error.
func explain(err error, text string) error {
	var wrongType *json.UnmarshalTypeError
	if errors.As(err, &wrongType) {
		return fmt.Errorf("line %d: field %q holds a %s: want %s", lineAt(text, wrongType.Offset), wrongType.Field, wrongType.Value, inWords(wrongType.Type.String()))
	}
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return fmt.Errorf("line %d: the JSON cannot be read: %w", lineAt(text, syntax.Offset), err)
	}
	return fmt.Errorf("line %d: the JSON cannot be read: %w", lineAt(text, int64(len(text))), err)
}

func inWords(goType string) string {
	switch {
	case strings.HasPrefix(goType, "[]"):
		return `a list such as [{"ref": "1.2", "title": "…"}]`
	case strings.HasSuffix(goType, "string"):
		return "a text in quotation marks"
	}
	return "an object in braces"
}

func lineAt(text string, offset int64) int {
	return 1 + strings.Count(text[:min(int(offset), len(text))], "\n")
}

// body is the answer's text, under either of its two names.
func (p published) body() (string, error) {
	switch {
	case p.Answer != nil && p.Text != nil:
		return "", errors.New(`both "answer" and "text" are given: give one`)
	case p.Answer != nil:
		return *p.Answer, nil
	case p.Text != nil:
		return *p.Text, nil
	}
	return "", errors.New(`there is no "answer" in it: want {"id", "question", "jurisdiction", "answer", "sources"}`)
}

// addTo lays the fields over what the text says.
func (p published) addTo(a *draft) error {
	a.ID = p.ID
	if p.Question != "" {
		a.Question = p.Question
	}
	if p.Jurisdiction != "" {
		j, err := statute.ParseJurisdiction(p.Jurisdiction)
		if err != nil {
			return fmt.Errorf("field \"jurisdiction\": %w", err)
		}
		a.Jurisdiction = j
	}
	for i, s := range p.Sources {
		if err := a.addSource(s); err != nil {
			return fmt.Errorf("sources[%d]: %w", i, err)
		}
	}
	if len(p.Sources) > 0 {
		a.Faults = slices.DeleteFunc(a.Faults, func(f string) bool { return f == noList })
	}
	return nil
}

// addSource adds number and act to a line of the text's list, or a source of its
// own where the text lists none by that ref.
func (a *draft) addSource(s publishedSource) error {
	ref, err := statute.ParseRef(strings.Trim(s.Ref, "[] "))
	if err != nil {
		return err
	}
	for i := range a.Sources {
		if a.Sources[i].Ref == ref && sameTitle(a.Sources[i].Title, s.Title) {
			a.Sources[i].Act = s.Act
			if a.Sources[i].Number == "" {
				a.Sources[i].Number = s.Number
			}
			return nil
		}
	}
	a.Sources = append(a.Sources, Source{Ref: ref, Title: s.Title, Number: s.Number, Act: s.Act})
	return nil
}

// sameTitle is lenient: the field often drops the full stop or the number.
func sameTitle(listed, field string) bool {
	trim := func(s string) string { return strings.ToLower(strings.Trim(s, " .")) }
	return field == "" || strings.Contains(trim(listed), trim(field)) || strings.Contains(trim(field), trim(listed))
}
