package app

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"orrery/ledger"
)

// called is an actor in the middle of a sentence: with its article where it needs one.
func (r *reading) called(code string) string {
	name := r.name(code)
	if a := r.actors[code]; a != nil && (a.Type != ledger.ActorState || strings.HasPrefix(name, "United ") || strings.HasSuffix(name, "Republic")) && name != code {
		return "the " + name
	}
	return name
}

// longDay writes a day as people say it.
func longDay(iso string) string {
	d, err := ledger.ParseDate(iso)
	first, _ := d.Span()
	if err != nil || d.IsZero() {
		return iso
	}
	return first.Time().Format("2 January 2006")
}

// signed writes a number of the scale with its sign: two digits, since a third is below
// what the evidence can tell.
func signed(x float64) string {
	text := strconv.FormatFloat(x, 'f', 2, 64)
	switch {
	case strings.Trim(text, "-0.") == "":
		return "0.00"
	case x > 0:
		return "+" + text
	}
	return strings.Replace(text, "-", "−", 1)
}

// unsigned writes how far something moved; the words around it say where to.
func unsigned(x float64) string { return strings.TrimLeft(signed(x), "+−") }

// figure puts a number that is no count into a sentence.
func (t *telling) figure(text, trace string) *telling {
	t.out = append(t.out, Clause{Text: text, Trace: trace})
	return t
}

func pendingSentence(p *Pending) Sentence {
	text := strings.ToUpper(p.What[:1]) + p.What[1:]
	if p.Total > 0 {
		text += fmt.Sprintf(": %d of %d done", p.Done, p.Total)
	}
	return (&telling{}).say(text + ".").out
}

// standSentence says a place with its interval and what the guardrails leave of it.
func (r *reading) standSentence(v *alignRun, i int, s Stand) Sentence {
	hub := r.called(v.data.hub)
	t := &telling{}
	t.say("On " + longDay(s.At) + " " + r.called(v.data.dyads[i].State))
	if s.Level.OK {
		t.say(" " + ringOf(s.Median, hub).Label + ": ")
	} else {
		t.say(": " + s.Level.Text + " (" + s.Level.Why + ")")
	}
	if s.NotEnough() { // and no number, whatever the middle of the interval is
		t.say(".")
	} else {
		before, number, rest := s.printed()
		switch {
		case !s.Level.OK && s.Edge != "":
			before = "; the model's path is " + before
		case !s.Level.OK:
			before = "; the model's middle is "
		case s.Level.Why != "":
			rest = " (" + s.Level.Why + ")"
		}
		t.say(before).figure(number, s.Trace).say(rest + ".")
	}
	if s.Change == nil {
		return t.out
	}
	switch way := map[int]string{1: "towards", -1: "away from"}[s.Sign]; {
	case way == "":
		t.say(" Over the year: " + s.Direction.Text + " (" + s.Direction.Why + ").")
	case s.NotEnough(): // beside the place of a year before, the number would give this one away
		t.say(" Over the year it moved " + way + " " + hub + ".")
	default:
		t.say(" Over the year it moved "+way+" "+hub+" by ").figure(unsigned(*s.Change), s.Trace).say(".")
	}
	return t.out
}

// lensWords says a lens of the outline.
func (r *reading) lensWords(name string) string {
	switch body, not := strings.CutPrefix(name, "-"+lensBased+":"); {
	case not:
		return "without sources based in " + r.called(body)
	case strings.HasPrefix(name, lensKind+":"):
		return "data sets and official documents only, without the press"
	}
	return name
}

func (r *reading) sourceWords(key string) string {
	if s := r.sources[key]; s != nil {
		return "without " + joined(s.Publisher, ": ", s.Title)
	}
	return "without " + key
}

// citeRun looks up the sources that the view names.
func (r *reading) citeRun(v *alignRun) error {
	var rec ledger.Record
	for _, res := range v.results {
		if res.Swing.Source != "" {
			rec.Evidence = append(rec.Evidence, ledger.Evidence{Source: res.Swing.Source})
		}
	}
	return r.cite([]ledger.Record{rec})
}

// bodies are the region's states among those of a run, by position: the region's own
// hub, which may be among them, is none.
func (r *reading) bodies(v *alignRun) []int {
	var out []int
	for i, d := range v.data.dyads {
		if slices.Contains(r.region.States, d.State) {
			out = append(out, i)
		}
	}
	return out
}
