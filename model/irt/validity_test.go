package irt

import (
	"context"
	"fmt"
	"math"
	"os"
	"runtime"
	"strings"
	"testing"
	"text/tabwriter"
	"time"
)

// TestValidity prints one table: what was wanted, what was measured, and what others reach on the same votes.
//
//	ORRERY_LONG=1 go test -count=1 -v -timeout 60m -run Validity ./model/irt
//
// Without ORRERY_LONG the runs of minutes are left out, and a line says so. Accuracy below its goal fails the test. Time
// above its goal is shown as NO and does not fail it: the machine may be busy with other things.
func TestValidity(t *testing.T) {
	v := &validity{t: t}
	v.fastUNGA()
	if os.Getenv("ORRERY_LONG") == "" {
		v.line("Full on the UNGA sample, ten seeds of the Supreme Court, 60 simulated tables", "left out", "", "set ORRERY_LONG=1: about ten minutes", "")
		v.court(1, 50, 150)
	} else {
		v.publishedUNGA()
		v.properUNGA()
		v.court(10, 300, 1500)
		v.coverage(60, 400)
	}
	v.print()
}

// TestValiditySimulated is the part that needs no published data, on fewer tables.
func TestValiditySimulated(t *testing.T) {
	v := &validity{t: t}
	v.coverage(12, 300)
	v.print()
}

// validity is a table in the making.
type validity struct {
	t    *testing.T
	text strings.Builder
}

func (v *validity) line(what, measured, goal, peers, ok string) {
	fmt.Fprintf(&v.text, "%s\t%s\t%s\t%s\t%s\n", what, measured, goal, peers, ok)
}

func (v *validity) print() {
	var out strings.Builder
	w := tabwriter.NewWriter(&out, 0, 0, 2, ' ', 0)
	fmt.Fprint(w, "WHAT\tMEASURED\tGOAL\tOTHERS, BY ../shared/design/idealpoints.md\tOK?\n", v.text.String())
	if err := w.Flush(); err != nil {
		v.t.Fatal(err)
	}
	v.t.Log("\n" + out.String())
}

// within is one figure with its bounds, either of which may be NaN for none.
func (v *validity) within(what string, x, lo, hi float64, peers string) {
	v.t.Helper()
	ok, goal := "yes", ""
	if !math.IsNaN(lo) {
		goal = fmt.Sprintf("≥ %.4g", lo)
	}
	if !math.IsNaN(hi) {
		goal = strings.TrimSpace(goal + fmt.Sprintf(" ≤ %.4g", hi))
	}
	if x < lo || x > hi || math.IsNaN(x) {
		ok = "NO"
		v.t.Errorf("%s is %.5f, goal %s", what, x, goal)
	}
	v.line(what, fmt.Sprintf("%.5f", x), goal, peers, ok)
}

// timed runs something and reports its time on the clock, on processors, and what stays alive after it.
func (v *validity) timed(what string, goal float64, peers string, run func() (*Result, error)) *Result {
	v.t.Helper()
	clock, cpu := time.Now(), processor()
	r, err := run()
	if err != nil {
		v.t.Fatal(err)
	}
	took, used := time.Since(clock).Seconds(), (processor() - cpu).Seconds()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	want, ok := "", ""
	if goal > 0 {
		want, ok = fmt.Sprintf("≤ %g s", goal), "yes"
		if took > goal {
			ok = "NO"
		}
	}
	v.line(what+": time", fmt.Sprintf("%.1f s, %.1f s of processors", took, used), want, peers, ok)
	v.line(what+": memory alive", fmt.Sprintf("%.0f MB", float64(m.HeapAlloc)/1e6), "", "", "")
	return r
}

func (v *validity) run(what string, r *Result) {
	v.line(what+": worst R-hat, lowest ESS, draws", fmt.Sprintf("%.3f, %.0f, %d", r.Run.WorstRHat, r.Run.LowestESS, r.Run.Draws), "", "", "")
}

// coverage of the 90 % intervals on tables drawn from the model itself.
func (v *validity) coverage(tables, sweeps int) {
	share, se, r := cover(v.t, tables, func(p *Problem) (*Result, error) {
		return Full(context.Background(), p, FullOptions{Model: simulated, Seed: 3, BurnIn: 100, Sweeps: sweeps})
	})
	slack := 0.0
	if tables < 60 { // few tables: allow for their chance
		slack = 2 * se
	}
	v.within(fmt.Sprintf("Full, %d simulated tables: truths in 90 %% intervals (± %.3f)", tables, se), share, .88-slack, .92+slack, "emIRT .34 on UNGA")
	v.within("Full, simulated: correlation with the truth", r, .9, math.NaN(), "")
	share, se, r = cover(v.t, tables, func(p *Problem) (*Result, error) {
		return Fast(context.Background(), p, FastOptions{Model: simulated})
	})
	v.line(fmt.Sprintf("Fast, %d simulated tables: truths in 90 %% intervals (± %.3f)", tables, se), fmt.Sprintf("%.5f", share), "printed", "", "")
	v.within("Fast, simulated: correlation with the truth", r, .9, math.NaN(), "")
}
