package sqlstore

import (
	"fmt"
	"math"

	"orrery/internal/store"
)

var (
	reportColumns = []string{"set_id", "day", "link", "id", "hash", "key", "doubt", "source", "target", "type", "mode", "contexts"}
	detailColumns = []string{"id", "source_word", "source_sect_word", "target_word", "target_sect_word", "code_word", "label_word",
		"place_word", "place_state_word", "publisher_word", "mutual", "intensity", "mentions", "sources", "articles", "deaths", "line", "body", "url"}
)

// checkReport refuses what could not be found again or not be kept as it is.
func checkReport(r *store.EventReport) error {
	switch {
	case r.Key == "":
		return fmt.Errorf("the report of line %d has no key", r.Line)
	case !isText(r.Key):
		return fmt.Errorf("the report of line %d: its key %q is not text; write it in UTF-8 without zero bytes", r.Line, r.Key)
	case r.Rated && (math.IsNaN(r.Intensity) || math.IsInf(r.Intensity, 0)):
		return fmt.Errorf("the report of line %d (%s): its intensity is not a number; leave it unrated", r.Line, r.Key)
	}
	return nil
}

// gather notes the words of a report.
func (v *vocabulary) gather(r *store.EventReport) {
	note(v.narrow, r.Source.State)
	note(v.narrow, r.Target.State)
	note(v.narrow, string(r.Type))
	note(v.narrow, r.Mode)
	note(v.narrow, v.listed(r.Contexts))
	for _, w := range [...]string{r.Source.Name, r.Source.Sectors, r.Target.Name, r.Target.Sectors, r.Code, r.Label, r.Place, r.PlaceState, r.Publisher} {
		note(v.wide, w)
	}
}

// reportValues are a report's values of reportColumns.
func (v *vocabulary) reportValues(out []any, set, id, hash int64, r *store.EventReport) []any {
	return append(out, set, int64(r.Day), r.Link, id, hash, r.Key, int64(r.Within), v.narrow[r.Source.State], v.narrow[r.Target.State],
		v.narrow[string(r.Type)], v.narrow[r.Mode], v.narrow[v.listed(r.Contexts)])
}

// detailValues are a report's values of detailColumns.
func (v *vocabulary) detailValues(out []any, id int64, r *store.EventReport) []any {
	var mutual int64
	var intensity, deaths any
	if r.Mutual {
		mutual = 1
	}
	if r.Rated {
		intensity = r.Intensity
	}
	if r.Deaths != nil {
		deaths = int64(*r.Deaths)
	}
	return append(out, id, v.wide[r.Source.Name], v.wide[r.Source.Sectors], v.wide[r.Target.Name], v.wide[r.Target.Sectors], v.wide[r.Code], v.wide[r.Label],
		v.wide[r.Place], v.wide[r.PlaceState], v.wide[r.Publisher], mutual, intensity, int64(r.Mentions), int64(r.Sources), int64(r.Articles),
		deaths, int64(r.Line), cleanText(r.Text), cleanText(r.URL))
}
