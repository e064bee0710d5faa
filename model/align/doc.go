// Package align says how close each state stands to each hub: one latent number per state and hub, followed through
// time from votes, reactions, coded stances and the mix of events, with honest intervals.
//
// The latent a[t] walks randomly with rare jumps,
//
//	a[t] | a[t-1] ~ (1-pi) N(a[t-1], q dt) + pi N(a[t-1], qJ),   a[0] ~ N(m, 1),
//
// and is followed on a grid of points, on which forward-backward smoothing is exact for any likelihood: there is no
// sampling, and one input gives one output. Zero is the place of a typical state of the world, 1 is one standard deviation of the world's
// states nearer to the hub. Formulae, limits and measurements are in docs/methods/alignment.md.
//
// The package is not for world-wide ideal points (that is model/irt) and not for distances on a one-dimensional axis:
// AxisDistance refuses them and says why. It reads no files, asks no clock and holds no source of chance, and it knows
// nothing of the ledger: labels are carried, never interpreted.
package align
