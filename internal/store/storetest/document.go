package storetest

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"orrery/internal/store"
	"orrery/ledger"
)

const speech = "Вопрос: Поддержит ли Казахстан заявление?\n\nОтвет: Мы выступаем за мир. “We call for restraint,” he added — 12 January."

// put stores the speech, or another text, as a document.
func (b bench) put(t *testing.T, title, text string) ledger.Record {
	t.Helper()
	b.clock.Advance(time.Minute)
	rec, created, err := b.PutDocument(ctx, "ada", ledger.Document{MediaType: "text/plain", Title: title}, []byte("raw "+text), text)
	if err != nil || !created {
		t.Fatalf("PutDocument: created %t, %v", created, err)
	}
	return rec
}

func testDocument(t *testing.T, b bench) {
	rec := b.put(t, "An interview", speech)
	doc := rec.Body.(*ledger.Document)
	if rec.Key != doc.Hash || doc.Hash != ledger.HashBytes([]byte("raw "+speech)) || doc.TextHash != ledger.HashBytes([]byte(speech)) || doc.TextBytes != len(speech) || rec.Status != ledger.Accepted {
		t.Errorf("the document is %+v", rec)
	}
	again, created, err := b.PutDocument(ctx, "bob", ledger.Document{MediaType: "text/html", Title: "Another title"}, []byte("raw "+speech), "another reading")
	if err != nil || created {
		t.Errorf("the same bytes again: created %t, %v", created, err)
	}
	sameRecord(t, "the same bytes again", rec, again)
	if raw, err := b.Snapshot(ctx, doc.Hash); err != nil || !bytes.Equal(raw, []byte("raw "+speech)) {
		t.Errorf("the snapshot is %q, %v", raw, err)
	}
	if text, err := b.Text(ctx, doc.TextHash); err != nil || text != speech {
		t.Errorf("the text is %q, %v", text, err)
	}
	if _, err := b.Text(ctx, ledger.HashBytes([]byte("another reading"))); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("the second reading of the same bytes was stored (%v)", err)
	}
	for what, try := range map[string]struct {
		doc  ledger.Document
		text string
	}{
		"a wrong hash": {ledger.Document{Hash: strings.Repeat("0", 64), MediaType: "text/plain", Title: "T"}, "x"},
		"a wrong text": {ledger.Document{TextHash: strings.Repeat("0", 64), MediaType: "text/plain", Title: "T"}, "x"},
		"no text":      {ledger.Document{MediaType: "text/plain", Title: "T"}, ""},
		"not UTF-8":    {ledger.Document{MediaType: "text/plain", Title: "T"}, "a\xff"},
		"no source":    {ledger.Document{MediaType: "text/plain", Title: "T", Source: "unheard-of"}, "x"},
	} {
		if _, created, err := b.PutDocument(ctx, "ada", try.doc, []byte(what), try.text); len(ledger.FaultsOf(err)) == 0 || created {
			t.Errorf("%s: created %t, %v, want faults", what, created, err)
		}
		if _, err := b.Snapshot(ctx, ledger.HashBytes([]byte(what))); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("%s: the bytes of a refused document were kept (%v)", what, err)
		}
	}
}

func testDocumentText(t *testing.T, b bench) {
	rec := b.put(t, "An interview", speech)
	edited := *rec.Body.(*ledger.Document)
	edited.Title = "A corrected title"
	if got := b.write(t, store.Change{Kind: ledger.KindDocument, Key: rec.Key, Base: 1, Body: &edited})[0]; got.Rev != 2 {
		t.Errorf("a title could not be corrected: %+v", got)
	}
	hits, err := b.Search(ctx, store.SearchQuery{Words: "restraint corrected"})
	if err != nil || len(hits) != 1 {
		t.Errorf("after the correction the document is found %d times (%v)", len(hits), err)
	}
	edited.TextHash = strings.Repeat("0", 64)
	if _, err := b.Append(ctx, "ada", []store.Change{{Kind: ledger.KindDocument, Key: rec.Key, Base: 2, Body: &edited}}); len(ledger.FaultsOf(err)) == 0 {
		t.Errorf("changing the text gave %v, want a fault", err)
	}
	other := ledger.Document{Hash: ledger.HashBytes([]byte("x")), TextHash: ledger.HashBytes([]byte("y")), TextBytes: 1, MediaType: "text/plain", Title: "T"}
	if _, err := b.Append(ctx, "ada", []store.Change{{Kind: ledger.KindDocument, Body: &other, Status: ledger.Accepted, Coder: person}}); len(ledger.FaultsOf(err)) == 0 {
		t.Errorf("a document without bytes gave %v, want a fault", err)
	}
}

func testOrphan(t *testing.T, b bench) {
	doc := b.put(t, "An interview", speech)
	start := strings.Index(speech, "Мы")
	end := strings.Index(speech, " “")
	good, err := ledger.NewQuote(doc.Key, speech, start, end, ledger.Voice{Name: "he", Actor: "KAZ"})
	if err != nil {
		t.Fatal(err)
	}
	moved, before, after, elsewhere := *good, *good, *good, *good
	moved.Start, moved.End = moved.Start+2, moved.End+2
	before.Prefix = "Вопрос"
	after.Suffix = "“We call against"
	elsewhere.Start, elsewhere.End = len(speech), len(speech)+len(good.Exact)
	for what, q := range map[string]ledger.Quote{"moved": moved, "prefix": before, "suffix": after, "beyond the text": elsewhere} {
		if _, err := b.Append(ctx, "ada", []store.Change{{Kind: ledger.KindQuote, Body: &q, Status: ledger.Draft, Coder: person}}); !errors.Is(err, store.ErrOrphan) {
			t.Errorf("%s: %v, want ErrOrphan", what, err)
		}
	}
	lost := *good
	lost.Document = strings.Repeat("0", 64)
	if _, err := b.Append(ctx, "ada", []store.Change{{Kind: ledger.KindQuote, Body: &lost, Status: ledger.Draft, Coder: person}}); len(ledger.FaultsOf(err)) == 0 {
		t.Errorf("a quote of no document: %v, want a fault", err)
	}
	recs := b.write(t,
		store.Change{Kind: ledger.KindQuote, Body: good, Status: ledger.Draft, Coder: person},
		store.Change{Kind: ledger.KindStance, Status: ledger.Draft, Coder: person, Evidence: []ledger.Evidence{{Quote: good.NaturalKey()}},
			Body: &ledger.Stance{Item: "i", Actor: "KAZ", Position: ledger.Neutral, Summary: "calls for restraint"}})
	page, err := b.Review(ctx, store.Query{Party: []store.PartyIs{{Roles: []ledger.Role{ledger.RoleQuote}, Keys: []string{good.NaturalKey()}}}})
	if err != nil || len(page.Records) != 1 || page.Records[0].ID != recs[1].ID {
		t.Errorf("what rests on the quote: %v, %v", keysOf(page.Records), err)
	}
	page, err = b.Review(ctx, store.Query{Items: []string{doc.Key}, Kinds: []ledger.Kind{ledger.KindQuote}})
	if err != nil || len(page.Records) != 1 {
		t.Errorf("quotes of the document: %v, %v", keysOf(page.Records), err)
	}
}
