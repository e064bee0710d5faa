package unga

import (
	"strconv"
	"strings"

	"orrery/ledger"
)

// roll is the roll call of a row, made when it is the first.
func (s *scan) roll(record []string) (*roll, error) {
	c := s.columns
	id, symbol := strings.TrimSuffix(cell(record, c.id), ".0"), cell(record, c.symbol)
	if symbol == "NA" || symbol == "MISSING_DATA" {
		symbol = ""
	}
	if id == "" && symbol == "" {
		id = recordNumber(cell(record, c.link))
	}
	key := id + "\x00" + symbol
	if id == "" {
		// Only the day tells two roll calls of one symbol apart.
		key = "\x00" + symbol + "\x00" + cell(record, c.date)
	}
	if r := s.rolls[key]; r != nil {
		return r, nil
	}
	if id == "" && symbol == "" {
		return nil, s.table.Fault(max(c.symbol, c.id), "the row names no roll call; give it a resolution or a number")
	}
	if len(s.rolls) >= maxRollCalls {
		return nil, s.table.Fault(max(c.symbol, c.id), "more than %d roll calls; this is not a file of votes of the General Assembly", maxRollCalls)
	}
	r := &roll{}
	r.ID, r.Session = id, strings.Clone(cell(record, c.session))
	title, _, _ := strings.Cut(strings.Join(strings.Fields(cell(record, c.title)), " "), " : resolution / ") // who adopted it is not its title
	r.Title, r.Draft = strings.Clone(title), strings.Clone(cell(record, c.draft))
	r.Paragraph = yes(cell(record, c.para)) || yes(cell(record, c.amend))
	var err error
	if r.When, err = s.day(record); err != nil {
		return nil, err
	}
	for _, total := range []struct { // in this order, so that of two broken cells the same one is named every time
		to **int
		at int
	}{{&r.Yes, c.yes}, {&r.No, c.no}, {&r.Abstain, c.abstain}, {&r.NonVoting, c.nonVoting}} {
		if *total.to, err = s.number(record, total.at); err != nil {
			return nil, err
		}
	}
	r.ID = strings.Clone(r.ID)
	r.Symbol = s.symbol(key, r, symbol)
	s.rolls[strings.Clone(key)] = r
	s.list = append(s.list, r)
	first, _ := r.When.Span()
	if began, _ := s.report.firstRollDay.Span(); s.report.firstRollDay.IsZero() || first < began {
		s.report.firstRollDay = r.When
	}
	return r, nil
}

func yes(flag string) bool { return flag == "1" || flag == "1.0" || strings.EqualFold(flag, "true") }

// symbol names a roll call once and for all: by its resolution, and with the publisher's number (or the day) behind it
// when another roll call has that name already or the vote was on a part only.
func (s *scan) symbol(key string, r *roll, symbol string) string {
	name, voeten := strings.Clone(official(symbol)), s.columns.format == Voeten
	_, taken := s.symbols[name]
	switch {
	case name == "" && voeten:
		name = "UNGA#" + r.ID
	case name == "":
		name = "UNDL-" + r.ID
	case r.ID != "" && (taken || r.Paragraph):
		name += "#" + r.ID
	case taken:
		name += "#" + r.When.String()
	}
	s.symbols[name] = key
	return name
}

// official spells Voeten's R/68/262 as the United Nations do. Before the thirty-first session they counted in another
// way (A/RES/3379(XXX)), and his symbols are left as they are.
func official(symbol string) string {
	rest, short := strings.CutPrefix(symbol, "R/")
	session, number, ok := strings.Cut(rest, "/")
	n, err := strconv.Atoi(session)
	if !short || !ok || err != nil || n < 31 || number == "" {
		return symbol
	}
	return "A/RES/" + rest
}

// recordNumber is the number in the address of a record of the Library, "" where there is none.
func recordNumber(link string) string {
	_, rest, _ := strings.Cut(link, "/record/")
	return rest[:len(rest)-len(strings.TrimLeft(rest, "0123456789"))]
}

// day reads the date, cut to a year or month where the file has no more; the year's column where it has no date.
func (s *scan) day(record []string) (ledger.Date, error) {
	c := s.columns
	text, at := cell(record, c.date), c.date
	if text == "" || text == "NA" {
		text, at = strings.TrimSuffix(cell(record, c.year), ".0"), c.year
	}
	if len(text) > 10 && (text[10] == ' ' || text[10] == 'T') {
		text = text[:10] // a midnight that a spreadsheet added
	}
	d, err := ledger.ParseDate(text)
	if err != nil || d.IsZero() {
		return d, s.table.Fault(at, "%q is no date; it must be like 2022-03-02, 2022-03 or 2022", text)
	}
	return d, nil
}

// finish fills in the roll calls and compares their rows with their official totals.
func (s *scan) finish() *Report {
	for _, r := range s.list {
		s.report.RollCalls = append(s.report.RollCalls, r.RollCall)
		if r.Yes == nil || r.No == nil || r.Abstain == nil {
			continue
		}
		rows := r.Tally
		rows.Absent = 0
		if official := (Tally{Yes: *r.Yes, No: *r.No, Abstain: *r.Abstain}); official != rows {
			s.report.Mismatches = append(s.report.Mismatches, Mismatch{r.Symbol, official, r.Tally})
		}
	}
	return s.report
}

// successor is the member that the records of a day mean. Voeten's number 345 stays with Belgrade throughout: it is
// Yugoslavia, then Serbia and Montenegro, then Serbia.
func (r *register) successor(s *state, when ledger.Date) *state {
	if s.code != "YUG" {
		return s
	}
	for _, next := range []string{"SRB", "SCG"} {
		if n := r.byCode[next]; when.Before(n.joined) == ledger.Never {
			return n
		}
	}
	return s
}
