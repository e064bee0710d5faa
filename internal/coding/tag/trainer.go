package tag

import "orrery/internal/coding/syntax"

// Trainer learns the weights of a tagger: an averaged perceptron that tags as the tagger does, from left to right with its own
// tags behind it, and moves the weights wherever it errs.
type Trainer struct {
	t       *Tagger
	weights []int32
	sums    []int64
	since   []int32
	steps   int32
	chance  uint64
}

// NewTrainer learns 1<<logCells weights for t, which must have its words already. seed chooses which rare words are taken for unknown.
func NewTrainer(t *Tagger, logCells int, seed uint64) *Trainer {
	n := 1 << logCells
	t.weights, t.shift = make([]int8, n), uint(32-logCells+6)
	return &Trainer{t: t, weights: make([]int32, n), sums: make([]int64, n), since: make([]int32, n), chance: seed*2 + 1}
}

// Learn takes one sentence with its right tags (NoTag: not known) and returns how many tokens it chose wrongly among several tags.
func (tr *Trainer) Learn(s *syntax.Sentence, tags []syntax.Tag) (wrong int) {
	r := runs.Get().(*run)
	defer runs.Put(r)
	r.prepare(tr.t, s)
	for i := range s.Tokens {
		if tok := &s.Tokens[i]; int(tok.Word) < len(tr.t.entries) && tr.t.entries[tok.Word].rare && tr.toss() {
			set, first, e := unknown(s, i, entry{}, r.titled)
			r.load(i, set, first, e)
		}
	}
	r.lookAhead()
	for i := range s.Tokens {
		got := r.sets[i].lowest()
		if !r.sets[i].lone() {
			r.features(i)
			got = tr.best(r, i)
			if want := tags[i]; want != syntax.NoTag && want != got && r.sets[i].has(want) {
				wrong++
				for _, h := range r.feats[:r.n] {
					tr.move(cell(h, tr.t.shift, want), 1)
					tr.move(cell(h, tr.t.shift, got), -1)
				}
			}
			tr.steps++
		}
		r.settle(i, got)
	}
	return wrong
}

func (tr *Trainer) toss() bool {
	tr.chance ^= tr.chance << 13
	tr.chance ^= tr.chance >> 7
	tr.chance ^= tr.chance << 17
	return tr.chance>>40&1 == 0
}

func (tr *Trainer) best(r *run, i int) syntax.Tag {
	best, top := syntax.NoTag, int32(0)
	for rest := r.sets[i]; rest != 0; rest &= rest - 1 {
		tag := rest.lowest()
		score := int32(0)
		for _, h := range r.feats[:r.n] {
			score += tr.weights[cell(h, tr.t.shift, tag)]
		}
		if best == syntax.NoTag || score > top || score == top && tag == r.first[i] {
			best, top = tag, score
		}
	}
	return best
}

func (tr *Trainer) move(at int, by int32) {
	tr.sums[at] += int64(tr.weights[at]) * int64(tr.steps-tr.since[at])
	tr.since[at] = tr.steps
	tr.weights[at] += by
}

// Finish gives the tagger the averaged weights and returns them as files of at most half a million weights.
func (tr *Trainer) Finish() []string {
	average := make([]float64, len(tr.weights))
	for i := range average {
		tr.move(i, 0)
		average[i] = float64(tr.sums[i]) / float64(tr.steps)
	}
	scale := scaleOf(average)
	for i, v := range average {
		v *= scale
		if v < 0 {
			v -= 0.5
		} else {
			v += 0.5
		}
		tr.t.weights[i] = int8(min(max(int(v), -largest), largest))
	}
	var files []string
	const part = 1 << 19
	for i := 0; i < len(tr.t.weights); i += part {
		files = append(files, writeWeights(tr.t.weights[i:min(i+part, len(tr.t.weights))]))
	}
	return files
}

// scaleOf lets all but one in a thousand of the weights that are not near zero keep their size.
func scaleOf(w []float64) float64 {
	const bins = 4096
	var count [bins]int
	total := 0
	for _, v := range w {
		if v < 0 {
			v = -v
		}
		if v > 0.01 {
			count[min(int(v*16), bins-1)]++
			total++
		}
	}
	left := total / 1000
	for i := bins - 1; i > 0; i-- {
		if left -= count[i]; left < 0 {
			return largest / (float64(i+1) / 16)
		}
	}
	return largest
}
