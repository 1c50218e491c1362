package main

import (
	"fmt"
	"strings"

	"github.com/pincite/pincite/pipeline"
)

// progress tells on stderr how a run goes on: one line that is written over on a
// terminal, a line for each stage elsewhere, and always each failure.
type progress struct {
	s     *streams
	width int
}

func newProgress(s *streams) *progress { return &progress{s: s} }

// event is told of each step, from one goroutine at a time.
func (p *progress) event(e pipeline.Event) {
	if e.Err != nil {
		p.clear()
		fmt.Fprintf(p.s.err, "%s: %s: %v\n", e.Stage, e.Item, e.Err)
	}
	switch {
	case p.s.live && e.Done < e.Total:
		p.over(fmt.Sprintf("%s %d/%d %s", e.Stage, e.Done, e.Total, e.Item))
	case e.Done == e.Total && e.Total > 0:
		p.clear()
		fmt.Fprintf(p.s.err, "%s: %d done, %d failed\n", e.Stage, e.Done-e.Failed, e.Failed)
	}
}

// lineWidth keeps the line from wrapping, where it could not be written over.
const lineWidth = 79

func (p *progress) over(line string) {
	if runes := []rune(line); len(runes) > lineWidth {
		line = string(runes[:lineWidth])
	}
	p.clear()
	fmt.Fprint(p.s.err, line)
	p.width = len([]rune(line))
}

func (p *progress) clear() {
	if p.width > 0 {
		fmt.Fprint(p.s.err, "\r"+strings.Repeat(" ", p.width)+"\r")
		p.width = 0
	}
}
