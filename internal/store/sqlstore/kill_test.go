package sqlstore

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"orrery/internal/store"
	"orrery/internal/store/storetest"
	"orrery/internal/testkit"
	"orrery/ledger"
)

// killedEnv tells the re-executed test binary that it is the program to be killed, and which ledger it writes.
const killedEnv = "ORRERY_KILLED_LEDGER"

// killsEnv is how often the program is killed; without it a few times.
const killsEnv = "ORRERY_KILLS"

func TestMain(m *testing.M) {
	if path := os.Getenv(killedEnv); path != "" {
		if err := importAndEdit(path); err != nil {
			fmt.Println("failed", err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	testkit.Main(m)
}

// TestKill kills a program that imports and edits, with SIGKILL at moments drawn from a seed. After each kill
// everything that the program acknowledged must be there, nothing half, and verify must pass.
func TestKill(t *testing.T) {
	kills := 20
	if s := os.Getenv(killsEnv); s != "" {
		var err error
		if kills, err = strconv.Atoi(s); err != nil {
			t.Fatalf("$%s is %q, not a number", killsEnv, s)
		}
	}
	const seed = 20260101
	rng := rand.New(rand.NewPCG(seed, 0))
	path := filepath.Join(t.TempDir(), "ledger.db")
	acknowledged, duringOpen, lost := 0, 0, 0
	for i := range kills {
		if i%25 == 24 { // verify reads all of it, so a new ledger keeps each round short
			path = filepath.Join(t.TempDir(), "ledger.db")
		}
		wait := time.Duration(rng.Int64N(int64(120 * time.Millisecond)))
		acks := runAndKill(t, path, wait, rng.IntN(4) == 0)
		acknowledged += len(acks)
		if len(acks) == 0 {
			duringOpen++
		}
		lost += examine(t, path, acks)
		if t.Failed() {
			t.Fatalf("after kill %d of %d (seed %d, %v after it began)", i+1, kills, seed, wait)
		}
	}
	t.Logf("%d kills, %d acknowledged writes, %d kills before the first, %d writes found that were not acknowledged", kills, acknowledged, duringOpen, lost)
	if acknowledged < kills/2 { // three runs of four are killed after their first
		t.Errorf("only %d writes were acknowledged in %d runs: the kills came too early to prove anything", acknowledged, kills)
	}
}

// ack is one acknowledged write: the end of the chain after it.
type ack struct {
	seq  int64
	hash string
}

// runAndKill starts the program and kills it, after its first acknowledgement or (early) from its very start.
func runAndKill(t *testing.T, path string, wait time.Duration, early bool) []ack {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), killedEnv+"="+path)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	kill := func() { cmd.Process.Signal(syscall.SIGKILL) }
	if early {
		time.AfterFunc(wait, kill)
	}
	var acks []ack
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		var a ack
		if n, _ := fmt.Sscanf(lines.Text(), "ack %d %s", &a.seq, &a.hash); n != 2 || len(a.hash) != 64 {
			if strings.HasPrefix(lines.Text(), "failed") {
				t.Errorf("the program failed by itself: %s", lines.Text())
			}
			continue // a line cut by the kill
		}
		if acks = append(acks, a); len(acks) == 1 && !early {
			time.AfterFunc(wait, kill)
		}
	}
	cmd.Wait()
	return acks
}

// examine opens the ledger as the next start would and returns how many writes are there that were not acknowledged:
// at most the one that was cut off between its commit and its line.
func examine(t *testing.T, path string, acks []ack) int {
	t.Helper()
	ctx := context.Background()
	if _, err := os.Stat(path); err != nil && len(acks) == 0 {
		return 0 // killed before there was a file
	}
	d, err := Open(ctx, Config{DSN: path})
	if err != nil {
		t.Errorf("the ledger does not open: %v", err)
		return 0
	}
	defer d.Close()
	report, err := d.Verify(ctx, nil)
	if err != nil || len(report.Breaks) > 0 {
		t.Errorf("verify: %v, %+v", err, report.Breaks)
	}
	for _, a := range acks {
		var hash string
		if err := d.reader.QueryRow("SELECT hash FROM revision WHERE seq = $1", a.seq).Scan(&hash); err != nil || hash != a.hash {
			t.Errorf("the acknowledged revision %d is %q (%v), not %q", a.seq, hash, err, a.hash)
		}
	}
	// Every write says in its reason how many revisions it has, so half a write would show.
	rows, err := d.reader.Query("SELECT why, COUNT(*) FROM revision WHERE why LIKE 'write %' GROUP BY why")
	if err != nil {
		t.Error(err)
		return 0
	}
	defer rows.Close()
	for rows.Next() {
		var why string
		var have, want int
		if err := rows.Scan(&why, &have); err != nil {
			t.Error(err)
		}
		if _, err := fmt.Sscanf(why[strings.LastIndex(why, " of ")+4:], "%d", &want); err != nil || have != want {
			t.Errorf("of the write %q %d revisions are there (%v)", why, have, err)
		}
	}
	if err := rows.Err(); err != nil {
		t.Error(err)
	}
	var documents int64
	if err := d.reader.QueryRow("SELECT COUNT(*) FROM revision WHERE kind = 'document' AND rev = 1").Scan(&documents); err != nil || report.Blobs != 2*documents {
		t.Errorf("%d documents (%v) have %d blobs, want two each", documents, err, report.Blobs)
	}
	if len(acks) > 0 && report.Revisions > acks[len(acks)-1].seq {
		return 1
	}
	return 0
}

// importAndEdit is the program that is killed: batches, edits, documents with quotes, one acknowledgement a write.
func importAndEdit(path string) error {
	ctx := context.Background()
	d, err := Open(ctx, Config{DSN: path})
	if err != nil {
		return err
	}
	head, err := d.reading.ReadHead(ctx)
	if err != nil {
		return err
	}
	rng := rand.New(rand.NewPCG(uint64(head.Seq), uint64(time.Now().UnixNano())))
	g := storetest.NewGenerator(storetest.Volume{Events: 1000, Seed: rng.Uint64()})
	for n := 0; ; n++ {
		var changes []store.Change
		switch kind := rng.IntN(4); {
		case n == 0 && head.Seq == 0:
			changes = g.Base()
		case kind == 0:
			doc, raw, text := g.Document()
			rec, _, err := d.PutDocument(ctx, "killed", doc, append(raw, fmt.Sprint(rng.Uint64())...), text+fmt.Sprint(rng.Uint64()))
			if err != nil {
				return err
			}
			fmt.Printf("ack %d %s\n", rec.Seq, rec.Hash)
			continue
		case kind == 1:
			if changes, err = someEdits(ctx, d, rng); err != nil {
				return err
			}
		default:
			changes = g.Events(1 + rng.IntN(900))
			for _, c := range changes {
				c.Body.(*ledger.Event).Slug = "" // each its own record
			}
		}
		if len(changes) == 0 {
			continue
		}
		write := fmt.Sprintf("write %d %d of %d", rng.Uint64(), n, len(changes))
		for i := range changes {
			changes[i].Why = write
		}
		recs, err := d.Append(ctx, "killed", changes)
		if err != nil {
			return err
		}
		last := recs[len(recs)-1]
		fmt.Printf("ack %d %s\n", last.Seq, last.Hash)
	}
}

// someEdits gives up to twenty records another status.
func someEdits(ctx context.Context, d *DB, rng *rand.Rand) ([]store.Change, error) {
	page, err := d.Review(ctx, store.Query{Kinds: []ledger.Kind{ledger.KindEvent}, Limit: 1 + rng.IntN(20)})
	if err != nil {
		return nil, err
	}
	var out []store.Change
	for _, r := range page.Records {
		other := ledger.Draft
		if r.Status == ledger.Draft {
			other = ledger.Accepted
		}
		out = append(out, store.Change{Kind: r.Kind, Key: r.Key, Base: r.Rev, Status: other})
	}
	return out, nil
}
