package sqlstore

import (
	"context"
	"io"
	"path/filepath"
	"testing"
	"time"

	"orrery/internal/store"
	"orrery/internal/store/storetest"
	"orrery/internal/testkit"
)

func TestSQLite(t *testing.T) {
	storetest.Run(t, engineUnderTest(func(t *testing.T) string { return filepath.Join(t.TempDir(), "a ledger?#%41.db") }))
}

func TestPostgres(t *testing.T) {
	storetest.Run(t, engineUnderTest(func(t *testing.T) string { return testkit.Postgres(t) }))
}

func engineUnderTest(fresh func(t *testing.T) string) storetest.Engine {
	return storetest.Engine{
		Open: func(t *testing.T, now func() time.Time) store.Store {
			return openAt(t, Config{DSN: fresh(t), Now: now})
		},
		Restore: func(t *testing.T, backup io.Reader) (store.Store, error) {
			cfg := Config{DSN: fresh(t)}
			if _, err := Restore(context.Background(), backup, cfg, false); err != nil {
				return nil, err
			}
			return openAt(t, cfg), nil
		},
		Tamper: tamper,
	}
}

func openAt(t testing.TB, cfg Config) *DB {
	t.Helper()
	d, err := Open(context.Background(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Errorf("Close: %v", err)
		}
	})
	return d
}

func tamper(t *testing.T, s store.Store, what storetest.Damage) {
	t.Helper()
	statements := map[storetest.Damage]string{
		storetest.DamageBody:    `UPDATE revision SET body = REPLACE(body, '"one"', '"two"') WHERE kind = 'event' AND rev = 1`,
		storetest.DamageWho:     `UPDATE revision SET who = 'mallory' WHERE kind = 'event' AND rev = 1`,
		storetest.DamageGone:    `DELETE FROM revision WHERE seq = 2`,
		storetest.DamageLast:    `DELETE FROM revision WHERE seq = 4`,
		storetest.DamageText:    `UPDATE blob SET bytes = CAST('Another text' AS BYTEA) WHERE hash = (SELECT MAX(hash) FROM blob)`,
		storetest.DamageIndex:   `UPDATE ref SET code = 'UZB' WHERE code = 'KAZ' AND seq = 4`,
		storetest.DamageCounter: `UPDATE tally SET n = n + 1 WHERE code = '=' AND kind = 'event' AND n = 1`,
		storetest.DamageCurrent: `UPDATE revision SET until_ms = 9223372036854775807 WHERE seq = 3`,
	}
	done, err := s.(*DB).writer.Exec(statements[what])
	if err != nil {
		t.Fatalf("damaging: %v", err)
	}
	if n, err := done.RowsAffected(); err != nil || n != 1 {
		t.Fatalf("damaged %d rows (%v), want 1", n, err)
	}
}
