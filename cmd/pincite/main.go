// Command pincite checks, every night, that the pin cites of published legal
// answers still hold.
//
// It wires the verbs together and will not do their work: each file here is one
// command of the command line.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
)

// memory is what the collector works with: it runs when the heap has grown to
// four times what is in use, for a batch that lives for minutes, and more often
// as the process comes near the limit in bytes.
const (
	memoryGrowth = 300
	memoryLimit  = 1 << 30
)

func main() {
	debug.SetGCPercent(memoryGrowth)
	debug.SetMemoryLimit(memoryLimit)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], standardStreams())
	stop()
	os.Exit(code)
}

// run executes one command line and gives its exit status.
func run(ctx context.Context, args []string, s *streams) int {
	root := newRoot(s)
	root.SetArgs(args)
	root.SetIn(s.in)
	root.SetOut(s.out)
	root.SetErr(s.err)
	command, err := root.ExecuteContextC(ctx)
	return report(s, plain(ctx, command, err))
}
