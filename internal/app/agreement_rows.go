package app

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"orrery/ledger"
	"orrery/model/agreement"
)

// rows are the agreement on all kinds, on each kind that somebody coded, and on the positions of stances.
func (c *comparison) rows() []AgreementRow {
	all := c.row(AgreementRow{Label: "all kinds"}, agreement.Nominal, c.sentences(suggestedKinds()))
	out := []AgreementRow{all}
	for _, kind := range suggestedKinds() {
		if row := c.row(AgreementRow{Kind: string(kind), Label: kindWords(kind, 2)}, agreement.Nominal, c.sentences([]ledger.Kind{kind})); row.Coded > 0 {
			out = append(out, row)
		}
	}
	if row := c.row(AgreementRow{Kind: "positions", Label: "positions of stances that both coded"}, agreement.Ordinal, c.positions()); row.Coded > 0 {
		out = append(out, row)
	}
	return out
}

// judgements are values of units × coders; blank are those in which nobody coded anything.
type judgements struct {
	values [][]int
	blank  []bool
}

// sentences gives each sentence a value a coder: what is coded in it of these kinds. Sentences in which nobody coded count too, as
// agreed on nothing; they do not count as coded.
func (c *comparison) sentences(kinds []ledger.Kind) (all judgements) {
	numbers := map[string]int{"": 0}
	for _, d := range c.documents {
		for _, u := range d.units {
			one, empty := make([]int, len(c.chosen)), true
			for i := range c.chosen {
				if one[i] = agreement.Missing; !d.here[i] {
					continue
				}
				value := u.value(i, kinds)
				n, known := numbers[value]
				if !known {
					n = len(numbers)
					numbers[value] = n
				}
				one[i] = n
				empty = empty && value == ""
			}
			all.values, all.blank = append(all.values, one), append(all.blank, empty)
		}
	}
	return all
}

// value is what a coder has in a sentence of some kinds: the set of codes as one text.
func (u *comparedUnit) value(coder int, kinds []ledger.Kind) string {
	var codes []string
	for _, kind := range kinds {
		for _, rec := range u.by[coder][kind] {
			codes = append(codes, codeOf(rec.Body))
		}
	}
	slices.Sort(codes)
	return strings.Join(slices.Compact(codes), "; ")
}

// row computes one agreement.
func (c *comparison) row(row AgreementRow, metric agreement.Metric, all judgements) AgreementRow {
	row.Metric = string(metric)
	var judged [][]int
	for i, unit := range all.values {
		var given []int
		for _, v := range unit {
			if v != agreement.Missing {
				given = append(given, v)
			}
		}
		if len(given) < 2 {
			continue
		}
		judged = append(judged, unit)
		if !all.blank[i] {
			row.Coded++
			if len(slices.Compact(given)) == 1 {
				row.Same++
			}
		}
	}
	row.Units, row.Enough = len(judged), row.Coded >= leastUnits
	alpha := agreement.Alpha(judged, metric)
	switch {
	case row.Coded == 0:
		row.Text = "Nobody coded any."
	case !row.Enough:
		row.Text = fmt.Sprintf("Not enough evidence: %s coded, %d are needed; on %d of them all agree.", counted(row.Coded, "unit is", "units are"), leastUnits, row.Same)
	case math.IsNaN(alpha):
		row.Text = "Everybody coded the same everywhere: there was nothing to disagree on, so alpha is not defined."
	default:
		row.Alpha = &alpha
		row.Text = fmt.Sprintf("alpha %.2f", alpha)
		if low, high, ok := agreement.Interval(judged, metric, 0, agreementSeed); ok {
			row.Low, row.High = &low, &high
			row.Text += fmt.Sprintf(" (95 %% interval %.2f to %.2f)", low, high)
		}
		row.Text += fmt.Sprintf("; on %d of %d coded units all agree.", row.Same, row.Coded)
	}
	return row
}
