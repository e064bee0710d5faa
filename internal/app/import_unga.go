package app

import (
	"context"
	"errors"
	"fmt"

	"orrery/internal/dataset"
	"orrery/internal/dataset/unga"
	"orrery/ledger"
)

// ImportOptions are the choices of an import.
type ImportOptions struct {
	// Incomplete takes a file that starts with the data set and holds less than its descriptor promises.
	Incomplete bool
	// Reading (may be nil) is called with the bytes read of the first pass, Writing with the votes
	// dealt with in the second.
	Reading, Writing func(done, total int64)
}

// importList is where lists in a report are cut.
const importList = 1000

// importUNGA is who writes what an import of roll calls writes.
const importUNGA = "import unga"

// ImportUNGA brings the recorded votes of a file into the ledger. The file is read twice: nothing is written before all of it could
// be read and counted, so a broken row or a file that was cut off writes nothing (Invalid, with file:line:column).
//
// What the ledger holds stays: a vote that says the same is left with its evidence, one that says otherwise is listed and not
// overwritten, and a roll call is found under whatever symbol the ledger has it, so that no resolution counts twice. Batches are
// written whole, each with the roll calls that its votes need. When ctx ends, the batch under way is finished, and the report
// (Stopped) comes with ctx's error; the same file again goes on where it stopped, and writes nothing when it was done.
func (a *App) ImportUNGA(ctx context.Context, f ImportFile, o ImportOptions) (ImportReport, error) {
	m := &ungaImport{app: a, ctx: ctx, file: f, options: o, actors: map[string]uint16{}, held: map[string][]byte{}, made: map[string]bool{}}
	m.report = ImportReport{Dataset: "unga", File: f.Name, Choices: []ChoiceCount{}, Contradictions: []string{}, Unknown: []UnknownState{}, Mismatches: []TotalMismatch{},
		Matched: []MatchedCall{}, Totals: []TotalMismatch{}, NotInFile: []string{}, Actors: []Named{}, Disputed: []ImportConflict{}}
	if err := m.survey(); err != nil {
		return m.report, err
	}
	if err := m.match(); err != nil {
		return m.report, err
	}
	err := m.write()
	if m.report.Stopped = ctx.Err() != nil; m.report.Stopped {
		return m.report, ctx.Err()
	}
	if err != nil {
		return m.report, err
	}
	return m.report, m.note()
}

// ungaImport is one import in progress.
type ungaImport struct {
	app     *App
	ctx     context.Context
	file    ImportFile
	options ImportOptions
	report  ImportReport

	source dataset.Source
	coder  ledger.Coder
	why    string
	seen   *unga.Report

	actors map[string]uint16 // states that vote in the file, numbered from 0 in the order of their first vote
	codes  []string          // the reverse
	keys   map[string]string // symbol in the file to symbol in the ledger; "" where it is left out
	calls  map[string]*unga.RollCall
	exists map[string]bool // roll calls that the ledger had, by its symbol

	pending []unga.Row
	done    int
	held    map[string][]byte // votes that the ledger has, by roll call and number of the actor: see holding
	made    map[string]bool   // roll calls made by this import
}

// survey reads the whole file and writes nothing.
func (m *ungaImport) survey() error {
	pass, err := m.file.read(m.ctx, m.options.Reading)
	if err != nil {
		return m.broken(err, 0)
	}
	defer pass.file.Close()
	rows := 0
	m.seen, err = unga.Read(m.file.Name, pass.text, func(row unga.Row) error {
		rows++
		if _, ok := m.actors[row.Vote.Actor]; !ok {
			m.actors[row.Vote.Actor] = uint16(len(m.codes)) //nolint:gosec // the reader knows some two hundred members
			m.codes = append(m.codes, row.Vote.Actor)
		}
		return nil
	})
	if err != nil {
		return m.broken(err, rows)
	}
	if m.report.SHA256, err = pass.hash(); err != nil {
		return m.broken(err, rows)
	}
	if m.source, err = unga.SourceOf(m.seen.Format); err != nil {
		return err
	}
	m.coder = ledger.Coder{Kind: ledger.CoderDataset, Name: m.source.ID, Version: m.report.SHA256[:12]}
	m.why = "from " + m.file.Name
	m.tell()
	complete, err := m.seen.Check(m.source)
	if err != nil && !m.options.Incomplete {
		return &Error{Code: Invalid, Field: "file", Text: err.Error(), Do: "or take it as it is with --incomplete; nothing was written", Err: err}
	}
	if m.report.Complete = complete && err == nil; err != nil {
		m.report.Short = err.Error()
	}
	return nil
}

// broken is an error of the file; ctx's own stays what it is.
func (m *ungaImport) broken(err error, votes int) error {
	if m.ctx.Err() != nil {
		m.report.Stopped = true
		return m.ctx.Err()
	}
	return &Error{Code: Invalid, Field: "file", Text: err.Error(), Do: fmt.Sprintf("%d %s could be read before it, and nothing was written", votes, plural(votes, "vote", "votes")), Err: err}
}

// tell copies what the reader found into the report.
func (m *ungaImport) tell() {
	r, s := &m.report, m.seen
	r.Format, r.Source, r.Licence, r.Citation = string(s.Format), m.source.ID, m.source.Licence, m.source.Citation
	first, last := s.Days()
	r.First, r.Last = first.String(), last.String()
	r.Rows, r.Votes, r.RollCalls = s.Rows, s.Votes, len(s.RollCalls)
	for _, c := range ledger.VoteChoices() {
		r.Choices = append(r.Choices, ChoiceCount{string(c), s.Choices[c]})
	}
	r.NotMember, r.Outside, r.Repeated, r.Contradicted = s.NotMember, s.Outside, s.Repeated, s.Conflicts
	r.Contradictions = append(r.Contradictions, s.Conflicting[:min(len(s.Conflicting), importList)]...)
	for _, u := range s.Unknown {
		r.UnknownRows += u.Rows
		r.Unknown = append(r.Unknown, UnknownState(u))
	}
	for _, one := range s.Mismatches[:min(len(s.Mismatches), importList)] {
		official := totalsOf(one.Official)
		r.Mismatches = append(r.Mismatches, TotalMismatch{RollCall: one.Symbol, Left: &official, Right: totalsOf(one.Rows)})
	}
}

func totalsOf(t unga.Tally) VoteTotals { return VoteTotals{Yes: t.Yes, No: t.No, Abstain: t.Abstain} }

// write goes through the file a second time and appends what the ledger does not have.
func (m *ungaImport) write() error {
	if err := m.prepare(); err != nil {
		return err
	}
	pass, err := m.file.read(m.ctx, nil)
	if err != nil {
		return err
	}
	defer pass.file.Close()
	again, err := unga.Read(m.file.Name, pass.text, func(row unga.Row) error {
		if m.pending = append(m.pending, row); len(m.pending) < importBatch {
			return nil
		}
		return m.flush()
	})
	if err == nil {
		err = m.flush()
	}
	if err != nil {
		return err
	}
	if sum, err := pass.hash(); err != nil || sum != m.report.SHA256 || again.Votes != m.seen.Votes {
		return errors.Join(err, &Error{Code: Invalid, Field: "file", Text: m.file.Name + " was changed while it was read", Do: "import it again"})
	}
	return nil
}
