package app

import (
	"strings"

	"orrery/internal/store"
	"orrery/ledger"
)

// sourceAt finds the source that a document is the text of: the one whose address
// the document has, or names as its original. The same address, never a similar
// one; when two sources have it, none, because nobody can tell which was meant.
func (r *reading) sourceAt(d *ledger.Document) (string, error) {
	wanted := map[string]bool{}
	for _, text := range append([]string{d.URL}, relayTexts(d)...) {
		for word := range strings.FieldsSeq(text) {
			if at := plainAddress(word); strings.Contains(at, "/") {
				wanted[at] = true
			}
		}
	}
	if len(wanted) == 0 {
		return "", nil
	}
	sources, err := store.Rows[*ledger.Source](r.ctx, r.app.store, store.Query{})
	if err != nil {
		return "", err
	}
	found := ""
	for _, s := range sources {
		if !wanted[plainAddress(s.Noun.URL)] {
			continue
		}
		if found != "" {
			return "", nil
		}
		found = s.Key
	}
	return found, nil
}

func relayTexts(d *ledger.Document) []string {
	var texts []string
	for _, l := range d.Relay {
		texts = append(texts, l.Text)
	}
	return texts
}

// plainAddress leaves out what two spellings of one address differ in: the scheme,
// "www.", capitals in the host, the fragment and a closing slash or full stop.
func plainAddress(address string) string {
	at, _, _ := strings.Cut(strings.TrimSpace(address), "#")
	at = strings.TrimPrefix(strings.TrimPrefix(at, "https://"), "http://")
	host, path, ok := strings.Cut(at, "/")
	if host = strings.TrimPrefix(strings.ToLower(host), "www."); ok {
		host += "/"
	}
	return strings.TrimRight(host+path, "/.,;)")
}
