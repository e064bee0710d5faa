package app

import (
	"slices"

	"orrery/internal/store"
	"orrery/ledger"
)

// shapeNames are the figures of an episode list: they add up to all.
func shapeNames() []struct{ name, shape, label string } {
	return []struct{ name, shape, label string }{
		{"pairs", shapePair, "episodes that set a step and a measure side by side"},
		{"unanswered", shapeUnanswered, "episodes of steps without a measure found"},
		{"untriggered", shapeUntriggered, "episodes of measures without a dated step"},
	}
}

func (p *pressure) trace(rest ...string) string {
	return traceID(append([]string{"pressure", p.hub, p.target}, rest...)...)
}

func (p *pressure) pick(is func(*ledger.Episode) bool) []store.Row[*ledger.Episode] {
	var out []store.Row[*ledger.Episode]
	for _, e := range p.episodes {
		if is(e.Noun) {
			out = append(out, e)
		}
	}
	return out
}

func (p *pressure) shaped(shape string) []store.Row[*ledger.Episode] {
	return p.pick(func(e *ledger.Episode) bool { return shapeOf(e) == shape })
}

func (p *pressure) linked(grade ledger.LinkGrade) []store.Row[*ledger.Episode] {
	return p.pick(func(e *ledger.Episode) bool { g, _ := e.Link(); return g == grade })
}

// before lists the pairs whose first measure certainly came before the first step: it
// cannot have answered it.
func (p *pressure) before() []store.Row[*ledger.Episode] {
	return p.pick(func(e *ledger.Episode) bool {
		steps, measures := p.byDate(e.Triggers), p.byDate(e.Responses)
		return len(steps) > 0 && len(measures) > 0 && measures[0].Noun.When.Before(steps[0].Noun.When) == ledger.Certainly
	})
}

func (p *pressure) counts() []Figure {
	out := []Figure{}
	for _, s := range shapeNames() {
		out = append(out, Figure{Name: s.name, Label: s.label, N: int64(len(p.shaped(s.shape))), Trace: p.trace(s.name)})
	}
	return out
}

func (p *pressure) links() []Figure {
	out := []Figure{}
	for _, g := range append(ledger.LinkGrades(), "") {
		name, label := string(g), string(g)
		if g == "" {
			name, label = "unstated", "no grade given"
		}
		if n := int64(len(p.linked(g))); n > 0 || g != "" {
			out = append(out, Figure{Name: name, Label: label, N: n, Trace: p.trace("link", name)})
		}
	}
	return out
}

func (r *reading) pressureSentence(p *pressure) Sentence {
	t := &telling{}
	of := ""
	if p.target != "" {
		of = " towards " + r.name(p.target)
	}
	n := int64(len(p.episodes))
	t.say("The list holds ").count(n, p.trace("all")).say(plural(n, " episode", " episodes") + " of " + r.name(p.hub) + of)
	if n == 0 {
		return t.say(".").out
	}
	pairs, unanswered, untriggered := int64(len(p.shaped(shapePair))), int64(len(p.shaped(shapeUnanswered))), int64(len(p.shaped(shapeUntriggered)))
	t.say(": ").list([]part{
		{n: pairs, trace: p.trace("pairs"), after: plural(pairs, " sets", " set") + " a step of the target beside a measure"},
		{n: unanswered, trace: p.trace("unanswered"), after: plural(unanswered, " holds", " hold") + " a step to which no measure was found"},
		{n: untriggered, trace: p.trace("untriggered"), after: plural(untriggered, " holds", " hold") + " a measure without a dated step"},
	})
	if k := int64(len(p.before())); k > 0 {
		t.say(". In ").count(k, p.trace("before")).say(" of the pairs the measure came before the step")
	}
	admitted := int64(len(p.linked(ledger.LinkAdmitted)))
	t.say(". In ").count(admitted, p.trace("link", string(ledger.LinkAdmitted))).say(" of the episodes " + r.capital(p.hub) + " itself named the step. Whether there is a pattern is for the rules to say, not for this list.")
	return t.out
}

// tracePressure opens a figure of the list of episodes: one row an episode.
func (r *reading) tracePressure(args []string) (opening, error) {
	if len(args) < 3 || len(args) > 4 {
		return opening{}, noTrace(append([]string{"pressure"}, args...))
	}
	p, err := r.pressureOf(args[0], args[1])
	if err != nil {
		return opening{}, err
	}
	var rows []store.Row[*ledger.Episode]
	o := opening{figure: "Episodes of " + r.name(p.hub) + joined(" towards", " ", r.name(p.target)), rule: "Accepted episodes by which of their two sides is named. " + pressureNotice}
	if p.target == "" {
		o.figure = "Episodes of " + r.name(p.hub)
	}
	switch {
	case len(args) == 4 && args[2] == "link":
		grade := ledger.LinkGrade(args[3])
		if args[3] == "unstated" {
			grade = ""
		} else if !slices.Contains(ledger.LinkGrades(), grade) {
			return opening{}, noTrace(append([]string{"pressure"}, args...))
		}
		rows = p.linked(grade)
		o.figure += ", link " + args[3]
		o.rule = "Accepted episodes by the first word of their claimed link: who claims it, and how far, is the source's, not Orrery's."
	case len(args) == 3 && args[2] == "all":
		rows = p.episodes
	case len(args) == 3 && args[2] == "before":
		rows = p.before()
		o.figure += ": pairs in which the measure came before the step"
		o.rule = "Accepted pairs whose first measure is certainly dated before the first step that they name: the measure cannot have answered it."
	case len(args) == 3:
		known := false
		for _, s := range shapeNames() {
			if s.name == args[2] {
				rows, known = p.shaped(s.shape), true
				o.figure += ": " + s.label
			}
		}
		if !known {
			return opening{}, noTrace(append([]string{"pressure"}, args...))
		}
	default:
		return opening{}, noTrace(append([]string{"pressure"}, args...))
	}
	for _, row := range rows {
		o.rows.listed = append(o.rows.listed, listed{record: row.Record})
	}
	return o, nil
}
