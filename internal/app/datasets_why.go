package app

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"orrery/internal/store"
)

// denominatorWhy says in words what the silence of a set means, and why.
func denominatorWhy(s store.ReportSet, c reportCoverage) string {
	if s.Set == "gdelt" {
		return quartersWhy(s.Files)
	}
	switch c.Denominator {
	case denominatorRegister:
		return "A register: " + keepers(s.Files) + " enters every measure of its own in it, so that a day without an entry is a day without a measure. This is what was declared when it was imported; the program cannot check it."
	case denominatorData:
		return dataWhy(s)
	}
	switch {
	case len(s.Files) == 0:
		return "No file was imported to its end, so that nobody can say which days it covers: import it again."
	case s.Set == "polecat":
		return "No day is covered: all reports of the files are of days on which none of their texts was published, or outside the days declared. POLECAT's files follow the day of publication."
	case slices.Contains(publishedSets, s.Set):
		return "No day is covered: the days declared are outside those of the files, or no report says in which country it happened."
	}
	return "A list of cases: nobody declared that it holds whatever happened, so that a day without a report says nothing, and there is no base rate. Declare it when you import it (--register or --complete, with --from and --to), if it is so."
}

func dataWhy(s store.ReportSet) string {
	switch s.Set {
	case "icews", "polecat":
		text := "The publisher codes whatever its news sources report of anybody, so that a day without a report is a day on which none of them reported it; not a day on which nothing happened. Covered from the first to the last day of each file"
		if s.Set == "polecat" {
			text += ", as far as its texts were published in those days"
		}
		text += "."
		if slices.ContainsFunc(s.Files, func(f store.ReportFile) bool { return f.Form == "relations" }) {
			text += " Among the files are extracts: what their makers left out is silent here too."
		}
		return text
	case "acled":
		return "ACLED looks for all political violence and protest in the countries that it covers, so that a day without a report is a day without one that it knows of. Exports are chosen by country: only the countries that occur in a file are covered, from its first day to its last. If an export was narrowed further (by type, actor or place), that is not so: import it with --from and --to of what is whole, or do not use it as a base rate."
	}
	return "Declared complete when it was imported: it records whatever happens in its scope on the days declared. The program cannot check it."
}

func keepers(files []store.ReportFile) string {
	var names []string
	for _, f := range files {
		if name := f.Register; name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return "the authority"
	}
	return strings.Join(names, ", ")
}

func quartersWhy(files []store.ReportFile) string {
	days := quartersByDay(files)
	whole, lacking, most := 0, 0, ""
	for _, d := range days {
		if d.Files == quartersOfDay {
			whole++
		} else if lacking++; lacking <= 3 {
			most += fmt.Sprintf(", %s lacks %d", d.Day, quartersOfDay-d.Files)
		}
	}
	text := fmt.Sprintf("GDELT publishes a file every quarter of an hour, and codes whatever the news it reads report. A day is covered when all %d files of it are imported, told by their names: %d are. ", quartersOfDay, whole)
	if lacking > 0 {
		text += fmt.Sprintf("%d have some (%s)", lacking, strings.TrimPrefix(most, ", "))
		if lacking > 3 {
			text += " and so on"
		}
		text += ". "
	}
	if other := unnamed(files); other > 0 {
		text += fmt.Sprintf("%d of the files imported are not named as GDELT names them (20220301001500.export.CSV.zip), so that they cover nothing. ", other)
	}
	return text + "Reports that speak of an older day than their file do not make that day covered."
}

func unnamed(files []store.ReportFile) (n int) {
	for _, f := range files {
		if _, ok := quarter(f.Name); !ok {
			n++
		}
	}
	return n
}

// fileSummary is what the reader found in a file, as store.ReportFile.Summary keeps it. Lists are cut; their counts are not.
type fileSummary struct {
	Named    int        `json:"named"`
	Mapped   int        `json:"mapped"`
	Typed    int        `json:"typed"`
	Undated  int        `json:"undated,omitempty"`
	Loose    int        `json:"loose,omitempty"`
	Recoded  int        `json:"recoded,omitempty"`
	Unmapped []LeftOver `json:"unmapped,omitempty"`
	Untyped  []LeftOver `json:"untyped,omitempty"`
	Unknown  []LeftOver `json:"unknown,omitempty"`
}

// LeftOver is something that no table has.
type LeftOver struct {
	Name string `json:"name"`
	N    int    `json:"n" doc:"How often it stands there"`
	Line int    `json:"line" doc:"Where first"`
}

// summaryOf reads a file's summary; one that cannot be read is empty.
func summaryOf(f store.ReportFile) (s fileSummary) {
	if json.Unmarshal(f.Summary, &s) != nil {
		return fileSummary{}
	}
	return s
}
