// Package statements finds who says what: the attribution of words to speakers (Attribute), and of these and of an interview's turns
// the few sentences that are worth keeping as evidence of words (Drafts): a judgement of an actor or of a relation between actors, a
// position toward one, an assertion by a named speaker.
//
// Attribution works on verbs and nouns of saying that are data (data/cues.txt, data/nouns.txt), on quotation marks, colons and
// "according to"; a quotation that runs over several sentences keeps its speaker. A news agency that passes words on is their
// reporter and makes no statement of its own.
//
// It is not for acts that happen by words, such as a demand or a condemnation: predicates makes events of them, and stances answers.
// It does not judge whether what is said is true.
package statements
