package app

import (
	"maps"
	"slices"
	"strings"

	"orrery/internal/dataset/unga"
	"orrery/internal/store"
	"orrery/ledger"
)

// match finds each roll call of the file in the ledger: by its symbol and day, by the publisher's number, by the draft
// that was voted on, and where one of the two has no symbol of a resolution, by day and totals when no other roll call of that
// day has them. A publisher's number without symbol or day cannot be matched with anything, so that it is left out.
func (m *ungaImport) match() error {
	held := map[string]*ledger.RollCall{}
	err := m.app.everyRecord(m.ctx, []ledger.Kind{ledger.KindRollCall}, func(rec ledger.Record) error {
		held[rec.Key] = rec.Body.(*ledger.RollCall)
		return nil
	})
	if err != nil {
		return err
	}
	m.keys, m.calls, m.exists = map[string]string{}, map[string]*unga.RollCall{}, map[string]bool{}
	claimed := map[string]string{}
	claim := func(c *unga.RollCall, key, by string) bool {
		h := held[key]
		if h == nil || claimed[key] != "" || !sameDay(h.When, c.When) {
			return false
		}
		claimed[key], m.keys[c.Symbol] = c.Symbol, key
		if by != "symbol" {
			m.report.Matched = append(m.report.Matched, MatchedCall{File: c.Symbol, Ledger: key, By: by})
		}
		return true
	}
	var rest []*unga.RollCall
	for i := range m.seen.RollCalls {
		c := &m.seen.RollCalls[i]
		m.calls[c.Symbol] = c
		switch library := m.seen.Format == unga.Library2024 || m.seen.Format == unga.Library2026; {
		case claim(c, c.Symbol, "symbol"), claim(c, anotherDay(c), "symbol"):
		case library && c.ID != "" && claim(c, "UNDL-"+c.ID, "the Library's number"):
		case c.Draft != "" && claim(c, c.Draft, "draft and day"):
		default:
			rest = append(rest, c)
		}
	}
	free := map[fingerprint][]string{}
	for key, h := range held {
		if print, ok := printOf(h.When, h.Yes, h.No, h.Abstain); ok && claimed[key] == "" {
			free[print] = append(free[print], key)
		}
	}
	alike := map[fingerprint]int{}
	for i := range m.seen.RollCalls {
		if print, ok := printOfFile(&m.seen.RollCalls[i]); ok {
			alike[print]++
		}
	}
	for _, c := range rest {
		print, exact := printOfFile(c)
		unnamed := strings.HasPrefix(c.Symbol, "UNGA#")
		keys := slices.DeleteFunc(slices.Clone(free[print]), func(key string) bool { return resolution(key) && resolution(c.Symbol) }) // two symbols of resolutions are two resolutions
		switch {
		case exact && alike[print] == 1 && len(keys) == 1 && claim(c, keys[0], "day and totals"):
		case unnamed && !exact:
			m.report.Unidentified++
			m.keys[c.Symbol] = ""
		case held[c.Symbol] != nil: // another day: the ledger means another roll call
			m.keys[c.Symbol] = anotherDay(c)
		default:
			m.keys[c.Symbol] = c.Symbol
		}
	}
	if m.report.Unidentified == len(m.calls) && len(m.calls) > 0 {
		return &Error{Code: Invalid, Field: "file", Text: m.file.Name + " gives neither the symbol nor the day of its roll calls, so that a resolution that the ledger holds would count twice",
			Do: "import the publisher's own file, which has the columns unres and date; nothing was written"}
	}
	first, last := m.seen.Days()
	for _, key := range slices.Sorted(maps.Keys(held)) { // the first thousand of the differing totals must be the same ones every time
		h := held[key]
		if claimed[key] == "" && h.When.Before(first) != ledger.Certainly && last.Before(h.When) != ledger.Certainly {
			m.report.NotInFile = append(m.report.NotInFile, key)
		}
		m.exists[key] = true
		m.compareTotals(claimed[key], h)
	}
	slices.SortFunc(m.report.Totals, func(x, y TotalMismatch) int { return strings.Compare(x.RollCall, y.RollCall) })
	return nil
}

// anotherDay is the symbol under which an import keeps a roll call whose own symbol the ledger has for one of another day.
func anotherDay(c *unga.RollCall) string { return c.Symbol + "#" + c.When.String() }

// fingerprint is what tells roll calls of one day apart where their symbols do not.
type fingerprint struct {
	day              ledger.Day
	yes, no, abstain int
}

func printOf(when ledger.Date, yes, no, abstain *int) (fingerprint, bool) {
	first, last := when.Span()
	if when.IsZero() || first != last || yes == nil || no == nil || abstain == nil {
		return fingerprint{}, false
	}
	return fingerprint{first, *yes, *no, *abstain}, true
}

// printOfFile counts the rows where the file gives no totals.
func printOfFile(c *unga.RollCall) (fingerprint, bool) {
	yes, no, abstain := c.Yes, c.No, c.Abstain
	if yes == nil || no == nil || abstain == nil {
		yes, no, abstain = &c.Tally.Yes, &c.Tally.No, &c.Tally.Abstain
	}
	return printOf(c.When, yes, no, abstain)
}

func resolution(symbol string) bool { return strings.HasPrefix(symbol, "A/RES/") }

func sameDay(x, y ledger.Date) bool {
	return x.Before(y) != ledger.Certainly && y.Before(x) != ledger.Certainly
}

// compareTotals lists a roll call whose totals in the ledger are not the file's.
func (m *ungaImport) compareTotals(symbol string, h *ledger.RollCall) {
	c := m.calls[symbol]
	if c == nil {
		return
	}
	yes, no, abstain, _ := totalsIn(c)
	if yes == nil || no == nil || abstain == nil {
		m.report.Same.RollCalls++
		return
	}
	file, row := VoteTotals{*yes, *no, *abstain}, TotalMismatch{RollCall: h.Symbol}
	row.Right = file
	if h.Yes != nil && h.No != nil && h.Abstain != nil {
		if row.Left = (&VoteTotals{*h.Yes, *h.No, *h.Abstain}); *row.Left == file {
			m.report.Same.RollCalls++
			return
		}
	}
	if len(m.report.Totals) < importList {
		m.report.Totals = append(m.report.Totals, row)
	}
}

// unnamedMost is how many members the rows of a roll call may not name and still be counted as those of all: the published
// lists leave out one to three on the days when members came and went.
const unnamedMost = 3

// totalsIn is the official totals of a roll call, or, where the file gives none and its rows name all members, their count.
func totalsIn(c *unga.RollCall) (yes, no, abstain *int, counted bool) {
	t := c.Tally
	if n := unga.MembersOn(c.When); c.Yes != nil || c.No != nil || c.Abstain != nil || n == 0 || t.Yes+t.No+t.Abstain+t.Absent < n-unnamedMost {
		return c.Yes, c.No, c.Abstain, false
	}
	return &t.Yes, &t.No, &t.Abstain, true
}

// prepare makes the source and the states that the ledger does not have.
func (m *ungaImport) prepare() error {
	have := map[string]bool{}
	err := m.app.everyRecord(m.ctx, []ledger.Kind{ledger.KindActor, ledger.KindSource}, func(rec ledger.Record) error {
		have[rec.Ref()] = true
		return nil
	})
	if err != nil {
		return err
	}
	var changes []store.Change
	add := func(body ledger.Noun, evidence []ledger.Evidence) {
		changes = append(changes, store.Change{Kind: body.Kind(), Body: body, Status: ledger.Accepted, Coder: m.coder, Evidence: evidence, Why: m.why})
	}
	if !have[string(ledger.KindSource)+":"+m.source.ID] {
		add(&ledger.Source{Key: m.source.ID, Title: m.source.Title + " (licence: " + m.source.Licence + ")", Publisher: m.source.Publisher,
			URL: m.source.Page, Language: "en", Type: ledger.SourceDataset}, []ledger.Evidence{})
	}
	for _, code := range slices.Sorted(slices.Values(m.codes)) {
		if have[string(ledger.KindActor)+":"+code] {
			m.report.Same.Actors++
			continue
		}
		name, _, left, known := unga.Member(code)
		if !known {
			name = code // the reader hands out members only
		}
		add(&ledger.Actor{Code: code, Type: ledger.ActorState, Names: map[string]string{"en": name}, To: left}, m.evidence())
		m.report.Actors = append(m.report.Actors, Named{Code: code, Name: name})
	}
	m.report.New.Actors = len(m.report.Actors)
	return m.append(changes)
}

func (m *ungaImport) evidence() []ledger.Evidence {
	return []ledger.Evidence{{Source: m.source.ID}}
}
