package audit

import (
	"runtime"
	"syscall"
	"testing"
	"time"

	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/internal/statute"
)

// BenchmarkPairs audits answers of ten pairs over a jurisdiction of 50,000
// sections, the search for better sources included; pairs/cpu-s is what to read.
func BenchmarkPairs(b *testing.B) {
	law := enacted.NewLaw(statute.Example, madeUp(50000), nil, true, nil)
	pairs, turn, start := 0, 0, cpuSeconds(b)
	for b.Loop() {
		turn++
		r := Read(Case{Answer: madeAnswer(law, 10, turn*311), Law: law, Date: time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)})
		pairs += len(r.Pairs)
	}
	b.ReportMetric(float64(pairs)/(cpuSeconds(b)-start), "pairs/cpu-s")
	b.ReportMetric(float64(heldBytes())/(1<<20), "MB-held")
	runtime.KeepAlive(law)
}

// BenchmarkNewLaw reads a jurisdiction of 20,000 sections: index, titles, acts.
func BenchmarkNewLaw(b *testing.B) {
	sections := madeUp(20000)
	for b.Loop() {
		enacted.NewLaw(statute.Example, sections, nil, true, nil)
	}
	b.ReportMetric(float64(20000*b.N)/b.Elapsed().Seconds(), "sections/s")
}

// BenchmarkLongAnswer audits an answer of a thousand claims on one section.
func BenchmarkLongAnswer(b *testing.B) {
	law := enacted.NewLaw(statute.Example, madeUp(2000), nil, true, nil)
	a := madeAnswer(law, 1000, 0)
	for i := range a.Claims {
		a.Claims[i].Citations[0].Ref = a.Sources[0].Ref
	}
	a.Sources = a.Sources[:1]
	for b.Loop() {
		r := Read(Case{Answer: a, Law: law})
		r.Repeats()
		r.Conflicts()
	}
}

// heldBytes is the memory in use after a collection.
func heldBytes() uint64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// cpuSeconds is the processor time of the process so far: on a machine that does
// other work too, the clock on the wall says little.
func cpuSeconds(b *testing.B) float64 {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		b.Fatal(err)
	}
	return float64(used.Utime.Nano()) / 1e9
}
