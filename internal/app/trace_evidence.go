package app

import (
	"orrery/internal/store"
	"orrery/ledger"
)

// traceEvidence shows one thing that a record rests on. What the ledger no longer
// holds is said to be missing, not left out.
func (r *reading) traceEvidence(e ledger.Evidence) (TraceEvidence, error) {
	switch {
	case e.Quote != "":
		out := TraceEvidence{Kind: "quote", Note: e.Note}
		q := r.quotes[e.Quote]
		if q == nil {
			out.Note = joined(e.Note, "; ", "the ledger does not hold quote "+e.Quote)
			return out, nil
		}
		var err error
		out.Quote, err = r.traceQuote(e.Quote, q)
		return out, err
	case e.Vote != "":
		out := TraceEvidence{Kind: "vote", Note: e.Note}
		v := r.votes[e.Vote]
		if v == nil {
			out.Note = joined(e.Note, "; ", "the ledger does not hold vote "+e.Vote)
			return out, nil
		}
		marks, err := r.voteMarks([]store.Row[*ledger.Vote]{*v})
		if err != nil {
			return out, err
		}
		out.Vote = &marks[0]
		return out, nil
	}
	out := TraceEvidence{Kind: "source", Note: e.Note}
	if s := r.sources[e.Source]; s != nil {
		head := sourceHead(s)
		out.Source = &head
		return out, nil
	}
	out.Source = &SourceHead{Key: e.Source}
	out.Note = joined(e.Note, "; ", "the ledger does not hold this source")
	return out, nil
}

// traceQuote shows a quote and whether the document's text still holds it.
func (r *reading) traceQuote(key string, q *ledger.Quote) (*TraceQuote, error) {
	out := &TraceQuote{Key: key, Document: q.Document, Exact: q.Exact, Prefix: q.Prefix, Suffix: q.Suffix, Start: q.Start, End: q.End,
		Voice: r.voiceWords(q.Voice), VoiceRole: string(q.Voice.Role), Orphan: true}
	d := r.documents[q.Document]
	if d == nil {
		return out, nil
	}
	out.Title, out.Published = d.Title, d.Published.String()
	switch text, err := r.app.store.Text(r.ctx, d.TextHash); {
	case err == nil:
		out.Orphan = !q.Matches(text)
	case !store.IsNotFound(err):
		return nil, err
	}
	return out, nil
}

// voiceWords names who speaks, and for whom.
func (r *reading) voiceWords(v ledger.Voice) string {
	name := v.Name
	if name == "" && v.Actor != "" {
		name = r.name(v.Actor)
	}
	if v.OnBehalf != "" {
		name = joined(name, " for ", r.name(v.OnBehalf))
	}
	return name
}

// joined puts words between two texts, of which either may be empty.
func joined(a, between, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + between + b
}

func sourceHead(s *ledger.Source) SourceHead {
	return SourceHead{Key: s.Key, Title: s.Title, Publisher: s.Publisher, Author: s.Author, Published: s.Published.String(), URL: s.URL,
		Language: s.Language, Type: string(s.Type), BasedIn: s.BasedIn, Grade: string(s.Grade)}
}
