package extract

import (
	"bufio"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"orrery/internal/testkit"
)

// The hand coding of the seeds names the speaker of some quotes: each must lie inside a turn of that speaker, and every quote
// must be found in the body, byte for byte.
func TestSeeds(t *testing.T) {
	file, err := os.Open(testkit.Shared(t, "seeds", "reading.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	texts := map[string]*Text{}
	quotes, spoken := 0, 0
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var item struct{ ID, Doc, Speaker, Quote string }
		if err := json.Unmarshal(lines.Bytes(), &item); err != nil {
			t.Fatal(err)
		}
		text := texts[item.Doc]
		if text == nil {
			raw, err := os.ReadFile(testkit.Shared(t, "seeds", item.Doc))
			if err != nil {
				t.Fatal(err)
			}
			if text, err = Extract(raw, Hint{FileName: item.Doc}); err != nil {
				t.Fatal(err)
			}
			checkText(t, text)
			texts[item.Doc] = text
		}
		at := strings.Index(text.Body, item.Quote)
		if at < 0 {
			t.Errorf("%s: the quote is not in the body", item.ID)
			continue
		}
		quotes++
		if item.Speaker == "" || text.Form == FormEssay {
			continue
		}
		spoken++
		if text.Interviewee != item.Speaker {
			t.Errorf("%s: the interviewee is %q, the reader heard %q", item.ID, text.Interviewee, item.Speaker)
		}
		if turn, ok := turnAt(text.Turns, at, at+len(item.Quote)); !ok || turn.Role != Interviewee || at < turn.Start || at+len(item.Quote) > turn.End {
			t.Errorf("%s: the quote is not inside a turn of the interviewee", item.ID)
		}
	}
	if quotes < 90 || spoken < 12 {
		t.Errorf("only %d quotes and %d spoken ones were checked", quotes, spoken)
	}
	var forms []string
	for _, text := range texts {
		forms = append(forms, string(text.Form))
		for i, u := range text.Turns {
			if want := []Role{Interviewer, Interviewee}[i%2]; u.Role != want || u.Speaker == "" {
				t.Errorf("%s: turn %d is %q of role %q, want %q", text.Title, i, u.Speaker, u.Role, want)
			}
		}
		if text.Language != "en" || text.Title == "" || text.Published != "" {
			t.Errorf("language %q, title %q, published %q (none of the three says when)", text.Language, text.Title, text.Published)
		}
		if text.Form != FormEssay && (len(text.Turns) < 8 || text.Outlet == "") {
			t.Errorf("%s: %d turns, outlet %q", text.Title, len(text.Turns), text.Outlet)
		}
		if text.Form == FormEssay && (text.Author == "" || len(text.Relay) != 1 || text.Relay[0].Kind != SummaryOf) {
			t.Errorf("%s: author %q, relay %+v", text.Title, text.Author, text.Relay)
		}
	}
	slices.Sort(forms)
	if got := strings.Join(forms, " "); got != "essay interview-dashes interview-named" {
		t.Errorf("the forms are %q", got)
	}
}
