package app

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"time"

	"orrery/internal/store"
	"orrery/ledger"
	"orrery/model/coincide"
)

// gridModel names the model in runs.
const gridModel = "coincide-grid"

// gridSummary is what a list of runs needs, kept beside the result.
type gridSummary struct {
	Set       string      `json:"set"`
	Tests     int         `json:"tests"`
	Testable  int         `json:"testable"`
	Survivors []GridCount `json:"survivors"`
}

// gridRan is a screen that the ledger keeps.
type gridRan struct {
	row      store.Row[*ledger.Run]
	settings gridSettings
	summary  gridSummary
}

// gridRuns are the screens of a set (of every set for ""), the newest first. They are read as of now also when a question looks back, as
// the runs of rules are: what was looked at cannot be unseen.
func (r *reading) gridRuns(set string) ([]gridRan, error) {
	rows, err := store.Rows[*ledger.Run](r.ctx, r.app.store, store.Query{Order: store.ByLedgerDesc})
	if err != nil {
		return nil, err
	}
	var out []gridRan
	for _, row := range rows {
		ran := gridRan{row: row}
		if row.Noun.Model == gridModel && json.Unmarshal(row.Noun.Settings, &ran.settings) == nil && json.Unmarshal(row.Noun.Diagnostics, &ran.summary) == nil &&
			(set == "" || ran.summary.Set == set) {
			out = append(out, ran)
		}
	}
	return out, nil
}

// told says in a sentence that a set was screened, for whoever runs a rule on it or screens it again.
func (g gridRan) told() string {
	return fmt.Sprintf("A screen of %s was run on %s on %s: a rule that was found there must be tested on other days.", counted(g.summary.Tests, "test", "tests"), g.summary.Set,
		longDay(g.row.At.UTC().Format(time.DateOnly)))
}

// screenedBefore says that a set was screened in another way already; "" when not.
func (r *reading) screenedBefore(set string) (string, error) {
	runs, err := r.gridRuns(set)
	if err != nil || len(runs) == 0 {
		return "", err
	}
	return fmt.Sprintf("This is not the first screen of %s: %s with other settings or reports %s kept, and no correction here counts their tests. The last one: %s",
		set, counted(len(runs), "other", "others"), plural(len(runs), "is", "are"), runs[0].told()), nil
}

// seal makes the hash of all that the tests depend on beside the settings.
func (g *grid) seal() {
	h := sha256.New()
	write := func(list []coincide.Day) {
		_ = binary.Write(h, binary.LittleEndian, int64(len(list))) // a hash takes everything
		_ = binary.Write(h, binary.LittleEndian, list)
	}
	for _, d := range g.dyads {
		fmt.Fprintf(h, "%s %s %v\n", d.hub, d.state, g.watches[d.watch])
		for i := range gridTypes {
			write(d.steps.days[i])
			write(d.answers.days[i])
		}
	}
	if g.Engine.Strata == coincide.ByAttention {
		_ = binary.Write(h, binary.LittleEndian, g.perDay.From)
		_ = binary.Write(h, binary.LittleEndian, g.perDay.Reports)
	}
	g.hash = hex.EncodeToString(h.Sum(nil))
}

// keptGrid finds the run of the same ask on the same reports; nil when there is none.
func (r *reading) keptGrid(g *grid) (*GridView, error) {
	settings, err := json.Marshal(g.gridSettings)
	if err != nil {
		return nil, err
	}
	runs, err := r.gridRuns(g.Set)
	if err != nil {
		return nil, err
	}
	for _, ran := range runs {
		if n := ran.row.Noun; n.DataHash == g.hash && string(n.Settings) == string(settings) {
			v, err := r.unpackGrid(n.ResultHash)
			if err != nil {
				return nil, fmt.Errorf("reading %s: %w", ran.row.Ref(), err)
			}
			v.Receipt, v.Trace = gridReceipt(ran.row.Record, n, g.Code), recordTrace(ran.row.Ref())
			return &v, nil
		}
	}
	return nil, nil
}

func (r *reading) unpackGrid(hash string) (v GridView, err error) {
	packed, err := r.app.store.Snapshot(r.ctx, hash)
	if err != nil {
		return v, err
	}
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return v, err
	}
	text, err := io.ReadAll(io.LimitReader(z, largestRule))
	if err != nil {
		return v, err
	}
	return v, json.Unmarshal(text, &v)
}

// keepGrid writes a screen into the ledger, whatever came of it.
func (r *reading) keepGrid(g *grid, v GridView) (GridView, error) {
	before, err := r.screenedBefore(g.Set)
	if err != nil {
		return v, err
	}
	if before != "" {
		v.Notes = append(v.Notes, before)
	}
	text, err := json.Marshal(v)
	if err != nil {
		return v, err
	}
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	if _, err := z.Write(text); err != nil {
		return v, err
	}
	if err := z.Close(); err != nil {
		return v, err
	}
	settings, err := json.Marshal(g.gridSettings)
	if err != nil {
		return v, err
	}
	summary, err := json.Marshal(gridSummary{Set: g.Set, Tests: v.Tests, Testable: v.Testable, Survivors: v.Survivors})
	if err != nil {
		return v, err
	}
	run := ledger.Run{Model: gridModel, CodeVersion: r.app.version, Settings: settings, Seed: g.Engine.Seed, DataHash: g.hash, DataAsOf: g.last.Date(), Diagnostics: summary}
	rec, err := r.app.store.PutRun(r.ctx, r.app.who, run, packed.Bytes())
	if err != nil {
		return v, fmt.Errorf("keeping the screen of %s: %w", g.Set, err)
	}
	v.Receipt, v.Trace = gridReceipt(rec, &run, g.Code), recordTrace(rec.Ref())
	return v, nil
}

func gridReceipt(rec ledger.Record, n *ledger.Run, code string) RuleReceipt {
	return RuleReceipt{Ref: rec.Ref(), At: stamp(rec.At), Version: n.CodeVersion, Code: code, Seed: n.Seed, DataHash: n.DataHash, DataAsOf: n.DataAsOf.String()}
}
