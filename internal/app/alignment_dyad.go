package app

import (
	"context"
	"slices"
	"time"

	"orrery/internal/store"
	"orrery/model/align"
)

// Dyad is one state and the scope's hub in full, with what moved the step that o.At asks
// for. state is a code or an English name. It does not wait unless asked to, as Alignment.
// Errors: NotFound for a state of which no alignment is computed, Malformed for a day
// outside the span.
func (a *App) Dyad(ctx context.Context, s Scope, state string, o AlignOptions) (DyadView, error) {
	r, err := a.open(ctx, s)
	if err != nil {
		return DyadView{}, err
	}
	c := o.chosen()
	v := DyadView{Hub: r.named(r.hub), Evidence: evidenceChoice(c, nil), Scale: rings(r.called(r.hub)), Ends: []string{}, Codings: []CodingPath{}, Without: []ChannelPath{},
		Items: []ItemWeight{}, Joint: []JointCell{}, Divergent: []ItemWeight{}, Drops: []DropCount{}, Notices: []string{}}
	code, err := r.alignBody(state, r.hub)
	if err != nil {
		return DyadView{}, err
	}
	run, pending, err := r.alignOf(r.hub, c, o)
	if err != nil {
		return DyadView{}, err
	}
	v.Scope = r.scopeView()
	if pending != nil {
		v.Pending, v.Sentence = pending, pendingSentence(pending)
		return v, nil
	}
	if run.failed != "" {
		v.Sentence = (&telling{}).say("No alignment: " + run.failed + ".").out
		return v, nil
	}
	if err := r.citeRun(run); err != nil {
		return DyadView{}, err
	}
	i := run.position(code)
	t, err := stepOf(run.results[i], o.At)
	if err != nil {
		return DyadView{}, err
	}
	r.fillDyad(&v, run, c, i, t)
	return v, nil
}

func (r *reading) fillDyad(v *DyadView, run *alignRun, c chosen, i, t int) {
	res, d := run.results[i], run.data.dyads[i]
	v.Scope.Hidden = run.data.hidden
	v.Evidence, v.Run, v.Ends = evidenceChoice(c, run), r.runHead(run, c), run.ends()
	for n := range v.Evidence.Channels {
		v.Evidence.Channels[n].N = run.count(i, v.Evidence.Channels[n].Name)
	}
	standing, stand := r.standing(run, c, i), r.stand(run, c, i, t)
	v.Standing, v.At, v.Stand, v.Sentence = &standing, stand.At, &stand, stand.Sentence
	for _, one := range res.Runs {
		path := CodingPath{Absence: absences[one.Coding], Label: one.Coding.String(), Median: make([]float64, len(one.Points))}
		for k, p := range one.Points {
			path.Median[k] = round3(p.Median)
		}
		for _, n := range one.Counts {
			path.N += n
		}
		v.Codings = append(v.Codings, path)
	}
	for _, w := range res.Without {
		v.Without = append(v.Without, ChannelPath{Channel: string(w.Channel), Label: "without " + string(w.Channel), Alone: w.Alone, Median: round3s(w.Medians),
			Share: round3(res.Run().Points[t].Median - w.Medians[t])})
	}
	all, s := res.WeightsAt(t), d.sightings()
	v.ItemsN = len(all)
	for _, w := range all[:min(len(all), itemsShown)] {
		v.Items = append(v.Items, r.itemWeight(run, c, i, s, w))
	}
	v.Divergent = r.divergent(run, c, i, s, all)
	v.Joint, v.Similar = run.joint(c, i), run.similar(c, i)
	for _, one := range run.drops(i) {
		v.Drops = append(v.Drops, DropCount{Why: one.channel + ": " + one.why, N: int64(len(one.refs)), Trace: run.dyadTrace("align-drop", c, i, one.channel+": "+one.why)})
	}
	v.Notices = r.alignNotices(c, shown{run, []int{i}})
}

// alignBody finds an actor of whom an alignment with the hub is computed.
func (r *reading) alignBody(state, hub string) (string, error) {
	actor, err := r.state(state)
	if err != nil {
		return "", err
	}
	bodies := alignBodies(r.region, hub)
	if !slices.Contains(bodies, actor.Code) {
		return "", &Error{Code: NotFound, Field: "state", Text: "no alignment of " + r.called(actor.Code) + " with " + r.called(hub) + " is computed",
			Do: "choose one of " + join(bodies), Err: store.ErrNotFound}
	}
	return actor.Code, nil
}

// position is the position of a body in a run.
func (v *alignRun) position(state string) int {
	return slices.IndexFunc(v.data.dyads, func(d *dyadData) bool { return d.State == state })
}

// dyadTrace is the id of what hangs on a dyad as a whole.
func (v *alignRun) dyadTrace(verb string, c chosen, i int, rest ...string) string {
	return traceID(append([]string{verb, v.data.hub, v.data.dyads[i].State, c.channels, c.absence}, rest...)...)
}

// stepOf is the step that holds a day; the last for none.
func stepOf(res *align.Result, at string) (int, error) {
	last := len(res.Ends) - 1
	if at == "" {
		return last, nil
	}
	asked, err := time.Parse(time.DateOnly, at)
	if err != nil {
		return 0, malformed("at", "at "+quoted(at)+" is not a day", "write 2026-01-31")
	}
	t, _ := slices.BinarySearchFunc(res.Ends, asked, time.Time.Compare)
	first := res.Ends[0].AddDate(0, 0, 1-res.Ends[0].Day())
	if t > last || asked.Before(first) {
		return 0, malformed("at", at+" lies outside the alignment, which covers "+day(first)+" to "+day(res.Ends[last]), "give a day between them")
	}
	return t, nil
}
