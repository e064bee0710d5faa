// Package stances finds answers of states to reaction items: who condemned, backed, recognised, stayed neutral or said nothing, and
// where that stands relative to the item's hub. It also says which known items a document is about.
//
// An item that is not known is proposed: the stance then has Item "new:" and a slug of the words that were answered to, and the
// trace tells those words. Such a draft cannot be accepted before a person has made the item or picked a known one. Silence is taken from a
// text only when the text says that somebody was silent: the search log then names the document itself as where
// it was looked. The position is never guessed: where the side of what was answered is not understood there is no draft but a Silence.
//
// It does not code votes (votes), nor what a person says who speaks for no state (statements).
package stances
