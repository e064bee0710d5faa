package storetest

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"orrery/internal/store"
	"orrery/ledger"
)

func testRunResult(t *testing.T, b bench) {
	run, result := ledger.Run{Model: "align", CodeVersion: "1", DataHash: "h", Hub: "RUS", Seed: 7}, []byte("medians")
	rec, err := b.PutRun(ctx, "ada", run, result)
	if err != nil {
		t.Fatal(err)
	}
	stored := rec.Body.(*ledger.Run)
	if rec.Status != ledger.Accepted || rec.Coder.Kind != ledger.CoderModel || stored.ResultHash != ledger.HashBytes(result) || stored.Seed != 7 {
		t.Errorf("the run is %+v, %+v", rec, stored)
	}
	if got, err := b.Snapshot(ctx, stored.ResultHash); err != nil || !bytes.Equal(got, result) {
		t.Errorf("its result is %q, %v", got, err)
	}
	page, err := b.Accepted(ctx, store.Query{Kinds: []ledger.Kind{ledger.KindRun}, Party: []store.PartyIs{{Roles: []ledger.Role{ledger.RoleHub}, Keys: []string{"RUS"}}}})
	if err != nil || len(page.Records) != 1 || page.Records[0].ID != rec.ID {
		t.Errorf("runs about the hub: %v, %v", keysOf(page.Records), err)
	}
	run.ResultHash = strings.Repeat("0", 64)
	if _, err := b.PutRun(ctx, "ada", run, []byte("others")); len(ledger.FaultsOf(err)) == 0 {
		t.Errorf("a wrong hash gave %v, want a fault", err)
	}
	if _, err := b.Snapshot(ctx, ledger.HashBytes([]byte("others"))); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("the bytes of a refused run were kept (%v)", err)
	}
	if report, err := b.Verify(ctx, nil); err != nil || len(report.Breaks) > 0 || report.Blobs != 1 {
		t.Errorf("Verify: %v, %+v", err, report)
	}
}
