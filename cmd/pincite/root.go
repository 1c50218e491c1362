package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/pincite/pincite/internal/finding"
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
	inWords(root)
	return root
}

// inWords lets a command line that is wrong be told in words, for a command and
// those below it.
func inWords(c *cobra.Command) {
	if takes := c.Args; takes != nil {
		c.Args = func(c *cobra.Command, args []string) error {
			if takes(c, args) == nil {
				return nil
			}
			return fmt.Errorf("`%s` was given %s: write `%s`; `%[1]s --help` explains it", c.CommandPath(), counted(args), form(c))
		}
	}
	c.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return fmt.Errorf("%w: `%s --help` lists the flags", err, c.CommandPath())
	})
	for _, below := range c.Commands() {
		inWords(below)
	}
}

// form is how a command is written, without its flags.
func form(c *cobra.Command) string {
	if c.HasAvailableSubCommands() {
		return c.CommandPath() + " COMMAND"
	}
	return strings.TrimSuffix(c.UseLine(), " [flags]")
}

// counted says how many arguments were given, and which.
func counted(args []string) string {
	if len(args) == 0 {
		return "no argument"
	}
	return finding.Plural(len(args), "argument") + " (" + strings.Join(args, " ") + ")"
}

// commands are all commands; each file of a command adds its own.
var commands []func(*streams) *cobra.Command

// command registers one command of the command line.
func command(make func(*streams) *cobra.Command) bool {
	commands = append(commands, make)
	return true
}
