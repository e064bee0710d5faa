package align

import (
	"fmt"
	"math"
	"sort"
	"time"
)

const (
	secondsPerDay = 86400
	daysPerYear   = 365.25
	daysPerMonth  = daysPerYear / 12
)

// dayOf is the UTC date as days since 1970-01-01.
func dayOf(t time.Time) int { return int(math.Floor(float64(t.Unix()) / secondsPerDay)) }

func timeOf(day int) time.Time { return time.Unix(int64(day)*secondsPerDay, 0).UTC() }

// timeline is the steps: ends[t] is the last day of step t. Steps have the lengths that the calendar gives them, and the
// walk takes exactly as many days as lie between two ends.
type timeline struct {
	first int
	ends  []int
}

func newTimeline(s Settings) (timeline, error) {
	tl := timeline{first: dayOf(s.From)}
	last := dayOf(s.To)
	for day := tl.first; day <= last; {
		end := day + (7-int(timeOf(day).Weekday()))%7
		if s.Step == Monthly {
			y, m, _ := timeOf(day).Date()
			end = dayOf(time.Date(y, m+1, 0, 0, 0, 0, 0, time.UTC))
		}
		tl.ends = append(tl.ends, min(end, last))
		if len(tl.ends) > maxSteps {
			return tl, fmt.Errorf("the span from %s to %s has more than %d steps: shorten it or take months", s.From.Format(time.DateOnly), s.To.Format(time.DateOnly), maxSteps)
		}
		day = end + 1
	}
	return tl, nil
}

// step is the step that a day falls in; false when the day lies outside the span.
func (tl timeline) step(day int) (int, bool) {
	if day < tl.first || day > tl.ends[len(tl.ends)-1] {
		return 0, false
	}
	return sort.SearchInts(tl.ends, day), true
}

// days is the length of the walk into step t, in days.
func (tl timeline) days(t int) int { return tl.ends[t] - tl.ends[t-1] }

// yearBefore is the step whose end is nearest to a year before the end of step t; false in the first year.
func (tl timeline) yearBefore(t int) (int, bool) {
	day := tl.ends[t] - 365 // a leap day moves no end past the middle of a step
	i := sort.SearchInts(tl.ends, day)
	if i > 0 && day-tl.ends[i-1] < tl.ends[i]-day {
		i--
	}
	return i, i > 0 || tl.ends[0]-day < 4 && day >= tl.first
}
