package align

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A stored result must say what the computed one said: to the last digit of every field, weight, verdict and tilt.
func TestResultSurvivesJSON(t *testing.T) {
	for _, coding := range Codings() {
		s := over(4)
		s.Coding = coding
		d := invented(15, 4, 20, wave)
		d.Lenses = []Lens{{"no library", []string{"library"}}}
		r := fit(t, d, s)
		back := stored(t, r)
		if diff := cmp.Diff(r, back); diff != "" {
			t.Errorf("%v: stored and read again (- before, + after):\n%.2000s", coding, diff)
		}
		if diff := cmp.Diff(r.WeightsAt(7), back.WeightsAt(7)); diff != "" {
			t.Errorf("weights:\n%.1000s", diff)
		}
		d.Hub = "OTHER"
		for i := range d.Votes {
			d.Votes[i].Hub = No
		}
		other := fit(t, d, s)
		for step := range r.Ends {
			p, sign, v, err := Tilt(r, other, step)
			q, again, w, failed := Tilt(back, stored(t, other), step)
			if err != nil || failed != nil || p != q || sign != again || v != w {
				t.Fatalf("%v, step %d: tilt %v %d %+v %v, stored %v %d %+v %v", coding, step, p, sign, v, err, q, again, w, failed)
			}
			s1, v1 := r.Direction(step)
			s2, v2 := back.Direction(step)
			if s1 != s2 || v1 != v2 || r.Level(step) != back.Level(step) {
				t.Fatalf("%v, step %d: another verdict after storing", coding, step)
			}
		}
	}
}

// What a stored result takes, printed for docs/methods/alignment.md; bounded so that a field that swells is noticed.
func TestStoredResultIsSmall(t *testing.T) {
	for name, c := range map[string]struct{ votes, most int }{"the casebook's shape": {160, 300_000}, "the full roll calls' shape": {2500, 700_000}} {
		d, s := product(c.votes)
		r := fit(t, d, s)
		b, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		mass, err := json.Marshal(r.Run().Mass)
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%s: %d bytes as JSON, of these %d distributions", name, len(b), len(mass))
		if len(b) > c.most {
			t.Errorf("%s: %d bytes as JSON, more than %d", name, len(b), c.most)
		}
	}
}

func stored(t *testing.T, r *Result) *Result {
	t.Helper()
	b, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	var back Result
	if err := json.Unmarshal(b, &back); err != nil {
		t.Fatal(err)
	}
	return &back
}

// Mass is kept to 65535ths: a step still sums to one and its distribution function is nowhere off by more than one of them.
func TestMassIsRoundedAlongItsDistribution(t *testing.T) {
	g := DefaultGrid()
	for _, sd := range []float64{.03, .2, 1} {
		mass := g.normal(.7, sd)
		row := thin(mass, massBy)
		sum, exact := 0.0, 0.0
		for c, x := range row {
			sum += float64(x)
			for k := max(0, (c-1)*massBy); k <= min(c*massBy+massBy-1, len(mass)-1); k++ { // hats of this point
				exact += mass[k] * math.Max(0, 1-math.Abs(float64(k-c*massBy))/massBy)
			}
			if math.Abs(sum-exact) > 1.01/whole {
				t.Fatalf("sd %g: distribution function %.7f, want %.7f", sd, sum, exact)
			}
		}
		if math.Abs(sum-1) > 1e-6 {
			t.Errorf("sd %g: a step sums to %.9f", sd, sum)
		}
	}
}

func TestSpoiledMassIsAnError(t *testing.T) {
	r := fit(t, Dyad{State: "AAA", Hub: "HUB"}, over(2))
	good, err := json.Marshal(r.Run().Mass)
	if err != nil {
		t.Fatal(err)
	}
	for name, spoil := range map[string]func(string) string{
		"cut short":         func(s string) string { i := strings.Index(s, `"Data":"`) + 8; return s[:i] + s[i+400:] },
		"too many steps":    func(s string) string { return strings.Replace(s, `"Steps":24`, `"Steps":25`, 1) },
		"too few steps":     func(s string) string { return strings.Replace(s, `"Steps":24`, `"Steps":23`, 1) },
		"negative steps":    func(s string) string { return strings.Replace(s, `"Steps":24`, `"Steps":-1`, 1) },
		"smaller grid":      func(s string) string { return strings.Replace(s, `"Points":101`, `"Points":20`, 1) },
		"impossible grid":   func(s string) string { return strings.Replace(s, `"Points":101`, `"Points":-1`, 1) },
		"not base64":        func(s string) string { return strings.Replace(s, `"Data":"`, `"Data":"*`, 1) },
		"another structure": func(string) string { return `[1]` },
	} {
		text := spoil(string(good))
		if text == string(good) {
			t.Fatalf("%s: nothing was spoiled", name)
		}
		var m Mass
		if err := json.Unmarshal([]byte(text), &m); err == nil {
			t.Errorf("%s: read without an error", name)
		}
	}
	for _, text := range []string{`[1,2]`, `{"Mean":1}`, `[0,0,0,0,0,0,0,0,0,0,"yesterday"]`, `[0,0,0,0,0,0,0,0,0,0,"",1]`} {
		var p Point
		if err := json.Unmarshal([]byte(text), &p); err == nil {
			t.Errorf("point %s: read without an error", text)
		}
	}
}
