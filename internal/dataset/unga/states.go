package unga

import (
	_ "embed"
	"encoding/csv"
	"strings"
	"sync"

	"orrery/ledger"
)

// statesCSV lists the members, past and present: alpha-3 code, alpha-2 code, numbers of the Correlates of War, date of
// admission (a year for founders), last day where a member ceased to exist, and the names that records use.
//
//go:embed states.csv
var statesCSV string

// PublishedPositive is the member whose side the published series of ideal points makes the positive one.
const PublishedPositive = "USA"

// state is one member.
type state struct {
	index        int // position in the list, for bit sets
	code, name   string
	joined, left ledger.Date
}

// outside says whether the state was certainly no member on a day.
func (s *state) outside(day ledger.Date) bool {
	return day.Before(s.joined) == ledger.Certainly || !s.left.IsZero() && s.left.Before(day) == ledger.Certainly
}

// register finds members by what a record calls them.
type register struct {
	all                        []state
	byCode, byISO2, byCOW, byN map[string]*state
}

// members reads the list once; it is part of the program, so a fault in it is a fault of the build and is caught by a test.
var members = sync.OnceValues(func() (*register, error) { return readMembers(statesCSV) })

func readMembers(text string) (*register, error) {
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		return nil, err
	}
	r := &register{all: make([]state, len(rows)-1), byCode: map[string]*state{}, byISO2: map[string]*state{},
		byCOW: map[string]*state{}, byN: map[string]*state{}}
	for i, row := range rows[1:] {
		s := &r.all[i]
		s.index, s.code = i, row[0]
		for to, text := range map[*ledger.Date]string{&s.joined: row[3], &s.left: row[4]} {
			if text != "" {
				if *to, err = ledger.ParseDate(text); err != nil {
					return nil, err
				}
			}
		}
		r.byCode[row[0]] = s
		if row[1] != "" {
			r.byISO2[row[1]] = s
		}
		for _, n := range strings.Split(row[2], "/") {
			if n != "" {
				r.byCOW[n] = s
			}
		}
		s.name, _, _ = strings.Cut(row[5], ";")
		for _, n := range strings.Split(row[5], ";") {
			r.byN[plain(n)] = s
		}
	}
	return r, nil
}

// Member is what the list says of a code: the English name, the day of admission (a year for founders) and the last day of
// a member that ceased to exist, zero for the others. False: no member has that code.
func Member(code string) (name string, joined, left ledger.Date, ok bool) {
	known, err := members()
	if err != nil {
		return "", joined, left, false // reading says it
	}
	s := known.byCode[code]
	if s == nil {
		return "", joined, left, false
	}
	return s.name, s.joined, s.left, true
}

// MembersOn is how many members there were on a day, those that joined or left that very day not counted. China is one
// member throughout, whichever of two codes its votes carry.
func MembersOn(day ledger.Date) int {
	known, err := members()
	if err != nil {
		return 0 // reading says it
	}
	n := 0
	for i := range known.all {
		if s := &known.all[i]; s.code != "TWN" && s.joined.Before(day) == ledger.Certainly && !s.outside(day) {
			n++
		}
	}
	return n
}

// plain is a name for comparison: case, quotation marks and doubled spaces do not matter.
func plain(name string) string {
	name = strings.NewReplacer("’", "'", "`", "'", "´", "'").Replace(strings.ToUpper(name))
	return strings.Join(strings.Fields(name), " ")
}

// find is the member that a row means. An alpha-2 code of "NA" is Namibia, unless the row's name says that the code is only a
// statistics program's mark for a missing one.
func (r *register) find(code, iso2, cow, name string) *state {
	if s := r.byCode[strings.ToUpper(code)]; s != nil {
		return s
	}
	if s := r.byCOW[cow]; s != nil {
		return s
	}
	byName := r.byN[plain(name)] // last, as it takes the longest
	if s := r.byISO2[strings.ToUpper(iso2)]; s != nil && (byName == nil || byName == s || iso2 != "NA") {
		return s
	}
	return byName
}
