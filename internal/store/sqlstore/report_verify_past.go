package sqlstore

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"orrery/internal/store"
	"orrery/internal/store/sqlstore/gen"
)

func (c *reportCheck) notes(ctx context.Context) error {
	var set, added int64
	var hash, note, found string
	err := c.each(ctx, "SELECT set_id, hash, added, note, found FROM report_file", []any{&set, &hash, &added, &note, &found}, func() {
		s := c.of(set)
		s.noted += added
		f, err := fileOf(s.name, gen.ReportFile{SetID: set, Hash: hash, Note: note, Found: found})
		if err != nil {
			c.b.add("note", 0, "", "%v", err)
			return
		}
		c.files = append(c.files, f)
	})
	for _, id := range slices.Sorted(maps.Keys(c.sets)) {
		if s := c.sets[id]; s.noted > s.n {
			c.b.add("notes", 0, "", "the files of %s say that they brought %d reports, and it has %d", s.name, s.noted, s.n)
		}
	}
	return err
}

// past walks along the history, each line of which is sealed with the one before it, and holds the notes of files to it: what a note
// declares must be what the history has last of that file.
func (c *reportCheck) past(ctx context.Context) error {
	head, err := gen.New(c.tx).ReadHead(ctx)
	if err != nil {
		return err
	}
	type file struct{ set, hash string }
	offered, declared := map[file]bool{}, map[file]string{}
	var row, before gen.ReportPast
	err = c.each(ctx, "SELECT seq, head, at_ms, kind, name, hash, who, note, seal FROM report_past ORDER BY seq",
		[]any{&row.Seq, &row.Head, &row.AtMs, &row.Kind, &row.Name, &row.Hash, &row.Who, &row.Note, &row.Seal}, func() {
			if problem := checkPast(before, row, head.Seq); problem != "" {
				c.b.add("history", 0, "", "line %d of the history of reports: %s", row.Seq, problem)
			}
			before = row
			switch of := (file{row.Name, row.Hash}); row.Kind {
			case store.ReportOffered:
				offered[of] = true
			case store.ReportDeclared:
				declared[of] = row.Note
			}
		})
	for _, f := range c.files {
		of := file{f.Set, f.Hash}
		text, e := json.Marshal(declarationOf(f))
		switch {
		case e != nil:
			return e
		case !offered[of]:
			c.b.add("history", 0, "", "the history of reports does not have the file %.12s… of %s", f.Hash, f.Set)
		case declared[of] != string(text):
			c.b.add("history", 0, "", "what the note on the file %.12s… of %s declares is not what the history of reports has", f.Hash, f.Set)
		}
	}
	return err
}

// checkPast says what is wrong with a line of the history; "" for nothing. revisions is how many the ledger has.
func checkPast(before, row gen.ReportPast, revisions int64) string {
	switch {
	case row.Seq != before.Seq+1:
		return fmt.Sprintf("it follows line %d", before.Seq)
	case row.Head < before.Head || row.Head > revisions || row.AtMs < before.AtMs:
		return "it was not written then"
	case row.Seal != sealOf(before.Seal, row):
		return "its content, or a line before it, does not give its seal"
	}
	_, err := pastOf(row)
	if err == nil && !slices.Contains([]string{store.ReportOffered, store.ReportDeclared, store.ReportDropped}, row.Kind) {
		return fmt.Sprintf("it is of no kind (%.20q)", row.Kind)
	}
	if err != nil {
		return "it cannot be read"
	}
	return ""
}
