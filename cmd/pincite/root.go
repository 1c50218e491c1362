package main

import (
	"github.com/spf13/cobra"
)

const about = `Pincite checks that the pin cites of published legal answers still hold: it
fetches state statutes, parses them into numbered sections, answers a fixed set
of questions, audits every claim's citations against the source text, and writes
the report that a compliance team reads in the morning.

Exit status
  0   nothing at or above fail_on
  1   findings at or above it
  2   usage or configuration
  3   incomplete: a source failed, or coverage is missing
  70  any other failure
  75  another run holds the lock`

// newRoot builds the command line.
func newRoot(s *streams) *cobra.Command {
	root := &cobra.Command{
		Use:           "pincite",
		Short:         "Check that the pin cites of published legal answers still hold",
		Long:          about,
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	root.CompletionOptions.HiddenDefaultCmd = true
	for _, add := range commands {
		root.AddCommand(add(s))
	}
	return root
}

// commands are all commands; each file of a command adds its own.
var commands []func(*streams) *cobra.Command

// command registers one command of the command line.
func command(make func(*streams) *cobra.Command) bool {
	commands = append(commands, make)
	return true
}
