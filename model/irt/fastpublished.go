package irt

import "context"

// fastVotes is how many votes each of two chains may visit: 3 to 4 seconds at the 25 ns that a visit takes, of a coffee
// break that the project sets at 5. It is a matter of time alone; nothing was compared to choose it.
const fastVotes = 120e6

// fastPublished throws the first half away, as nothing is known beforehand of how far the start is off.
func fastPublished(ctx context.Context, p *Problem, o FastOptions) (*Result, error) {
	sweeps := int(max(100, min(2000, fastVotes/float64(p.nVote))))
	r, err := Full(ctx, p, FullOptions{Model: o.Model, Seed: o.Seed, BurnIn: sweeps - sweeps/2, Sweeps: sweeps / 2, Workers: o.Workers})
	if err != nil {
		return nil, err
	}
	r.Run.Method = "fast"
	return r, nil
}
