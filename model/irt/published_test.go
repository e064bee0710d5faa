package irt

import (
	"compress/gzip"
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"testing"
)

// shared opens a table of the shared folder of published data, which is never part of this repository.
func shared(t testing.TB, name string) ([][]string, map[string]int) {
	t.Helper()
	root := os.Getenv("ORRERY_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "..", "shared")
	}
	f, err := os.Open(filepath.Join(root, "data", name))
	if err != nil {
		t.Skipf("needs ../shared (or ORRERY_SHARED): %s", name)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	r := csv.NewReader(z)
	r.ReuseRecord = false
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	col := map[string]int{}
	for i, h := range rows[0] {
		col[h] = i
	}
	return rows[1:], col
}

func number(t testing.TB, s string) float64 {
	x, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// unga is the sample behind the published April 2020 series.
func unga(t testing.TB) *Table {
	rows, col := shared(t, "unga_estimation_sample_1946_2019.csv.gz")
	b := NewBuilder(3)
	seen := map[string]bool{}
	for _, r := range rows {
		seen[r[col["session"]]] = true
	}
	var sessions []int
	for s := range seen {
		sessions = append(sessions, int(number(t, s)))
	}
	sort.Ints(sessions)
	for _, s := range sessions {
		b.Period(strconv.Itoa(s), float64(s))
	}
	for _, r := range rows {
		v, err := strconv.Atoi(r[col["vote"]])
		if err != nil {
			t.Fatal(err)
		}
		if err := b.Vote(r[col["ccode"]], r[col["rcid"]], r[col["rcidL"]], r[col["session"]], v-1); err != nil {
			t.Fatal(err)
		}
	}
	return b.Table()
}

// publishedAnchors are where the published program starts the United States, Canada, Britain, Israel, Russia and East Germany.
var publishedAnchors = []Anchor{{"2", 3}, {"20", 3}, {"200", 3}, {"666", 3}, {"365", -2}, {"265", -2}}

type published struct {
	unit, session []string
	mean, lo, hi  []float64
}

func ungaPublished(t testing.TB) published {
	rows, col := shared(t, "idealpoints_apr2020.csv.gz")
	var p published
	for _, r := range rows {
		p.unit = append(p.unit, r[col["ccode"]])
		p.session = append(p.session, r[col["session"]])
		p.mean = append(p.mean, number(t, r[col["idealpoint"]]))
		p.lo = append(p.lo, number(t, r[col["q5"]]))
		p.hi = append(p.hi, number(t, r[col["q95"]]))
	}
	return p
}

// A likeness is how near a run comes to a published series, in the five ways that matter.
type likeness struct {
	pearson, within, country, d1, rmse, sd float64
	scale                                  float64 // sd of log ratio of sessions' spread
	inside                                 float64 // share of published means inside our 90 % intervals
}

// brief is all of it in one cell of a table: pearson, within session, within country, first differences, then the rest.
func (l likeness) brief() string {
	return fmt.Sprintf("%.3f / %.3f / %.3f / %.3f, RMSE %.3f, sd ratio %.2f, in 90 %% intervals %.2f, spread of sessions' log scale %.3f", l.pearson, l.within, l.country, l.d1, l.rmse, l.sd, l.inside, l.scale)
}

func compare(r *Result, pub published) likeness {
	tab := r.problem.table
	unit, session := map[string]int{}, map[string]int{}
	for i, u := range tab.Units {
		unit[u] = i
	}
	for i, s := range tab.Periods {
		session[s.Name] = i
	}
	var x, y, ratio []float64
	bySession, byUnit := map[int][2][]float64{}, map[int][2][]float64{}
	inside := 0.0
	for i := range pub.mean {
		u, ok := unit[pub.unit[i]]
		s, ok2 := session[pub.session[i]]
		if !ok || !ok2 {
			continue
		}
		pt, ok := r.At(u, s)
		if !ok {
			continue
		}
		x, y = append(x, pt.Mean), append(y, pub.mean[i])
		ratio = append(ratio, (pt.Q95-pt.Q05)/(pub.hi[i]-pub.lo[i]))
		if pub.mean[i] > pt.Q05 && pub.mean[i] < pt.Q95 {
			inside++
		}
		a := bySession[s]
		a[0], a[1] = append(a[0], pt.Mean), append(a[1], pub.mean[i])
		bySession[s] = a
		a = byUnit[u] // the published rows are in order of unit and session
		a[0], a[1] = append(a[0], pt.Mean), append(a[1], pub.mean[i])
		byUnit[u] = a
	}
	l := likeness{pearson: pearson(x, y), inside: inside / float64(len(x))}
	var within, scales, cx, cy, dx, dy []float64
	for _, a := range bySession {
		within = append(within, pearson(a[0], a[1]))
		scales = append(scales, math.Log(sdOf(a[0])/sdOf(a[1])))
	}
	for _, a := range byUnit {
		m0, m1 := meanOf(a[0]), meanOf(a[1])
		for i := range a[0] {
			cx, cy = append(cx, a[0][i]-m0), append(cy, a[1][i]-m1)
			if i > 0 {
				dx, dy = append(dx, a[0][i]-a[0][i-1]), append(dy, a[1][i]-a[1][i-1])
			}
		}
	}
	ss := 0.0
	for i := range x {
		ss += (x[i] - y[i]) * (x[i] - y[i])
	}
	l.rmse = math.Sqrt(ss / float64(len(x)))
	sort.Float64s(within)
	sort.Float64s(ratio)
	l.within, l.sd, l.scale = within[len(within)/2], ratio[len(ratio)/2], sdOf(scales)
	l.country, l.d1 = pearson(cx, cy), pearson(dx, dy)
	return l
}

func sdOf(x []float64) float64 {
	_, sd := spread(x)
	return sd
}

func pearson(x, y []float64) float64 {
	mx, my := meanOf(x), meanOf(y)
	var xy, xx, yy float64
	for i := range x {
		xy += (x[i] - mx) * (y[i] - my)
		xx += (x[i] - mx) * (x[i] - mx)
		yy += (y[i] - my) * (y[i] - my)
	}
	return xy / math.Sqrt(xx*yy)
}
