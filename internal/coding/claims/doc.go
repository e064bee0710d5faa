// Package claims finds numbers that somebody may contest: people killed, hurt, detained, displaced, troops, and money of sanctions or
// aid. Each is a draft of a claim by whoever says it.
//
// It is not for every number: shares, dates, prices and trade stay where they are. Nor does it say whether a number is true.
package claims
