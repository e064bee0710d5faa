package app

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"orrery/ledger"
	"orrery/model/coincide"
)

// GridAsk says which tests to run on a set of reports: every type of step with every type of answer, in every window, between the states
// that are reported most.
type GridAsk struct {
	Set      string
	Windows  []int      // days after the first day on which an answer counts, 1 to 60 (those for which a rule has a strip), at most 8; none: 7, 14 and 30
	Dyads    int        // directed dyads, the most reported first; 0: as many as make a million tests
	From, To ledger.Day // days that count, both included; 0: open on this side
	Strata   string     // "blocks" of days or days of like "attention"; "": blocks
	Control  bool       // run the grid a second time without any link, as a check of the screen itself
	Seed     uint64     // stands in the record; nothing here is drawn by chance

	Reading, Testing func(done, total int64) // progress in reports and in dyads; nil: nobody listens
}

// The grid's fixed choices.
const (
	gridLag     = 1         // an answer counts from the day after: within a day nobody knows what came first
	gridTests   = 1_000_000 // at least so many tests when the number of dyads is not given
	mostWindows = 8
	mostDyads   = 100_000
)

// Grid runs every test of a grid and corrects for all of them. The answer depends on the reports and the ask only, not on
// the number of processors. It is kept as a run, so that whoever runs a rule on this set can be told that it was screened;
// the same ask on the same reports gives the kept one. Errors: NotFound for a set that was not imported, Invalid for one without a
// denominator, Malformed, ReadOnly where the ledger may not be written.
func (a *App) Grid(ctx context.Context, ask GridAsk) (GridView, error) {
	settings, err := ask.settings()
	if err != nil {
		return GridView{}, err
	}
	r, err := a.open(ctx, Scope{})
	if err != nil {
		return GridView{}, err
	}
	cover, err := a.reportSet(ctx, ask.Set)
	if err != nil {
		return GridView{}, err
	}
	if cover.Denominator == "" {
		return GridView{}, &Error{Code: Invalid, Field: "set", Text: "a grid on " + ask.Set + " has no base rate: " + cover.Why, Do: "take a set whose files say what their silence means"}
	}
	g, err := r.gatherGrid(ask, settings, cover)
	if err != nil {
		return GridView{}, err
	}
	if v, err := r.keptGrid(g); err != nil || v != nil {
		return gridOr(v), err
	}
	if a.readOnly {
		return GridView{}, &Error{Code: ReadOnly, Text: "the ledger is open for reading only, and a screen must be counted in it", Do: "open it for writing"}
	}
	v, err := g.screen(ctx, ask)
	if err != nil {
		return GridView{}, err
	}
	return r.keepGrid(g, v)
}

func gridOr(v *GridView) GridView {
	if v == nil {
		return GridView{}
	}
	return *v
}

// gridSettings stand in a run's record.
type gridSettings struct {
	Code    string            `json:"code"`
	Set     string            `json:"set"`
	Lag     int               `json:"lag"`
	Windows []int             `json:"windows"`
	Dyads   int               `json:"dyads"`
	From    string            `json:"from,omitempty"`
	To      string            `json:"to,omitempty"`
	Control bool              `json:"control"`
	Engine  coincide.Settings `json:"engine"`
}

// settings checks an ask and fills in what it leaves open.
func (ask GridAsk) settings() (gridSettings, error) {
	s := gridSettings{Code: coincide.Version + " grid/2", Set: ask.Set, Lag: gridLag, Windows: slices.Clone(ask.Windows), Dyads: ask.Dyads,
		Control: ask.Control, Engine: coincide.Defaults(ask.Seed)}
	if len(s.Windows) == 0 {
		s.Windows = []int{7, 14, 30}
	}
	slices.Sort(s.Windows)
	if s.Windows = slices.Compact(s.Windows); len(s.Windows) > mostWindows || s.Windows[0] < 1 || s.Windows[len(s.Windows)-1] > s.Engine.StripTo {
		return s, malformed("window", "windows "+digits(ask.Windows)+" cannot be tested", fmt.Sprintf("give 1 to %d windows of 1 to %d days", mostWindows, s.Engine.StripTo))
	}
	if s.Dyads == 0 {
		each := gridTypes * gridTypes * len(s.Windows)
		s.Dyads = (gridTests + each - 1) / each
	}
	if s.Dyads < 1 || s.Dyads > mostDyads {
		return s, malformed("dyads", fmt.Sprintf("%d dyads cannot be tested", ask.Dyads), fmt.Sprintf("give 1 to %d", mostDyads))
	}
	switch ask.Strata {
	case "", string(coincide.ByBlocks):
	case string(coincide.ByAttention):
		s.Engine.Strata = coincide.ByAttention
	default:
		return s, malformed("strata", quoted(ask.Strata)+" are no strata", "write blocks or attention")
	}
	if ask.From != 0 && ask.To != 0 && ask.To < ask.From {
		return s, malformed("to", "the days from "+ask.From.String()+" to "+ask.To.String()+" end before they begin", "give the earlier one first")
	}
	if ask.From != 0 {
		s.From = ask.From.String()
	}
	if ask.To != 0 {
		s.To = ask.To.String()
	}
	return s, nil
}

func digits(list []int) string {
	text, err := json.Marshal(list)
	if err != nil {
		return ""
	}
	return string(text)
}
