package app

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"orrery/casebook"
	"orrery/internal/store"
	"orrery/ledger"
)

// CasebookLoaded reports whether exactly these files were loaded last, so that a
// start need not compare them row by row. Conflicts found then are not looked for again.
func (a *App) CasebookLoaded(ctx context.Context, cb *casebook.Casebook) (bool, error) {
	hash, err := hashOf(cb)
	if err != nil {
		return false, err
	}
	last, err := a.lastLoad(ctx, cb.Manifest.Name)
	return last != nil && last.DataHash == hash, err
}

// noteLoad records a load as a run, unless the last one was of the same files.
func (a *App) noteLoad(ctx context.Context, cb *casebook.Casebook, l *loading) error {
	hash, err := hashOf(cb)
	if err != nil {
		return err
	}
	last, err := a.lastLoad(ctx, cb.Manifest.Name)
	if err != nil || (last != nil && last.DataHash == hash) {
		return err
	}
	result, err := json.Marshal(l.report.Tables)
	if err != nil {
		return err
	}
	version := a.version
	if version == "" {
		version = "unknown"
	}
	run := &ledger.Run{Model: "casebook load", CodeVersion: version, Rule: loader(cb.Manifest.Name), DataHash: hash, Result: result}
	_, err = a.store.Append(ctx, l.who, []store.Change{{Kind: ledger.KindRun, Body: run, Status: ledger.Accepted, Coder: l.coder, Why: l.why}})
	return err
}

// lastLoad is the newest load of a casebook, nil when there was none.
func (a *App) lastLoad(ctx context.Context, name string) (*ledger.Run, error) {
	runs, err := store.Rows[*ledger.Run](ctx, a.store, store.Query{Party: []store.PartyIs{{Roles: []ledger.Role{ledger.RoleAbout}, Keys: []string{loader(name)}}}})
	var last *store.Row[*ledger.Run]
	for i := range runs {
		if last == nil || runs[i].Seq > last.Seq {
			last = &runs[i]
		}
	}
	if last == nil {
		return nil, err
	}
	return last.Noun, err
}

// hashOf is the SHA-256 of all files of a casebook with their names.
func hashOf(cb *casebook.Casebook) (string, error) {
	sum := sha256.New()
	err := cb.Write(func(name string, data []byte) error {
		fmt.Fprintf(sum, "%s %d\n", name, len(data))
		sum.Write(data)
		return nil
	})
	return hex.EncodeToString(sum.Sum(nil)), err
}
