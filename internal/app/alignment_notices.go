package app

import "fmt"

// fullVotes is how many recorded votes a state has in some thirty years of the General
// Assembly's roll calls, cut in half: below it the ledger holds a selection.
const fullVotes = 1200

// alignNotices says what a reader must know before believing the picture.
func (r *reading) alignNotices(v *alignRun, c chosen) []string {
	var out []string
	width, shown, steps, votes, unknown, edges := 0.0, 0, 0, int64(0), 0, 0
	for i, res := range v.results {
		for t, p := range res.Run().Points {
			width += p.Q95 - p.Q05
			if steps++; res.Level(t).OK {
				shown++
			}
		}
		votes += v.count(i, "votes")
		unknown += res.NoMargin
		if res.Run().Points[len(res.Ends)-1].Bound != 0 {
			edges++
		}
	}
	widths := fmt.Sprintf("The 90 %% intervals are %.1f wide on average; %.0f %% of the months may be shown as they are, the others are hatched.", width/float64(max(steps, 1)), 100*float64(shown)/float64(max(steps, 1)))
	if c.has("votes") && votes < fullVotes*int64(len(v.results)) {
		widths += " The ledger holds a selection of the General Assembly's roll calls; with all of them (orrery import unga FILE) the intervals narrow."
	}
	out = append(out, widths, "The newest vote, stance or statement in the ledger is of "+v.data.span.newest.String()+"; nothing is claimed beyond its month, and a level is called extrapolated when nothing was seen for six months before.")
	out = append(out, "Whether a state stands closer to one hub than to another is read from the two alignments as if they were independent.")
	if v.data.shared {
		out = append(out, hubRule)
	}
	if c.has("events") {
		out = append(out, "Events are in: "+whyNoEvents+".")
	} else {
		out = append(out, "Events are off: "+whyNoEvents+".")
	}
	if unknown > 0 {
		out = append(out, fmt.Sprintf("%d %s no known totals over all members and a wide prior in their place.", unknown, plural(unknown, "observation has", "observations have")))
	}
	if edges > 0 {
		out = append(out, fmt.Sprintf("%d %s to the end of the scale: read %s as at least that near, or at least that far.", edges, plural(edges, "interval reaches", "intervals reach"), plural(edges, "it", "them")))
	}
	if n := v.data.hidden; n > 0 {
		out = append(out, fmt.Sprintf("The source lens hides %d %s.", n, plural(n, "record", "records")))
	}
	return out
}
