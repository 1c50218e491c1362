package main

import (
	"io"
	"os"

	"golang.org/x/term"
)

// streams are the three files of a command, and what is known of the terminal.
// Output for machines goes to out, progress and logs to err.
type streams struct {
	in       io.Reader
	out, err io.Writer
	// colour is whether out may be coloured; live is whether err is a terminal
	// on which a line can be written over.
	colour, live bool
}

// standardStreams decides about terminal and colour once.
func standardStreams() *streams {
	_, noColour := os.LookupEnv("NO_COLOR")
	return &streams{
		in: os.Stdin, out: os.Stdout, err: os.Stderr,
		colour: !noColour && term.IsTerminal(int(os.Stdout.Fd())),
		live:   term.IsTerminal(int(os.Stderr.Fd())),
	}
}
