package extract

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func read(t *testing.T, name string) *Text {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	text, err := Extract(raw, Hint{FileName: name})
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasSuffix(name, ".html") && text.Body != string(raw) {
		t.Errorf("%s: the body of a plain text is not the text", name)
	}
	checkText(t, text)
	return text
}

// script writes the turns as "role speaker: words" lines, which is what a person would check.
func script(text *Text) []string {
	var lines []string
	for _, u := range text.Turns {
		words := strings.ReplaceAll(text.Body[u.Start:u.End], "\n\n", " / ")
		lines = append(lines, string(u.Role)+" "+u.Speaker+": "+words)
	}
	return lines
}

func want[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

func wantLines(t *testing.T, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("got:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestNamedInterview(t *testing.T) {
	text := read(t, "named.txt")
	want(t, "form", text.Form, FormNamed)
	want(t, "title", text.Title, "Outlook for the lake states: ferries first, flags later")
	want(t, "outlet", text.Outlet, "Beacon")
	want(t, "interviewee", text.Interviewee, "Ilya Morden")
	want(t, "language", text.Language, "en")
	want(t, "published", text.Published, "")
	wantLines(t, script(text), []string{
		"interviewer Beacon: Will the ferry treaty survive the winter?",
		"interviewee Morden: It will, because nobody can afford to lose it. The towns on both shores live from the crossing. / There is one more reason: the bread price. When the ferry stopped for a week, it doubled. / Westmere: the next test, as some say, is a different story.",
		"interviewer Beacon: Westmere has just summoned the ambassador over the fish quota...",
		"interviewee Morden: A summons is a word, not an act.",
		"interviewee Morden: The quota itself has not moved since the autumn.",
		"interviewer Beacon: And the outer islands?",
		"interviewee Morden: They abstained. Staying away is not the same as saying no.",
	})
	if u := text.Turns[4]; u.LabelStart != u.LabelEnd {
		t.Error("the words after the caption have a label that nobody wrote")
	}
	if len(text.Relay) != 1 || text.Relay[0].Kind != Original || text.Relay[0].Text != "Original: beacon.example/articles/4711" {
		t.Errorf("relay %+v", text.Relay)
	}
	if !slices.ContainsFunc(text.Notes, func(n string) bool { return strings.Contains(n, "“Westmere:”") }) {
		t.Errorf("no note on the label that was passed over: %q", text.Notes)
	}
}

func TestDashedInterview(t *testing.T) {
	text := read(t, "dashes.txt")
	want(t, "form", text.Form, FormDashes)
	want(t, "outlet", text.Outlet, "The Valley Post")
	want(t, "interviewee", text.Interviewee, "Sanna Okoro")
	wantLines(t, script(text), []string{
		"interviewer The Valley Post: Have the closures changed how towns deal with each other?",
		"interviewee Sanna Okoro: They have. Once is bad luck, twice is a habit. / The second closure came nine days after the training of pilots was announced. That is a short time for an inspector to find a new germ.",
		"interviewer The Valley Post: Is silence then a strategy?",
		"interviewee Sanna Okoro: Silence is the strategy of those who still sell there. Who would speak first? / I would not call it consent.",
		"interviewer The Valley Post: What should one watch in the autumn?",
		"interviewee Sanna Okoro: The cheese. If the cheese passes, the quarrel is over.",
	})
	for _, b := range text.Blocks {
		if b.Kind == ListItem {
			t.Errorf("a speech is a list item: %q", text.Body[b.Start:b.End])
		}
	}
}

func TestEssayWithPageFurniture(t *testing.T) {
	text := read(t, "essay.txt")
	want(t, "form", text.Form, FormEssay)
	want(t, "turns", len(text.Turns), 0)
	want(t, "title", text.Title, "A Changing Image on the Northern Shore")
	want(t, "author", text.Author, "Anna BELLORÉ-KRANZ")
	want(t, "published (the date is another study's)", text.Published, "")
	if len(text.Relay) != 1 || text.Relay[0].Kind != SummaryOf || text.Relay[0].Text != "This page contains only a summary of our work." {
		t.Errorf("relay %+v", text.Relay)
	}
}

func TestArticleInHTML(t *testing.T) {
	text := read(t, "article.html")
	want(t, "title", text.Title, "Grain ban divides the shore league")
	want(t, "author", text.Author, "Ida Lund")
	want(t, "published", text.Published, "2026-01-05")
	want(t, "outlet", text.Outlet, "Valley Post")
	want(t, "place line", text.PlaceLine, "EASTMERE, January 5 (Lake News)")
	want(t, "language", text.Language, "en")
	var got []string
	for _, b := range text.Blocks {
		got = append(got, string(b.Kind)+" "+text.Body[b.Start:b.End])
	}
	wantLines(t, got, []string{
		"heading Grain ban divides the shore league",
		"paragraph EASTMERE, January 5 (Lake News) — The league’s grain ban split its members on Monday, with two towns calling it a breach of the\u00a0treaty and a third saying nothing at all.",
		"paragraph Traders waited at the gates until the evening, and some of them turned back with full carts.",
		"heading Who said what",
		"paragraph “We were not asked,” said the mayor of Westmere, who had signed the treaty two years ago. She asked for a meeting of the council before the end of the week.",
		"list-item Westmere called the ban a breach and asked for a meeting.",
		"list-item Northmere abstained from any comment on the decision.",
		"paragraph The capital answered that the ban was a matter of hygiene & order, and that it would be lifted when the inspectors had finished their work.",
		"paragraph Translated from the Lakeish by the desk.",
	})
	if len(text.Relay) != 1 || text.Relay[0].Kind != TranslatedFrom {
		t.Errorf("relay %+v", text.Relay)
	}
}

func TestInterviewInHTML(t *testing.T) {
	text := read(t, "page-ru.html")
	want(t, "title", text.Title, "Паром важнее флага")
	want(t, "published", text.Published, "2026-01-05")
	want(t, "language", text.Language, "ru")
	want(t, "outlet", text.Outlet, "Маяк")
	wantLines(t, script(text), []string{
		"interviewer Маяк: Устоит ли договор о пароме этой зимой, как вы думаете?",
		"interviewee Илья Морден: Устоит, потому что никто не может позволить себе его потерять. Города на обоих берегах живут этой переправой. / Есть и ещё одна причина: цена хлеба. Когда паром стоял неделю, она выросла вдвое.",
		"interviewer Маяк: А что острова?",
		"interviewee Илья Морден: Они воздержались. Это не то же самое, что сказать «нет».",
	})
}

func TestMarkdown(t *testing.T) {
	source := "---\ntitle: \"Notes on the pier\"\nauthor: Ida Lund\ndate: 2026-01\nlang: en\n---\n\n# Notes on the pier\n\nBefore the talk\n---------------\n\nA first line\nand its second half.\n\n* one point\n* another\n\n```\n# not a heading\n```\n\n**Q:** Who pays?\n\n**A:** Those who cross.\n\nAnd those who wait.\n\n**Q:** Since when?\n\n**A:** Since the flood.\n"
	text, err := Extract([]byte(source), Hint{MediaType: "text/markdown; charset=utf-8"})
	if err != nil {
		t.Fatal(err)
	}
	checkText(t, text)
	want(t, "body", text.Body, source)
	want(t, "title", text.Title, "Notes on the pier")
	want(t, "author", text.Author, "Ida Lund")
	want(t, "published", text.Published, "2026-01")
	want(t, "language", text.Language, "en")
	var got []string
	for _, b := range text.Blocks[:6] {
		got = append(got, string(b.Kind)+" "+text.Body[b.Start:b.End])
	}
	wantLines(t, got, []string{"heading Notes on the pier", "heading Before the talk", "paragraph A first line\nand its second half.", "list-item * one point", "list-item * another", "paragraph # not a heading"})
	wantLines(t, script(text), []string{"interviewer : Who pays?", "interviewee : Those who cross. / And those who wait.", "interviewer : Since when?", "interviewee : Since the flood."})
}

func TestWhatIsNotAnInterview(t *testing.T) {
	for name, source := range map[string]string{
		"headline with a colon": "Lake Report: a Quiet Year\n\nThe year was quiet.\n\nLake Report: a Quiet Year\n\nNothing moved.",
		"list of countries":     "Where they stand\n\nEastmere: for the ban, as before.\n\nWestmere: against it, loudly.\n\nNorthmere: silent.",
		"document lines":        "A note\n\nOriginal: x.example\n\nStatement: our own view.\n\nOriginal: y.example\n\nStatement: again.",
		"bullet list":           "What was agreed\n\n- The gates open at six.\n\n- The ferry runs twice.\n\n- The fee stays.\n\n- Who is to pay?",
		"one speaker":           "Speech\n\nMayor: We thank you all.\n\nMayor: And good night.",
		"addresses":             "Links\n\nhttp://a.example/x\n\nhttps://b.example/y\n\nhttp://c.example/z",
	} {
		text, err := Extract([]byte(source), Hint{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if text.Form != FormEssay || len(text.Turns) != 0 {
			t.Errorf("%s: read as %s with turns %q", name, text.Form, script(text))
		}
	}
}

func TestTwoNamesWithoutAnOutlet(t *testing.T) {
	source := "A talk\n\nAnna Berg: Why now?\n\nIvo Krantz: Because the ice came early, and because the money for the boats did not come at all.\n\nBerg: And then?\n\nKrantz: Then we wait for spring, as every year, and count what is left.\n\nRelated news\n\nKrantz: never said this here."
	text, err := Extract([]byte(source), Hint{})
	if err != nil {
		t.Fatal(err)
	}
	want(t, "interviewee", text.Interviewee, "Ivo Krantz")
	wantLines(t, script(text)[:4], []string{
		"interviewer Anna Berg: Why now?",
		"interviewee Ivo Krantz: Because the ice came early, and because the money for the boats did not come at all.",
		"interviewer Anna Berg: And then?",
		"interviewee Ivo Krantz: Then we wait for spring, as every year, and count what is left.",
	})
	if !slices.ContainsFunc(text.Notes, func(n string) bool { return strings.Contains(n, "“Anna Berg” was taken for the interviewer") }) {
		t.Errorf("the guess is not noted: %q", text.Notes)
	}
}

func TestPlaceLine(t *testing.T) {
	for first, w := range map[string]string{
		"EASTMERE, Lakeland (Lake News) — The gates are shut.": "EASTMERE, Lakeland (Lake News)",
		"NEW EASTMERE — The gates are shut.":                   "NEW EASTMERE",
		"CSTO — the league of the shore — met.":                "",
		"UPDATE - The gates are shut.":                         "",
		"Eastmere - the gates are shut.":                       "",
	} {
		text, err := Extract([]byte("The pier\n\n"+first+"\n\nMore words."), Hint{})
		if err != nil {
			t.Fatal(err)
		}
		want(t, first, text.PlaceLine, w)
	}
}

// A pasted interview often has no blank lines, labels on lines of their own, or lines wrapped by hand.
func TestLooseLayouts(t *testing.T) {
	said := []string{"interviewer : Why now?", "interviewee : Because the ice came early.", "interviewer : And then?", "interviewee : Then we wait."}
	flat := func(lines []string) []string {
		for i := range lines {
			lines[i] = strings.ReplaceAll(lines[i], "\n", " ")
		}
		return lines
	}
	for name, source := range map[string]string{
		"no blank lines":       "A talk\nQuestion: Why now?\nAnswer: Because the ice came early.\nQuestion: And then?\nAnswer: Then we wait.",
		"labels alone":         "A talk\n\nQuestion:\n\nWhy now?\n\nAnswer:\n\nBecause the ice came early.\n\nQuestion:\n\nAnd then?\n\nAnswer:\n\nThen we wait.",
		"wrapped by hand":      "A talk\n\nQuestion: Why\nnow?\nAnswer: Because the ice\ncame early.\n\nQuestion: And then?\nAnswer: Then we wait.",
		"dashes without gaps":  "A talk\n— Why now?\n— Because the ice came early.\n— And then?\n— Then we wait.",
		"dashes, no-break gap": "A talk\n\n–\u00a0Why now?\n\n–\u00a0Because the ice came early.\n\n–\u00a0And then?\n\n–\u00a0Then we wait.",
	} {
		text, err := Extract([]byte(source), Hint{})
		if err != nil {
			t.Fatal(err)
		}
		checkText(t, text)
		if got := flat(script(text)); !slices.Equal(got, said) {
			t.Errorf("%s: got %q", name, got)
		}
	}
}

// Large texts of repeated marks must not take time that grows with the square of their length.
func TestLargeTextsEnd(t *testing.T) {
	for _, unit := range []string{"- a?\n\n- b\n\n", "Original: x\n", "AB: x\n", "Translated from the x. "} {
		raw := []byte("Title of the text\n\n" + strings.Repeat(unit, (1<<20)/len(unit)))
		if _, err := Extract(raw, Hint{}); err != nil {
			t.Error(err)
		}
	}
}

func TestHeadOfAPlainText(t *testing.T) {
	for source, w := range map[string][3]string{
		"The pier\nBy Ida Lund | 5 January 2026 | Lake News\n\nWords follow.":            {"The pier", "Ida Lund", "2026-01-05"},
		"The pier\n\nBy Ida Lund and Bo Ek, January 2026\n\nWords follow.":               {"The pier", "Ida Lund; Bo Ek", "2026-01"},
		"The pier\n\nPublished: Monday, January 5, 2026 at 10:30 GMT\n\nWords follow.":   {"The pier", "", "2026-01-05"},
		"The pier\n\nUpdated: 6 January 2026\n\nBy 2026 it will be gone.\n\nWords.":      {"The pier", "", ""},
		"Пирс\n\nАвтор: Ида Лунд\n\n5 января 2026 г., 12:30\n\nСлова.":                   {"Пирс", "Ида Лунд", "2026-01-05"},
		"EASTMERE, Lakeland, January 5, 2026 (Lake News) - The gates are shut.\n\nMore.": {"", "", "2026-01-05"},
		"The pier\n\n03/04/2026\n\nWords follow.":                                        {"The pier", "", "2026"},
	} {
		text, err := Extract([]byte(source), Hint{})
		if err != nil {
			t.Fatal(err)
		}
		if got := [3]string{text.Title, text.Author, text.Published}; got != w && !(w[0] == "" && got[1] == w[1] && got[2] == w[2]) {
			t.Errorf("%q: got %q, want %q", source, got, w)
		}
	}
}
