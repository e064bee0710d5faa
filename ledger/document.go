package ledger

import (
	"crypto/sha256"
	"encoding/hex"
)

// Document is the immutable reading of one text. Its key is the SHA-256 of the
// raw bytes (the snapshot), so that the same bytes twice are one document. Text
// is what quotes count their byte offsets in; it never changes.
type Document struct {
	Hash      string   `json:"hash"`      // SHA-256 (hex) of the raw snapshot
	TextHash  string   `json:"text_hash"` // SHA-256 (hex) of the extracted text
	TextBytes int      `json:"text_bytes"`
	MediaType string   `json:"media_type"`
	URL       string   `json:"url,omitempty"`
	FileName  string   `json:"file_name,omitempty"`
	Title     string   `json:"title"`
	Author    string   `json:"author,omitempty"`
	Published Date     `json:"published"`
	Retrieved Date     `json:"retrieved"`
	Outlet    string   `json:"outlet,omitempty"`
	Language  string   `json:"language,omitempty"`
	Source    string   `json:"source,omitempty"` // key of the Source it belongs to
	Form      string   `json:"form,omitempty"`   // interview-named, interview-dashes, essay
	Relay     []Relay  `json:"relay,omitempty"`
	Blocks    []Block  `json:"blocks"`
	Turns     []Turn   `json:"turns,omitempty"`
	Notes     []string `json:"notes,omitempty"` // what the reading left out or guessed
}

// Relay is one link of the chain original → translation → repost, as far as the
// text itself says; Start and End point at the words that say it.
type Relay struct {
	Kind  string `json:"kind"` // original, republished-from, translated-from, summary-of
	Text  string `json:"text"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// Block is a heading, paragraph or list item: text[Start:End].
type Block struct {
	Kind  string `json:"kind"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// Turn is one speaker's words in an interview: text[Start:End]. The voice of a
// quote inside it defaults to it.
type Turn struct {
	Speaker string    `json:"speaker"`
	Role    VoiceRole `json:"role,omitempty"`
	Start   int       `json:"start"`
	End     int       `json:"end"`
}

// HashBytes is the content hash used for documents and texts.
func HashBytes(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// NewDocument normalises and validates.
func NewDocument(d Document) (*Document, error) { return &d, d.Validate() }

// Kind implements Noun.
func (*Document) Kind() Kind { return KindDocument }

// NaturalKey implements Noun.
func (d *Document) NaturalKey() string { return d.Hash }

// Validate implements Noun.
func (d *Document) Validate() error {
	var f faults
	if len(d.Hash) != 64 || len(d.TextHash) != 64 {
		f.add("hash", "is not a SHA-256 in hex", "hash the raw bytes and the extracted text")
	}
	if d.TextBytes <= 0 {
		f.add("text_bytes", "the document has no text", "check that the file holds text")
	}
	last := 0
	for _, b := range d.Blocks {
		if b.Start < last || b.End <= b.Start || b.End > d.TextBytes {
			f.add("blocks", "overlap or leave the text", "read the document again")
			break
		}
		last = b.End
	}
	last = 0
	for _, t := range d.Turns {
		if t.Start < last || t.End <= t.Start || t.End > d.TextBytes {
			f.add("turns", "overlap or leave the text", "read the document again")
			break
		}
		last = t.End
	}
	return f.err(KindDocument)
}

// TurnAt returns the turn that holds the byte offset, if any.
func (d *Document) TurnAt(offset int) (Turn, bool) {
	for _, t := range d.Turns {
		if offset >= t.Start && offset < t.End {
			return t, true
		}
	}
	return Turn{}, false
}

// Facets implements Noun. The text itself is indexed by the store from the snapshot.
func (d *Document) Facets() Facets {
	return Facets{When: d.Published, Text: words(d.Title, d.Author, d.Outlet)}
}
