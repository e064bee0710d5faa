package app

import (
	"slices"
	"strings"

	"orrery/internal/store"
	"orrery/ledger"
)

// keysAtOnce bounds the keys of one query: engines limit their parameters.
const keysAtOnce = 500

// cite looks up everything that the records rest on, in as few queries as there
// are sorts of evidence. After it, originsOf and passes answer from memory.
func (r *reading) cite(records []ledger.Record) error {
	var sources, quotes, votes []string
	for _, rec := range records {
		for _, e := range rec.Evidence {
			sources, quotes, votes = append(sources, e.Source), append(quotes, e.Quote), append(votes, e.Vote)
		}
	}
	if err := lookUp(r, votes, r.votes, func(row store.Row[*ledger.Vote]) *store.Row[*ledger.Vote] { return &row }); err != nil {
		return err
	}
	for _, key := range votes {
		if v := r.votes[key]; v != nil {
			for _, e := range v.Evidence {
				sources = append(sources, e.Source)
			}
		}
	}
	if err := lookUp(r, quotes, r.quotes, func(row store.Row[*ledger.Quote]) *ledger.Quote { return row.Noun }); err != nil {
		return err
	}
	var documents []string
	for _, key := range quotes {
		if q := r.quotes[key]; q != nil {
			documents = append(documents, q.Document)
		}
	}
	if err := lookUp(r, documents, r.documents, func(row store.Row[*ledger.Document]) *ledger.Document { return row.Noun }); err != nil {
		return err
	}
	for _, key := range documents {
		if d := r.documents[key]; d != nil {
			sources = append(sources, d.Source)
		}
	}
	return lookUp(r, sources, r.sources, func(row store.Row[*ledger.Source]) *ledger.Source { return row.Noun })
}

// lookUp reads the accepted records of keys that are not in found yet and keeps
// what of makes of each. Keys that the ledger does not hold are kept as nil.
func lookUp[T ledger.Noun, V any](r *reading, keys []string, found map[string]*V, of func(store.Row[T]) *V) error {
	keys = slices.DeleteFunc(slices.Compact(slices.Sorted(slices.Values(keys))), func(key string) bool {
		_, known := found[key]
		return known || key == ""
	})
	for chunk := range slices.Chunk(keys, keysAtOnce) {
		q := r.query()
		q.Keys = chunk
		rows, err := store.Rows[T](r.ctx, r.app.store, q)
		if err != nil {
			return err
		}
		for _, key := range chunk {
			found[key] = nil
		}
		for _, row := range rows {
			found[row.Key] = of(row)
		}
	}
	return nil
}

// originsOf lists the sources and documents that a cited record rests on.
func (r *reading) originsOf(rec ledger.Record) []origin {
	var out []origin
	for _, e := range rec.Evidence {
		switch {
		case e.Source != "":
			out = append(out, r.sourceOrigin(e.Source))
		case e.Quote != "":
			if q := r.quotes[e.Quote]; q != nil {
				out = append(out, r.documentOrigin(q.Document))
			}
		case e.Vote != "":
			if v := r.votes[e.Vote]; v != nil {
				out = append(out, r.originsOf(v.Record)...)
			}
		}
	}
	return out
}

func (r *reading) sourceOrigin(key string) origin {
	o := origin{key: key, root: "source:" + key}
	if s := r.sources[key]; s != nil {
		o.based, o.kind, o.language, o.slants = s.BasedIn, string(s.Type), s.Language, s.Slants
		if s.URL != "" {
			o.root = "url:" + sameAddress(s.URL)
		}
	}
	return o
}

// documentOrigin is the document's source where it names one, else the document
// itself. A relay chain counts once: documents that state the same original, or of
// which one is the original of the other, have the same root.
func (r *reading) documentOrigin(hash string) origin {
	d := r.documents[hash]
	if d == nil {
		return origin{key: hash, root: "document:" + hash}
	}
	o := origin{key: hash, language: d.Language, root: "document:" + hash}
	if d.URL != "" {
		o.root = "url:" + sameAddress(d.URL)
	}
	if d.Source != "" {
		o = r.sourceOrigin(d.Source)
	}
	if original := originalOf(d); original != "" {
		o.root = original
	}
	return o
}

// originalOf names the first text of a relay chain: by its address where a line of
// the chain gives one, else by the words of a line that names the original. "" when
// there is neither: "translated from Chinese" or "republished from The Paper" are true
// of many texts and make no two of them one.
func originalOf(d *ledger.Document) string {
	for _, link := range d.Relay {
		for word := range strings.FieldsSeq(link.Text) {
			if i := strings.Index(word, "http"); i >= 0 && strings.Contains(word[i:], "://") {
				return "url:" + sameAddress(strings.TrimRight(word[i:], ".,;:)]»\""))
			}
		}
	}
	for _, link := range d.Relay {
		if _, named, ok := strings.Cut(link.Text, ":"); ok && link.Kind == "original" {
			return "original:" + strings.ToLower(strings.Join(strings.Fields(named), " "))
		}
	}
	return ""
}

// sameAddress is an address without what does not tell two pages apart.
func sameAddress(url string) string {
	_, rest, ok := strings.Cut(url, "://")
	if !ok {
		rest = url
	}
	rest, _, _ = strings.Cut(rest, "#")
	return strings.TrimPrefix(strings.TrimRight(rest, "/"), "www.")
}

// roots lists the independent origins of a cited record that the lens leaves, sorted.
func (r *reading) roots(rec ledger.Record) []string {
	var out []string
	for _, o := range r.originsOf(rec) {
		if r.scope.Lens.passes(o) {
			out = append(out, o.root)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// passes reports whether the scope's lens lets a cited record count, and remembers
// the ones that it hides. Without a lens every record counts, also one that cites
// nothing; under a lens such a record has nobody to vouch for it.
func (r *reading) passes(rec ledger.Record) bool {
	if r.scope.Lens.IsZero() || slices.ContainsFunc(r.originsOf(rec), r.scope.Lens.passes) {
		return true
	}
	r.hidden[rec.Ref()] = true
	return false
}

// veiled reports whether the lens hides one thing that a record rests on. The record
// may count all the same, by another.
func (r *reading) veiled(e ledger.Evidence) bool {
	return !r.scope.Lens.IsZero() && !slices.ContainsFunc(r.originsOf(ledger.Record{Evidence: []ledger.Evidence{e}}), r.scope.Lens.passes)
}

// lensed reads accepted records of T's kind and drops those that the lens hides.
func lensed[T ledger.Noun](r *reading, q store.Query) ([]store.Row[T], error) {
	q.AsOf = r.scope.AsOf
	rows, err := store.Rows[T](r.ctx, r.app.store, q)
	if err != nil || r.scope.Lens.IsZero() {
		return rows, err
	}
	if err := citeRows(r, rows); err != nil {
		return nil, err
	}
	return slices.DeleteFunc(rows, func(row store.Row[T]) bool { return !r.passes(row.Record) }), nil
}

func citeRows[T ledger.Noun](r *reading, rows []store.Row[T]) error {
	records := make([]ledger.Record, len(rows))
	for i, row := range rows {
		records[i] = row.Record
	}
	return r.cite(records)
}
