package report

import (
	"fmt"
	"slices"
	"strings"

	"orrery/internal/app"
)

// Dyad lays out one state and one hub in full. On paper the path stands by year; the CSV has one row a step, with the three
// readings of absence beside the one that is shown.
func Dyad(v app.DyadView) Page {
	p := Page{Title: "Alignment with " + v.Hub.Name, Sentence: v.Sentence.String(), Notes: append(append([]string{}, v.Notices...), scope(v.Scope)...)}
	if v.Standing == nil {
		return p
	}
	p.Title = v.Standing.State.Name + " and " + v.Hub.Name
	p.Data = dyadSteps(v)
	if slices.ContainsFunc(append(slices.Clone(v.Items), v.Divergent...), func(i app.ItemWeight) bool { return !i.Margin }) {
		p.Notes = append(p.Notes, "* The totals over all members are not known: the observation carries a wide prior in their place.")
	}
	p.Tables = []Table{dyadStand(v), dyadYears(v), dyadCodings(v), dyadWithout(v), weights("What moved "+v.At+" most", v.Items, v.ItemsN), weights("Where it went against the hub, least expected first", v.Divergent, 0),
		joint(v), similar(v.Similar), drops(v.Drops), rings(v.Scale), runReceipt(v.Run, v.Evidence)}
	return p
}

func dyadStand(v app.DyadView) Table {
	t := Table{Title: "On " + v.At, Columns: columns(">median", ">50 %", ">90 %", "level", ">year's change", "direction", "because")}
	if v.Stand != nil {
		t.add(append(levelCells(*v.Stand), changeCell(*v.Stand), v.Stand.Direction.Text, quoted(v.Stand.Trace))...)
	}
	return t
}

// dyadYears is the path at the last step of each year. What may not be shown as a level carries its letter and no number,
// and what leans on an end of the scale only its bound.
func dyadYears(v app.DyadView) Table {
	t := Table{Title: "By year, at its last step", Columns: columns("step", ">median", ">50 %", ">90 %", "level")}
	p := v.Standing.Path
	for i, end := range v.Ends {
		if i+1 < len(v.Ends) && v.Ends[i+1][:4] == end[:4] {
			continue
		}
		if level(v.Standing.Levels, i) == 'n' {
			t.add(end, "", "", "", "not enough evidence")
			continue
		}
		edge, words := edgeAt(v.Standing.Edges, i), []string{}
		if level(v.Standing.Levels, i) == 'x' {
			words = append(words, "extrapolated")
		}
		if edge != "" {
			words = append(words, edgeWords[edge])
		}
		t.add(end, middle(edge, p.Median[i], p.Q05[i], p.Q95[i]), spot(p.Q25[i])+" to "+spot(p.Q75[i]), spot(p.Q05[i])+" to "+spot(p.Q95[i]), strings.Join(words, ", "))
	}
	return t
}

func level(letters string, i int) byte {
	if i < len(letters) {
		return letters[i]
	}
	return 'n'
}

// edgeWords say how to read a number that leans on an end of the scale.
var edgeWords = map[string]string{"high": "at least", "low": "at most"}

// edgeAt is the end of the scale that a step leans on, as Stand.Edge has it.
func edgeAt(letters string, i int) string {
	if i >= len(letters) {
		return ""
	}
	return map[byte]string{'h': "high", 'l': "low"}[letters[i]]
}

// dyadCodings compares the readings of absence at the step asked about, where its level may be shown.
func dyadCodings(v app.DyadView) Table {
	t := Table{Title: "By how absence is read, on " + v.At + asBound(v.Stand), Columns: columns("absence is", ">median", ">observations")}
	at := slices.Index(v.Ends, v.At)
	for _, c := range v.Codings {
		median := ""
		if at >= 0 && at < len(c.Median) && level(v.Standing.Levels, at) != 'n' {
			median = spot(c.Median[at])
		}
		t.add(c.Label, median, itoa(c.N))
	}
	return t
}

// asBound says in a title that the step's own place is a bound, so that medians beside it are not read as places.
func asBound(s *app.Stand) string {
	if s == nil || s.Edge == "" || s.NotEnough() {
		return ""
	}
	return " (where the path leans on the end of the scale: " + edgeWords[s.Edge] + ")"
}

func dyadWithout(v app.DyadView) Table {
	t := Table{Title: "What each kind of evidence contributes on " + v.At + asBound(v.Stand), Columns: columns("evidence", ">contribution", "note")}
	for _, c := range v.Without {
		note := ""
		if c.Alone {
			note = "no other kind has observations: without it nothing is left but the prior"
		}
		share := ""
		if v.Stand != nil && !v.Stand.NotEnough() {
			share = fmt.Sprintf("%+.2f", c.Share)
		}
		t.add(c.Channel, share, note)
	}
	return t
}

// onPaper is how many observations a table for people lists; --json gives more, and because all.
const onPaper = 20

// weights lists observations; a star marks one whose totals over all members are not known.
func weights(title string, items []app.ItemWeight, all int) Table {
	if all = max(all, len(items)); all > onPaper {
		title += fmt.Sprintf(" (%d of %d)", onPaper, all)
	}
	t := Table{Title: title, Columns: columns("when", ">weight", "kind", "hub", "state", "what", "because")}
	for n, i := range items {
		if n == onPaper {
			break
		}
		weight := fmt.Sprintf("%+.3f", i.Weight)
		if !i.Margin {
			weight += "*"
		}
		t.add(i.When, weight, i.Kind, i.Hub, i.State, cutTo(i.Title, 60), quoted(i.Trace))
	}
	return t
}

// joint is the table of what the hub and the state did, hub by rows.
func joint(v app.DyadView) Table {
	name := func(s string) string { return s }
	t := Table{Title: "Roll calls: " + v.Hub.Name + "'s vote by " + v.Standing.State.Name + "'s", Columns: columns("hub \\ state", ">yes", ">abstain", ">no", ">absent")}
	for _, hub := range []string{"yes", "abstain", "no", "absent"} {
		row, any := []string{name(hub)}, false
		for _, state := range []string{"yes", "abstain", "no", "absent"} {
			n := int64(0)
			for _, c := range v.Joint {
				if c.Hub == hub && c.State == state {
					n = c.N
				}
			}
			any = any || n > 0
			row = append(row, itoa(n))
		}
		if any {
			t.add(row...)
		}
	}
	return t
}

func similar(s *app.SimilarView) Table {
	t := Table{Title: "How alike they vote, beside the alignment and no part of it", Columns: columns(">both voted", ">agreement", ">S", ">kappa", ">pi", "because")}
	if s != nil {
		two := func(x *float64) string {
			if x == nil {
				return ""
			}
			return spot(*x)
		}
		t.add(itoa(s.N), fmt.Sprintf("%.1f %%", 100*s.Agreement), spot(s.S), two(s.Kappa), two(s.Pi), quoted(s.Trace))
	}
	return t
}

func drops(list []app.DropCount) Table {
	t := Table{Title: "Not used", Columns: columns(">n", "why", "because")}
	for _, d := range list {
		t.add(itoa(d.N), d.Why, quoted(d.Trace))
	}
	return t
}

// dyadSteps is the whole path, a row a step, without numbers where there is not enough evidence.
func dyadSteps(v app.DyadView) Table {
	cols := columns("step", "level", "edge", ">median", ">q05", ">q25", ">q75", ">q95")
	for _, c := range v.Codings {
		cols = append(cols, Column{Name: "absence_" + c.Absence, Right: true})
	}
	for _, c := range v.Without {
		cols = append(cols, Column{Name: "without_" + c.Channel, Right: true})
	}
	t := Table{Columns: cols}
	p := v.Standing.Path
	for i, end := range v.Ends {
		word := map[byte]string{'o': "shown", 'x': "extrapolated"}[level(v.Standing.Levels, i)]
		if word == "" {
			t.add(append([]string{end, "not enough evidence"}, make([]string, len(cols)-2)...)...)
			continue
		}
		row := []string{end, word, edgeAt(v.Standing.Edges, i), exact(p.Median[i]), exact(p.Q05[i]), exact(p.Q25[i]), exact(p.Q75[i]), exact(p.Q95[i])}
		for _, c := range v.Codings {
			row = append(row, stepOf(c.Median, i))
		}
		for _, c := range v.Without {
			row = append(row, stepOf(c.Median, i))
		}
		t.add(row...)
	}
	return t
}

func stepOf(list []float64, i int) string {
	if i >= len(list) {
		return ""
	}
	return exact(list[i])
}

// footOf is what a copy of a picture carries with it.
func footOf(s app.ScopeView, run *app.RunHead, e app.EvidenceChoice, n int64) []string {
	var kinds []string
	for _, c := range evidenceOn(e) {
		kinds = append(kinds, c.Label)
	}
	lines := []string{fmt.Sprintf("n = %d observations (%s); absence read as %s.", n, strings.Join(kinds, ", "), e.Absence)}
	if s.AsOf != "" || s.Lens != "" {
		lines = append(lines, strings.Join(scope(s), " "))
	}
	if run != nil {
		lines = append(lines, "Source: the ledger's accepted records, as of "+run.DataAsOf+". Orrery "+run.Version+"; data sha256 "+run.DataHash+".")
	}
	return lines
}
