package jobs

import "time"

// How long work is held for somebody to ask again. A screen that waits asks every second or two.
const (
	patienceLoose = 10 * time.Second
	patience      = 10 * time.Minute
)

// abandoned says whether nobody wants a job any more. What runs and is not loose goes on to its end: it will be
// wanted.
func (b *Board) abandoned(j *job, now time.Time) bool {
	if j.waiting > 0 || !j.loose && j.running && !j.ended() {
		return false
	}
	most := patience
	if j.loose {
		most = patienceLoose
	}
	return now.Sub(j.asked) > most
}

// sweep stops what was abandoned, and forgets failures that nobody came to hear. It is called whenever work is asked
// for, gets further or ends: at other times there is nobody to make room for.
func (b *Board) sweep(now time.Time) {
	for key, j := range b.jobs {
		switch {
		case !b.abandoned(j, now):
		case j.ended():
			delete(b.jobs, key)
		default:
			b.stop(j)
		}
	}
}

// left notes that somebody no longer waits.
func (b *Board) left(j *job) {
	b.mu.Lock()
	defer b.mu.Unlock()
	j.waiting--
	j.asked = b.now()
}
