package coincide

// rotation tests several dyads that may share their events. Within each stratum the responses of all dyads roll together, by one number of
// places of which each is as likely, and strata roll independently:
//
//	P(K >= k) from the convolution over strata of the distributions of K_s(shift), shift = 0, …, days of the stratum - 1.
//
// One act that is recorded in five dyads then counts as one, where the hypergeometric would take it for five. Strata of dyads that are watched
// on other days are matched by their place in the line, and a shorter stratum comes round more than once.
type rotation struct {
	groups [][]int32 // strata that roll together, one a dyad
	days   [][]int   // of each stratum, by number, in order
	place  []int32   // of each day in its stratum

	conv convolver
	mass []float64
	by   [][]int // responses by stratum
}

func newRotation(f *frame) *rotation {
	r := &rotation{days: make([][]int, len(f.sizes)), place: make([]int32, f.days), by: make([][]int, len(f.sizes))}
	for i, s := range f.stratum {
		r.place[i] = int32(len(r.days[s]))
		r.days[s] = append(r.days[s], i)
	}
	line := 0
	first := int32(0) // stratum of the line
	for s := range r.days {
		if len(r.days[s]) == 0 {
			continue
		}
		if r.days[s][0] > f.lines[line].last {
			line++
			first = int32(s)
		}
		at := int32(s) - first
		for len(r.groups) <= int(at) {
			r.groups = append(r.groups, nil)
		}
		r.groups[at] = append(r.groups[at], int32(s))
	}
	return r
}

// load convolves the strata for responses by number.
func (r *rotation) load(f *frame, covered []bool, at []int) {
	for i := range r.by {
		r.by[i] = r.by[i][:0]
	}
	for _, i := range at {
		s := f.stratum[i]
		r.by[s] = append(r.by[s], i)
	}
	r.conv.reset()
	for _, group := range r.groups {
		n, size := 0, 0
		for _, s := range group {
			n, size = n+len(r.by[s]), max(size, len(r.days[s]))
		}
		if n == 0 {
			continue
		}
		r.mass = append(r.mass[:0], make([]float64, n+1)...)
		for shift := range size {
			k := 0
			for _, s := range group {
				list := r.days[s]
				for _, i := range r.by[s] {
					if covered[list[(int(r.place[i])+shift)%len(list)]] {
						k++
					}
				}
			}
			r.mass[k] += 1 / float64(size)
		}
		for n > 0 && r.mass[n] == 0 {
			n--
		}
		r.conv.add(r.mass[:n+1], 0)
	}
	r.conv.close()
}
