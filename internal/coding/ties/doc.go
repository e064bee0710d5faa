// Package ties finds what binds an actor to a hub: dependence over a channel (trade, energy, transit, remittances, arms, bases …), and
// membership in organisations.
//
// A tie is told by a turn (data/ties.txt), a hub and an actor; an actor that has no code ("several neighbours") keeps its words. What a text calls
// security is arms, unless bases, troops or garrisons are named: then it is bases. Memberships are compared with the known ones.
// It does not read tables of figures, nor influence that names no channel.
package ties
