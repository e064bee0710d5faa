package align

import "slices"

// Lens is a way of looking at the evidence with some sources shut: what would one see who does not read them? An
// observation all of whose sources are hidden is left out; one that names no source is always seen.
type Lens struct {
	Name   string
	Hidden []string // sources, as the observations name them
}

// Lensed is the path of the median through a lens. The combinations of hyper-parameters are those that the full evidence kept, weighed
// anew by what the lens lets through.
type Lensed struct {
	Name    string
	Hidden  int // observations left out, of the primary coding; entries, for events
	Medians []float64
}

// hides says whether the lens leaves out an observation with these sources.
func (l Lens) hides(sources []string) bool {
	return len(sources) > 0 && !slices.ContainsFunc(sources, func(s string) bool { return !slices.Contains(l.Hidden, s) })
}

// lenses follows the median through each lens. One that hides nothing costs nothing.
func (f *fitter) lenses(r *Result, d Dyad, v *view, all seenAll, kept []combo) error {
	for _, lens := range d.Lenses {
		rest, _, left := f.hide(v, all, kept, lens.hides)
		seen := Lensed{Name: lens.Name, Hidden: left}
		if left == 0 {
			for _, p := range r.Run().Points {
				seen.Medians = append(seen.Medians, p.Median)
			}
		} else {
			if _, _, _, err := f.smooth(rest, slices.Clone(kept), -1, false); err != nil {
				return err
			}
			seen.Medians = f.medians()
		}
		r.Lensed = append(r.Lensed, seen)
	}
	return nil
}
