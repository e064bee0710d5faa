package main

import (
	"errors"
	"io"
	"math/rand/v2"
	"os"
)

func shuffled(n int, seed uint64) []int { return rand.New(rand.NewPCG(seed, 5)).Perm(n) }

func ratio(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

func write(name string, fill func(io.Writer) error) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	return errors.Join(fill(f), f.Close())
}
