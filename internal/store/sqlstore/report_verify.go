package sqlstore

import (
	"context"
	"database/sql"
	"fmt"
	"hash/maphash"

	"orrery/internal/store"
)

// reportCheck compares the reports with everything that is derived from them: counters, hashes, and the dictionary, in which no
// number may be missing. Reports are in no hash chain, so what a report says cannot be checked, only that it is whole.
type reportCheck struct {
	b      *breaks
	tx     *sql.Tx
	sets   map[int64]*checkedSet
	narrow map[int64]bool
	wide   map[int64]bool
	seed   maphash.Seed
	files  []store.ReportFile
}

type checkedSet struct {
	name   string
	linked int64 // as the counter says
	n      int64
	seen   int64 // linked ones that were found
	types  map[int64]int64
	noted  int64 // reports that its files' notes say they brought
}

// reports looks at all reports and returns how many there are.
func (v *verifier) reports(ctx context.Context, tx *sql.Tx) (int64, error) {
	c := &reportCheck{b: v.b, tx: tx, sets: map[int64]*checkedSet{}, narrow: map[int64]bool{0: true}, wide: map[int64]bool{0: true}, seed: maphash.MakeSeed()}
	sets, err := v.q.Sets(ctx)
	if err != nil {
		return 0, fmt.Errorf("reading the sets of reports: %w", err)
	}
	for _, s := range sets {
		c.sets[s.ID] = &checkedSet{name: s.Name, linked: s.Linked, types: map[int64]int64{}}
	}
	for _, step := range []func(context.Context) error{c.dictionary, c.rows, c.details, c.twice, c.tallies, c.notes, c.past} {
		if err := step(ctx); err != nil {
			return 0, fmt.Errorf("reading reports: %w", err)
		}
	}
	var n int64
	for _, s := range c.sets {
		n += s.n
	}
	return n, nil
}

func (c *reportCheck) of(set int64) *checkedSet {
	s := c.sets[set]
	if s == nil {
		c.b.add("reports", 0, "", "there are reports or notes of set %d, which has no name", set)
		s = &checkedSet{name: fmt.Sprintf("set %d", set), types: map[int64]int64{}}
		c.sets[set] = s
	}
	return s
}

// each runs a query and calls row for what it gives.
func (c *reportCheck) each(ctx context.Context, text string, into []any, row func()) error {
	rows, err := c.tx.QueryContext(ctx, text)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return err
		}
		row()
	}
	return rows.Err()
}

func (c *reportCheck) dictionary(ctx context.Context) error {
	var id, narrow, hash int64
	var word string
	return c.each(ctx, "SELECT id, narrow, hash, word FROM report_word", []any{&id, &narrow, &hash, &word}, func() {
		if hashOf(word) != hash {
			c.b.add("word", 0, "", "the word %.40q of reports has not the hash that it is stored under", word)
		}
		if narrow == 1 {
			c.narrow[id] = true
		} else {
			c.wide[id] = true
		}
	})
}

func (c *reportCheck) rows(ctx context.Context) error {
	var set, day, link, hash int64
	var key string
	var last [3]int64
	words := make([]int64, 5)
	into := []any{&set, &day, &link, &hash, &key, &words[0], &words[1], &words[2], &words[3], &words[4]}
	return c.each(ctx, "SELECT set_id, day, link, hash, key, source, target, type, mode, contexts FROM report ORDER BY set_id, day, link", into, func() {
		s := c.of(set)
		s.n++
		s.types[words[2]]++
		at := [...]int64{set, day, link}
		if link != 0 && at == last {
			s.seen++
		}
		last = at
		if hashOf(key) != hash {
			c.b.add("report", 0, "report:"+s.name+":"+key, "its key has not the hash that it is stored under")
		}
		c.known(c.narrow, words, s.name+":"+key)
	})
}

func (c *reportCheck) known(words map[int64]bool, numbers []int64, ref string) {
	for _, id := range numbers {
		if !words[id] {
			c.b.add("dictionary", 0, "report:"+ref, "it names word %d, which the dictionary of reports does not have", id)
		}
	}
}

// details looks at the second row of each report. That both tables have the same ids is told by sums of hashes.
func (c *reportCheck) details(ctx context.Context) error {
	var id int64
	var reports, details [2]uint64 // how many, and the sum
	if err := c.each(ctx, "SELECT id FROM report", []any{&id}, func() { reports[0]++; reports[1] += maphash.Comparable(c.seed, id) }); err != nil {
		return err
	}
	words := make([]int64, 9)
	into := []any{&id}
	for i := range words {
		into = append(into, &words[i])
	}
	err := c.each(ctx, "SELECT id, source_word, source_sect_word, target_word, target_sect_word, code_word, label_word, place_word, place_state_word, publisher_word FROM report_detail", into, func() {
		details[0]++
		details[1] += maphash.Comparable(c.seed, id)
		c.known(c.wide, words, fmt.Sprintf("detail %d", id))
	})
	if reports != details {
		c.b.add("details", 0, "", "%d reports have %d rows of details, or not those that belong to them", reports[0], details[0])
	}
	return err
}

// twice finds keys that a set has more than once.
func (c *reportCheck) twice(ctx context.Context) error {
	var set int64
	var key string
	return c.each(ctx, `SELECT set_id, key FROM report WHERE (set_id, hash) IN (SELECT set_id, hash FROM report GROUP BY set_id, hash HAVING COUNT(*) > 1)
		GROUP BY set_id, key HAVING COUNT(*) > 1`, []any{&set, &key}, func() {
		c.b.add("twice", 0, "report:"+c.of(set).name+":"+key, "its set has it more than once")
	})
}

func (c *reportCheck) tallies(ctx context.Context) error {
	have := map[[2]int64]int64{}
	var set, kind, n int64
	if err := c.each(ctx, "SELECT set_id, type, n FROM report_tally", []any{&set, &kind, &n}, func() { have[[2]int64{set, kind}] = n }); err != nil {
		return err
	}
	for id, s := range c.sets {
		for kind, n := range s.types {
			if have[[2]int64{id, kind}] != n {
				c.b.add("report counter", 0, "", "the counter of a type of %s says %d, the reports %d", s.name, have[[2]int64{id, kind}], n)
			}
			delete(have, [2]int64{id, kind})
		}
		if s.linked != s.seen {
			c.b.add("report counter", 0, "", "the counter of linked reports of %s says %d, the reports %d", s.name, s.linked, s.seen)
		}
	}
	for at, n := range have {
		if n != 0 {
			c.b.add("report counter", 0, "", "the counter of a type of set %d says %d, the reports 0", at[0], n)
		}
	}
	return nil
}
