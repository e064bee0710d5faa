package app

import (
	"fmt"
	"slices"
	"strings"

	"orrery/model/align"
)

// alignRuleWords is printed in because of every point.
const alignRuleWords = "The number is the median of a path that walks slowly with rare jumps and is pulled by what was observed; it is smoothed, so that later observations count too. " +
	"The weight of a row is how far the mean of this step moves when the row counts once more: above zero towards the hub."

// alignRunOf finds the run that a trace speaks of, and waits for it: it takes seconds.
func (r *reading) alignRunOf(hub, channels, absence string) (*alignRun, chosen, error) {
	o, err := ParseAlignOptions(channels, absence, "", "")
	if err != nil {
		return nil, chosen{}, err
	}
	if r.actors[hub] == nil {
		return nil, chosen{}, missing("actor", hub, r.codes())
	}
	o.Wait = true
	run, _, err := r.alignOf(hub, o.chosen(), o)
	if err == nil && run.failed != "" {
		err = &Error{Code: NotFound, Field: "id", Text: "no alignment: " + run.failed, Do: "choose a later as_of"}
	}
	if err != nil {
		return nil, chosen{}, err
	}
	for n := range run.data.hidden { // shown as the scope's count
		r.hidden[fmt.Sprint("align ", n)] = true
	}
	return run, o.chosen(), nil
}

// alignDyadOf is alignRunOf for one state: args are HUB, STATE, …, CHANNELS, ABSENCE at
// the given positions.
func (r *reading) alignDyadOf(hub, state, channels, absence string) (*alignRun, chosen, int, error) {
	code, err := r.alignBody(state, hub)
	if err != nil {
		return nil, chosen{}, 0, err
	}
	v, c, err := r.alignRunOf(hub, channels, absence)
	if err != nil {
		return nil, c, 0, err
	}
	return v, c, v.position(code), nil
}

// traceAlign opens a point of an alignment, or the observations of one kind.
func (r *reading) traceAlign(args []string) (opening, error) {
	bad := noTrace(append([]string{"align"}, args...))
	if len(args) != 5 && (len(args) != 7 || args[5] != "counts" || !slices.Contains(channelNames, args[6])) {
		return opening{}, bad
	}
	v, c, i, err := r.alignDyadOf(args[0], args[1], args[3], args[4])
	if err != nil {
		return opening{}, err
	}
	t, err := stepOf(v.results[i], args[2])
	if err != nil {
		return opening{}, err
	}
	s := r.stand(v, c, i, t)
	o := opening{figure: r.name(v.data.dyads[i].State) + " and " + r.called(v.data.hub) + ", " + longDay(s.At), rule: alignRuleWords + " " + verdictWords(s) + " " + r.runWords(v, c)}
	if len(args) == 7 {
		o.figure += ": " + channelLabel(args[6])
		o.rows.named = v.pointers(r, i, t, args[6])
		return o, nil
	}
	before, number, _ := s.printed()
	switch o.value = before + number; {
	case s.NotEnough():
		o.value = s.Level.Text
	case s.Edge == "":
		o.value += ", 90 % " + signed(s.Q05) + " to " + signed(s.Q95)
	}
	o.rows.named = v.pointers(r, i, t, "")
	o.parts = v.counts(c, i)
	for _, d := range v.drops(i) {
		o.parts = append(o.parts, Figure{Name: "not-used", Label: "not used, " + d.channel + ": " + d.why, N: int64(len(d.refs)), Trace: v.dyadTrace("align-drop", c, i, d.channel+": "+d.why)})
	}
	return o, nil
}

// verdictWords are the guardrails' verdicts on a step.
func verdictWords(s Stand) string {
	say := func(what string, v Ruling) string {
		words := what + ": "
		if v.OK && v.Text == "" {
			return words + "shown."
		}
		return words + v.Text + ", since " + v.Why + "."
	}
	text := say("Level", s.Level)
	if s.Rise != nil {
		text += fmt.Sprintf(" It is nearer to the hub than a year before with probability %.2f. ", *s.Rise) + say("Direction", s.Direction)
	}
	return text
}

// runWords names the computation in a rule.
func (r *reading) runWords(v *alignRun, c chosen) string {
	text := fmt.Sprintf("Model %s of Orrery %s; %s; data %s.", alignCode, v.version, settingsLine(v.data.settles, c), v.hash[:12])
	if v.ref != "" {
		text += " Kept as " + v.ref + "."
	}
	if v.data.shared {
		text += " " + hubRule
	}
	return text
}

// pointers are the records behind a step, the weightiest first. Events of a month have one
// weight together, which each gets its part of.
func (v *alignRun) pointers(r *reading, i, t int, channel string) []pointer {
	d, s := v.data.dyads[i], v.data.dyads[i].sightings()
	out := []pointer{}
	for _, w := range v.results[i].WeightsAt(t) {
		name := channelName(w.Channel)
		if channel != "" && name != channel {
			continue
		}
		if name == "events" {
			acts := d.actsOf(w.Day)
			for _, a := range acts {
				part := round3(w.Weight / float64(len(acts)))
				out = append(out, pointer{ref: a.ref, weight: &part})
			}
			continue
		}
		weight := round3(w.Weight)
		p := pointer{ref: d.ref(w.Channel, w.ID), weight: &weight}
		if one := s.votes[w.ID]; name == "votes" && one != nil {
			p.label = r.voteWords(v, d.State, *one)
		}
		out = append(out, p)
	}
	return out
}

// voteWords says a vote beside the hub's.
func (r *reading) voteWords(v *alignRun, state string, one placedVote) string {
	text := fmt.Sprintf("%s %s, %s %s: %s", r.name(state), didWords(one.state), r.called(v.data.hub), didWords(one.hub), one.symbol)
	if roll := v.data.rolls[one.symbol]; roll != nil {
		text += ", " + roll.Title
	}
	return strings.TrimSuffix(text, ", ")
}

// didWords says a vote in a sentence.
func didWords(c align.Choice) string {
	switch c {
	case align.Abstain:
		return "abstained"
	case align.Absent:
		return "was absent"
	case align.NoRecord:
		return "is not on record"
	}
	return "voted " + choiceWords(c)
}
