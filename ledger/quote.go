package ledger

import (
	"fmt"
	"unicode/utf8"
)

// Quote is text[Start:End] of a document, byte for byte, with a W3C text-quote
// selector (32 characters before and after) and the voice that speaks in it.
type Quote struct {
	Document string `json:"document"` // hash of the document
	Start    int    `json:"start"`    // byte offsets in the document's text
	End      int    `json:"end"`
	Exact    string `json:"exact"`
	Prefix   string `json:"prefix"`
	Suffix   string `json:"suffix"`
	Voice    Voice  `json:"voice"`
}

// Voice is who is speaking in a span.
type Voice struct {
	Name     string    `json:"name,omitempty"`  // as the text gives it
	Actor    string    `json:"actor,omitempty"` // actor code or person slug where known
	Role     VoiceRole `json:"role,omitempty"`
	OnBehalf string    `json:"on_behalf,omitempty"` // actor code
}

// VoiceRole tells whose words a span is: an interviewer's assertion is not the
// expert's, and an expert's is not a state's.
type VoiceRole string

// The roles of a voice.
const (
	VoiceInterviewee VoiceRole = "interviewee"
	VoiceInterviewer VoiceRole = "interviewer"
	VoiceOutlet      VoiceRole = "outlet"
	VoiceQuoted      VoiceRole = "quoted"
)

// VoiceRoles lists the roles of a voice.
func VoiceRoles() []VoiceRole {
	return []VoiceRole{VoiceInterviewee, VoiceInterviewer, VoiceOutlet, VoiceQuoted}
}

// contextRunes is the length of a selector's prefix and suffix, as W3C examples have it.
const contextRunes = 32

// NewQuote cuts text[start:end] with its context. It refuses offsets outside the
// text, inside a character, or around nothing but space.
func NewQuote(document, text string, start, end int, voice Voice) (*Quote, error) {
	var f faults
	switch {
	case start < 0 || end > len(text) || start >= end:
		f.add("start", fmt.Sprintf("%d–%d is not a span of this text of %d bytes", start, end, len(text)), "select some words")
	case !utf8.RuneStart(text[start]) || (end < len(text) && !utf8.RuneStart(text[end])):
		f.add("start", "cuts through a character", "move to the character's first byte")
	}
	if err := f.err(KindQuote); err != nil {
		return nil, err
	}
	q := &Quote{Document: document, Start: start, End: end, Exact: text[start:end], Voice: voice,
		Prefix: lastRunes(text[:start], contextRunes), Suffix: firstRunes(text[end:], contextRunes)}
	return q, q.Validate()
}

// Matches reports whether the text still holds the quote at its offsets. A quote
// that does not match is an orphan; it is never moved to a similar place.
func (q *Quote) Matches(text string) bool {
	return q.Start >= 0 && q.End <= len(text) && q.Start < q.End && text[q.Start:q.End] == q.Exact
}

// Kind implements Noun.
func (*Quote) Kind() Kind { return KindQuote }

// NaturalKey implements Noun: documents and offsets identify a quote.
func (q *Quote) NaturalKey() string { return fmt.Sprintf("%s/%d-%d", q.Document, q.Start, q.End) }

// Validate implements Noun.
func (q *Quote) Validate() error {
	var f faults
	f.need("document", q.Document)
	f.need("exact", q.Exact)
	if q.End-q.Start != len(q.Exact) {
		f.add("exact", "is not as long as its offsets say", "cut the quote from the text")
	}
	oneOf(&f, "voice", q.Voice.Role, append(VoiceRoles(), ""))
	return f.err(KindQuote)
}

// Facets implements Noun.
func (q *Quote) Facets() Facets {
	p := []Party{{RoleIn, q.Document}}
	if q.Voice.Actor != "" {
		p = append(p, Party{RoleBy, q.Voice.Actor})
	}
	return Facets{Parties: p, Item: q.Document, Text: q.Exact}
}

func firstRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

func lastRunes(s string, n int) string {
	i := len(s)
	for ; n > 0 && i > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
	}
	return s[i:]
}
