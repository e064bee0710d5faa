package align

import (
	"cmp"
	"compress/gzip"
	"context"
	"fmt"
	"hash/fnv"
	"math"
	"os"
	"slices"
	"testing"

	"orrery/internal/dataset/idealpoints"
	"orrery/internal/dataset/unga"
	"orrery/internal/testkit"
	"orrery/ledger"
)

// postSoviet are the states that the project's first casebook is about.
var postSoviet = []string{"ARM", "AZE", "BLR", "EST", "GEO", "KAZ", "KGZ", "LTU", "LVA", "MDA", "RUS", "TJK", "TKM", "UKR", "UZB"}

// choiceOf turns the ledger's word into the engine's.
func choiceOf(c ledger.VoteChoice) Choice {
	return map[ledger.VoteChoice]Choice{ledger.Yes: Yes, ledger.No: No, ledger.Abstain: Abstain, ledger.Absent: Absent}[c]
}

// unpack opens a compressed file of the shared folder, or skips the test.
func unpack(t *testing.T, name string) *gzip.Reader {
	t.Helper()
	f, err := os.Open(testkit.Shared(t, "data", name))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	return z
}

// rollCalls are the General Assembly's votes of 1992-2021 for the 15 states against one hub, with the world's margins as counted
// from the rows.
func rollCalls(t *testing.T, hub string) []Dyad {
	t.Helper()
	votes := map[string]map[string]Choice{}
	r, err := unga.Read("rollcalls.csv", unpack(t, "unga_rollcalls_1946_2021.csv.gz"), func(row unga.Row) error {
		if first, _ := row.Vote.When.Span(); first.Time().Year() < 1992 {
			return nil
		}
		if votes[row.Vote.RollCall] == nil {
			votes[row.Vote.RollCall] = map[string]Choice{}
		}
		votes[row.Vote.RollCall][row.Vote.Actor] = choiceOf(row.Vote.Choice)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	dyads := make([]Dyad, len(postSoviet))
	for i, state := range postSoviet {
		dyads[i].State, dyads[i].Hub = state, hub
		for _, roll := range r.RollCalls {
			own, seen := votes[roll.Symbol][state]
			if !seen {
				continue
			}
			_, day := roll.When.Span()
			dyads[i].Votes = append(dyads[i].Votes, RollCall{ID: roll.Symbol, Day: day.Time(), State: own, Hub: votes[roll.Symbol][hub],
				Totals: Totals(roll.Tally), Sources: []string{"unga"}})
		}
	}
	return dyads
}

// TestValidityIdealPoints compares yearly alignment with the United States with the published ideal points of 1992-2021,
// a sanity check on another method and not a goal: Spearman's correlation over the 15 states' years must reach .85.
func TestValidityIdealPoints(t *testing.T) {
	points := map[string]float64{}
	if _, err := idealpoints.Read("points.csv", unpack(t, "idealpoints_july2025.csv.gz"), func(p idealpoints.Point) error {
		if p.Series == idealpoints.FinalPassage {
			points[fmt.Sprint(p.State, p.Year)] = p.Mean
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	s := Defaults(date(1992, 1, 1), date(2021, 12, 31))
	results, err := FitAll(context.Background(), rollCalls(t, "USA"), s)
	if err != nil {
		t.Fatal(err)
	}
	var all [2][]float64
	byYear := map[int][2][]float64{}
	for _, r := range results {
		sum, n := 0.0, 0.0
		for i, end := range r.Ends {
			sum += r.Run().Points[i].Mean
			if n++; end.Month() < 12 {
				continue
			}
			if theirs, ok := points[fmt.Sprint(r.State, end.Year())]; ok {
				all[0], all[1] = append(all[0], sum/n), append(all[1], theirs)
				y := byYear[end.Year()]
				byYear[end.Year()] = [2][]float64{append(y[0], sum/n), append(y[1], theirs)}
			}
			sum, n = 0, 0
		}
		last := r.Run().Points[len(r.Ends)-1]
		sign, v := r.Direction(len(r.Ends) - 1)
		t.Logf("%s with the US, end of 2021: %+.2f [%+.2f, %+.2f], %d votes, drift %.3f, direction %d %s", r.State, last.Median, last.Q05, last.Q95,
			r.Run().Counts[Votes], r.Run().Hypers[0].Drift, sign, v.Why)
	}
	rho := spearman(all[0], all[1])
	var within []float64
	for _, y := range byYear {
		if len(y[0]) >= 10 {
			within = append(within, spearman(y[0], y[1]))
		}
	}
	slices.Sort(within)
	t.Logf("Spearman with idealpointfp over %d state-years: %.3f; within years: median %.3f, least %.3f", len(all[0]), rho, within[len(within)/2], within[0])
	if rho < .85 {
		t.Errorf("Spearman with the published ideal points is %.3f, below .85", rho)
	}
}

// TestValidityHeldOutVotes hides every tenth vote on Russia's side of the Assembly and scores what the rest says of it, against the
// world's margin and against the state's own habit of the year before.
func TestValidityHeldOutVotes(t *testing.T) {
	dyads := rollCalls(t, "RUS")
	dyads = slices.DeleteFunc(dyads, func(d Dyad) bool { return d.State == "RUS" })
	hidden := make([][]RollCall, len(dyads))
	for i := range dyads {
		var rest []RollCall
		for _, v := range dyads[i].Votes {
			h := fnv.New32a()
			h.Write([]byte(v.ID + dyads[i].State))
			if a := Relative(v.State, v.Hub); h.Sum32()%10 == 0 && a != NoAnswer && a != Silent {
				hidden[i] = append(hidden[i], v)
				continue
			}
			rest = append(rest, v)
		}
		dyads[i].Votes = rest
	}
	s := Defaults(date(1992, 1, 1), date(2021, 12, 31))
	results, err := FitAll(context.Background(), dyads, s)
	if err != nil {
		t.Fatal(err)
	}
	tl, err := newTimeline(s)
	if err != nil {
		t.Fatal(err)
	}
	normal := newPhiTable()
	var engine, world, habit float64
	n := 0
	for i, r := range results {
		shares := habits(dyads[i])
		for _, v := range hidden[i] {
			step, ok := tl.step(dayOf(v.Day))
			if !ok {
				continue
			}
			answer := Relative(v.State, v.Hub)
			m := v.Totals.margin(v.Hub)
			o := seen{bands: m.bands(answer, 1)}
			mass := r.Run().Mass
			row := make([]float64, mass.Grid.Points)
			o.likelihood(row, mass.Grid.values(), r.Run().Hypers[0].Sharpness, normal)
			p := 0.0
			for k, x := range mass.Steps[step] {
				p += float64(x) * row[k]
			}
			engine += math.Log(p)
			total := m.against + m.neutral + m.with + 1.5
			world += math.Log((map[Answer]float64{Against: m.against, Neutral: m.neutral, With: m.with}[answer] + .5) / total)
			habit += math.Log(shares(v.Day.Year()-1, answer))
			n++
		}
	}
	engine, world, habit = engine/float64(n), world/float64(n), habit/float64(n)
	t.Logf("%d held-out votes, mean log score: engine %.4f, world margin %.4f, own share of the year before %.4f", n, engine, world, habit)
	if n < 2000 || engine < world || engine < habit {
		t.Errorf("the engine does not beat both references on %d held-out votes", n)
	}
}

// habits is the state's smoothed share of an answer over a year's roll calls.
func habits(d Dyad) func(year int, a Answer) float64 {
	counts := map[int]map[Answer]float64{}
	for _, v := range d.Votes {
		y := v.Day.Year()
		if counts[y] == nil {
			counts[y] = map[Answer]float64{}
		}
		counts[y][Relative(v.State, v.Hub)]++
	}
	return func(year int, a Answer) float64 {
		c := counts[year]
		return (c[a] + .5) / (c[Against] + c[Neutral] + c[With] + 1.5)
	}
}

func spearman(x, y []float64) float64 {
	a, b := ranks(x), ranks(y)
	n, sum := float64(len(a)), 0.0
	var va, vb float64
	for i := range a {
		da, db := a[i]-(n+1)/2, b[i]-(n+1)/2
		sum += da * db
		va += da * da
		vb += db * db
	}
	return sum / math.Sqrt(va*vb)
}

func ranks(x []float64) []float64 {
	order := make([]int, len(x))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(x[a], x[b]) })
	out := make([]float64, len(x))
	for rank, i := range order {
		out[i] = float64(rank + 1)
	}
	return out
}
