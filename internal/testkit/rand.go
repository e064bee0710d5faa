package testkit

import "math/rand/v2"

// Rand returns a random source that gives the same numbers for the same seed on every machine and Go version
// (PCG). Two goroutines take two sources: it is not safe to share one.
func Rand(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 0)) }
