package irt

import (
	"context"
	"fmt"
	"runtime"
	"sync"
)

// FullOptions of the sampler. The zero value suits a table of 100,000 votes.
type FullOptions struct {
	Model
	Seed    uint64
	Chains  int // default 2
	BurnIn  int // sweeps that are thrown away; default 300, with BSVCompat 1250
	Sweeps  int // sweeps that count; default 1500, with BSVCompat 3750
	Keep    int // positions kept of each chain for quantiles and diagnostics, evenly spaced; default 400
	Workers int // in all; default one a processor; changes nothing in the result
	// Start places each chain. Default StartFast.
	Start Start
	// Anchors make BSVCompat start as the published program did instead. Order matters: see Anchor.
	Anchors []Anchor
	// Progress is called by chain 0 after each sweep with the sweeps done and due; nil for none.
	Progress func(done, due int)
}

// Start is where chains begin.
type Start int

// The starting points.
const (
	StartFast   Start = iota // a few rounds of Fast; StartVotes with BSVCompat
	StartVotes               // principal components of each period's votes, linked by the units that periods share
	StartRandom              // independent normal positions: for tests of mixing
)

// Full draws from the posterior: positions by path and items one by one, each by Newton proposals with latent
// utilities integrated out; scale and shift of each period outright; eras mirrored. The same options give the same
// result on any number of processors. With BSVCompat it takes the published program's steps instead, a chain a processor.
func Full(ctx context.Context, p *Problem, o FullOptions) (*Result, error) {
	m, err := o.Model.check(p)
	if err != nil {
		return nil, err
	}
	o.Model = m
	set := func(x *int, value int) {
		if *x == 0 {
			*x = value
		}
	}
	set(&o.Chains, 2)
	if o.BSVCompat { // a sweep takes a quarter of the time there, and many more are needed
		set(&o.BurnIn, 1250)
		set(&o.Sweeps, 3750)
	}
	set(&o.BurnIn, 300)
	set(&o.Sweeps, 1500)
	set(&o.Keep, 400)
	set(&o.Workers, runtime.GOMAXPROCS(0))
	if o.Chains < 1 || o.BurnIn < 0 || o.Sweeps < 1 || o.Keep < 1 || o.Workers < 1 {
		return nil, fmt.Errorf("%d chains of %d + %d sweeps with %d kept on %d workers: all must be positive", o.Chains, o.BurnIn, o.Sweeps, o.Keep, o.Workers)
	}
	if err := o.checkAnchors(p); err != nil {
		return nil, err
	}
	o.Keep = min(o.Keep, o.Sweeps)
	chains := make([]*chain, o.Chains)
	errs := make([]error, o.Chains)
	var wait sync.WaitGroup
	slot := make(chan struct{}, o.Workers)
	begin := beginning(p, &o)
	for i := range chains {
		wait.Add(1)
		go func() {
			defer wait.Done()
			slot <- struct{}{}
			defer func() { <-slot }()
			c := newChain(p, &o.Model, o.Seed, i, max(1, o.Workers/o.Chains), begin(i))
			defer c.pool.close()
			if len(o.Anchors) > 0 {
				c.anchored(o.Anchors)
			}
			chains[i], errs[i] = c, c.run(ctx, &o)
		}()
	}
	wait.Wait()
	if err := errs[0]; err != nil {
		return nil, err
	}
	for _, c := range chains[1:] {
		if o.mirrored() && len(o.Positive) == 0 {
			c.draws.agree(&chains[0].draws)
		}
	}
	return summarise(p, &o, chains), nil
}

func (c *chain) run(ctx context.Context, o *FullOptions) error {
	due := o.BurnIn + o.Sweeps
	for s := range due {
		if err := ctx.Err(); err != nil {
			return err
		}
		if s == o.BurnIn {
			c.draws = newDraws(c.p, o.Keep)
		}
		c.step()
		if k := s - o.BurnIn; k >= 0 {
			c.record((k+1)*o.Keep/o.Sweeps > k*o.Keep/o.Sweeps)
		}
		if o.Progress != nil && c.number == 0 {
			o.Progress(s+1, due)
		}
	}
	return nil
}

// startRounds of Fast place the chains near the posterior's bulk; sweeps do the rest.
const startRounds = 15

func beginning(p *Problem, o *FullOptions) func(chain int) *approx {
	if len(o.Anchors) > 0 {
		return func(int) *approx { return newApprox(p) }
	}
	f := newFast(p, FastOptions{Model: o.Model, Workers: o.Workers})
	defer f.pool.close()
	if o.Start == StartFast && !o.BSVCompat {
		for range startRounds {
			f.round()
		}
	}
	if o.Start != StartRandom {
		f.orient()
		return func(int) *approx { return f.a }
	}
	return func(number int) *approx {
		a := newApprox(p)
		p.startItems(a.beta, a.cut)
		for c := range a.theta {
			r := newStream(o.Seed, number, -1, forPath, c)
			a.theta[c] = r.normal()
		}
		return a
	}
}
