package coincide

// Attention is how much was reported a day, whatever of: it says when a thing would have been noticed.
type Attention struct {
	From    Day       `json:"from"`
	Reports []float64 `json:"reports"` // of From and the days after it, 0 or more
}

// around is the mean of the reports over a number of days centred on d; days outside the series count as none.
func (a *Attention) around(d Day, days int) float64 {
	sum := 0.0
	for i := int(d-a.From) - days/2; i <= int(d-a.From)+days/2; i++ {
		if i >= 0 && i < len(a.Reports) {
			sum += a.Reports[i]
		}
	}
	return sum / float64(days/2*2+1)
}
