package irt

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// A pool runs one loop at a time over a fixed set of goroutines. Every index computes the same wherever it runs, so
// results do not depend on the number of workers; starting a loop allocates nothing.
type pool struct {
	wake  []chan struct{}
	done  sync.WaitGroup
	next  atomic.Int64
	n     int
	chunk int
	work  func(worker, lo, hi int)
}

// newPool starts workers−1 goroutines; 0 means one worker a processor. Call close.
func newPool(workers int) *pool {
	if workers < 1 {
		workers = runtime.GOMAXPROCS(0)
	}
	p := &pool{}
	for w := 1; w < workers; w++ {
		wake := make(chan struct{})
		p.wake = append(p.wake, wake)
		go func() {
			for range wake {
				p.take(w)
				p.done.Done()
			}
		}()
	}
	return p
}

func (p *pool) size() int { return len(p.wake) + 1 }

func (p *pool) close() {
	for _, w := range p.wake {
		close(w)
	}
}

// each calls work on pieces of 0 … n−1 until all are done.
func (p *pool) each(n int, work func(worker, lo, hi int)) {
	p.n, p.work = n, work
	p.chunk = max(1, n/(16*(len(p.wake)+1)))
	p.next.Store(0)
	p.done.Add(len(p.wake))
	for _, w := range p.wake {
		w <- struct{}{}
	}
	p.take(0)
	p.done.Wait()
}

func (p *pool) take(worker int) {
	for {
		lo := int(p.next.Add(int64(p.chunk))) - p.chunk
		if lo >= p.n {
			return
		}
		p.work(worker, lo, min(lo+p.chunk, p.n))
	}
}
