package align

import (
	"context"
	"encoding/csv"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"orrery/internal/testkit"
)

// rowsOf reads one table of the embedded casebook as rows by column name.
func rowsOf(t *testing.T, name string) []map[string]string {
	t.Helper()
	f, err := os.Open(filepath.Join(testkit.Repo(t), "casebook", "postsoviet", name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for _, row := range rows[1:] {
		m := map[string]string{}
		for i, cell := range row {
			m[rows[0][i]] = cell
		}
		out = append(out, m)
	}
	return out
}

// casebook is the embedded casebook's own votes and reactions of the states with one hub.
func casebook(t *testing.T, hub string) []Dyad {
	t.Helper()
	day := func(text string) time.Time {
		d, err := time.Parse(time.DateOnly, text)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	totals := map[string]Totals{}
	for _, row := range rowsOf(t, "resolutions.csv") {
		n := func(column string) int { x, _ := strconv.Atoi(row[column]); return x }
		totals[row["resolution"]] = Totals{Yes: n("yes"), No: n("no"), Abstain: n("abstain")}
	}
	choice := map[string]Choice{"yes": Yes, "no": No, "abstain": Abstain, "absent": Absent}
	hubs := map[string]Choice{}
	votes := rowsOf(t, "votes.csv")
	for _, row := range votes {
		if row["actor"] == hub {
			hubs[row["resolution"]] = choice[row["vote"]]
		}
	}
	of := map[string]*Dyad{}
	var dyads []Dyad
	for _, state := range postSoviet {
		if state != hub {
			dyads = append(dyads, Dyad{State: state, Hub: hub})
		}
	}
	for i := range dyads {
		of[dyads[i].State] = &dyads[i]
	}
	for _, row := range votes {
		if d := of[row["actor"]]; d != nil {
			d.Votes = append(d.Votes, RollCall{ID: row["resolution"], Day: day(row["date"]), State: choice[row["vote"]], Hub: hubs[row["resolution"]],
				Totals: totals[row["resolution"]], Sources: strings.Split(row["source_ids"], ";")})
		}
	}
	items := map[string]map[string]string{}
	for _, row := range rowsOf(t, "litmus.csv") {
		if row["hub"] == hub {
			items[row["litmus_id"]] = row
		}
	}
	answers := map[string]Answer{"against": Against, "leaning-against": LeaningAgainst, "neutral": Neutral, "leaning-with": LeaningWith, "with": With, "silent": Silent}
	said := slices.DeleteFunc(rowsOf(t, "stances.csv"), func(row map[string]string) bool { return items[row["litmus_id"]] == nil })
	rosters := map[string]Roster{}
	for _, row := range said {
		r := rosters[row["litmus_id"]]
		*map[Answer]*int{Against: &r.Against, LeaningAgainst: &r.LeaningAgainst, Neutral: &r.Neutral, LeaningWith: &r.LeaningWith, With: &r.With,
			Silent: &r.Silent}[answers[row["stance"]]]++
		rosters[row["litmus_id"]] = r
	}
	for _, row := range said {
		d := of[row["actor"]]
		if d == nil || row["form"] == "vote" || row["voice"] != "" { // votes are counted once, and persons are not the state
			continue
		}
		when := row["date"]
		if len(when) != len(time.DateOnly) {
			when = items[row["litmus_id"]]["date"]
		}
		d.Reactions = append(d.Reactions, Reaction{ID: row["litmus_id"], Day: day(when), State: answers[row["stance"]], Searched: true,
			Roster: rosters[row["litmus_id"]], Sources: strings.Split(row["source_ids"], ";")})
	}
	return dyads
}

// TestValidityCasebook shows what the embedded casebook alone can say of each state and Russia: how wide, and in how many months. It is
// a table to read; what is asserted is only what nobody would dispute.
func TestValidityCasebook(t *testing.T) {
	results, err := FitAll(context.Background(), casebook(t, "RUS"), Defaults(date(1991, 12, 1), date(2026, 10, 31)))
	if err != nil {
		t.Fatal(err)
	}
	end := map[string]Point{}
	for _, r := range results {
		sd, shown, bound := 0.0, 0, 0
		for step, p := range r.Run().Points {
			sd += p.SD / float64(len(r.Ends))
			if r.Level(step).OK {
				shown++
			}
			if p.Bound != 0 {
				bound++
			}
		}
		last := r.Run().Points[len(r.Ends)-1]
		end[r.State] = last
		var codings [3]float64
		for i, run := range r.Runs {
			codings[i] = run.Points[len(r.Ends)-1].Median
		}
		t.Logf("%s with Russia from the casebook alone: %3d votes, %2d reactions, mean sd %.2f, a level in %2.0f %% of the months, at the grid's end in %2.0f %%; last %+.2f [%+.2f, %+.2f], by coding of absence %+.2f %+.2f %+.2f",
			r.State, r.Run().Counts[Votes], r.Run().Counts[Reactions], sd, 100*float64(shown)/float64(len(r.Ends)), 100*float64(bound)/float64(len(r.Ends)),
			last.Median, last.Q05, last.Q95, codings[0], codings[1], codings[2])
		if sd <= .1 || sd >= 1 || math.IsNaN(last.Median) {
			t.Errorf("%s: mean sd %.2f, last median %.2f", r.State, sd, last.Median)
		}
	}
	for _, far := range []string{"UKR", "LTU", "LVA", "EST"} {
		if !(end["BLR"].Q05 > end[far].Q95) {
			t.Errorf("Belarus is not clearly closer to Russia than %s: %+v, %+v", far, end["BLR"], end[far])
		}
	}
}
