package casebook

import (
	"reflect"
	"sort"
	"strings"
)

// sort puts the rows of every table in the order of the format.
func (c *Casebook) sort() {
	for _, t := range Tables() {
		keys := c.sortKeys(t)
		swap := reflect.Swapper(c.rowsOf(t.Name).Elem().Interface())
		sort.Stable(byKey{keys, swap})
	}
}

// sortKeys returns, for each row, the text that its table sorts by.
func (c *Casebook) sortKeys(t Table) []string {
	var keys []string
	if t.Name == "episodes" {
		return c.episodeKeys()
	}
	// cellsOf fails only when its function does.
	_ = c.cellsOf(t, func(cells []string) error {
		parts := make([]string, len(t.Order))
		for i, name := range t.Order {
			parts[i] = cells[t.index(name)]
		}
		keys = append(keys, strings.Join(parts, "\x00"))
		return nil
	})
	return keys
}

// episodeKeys sorts episodes by the date of their first event, then by id.
func (c *Casebook) episodeKeys() []string {
	dates := map[string]string{}
	for _, e := range c.Events {
		dates[e.EventID] = e.Date
	}
	keys := make([]string, len(c.Episodes))
	for i, e := range c.Episodes {
		first := ""
		for _, id := range append(append(List{}, e.TriggerIDs...), e.ResponseIDs...) {
			if d := dates[id]; d != "" && (first == "" || d < first) {
				first = d
			}
		}
		keys[i] = first + "\x00" + e.EpisodeID
	}
	return keys
}

type byKey struct {
	keys []string
	swap func(i, j int)
}

func (b byKey) Len() int           { return len(b.keys) }
func (b byKey) Less(i, j int) bool { return b.keys[i] < b.keys[j] }
func (b byKey) Swap(i, j int) {
	b.keys[i], b.keys[j] = b.keys[j], b.keys[i]
	b.swap(i, j)
}
