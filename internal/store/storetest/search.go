package storetest

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"orrery/internal/store"
	"orrery/ledger"
)

func (b bench) search(t *testing.T, q store.SearchQuery) []store.Hit {
	t.Helper()
	hits, err := b.Search(ctx, q)
	if err != nil {
		t.Fatalf("Search(%q): %v", q.Words, err)
	}
	return hits
}

func hitKeys(hits []store.Hit) []string {
	out := []string{}
	for _, h := range hits {
		out = append(out, h.Key)
	}
	slices.Sort(out)
	return out
}

func testSearch(t *testing.T, b bench) {
	b.add(t,
		event("meat", "2024-03-01", "RUS", "KAZ", "A ban on meat: the veterinary service cites foot-and-mouth disease"),
		event("milk", "2024-04-01", "RUS", "KGZ", "The service lifts its ban on milk"),
		&ledger.Actor{Code: "KAZ", Type: ledger.ActorState, Names: map[string]string{"en": "Kazakhstan", "ru": "Казахстан", "kk": "Қазақстан"}},
		&ledger.Actor{Code: "CIV", Type: ledger.ActorState, Names: map[string]string{"en": "Ivory Coast", "fr": "Côte d’Ivoire"}},
		&ledger.RollCall{Symbol: "A/RES/ES-11/1", When: ledger.MustDate("2022-03-02"), Title: "Aggression against Ukraine"},
		&ledger.Claim{Slug: "yo", Text: "Самолёт сбит над Чёрным морем"})
	doc := b.put(t, "An interview with nobody", speech).Key
	for _, c := range []struct {
		words string
		want  []string
	}{
		{"ban", []string{"meat", "milk"}}, {"BAN Meat", []string{"meat"}}, {"ban nothing", []string{}}, {"bans", []string{}}, {"ba", []string{}},
		{"ba*", []string{"meat", "milk"}}, {`"ban on milk"`, []string{"milk"}}, {`"milk ban"`, []string{}}, {`"ban on m"*`, []string{"meat", "milk"}}, {`"ban on" lifts`, []string{"milk"}},
		{"казахстан", []string{"KAZ", doc}}, {"КАЗАХСТАН", []string{"KAZ", doc}}, {"қазақстан", []string{"KAZ"}}, {"казах*", []string{"KAZ", doc}}, {"cote d'ivoire", []string{"CIV"}},
		{"A/RES/ES-11/1", []string{"A/RES/ES-11/1"}}, {"самолет", []string{"yo"}}, {"чёрным", []string{"yo"}}, {`"мы выступаем за мир"`, []string{doc}}, {"restraint 12 january", []string{doc}},
		{"nobody", []string{doc}}, {"foot-and-mouth", []string{"meat"}}, {"", []string{}}, {"  *  ", []string{}}, {`""`, []string{}}, {"«»—!?", []string{}},
	} {
		if diff := cmp.Diff(append([]string{}, slices.Sorted(slices.Values(c.want))...), hitKeys(b.search(t, store.SearchQuery{Words: c.words}))); diff != "" {
			t.Errorf("%q (- want, + found):\n%s", c.words, diff)
		}
	}
	if got := hitKeys(b.search(t, store.SearchQuery{Words: "казахстан", Kinds: []ledger.Kind{ledger.KindDocument}})); !slices.Equal(got, []string{doc}) {
		t.Errorf("in documents: %v", got)
	}
	one, two := b.search(t, store.SearchQuery{Words: "ban", Limit: 1}), b.search(t, store.SearchQuery{Words: "ban", Limit: 1, Skip: 1})
	if got := hitKeys(append(one, two...)); !slices.Equal(got, []string{"meat", "milk"}) {
		t.Errorf("one at a time: %v", got)
	}
	hit := b.search(t, store.SearchQuery{Words: "выступ* за"})[0]
	if hit.Kind != ledger.KindDocument || hit.Status != ledger.Accepted || !strings.Contains(hit.Snippet, "Мы \x02выступаем\x03 \x02за\x03 мир") {
		t.Errorf("the hit is %+v", hit)
	}
	if hit := b.search(t, store.SearchQuery{Words: "milk"})[0]; hit.When != ledger.MustDate("2024-04-01") || !strings.Contains(hit.Snippet, "ban on \x02milk\x03") {
		t.Errorf("the hit is %+v", hit)
	}
}

func testSearchAsOf(t *testing.T, b bench) {
	first := b.add(t, event("e", "2025", "RUS", "KAZ", "a first wording"))[0]
	second := b.write(t, store.Change{Kind: ledger.KindEvent, Key: "e", Base: 1, Body: event("e", "2025", "RUS", "KAZ", "another wording"), Status: ledger.Draft})[0]
	for _, c := range []struct {
		words string
		asOf  time.Time
		want  int
	}{
		{"first", time.Time{}, 0}, {"another", time.Time{}, 1}, {"wording", time.Time{}, 1}, {"first", first.At, 1}, {"another", first.At, 0},
		{"wording", first.At, 1}, {"first", second.At, 0}, {"another", second.At, 1}, {"wording", first.At.Add(-time.Second), 0},
	} {
		hits := b.search(t, store.SearchQuery{Words: c.words, AsOf: c.asOf})
		if len(hits) != c.want {
			t.Errorf("%q as of %v: %d hits, want %d", c.words, c.asOf, len(hits), c.want)
		}
	}
	if hits := b.search(t, store.SearchQuery{Words: "wording"}); hits[0].Status != ledger.Draft {
		t.Errorf("search shows the status %s, want draft", hits[0].Status)
	}
}

// testSearchHostile types what people and attackers type. No input may be an error of the engine's query language.
func testSearchHostile(t *testing.T, b bench) {
	b.add(t, event("e", "2025", "RUS", "KAZ", "OR NOT words NEAR kind"))
	for _, words := range []string{
		`"`, `"unclosed`, `a"b"c`, `""""`, `*`, `**`, `"*"`, `a*b`, `NOT`, `OR`, `AND`, `a AND`, `NEAR(a b)`, `NEAR`, `words:x`, `kind : event`, `^a`, `(a`, `a)`, `-a`, `+a`, `a:*`,
		`a & b | !c`, `<->`, `'a'`, `\`, `'; DROP TABLE revision; --`, "a\x00b", "\xff\xfe", "\x02\x03", `{a b}:c`, "a \u200d b", "½ ① ﬀ", strings.Repeat("a", 5000), strings.Repeat("a ", 500),
		strings.Repeat(`"a b" `, 100), "العربية", "中文", "ก็", "e\u0301", "🙂", `%`, `_`, "$1 ?1 :x @y",
	} {
		b.search(t, store.SearchQuery{Words: words})
	}
	if got := b.search(t, store.SearchQuery{Words: "or not near kind words"}); len(got) != 1 {
		t.Errorf("words of the query language are not found as words")
	}
	alphabet := []rune(`ab "*()-:^&|!<>'\/{}+~@#$%_.,;` + "\x00\xad é\u0301яЖ中½٣")
	rng := rand.New(rand.NewPCG(7, 7))
	for range 400 {
		var s strings.Builder
		for range rng.IntN(12) {
			s.WriteRune(alphabet[rng.IntN(len(alphabet))])
		}
		b.search(t, store.SearchQuery{Words: s.String()})
	}
}

// testLongDocument indexes more than either engine takes in one piece.
func testLongDocument(t *testing.T, b bench) {
	var text strings.Builder
	for i := range 60_000 {
		fmt.Fprintf(&text, "w%d ", i)
	}
	many := b.put(t, "Many words", text.String()).Key
	text.Reset()
	for i := range 8_000 {
		fmt.Fprintf(&text, "%s%d\n", strings.Repeat("слово", 24), i)
	}
	long := b.put(t, "Long words", text.String()+" the end").Key
	for words, want := range map[string]string{"w0": many, "w59999": many, `"w31000 w31001"`: many, strings.Repeat("слово", 24) + "7999": long, `"the end"`: long} {
		if got := hitKeys(b.search(t, store.SearchQuery{Words: words})); !slices.Equal(got, []string{want}) {
			t.Errorf("%.40q finds %v", words, got)
		}
	}
}

// testSearchCommon asks for words that most records hold, with and without a kind.
func testSearchCommon(t *testing.T, b bench) {
	var changes []store.Change
	for i := range 2500 {
		changes = append(changes, store.Change{Kind: ledger.KindEvent, Status: ledger.Accepted, Coder: person, Body: event(fmt.Sprint("e", i), "2025", "RUS", "KAZ", fmt.Sprint("everywhere ", i%7))})
	}
	b.write(t, changes...)
	b.add(t, &ledger.Claim{Slug: "c", Text: "everywhere once"})
	for _, c := range []struct {
		q    store.SearchQuery
		want int
	}{
		{store.SearchQuery{Words: "everywhere"}, 20}, {store.SearchQuery{Words: "everywhere", Limit: 1000}, 100}, {store.SearchQuery{Words: "everywhere once"}, 1},
		{store.SearchQuery{Words: "everywhere", Kinds: []ledger.Kind{ledger.KindClaim, ledger.KindActor}}, 1}, {store.SearchQuery{Words: "once", Kinds: []ledger.Kind{ledger.KindEvent}}, 0},
		{store.SearchQuery{Words: "everywhere", Skip: 2490, Limit: 100}, 11}, {store.SearchQuery{Words: "every* 3", Limit: 100}, 100},
	} {
		hits := b.search(t, c.q)
		if len(hits) != c.want {
			t.Errorf("%+v gives %d hits, want %d", c.q, len(hits), c.want)
		}
		for _, h := range hits {
			if !strings.Contains(h.Snippet, "\x02") {
				t.Errorf("%+v: the hit %s has no mark: %q", c.q, h.Key, h.Snippet)
			}
		}
	}
}
