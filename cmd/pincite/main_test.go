package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/pincite/pincite/internal/store"
)

// TestMain lets the test binary stand for the program: for the scripts, and for
// the children that kill themselves at a commit.
func TestMain(m *testing.M) {
	if at := os.Getenv("PINCITE_TEST_KILL"); at != "" {
		hooks = killAt(at)
		os.Exit(run(context.Background(), os.Args[1:], standardStreams()))
	}
	testscript.Main(m, map[string]func(){"pincite": main})
}

// killAt reads "before:7" or "after:7": the process ends at that commit as by
// kill -9. "never" never does.
func killAt(at string) store.Hooks {
	when, text, _ := strings.Cut(at, ":")
	n, _ := strconv.Atoi(text) // zero is no commit
	kill := func(commit int) {
		if commit == n {
			_ = syscall.Kill(os.Getpid(), syscall.SIGKILL)
			select {} // the signal is on its way
		}
	}
	if when == "before" {
		return store.Hooks{BeforeCommit: kill}
	}
	return store.Hooks{AfterCommit: kill}
}

// TestScripts runs the command line as a user types it. Each script begins in a
// folder that holds the example state's law.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:   filepath.Join("testdata", "script"),
		Setup: layLaw,
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"exits": exits, "huge": huge, "spoil": spoil, "hold": hold, "replace": replace, "flip": flip,
			"finding": findingID, "truncate": truncate, "section": sectionOf, "amend": amend, "day": day, "fill": fill, "shrink": shrink,
		},
	})
}

// layLaw copies the embedded law, answers and questions into the script's folder.
func layLaw(env *testscript.Env) error {
	return fs.WalkDir(demoFiles, "demo", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := demoFiles.ReadFile(name)
		if err != nil {
			return err
		}
		return writeNew(filepath.Join(env.WorkDir, strings.TrimPrefix(name, "demo/")), data)
	})
}

// exits runs pincite and wants one exit status: exits 2 run --config x.
func exits(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	var exit *exec.ExitError
	if err := ts.Exec("pincite", args[1:]...); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
}

// huge writes a file of ten megabytes of words.
func huge(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Repeat("A business must act. ", 500_000)), 0o644))
}

// spoil writes bytes given in Go's quotation: spoil FILE "a\xffb".
func spoil(ts *testscript.TestScript, _ bool, args []string) {
	text, err := strconv.Unquote(`"` + args[1] + `"`)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o644))
}

// truncate writes the first of so many parts of a file: truncate FILE TO PARTS.
func truncate(ts *testscript.TestScript, _ bool, args []string) {
	data, err := os.ReadFile(ts.MkAbs(args[0]))
	ts.Check(err)
	parts, err := strconv.Atoi(args[2])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), data[:len(data)/parts], 0o644))
}

// hold holds the lock of a store until the script ends.
func hold(ts *testscript.TestScript, _ bool, args []string) {
	lock, err := store.Acquire(ts.MkAbs(args[0]))
	ts.Check(err)
	ts.Defer(func() { ts.Check(lock.Release()) })
}

// replace changes words of a file: replace FILE OLD NEW. They must be there.
func replace(ts *testscript.TestScript, _ bool, args []string) {
	text := ts.ReadFile(args[0])
	if !strings.Contains(text, args[1]) {
		ts.Fatalf("%s does not hold %q", args[0], args[1])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.ReplaceAll(text, args[1], args[2])), 0o644))
}

// flip changes one byte of each file that matches.
func flip(ts *testscript.TestScript, _ bool, args []string) {
	names, err := filepath.Glob(ts.MkAbs(args[0]))
	ts.Check(err)
	if len(names) == 0 {
		ts.Fatalf("no file matches %s", args[0])
	}
	data, err := os.ReadFile(names[0])
	ts.Check(err)
	data[len(data)/2] ^= 1
	ts.Check(os.Chmod(names[0], 0o644))
	ts.Check(os.WriteFile(names[0], data, 0o644))
}
