package extract

import (
	"bytes"
	"context"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime/debug"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// A PDF is read in a child process: the program started again, with limits on
// memory, time and output. A hostile file is then an error and never a dead run.

// workerRole is the environment variable that makes a process a worker. It is
// looked at before main, so that no program and no test which imports this
// package can start itself over and over.
const workerRole = "PINCITE_EXTRACT_WORKER"

// The roles of a worker: the two independent readers, and what each does besides.
const (
	roleWords      = "words"      // pdfium: words, places and fonts
	roleCharacters = "characters" // ledongthuc/pdf: characters alone
	rolePictures   = "pictures"   // pdfium: pages drawn, for OCR
	roleStruck     = "struck"     // ledongthuc/pdf: characters that a line goes through
)

// The limits of one worker.
const (
	workerTime   = 60 * time.Second // and a second for each 100 KB
	workerMemory = 6 << 30          // bytes of address space; WebAssembly reserves much and uses little
	workerOutput = 256 << 20        // bytes of result
	maxPages     = 20000
)

func init() {
	if role := os.Getenv(workerRole); role != "" {
		os.Exit(work(role))
	}
}

// work reads a PDF from stdin and writes pages to stdout. The exit status says
// what went wrong; the reason stands on stderr.
func work(role string) int {
	debug.SetGCPercent(400) // it reads one file and ends
	limit()
	data, err := io.ReadAll(os.Stdin)
	if err == nil {
		var result any
		if result, err = readAs(role, data); err == nil {
			err = gob.NewEncoder(os.Stdout).Encode(result)
		}
	}
	if err == nil {
		return 0
	}
	fmt.Fprint(os.Stderr, err)
	if errors.Is(err, errPassword) {
		return exitPassword
	}
	return exitUnreadable
}

// The exit statuses of a worker.
const (
	exitUnreadable = 10
	exitPassword   = 11
)

// errPassword is told by a reader that needs one.
var errPassword = errors.New("the file asks for a password")

func readAs(role string, data []byte) (result any, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("the reader failed: %v", fault)
		}
	}()
	switch role {
	case roleCharacters:
		return readCharacters(data)
	case rolePictures:
		return drawPages(data)
	case roleStruck:
		return readStruck(data)
	}
	return readWords(data)
}

// limit bounds this process. A limit that cannot be set is no fault: the parent
// holds the clock, and its bound on output stands.
func limit() {
	_ = unix.Setrlimit(unix.RLIMIT_AS, &unix.Rlimit{Cur: workerMemory, Max: workerMemory})
	_ = unix.Setrlimit(unix.RLIMIT_CORE, &unix.Rlimit{})
}

// fault is why a worker gave no result.
type fault struct {
	kind, reason string
}

func (f *fault) Error() string { return f.kind + ": " + f.reason }

// consult starts a worker and decodes what it says.
func consult(ctx context.Context, role string, data []byte, result any) error {
	ctx, cancel := context.WithTimeout(ctx, workerTime+time.Duration(len(data)/(100<<10))*time.Second)
	defer cancel()
	program, err := os.Executable()
	if err != nil {
		return &fault{"hostile", err.Error()}
	}
	var reason bytes.Buffer
	out := &bounded{limit: workerOutput}
	child := exec.CommandContext(ctx, program)
	child.Env = append(os.Environ(), workerRole+"="+role, "GOMAXPROCS=1")
	child.Stdin, child.Stdout, child.Stderr = bytes.NewReader(data), out, &reason
	ownGroup(child)
	if err := child.Run(); err != nil {
		return explain(ctx, err, reason.String())
	}
	return gob.NewDecoder(&out.buffer).Decode(result)
}

// ownGroup puts a child into a group of its own, which is killed whole.
func ownGroup(child *exec.Cmd) {
	child.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	child.Cancel = func() error { return syscall.Kill(-child.Process.Pid, syscall.SIGKILL) }
	child.WaitDelay = 2 * time.Second
}

// explain tells the ways in which a worker ends.
func explain(ctx context.Context, err error, reason string) error {
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		return &fault{"hostile", "it was not read within its time"}
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		switch exit.ExitCode() {
		case exitPassword:
			return &fault{"encrypted", reason}
		case exitUnreadable:
			return &fault{"unreadable", reason}
		}
		return &fault{"hostile", "reading it broke the reader: " + lastLine(reason, exit.String())}
	}
	return &fault{"hostile", err.Error()}
}

func lastLine(reason, otherwise string) string {
	for line := range bytes.Lines([]byte(reason)) {
		if text := fold(string(line)); text != "" {
			return text
		}
	}
	return otherwise
}

// bounded keeps up to limit bytes and refuses more.
type bounded struct {
	buffer bytes.Buffer
	limit  int
}

func (b *bounded) Write(p []byte) (int, error) {
	if b.buffer.Len()+len(p) > b.limit {
		return 0, fmt.Errorf("the result is larger than %d bytes", b.limit)
	}
	return b.buffer.Write(p)
}
