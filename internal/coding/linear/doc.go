// Package linear is the coder's second opinion: a linear model that says from the words of a sentence which type of event it
// reports, or none. It ranks frames that compete, supplies a type where two actors and a verb have no frame, vetoes, and turns what is
// known of a draft into a probability that a careful reader would accept it.
//
// It is trained on sentences that this project wrote, half of them without an event (data/sentences_*.tsv), by `make train-linear`.
// It is not asked alone: no draft is made of words that name no actor.
package linear
