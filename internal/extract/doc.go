// Package extract turns the bytes of a document into text with stable offsets: what it says, who speaks where, who published it
// and when, and what it says about its own origin.
//
// The data flows through the files in this order: media (what kind of bytes), decode (bytes to text), then markup, article and
// pagemeta (HTML) or blocks and frontmatter (plain text and Markdown), then turns (who speaks where: label, named, dashes, lead,
// roles; the words they know are in signs), metadata and dates, relay, language. Quotes that rest on the
// offsets are the ledger's (ledger.NewQuote).
//
// Everything is read from the bytes: no clock, no network, no guess that is not written down in Text.Notes. What the document does
// not say stays empty. The same bytes give the same result, always; the caller keeps the bytes, so nothing is lost that is left out.
//
// It is not for fetching (internal/fetch), not for coding what the text reports, and it reads no PDF or office
// files today: it refuses them by name.
package extract
