// Package agreement says how far several coders who read the same units agree beyond chance: Krippendorff's alpha for nominal and
// ordinal values, with missing values, and an interval by bootstrap over units.
//
// Formulae follow Krippendorff, "Computing Krippendorff's Alpha-Reliability" (University of Pennsylvania, 2011). The package does not say
// who is right, nor from what number on coding is good enough; it reads no records, and chance comes from a seed.
package agreement
