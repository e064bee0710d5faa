package coincide

import "math/rand/v2"

// The streams of chance of one seed, so that asking for more of one thing changes nothing else.
const (
	drawStream uint64 = iota + 1
	powerStream
	hawkesStream
	placeboStream
	replicaStream
	burstStream
)

func stream(seed, which uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, which)) }
