// Package dedupe makes one draft of what a document says twice: the same parties, kind of thing and answer at dates that can be the
// same. It keeps the draft with the highest confidence and notes the other sentences in it.
//
// It compares drafts of one document only, and never statements: a speaker who says a thing twice has said it twice. Doubles across documents
// are a matter of the ledger.
package dedupe
