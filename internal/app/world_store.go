package app

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"time"

	"orrery/internal/store"
	"orrery/ledger"
)

// worldSettings stand in the run's record.
type worldSettings struct {
	Code     string `json:"code"`
	Method   string `json:"method"`
	Positive string `json:"positive"`
	Seq      int64  `json:"seq"` // of the newest revision when the votes began to be read
}

// mostChanges is how many revisions are looked through before the votes are rather read again.
const mostChanges = 1000

// votesSince reports whether a vote, or what chooses the positive side, may have changed since a place in the ledger's chain.
// It spares reading a million votes after every edit of something else. Places are compared and not times: a vote may be written
// in the very moment in which the others are read, or by a clock that went back.
func (r *reading) votesSince(seq int64) (bool, error) {
	head, _, err := r.app.Head(r.ctx)
	if err != nil || head == seq {
		return err != nil, err
	}
	if seq <= 0 || head < seq || head-seq > mostChanges {
		return true, nil
	}
	newer, err := r.app.store.Changes(r.ctx, time.Time{}, time.Time{}, int(head-seq))
	if err != nil || len(newer) == 0 || newer[len(newer)-1].Seq > seq+1 { // more was written meanwhile
		return true, err
	}
	return slices.ContainsFunc(newer, func(rec ledger.Record) bool { return rec.Kind == ledger.KindVote || rec.Kind == ledger.KindRegion }), nil
}

// largestWorld is more than any run of ours takes unpacked.
const largestWorld = 256 << 20

// storedWorld finds the newest run that is right. Whatever of an older program cannot be read is passed over.
func (r *reading) storedWorld(right func(s worldSettings, hash string) (bool, error)) (*worldRun, error) {
	rows, err := store.Rows[*ledger.Run](r.ctx, r.app.store, store.Query{Order: store.ByLedgerDesc})
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		var s worldSettings
		if row.Noun.Model != worldModel || json.Unmarshal(row.Noun.Settings, &s) != nil || s.Code != worldCode {
			continue
		}
		if ok, err := right(s, row.Noun.DataHash); err != nil {
			return nil, err
		} else if !ok {
			continue
		}
		run, err := r.unpackWorld(row.Noun.ResultHash)
		if err != nil {
			return nil, fmt.Errorf("reading %s: %w", row.Ref(), err)
		}
		run.hash, run.ref, run.version, run.at, run.newest = row.Noun.DataHash, row.Ref(), row.Noun.CodeVersion, row.At.UTC(), row.Noun.DataAsOf.String()
		return run, nil
	}
	return nil, nil
}

func (r *reading) unpackWorld(hash string) (*worldRun, error) {
	packed, err := r.app.store.Snapshot(r.ctx, hash)
	if err != nil {
		return nil, err
	}
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	run := &worldRun{}
	return run, json.NewDecoder(io.LimitReader(z, largestWorld)).Decode(run)
}

// storeWorld writes a run into the ledger.
func (r *reading) storeWorld(run *worldRun) error {
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	if err := json.NewEncoder(z).Encode(run); err != nil {
		return err
	}
	if err := z.Close(); err != nil {
		return err
	}
	settings, err := json.Marshal(worldSettings{worldCode, "fast", run.Anchor, run.seq})
	if err != nil {
		return err
	}
	diagnostics, err := json.Marshal(map[string]any{"rounds": run.Rounds, "converged": run.Converged, "walk_var": run.WalkVar, "votes": run.Used, "dropped": run.dropped()})
	if err != nil {
		return err
	}
	newest, err := ledger.ParseDate(run.newest)
	if err != nil {
		return err
	}
	rec, err := r.app.store.PutRun(context.WithoutCancel(r.ctx), r.app.who, ledger.Run{Model: worldModel, CodeVersion: run.version, Settings: settings, DataHash: run.hash, DataAsOf: newest, Diagnostics: diagnostics}, packed.Bytes())
	if err != nil {
		return err
	}
	run.ref, run.at = rec.Ref(), rec.At.UTC()
	return nil
}

func (v *worldRun) dropped() (n int) {
	for _, d := range v.Drops {
		n += len(d.Calls)
	}
	return n
}
