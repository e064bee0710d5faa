package app

import (
	"fmt"
	"maps"
	"slices"

	"orrery/internal/dataset/reports"
	"orrery/internal/store"
	"orrery/ledger"
)

// Silence is what a person declares about the days on which a file has no report. The zero value declares nothing: published data sets say it
// themselves, and a table of one's own is then a list of cases without a base rate.
type Silence struct {
	// Register names the authority whose own register of its measures the file is: what is not in it was not done.
	Register string
	// Complete declares that the file records whatever happens in its scope.
	Complete bool
	// From and To (both included) are the days of which that holds. Required with Register and Complete; for a published data set they
	// narrow what it covers, either of them alone. Zero: not given; 1970-01-01 cannot be given.
	From, To ledger.Day
	// States (ISO 3166-1 alpha-3) are those of which that holds; none: all.
	States []string
}

// IsZero says that nothing is declared.
func (s Silence) IsZero() bool {
	return s.Register == "" && !s.Complete && s.From == 0 && s.To == 0 && len(s.States) == 0
}

var publishedSets = reports.Published()

func (s Silence) check(set string) error {
	published := slices.Contains(publishedSets, set)
	declared := s.Register != "" || s.Complete
	switch {
	case s.Register != "" && s.Complete:
		return malformed("register", "a file is either a register or a complete data set", "give --register or --complete")
	case published && declared:
		return malformed("register", "what the silence of "+set+" means is known: see `orrery datasets`", "leave --register and --complete out; --from and --to narrow the days")
	case declared && (s.From == 0 || s.To == 0):
		return malformed("from", "nobody can declare that a file is complete without its days", "give --from DATE and --to DATE: the days on which whatever happened is in it")
	case !published && !declared && !s.IsZero():
		return malformed("from", "days and states alone declare nothing about a table of your own", `say what it is: --register "Who keeps it", or --complete`)
	case s.From != 0 && s.To != 0 && s.To < s.From:
		return malformed("to", fmt.Sprintf("%s comes before %s", s.To, s.From), "give the first day with --from and the last with --to")
	case published && len(s.States) > 0:
		return malformed("states", "the states that "+set+" covers are known", "leave --states out")
	}
	for _, state := range s.States {
		if len(state) != 3 {
			return malformed("states", quoted(state)+" is not an ISO alpha-3 code", "write them like KAZ,UZB")
		}
	}
	return nil
}

// silence says what a missing report of the file means, by the rules in docs/formats/events.md.
func (f reportFormat) silence(n *store.ReportFile, s *reports.Summary, places map[string]bool, declared Silence) {
	first, last := s.First, s.Last
	switch {
	case f.set == "gdelt":
		at, ok := quarter(n.Name)
		if n.Denominator = denominatorData; !ok {
			return
		}
		first = ledger.DayOf(at)
		last = first
	case f.set == "acled":
		n.Denominator, n.States = denominatorData, slices.Sorted(maps.Keys(places))
		if len(n.States) == 0 {
			n.Denominator = ""
			return
		}
	case f.set == "polecat" && s.Published:
		n.Denominator = denominatorData
		first, last = max(first, s.FirstPublished), min(last, s.LastPublished)
	case slices.Contains(publishedSets, f.set):
		n.Denominator = denominatorData
	case declared.Register != "":
		n.Denominator, first, last = denominatorRegister, declared.From, declared.To
	case declared.Complete:
		n.Denominator, first, last = denominatorData, declared.From, declared.To
	default:
		return
	}
	if declared.From != 0 {
		first = max(first, declared.From)
	}
	if declared.To != 0 {
		last = min(last, declared.To)
	}
	if first <= last {
		n.Covered = []store.ReportSpan{{First: first, Last: last}}
	}
	if len(declared.States) > 0 {
		n.States = slices.Sorted(slices.Values(declared.States))
	}
}

// quarterWhy says what one file of GDELT covers.
func quarterWhy(n store.ReportFile) string {
	at, ok := quarter(n.Name)
	switch {
	case !ok:
		return "The file is not named as GDELT names its quarters of an hour (20220301001500.export.CSV.zip), so that it covers nothing: give it its name back and import it again, if it is one."
	case len(n.Covered) == 0:
		return "The day of the file is outside the days declared, so that it covers nothing."
	}
	return fmt.Sprintf("One of the %d files of %s; the day is covered when all of them are imported.", quartersOfDay, ledger.DayOf(at))
}

func quarterNamed(name string) bool {
	_, ok := quarter(name)
	return ok
}
