package sqlstore

import (
	"bufio"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash"
	"io"

	"orrery/internal/store/sqlstore/gen"
)

// A backup is gzip around JSON Lines, the same from and for both engines:
//
//	{"orrery":"ledger backup","format":1,"version":"0.1.0","made_ms":…,"revisions":2,"blobs":2,"head":"…"}
//	{"hash":"…","bytes":"base64"}           one line a blob, by hash
//	{"seq":1,"id":"…", … ,"body":"…"}       one line a revision, in the order of the chain; body as text, to the byte
//	{"seq":1,"head":2, … ,"seal":"…"}       one line of the history of reports, in its order (format 2)
//	{"set":"…","hash":"…", … }              one line a file of reports, by set, then time of import (format 2)
//	{"set":"…","key":"…", … }               one line a report, by set, day and key (format 2)
//	{"sha256":"…"}                          of every line before it, with their line ends
//
// What is derived (validity, reverse index, counters, full text, the dictionary of reports) is not in it: a restore makes it again.
// A ledger without reports is written in format 1, which every Orrery reads.

const (
	backupMagic   = "ledger backup"
	backupPlain   = 1 // without reports
	backupReports = 2
	backupFormat  = backupReports // the newest
)

type backupHeader struct {
	Orrery    string `json:"orrery"`
	Format    int    `json:"format"`
	Version   string `json:"version"` // of the Orrery that wrote it
	MadeMS    int64  `json:"made_ms"`
	Revisions int64  `json:"revisions"`
	Blobs     int64  `json:"blobs"`
	Head      string `json:"head"` // hash of the last revision
	// Of reports; format 1 has none.
	Past          int64  `json:"past,omitempty"` // lines of their history
	Files         int64  `json:"files,omitempty"`
	Reports       int64  `json:"reports,omitempty"`
	ReportsSHA256 string `json:"reports_sha256,omitempty"` // of all these lines
}

type backupBlob struct {
	Hash  string `json:"hash"`
	Bytes []byte `json:"bytes"`
}

type backupRevision struct {
	Seq      int64  `json:"seq"`
	ID       string `json:"id"`
	Kind     string `json:"kind"`
	Key      string `json:"key"`
	Rev      int64  `json:"rev"`
	Status   string `json:"status"`
	AtMS     int64  `json:"at_ms"`
	Coder    string `json:"coder"`
	Evidence string `json:"evidence"`
	Body     string `json:"body"`
	Who      string `json:"who"`
	Why      string `json:"why"`
	Prev     string `json:"prev"`
	Hash     string `json:"hash"`
}

type backupTrailer struct {
	SHA256 string `json:"sha256"`
}

// snapshot begins a read that sees one state of the ledger however long it takes and whoever writes meanwhile.
func (d *DB) snapshot(ctx context.Context) (*sql.Tx, error) {
	return d.reader.BeginTx(ctx, &sql.TxOptions{Isolation: d.engine.isolation(), ReadOnly: true})
}

// Backup writes a complete copy of the ledger as it is at this moment while others may write.
func (d *DB) Backup(ctx context.Context, w io.Writer) error {
	tx, err := d.snapshot(ctx)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	q := gen.New(tx) // not the prepared ones: a copy is also taken before they can be prepared
	head, err := q.ReadHead(ctx)
	if err != nil {
		return err
	}
	blobs, err := q.CountBlobs(ctx)
	if err != nil {
		return err
	}
	known, err := d.hasReports(ctx)
	if err != nil {
		return err
	}
	format, beside := backupPlain, reportTotals{}
	if known {
		if beside, err = d.reportTotals(ctx, tx); err != nil {
			return err
		}
	}
	if beside != (reportTotals{}) {
		format = backupReports
	}
	packed, err := gzip.NewWriterLevel(w, gzip.BestSpeed)
	if err != nil {
		return err
	}
	buffered := bufio.NewWriterSize(packed, 1<<16)
	out := &backupWriter{w: buffered, sum: sha256.New()}
	err = out.line(backupHeader{Orrery: backupMagic, Format: format, Version: d.cfg.Version, MadeMS: d.cfg.Now().UnixMilli(),
		Revisions: head.Seq, Blobs: blobs, Head: head.Hash, Past: beside.past, Files: beside.files, Reports: beside.reports, ReportsSHA256: beside.sum})
	if err != nil {
		return err
	}
	if err := out.blobs(ctx, q); err != nil {
		return err
	}
	if err := out.revisions(ctx, q, head.Seq); err != nil {
		return err
	}
	if format == backupReports {
		if err := out.allReports(ctx, tx); err != nil {
			return err
		}
	}
	if err := out.line(backupTrailer{hex.EncodeToString(out.sum.Sum(nil))}); err != nil {
		return err
	}
	if err := buffered.Flush(); err != nil {
		return err
	}
	return packed.Close()
}

type backupWriter struct {
	w   io.Writer
	sum hash.Hash
}

func (b *backupWriter) line(v any) error {
	text, err := json.Marshal(v)
	if err != nil {
		return err
	}
	text = append(text, '\n')
	b.sum.Write(text)
	_, err = b.w.Write(text)
	return err
}

func (b *backupWriter) blobs(ctx context.Context, q *gen.Queries) error {
	for after := ""; ; {
		rows, err := q.BlobsAfter(ctx, gen.BlobsAfterParams{Hash: after, Most: 32})
		if err != nil {
			return fmt.Errorf("reading blobs: %w", err)
		}
		if len(rows) == 0 {
			return nil
		}
		for _, r := range rows {
			if err := b.line(backupBlob(r)); err != nil {
				return err
			}
			after = r.Hash
		}
	}
}

func (b *backupWriter) revisions(ctx context.Context, q *gen.Queries, last int64) error {
	for done := int64(0); done < last; {
		rows, err := q.Stretch(ctx, gen.StretchParams{AfterSeq: done, LastSeq: last, Most: readAhead})
		if err != nil {
			return fmt.Errorf("reading revisions: %w", err)
		}
		if len(rows) == 0 {
			return fmt.Errorf("the chain ends at revision %d and its head says %d; run orrery verify", done, last)
		}
		for _, r := range rows {
			if err := b.line(backupRevision{r.Seq, r.ID, r.Kind, r.Key, r.Rev, r.Status, r.SinceMs, r.Coder, r.Evidence, r.Body, r.Who, r.Why, r.Prev, r.Hash}); err != nil {
				return err
			}
		}
		done = rows[len(rows)-1].Seq
	}
	return nil
}
