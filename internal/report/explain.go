package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"orrery/internal/app"
)

// Explained writes what the coder saw, sentence by sentence: the words with their tags, who is named, what happens, what would be
// suggested, or why nothing would.
func Explained(to io.Writer, v app.ExplainView) error {
	w := bufio.NewWriter(to)
	fmt.Fprintf(w, "%s\nCoder %s: %s, %s.\n", plain(v.Document.Title), v.Version, counted(len(v.Sentences), "sentence", "sentences"), counted(len(v.Drafts), "suggestion", "suggestions"))
	for _, item := range v.Items {
		fmt.Fprintf(w, "About: %s (%s)\n", plain(item.Title), item.Key)
	}
	for i, s := range v.Sentences {
		fmt.Fprintf(w, "\n%d. %s\n", i+1, plain(s.Text))
		if s.Speaker != "" {
			fmt.Fprintf(w, "   speaker   %s\n", plain(s.Speaker))
		}
		explainedParts(w, v, s)
		for _, d := range s.Drafts {
			explainedDraft(w, v.Drafts[d])
		}
		for _, why := range s.Silences {
			fmt.Fprintf(w, "   nothing   %s%s: %s\n", why.Step, dash(why.Frame), plain(why.Reason))
		}
		if len(s.Drafts) == 0 && len(s.Silences) == 0 {
			fmt.Fprintln(w, "   nothing   no frame matched")
		}
	}
	return w.Flush()
}

func dash(s string) string {
	if s == "" {
		return ""
	}
	return " " + s
}

func explainedParts(w io.Writer, v app.ExplainView, s app.ExplainedSentence) {
	words := func(start, end int) string {
		if start < 0 || start > end || end > len(v.Text) {
			return ""
		}
		return plain(v.Text[start:end])
	}
	tagged := make([]string, len(s.Tokens))
	for i, t := range s.Tokens {
		tagged[i] = words(t.Start, t.End) + "/" + t.Tag
	}
	line := func(name, text string) {
		if text != "" {
			fmt.Fprintf(w, "   %-9s %s\n", name, text)
		}
	}
	line("tokens", strings.Join(tagged, " "))
	for _, c := range s.Clauses {
		text := c.Relation + ": " + strings.Join(c.Subject, ", ") + " [" + c.Verb + "] " + strings.Join(c.Objects, ", ")
		if len(c.Realis) > 0 {
			text += " (" + strings.Join(c.Realis, ", ") + ")"
		}
		line("clause", plain(text))
	}
	for _, m := range s.Mentions {
		var names []string
		for _, ref := range m.Refs {
			name := ref.Code
			if name == "" {
				name = "“" + ref.Name + "”"
			}
			names = append(names, name+dash(ref.Sector))
		}
		line("actor", words(m.Start, m.End)+" = "+plain(strings.Join(names, ", "))+" ("+m.How+")")
	}
	for _, e := range s.Events {
		line("event", plain(fmt.Sprintf("%s %s [%s] %s, frame %s %s", strings.Join(e.By, "+"), e.Type, words(e.Start, e.End), strings.Join(e.To, "+"), e.Frame, strings.Join(e.Operators, "; "))))
	}
	for _, said := range s.Said {
		line("said", plain(said.Speaker)+": "+words(said.Start, said.End))
	}
	for _, d := range s.Dates {
		line("date", words(d.Start, d.End)+" = "+d.Value+" ("+d.Kind+")")
	}
	for _, n := range s.Numbers {
		line("number", words(n.Start, n.End)+" = "+n.Value+dash(n.Kind))
	}
}

func explainedDraft(w io.Writer, d app.ExplainedDraft) {
	fmt.Fprintf(w, "   suggests  %s %.2f: %s\n", d.Kind, d.Confidence, plain(d.Label))
	fmt.Fprintf(w, "             by %s %s", d.Step, d.Frame)
	for _, list := range [][]string{d.Operators, d.Filters, d.Features} {
		if len(list) > 0 {
			fmt.Fprintf(w, "; %s", plain(strings.Join(list, ", ")))
		}
	}
	fmt.Fprintln(w)
	if d.Check != nil {
		fmt.Fprintf(w, "             %s: %s\n", d.Check.Verdict, plain(d.Check.Text))
	}
}
