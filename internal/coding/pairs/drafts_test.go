package pairs_test

import (
	"slices"
	"strings"
	"testing"

	"orrery/internal/coding/draft"
	"orrery/internal/coding/pairs"
	"orrery/internal/coding/reading"
	"orrery/internal/coding/readingtest"
	"orrery/internal/coding/syntax"
	"orrery/ledger"
)

// event is a draft of an event whose trigger is the word in the text.
func event(text, word, by, to string, kind ledger.EventType) draft.Draft {
	at := strings.Index(text, word)
	body := &ledger.Event{By: []string{by}, Type: kind, Summary: by + " " + strings.ToLower(string(kind)) + "s " + to}
	if to != "" {
		body.To = []string{to}
	}
	return draft.Draft{Kind: ledger.KindEvent, Body: body, Trigger: syntax.Span{Start: at, End: at + len(word)}}
}

func TestATriggerAndItsAnswer(t *testing.T) {
	k, err := readingtest.Region()
	if err != nil {
		t.Fatal(err)
	}
	r, err := readingtest.New(k)
	if err != nil {
		t.Fatal(err)
	}
	x, err := pairs.New(r.Lexicon, k)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text, trigger, response string
		kind                    ledger.EventType
		link, silence           string
	}{
		{"After Moldova signed the agreement, Russia banned its wine.", "signed", "banned", "SANCTION", "suspected", ""},
		{"Russia banned its wine after Moldova signed the agreement.", "signed", "banned", "SANCTION", "suspected", ""},
		{"When Moldova signed the agreement, within ten days Russia banned its wine.", "signed", "banned", "SANCTION", "suspected", ""},
		{"When Moldova signed the agreement, Russia banned its wine.", "signed", "banned", "SANCTION", "", ""},
		{"In response to the agreement signed by Moldova, Russia banned its wine.", "signed", "banned", "SANCTION", "asserted", ""},
		{"The signing by Moldova provoked threats from Russia.", "signing", "threats", "THREATEN", "asserted", ""},
		{"Russia punished Moldova for signing the agreement.", "signing", "punished", "SANCTION", "asserted", ""},
		{"Moldova signed the agreement; days later Russia banned its wine.", "signed", "banned", "SANCTION", "suspected", ""},
		{"The signing by Moldova provoked threats from Russia.", "signing", "provoked threats", "THREATEN", "asserted", ""},
		{"Take this: when Moldova announced new courses for its pilots at a base abroad, within ten days Russia imposed a ban on its wine.", "announced", "imposed", "SANCTION", "suspected", ""},
		{"After Moldova signed the agreement, Russia praised it.", "signed", "praised", "SUPPORT", "", ""},
		{"The signing by Moldova provoked threats from Russia.", "", "threats", "THREATEN", "", "was answered"},
		{"The signing by Moldova provoked threats from Russia.", "signing", "", "THREATEN", "", "answer"},
	} {
		var events []draft.Draft
		if c.response != "" {
			events = append(events, event(c.text, c.response, "RUS", "MDA", c.kind))
		}
		if c.trigger != "" {
			events = append(events, event(c.text, c.trigger, "MDA", "", "SUPPORT"))
		}
		drafts, silences := x.Drafts(r.Document(&reading.Document{Text: c.text, Outlet: "The Courier"}), events)
		if c.link == "" {
			if len(drafts) > 0 {
				t.Errorf("%q: %+v", c.text, drafts[0].Body)
			}
			if c.silence != "" && !slices.ContainsFunc(silences, func(s draft.Silence) bool { return strings.Contains(s.Reason, c.silence) }) {
				t.Errorf("%q: silences %v", c.text, silences)
			}
			continue
		}
		if len(drafts) != 1 {
			t.Errorf("%q: %d drafts, silences %v", c.text, len(drafts), silences)
			continue
		}
		d := drafts[0]
		b := d.Body.(*ledger.Episode)
		if grade, _ := b.Link(); string(grade) != c.link || b.ClaimedBy != "The Courier" || b.Hub != "RUS" || !slices.Equal(b.Targets, []string{"MDA"}) {
			t.Errorf("%q: %+v", c.text, b)
		}
		if !slices.Equal(d.Refers, []int{1, 0}) || d.Triggers != 1 || !d.Span.Holds(d.Trigger) {
			t.Errorf("%q: refers to %v, %d triggers", c.text, d.Refers, d.Triggers)
		}
		b.Triggers, b.Responses = []string{"a"}, []string{"b"}
		if err := b.Validate(); err != nil {
			t.Errorf("%q: %v", c.text, err)
		}
	}
}
