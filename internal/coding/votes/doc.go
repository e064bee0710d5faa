// Package votes finds what a text says of recorded votes: who voted for, against, abstained or did not vote, and on which resolution.
//
// A draft is a claim of the text (ledger.VoteClaim), never a vote: it is compared with the roll call where that is known. Abstaining and not
// voting are never merged. Which resolution is meant is told only when its symbol, or its words and date, fit one roll call better
// than all others; else the draft names the words and the trace the candidates. It does not code positions (stances).
package votes
