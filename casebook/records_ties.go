package casebook

import (
	"fmt"
	"strconv"
	"strings"

	"orrery/ledger"
)

// tieDrafts names a row by its sources, because two sources may differ on one
// measure and year and both rows stand. Where the same sources give several rows (a
// note tells them apart) the second and later ones are numbered in the file's order.
func tieDrafts(c *Casebook) []Draft {
	var out []Draft
	seen := map[string]int{}
	for _, r := range c.Ties {
		tie := &ledger.Tie{Actor: r.Actor, Hub: r.Hub, Channel: ledger.Channel(r.Channel), Measure: r.Measure,
			Unit: r.Unit, When: when(r.Year), Note: r.Note, Row: strings.Join(r.SourceIDs, "+")}
		tie.Value, tie.Text = number(r.Value)
		key := tie.NaturalKey()
		if seen[key]++; seen[key] > 1 {
			tie.Row = fmt.Sprintf("%s~%d", tie.Row, seen[key])
		}
		out = append(out, Draft{Table: "ties", Line: r.Line, Evidence: cite(r.SourceIDs), Body: tie})
	}
	return out
}

// number reads a figure. The text comes with it only where the usual spelling of
// the figure is another ("5.0"), so that the table can be written back.
func number(cell string) (value *float64, text string) {
	n, err := strconv.ParseFloat(cell, 64)
	if err != nil {
		return nil, ""
	}
	if plain(n) != cell {
		text = cell
	}
	return &n, text
}

// numberCell is number read backwards. A text that is no longer the value's, after
// an edit, is not used.
func numberCell(value *float64, text string) string {
	if value == nil {
		return ""
	}
	if n, err := strconv.ParseFloat(text, 64); err == nil && n == *value {
		return text
	}
	return plain(*value)
}

func plain(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }

func (c *Casebook) addTie(n *ledger.Tie, sources List) {
	c.Ties = append(c.Ties, Tie{Actor: n.Actor, Hub: n.Hub, Channel: string(n.Channel), Measure: n.Measure, Value: numberCell(n.Value, n.Text),
		Unit: n.Unit, Year: n.When.String(), Note: n.Note, SourceIDs: sources})
}
