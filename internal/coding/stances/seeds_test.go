package stances_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"orrery/internal/coding/draft"
	"orrery/internal/coding/readingtest"
	"orrery/internal/coding/votes"
	"orrery/internal/testkit"
	"orrery/ledger"
)

// TestEveryStanceAndVoteOfTheSeedsIsFound compares with the reading by hand: actor, position or choice, and the very sentence.
func TestEveryStanceAndVoteOfTheSeedsIsFound(t *testing.T) {
	dir := testkit.Shared(t, "seeds")
	docs, coded, err := readingtest.Seeds(func(name string) ([]byte, error) { return os.ReadFile(filepath.Join(dir, name)) })
	if err != nil {
		t.Fatal(err)
	}
	x := reader(t)
	v, err := votes.New(x.Lexicon, x.Region)
	if err != nil {
		t.Fatal(err)
	}
	names := make([]string, 0, len(docs))
	for name := range docs {
		names = append(names, name)
	}
	slices.Sort(names)
	found, all := 0, 0
	for _, name := range names {
		r := x.Document(docs[name])
		r.Items = x.stances.Topics(r)
		drafts, silences := x.stances.Drafts(r)
		claims, more := v.Drafts(r)
		drafts, silences = append(drafts, claims...), append(silences, more...)
		all += len(drafts)
		for _, c := range coded {
			if c.Doc != name || c.Kind != "stance" && c.Kind != "vote" {
				continue
			}
			if slices.ContainsFunc(drafts, func(d draft.Draft) bool { return matches(d, c, r.Document.Text) }) {
				found++
				continue
			}
			t.Errorf("%s is not found", c.ID)
		}
		for _, d := range drafts {
			if c, ok := d.Body.(*ledger.Stance); ok && c.Actor == "MDA" && c.Position == ledger.Silent && (d.Check == nil || d.Check.Verdict != draft.Disagrees) {
				t.Errorf("a silence that the casebook knows to be none is not in conflict: %+v", d.Check)
			}
			t.Logf("%s: %+v, check %v, %v", name, d.Body, d.Check, d.Trace.Filters)
		}
		for _, s := range silences {
			t.Logf("%s: silence %v", name, s)
		}
	}
	t.Logf("%d rows found, %d drafts", found, all)
	if all > 2*found {
		t.Errorf("%d drafts for %d rows: a flood", all, found)
	}
}

func matches(d draft.Draft, c readingtest.Coded, text string) bool {
	if quote := d.Span.Of(text); !strings.Contains(quote, c.Quote) && !strings.Contains(c.Quote, quote) && !strings.HasSuffix(quote, c.Quote) {
		return false
	}
	switch b := d.Body.(type) {
	case *ledger.Stance:
		want, _, _ := strings.Cut(c.Stance, "-RUS")
		return c.Kind == "stance" && b.Actor == c.Actor && string(b.Position) == want
	case *ledger.VoteClaim:
		return c.Kind == "vote" && b.Actor == c.Actor && string(b.Choice) == c.Vote && b.RollCall == c.Resolution && d.Check != nil && d.Check.Verdict == draft.Agrees
	}
	return false
}
