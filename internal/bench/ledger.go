package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"orrery/casebook/postsoviet"
	"orrery/internal/app"
	"orrery/internal/store"
	"orrery/internal/store/sqlstore"
	"orrery/internal/store/storetest"
)

// seed makes every run measure the same ledger.
const seed = 1

// large opens the ledger of the volume asked for and makes it when the folder does
// not hold it: the embedded casebook, then generated events and documents.
func large(ctx context.Context, v volume) (*sqlstore.DB, error) {
	file := filepath.Join(v.dir, fmt.Sprintf("generated-%d-%d.db", v.events, v.documents))
	if _, err := os.Stat(file); err == nil {
		note("using %s", file)
		return sqlstore.Open(ctx, sqlstore.Config{DSN: file, Now: time.Now})
	}
	making := file + ".making" // a run that is stopped must not leave half a ledger under the name
	for _, suffix := range []string{"", "-wal", "-shm"} {
		if err := os.Remove(making + suffix); err != nil && !os.IsNotExist(err) {
			return nil, err
		}
	}
	if err := generate(ctx, making, v); err != nil {
		return nil, fmt.Errorf("generate a ledger: %w", err)
	}
	if err := os.Rename(making, file); err != nil {
		return nil, err
	}
	return sqlstore.Open(ctx, sqlstore.Config{DSN: file, Now: time.Now})
}

func generate(ctx context.Context, file string, v volume) (err error) {
	db, err := sqlstore.Open(ctx, sqlstore.Config{DSN: file, Now: time.Now})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	cb, faults, err := app.OpenCasebook(postsoviet.Files)
	if err != nil || len(faults) > 0 {
		return fmt.Errorf("the embedded casebook cannot be read: %w %v", err, faults)
	}
	if _, err := app.New(app.Config{Store: db, Now: time.Now}).LoadCasebook(ctx, cb, nil); err != nil {
		return err
	}
	g := storetest.NewGenerator(storetest.Volume{Events: v.events, Documents: v.documents, Seed: seed})
	for _, c := range g.Base() {
		if _, err := db.Append(ctx, "generator", []store.Change{c}); err != nil && !exists(err) {
			return err // the casebook holds most of the actors already
		}
	}
	begin := time.Now()
	for done := 0; done < v.events; {
		n := min(5000, v.events-done)
		if _, err := db.Append(ctx, "generator", g.Events(n)); err != nil {
			return err
		}
		if done += n; done%100_000 == 0 {
			note("%d of %d events after %.0f s", done, v.events, time.Since(begin).Seconds())
		}
	}
	for i := range v.documents {
		doc, raw, text := g.Document()
		if _, _, err := db.PutDocument(ctx, "generator", doc, raw, text); err != nil {
			return err
		}
		if (i+1)%20_000 == 0 {
			note("%d of %d documents after %.0f s", i+1, v.documents, time.Since(begin).Seconds())
		}
	}
	return nil
}

func exists(err error) bool {
	var c *store.Conflict
	return errors.As(err, &c) && c.Base == 0
}
