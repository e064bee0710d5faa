// Package parties answers what the makers of drafts ask of a read sentence: who does what a verb says, who stands in a list, who is
// named between two words, whose words they are, on what day.
//
// It does not say what the words mean: stances, votes, ties, pairs and claims do, each by its own list of turns.
package parties
