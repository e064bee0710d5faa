package app

import (
	"sync/atomic"

	"orrery/model/align"
)

// Fits counts the dyads that an App computes, and can hold them up.
type Fits struct {
	N    atomic.Int64
	Gate chan struct{} // nil: open; each dyad takes one value, or passes once it is closed
	In   chan struct{} // each dyad that begins, when there is room
}

// WatchFits makes an App tell what it computes.
func WatchFits(a *App) *Fits {
	f := &Fits{In: make(chan struct{}, 100)}
	a.aligns.fitter = f
	return f
}

func (f *Fits) fit(d align.Dyad, s align.Settings) (*align.Result, error) {
	f.In <- struct{}{}
	if f.Gate != nil {
		<-f.Gate
	}
	f.N.Add(1)
	return align.Fit(d, s)
}

// Bearing is the direction in which the great circle between two places begins.
var Bearing = bearing
