package app_test

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"orrery/internal/app"
	"orrery/internal/store"
	"orrery/ledger"
)

// An interview of our own making, in the form of many: it reports what a state did.
const interview = `The year ahead: a talk with Ivan Petrov

Original: The Example Review, 4 January 2026

Anna Orlova: How did the neighbours take the news from Novgorod?

Ivan Petrov: Armenia kept its distance. Yerevan said on 31 December that it saw no proof. Kazakhstan condemned the attack on the residence within a day.

Anna Orlova: And the others?

Ivan Petrov: The others waited.
`

const proof = "Yerevan said on 31 December that it saw no proof."

func (w *world) read(text string) app.DocumentView {
	w.t.Helper()
	return must(w.Read(w.t.Context(), app.ReadRequest{Text: text}))(w.t)
}

// code makes a draft of a stance on the residence attack from words of a document.
func (w *world) code(doc app.DocumentView, words, actor, position string) (app.RecordView, error) {
	w.t.Helper()
	start := strings.Index(doc.Text, words)
	if start < 0 {
		w.t.Fatalf("%q is not in the text", words)
	}
	body, err := json.Marshal(map[string]any{"item": "residence-drones-2025", "actor": actor, "position": position, "form": "statement",
		"when": "2025-12-31", "summary": "Said that it saw no proof."})
	if err != nil {
		w.t.Fatal(err)
	}
	return w.Code(w.t.Context(), app.CodeRequest{Kind: "stance", Document: doc.Head.Hash, Start: start, End: start + len(words), Body: body})
}

func litmusOf(w *world, s app.Scope, state string) (app.LitmusView, app.Answer) {
	w.t.Helper()
	v := must(w.Litmus(w.t.Context(), s, "residence-drones-2025"))(w.t)
	for _, a := range append(v.Expected, v.Others...) {
		if a.State == state {
			return v, a
		}
	}
	w.t.Fatalf("%s has no cell", state)
	return v, app.Answer{}
}

// The story of this issue: an article becomes a document, a sentence of it a draft,
// the draft a cell, and the cell leads back to the sentence; and the ledger as it was
// before still says what it said.
func TestAnArticleBecomesACell(t *testing.T) {
	w := postSoviet(t)
	before := w.clock.Now()
	w.clock.Advance(time.Hour)
	doc := w.read(interview)
	if !doc.Created || len(doc.Turns) < 4 || doc.Head.Form != "interview-named" {
		t.Fatalf("created %t, form %s, turns %+v", doc.Created, doc.Head.Form, doc.Turns)
	}
	if again := w.read(interview); again.Created || again.Head.Hash != doc.Head.Hash {
		t.Error("the same bytes twice are two documents")
	}
	draft := must(w.code(doc, proof, "ARM", "against"))(t)
	if draft.Status != "draft" || len(draft.Evidence) != 1 || draft.Coder.Name != "ana" {
		t.Fatalf("%+v", draft)
	}
	v, cell := litmusOf(w, app.Scope{}, "ARM")
	if cell.Presence != app.SilentReported || v.Drafts != 1 || !strings.Contains(v.Sentence.String(), "1 draft waits for review and is not counted.") {
		t.Errorf("a draft entered a figure: %+v %s", cell, v.Sentence)
	}
	waiting := must(w.Trace(t.Context(), app.Scope{}, "litmus|residence-drones-2025|drafts", ""))(t)
	if waiting.Total != 1 || waiting.Rows[0].Status != "draft" {
		t.Errorf("%+v", waiting)
	}
	w.clock.Advance(time.Hour)
	accepted := must(w.Edit(t.Context(), draft.Ref, draft.Rev, app.EditRequest{Status: "accepted", Why: "read it"}))(t)
	if accepted.Rev != 2 || accepted.Status != "accepted" {
		t.Fatalf("%+v", accepted)
	}
	v, cell = litmusOf(w, app.Scope{}, "ARM")
	if cell.Presence != app.Answered || cell.Position != "against" || cell.Timing != app.InTime || cell.Quotes != 1 || cell.Records != 2 || cell.Quote != proof || cell.Contested {
		t.Errorf("%+v", cell)
	}
	if s := v.Sentence.String(); !strings.Contains(s, "2 stood against Moscow and 1 is reported silent") || !strings.Contains(s, "1 of these answers opens to a sentence in a stored document.") {
		t.Errorf("%s", s)
	}
	because := must(w.Trace(t.Context(), app.Scope{}, cell.Trace, ""))(t)
	var quote *app.TraceQuote
	for _, row := range because.Rows {
		for _, e := range row.Evidence {
			if e.Quote != nil {
				quote = e.Quote
			}
		}
	}
	if quote == nil || quote.Exact != proof || quote.Orphan || doc.Text[quote.Start:quote.End] != proof || quote.Voice != "Ivan Petrov" || quote.VoiceRole != "interviewee" || !strings.HasSuffix(quote.Prefix, "distance. ") {
		t.Errorf("because leads to %+v", quote)
	}
	old, oldCell := litmusOf(w, app.Scope{AsOf: before}, "ARM")
	if oldCell.Presence != app.SilentReported || oldCell.Records != 1 || old.Drafts != 0 || old.Scope.AsOf == "" {
		t.Errorf("as known before the article: %+v", oldCell)
	}
	if got := must(w.Trace(t.Context(), app.Scope{AsOf: before}, "litmus|residence-drones-2025|count|against", ""))(t); got.Total != 1 {
		t.Errorf("as known before, %d stood against", got.Total)
	}
	shown := must(w.Document(t.Context(), app.Scope{}, doc.Head.Hash))(t)
	if len(shown.Records) != 1 || shown.Records[0].Spans[0].Exact != proof || shown.Head.Accepted != 1 || shown.Head.Drafts != 0 {
		t.Errorf("%+v %+v", shown.Head, shown.Records)
	}
	// Undo: the cell is as before.
	must(w.Edit(t.Context(), draft.Ref, 2, app.EditRequest{Status: "draft", Why: "undo"}))(t)
	if _, cell = litmusOf(w, app.Scope{}, "ARM"); cell.Presence != app.SilentReported {
		t.Errorf("after undo: %+v", cell)
	}
	if h := must(w.History(t.Context(), draft.Ref))(t); len(h) != 3 || h[1].Why != "read it" || h[2].Who != "ana" {
		t.Errorf("%+v", h)
	}
}

// Two articles that disagree make a contested cell; one that copies the other is no
// second source.
func TestContestedCell(t *testing.T) {
	w := postSoviet(t)
	one := w.read(interview)
	two := w.read("Republished\n\nOriginal: The Example Review, 4 January 2026\n\nWords of the same talk, once more, in another edition. " + proof)
	for _, doc := range []app.DocumentView{one, two} {
		draft := must(w.code(doc, proof, "KGZ", "against"))(t)
		must(w.Edit(t.Context(), draft.Ref, 1, app.EditRequest{Status: "accepted"}))(t)
	}
	_, cell := litmusOf(w, app.Scope{}, "KGZ")
	// The casebook's row rests on two sources; the two articles, one origin, say something else.
	if !cell.Contested || cell.Position != "leaning-with" || strings.Join(cell.Positions, " ") != "leaning-with against" || cell.Records != 3 || cell.Sources != 2 || cell.Quotes != 0 || cell.Quote != "" || cell.Otherwise != 2 {
		t.Errorf("%+v", cell)
	}
	v := must(w.Litmus(t.Context(), app.Scope{}, "residence-drones-2025"))(t)
	if !strings.Contains(v.Sentence.String(), "On 1 of them the accepted records disagree.") {
		t.Errorf("%s", v.Sentence)
	}
	if got := must(w.Trace(t.Context(), app.Scope{}, "litmus|residence-drones-2025|contested", ""))(t); got.Total != 1 {
		t.Errorf("%d contested", got.Total)
	}
}

func TestCodeNamesFaultsByField(t *testing.T) {
	w := postSoviet(t)
	doc := w.read(interview)
	for _, c := range []struct {
		body, field, says string
	}{
		{`{"item":"residence-drone-2025","actor":"ARM","position":"against","summary":"x"}`, "item", "residence-drones-2025"},
		{`{"item":"residence-drones-2025","actor":"AMR","position":"against","summary":"x"}`, "actor", "ARM"},
		{`{"item":"residence-drones-2025","actor":"Armenia","position":"against","summary":"x"}`, "actor", "ARM"},
		{`{"item":"residence-drones-2025","actor":"ARM","position":"hostile","summary":"x"}`, "position", "against"},
		{`{"item":"residence-drones-2025","actor":"ARM","position":"against"}`, "summary", "fill it in"},
		{`{"item":"residence-drones-2025","actor":"ARM","position":"against","summary":"x","when":"31.12.2025"}`, "when", ""},
		{`{"item":"residence-drones-2025","actor":"ARM","position":"against","summary":"x","wen":"2025"}`, "body", "wen"},
		{`{"item":3}`, "item", "number"},
		{`[]`, "body", ""},
	} {
		_, err := w.Code(t.Context(), app.CodeRequest{Kind: "stance", Document: doc.Head.Hash, Start: 0, End: 8, Body: json.RawMessage(c.body)})
		e, ok := app.Explain(err)
		if !ok || e.Code != app.Invalid || len(e.List) == 0 || e.List[0].Field != c.field || !strings.Contains(e.Error(), c.says) {
			t.Errorf("%s: %v", c.body, err)
		}
	}
	for _, req := range []app.CodeRequest{
		{Kind: "stance", Document: doc.Head.Hash, Start: 5, End: 5}, {Kind: "stance", Document: doc.Head.Hash, Start: 0, End: 1 << 20},
		{Kind: "vote", Document: doc.Head.Hash, Start: 0, End: 8}, {Kind: "stance", Document: "0000", Start: 0, End: 8},
	} {
		req.Body = json.RawMessage(`{}`)
		if _, err := w.Code(t.Context(), req); err == nil {
			t.Errorf("%+v is coded", req)
		} else if _, ok := app.Explain(err); !ok {
			t.Errorf("%+v: %v", req, err)
		}
	}
}

// A bad date is a fault of the field that it stands in.
func TestBadDatesNameTheirField(t *testing.T) {
	w := postSoviet(t)
	doc := w.read(interview)
	for _, c := range []struct{ kind, field, body string }{
		{"forecast", "horizon", `{"author":"Ivan Petrov","form":"too-vague","statement":"soonish","published":"2026-01-04","horizon":"soonish"}`},
		{"forecast", "published", `{"author":"Ivan Petrov","form":"too-vague","statement":"The others will wait.","published":"4 January"}`},
		{"event", "when", `{"when":"31.12.2025","by":["ARM"],"to":["RUS"],"type":"REJECT","summary":"31.12.2025"}`},
	} {
		_, err := w.Code(t.Context(), app.CodeRequest{Kind: c.kind, Document: doc.Head.Hash, Start: 0, End: 8, Body: json.RawMessage(c.body)})
		if e, ok := app.Explain(err); !ok || e.Code != app.Invalid || len(e.List) != 1 || e.List[0].Field != c.field || e.List[0].Do == "" {
			t.Errorf("%s %s: %v", c.kind, c.field, err)
		}
	}
}

func TestCodeEveryKind(t *testing.T) {
	w := postSoviet(t)
	doc := w.read(interview)
	for kind, body := range map[string]string{
		"event":     `{"when":"2025-12-31","by":["ARM"],"to":["RUS"],"type":"REJECT","summary":"Doubts the report."}`,
		"statement": `{"speaker":"Ivan Petrov","about":["ARM"],"concept":"distance","direct":true,"summary":"Armenia kept its distance."}`,
		"forecast":  `{"author":"Ivan Petrov","form":"too-vague","statement":"The others will wait."}`,
		"tie":       `{"actor":"ARM","hub":"RUS","channel":"trade","measure":"named"}`,
		"claim":     `{"text":"A residence was attacked by drones.","asserts":["RUS"],"denies":["UKR"],"standing":"contested"}`,
	} {
		v, err := w.Code(t.Context(), app.CodeRequest{Kind: kind, Document: doc.Head.Hash, Start: 0, End: 14, Body: json.RawMessage(body), Voice: &ledger.Voice{Role: ledger.VoiceOutlet}})
		if err != nil || v.Status != "draft" || v.Kind != kind {
			t.Errorf("%s: %+v %v", kind, v, err)
		}
	}
	// All five rest on the same words: one quote.
	shown := must(w.Document(t.Context(), app.Scope{}, doc.Head.Hash))(t)
	if len(shown.Records) != 5 || shown.Head.Drafts != 5 || shown.Records[0].Spans[0].Voice.Role != ledger.VoiceOutlet {
		t.Errorf("%+v", shown.Head)
	}
	if got := must(w.Trace(t.Context(), app.Scope{}, "drafts", ""))(t); got.Total != 5 {
		t.Errorf("%d drafts", got.Total)
	}
	home := must(w.Home(t.Context(), app.Scope{}, w.clock.Now().Add(-time.Minute)))(t)
	if home.Drafts != 5 || !strings.Contains(home.Sentence.String(), "5 drafts wait for review.") || !strings.Contains(home.Sentence.String(), "1 document was read into it.") {
		t.Errorf("%d %s", home.Drafts, home.Sentence)
	}
	if len(home.Changes) == 0 || home.Changes[0].Who != "ana" {
		t.Errorf("%+v", home.Changes)
	}
}

// The same words are one quote with one voice: another voice is refused, not dropped.
func TestCodeRefusesASecondVoice(t *testing.T) {
	w := postSoviet(t)
	doc := w.read(interview)
	for _, c := range []struct {
		voice *ledger.Voice
		taken bool
	}{
		{&ledger.Voice{Name: "Nikol Pashinyan", Role: ledger.VoiceQuoted}, true}, {nil, true},
		{&ledger.Voice{Name: "Nikol Pashinyan", Role: ledger.VoiceQuoted}, true}, {&ledger.Voice{Role: ledger.VoiceOutlet}, false},
	} {
		start := strings.Index(doc.Text, proof)
		_, err := w.Code(t.Context(), app.CodeRequest{Kind: "claim", Document: doc.Head.Hash, Start: start, End: start + len(proof), Voice: c.voice,
			Body: json.RawMessage(`{"text":"There was no proof.","asserts":["RUS"]}`)})
		if c.taken && err != nil {
			t.Errorf("%+v: %v", c.voice, err)
		}
		if e, ok := app.Explain(err); !c.taken && (!ok || e.Code != app.Invalid || e.List[0].Field != "voice" || !strings.Contains(e.Error(), "Nikol Pashinyan")) {
			t.Errorf("%+v: %v", c.voice, err)
		}
	}
}

// Two people who code the same new words at once both have their draft.
func TestCodeRace(t *testing.T) {
	w := postSoviet(t)
	doc := w.read(interview)
	racing := &racingStore{Store: w.db}
	mine := app.New(app.Config{Store: racing, Now: w.clock.Now, Version: "test", Who: "ana"})
	start := strings.Index(doc.Text, proof)
	req := app.CodeRequest{Kind: "statement", Document: doc.Head.Hash, Start: start, End: start + len(proof),
		Body: json.RawMessage(`{"speaker":"Ivan Petrov","about":["ARM"],"summary":"Says there was no proof."}`)}
	racing.before = func() { must(w.Code(t.Context(), req))(t) }
	v, err := mine.Code(t.Context(), req)
	if err != nil || v.Status != "draft" || racing.before != nil {
		t.Fatalf("%+v %v", v, err)
	}
	if got := must(w.Document(t.Context(), app.Scope{}, doc.Head.Hash))(t); len(got.Records) != 2 {
		t.Errorf("%d drafts", len(got.Records))
	}
}

// racingStore lets another write come first, once.
type racingStore struct {
	store.Store
	before func()
}

func (s *racingStore) Append(ctx context.Context, who string, changes []store.Change) ([]ledger.Record, error) {
	if first := s.before; first != nil {
		s.before = nil
		first()
	}
	return s.Store.Append(ctx, who, changes)
}

func TestEditRefusesWhatIsStale(t *testing.T) {
	w := postSoviet(t)
	ref := "stance:residence-drones-2025/ARM"
	must(w.Edit(t.Context(), ref, 1, app.EditRequest{Status: "rejected", Why: "contradicted"}))(t)
	_, err := w.Edit(t.Context(), ref, 1, app.EditRequest{Status: "accepted"})
	e, ok := app.Explain(err)
	if !ok || e.Code != app.Stale || !strings.Contains(e.Text, "revision 1") || !strings.Contains(e.Text, "revision 2 by ana") {
		t.Errorf("%v", err)
	}
	if _, cell := litmusOf(w, app.Scope{}, "ARM"); cell.Presence != app.NotSearched {
		t.Errorf("a rejected silence still counts: %+v", cell)
	}
	for _, bad := range []app.EditRequest{{Status: "gone"}, {Body: json.RawMessage(`{"item":"residence-drones-2025","actor":"AZE","position":"silent","summary":"x","imported":true}`)}} {
		if _, err := w.Edit(t.Context(), ref, 2, bad); err == nil {
			t.Errorf("%+v is taken", bad)
		} else if e, ok := app.Explain(err); !ok || e.Code != app.Invalid {
			t.Errorf("%v", err)
		}
	}
	if _, err := w.Edit(t.Context(), "stance:nothing", 1, app.EditRequest{}); err == nil {
		t.Error("a record that is not there is edited")
	}
}

// What describes a document can be corrected, and the records that rest on it follow;
// what was read cannot.
func TestEditDocument(t *testing.T) {
	w := postSoviet(t)
	doc := w.read(interview)
	again := must(w.Read(t.Context(), app.ReadRequest{Text: interview, Source: "b-seed-000"}))(t)
	if again.Created || again.Source != nil || !slices.Contains(again.Notes, "read before: its source was not changed; edit the document") {
		t.Errorf("%v %v", again.Source, again.Notes)
	}
	ref := "document:" + doc.Head.Hash
	v := must(w.Record(t.Context(), app.Scope{}, ref))(t)
	with := func(field string, value any) json.RawMessage {
		body := map[string]any{}
		if err := json.Unmarshal(v.Body, &body); err != nil {
			t.Fatal(err)
		}
		body[field] = value
		out, err := json.Marshal(body)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	for _, bad := range []app.EditRequest{{Body: with("blocks", []any{})}, {Body: with("text_bytes", 5)}, {Body: with("text_hash", strings.Repeat("0", 64))}, {Body: with("url", "https://example.org")},
		{Body: with("source", "nothing")}, {Status: "rejected"}} {
		if _, err := w.Edit(t.Context(), ref, v.Rev, bad); err == nil {
			t.Errorf("%+v is taken", bad)
		} else if e, ok := app.Explain(err); !ok || e.Text == "" {
			t.Errorf("%v", err)
		}
	}
	must(w.Edit(t.Context(), ref, v.Rev, app.EditRequest{Body: with("source", "b-seed-000"), Why: "its source is known"}))(t)
	shown := must(w.Document(t.Context(), app.Scope{}, doc.Head.Hash))(t)
	if shown.Source == nil || shown.Source.Key != "b-seed-000" || shown.Text != doc.Text || shown.Head.Title != doc.Head.Title {
		t.Errorf("%+v %+v", shown.Source, shown.Head)
	}
	if again := must(w.Read(t.Context(), app.ReadRequest{Text: interview, Source: "b-seed-000"}))(t); slices.ContainsFunc(again.Notes, func(n string) bool { return strings.HasPrefix(n, "read before") }) {
		t.Errorf("%v", again.Notes)
	}
}

func TestReadRefusals(t *testing.T) {
	w := empty(t)
	for _, req := range []app.ReadRequest{{}, {Text: "a", URL: "https://example.org"}, {URL: "https://example.org"}, {Text: "%PDF-1.7 "}, {Text: "words", Source: "nothing"}} {
		if _, err := w.Read(t.Context(), req); err == nil {
			t.Errorf("%+v is read", req)
		} else if _, ok := app.Explain(err); !ok {
			t.Errorf("%+v: %v", req, err)
		}
	}
}

// A repost that names its original is the text of the source with that address, and counts as one with it.
func TestReadFindsTheSourceByItsAddress(t *testing.T) {
	w := postSoviet(t)
	doc := w.read("Leaders react\n\nOriginal: https://www.en.fergana.ru/news/144496/\n\nThe leaders reacted within a day, the agency writes.\n")
	if doc.Source == nil || doc.Source.Key != "b-fergana-144496" {
		t.Errorf("source %+v, want b-fergana-144496; notes %q", doc.Source, doc.Notes)
	}
	if other := w.read("Leaders react\n\nOriginal: https://en.fergana.ru/news/14449\n\nThe leaders reacted.\n"); other.Source != nil {
		t.Errorf("a similar address gave the source %s", other.Source.Key)
	}
}
