package app

import (
	"context"
	"errors"
	"strings"

	"orrery/internal/extract"
	"orrery/ledger"
)

// Read reads a pasted text or the page at an address into the ledger. The same
// bytes twice are one document: the view's Created is false then. Errors: Invalid
// when the bytes are no document, Unreachable when the page cannot be had.
func (a *App) Read(ctx context.Context, req ReadRequest) (DocumentView, error) {
	hint := FileHint{FileName: req.FileName, MediaType: req.MediaType, Source: req.Source, Suggest: req.Suggest}
	switch {
	case (req.Text == "") == (req.URL == ""):
		return DocumentView{}, malformed("text", "give exactly one of text and url", "paste a text, or give the address of a page")
	case req.Text != "":
		if hint.MediaType == "" {
			hint.MediaType = "text/plain"
		}
		return a.ReadBytes(ctx, []byte(req.Text), hint)
	case a.fetch == nil:
		return DocumentView{}, malformed("url", "this Orrery does not fetch pages", "save the page and read the file")
	}
	page, err := a.fetch.Get(ctx, strings.TrimSpace(req.URL))
	if err != nil {
		return DocumentView{}, err
	}
	hint.MediaType, hint.Charset, hint.URL = page.MediaType, page.Charset, page.FinalURL
	return a.ReadBytes(ctx, page.Body, hint)
}

// ReadBytes reads the bytes of a file or page into the ledger, as Read does.
func (a *App) ReadBytes(ctx context.Context, raw []byte, hint FileHint) (DocumentView, error) {
	r, err := a.open(ctx, Scope{})
	if err != nil {
		return DocumentView{}, err
	}
	if err := r.knownSource(hint.Source); err != nil {
		return DocumentView{}, err
	}
	text, err := extract.Extract(raw, hint.extracting())
	var unreadable *extract.Unreadable
	if errors.As(err, &unreadable) {
		return DocumentView{}, &Error{Code: Invalid, Field: "text", Text: err.Error(), Err: err}
	}
	if err != nil {
		return DocumentView{}, err
	}
	doc, err := a.documentOf(raw, text, hint)
	if err != nil {
		return DocumentView{}, err
	}
	if doc.Source == "" {
		if doc.Source, err = r.sourceAt(doc); err != nil {
			return DocumentView{}, err
		}
		if doc.Source != "" {
			doc.Notes = append(doc.Notes, "taken for the text of the source "+doc.Source+", because the address is the same")
		}
	}
	rec, created, err := a.store.PutDocument(ctx, a.who, *doc, raw, text.Body)
	if err != nil {
		return DocumentView{}, err
	}
	failed := error(nil) // the text is kept all the same
	if hint.Suggest {
		_, failed = r.suggest(rec.Key)
	}
	v, err := r.documentView(rec)
	v.Created = created
	if failed != nil {
		v.Notes = append(v.Notes, "it could not be read for suggestions: "+failed.Error())
	}
	if !created && hint.Source != "" && rec.Body.(*ledger.Document).Source != hint.Source {
		v.Notes = append(v.Notes, "read before: its source was not changed; edit the document")
	}
	return v, err
}

// documentOf makes the ledger's document of what was read.
func (a *App) documentOf(raw []byte, text *extract.Text, hint FileHint) (*ledger.Document, error) {
	published, err := ledger.ParseDate(text.Published)
	notes := text.Notes
	if err != nil {
		notes = append(notes, "the date of publication "+quoted(text.Published)+" could not be read")
	}
	d := ledger.Document{Hash: ledger.HashBytes(raw), TextHash: ledger.HashBytes([]byte(text.Body)), TextBytes: len(text.Body), MediaType: text.MediaType,
		URL: hint.URL, FileName: hint.FileName, Title: text.Title, Author: text.Author, Published: published, Retrieved: ledger.DateAt(a.now()),
		Outlet: text.Outlet, Language: text.Language, Source: hint.Source, Form: string(text.Form), Notes: notes, Blocks: []ledger.Block{}}
	if d.Title == "" {
		d.Title = titleOf(text, hint)
	}
	for _, b := range text.Blocks {
		d.Blocks = append(d.Blocks, ledger.Block{Kind: string(b.Kind), Start: b.Start, End: b.End})
	}
	for _, t := range text.Turns {
		d.Turns = append(d.Turns, ledger.Turn{Speaker: t.Speaker, Role: ledger.VoiceRole(t.Role), Start: t.Start, End: t.End})
	}
	for _, l := range text.Relay {
		d.Relay = append(d.Relay, ledger.Relay{Kind: string(l.Kind), Text: l.Text, Start: l.Start, End: l.End})
	}
	return ledger.NewDocument(d)
}

// titleOf names a document that gives no title: its file's name, or its first words.
func titleOf(text *extract.Text, hint FileHint) string {
	if hint.FileName != "" {
		return hint.FileName
	}
	for _, b := range text.Blocks {
		return cut(strings.Join(strings.Fields(text.Body[b.Start:b.End]), " "), 80)
	}
	return ""
}
