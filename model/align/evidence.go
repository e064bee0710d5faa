package align

// table holds what one channel says about each step under one setting: the likelihood on every grid point, divided by
// its largest value, whose logarithm is in scale. A nil row says nothing.
type table struct {
	rows  [][]float64
	scale []float64
}

func newTable(steps int) *table {
	return &table{rows: make([][]float64, steps), scale: make([]float64, steps)}
}

// floor is the least relative likelihood of a row. It keeps products of channels that contradict each other above
// the smallest number; nothing of its size ever shows.
const floor = 1e-40

// evidence is the channels that a pass takes into account; nil tables are left out.
type evidence []*table

// product sets dst to the product of the rows of step t, taking every stride-th value, and returns the logarithm of the
// factors taken out; false when no channel has anything to say, and dst is then not touched.
func (e evidence) product(dst []float64, t, stride int) (scale float64, told bool) {
	for _, tab := range e {
		if tab == nil || tab.rows[t] == nil {
			continue
		}
		row := tab.rows[t]
		scale += tab.scale[t]
		switch {
		case !told && stride == 1:
			copy(dst, row)
		case !told:
			for k := range dst {
				dst[k] = row[k*stride]
			}
		case stride == 1:
			row = row[:len(dst)]
			for k := range dst {
				dst[k] *= row[k]
			}
		default:
			for k := range dst {
				dst[k] *= row[k*stride]
			}
		}
		told = true
	}
	return scale, told
}
