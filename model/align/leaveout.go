package align

import "slices"

// leaveOut follows the median without each channel in turn. The combinations are those that the run kept, weighed anew by what
// the rest of the evidence says of them; without events they have fewer dimensions and are chosen again.
func (f *fitter) leaveOut(r *Result, d Dyad, v *view, kept []combo) error {
	n := 0
	for _, there := range v.present {
		if there {
			n++
		}
	}
	for ch, there := range v.present {
		if !there {
			continue
		}
		w := Without{Channel: AllChannels()[ch], Alone: n == 1}
		if w.Alone { // only the prior is left, and a walk from it has its median there at every step
			w.Medians = make([]float64, len(f.tl.ends))
			for t := range w.Medians {
				w.Medians[t] = rounded(min(max(d.PriorMean, f.s.Grid.Lo), f.s.Grid.Hi))
			}
			r.Without = append(r.Without, w)
			break
		}
		rest := slices.Clone(kept)
		if ch == eventsAt {
			weighed, err := f.weighAll(v, ch)
			if err != nil {
				return err
			}
			rest = keep(weighed)
		}
		if _, _, _, err := f.smooth(v, rest, ch, false); err != nil {
			return err
		}
		w.Medians = f.medians()
		r.Without = append(r.Without, w)
	}
	return nil
}
