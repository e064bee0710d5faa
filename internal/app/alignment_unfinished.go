package app

import "slices"

// Unfinished reports whether a card's computation goes on.
func (v HomeView) Unfinished() bool {
	return slices.ContainsFunc(v.Cards, func(c Card) bool { return c.Pending != nil })
}

// Unfinished reports whether the same question may soon be answered otherwise though
// nothing is written: its computation goes on.
func (v AlignmentView) Unfinished() bool { return v.Pending != nil || v.RivalPending != nil }

// Unfinished reports whether the computation goes on.
func (v DyadView) Unfinished() bool { return v.Pending != nil }

// Unfinished reports whether the computation of some lane goes on.
func (v StateAlignment) Unfinished() bool { return v.Pending != nil }

// Unfinished reports whether the computation goes on.
func (v MethodView) Unfinished() bool { return v.Pending != nil }

// Unfinished reports whether the computation goes on.
func (v WorldView) Unfinished() bool { return v.Pending != nil }
