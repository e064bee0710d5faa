// Package token cuts a sentence into words, numbers and marks, gives each word its number in the lexicon and its shape, and finds
// what stands between quotation marks.
//
// The borders are those of Unicode (UAX 29) with the habits of English treebanks on top: "don't" is do + n't, "Russia's" is
// Russia + 's, "cannot" is can + not, "U.S.", "al-Assad" and "RFE/RL" are one token each, "$2.5" is $ + 2.5. It gives no part of speech and
// leaves out nothing but white space.
package token
