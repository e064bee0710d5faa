// Package tag gives every token its part of speech and its lemma.
//
// A word that has one tag in the lexicon (data/words-*.txt) gets it; among several, and for words that are not there, an averaged
// perceptron chooses by the words and tags around (data/weights-*.txt). Both were made by internal/train/tagger; docs/methods/tagger.md
// says from what, under which licence and how good they are. It knows no names and no meaning, and it reads English only.
package tag
