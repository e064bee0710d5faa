// Package actors finds who is named in a sentence: states, their capitals and seats, demonyms, leaders and ministers at the date of
// the text, organisations, offices composed with countries, agencies, groups, rosters; and names that nobody knows, kept as text.
//
// It does not say who did what (predicates, roles) nor who speaks (statements).
package actors
