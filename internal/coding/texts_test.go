package coding_test

import (
	"os"
	"path/filepath"
	"testing"

	"orrery/internal/coding/reading"
	"orrery/internal/extract"
	"orrery/internal/testkit"
	"orrery/ledger"
)

// own are texts of this project with what the coder looks for: reports, reported speech, an interview, votes, forecasts, ties.
func own() []string {
	return []string{
		"TASHKENT, January 5. Uzbekistan summoned the Russian ambassador on Monday and demanded an apology. “We do not accept such words,” the Foreign Ministry said. " +
			"Two days later Moscow banned imports of tomatoes from Uzbekistan, officially over a pest. Kazakhstan remained silent.\n\n" +
			"Armenia, Georgia and Moldova condemned the attack on the residence; Belarus voted against the resolution, and Tajikistan abstained.",
		"Question: What will happen next?\n\nAnswer: I think that Russia will close the border within ten days if Tbilisi signs the agreement. Had it signed last year, nothing would have followed.\n\n" +
			"Question: And Kyrgyzstan?\n\nAnswer: Kyrgyzstan depends on remittances from Russia. It is a member of the Eurasian Economic Union. Some 38 people died in the clashes, officials say; others speak of 50.",
		"President Tokayev told reporters that Astana would not send troops. He added that “nobody asked us – and nobody will”. Police in Minsk detained twelve protesters on 3 March 2022.",
		"The harvest was poor for the third year.",
		"",
		"…",
	}
}

// asRead is a text as the program reads it: with paragraphs and turns. Texts without words are documents of one block.
func asRead(name, text string) *reading.Document {
	t, err := extract.Extract([]byte(text), extract.Hint{MediaType: "text/plain", FileName: name})
	if err != nil {
		return &reading.Document{Text: text, Language: "en"}
	}
	d := &reading.Document{Text: t.Body, Title: t.Title, Author: t.Author, Outlet: t.Outlet, Language: t.Language}
	d.Published, _ = ledger.ParseDate(t.Published) // zero: not known
	for _, b := range t.Blocks {
		d.Blocks = append(d.Blocks, ledger.Block{Kind: string(b.Kind), Start: b.Start, End: b.End})
	}
	for _, u := range t.Turns {
		d.Turns = append(d.Turns, ledger.Turn{Speaker: u.Speaker, Role: ledger.VoiceRole(u.Role), Start: u.Start, End: u.End})
	}
	return d
}

// ownAndSeeds are the documents that people coded by hand, where they are, behind our own.
func ownAndSeeds(t testing.TB) []*reading.Document {
	t.Helper()
	var out []*reading.Document
	for _, text := range own() {
		out = append(out, asRead("own.txt", text))
	}
	names, err := filepath.Glob(filepath.Join(filepath.Dir(testkit.Repo(t)), "shared", "seeds", "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, asRead(filepath.Base(name), string(raw)))
	}
	return out
}
