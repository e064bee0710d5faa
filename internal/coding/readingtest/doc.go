// Package readingtest reads texts as the coder does, up to the steps that make drafts, for the tests of those steps.
//
// It also gives the embedded casebook as the coder knows it to whatever measures or trains the coder. The program never imports it, and it finds no events and no speakers: internal/coding puts those in.
package readingtest
