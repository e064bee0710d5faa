package app

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"io"

	"orrery/internal/store"
	"orrery/ledger"
	"orrery/model/align"
)

// alignModel names the model in runs.
const alignModel = "align"

// storedDyad is one dyad of a run as the ledger keeps it: gzip of a JSON list of these.
type storedDyad struct {
	Hash   string        `json:"hash"`
	Result *align.Result `json:"result"`
}

// largestRun bounds, in bytes, what a stored run may unpack to.
const largestRun = 64 << 20

// storedRun fills a run from the ledger. whole is false when only some dyads, or none,
// are there as they are wanted; known holds those.
func (r *reading) storedRun(run *alignRun, known map[string]*align.Result) (whole bool, err error) {
	rows, err := store.Rows[*ledger.Run](r.ctx, r.app.store, store.Query{Order: store.ByLedgerDesc,
		Party: []store.PartyIs{{Roles: []ledger.Role{ledger.RoleHub}, Keys: []string{run.data.hub}}}})
	if err != nil {
		return false, err
	}
	newest := true
	for _, row := range rows {
		same := row.Noun.DataHash == run.hash
		if row.Noun.Model != alignModel || !same && !newest {
			continue
		}
		newest = false
		dyads, err := r.unpackRun(row.Noun.ResultHash)
		if err != nil && !same {
			continue // it would only have spared some work
		}
		if err != nil {
			return false, fmt.Errorf("reading %s: %w", row.Ref(), err)
		}
		for _, d := range dyads {
			known[d.Hash] = d.Result
		}
		if !same {
			continue
		}
		for i, h := range run.hashes {
			if run.results[i] = known[h]; run.results[i] == nil {
				return false, fmt.Errorf("reading %s: it lacks %s; `orrery verify` checks the ledger", row.Ref(), run.data.dyads[i].State)
			}
		}
		run.ref, run.at, run.version = row.Ref(), row.At.UTC(), row.Noun.CodeVersion
		return true, nil
	}
	return false, nil
}

func (r *reading) unpackRun(hash string) ([]storedDyad, error) {
	packed, err := r.app.store.Snapshot(r.ctx, hash)
	if err != nil {
		return nil, err
	}
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	text, err := io.ReadAll(io.LimitReader(z, largestRun))
	if err != nil {
		return nil, err
	}
	var dyads []storedDyad
	if err := json.Unmarshal(text, &dyads); err != nil {
		return nil, err
	}
	for _, d := range dyads {
		if d.Result == nil {
			return nil, fmt.Errorf("a dyad without its result")
		}
	}
	return dyads, nil
}

// storeRun writes a run into the ledger. Whoever gave up waiting does not hinder it: the work is done.
func (r *reading) storeRun(run *alignRun) error {
	dyads := make([]storedDyad, len(run.results))
	for i, res := range run.results {
		dyads[i] = storedDyad{run.hashes[i], res}
	}
	text, err := json.Marshal(dyads)
	if err != nil {
		return err
	}
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	if _, err := z.Write(text); err != nil {
		return err
	}
	if err := z.Close(); err != nil {
		return err
	}
	settings, err := json.Marshal(struct {
		Code string
		align.Settings
	}{alignCode, run.data.settles})
	if err != nil {
		return err
	}
	rec, err := r.app.store.PutRun(context.WithoutCancel(r.ctx), r.app.who, ledger.Run{Model: alignModel, CodeVersion: r.app.version, Settings: settings, Hub: run.data.hub,
		DataHash: run.hash, DataAsOf: run.data.span.to.Date()}, packed.Bytes())
	if err != nil {
		return fmt.Errorf("keeping the alignment with %s: %w", run.data.hub, err)
	}
	run.ref, run.at = rec.Ref(), rec.At.UTC()
	return nil
}
