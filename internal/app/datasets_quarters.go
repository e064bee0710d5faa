package app

import (
	"path"
	"regexp"
	"slices"
	"time"

	"orrery/internal/store"
	"orrery/ledger"
)

// quartersOfDay is how many files GDELT publishes a day.
const quartersOfDay = 96

// quarterName is how GDELT names the file of a quarter of an hour in English; its files of translated news are another stream.
var quarterName = regexp.MustCompile(`(?i)^(\d{14})\.export\.csv(\.zip|\.gz)?$`)

// quarter is the quarter of an hour that a file's name says, in UTC. False for any other name.
func quarter(name string) (time.Time, bool) {
	m := quarterName.FindStringSubmatch(path.Base(name))
	if m == nil {
		return time.Time{}, false
	}
	at, err := time.Parse("20060102150405", m[1])
	if err != nil || at.Minute()%15 != 0 || at.Second() != 0 {
		return time.Time{}, false
	}
	return at, true
}

// dayQuarters is how many of a day's files are there.
type dayQuarters struct {
	Day   ledger.Day
	Files int
}

// quartersByDay counts the quarters that files cover, each once, days rising. A file whose coverage was narrowed away does not count.
func quartersByDay(files []store.ReportFile) []dayQuarters {
	seen := map[time.Time]bool{}
	at := map[ledger.Day]int{}
	for _, f := range files {
		if when, ok := quarter(f.Name); ok && len(f.Covered) > 0 && !seen[when] {
			seen[when] = true
			at[ledger.DayOf(when)]++
		}
	}
	out := make([]dayQuarters, 0, len(at))
	for day, n := range at {
		out = append(out, dayQuarters{day, n})
	}
	slices.SortFunc(out, func(a, b dayQuarters) int { return int(a.Day) - int(b.Day) })
	return out
}

// wholeDays are the days of which all files are there.
func wholeDays(files []store.ReportFile) (out []reportSpan) {
	for _, d := range quartersByDay(files) {
		if d.Files == quartersOfDay {
			out = append(out, reportSpan{First: d.Day, Last: d.Day})
		}
	}
	return out
}
