package app_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"orrery/internal/app"
	"orrery/internal/testkit"
)

// session is a table of votes in which unit i says yes to the roll calls below its number, more or less.
func session(years ...int) string {
	var b strings.Builder
	b.WriteString("legislator,year,rollcall,vote\n")
	rng := testkit.Rand(7)
	for _, y := range years {
		for c := range 30 {
			for u := range 20 {
				vote := "no"
				if float64(u)+rng.NormFloat64()*3 > float64(c%10)*2 {
					vote = "yes"
				}
				fmt.Fprintf(&b, "u%02d,%d,%d-%d,%s\n", u, y, y, c, vote)
			}
		}
	}
	return b.String()
}

func estimate(t *testing.T, text string, q app.RollCallQuestion) app.IdealPoints {
	t.Helper()
	return must(app.EstimateRollCalls(t.Context(), []app.RollCallFile{{Name: "s.csv", In: strings.NewReader(text)}}, q))(t)
}

func TestIdealPointsOfATable(t *testing.T) {
	text := session(2001, 2002, 2003)
	v := estimate(t, text, app.RollCallQuestion{Seed: 3, Sweeps: 100, Positive: []string{"u19"}})
	if len(v.Units) != 20 || len(v.Periods) != 3 || len(v.Points) != 60 || v.Votes != 1800 || v.Used+20*len(v.Dropped) != 1800 || v.Calls != 90 {
		t.Fatalf("%d units, %d periods, %d points, %d votes, %d used, %d dropped", len(v.Units), len(v.Periods), len(v.Points), v.Votes, v.Used, len(v.Dropped))
	}
	sum := sha256.Sum256([]byte(text))
	if in := v.Inputs[0]; in.SHA256 != hex.EncodeToString(sum[:]) || in.Bytes != int64(len(text)) || in.Rows != 1800 {
		t.Errorf("the receipt of the file is %+v", in)
	}
	up := 0
	for _, p := range v.Points {
		if !(p.Q05 <= p.Q10 && p.Q10 <= p.Median && p.Median <= p.Q90 && p.Q90 <= p.Q95) || !(p.SD > 0) {
			t.Errorf("%s: %+v is not in order", v.Units[p.Unit], p)
		}
		if (p.Mean > 0) == (v.Units[p.Unit] >= "u10") {
			up++
		}
	}
	if up < 50 {
		t.Errorf("only %d of 60 points lie on the side on which they were made", up)
	}
	again := estimate(t, text, app.RollCallQuestion{Seed: 3, Sweeps: 100, Positive: []string{"u19"}})
	if a, b := must(json.Marshal(v))(t), must(json.Marshal(again))(t); !bytes.Equal(a, b) {
		t.Error("the same file, settings and seed gave other numbers")
	}
}

func TestThePublishedStartIsTakenWhereItsStatesVote(t *testing.T) {
	text := strings.NewReplacer("u19", "USA", "u18", "CAN", "u17", "GBR", "u16", "ISR", "u00", "RUS", "u01", "DDR").Replace(session(2001, 2002))
	v := estimate(t, text, app.RollCallQuestion{BSVCompat: true, Sweeps: 40, Seed: 1})
	if v.Settings.Anchors != "USA=3,CAN=3,GBR=3,ISR=3,RUS=-2,DDR=-2" || v.Settings.BurnIn != 13 {
		t.Errorf("settings %+v", v.Settings)
	}
	if v := estimate(t, session(2001, 2002), app.RollCallQuestion{BSVCompat: true, Sweeps: 40, Anchors: "u19=2,u00=-1.5"}); v.Settings.Anchors != "u19=2,u00=-1.5" {
		t.Errorf("settings %+v", v.Settings)
	}
	if v := estimate(t, session(2001), app.RollCallQuestion{Sweeps: 40}); v.Settings.Anchors != "" {
		t.Errorf("without --bsv-compat: %+v", v.Settings)
	}
}

func TestPackedTablesAreTheSame(t *testing.T) {
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	if _, err := z.Write([]byte(session(2001))); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(packed.Bytes())
	plain, fromZip := estimate(t, session(2001), app.RollCallQuestion{Method: "fast"}), estimate(t, packed.String(), app.RollCallQuestion{Method: "fast"})
	if fromZip.Inputs[0].SHA256 != hex.EncodeToString(sum[:]) {
		t.Error("the hash is not that of the packed file")
	}
	for i := range plain.Points {
		if plain.Points[i] != fromZip.Points[i] {
			t.Fatalf("point %d: %+v and %+v", i, plain.Points[i], fromZip.Points[i])
		}
	}
}

func TestAnUpdatePlacesOldUnitsByNewRollCalls(t *testing.T) {
	fitted := estimate(t, session(2001, 2002), app.RollCallQuestion{Method: "fast", Positive: []string{"u19"}})
	packed := must(json.Marshal(fitted))(t)
	read := must(app.ReadIdealPoints("fitted.json", bytes.NewReader(packed)))(t)
	v := estimate(t, session(2003), app.RollCallQuestion{Fitted: &read})
	if v.Method != "update" || len(v.Periods) != 1 || len(v.Points) != 20 {
		t.Fatalf("%s: %d periods, %d points", v.Method, len(v.Periods), len(v.Points))
	}
	old := map[string]float64{}
	for _, p := range fitted.Points {
		old[fitted.Units[p.Unit]] = p.Mean
	}
	for _, p := range v.Points {
		if d := math.Abs(p.Mean - old[v.Units[p.Unit]]); d > 1 {
			t.Errorf("%s went from %.2f to %.2f", v.Units[p.Unit], old[v.Units[p.Unit]], p.Mean)
		}
	}
	// Votes that are not on the scale of the fitted answer are refused.
	odd := strings.ReplaceAll(session(2003), ",no", ",abstain")
	if _, err := app.EstimateRollCalls(t.Context(), []app.RollCallFile{{Name: "s.csv", In: strings.NewReader(odd)}}, app.RollCallQuestion{Fitted: &read}); err == nil || !strings.Contains(err.Error(), "not on the scale") {
		t.Errorf("abstentions on a scale of yes and no: %v", err)
	}
	for _, text := range []string{"", "{}", "[]", `{"points":[{"unit":9,"period":0,"sd":1}],"periods":[{"name":"1","time":1}],"items":[{}],"coding":{"categories":["a","b"]}}`} {
		if _, err := app.ReadIdealPoints("f.json", strings.NewReader(text)); err == nil || !strings.Contains(err.Error(), "f.json: ") {
			t.Errorf("%q is read: %v", text, err)
		}
	}
}

func TestFilesOfTheUnitedNationsGoThroughTheirOwnReader(t *testing.T) {
	f, err := os.Open(filepath.Join(testkit.Repo(t), "internal", "dataset", "unga", "testdata", "library2026.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	v := must(app.EstimateRollCalls(t.Context(), []app.RollCallFile{{Name: "library2026.csv", In: f}}, app.RollCallQuestion{Method: "fast"}))(t)
	if !strings.Contains(v.Inputs[0].Form, "UN Digital Library") || v.Inputs[0].Period != "year" || v.Missing == 0 {
		t.Errorf("read as %+v with %d missing", v.Inputs[0], v.Missing)
	}
}

func TestMistakesAndCtrlC(t *testing.T) {
	for _, c := range []struct {
		text string
		q    app.RollCallQuestion
		want string
	}{
		{session(2001), app.RollCallQuestion{Method: "best"}, "use full or fast"},
		{session(2001), app.RollCallQuestion{Positive: []string{"u1"}}, "nobody who votes is called \"u1\""},
		{session(2001), app.RollCallQuestion{VoteMap: "yes"}, "--vote-map"},
		{session(2001), app.RollCallQuestion{Chains: -1}, "chains is -1"},
		{session(2001), app.RollCallQuestion{Anchors: "u01=1"}, "use it with --bsv-compat"},
		{session(2001), app.RollCallQuestion{BSVCompat: true, Anchors: "u01"}, "write them like USA=3"},
		{"unit,rollcall,vote\n", app.RollCallQuestion{}, "there are no votes"},
		{"unit,rollcall,vote\na,1,yes\nb,1,yes\na,2,no\nb,2,no\n", app.RollCallQuestion{}, "none of 2 roll calls divides the voters"},
		{"\x1f\x8bxx", app.RollCallQuestion{}, "s.csv:1:1: the file begins like gzip"},
	} {
		_, err := app.EstimateRollCalls(t.Context(), []app.RollCallFile{{Name: "s.csv", In: strings.NewReader(c.text)}}, c.q)
		if own, ok := app.Explain(err); err == nil || !ok || own.Code != app.Malformed || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%.30q %+v: %v, want %q", c.text, c.q, err, c.want)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	q := app.RollCallQuestion{Sweeps: 1_000_000, Progress: func(what string, done, _ int64) {
		if what == "Sweeping" && done > 3 {
			cancel()
		}
	}}
	if _, err := app.EstimateRollCalls(ctx, []app.RollCallFile{{Name: "s.csv", In: strings.NewReader(session(2001))}}, q); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
}
