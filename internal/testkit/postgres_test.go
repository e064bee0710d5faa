package testkit

import (
	"context"
	"testing"

	"github.com/jackc/pgx/v5"
)

func TestMain(m *testing.M) { Main(m) }

func TestPostgresGivesEachCallItsOwnDatabase(t *testing.T) {
	ctx := context.Background()
	first, second := Postgres(t), Postgres(t)
	if first == second {
		t.Fatalf("two calls gave one database: %s", first)
	}
	if err := execute(first, "CREATE TABLE only_here (id BIGINT)"); err != nil {
		t.Fatal(err)
	}
	if err := execute(second, "SELECT id FROM only_here"); err == nil {
		t.Error("a table made in the first database is seen in the second")
	}
	conn, err := pgx.Connect(ctx, first)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(ctx)
	var fsync, lower string
	if err := conn.QueryRow(ctx, "SELECT current_setting('fsync'), lower('МОСКВА')").Scan(&fsync, &lower); err != nil {
		t.Fatal(err)
	}
	if fsync != "on" {
		t.Errorf("fsync = %s, want on: tests about durability rely on it", fsync)
	}
	if lower != "москва" {
		t.Errorf("lower('МОСКВА') = %s: the locale does not know Cyrillic, so full text would not either", lower)
	}
}

func TestPostgresDropsItsDatabase(t *testing.T) {
	var gone string
	t.Run("use", func(t *testing.T) { gone = Postgres(t) })
	if err := execute(gone, "SELECT 1"); err == nil {
		t.Error("the database is still there after the test that asked for it")
	}
}
