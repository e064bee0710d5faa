package app

import (
	"fmt"
	"strings"

	"orrery/model/coincide"
)

// view is what can be said before any test is made.
func (g *grid) view() GridView {
	v := GridView{Set: g.Set, Label: string(coincide.NotExcluded), Definition: g.definition(), Denominator: g.cover.Why, Covered: g.cover.covered(),
		From: g.From, To: g.To, Lag: g.Lag, Strata: string(g.Engine.Strata), Reports: g.seen, Dyads: len(g.dyads), AllDyads: g.all,
		Tests: len(g.dyads) * gridTypes * gridTypes * len(g.Windows), Windows: []GridWindow{}, Found: []GridFind{}, Nearest: []GridFind{}}
	for _, w := range g.Windows {
		v.Windows = append(v.Windows, GridWindow{Days: w})
	}
	return v
}

// definition says what one test asks.
func (g *grid) definition() string {
	return fmt.Sprintf("For a state, a hub, two of the %d PLOVER types and a window: is a day on which the state is reported to do the one towards the hub followed, after %d to %s days, "+
		"by a day on which the hub is reported to do the other towards the state, more often than chance allows? A day counts once for a type, however many reports it has; answers within a week of "+
		"a counted one are merged into it. Every state of a dyad is once the hub.", gridTypes, g.Lag, g.ends())
}

// ends are the last days of the windows.
func (g *grid) ends() string {
	list := make([]string, len(g.Windows))
	for i, w := range g.Windows {
		list[i] = fmt.Sprint(g.Lag + w)
	}
	if n := len(list); n > 1 {
		return strings.Join(list[:n-1], ", ") + " or " + list[n-1]
	}
	return list[0]
}

// sentence answers what the grid found.
func (g *grid) sentence(v GridView) Sentence {
	n := v.Survivors[0].N
	text := fmt.Sprintf("%s of %s %s Benjamini-Hochberg at q %.2f.", Thousands(n), counted(v.Tests, "test", "tests"), plural(n, "survives", "survive"), gridQ)
	if n == 0 {
		text = fmt.Sprintf("None of %s survives Benjamini-Hochberg at q %.2f.", counted(v.Tests, "test", "tests"), gridQ)
	}
	text += fmt.Sprintf(" %s could be tested; in the others there were too few days with a step or an answer, and they count with p = 1.", Thousands(v.Testable))
	if v.Need > max(v.AtLeast, 1) && v.Testable > 0 {
		text += fmt.Sprintf(" With %s shifts p cannot be below %.5f, so that %s would have to reach it before the first survives, and %s: this grid is too large for so few days.",
			Thousands(v.Shifts), v.Least, counted(v.Need, "test", "tests"), reach(v.AtLeast))
		if v.Fits > 0 {
			text += fmt.Sprintf(" Among at most %s a single one could be found.", counted(v.Fits, "test", "tests"))
		}
	}
	return Sentence{{Text: text}}
}

func reach(n int) string {
	switch n {
	case 0:
		return "none does"
	case 1:
		return "one does"
	}
	return Thousands(n) + " do"
}

// notes say how to read the numbers.
func (g *grid) notes(v GridView) []string {
	out := []string{
		"This is a screen for hypotheses, exploratory by construction: whatever it finds is labelled " + v.Label + ". A survivor is a suggestion: register it as a rule and run that on other days than these.",
		"Reports tell what the news say and not what happens: two states that are in the news have more of everything. p is the largest of the exact test within strata (" + g.strataWords() +
			"), of the circular and of the straight shift; none knows a cause, nor that one meeting is reported from both sides on two days.",
		"q is corrected for all tests, those that could not be made included. The dyads are the most reported ones, which is chosen by how much there is and not by when.",
	}
	for _, w := range g.Windows {
		if g.Engine.Strata == coincide.ByBlocks && w+1 > g.Engine.Block {
			out = append(out, fmt.Sprintf("A window of %d days is longer than the blocks of %d days within which answers are shuffled: hardly any day of a block lies outside, and p goes to 1 by design.", w+1, g.Engine.Block))
			break
		}
	}
	if c := v.Control; c != nil {
		out = append(out, fmt.Sprintf("Control: with all answers moved by half of the observed days nothing is linked. Of %s then %s an uncorrected p of at most .05, beside %s of %s as reported.",
			counted(c.Testable, "testable test", "testable tests"), have(c.Small), Thousands(v.Small), Thousands(v.Testable)))
	}
	return out
}

func have(n int) string { return Thousands(n) + " " + plural(n, "has", "have") }

func (g *grid) strataWords() string {
	if g.Engine.Strata == coincide.ByAttention {
		return fmt.Sprintf("thirds of each %d days by the reports of the whole set", g.Engine.Quarter)
	}
	return fmt.Sprintf("blocks of %d days", g.Engine.Block)
}

// words says one test.
func (g *grid) words(f GridFind) string {
	return fmt.Sprintf("%s by %s towards %s, then %s by %s towards %s after %d to %d days", f.Trigger, f.State.Name, f.Hub.Name, f.Response, f.Hub.Name, f.State.Name, g.Lag, g.Lag+f.Window)
}
