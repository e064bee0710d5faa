// Package terms finds listed words and word groups in a sentence: hedges, concepts, words of praise and blame. The lists are data
// files of the steps that use them: one term a line, its forms divided by commas, then columns divided by bars.
//
//	multi-vector policy, multi vector policy | concept | foreign policy
//
// A word of a form matches a token by its form or by its lemma, so that "slow down" is found in "slowed down". The longest form that
// begins at a token wins. It knows nothing of grammar: a term is found wherever its words stand side by side.
package terms
