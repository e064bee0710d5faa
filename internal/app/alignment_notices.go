package app

import (
	"fmt"
	"maps"
	"slices"
)

// fullVotes is how many recorded votes a state has in some thirty years of the General
// Assembly's roll calls, cut in half: below it the ledger holds a selection.
const fullVotes = 1200

// shown are places of a run that a screen shows.
type shown struct {
	run *alignRun
	at  []int
}

// whole is all of a run.
func whole(v *alignRun) shown {
	all := make([]int, len(v.results))
	for i := range all {
		all[i] = i
	}
	return shown{v, all}
}

// unkeptNotice tells that a run is not in the ledger, and why.
func unkeptNotice(why string) string {
	return "This computation is right and is not kept in the ledger: " + why + ". After the next change of the ledger it is tried again."
}

// alignNotices says what a reader must know before believing the picture, of what is on it
// and of nothing else.
func (r *reading) alignNotices(c chosen, parts ...shown) []string {
	var out []string
	width, fine, steps, dyads, votes, unknown, edges, shared := 0.0, 0, 0, 0, int64(0), 0, 0, false
	for _, part := range parts {
		v := part.run
		shared = shared || v.data.shared
		for _, i := range part.at {
			res := v.results[i]
			for t, p := range res.Run().Points {
				width += p.Q95 - p.Q05
				if steps++; res.Level(t).OK {
					fine++
				}
			}
			dyads++
			votes += v.count(i, "votes")
			unknown += res.NoMargin
			if res.Run().Points[len(res.Ends)-1].Bound != 0 {
				edges++
			}
		}
	}
	if dyads == 0 {
		return []string{}
	}
	widths := fmt.Sprintf("The 90 %% intervals are %.1f wide on average; %.0f %% of the months may be shown as they are; the others are extrapolated and hatched, or hold too little evidence for a number.", width/float64(max(steps, 1)), 100*float64(fine)/float64(max(steps, 1)))
	if c.has("votes") && votes < fullVotes*int64(dyads) {
		widths += " The ledger holds a selection of the General Assembly's roll calls; with all of them (orrery import unga FILE) the intervals narrow."
	}
	out = append(out, widths, "The newest vote, stance or statement in the ledger is of "+parts[0].run.data.span.newest.String()+"; nothing is claimed beyond its month, and a level is called extrapolated when nothing was seen for six months before.")
	out = append(out, "Whether a state stands closer to one hub than to another is read from the two alignments as if they were independent.")
	if shared {
		out = append(out, hubRule)
	}
	if c.has("events") {
		out = append(out, "Events are in. They are off unless asked for: "+whyNoEvents+".")
	} else {
		out = append(out, "Events are off: "+whyNoEvents+".")
	}
	if unknown > 0 {
		out = append(out, fmt.Sprintf("%d %s no known totals over all members and a wide prior in their place.", unknown, plural(unknown, "observation has", "observations have")))
	}
	if edges > 0 {
		out = append(out, fmt.Sprintf("%d %s to the end of the scale: read %s as at least that near, or at least that far.", edges, plural(edges, "interval reaches", "intervals reach"), plural(edges, "it", "them")))
	}
	if n := len(hidden(parts...)); n > 0 {
		out = append(out, fmt.Sprintf("The source lens hides %d %s.", n, plural(n, "record", "records")))
	}
	for _, part := range parts {
		if why := part.run.unkept; why != "" && !slices.Contains(out, unkeptNotice(why)) {
			out = append(out, unkeptNotice(why))
		}
	}
	return out
}

// hidden are the records that the lens hides from any of the runs.
func hidden(parts ...shown) map[string]bool {
	all := map[string]bool{}
	for _, part := range parts {
		maps.Copy(all, part.run.data.hides)
	}
	return all
}
