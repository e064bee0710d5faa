package app

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"orrery/internal/store"
	"orrery/ledger"
)

func TestLens(t *testing.T) {
	wire := origin{key: "w", based: "RUS", kind: "wire", language: "ru", slants: []string{"state-owned"}}
	tank := origin{key: "t", based: "FRA", kind: "think-tank", language: "fr"}
	bare := origin{key: "b"}
	for _, c := range []struct {
		lens   string
		passes string
	}{
		{"", "w t b"}, {"-based:RUS", "t b"}, {"based:rus", "w"}, {"kind:wire,kind:think-tank", "w t"}, {"kind:wire,lang:fr", ""},
		{"kind:wire,lang:ru", "w"}, {"source:b", "b"}, {"-source:b,-kind:wire", "t"}, {"slant:state-owned", "w"}, {"-slant:state-owned,lang:ru", ""},
	} {
		lens, err := ParseLens(c.lens)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, o := range []origin{wire, tank, bare} {
			if lens.passes(o) {
				got = append(got, o.key)
			}
		}
		if strings.Join(got, " ") != c.passes {
			t.Errorf("lens %q lets %v pass, want %s", c.lens, got, c.passes)
		}
		if again, err := ParseLens(lens.String()); err != nil || again.String() != lens.String() {
			t.Errorf("lens %q does not read back: %q, %v", c.lens, lens, err)
		}
	}
	for _, bad := range []string{"RUS", "based:", "colour:red", "kind:blog", "-"} {
		if _, err := ParseLens(bad); err == nil {
			t.Errorf("lens %q is read", bad)
		} else if e, ok := Explain(err); !ok || e.Code != Malformed || e.Do == "" {
			t.Errorf("lens %q: %v", bad, err)
		}
	}
}

func TestParseScope(t *testing.T) {
	s, err := ParseScope("2026-01-31", "-based:RUS", " rus ")
	if want := time.Date(2026, 1, 31, 23, 59, 59, 999e6, time.UTC); err != nil || !s.AsOf.Equal(want) || s.Hub != "RUS" {
		t.Errorf("%+v %v", s, err)
	}
	if s, err = ParseScope("2026-01-31T18:00:00+05:00", "", ""); err != nil || s.AsOf.Hour() != 13 {
		t.Errorf("%+v %v", s, err)
	}
	if s, err = ParseScope("2026-01-31T18:00:00 05:00", "", ""); err != nil || s.AsOf.Hour() != 13 {
		t.Errorf("a plus that a URL turned into a space: %+v %v", s, err)
	}
	if _, err = ParseScope("yesterday", "", ""); err == nil || !strings.Contains(err.Error(), "2026-01-31") {
		t.Errorf("%v", err)
	}
}

// A relay chain counts once; texts that only share a publisher do not.
func TestRoots(t *testing.T) {
	link := func(kind, text string) []ledger.Relay { return []ledger.Relay{{Kind: kind, Text: text}} }
	r := &reading{documents: map[string]*ledger.Document{
		"original":   {Hash: "original", URL: "https://www.example.org/talk/"},
		"repost":     {Hash: "repost", URL: "https://copy.example/1", Relay: link("republished-from", "Republished from https://example.org/talk#top.")},
		"words":      {Hash: "words", Relay: link("original", "Original: The  Interview of the Year")},
		"words2":     {Hash: "words2", Relay: link("original", "original: the interview of the year")},
		"paper1":     {Hash: "paper1", Relay: link("republished-from", "Republished from The Paper")},
		"paper2":     {Hash: "paper2", Relay: link("republished-from", "Republished from The Paper")},
		"of-source":  {Hash: "of-source", Source: "s1", URL: "https://elsewhere.example"},
		"of-source2": {Hash: "of-source2", Source: "s2"},
	}, sources: map[string]*ledger.Source{"s1": {Key: "s1", URL: "http://example.org/talk"}, "s2": {Key: "s2"}}}
	root := func(hash string) string { return r.documentOrigin(hash).root }
	for _, same := range [][2]string{{"original", "repost"}, {"words", "words2"}, {"original", "of-source"}} {
		if root(same[0]) != root(same[1]) {
			t.Errorf("%s (%s) and %s (%s) count as two", same[0], root(same[0]), same[1], root(same[1]))
		}
	}
	for _, two := range [][2]string{{"paper1", "paper2"}, {"original", "words"}, {"of-source", "of-source2"}, {"gone", "words"}} {
		if root(two[0]) == root(two[1]) {
			t.Errorf("%s and %s count as one (%s)", two[0], two[1], root(two[0]))
		}
	}
}

func TestTraceIDs(t *testing.T) {
	for _, parts := range [][]string{{"litmus", "A/RES/ES-11/1", "count", "with"}, {"changes", "1", "a|b", "50 % done"}, {"pressure", "HUB", "", "pairs"}, {"x", "%7C"}} {
		want := strings.Join(parts, "\x00")
		if got := strings.Join(parseTraceID(traceID(parts...)), "\x00"); got != want {
			t.Errorf("%q reads back as %q", want, got)
		}
	}
}

func TestNearest(t *testing.T) {
	known := []string{"KAZ", "KGZ", "residence-drones-2025", "mh17-tribunal-2015"}
	if got := nearest("residence-drone-2025", known); len(got) != 1 || got[0] != known[2] {
		t.Errorf("%v", got)
	}
	if got := nearest("kzz", known); strings.Join(got, " ") != "KAZ KGZ" {
		t.Errorf("%v", got)
	}
	if got := nearest("", known); len(got) != 0 {
		t.Errorf("%v", got)
	}
}

// A record that passes by one of its sources brings only that one into the figures.
func TestLensLimitsWhatARecordRestsOn(t *testing.T) {
	r := &reading{hidden: map[string]bool{}, votes: map[string]*store.Row[*ledger.Vote]{},
		sources:   map[string]*ledger.Source{"r": {Key: "r", BasedIn: "RUS"}, "f": {Key: "f", BasedIn: "FRA"}},
		documents: map[string]*ledger.Document{"d": {Hash: "d", Source: "r"}}, quotes: map[string]*ledger.Quote{"q": {Document: "d"}}}
	rec := ledger.Record{Evidence: []ledger.Evidence{{Source: "r"}, {Source: "f"}, {Quote: "q"}}}
	for _, c := range []struct{ lens, roots, quotes, veiled string }{
		{"", "source:f source:r", "q", "false false false"}, {"-based:RUS", "source:f", "", "true false true"}, {"based:RUS", "source:r", "q", "false true false"},
	} {
		var err error
		if r.scope.Lens, err = ParseLens(c.lens); err != nil {
			t.Fatal(err)
		}
		var veiled []string
		for _, e := range rec.Evidence {
			veiled = append(veiled, strconv.FormatBool(r.veiled(e)))
		}
		roots, quotes := strings.Join(r.roots(rec), " "), strings.Join(r.quotesOf(rec), " ")
		if !r.passes(rec) || roots != c.roots || quotes != c.quotes || strings.Join(veiled, " ") != c.veiled {
			t.Errorf("lens %q: origins %s, quotes %s, hidden %v", c.lens, roots, quotes, veiled)
		}
	}
}
