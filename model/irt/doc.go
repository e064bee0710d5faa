// Package irt estimates where states, judges or members of a parliament stand from their recorded votes: a dynamic
// item response model with ordered categories, for any roll-call table.
//
// A unit i (a state) has a position θ in each period t in which it votes, a "cell". An item j has a slope β and
// ordered cutpoints g. With categories 0, 1, … K−1 (yes, abstain, no) and the standard normal Φ:
//
//	P(y ≤ k) = Φ(g_k − β θ)
//
// Roll calls of several periods may share one item: that bridges the periods. Between periods θ walks.
//
// There is one Problem and three ways to run it. Full draws from the posterior. Fast approximates it. Update places
// units by new roll calls, given an earlier result. All three are pure: numbers and a seed go in, numbers and
// diagnostics come out, the same on one core or many.
//
// It is not for one state's alignment with one hub (model/align), for absence as a signal (absent is missing here),
// nor for more than one dimension. It reads no files and keeps no state.
package irt
