package app

import (
	"context"
	"slices"
)

// Alignment says where each state stands with the scope's hub (default: the region's),
// month by month. It does not wait for a computation unless asked to: Pending then says
// how far it is and nothing else is shown. Errors: NotFound for an unknown hub or rival.
func (a *App) Alignment(ctx context.Context, s Scope, o AlignOptions) (AlignmentView, error) {
	r, err := a.open(ctx, s)
	if err != nil {
		return AlignmentView{}, err
	}
	c := o.chosen()
	v := AlignmentView{Hub: r.named(r.hub), Evidence: evidenceChoice(c, nil), Scale: rings(r.called(r.hub)), Ends: []string{}, States: []Standing{}, Tilt: []TiltRow{}, Notices: []string{}}
	rival, err := r.rivalOf(o.Rival)
	if err != nil {
		return AlignmentView{}, err
	}
	if none, bare, err := r.noRegion(); err != nil || bare {
		v.Sentence, v.Scope = (&telling{}).say(none).out, r.scopeView()
		return v, err
	}
	if rival != "" {
		named := r.named(rival)
		v.Rival = &named
	}
	run, pending, err := r.alignOf(r.hub, c, o)
	if err != nil {
		return AlignmentView{}, err
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
	if err := r.fillAlignment(&v, run, c); err != nil {
		return AlignmentView{}, err
	}
	if rival == "" {
		v.Sentence = r.alignmentSentence(v, run, c, nil)
		return v, nil
	}
	other, waiting, err := r.alignOf(rival, c, o)
	if err != nil {
		return AlignmentView{}, err
	}
	v.RivalPending = waiting
	if waiting == nil {
		if v.Tilt, err = r.tilts(run, other, c); err != nil {
			return AlignmentView{}, err
		}
	}
	v.Sentence = r.alignmentSentence(v, run, c, other)
	return v, nil
}

// alignOf is alignRun for one hub, with the others of the region to follow when
// nobody is in a hurry.
func (r *reading) alignOf(hub string, c chosen, o AlignOptions) (*alignRun, *Pending, error) {
	k, err := r.alignKey(hub, c)
	if err != nil {
		return nil, nil, err
	}
	run, pending, err := r.alignRun(k, o)
	if err == nil && k.stored && !o.Wait {
		for _, h := range r.region.Hubs {
			k.hub = h.Actor
			r.alignLater(k)
		}
	}
	return run, pending, err
}

// fillAlignment fills what rests on one run.
func (r *reading) fillAlignment(v *AlignmentView, run *alignRun, c chosen) error {
	if err := r.citeRun(run); err != nil {
		return err
	}
	v.Evidence, v.Run, v.Ends = evidenceChoice(c, run), r.runHead(run, c), run.ends()
	for i := range run.results {
		v.States = append(v.States, r.standing(run, c, i))
	}
	v.Notices = r.alignNotices(c, whole(run))
	v.Scope.Hidden = run.data.hidden
	return nil
}

// rivalOf is the hub to compare with: the one asked for, else the region's own, else
// the next of its hubs. "" when there is no other.
func (r *reading) rivalOf(asked string) (string, error) {
	if asked != "" {
		if r.actors[asked] == nil {
			return "", missing("actor", asked, r.codes())
		}
		if asked == r.hub {
			return "", malformed("rival", "the rival is the hub itself", "name another hub")
		}
		return asked, nil
	}
	if r.hub != r.region.Hub {
		return r.region.Hub, nil
	}
	for _, h := range r.region.Hubs {
		if h.Actor != r.hub {
			return h.Actor, nil
		}
	}
	return "", nil
}

// evidenceChoice is the chooser, with what each kind of evidence gives to a run.
func evidenceChoice(c chosen, run *alignRun) EvidenceChoice {
	e := EvidenceChoice{Absence: c.absence}
	for _, name := range channelNames {
		one := ChannelChoice{Name: name, Label: channelLabel(name), On: c.has(name)}
		if run != nil {
			for i := range run.results {
				one.N += run.count(i, name)
			}
		}
		if !slices.Contains(defaultChannels, name) {
			one.Why = whyNoEvents
		}
		e.Channels = append(e.Channels, one)
	}
	return e
}
