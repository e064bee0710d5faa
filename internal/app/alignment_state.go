package app

import "context"

// StateAlignment is one state's path with every hub of the region, those that are
// computed; the others follow. It waits only when asked to, as Alignment. Errors:
// NotFound for an actor that is neither a state of the region nor one of its hubs.
func (a *App) StateAlignment(ctx context.Context, s Scope, state string, o AlignOptions) (StateAlignment, error) {
	r, err := a.open(ctx, s)
	if err != nil {
		return StateAlignment{}, err
	}
	actor, err := r.state(state)
	if err != nil {
		return StateAlignment{}, err
	}
	c := o.chosen()
	v := StateAlignment{State: r.named(actor.Code), Scale: rings("the hub"), Lanes: []HubLane{}, Notices: []string{}}
	var refusal error
	var parts []shown
	for _, h := range r.region.Hubs {
		if h.Actor == actor.Code {
			continue
		}
		if _, err := r.alignBody(actor.Code, h.Actor); err != nil {
			refusal = err
			continue
		}
		run, pending, err := r.alignOf(h.Actor, c, o)
		switch {
		case err != nil:
			return StateAlignment{}, err
		case pending != nil:
			if v.Pending == nil {
				v.Pending = pending
			}
			o.hurry = true // one wait is enough: the others are asked how far they are
		case run.failed == "":
			if err := r.citeRun(run); err != nil {
				return StateAlignment{}, err
			}
			i := run.position(actor.Code)
			v.Lanes = append(v.Lanes, HubLane{Hub: r.named(h.Actor), Ends: run.ends(), Standing: r.standing(run, c, i)})
			parts = append(parts, shown{run, []int{i}})
		default:
			v.Notices = []string{"No alignment: " + run.failed + "."}
		}
	}
	if len(v.Lanes) == 0 && v.Pending == nil && refusal != nil && len(v.Notices) == 0 {
		return StateAlignment{}, refusal
	}
	v.Scope = r.scopeView()
	if len(parts) > 0 {
		v.Scope.Hidden, v.Notices = len(hidden(parts...)), r.alignNotices(c, parts...)
	}
	return v, nil
}
