// Package idealpoints reads the published ideal points of Bailey, Strezhnev and Voeten: the series by year of July 2025
// (all votes, final-passage votes and the legacy recipe, with quantiles) and the series by session of April 2020.
//
// The two releases differ in encoding: one is Windows-1252, the other UTF-8 that was encoded twice; both come out as the
// names are written. The one number that both give to two states (YAR for the two Yemens) is told apart by the Correlates
// of War's. The package is not for estimating anything (model/irt does) and not for distances between states.
package idealpoints
