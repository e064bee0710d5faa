package dnafile

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode/utf16"

	_ "modernc.org/sqlite" // the driver

	"orrery/internal/store"
)

// longest is the most that DNA takes for a short text, in characters.
const longest = 190

// The variables of the statement type; DNA numbers them in this order.
const (
	person = iota + 1
	organization
	concept
	agreement
)

// noDate stands for a document whose day is not known: DNA knows no such document.
var noDate = time.Unix(0, 0)

// Write writes a database to w. It is made in a folder of its own for temporary files, which is taken away.
func Write(ctx context.Context, d store.Discourse, w io.Writer) (err error) {
	dir, err := os.MkdirTemp("", "orrery-dna-*")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	path := filepath.Join(dir, "statements.dna")
	if err := fill(ctx, path, d); err != nil {
		return fmt.Errorf("writing a .dna file: %w", err)
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(w, f)
	return err
}

func fill(ctx context.Context, path string, d store.Discourse) (err error) {
	db, err := sql.Open("sqlite", path+"?_pragma=foreign_keys(1)&_pragma=journal_mode(DELETE)")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	t := &table{ctx: ctx, tx: tx, entities: map[entity]int{}}
	t.run(schema)
	t.run(`INSERT INTO SETTINGS VALUES ('version', '3.0.7'), ('date', ?)`, d.Made.Format(time.DateOnly))
	t.run(`INSERT INTO CODERS(ID, Name, Red, Green, Blue, Password) VALUES (1, ?, 239, 208, 51, '')`, short(d.Coder))
	t.run(`INSERT INTO STATEMENTTYPES VALUES (1, 'DNA Statement', 239, 208, 51)`)
	t.run(`INSERT INTO VARIABLES VALUES (1, 'person', 'short text', 1), (2, 'organization', 'short text', 1), (3, 'concept', 'short text', 1), (4, 'agreement', 'boolean', 1)`)
	for v := person; v <= concept; v++ {
		t.entity(v, "") // what DNA keeps for "not given"
	}
	for i, doc := range d.Documents {
		t.document(i+1, doc)
	}
	if t.err != nil {
		return errors.Join(t.err, tx.Rollback())
	}
	return tx.Commit()
}

type entity struct {
	variable int
	value    string
}

// table writes rows until the first fault.
type table struct {
	ctx        context.Context
	tx         *sql.Tx
	entities   map[entity]int
	statements int
	err        error
}

func (t *table) run(query string, args ...any) {
	if t.err == nil {
		_, t.err = t.tx.ExecContext(t.ctx, query, args...)
	}
}

func (t *table) document(id int, d store.DiscourseDocument) {
	day := d.Date
	if day.IsZero() {
		day = noDate
	}
	t.run(`INSERT INTO DOCUMENTS(ID, Title, Text, Coder, Author, Source, Section, Notes, Type, Date) VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?)`,
		id, short(d.Title), d.Text, short(d.Author), short(d.Source), short(d.Section), d.Notes, short(d.Type), day.Unix())
	size := len(utf16.Encode([]rune(d.Text)))
	for _, s := range d.Statements {
		if s.Start < 0 || s.End <= s.Start || s.End > size {
			t.err = errors.Join(t.err, fmt.Errorf("a statement at %d–%d is outside of its text of %d units", s.Start, s.End, size))
			return
		}
		t.statements++
		t.run(`INSERT INTO STATEMENTS(ID, StatementTypeId, DocumentId, Start, Stop, Coder) VALUES (?, 1, ?, ?, ?, 1)`, t.statements, id, s.Start, s.End)
		for i, value := range []string{s.Person, s.Organization, s.Concept} {
			t.run(`INSERT INTO DATASHORTTEXT(StatementId, VariableId, Entity) VALUES (?, ?, ?)`, t.statements, person+i, t.entity(person+i, short(value)))
		}
		t.run(`INSERT INTO DATABOOLEAN(StatementId, VariableId, Value) VALUES (?, ?, ?)`, t.statements, agreement, s.Agreement)
	}
}

// entity is the number of a value of a variable; it is written when it is new.
func (t *table) entity(variable int, value string) int {
	key := entity{variable, value}
	id, known := t.entities[key]
	if !known {
		id = len(t.entities) + 1
		t.entities[key] = id
		t.run(`INSERT INTO ENTITIES(ID, VariableId, Value) VALUES (?, ?, ?)`, id, variable, value)
	}
	return id
}

// short cuts a text to what DNA takes.
func short(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > longest {
		return string(r[:longest])
	}
	return s
}
