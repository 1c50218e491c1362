package extract

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"
)

// TestMutatedFiles reads a thousand damaged files. PDFs are damaged as well, few
// of them: each is read by two child processes.
func TestMutatedFiles(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 1))
	seeds := [][]byte{
		[]byte("<html><body><h3 class=section>9-1. Fees</h3><p>(a) A fee is <b>due</b>.<ol type=a><li>one<li>two</ol></body></html>"),
		[]byte(`{\rtf1\ansi{\fonttbl{\f0 Times;}}\b 9C.2\~\~Fees\b0\par (1) A fee \u8220\'3fdue\u8221\'3f.\par}`),
		[]byte("9-1. Fees.\n    (1) A fee is due.\n\f2\n9-2. Repealed.\n"),
	}
	for i := range 990 {
		readMutant(t, fmt.Sprintf("mutant %d", i), mutate(random, seeds[i%len(seeds)]))
	}
	whole := makePDF(madePage{content: put(72, 700, "F1", 12, "9-1. A fee is due.")})
	for i := range 10 {
		readMutant(t, fmt.Sprintf("PDF mutant %d", i), mutate(random, whole))
	}
}

func readMutant(t *testing.T, name string, data []byte) {
	t.Helper()
	ctx, stop := context.WithTimeout(context.Background(), time.Minute)
	defer stop()
	doc, err := Read(ctx, File{Name: name, Data: data})
	var unreadable *Unreadable
	switch {
	case ctx.Err() != nil:
		t.Errorf("%s hangs", name)
	case err != nil && !errors.As(err, &unreadable):
		t.Errorf("%s: %v is no *Unreadable", name, err)
	case err == nil:
		checkDocument(t, doc)
	}
}

// mutate cuts, flips, repeats or blanks bytes.
func mutate(random *rand.Rand, whole []byte) []byte {
	data := append([]byte(nil), whole...)
	switch random.IntN(4) {
	case 0:
		return data[:random.IntN(len(data))]
	case 1:
		for range 1 + random.IntN(20) {
			data[random.IntN(len(data))] = byte(random.IntN(256))
		}
	case 2:
		from := random.IntN(len(data))
		return append(data, data[from:]...)
	default:
		from := random.IntN(len(data))
		clear(data[from:min(len(data), from+random.IntN(30))])
	}
	return data
}
