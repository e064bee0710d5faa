// Package coding turns text into drafts of facts, each with the words it rests on and how the coder came to it.
//
// The steps are packages of their own, in the order of the data:
//
//	segment   blocks → sentences            lexicon  words → numbers
//	token     sentence → tokens             syntax   the shape of a read sentence (types)
//	tag       tokens → parts of speech
//	chunk     tags → phrases, clauses
//	realis    clause → told as fact, denied, wished, asked …
//	actors    phrases → who is named        places, dates, numbers beside it
//	predicates  verbs and nouns → events    roles  who does it to whom
//	operators   agree to, refuse, threaten …; PLOVER's conversions
//	statements, stances, votes, forecasts, ties, pairs    the other drafts
//	linear    ranks, vetoes, calibrates
//	dedupe    one event told twice is one draft
//
// All of it is pure: no files, no network, no clock; the same document and knowledge give the same drafts. What is known of a
// region comes in as knowledge.Region; the English language is data within the packages. It is not for fetching or decoding (extract),
// nor for deciding: drafts are reviewed in internal/app.
package coding
