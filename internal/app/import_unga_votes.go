package app

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"orrery/internal/store"
	"orrery/ledger"
)

// importBatch is how many votes are compared and written at a time. What is stopped or killed has lost at most one batch of work.
const importBatch = 10_000

// The marks of held votes: 0 none, else the choice, with notAccepted where it is a draft, rejected or superseded.
const notAccepted = 0x80

func choiceMark(c ledger.VoteChoice) byte {
	for i, one := range ledger.VoteChoices() {
		if one == c {
			return byte(i + 1)
		}
	}
	return 0
}

// flush compares the pending votes with the ledger and appends those that it does not have, in one transaction.
func (m *ungaImport) flush() error {
	if err := m.ctx.Err(); err != nil {
		return err
	}
	if err := m.hold(); err != nil {
		return err
	}
	var changes []store.Change
	var calls, countedHere, votes, same int
	evidence := m.evidence()
	add := func(body ledger.Noun) {
		changes = append(changes, store.Change{Kind: body.Kind(), Body: body, Status: ledger.Accepted, Coder: m.coder, Evidence: evidence, Why: m.why})
	}
	for i := range m.pending {
		row := &m.pending[i]
		symbol := row.Vote.RollCall
		key := m.keys[symbol]
		if key == "" {
			continue
		}
		marks := m.held[key]
		at := m.actors[row.Vote.Actor]
		row.Vote.RollCall = key
		switch mark := choiceMark(row.Vote.Choice); marks[at] {
		case 0:
			if !m.made[key] && !m.exists[key] {
				m.made[key] = true
				calls++
				c, counted := m.call(symbol, key)
				if add(c); counted > 0 {
					countedHere++
					changes[len(changes)-1].Evidence = []ledger.Evidence{{Source: m.source.ID, Note: fmt.Sprintf("totals counted from the rows of the file, which name %d members", counted)}}
				}
			}
			marks[at] = mark
			votes++
			add(&row.Vote)
		case mark:
			same++
		default:
			if err := m.dispute(row.Vote, row.Line); err != nil {
				return err
			}
		}
	}
	if err := m.append(changes); err != nil {
		return err
	}
	m.report.New.RollCalls += calls
	m.report.Counted += countedHere
	m.report.New.Votes += votes
	m.report.Same.Votes += same
	m.done += len(m.pending)
	m.pending = m.pending[:0:0] // the votes of this batch are the ledger's now
	if m.options.Writing != nil {
		m.options.Writing(int64(m.done), int64(m.seen.Votes))
	}
	return nil
}

// call is a roll call as the ledger will have it; counted is of how many members its totals were counted, 0 when they
// are the file's own.
func (m *ungaImport) call(symbol, key string) (r *ledger.RollCall, counted int) {
	from := m.calls[symbol]
	c := from.RollCall
	c.Symbol = key
	var own bool
	if c.Yes, c.No, c.Abstain, own = totalsIn(from); own {
		t := from.Tally
		counted = t.Yes + t.No + t.Abstain + t.Absent
	}
	return &c, counted
}

// append writes a batch whole, also when ctx ends meanwhile.
func (m *ungaImport) append(changes []store.Change) error {
	if len(changes) == 0 {
		return nil
	}
	_, err := m.app.store.Append(context.WithoutCancel(m.ctx), importUNGA, changes)
	if err == nil {
		m.report.Written += len(changes)
		return nil
	}
	if conflict, ok := errors.AsType[*store.Conflict](err); ok {
		return &Error{Code: Stale, Text: fmt.Sprintf("somebody wrote %s %q while it was being imported", conflict.Kind, conflict.Key), Do: "import the file again; it goes on where it stopped", Err: err}
	}
	return err
}

// hold reads the ledger's votes on the roll calls of the pending votes, once each.
func (m *ungaImport) hold() error {
	var ask []string
	for i := range m.pending {
		key := m.keys[m.pending[i].Vote.RollCall]
		if _, ok := m.held[key]; !ok && key != "" {
			m.held[key] = make([]byte, len(m.codes))
			ask = append(ask, key)
		}
	}
	for len(ask) > 0 {
		n := min(len(ask), 200)
		page, err := m.app.store.Review(m.ctx, store.Query{Kinds: []ledger.Kind{ledger.KindVote}, Items: ask[:n]})
		if err != nil {
			return err
		}
		ask = ask[n:]
		for _, rec := range page.Records {
			v := rec.Body.(*ledger.Vote)
			at, ok := m.actors[v.Actor]
			if !ok {
				continue // a state that the file does not know
			}
			if m.held[v.RollCall][at] = choiceMark(v.Choice); rec.Status != ledger.Accepted {
				m.held[v.RollCall][at] |= notAccepted
			}
		}
	}
	return nil
}

// dispute lists a vote that the ledger holds otherwise.
func (m *ungaImport) dispute(v ledger.Vote, line int) error {
	if m.report.Conflicts++; len(m.report.Disputed) >= importList {
		return nil
	}
	rec, err := m.app.store.Get(m.ctx, ledger.KindVote, v.NaturalKey(), time.Time{})
	if err != nil {
		return err
	}
	stands := string(rec.Body.(*ledger.Vote).Choice)
	if rec.Status != ledger.Accepted {
		stands = string(rec.Status) + ": " + stands
	}
	m.report.Disputed = append(m.report.Disputed, ImportConflict{Where: fmt.Sprintf("%s:%d", m.file.Name, line), Ref: rec.Ref(), Ledger: stands, File: string(v.Choice), Who: rec.Who})
	return nil
}

// note records the import as a run, unless a run of the same file is there: whatever was imported between, it says nothing new.
func (m *ungaImport) note() error {
	runs, err := store.Rows[*ledger.Run](m.ctx, m.app.store, store.Query{Party: []store.PartyIs{{Roles: []ledger.Role{ledger.RoleAbout}, Keys: []string{importUNGA}}}})
	if err != nil {
		return err
	}
	if slices.ContainsFunc(runs, func(r store.Row[*ledger.Run]) bool { return r.Noun.DataHash == m.report.SHA256 }) {
		return nil
	}
	settings, err := json.Marshal(map[string]string{"file": m.file.Name, "format": m.report.Format, "source": m.report.Source, "licence": m.report.Licence, "citation": m.report.Citation})
	if err != nil {
		return err
	}
	result, err := json.Marshal(map[string]any{"rows": m.report.Rows, "votes": m.report.Votes, "rollcalls": m.report.RollCalls, "new": m.report.New, "same": m.report.Same,
		"conflicts": m.report.Conflicts, "unknown_rows": m.report.UnknownRows, "not_member": m.report.NotMember, "complete": m.report.Complete})
	if err != nil {
		return err
	}
	version := m.app.version
	if version == "" {
		version = "unknown"
	}
	run := &ledger.Run{Model: "dataset import", CodeVersion: version, Rule: importUNGA, Settings: settings, DataHash: m.report.SHA256, Result: result}
	return m.append([]store.Change{{Kind: ledger.KindRun, Body: run, Status: ledger.Accepted, Coder: m.coder, Evidence: m.evidence(), Why: m.why}})
}
