// Package answers holds one file per way of answering a question: out of the
// words of the law itself (extractive.go) and by a chat endpoint (chat.go). Both
// make an answer in the published form, each statement resting on a section.
//
// It will not audit what it made, nor state law that no held section states: a
// question on which nothing is found gets an answer that says so and what was
// searched.
package answers

import (
	"context"

	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/index"
	"github.com/pincite/pincite/internal/statute"
)

// Answerer makes an answer to one question in one jurisdiction.
type Answerer interface {
	// Identity names the way of answering and its version: answers of another
	// identity are made again.
	Identity() string
	Make(context.Context, Task) (Made, error)
}

// Task is one question and the law it is to be answered from.
type Task struct {
	Question     answer.Question
	Jurisdiction statute.Jurisdiction
	// Law is what is held of the jurisdiction; Index is over it, in its order.
	Law   []statute.Held
	Index *index.Index
	// Complete is whether every configured source was read well.
	Complete bool
}

// Made is an answer and what it rests on.
type Made struct {
	// Text is the published form.
	Text string
	// Bound gives the section of each ref in the text.
	Bound map[statute.Ref]statute.Key
	// DependsOn are the sections whose change makes the answer stale, each once
	// and in order: those cited, and the definitions and exemptions of their acts.
	DependsOn []statute.Key
	// None is whether no law was found; the text then says so.
	None bool
	// Search is the record of what was looked for and where, in plain words.
	Search string
}
