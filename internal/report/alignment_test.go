package report

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"orrery/internal/app"
	"orrery/internal/testkit"
)

func known(x float64) *float64 { return &x }

var balkanRings = []app.Ring{{Name: "with", Label: "stands with Serbia", From: 4, To: 1}, {Name: "leaning-with", Label: "leans towards Serbia", From: 1, To: .33},
	{Name: "between", Label: "stands between", From: .33, To: -.33}, {Name: "leaning-against", Label: "leans away from Serbia", From: -.33, To: -1}, {Name: "against", Label: "stands against Serbia", From: -1, To: -4}}

var balkanRun = &app.RunHead{Ref: "run:R1", Model: "align", Version: "1.2.3", DataHash: strings.Repeat("ab", 32), DataAsOf: "2030-12-31", Settings: "by month", At: "2031-01-02T03:04:05Z", Trace: "align-run|SRB"}

func standing(code, name string, last app.Stand) app.Standing {
	last.At, last.Trace = "2030-12-31", "align|SRB|"+code
	return app.Standing{State: app.Named{Code: code, Name: name}, Last: last, Levels: "nxo", Seen: "2030-11-05", Trace: last.Trace,
		Path:   app.Path{Median: []float64{0, .2, last.Median}, Q05: []float64{-1, -.8, last.Q05}, Q25: []float64{-.5, -.2, last.Q25}, Q75: []float64{.5, .6, last.Q75}, Q95: []float64{1, 1.1, last.Q95}},
		Counts: []app.Figure{{Name: "votes", N: 12}, {Name: "reactions", N: 3}}, Jumps: []app.Jump{{At: "2030-06-30", P: .81}}}
}

func balkans() app.AlignmentView {
	shown := app.Ruling{OK: true}
	unsure := app.Ruling{Text: "direction not established", Why: "its probability is 0.51, below 0.90"}
	mne := standing("MNE", "Montenegro", app.Stand{Median: -1.2, Q05: -1.9, Q25: -1.5, Q75: -.9, Q95: -.5, SD: .4, Level: shown, Change: known(-.62), Rise: known(.03), Sign: -1, Direction: app.Ruling{OK: true, Text: "moving away"}})
	bih := standing("BIH", "Bosnia & Herzegovina", app.Stand{Median: 3.4, Q05: 2.7, Q25: 3.1, Q75: 3.7, Q95: 4, SD: .4, Level: app.Ruling{OK: true, Text: "at least", Why: "the interval reaches the end of the scale"}, Edge: "high", Direction: unsure})
	alb := standing("ALB", "Albania", app.Stand{Median: .4, Q05: -1, Q25: 0, Q75: .8, Q95: 1.8, SD: .9, Level: app.Ruling{Text: "not enough evidence", Why: "the posterior sd is 0.90, above 0.6"}, Direction: unsure})
	return app.AlignmentView{Hub: app.Named{Code: "SRB", Name: "Serbia"}, Sentence: app.Sentence{{Text: "Of 3 states 1 stands with Serbia."}}, Scale: balkanRings, Ends: []string{"2028-12-31", "2029-12-31", "2030-12-31"},
		Evidence: app.EvidenceChoice{Absence: "missing", Channels: []app.ChannelChoice{{Name: "votes", Label: "votes", On: true}, {Name: "reactions", Label: "reactions", On: true}, {Name: "events", Label: "events"}}},
		Run:      balkanRun, States: []app.Standing{alb, mne, bih}, Rival: &app.Named{Code: "HRV", Name: "Croatia"},
		Tilt:    []app.TiltRow{{State: app.Named{Code: "MNE", Name: "Montenegro"}, P: .02, Sign: -1, Verdict: app.Ruling{OK: true}, Trace: "align-tilt|SRB|HRV|MNE"}},
		Notices: []string{"The intervals are wide."}}
}

func dyad() app.DyadView {
	a := balkans()
	s := a.States[1]
	return app.DyadView{Hub: a.Hub, Evidence: a.Evidence, Run: a.Run, Scale: a.Scale, Ends: a.Ends, Standing: &s, At: "2030-12-31", Stand: &s.Last, Sentence: app.Sentence{{Text: "Montenegro stands against Serbia."}},
		Codings: []app.CodingPath{{Absence: "missing", Label: "absence as missing", Median: []float64{0, .2, -1.2}, N: 15}, {Absence: "own", Label: "absence as a step", Median: []float64{0, .1, -1.1}, N: 17}},
		Without: []app.ChannelPath{{Channel: "votes", Label: "without votes", Median: []float64{0, 0, -.2}, Share: -1}, {Channel: "reactions", Label: "without reactions", Median: []float64{0, .2, -1.3}, Share: .1}},
		Items:   []app.ItemWeight{{Key: "R/1", Kind: "vote", Title: "A bridge, =sum(1)", When: "2030-03-02", Hub: "no", State: "yes", Weight: -.21, Margin: true, Trace: "record|vote:R/1/MNE"}, {Key: "b", Kind: "reaction", Title: "A bridge falls", When: "2030-01-02", State: "against the hub", Weight: -.1, Trace: "cell|b|MNE"}}, ItemsN: 15,
		Joint:   []app.JointCell{{Hub: "no", State: "yes", N: 5}, {Hub: "no", State: "absent", N: 1}},
		Similar: &app.SimilarView{N: 11, Agreement: .545, S: .5, Kappa: known(.12), Trace: "align-similar|SRB|MNE"}, Drops: []app.DropCount{{Why: "absent", N: 2, Trace: "align-drop|SRB|MNE|0"}}}
}

func world() app.WorldView {
	return app.WorldView{High: app.Named{Code: "HRV", Name: "Croatia"}, Sentence: app.Sentence{{Text: "2 states stand on one scale."}}, Years: []int{2028, 2029, 2030}, Votes: 20, Calls: 10, Run: balkanRun,
		States: []app.WorldState{
			{State: app.Named{Code: "ALB", Name: "Albania"}, Median: []*float64{known(-1), nil, known(.5)}, Q05: []*float64{known(-2), nil, known(0)}, Q95: []*float64{known(0), nil, known(1)}, Votes: []int{3, 0, 4}, Trace: "world|ALB|2030"},
			{State: app.Named{Code: "HRV", Name: "Croatia"}, Median: []*float64{known(1), known(1.2), known(1.1)}, Q05: []*float64{known(.5), known(.6), known(.5)}, Q95: []*float64{known(2), known(2), known(2)}, Votes: []int{3, 4, 6}, Trace: "world|HRV|2030"}},
		Dropped: []app.DropCount{{Why: "unanimous", N: 1, Trace: "world-drop|0"}}, Notices: []string{"One dimension.", "Too narrow."}}
}

func ideal() app.IdealPoints {
	return app.IdealPoints{Version: "1.2.3", Method: "full", Settings: app.IdealSetting{Seed: 5, Chains: 2, BurnIn: 20, Sweeps: 100, MinVotes: 2, MinMinority: 1, Positive: []string{"Mara"}},
		Inputs: []app.IdealInput{{File: "votes.csv", SHA256: strings.Repeat("cd", 32), Bytes: 99, Rows: 8, Form: "long", Unit: "deputy", RollCall: "motion", Vote: "vote", Period: "year"}},
		Coding: app.IdealCoding{Categories: []string{"yes", "no"}, How: "by words"}, Units: []string{"Ana", "=Mara"}, Periods: []app.IdealPeriod{{Name: "2019", Time: 2019}, {Name: "2020", Time: 2020}}, Calls: 5, Votes: 8, Used: 7,
		Points: []app.IdealPoint{{Unit: 0, Period: 0, Votes: 2, Mean: -1, SD: .5, Q05: -1.8, Q10: -1.6, Median: -1, Q90: -.4, Q95: -.2, RHat: 1.01, ESS: 80}, {Unit: 0, Period: 1, Votes: 2, Mean: -.8, SD: .5, Q05: -1.6, Q10: -1.4, Median: -.8, Q90: -.2, Q95: 0, RHat: 1.02, ESS: 70},
			{Unit: 1, Period: 1, Votes: 3, Mean: 1, SD: .25, Q05: .5, Q10: .6, Median: 1, Q90: 1.3, Q95: 1.4, RHat: 1.01, ESS: 90}},
		Dropped: []app.IdealDrop{{Call: "Flag", Why: "unanimous: all 2 votes are \"yes\""}}, Run: app.IdealRun{Draws: 200, WorstRHat: 1.02, LowestESS: 70}, Notices: []string{"Positive is the side of Mara."}, Cautions: []string{"Run it longer."}}
}

// The tables as people get them, and the CSV as programs do.
func TestModelPagesAreGolden(t *testing.T) {
	for name, p := range map[string]Page{"alignment": Alignment(balkans()), "dyad": Dyad(dyad()), "world": World(world(), 0), "idealpoints": IdealPoints(ideal(), true)} {
		var text, table bytes.Buffer
		if err := errors.Join(p.Text(&text, 0), p.Data.CSV(&table)); err != nil {
			t.Fatal(err)
		}
		testkit.Golden(t, name+".txt", text.Bytes())
		testkit.Golden(t, name+".csv", table.Bytes())
		for _, tab := range append(p.Tables, p.Data) {
			for _, row := range tab.Rows {
				if len(row) != len(tab.Columns) {
					t.Errorf("%s: a row of %q has %d cells for %d columns: %q", name, tab.Title, len(row), len(tab.Columns), row)
				}
			}
		}
	}
}

// A number that may not be shown stands on no page and in no picture.
func TestWhatMayNotBeShownIsNotShown(t *testing.T) {
	v := balkans()
	v.States[0].Last.Median, v.States[0].Last.Q05, v.States[0].Last.Q95 = .4321, -1.1234, 1.5678
	var text bytes.Buffer
	if err := Alignment(v).Text(&text, 0); err != nil {
		t.Fatal(err)
	}
	for _, shown := range []string{text.String(), string(AlignmentChart(v))} {
		for _, no := range []string{"0.43", "-1.12", "1.57", "−1.12"} {
			if strings.Contains(shown, no) {
				t.Errorf("Albania's %s is shown, though its level may not be:\n%s", no, shown)
			}
		}
		if !strings.Contains(shown, "not enough evidence") {
			t.Error("nothing says that there is not enough evidence")
		}
	}
}

// Every picture is sound XML, carries what a copy needs, and lets nothing from outside become markup.
func TestPicturesCarryTheirReceipt(t *testing.T) {
	chart := func(b []byte, err error) []byte {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	odd := dyad()
	odd.Standing.State.Name = `<script>alert("x")</script>&`
	for name, c := range map[string]struct {
		svg  []byte
		want []string
	}{
		"alignment.svg":   {AlignmentChart(balkans()), []string{"Alignment with Serbia, 2030-12-31", "n = 45 observations", "1.2.3", balkanRun.DataHash, "Bosnia &amp; Herzegovina", "as of 2030-12-31", "median a year before", "arrow"}},
		"dyad.svg":        {DyadChart(dyad()), []string{"Montenegro and Serbia", "n = 15 observations", "1.2.3", balkanRun.DataHash, "jump 2030-06", "blank: not enough evidence"}},
		"world.svg":       {chart(WorldChart(world(), 0, nil)), []string{"ideal points, 2030", "n = 20 votes on 10 roll calls", "no distance from any hub", balkanRun.DataHash, "Too narrow."}},
		"worldpaths.svg":  {chart(WorldChart(world(), 0, []string{"ALB", "hrv"})), []string{"by year", "Albania", "Croatia", balkanRun.DataHash}},
		"idealpoints.svg": {chart(IdealChart(ideal(), nil)), []string{"Where they stand, 2020", "votes.csv (sha256 cdcdcdcdcdcdcdcd…)", "seed 5", "Run it longer.", "1.2.3"}},
		"idealpaths.svg":  {chart(IdealChart(ideal(), []string{"Ana"})), []string{"Positions by period", "Ana"}},
		"odd.svg":         {DyadChart(odd), []string{"&lt;script&gt;"}},
	} {
		testkit.Golden(t, name, c.svg)
		for dec := xml.NewDecoder(bytes.NewReader(c.svg)); ; {
			if _, err := dec.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s is not XML: %v", name, err)
			}
		}
		flat := strings.ReplaceAll(strings.ReplaceAll(string(c.svg), "</text>\n", " "), "\n", " ")
		for _, w := range c.want {
			if !strings.Contains(flat, w) {
				t.Errorf("%s does not say %q", name, w)
			}
		}
		if bytes.Contains(c.svg, []byte("<script")) || bytes.Contains(c.svg, []byte("NaN")) || bytes.Contains(c.svg, []byte("Inf")) {
			t.Errorf("%s holds a script or a number that is none", name)
		}
	}
	for _, err := range []error{second(IdealChart(ideal(), []string{"Ivo"})), second(WorldChart(world(), 0, []string{"XXX"})), second(WorldChart(world(), 1999, nil))} {
		if err == nil {
			t.Error("a picture of what is not there is drawn")
		}
	}
}

func second(_ []byte, err error) error { return err }
