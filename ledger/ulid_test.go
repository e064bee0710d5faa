package ledger

import (
	"bytes"
	"io"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func seeded() io.Reader { return rand.NewChaCha8([32]byte{1}) }

// The pair is from the ULID specification's reference implementation.
func TestIDKnownValue(t *testing.T) {
	at := time.UnixMilli(1469918176385)
	ids := NewIDs(func() time.Time { return at }, bytes.NewReader(make([]byte, 10)))
	id := ids.Next()
	if id != "01ARYZ6S410000000000000000" || !id.Time().Equal(at) {
		t.Errorf("id %s of %v, want 01ARYZ6S41 and zeros of %v", id, id.Time(), at)
	}
	if next := ids.Next(); next != "01ARYZ6S410000000000000001" {
		t.Errorf("the next id of the same millisecond is %s", next)
	}
}

func TestIDsRiseEvenWhenTheClockDoesNot(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		times := rapid.SliceOfN(rapid.Int64Range(-5, 1<<48+5), 1, 50).Draw(t, "milliseconds")
		ids := NewIDs(nil, seeded())
		var last ID
		for _, ms := range times {
			ids.now = func() time.Time { return time.UnixMilli(ms) }
			id := ids.Next()
			if id <= last {
				t.Fatalf("%s follows %s", id, last)
			}
			if back, err := ParseID(string(id)); err != nil || back != id || !id.Valid() {
				t.Fatalf("%s reads back as %s, %v", id, back, err)
			}
			if last != "" && id.Time().Before(last.Time()) {
				t.Fatalf("%s is earlier than %s", id, last)
			}
			last = id
		}
	})
}

func TestIDSortedAsTextIsSortedByTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.Int64Range(0, idMaxTime).Draw(t, "a"), rapid.Int64Range(0, idMaxTime).Draw(t, "b")
		make1 := func(ms int64) ID { return NewIDs(func() time.Time { return time.UnixMilli(ms) }, seeded()).Next() }
		if idA, idB := make1(a), make1(b); (idA < idB) != (a < b) || idA.Time().UnixMilli() != a {
			t.Fatalf("%d gives %s, %d gives %s", a, idA, b, idB)
		}
	})
}

func TestIDChanceOverflowMovesToTheNextMillisecond(t *testing.T) {
	entropy := io.MultiReader(bytes.NewReader(bytes.Repeat([]byte{0xff}, 10)), seeded())
	ids := NewIDs(func() time.Time { return time.UnixMilli(5) }, entropy)
	a, b := ids.Next(), ids.Next()
	if a >= b || b.Time().UnixMilli() != 6 {
		t.Errorf("%s is followed by %s", a, b)
	}
}

func TestIDsFromManyGoroutinesDiffer(t *testing.T) {
	ids := NewIDs(func() time.Time { return time.UnixMilli(7) }, seeded())
	const workers, each = 8, 500
	lists := make([][]ID, workers)
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			for range each {
				lists[w] = append(lists[w], ids.Next())
			}
		})
	}
	wg.Wait()
	all := slices.Concat(lists...)
	slices.Sort(all)
	if got := len(slices.Compact(all)); got != workers*each {
		t.Errorf("%d different ids, want %d", got, workers*each)
	}
	for w, list := range lists {
		if !slices.IsSorted(list) {
			t.Errorf("worker %d got ids out of order", w)
		}
	}
}

func TestParseIDRefuses(t *testing.T) {
	if id, err := ParseID("01aryz6s410000000000000000"); err != nil || id != "01ARYZ6S410000000000000000" {
		t.Errorf("lower case reads as %s, %v", id, err)
	}
	for _, text := range []string{"", "01ARYZ6S41", "01ARYZ6S41000000000000000I", "81ARYZ6S410000000000000000",
		"01ARYZ6S4100000000000000-0", "01ARYZ6S41000000000000000é", "01ARYZ6S4100000000000000é", "01ARYZ6S41000000000000000\xff"} {
		if id, err := ParseID(text); err == nil || id != "" {
			t.Errorf("%q reads as %s", text, id)
		}
		if !ID(text).Time().IsZero() {
			t.Errorf("%q has a time", text)
		}
	}
}
