package stances

import (
	"testing"

	"orrery/internal/coding/reading"
	"orrery/internal/coding/readingtest"
	"orrery/ledger"
)

func TestWhichItemsATextIsAbout(t *testing.T) {
	w, err := readingtest.NewWords()
	if err != nil {
		t.Fatal(err)
	}
	k, err := readingtest.Region()
	if err != nil {
		t.Fatal(err)
	}
	x, err := New(w.Lexicon, k)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, published, want string }{
		{"Drones flew at the president's residence in the Novgorod region, said Moscow.", "2026-01-03", "residence-drones-2025"},
		{"Moscow reported a drone raid on a residence near Novgorod.", "", "residence-drones-2025"},
		{"Moscow reported a drone raid on a residence near Novgorod.", "2024-01-03", ""},
		{"Russia's invasion of Ukraine shocked all its neighbours.", "2022-03-01", "invasion-2022"},
		{"The war in Ukraine goes on.", "2022-06-01", "invasion-2022"},
		{"Gunmen attacked the Crocus City Hall.", "2024-04-01", "crocus-attack-2024"},
		{"A jet of Azerbaijan Airlines on its flight to Grozny crashed near Aktau.", "2025-01-02", "azal-crash-2024"},
		{"The harvest in Ukraine was poor.", "2022-06-01", ""},
		{"Russia and Ukraine talked about the prisoners of war.", "2012-06-01", ""},
		{"Turkey bought gas from Azerbaijan.", "2022-06-01", ""},
	} {
		r := &reading.Reading{Document: &reading.Document{Text: c.text}}
		if c.published != "" {
			r.Document.Published = ledger.MustDate(c.published)
		}
		for _, s := range w.Read(c.text) {
			r.Sentences = append(r.Sentences, reading.Sentence{Sentence: &s})
		}
		got := ""
		if topics := x.Topics(r); len(topics) > 0 {
			got = topics[0].Item.Slug
		}
		if got != c.want {
			n := x.name(r, &r.Sentences[0], 0, len(r.Sentences[0].Tokens), false, nil)
			t.Errorf("%q: got %q, want %q (%+v)", c.text, got, c.want, n)
		}
	}
}
