package unga

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"orrery/internal/dataset"
	"orrery/ledger"
)

// Row is one vote of one member.
type Row struct {
	Vote ledger.Vote
	Line int // where it stands
}

// Limits of what one file may hold, some ten times what there is.
const (
	maxRow       = 1 << 20 // bytes; titles have some thousand
	maxRollCalls = 100_000
	maxUnknown   = 1_000
)

// Read hands out every vote of a file in its order and returns what else the file held. The file is CSV or tab-separated,
// which its header tells; name is what errors call it.
//
// Votes refer to their roll call by symbol: the resolution's, with "#" and the publisher's number behind it where a symbol
// had several roll calls. Y, 1 and yes are yes; N, 3 and no are no; A, 2 and abstain are abstentions; X, NV, 8 and absent
// are absences; 9 and NA are no member. Anything else is an error with file, line and column, as is a broken row; an error
// that each returns ends the reading and is returned as it is.
func Read(name string, in io.Reader, each func(Row) error) (*Report, error) {
	known, err := members()
	if err != nil {
		return nil, fmt.Errorf("reading the list of members: %w", err)
	}
	table, err := dataset.OpenTable(name, in, maxRow)
	if err != nil {
		return nil, err
	}
	c, err := readHeader(table)
	if err != nil {
		return nil, err
	}
	s := &scan{table: table, columns: c, known: known, rolls: map[string]*roll{}, symbols: map[string]string{}, strangers: map[string]int{},
		report: &Report{File: name, Format: c.format, Choices: map[ledger.VoteChoice]int{}, perDay: map[ledger.Date]int{}}}
	for {
		record, err := table.Next()
		if errors.Is(err, io.EOF) {
			return s.finish(), nil
		} else if err != nil {
			return nil, err
		}
		s.report.Rows++
		row, ok, err := s.row(record)
		if err != nil {
			return nil, err
		}
		if ok {
			if err := each(row); err != nil {
				return nil, err
			}
		}
	}
}

// scan is the state of one reading.
type scan struct {
	table     *dataset.Table
	columns   columns
	known     *register
	rolls     map[string]*roll  // by publisher's number and symbol
	list      []*roll           // in the order of the file
	symbols   map[string]string // symbol to the key of the roll call that has it
	strangers map[string]int    // unknown states to their place in the report
	report    *Report
}

// roll is a roll call that is being read, with the choice of each member so far, so that repeated rows are told from
// contradictions.
type roll struct {
	RollCall
	choices [256]byte // by member; 0 none
}

func cell(record []string, at int) string {
	if at < 0 {
		return ""
	}
	return strings.TrimSpace(record[at])
}

func (s *scan) row(record []string) (row Row, ok bool, err error) {
	c := s.columns
	line := s.table.Line()
	choice, member, err := s.choice(cell(record, c.vote))
	if err != nil {
		return row, false, err
	}
	if !member || cell(record, c.member) == "0" {
		s.report.NotMember++
		return row, false, nil
	}
	r, err := s.roll(record)
	if err != nil {
		return row, false, err
	}
	code, iso2, cow, name := cell(record, c.code), cell(record, c.iso2), cell(record, c.cow), cell(record, c.name)
	who := s.known.find(code, iso2, cow, name)
	if who == nil {
		return row, false, s.stranger(strings.TrimSpace(strings.Join([]string{code, iso2, cow}, " ")), name, line)
	}
	who = s.known.successor(who, r.When)
	if outside := who.outside(r.When); outside && choice == ledger.Absent {
		s.report.NotMember++ // a non-voting mark of a state that was not there to vote
		return row, false, nil
	} else if outside {
		s.report.Outside++
	}
	mark := choiceMark(choice)
	switch before := r.choices[who.index]; {
	case before == mark:
		s.report.Repeated++
		return row, false, nil
	case before != 0:
		if s.report.Conflicts++; s.report.Conflicts <= maxUnknown {
			s.report.Conflicting = append(s.report.Conflicting, s.table.Fault(c.vote, "%s is given a second, other vote on %s; the first was kept", who.code, r.Symbol).Error())
		}
		return row, false, nil
	}
	r.choices[who.index] = mark
	r.Tally.add(choice)
	s.report.Votes++
	s.report.Choices[choice]++
	s.report.perDay[r.When]++
	return Row{Vote: ledger.Vote{RollCall: r.Symbol, Actor: who.code, Choice: choice, When: r.When}, Line: line}, true, nil
}

func choiceMark(c ledger.VoteChoice) byte {
	return byte(1 + strings.Index("yes no abstain absent", string(c)))
}

func (t *Tally) add(c ledger.VoteChoice) {
	switch c {
	case ledger.Yes:
		t.Yes++
	case ledger.No:
		t.No++
	case ledger.Abstain:
		t.Abstain++
	default:
		t.Absent++
	}
}

// choice reads the code of a vote; member is false for the codes of states that were none.
func (s *scan) choice(code string) (choice ledger.VoteChoice, member bool, err error) {
	switch strings.ToUpper(strings.TrimSuffix(code, ".0")) {
	case "Y", "1", "YES":
		return ledger.Yes, true, nil
	case "N", "3", "NO":
		return ledger.No, true, nil
	case "A", "2", "ABSTAIN":
		return ledger.Abstain, true, nil
	case "X", "NV", "8", "ABSENT":
		return ledger.Absent, true, nil
	case "9", "NA":
		return "", false, nil
	}
	return "", false, s.table.Fault(s.columns.vote, "%q is no vote; it must be Y, N, A or X (NV), 1, 2, 3, 8 or 9, or yes, no, abstain or absent", code)
}

// stranger notes a state that no list names.
func (s *scan) stranger(code, name string, line int) error {
	key := code + "\x00" + name
	at, seen := s.strangers[key]
	if !seen {
		if len(s.report.Unknown) >= maxUnknown {
			return s.table.Fault(max(s.columns.code, s.columns.name), "more than %d states are unknown; this is not a file of votes of the General Assembly", maxUnknown)
		}
		at = len(s.report.Unknown)
		s.strangers[key] = at
		s.report.Unknown = append(s.report.Unknown, Unknown{Code: code, Name: name, Line: line})
	}
	s.report.Unknown[at].Rows++
	return nil
}

// number reads an official total; nil where the cell is empty or NA.
func (s *scan) number(record []string, at int) (*int, error) {
	text := strings.TrimSuffix(cell(record, at), ".0")
	if text == "" || text == "NA" {
		return nil, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 || n > 1000 {
		return nil, s.table.Fault(at, "%q is no number of members", text)
	}
	return &n, nil
}
