// Package cameo translates CAMEO, the vocabulary of ICEWS, GDELT and most older machine-coded event data, into PLOVER: event codes
// and their names into type, mode and contexts, country codes into ISO 3166-1 alpha-3.
//
// The table of events is ours. It follows the crosswalk that ships with PLOVER (CAMEO2PLOVER-2021) and leaves it where the manual
// of 2021 says otherwise; a mode is given only where the code itself states it. Codes that PLOVER has no type for (statements and
// comments) are in the table with an empty type. docs/formats/events.md lists every difference.
//
// It never guesses: a code that it does not have is not cut to its root. It reads no files and no data set is known to it.
//
// Manuals: Schrodt, CAMEO: Conflict and Mediation Event Observations Event and Actor Codebook, 1.1b3, 2012; Open Event Data Alliance,
// PLOVER Manual, 2021.
package cameo
