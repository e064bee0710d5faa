package app

import (
	"context"
	"slices"
	"strings"

	"orrery/internal/store"
	"orrery/ledger"
)

// Sources lists the sources by key, or those in which words are found, with how
// they lean. The groups count all accepted sources, whatever the words or the lens.
func (a *App) Sources(ctx context.Context, s Scope, words, cursor string) (SourceList, error) {
	r, err := a.open(ctx, s)
	if err != nil {
		return SourceList{}, err
	}
	all, err := store.Rows[*ledger.Source](ctx, a.store, r.query())
	if err != nil {
		return SourceList{}, err
	}
	slices.SortFunc(all, func(a, b store.Row[*ledger.Source]) int { return strings.Compare(a.Key, b.Key) })
	list := SourceList{Sources: []SourceHead{}, Groups: r.sourceGroups(all)}
	page, next, err := cutPage(matching(all, words), cursor, pageSize)
	if err != nil {
		return SourceList{}, err
	}
	for _, row := range page {
		head, err := r.countedHead(row.Noun)
		if err != nil {
			return SourceList{}, err
		}
		list.Sources = append(list.Sources, head)
	}
	list.Next, list.Sentence, list.Scope = next, r.sourcesSentence(all), r.scopeView()
	return list, nil
}

// matching keeps the sources that hold every word in key, title, publisher or author.
func matching(all []store.Row[*ledger.Source], words string) []store.Row[*ledger.Source] {
	fields := strings.Fields(strings.ToLower(words))
	var out []store.Row[*ledger.Source]
	for _, row := range all {
		text := strings.ToLower(strings.Join([]string{row.Key, row.Noun.Title, row.Noun.Publisher, row.Noun.Author, row.Noun.URL}, " "))
		if !slices.ContainsFunc(fields, func(w string) bool { return !strings.Contains(text, w) }) {
			out = append(out, row)
		}
	}
	return out
}

// citing is the accepted records that cite a source.
func citing(key string) rowset {
	set := asked(store.Query{Party: []store.PartyIs{{Roles: []ledger.Role{ledger.RoleSource}, Keys: []string{key}}}}, nil)
	set.raw = true
	return set
}

func (r *reading) countedHead(s *ledger.Source) (SourceHead, error) {
	head := sourceHead(s)
	n, err := r.total(citing(s.Key))
	head.Records = &n
	return head, err
}

// Source is one source with the records that cite it. The lens does not apply: the
// question is what this source says.
func (a *App) Source(ctx context.Context, s Scope, key, cursor string) (SourceView, error) {
	r, err := a.open(ctx, s)
	if err != nil {
		return SourceView{}, err
	}
	q := r.query()
	q.Keys = []string{key}
	row, err := store.One[*ledger.Source](ctx, a.store, q)
	if store.IsNotFound(err) {
		return SourceView{}, r.noSource(key)
	}
	if err != nil {
		return SourceView{}, err
	}
	v := SourceView{}
	if v.Source, err = r.countedHead(row.Noun); err != nil {
		return SourceView{}, err
	}
	page, next, err := r.page(citing(key), cursor, pageSize)
	if err != nil {
		return SourceView{}, err
	}
	if v.Rows, err = r.traceRows(page); err != nil {
		return SourceView{}, err
	}
	v.Total, v.Next, v.Scope = int(*v.Source.Records), next, r.scopeView()
	return v, nil
}

func (r *reading) noSource(key string) error {
	all, err := store.Rows[*ledger.Source](r.ctx, r.app.store, r.query())
	if err != nil {
		return err
	}
	known := make([]string, len(all))
	for i, row := range all {
		known[i] = row.Key
	}
	return missing("source", key, known)
}

// traceSources opens all sources, or those of one seat, kind or language.
func (r *reading) traceSources(args []string) (opening, error) {
	o := opening{figure: "Sources", rule: "Accepted sources."}
	set := asked(store.Query{Kinds: []ledger.Kind{ledger.KindSource}}, nil)
	if len(args) == 2 && slices.Contains([]string{lensBased, lensKind, lensLang}, args[0]) {
		o.figure = "Sources, " + args[0] + " " + joined(args[1], "", map[bool]string{true: "not known"}[args[1] == ""])
		set.keep = func(rec ledger.Record) bool { return facetOf(args[0], rec.Body.(*ledger.Source)) == args[1] }
		if rows, err := r.all(set); err != nil {
			return opening{}, err
		} else if len(rows) == 0 {
			return opening{}, noTrace(append([]string{"sources"}, args...))
		}
	} else if len(args) != 0 {
		return opening{}, noTrace(append([]string{"sources"}, args...))
	}
	o.rows = set
	return o, nil
}

// traceSource opens the records that cite one source.
func (r *reading) traceSource(args []string) (opening, error) {
	if len(args) != 1 {
		return opening{}, noTrace(append([]string{"source"}, args...))
	}
	q := r.query()
	q.Keys = args
	if _, err := store.One[*ledger.Source](r.ctx, r.app.store, q); store.IsNotFound(err) {
		return opening{}, r.noSource(args[0])
	} else if err != nil {
		return opening{}, err
	}
	return opening{figure: "Records that cite " + args[0], rule: "Accepted records that name this source among what they rest on.", rows: citing(args[0])}, nil
}
