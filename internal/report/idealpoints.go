package report

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"orrery/internal/app"
)

// IdealPoints lays out the positions estimated from files of roll calls. On paper stands the last period, the highest
// position first; the CSV has one row a unit and period, or, where the dropped roll calls are asked for, one a dropped one.
func IdealPoints(v app.IdealPoints, dropped bool) Page {
	p := Page{Sentence: idealSentence(v), Notes: append(append([]string{}, v.Notices...), v.Cautions...)}
	last := len(v.Periods) - 1
	t := Table{Columns: columns("unit", ">position", ">5 %", ">95 %", ">sd", ">votes", ">periods")}
	if last > 0 {
		t.Title = "Positions in " + v.Periods[last].Name + ", the last of " + itoa(last+1) + " periods"
	}
	p.Data = Table{Columns: columns("unit", "period", ">votes", ">mean", ">sd", ">q05", ">q10", ">median", ">q90", ">q95", ">rhat", ">ess")}
	periods := map[int]int{}
	for _, pt := range v.Points {
		periods[pt.Unit]++
		p.Data.add(v.Units[pt.Unit], v.Periods[pt.Period].Name, itoa(pt.Votes), exact(pt.Mean), exact(pt.SD), exact(pt.Q05), exact(pt.Q10), exact(pt.Median), exact(pt.Q90), exact(pt.Q95), drawn(pt.RHat), drawn(pt.ESS))
	}
	for _, pt := range lastPoints(v) {
		t.add(v.Units[pt.Unit], spot(pt.Median), spot(pt.Q05), spot(pt.Q95), spot(pt.SD), itoa(pt.Votes), itoa(periods[pt.Unit]))
	}
	drops := Table{Title: "Roll calls that say nothing to this model", Columns: columns("roll call", "why")}
	if dropped {
		for _, d := range v.Dropped {
			drops.add(d.Call, d.Why)
		}
		p.Data = drops
	}
	p.Tables = []Table{t, drops, idealReceipt(v)}
	return p
}

// lastPoints are the points of the last period, highest first.
func lastPoints(v app.IdealPoints) []app.IdealPoint {
	var list []app.IdealPoint
	for _, pt := range v.Points {
		if pt.Period == len(v.Periods)-1 {
			list = append(list, pt)
		}
	}
	slices.SortStableFunc(list, func(a, b app.IdealPoint) int { return cmp.Compare(b.Median, a.Median) })
	return list
}

func idealSentence(v app.IdealPoints) string {
	s := fmt.Sprintf("%d units are placed in %d %s by %d votes on %d roll calls", len(v.Units), len(v.Periods), plural(len(v.Periods), "period", "periods"), v.Used, v.Calls)
	if n := len(v.Dropped); n > 0 {
		s += fmt.Sprintf("; %d roll %s nothing to this model", n, plural(n, "call says", "calls say"))
	}
	if v.Fitted != nil {
		return s + ". The scale is that of " + v.Fitted.File + "."
	}
	return s + ". Over all periods the positions have mean 0 and standard deviation 1."
}

// DroppedByReason counts the roll calls that do not count by their reason, most first.
func DroppedByReason(v app.IdealPoints) []string {
	n := map[string]int{}
	var order []string
	for _, d := range v.Dropped {
		why, _, _ := strings.Cut(d.Why, ":") // what follows are the numbers of one roll call
		if n[why]++; n[why] == 1 {
			order = append(order, why)
		}
	}
	slices.SortStableFunc(order, func(a, b string) int { return n[b] - n[a] })
	for i, why := range order {
		order[i] = strconv.Itoa(n[why]) + " " + why
	}
	return order
}

// idealReceipt is what another person needs to get the same numbers.
func idealReceipt(v app.IdealPoints) Table {
	t := Table{Title: "Receipt", Columns: columns("of", "what")}
	t.add("Orrery", v.Version)
	method := v.Method
	if s := v.Settings; s.Sweeps > 0 {
		method += fmt.Sprintf(", seed %d, %d chains of %d + %d sweeps", s.Seed, s.Chains, s.BurnIn, s.Sweeps)
	}
	if v.Settings.BSVCompat && v.Method == "fast" {
		method += fmt.Sprintf(", seed %d", v.Settings.Seed)
	}
	if v.Settings.BSVCompat {
		method += ", as Bailey, Strezhnev and Voeten ran it"
	}
	t.add("method", method)
	if v.Settings.Anchors != "" {
		t.add("chains begin", v.Settings.Anchors)
	}
	t.add("roll calls", fmt.Sprintf("of at least %d votes, at least %d outside the largest category", v.Settings.MinVotes, v.Settings.MinMinority))
	t.add("positive", strings.Join(v.Settings.Positive, ", "))
	t.add("votes read", v.Coding.How+": "+strings.Join(v.Coding.Categories, " < ")+"; missing "+itoa(v.Missing))
	if v.Run.WorstRHat > 0 {
		t.add("chains", fmt.Sprintf("worst R-hat %.3f, lowest effective size %.0f, %d draws", v.Run.WorstRHat, v.Run.LowestESS, v.Run.Draws))
	}
	if v.Fitted != nil {
		t.add("update of", v.Fitted.File+" sha256:"+v.Fitted.SHA256)
	}
	for _, in := range v.Inputs {
		t.add("file", fmt.Sprintf("%s: %d rows, %s%s, %d bytes, sha256:%s", in.File, in.Rows, in.Form, idealColumns(in), in.Bytes, in.SHA256))
	}
	return t
}

func idealColumns(in app.IdealInput) string {
	var parts []string
	for _, c := range [][2]string{{"unit", in.Unit}, {"roll call", in.RollCall}, {"vote", in.Vote}, {"period", in.Period}, {"item", in.Item}} {
		if c[1] != "" {
			parts = append(parts, c[0]+" "+c[1])
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return " (" + strings.Join(parts, ", ") + ")"
}

// drawn writes a diagnostic of draws; empty where nothing was drawn.
func drawn(x float64) string {
	if x == 0 {
		return ""
	}
	return exact(x)
}

// exact writes a number for a program: six digits after the point, never with an exponent, which a spreadsheet's guard would
// take for a formula where the number is negative.
func exact(x float64) string { return strconv.FormatFloat(math.Round(x*1e6)/1e6+0, 'f', -1, 64) }

// spot writes a position for reading.
func spot(x float64) string {
	s := strconv.FormatFloat(x, 'f', 2, 64)
	if s == "-0.00" {
		return "0.00"
	}
	return s
}

func plural[T ~int | ~int64](n T, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}
