package coding_test

import (
	"context"
	"errors"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"orrery/internal/coding"
	"orrery/internal/coding/reading"
	"orrery/ledger"
)

// sound says what is wrong with a result, "" if nothing: spans are the text's own words, triggers stand in them, sentences follow each
// other, and drafts refer to drafts.
func sound(d *reading.Document, r *coding.Result) string {
	end := 0
	for _, s := range r.Reading.Sentences {
		if s.Start < end || s.End <= s.Start || s.End > len(d.Text) || strings.TrimSpace(s.Words()) == "" {
			return "a sentence does not follow the one before it"
		}
		end = s.End
	}
	hash := ledger.HashBytes([]byte(d.Text))
	for _, one := range r.Drafts {
		switch q, err := ledger.NewQuote(hash, d.Text, one.Span.Start, one.Span.End, one.Voice); {
		case err != nil:
			return string(one.Kind) + ": " + err.Error()
		case !q.Matches(d.Text) || q.Exact != one.Span.Of(d.Text):
			return string(one.Kind) + ": its quote is not the text's"
		case !one.Span.Holds(one.Trigger) || one.Trigger.Start >= one.Trigger.End:
			return string(one.Kind) + ": its trigger does not stand in its quote"
		case !utf8.ValidString(one.Span.Of(d.Text)) || !utf8.ValidString(one.Trigger.Of(d.Text)):
			return string(one.Kind) + ": it cuts through a character"
		case !whole(r.Reading, one.Span.Start, one.Span.End):
			return string(one.Kind) + ": its quote is not made of whole sentences"
		case one.Body == nil || one.Body.Kind() != one.Kind:
			return string(one.Kind) + ": its body is of another kind"
		case one.Confidence <= 0 || one.Confidence > 1 || one.Trace.Step == "" || one.Trace.Frame == "":
			return string(one.Kind) + ": its confidence or trace is wanting"
		case one.Triggers > len(one.Refers):
			return string(one.Kind) + ": more triggers than drafts that it refers to"
		}
		for _, i := range one.Refers {
			if i < 0 || i >= len(r.Drafts) {
				return string(one.Kind) + ": it refers to a draft that is not there"
			}
		}
	}
	return ""
}

// whole reports whether bytes begin with one sentence and end with one.
func whole(r *reading.Reading, start, end int) bool {
	begins, ends := false, false
	for _, s := range r.Sentences {
		begins, ends = begins || s.Start == start, ends || s.End == end
	}
	return begins && ends
}

func TestDraftsAreTheTextsOwnWordsAndEverySentenceSaysWhy(t *testing.T) {
	c := coder(t)
	drafts := 0
	for _, d := range ownAndSeeds(t) {
		r, err := c.Code(t.Context(), d, coding.Options{Explain: true})
		if err != nil {
			t.Fatal(err)
		}
		if wrong := sound(d, r); wrong != "" {
			t.Errorf("%.40q: %s", d.Text, wrong)
		}
		drafts += len(r.Drafts)
		told := make([]bool, len(r.Reading.Sentences))
		for _, s := range r.Silences {
			if s.Sentence < 0 || s.Sentence >= len(told) || s.Reason == "" || s.Step == "" {
				t.Fatalf("%+v", s)
			}
			told[s.Sentence] = true
		}
		for _, one := range r.Drafts {
			for i, s := range r.Reading.Sentences {
				told[i] = told[i] || one.Span.Overlaps(s.Span)
			}
		}
		for i, yes := range told {
			if !yes {
				t.Errorf("sentence %d of %.40q gave nothing and does not say why", i, d.Text)
			}
		}
	}
	if drafts < 15 {
		t.Errorf("only %d drafts: these texts test nothing", drafts)
	}
}

func TestTheSameTextGivesTheSameResultFromManyAtOnce(t *testing.T) {
	c := coder(t)
	docs := ownAndSeeds(t)
	results := make([][]*coding.Result, 8)
	var all sync.WaitGroup
	for g := range results {
		all.Go(func() {
			for _, d := range docs {
				r, err := c.Code(context.Background(), d, coding.Options{Explain: true})
				if err != nil {
					t.Error(err)
					return
				}
				results[g] = append(results[g], r)
			}
		})
	}
	all.Wait()
	another := coder(t) // put together anew: nothing depends on the order of a map
	for i, d := range docs {
		want, err := another.Code(t.Context(), d, coding.Options{Explain: true})
		if err != nil {
			t.Fatal(err)
		}
		for g := range results {
			got := results[g][i]
			if !reflect.DeepEqual(got.Drafts, want.Drafts) || !reflect.DeepEqual(got.Silences, want.Silences) {
				t.Fatalf("%.40q: goroutine %d has another result", d.Text, g)
			}
		}
	}
}

func TestCodingStopsWhenItIsTold(t *testing.T) {
	c := coder(t)
	long := &reading.Document{Text: strings.Repeat(own()[0]+"\n\n", 2000), Language: "en"}
	ctx, stop := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer stop()
	begin := time.Now()
	r, err := c.Code(ctx, long, coding.Options{})
	if !errors.Is(err, context.DeadlineExceeded) || r != nil {
		t.Fatalf("%v, %v", r, err)
	}
	if took := time.Since(begin); took > 5*time.Second { // on a busy machine; alone it takes a tenth of a second
		t.Errorf("it stopped after %v", took)
	}
}
