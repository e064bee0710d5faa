package rollcalls

import (
	"errors"
	"io"
	"strings"
	"time"

	"orrery/internal/dataset"
)

const maxRow = 16 << 20 // bytes: a wide table has a column a roll call

// Form says how a file was read.
type Form struct {
	Layout                             string // "long" or "wide"
	Unit, RollCall, Vote, Period, Item string // names of the columns; empty: none. A wide table has no column of votes
	Rows                               int
}

// Read adds the votes of a table; name is what errors call it. Cells that are empty are no votes. Errors say
// file:line:column and what to do.
func (v *Votes) Read(name string, in io.Reader, c Columns) (Form, error) {
	t, err := dataset.OpenTable(name, in, maxRow)
	if err != nil {
		return Form{}, err
	}
	p, err := c.place(t)
	if err != nil {
		return Form{}, err
	}
	form := p.form(t)
	v.voteview = form.Vote == "cast_code"
	for {
		row, err := t.Next()
		if errors.Is(err, io.EOF) {
			return form, nil
		} else if err != nil {
			return form, err
		}
		form.Rows++
		if err := v.row(t, p, row); err != nil {
			return form, err
		}
	}
}

func (p places) form(t *dataset.Table) Form {
	at := func(i int) string {
		if i < 0 {
			return ""
		}
		return t.Header()[i]
	}
	f := Form{Layout: "long", Unit: at(p.unit), Vote: at(p.vote), Period: at(p.period), Item: at(p.item)}
	if p.wide {
		f.Layout = "wide"
		return f
	}
	names := make([]string, len(p.calls))
	for i, c := range p.calls {
		names[i] = at(c)
	}
	f.RollCall = strings.Join(names, "+")
	return f
}

func (v *Votes) row(t *dataset.Table, p places, row []string) error {
	unit := strings.TrimSpace(row[p.unit])
	if unit == "" {
		return t.Fault(p.unit, "the cell is empty; say who voted")
	}
	period, err := p.periodOf(t, row)
	if err != nil {
		return err
	}
	if !p.wide {
		call := Call{Period: period}
		for _, c := range p.calls {
			call.Name = strings.TrimPrefix(call.Name+" "+strings.TrimSpace(row[c]), " ")
		}
		if call.Name == "" {
			return t.Fault(p.calls[0], "the cell is empty; name the roll call")
		}
		if p.item >= 0 {
			call.Item = strings.TrimSpace(row[p.item])
		}
		return v.add(t, unit, call, row[p.vote], p.vote)
	}
	for _, c := range p.calls {
		if strings.TrimSpace(row[c]) == "" {
			continue
		}
		if err := v.add(t, unit, Call{Name: t.Header()[c], Period: period}, row[c], c); err != nil {
			return err
		}
	}
	return nil
}

// add keeps copies only of what is new: a row's cells live until the next row.
func (v *Votes) add(t *dataset.Table, unit string, call Call, word string, at int) error {
	if _, known := v.units[unit]; !known {
		unit = strings.Clone(unit)
	}
	if _, known := v.calls[call.Period+"\x00"+call.Name]; !known {
		call = Call{strings.Clone(call.Name), strings.Clone(call.Period), strings.Clone(call.Item)}
	}
	word = strings.TrimSpace(word)
	if _, known := v.words[word]; !known {
		word = strings.Clone(word)
	}
	return v.Add(unit, call, word, func() string { return t.Where(at) })
}

// periodOf is the cell of the period; of a date the year.
func (p places) periodOf(t *dataset.Table, row []string) (string, error) {
	if p.period < 0 {
		return "", nil
	}
	text := strings.TrimSpace(row[p.period])
	if text == "" {
		return "", t.Fault(p.period, "the cell is empty; give the period, or name another column with --period")
	}
	if day := text[:min(len(text), 10)]; len(day) >= 7 {
		if _, err := time.Parse("2006-01-02"[:len(day)], day); err == nil {
			return day[:4], nil
		}
	}
	return strings.TrimSuffix(text, ".0"), nil
}
