// Package segment cuts the blocks of a document into sentences.
//
// It knows how English writes the end of a sentence: abbreviations, initials, decimals, quotes and brackets that close after the
// full stop, a question inside a quote that goes on ("Why?" he asked). It does not look at words beyond that, and it changes
// nothing in the text. A sentence never reaches over the edge of a block or of a speaker's turn, and never holds the speaker's
// label, the dash of a dialogue or the mark of a list item.
package segment
