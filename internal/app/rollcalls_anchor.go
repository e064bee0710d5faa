package app

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"orrery/model/irt"
)

// publishedAnchors are where the published program starts the United States, Canada, Britain, Israel, Russia and East Germany,
// by number of the Correlates of War and by alpha-3 code. Their order matters to it.
var publishedAnchors = [][]irt.Anchor{
	{{Unit: "2", At: 3}, {Unit: "20", At: 3}, {Unit: "200", At: 3}, {Unit: "666", At: 3}, {Unit: "365", At: -2}, {Unit: "265", At: -2}},
	{{Unit: "USA", At: 3}, {Unit: "CAN", At: 3}, {Unit: "GBR", At: 3}, {Unit: "ISR", At: 3}, {Unit: "RUS", At: -2}, {Unit: "DDR", At: -2}},
}

// anchors are where the chains of a run with BSVCompat begin: as told, else as the published program does where the table
// has all of its states, else nowhere in particular.
func (q RollCallQuestion) anchors(t *irt.Table) ([]irt.Anchor, error) {
	if !q.BSVCompat || q.Method != "full" {
		if q.Anchors != "" {
			return nil, malformed("anchors", "--anchors places the start of the published program", "use it with --bsv-compat and the full method")
		}
		return nil, nil
	}
	if q.Anchors != "" {
		return parseAnchors(q.Anchors)
	}
	for _, list := range publishedAnchors {
		if !slices.ContainsFunc(list, func(a irt.Anchor) bool { return !slices.Contains(t.Units, a.Unit) }) {
			return list, nil
		}
	}
	return nil, nil
}

func parseAnchors(text string) ([]irt.Anchor, error) {
	var list []irt.Anchor
	for pair := range strings.SplitSeq(text, ",") {
		unit, at, ok := strings.Cut(pair, "=")
		x, err := strconv.ParseFloat(strings.TrimSpace(at), 64)
		if !ok || err != nil || x == 0 {
			return nil, malformed("anchors", fmt.Sprintf("%q is not a unit and where it starts", pair), "write them like USA=3,RUS=-2")
		}
		list = append(list, irt.Anchor{Unit: strings.TrimSpace(unit), At: x})
	}
	return list, nil
}

// anchorWords writes anchors as --anchors takes them.
func anchorWords(list []irt.Anchor) string {
	words := make([]string, len(list))
	for i, a := range list {
		words[i] = a.Unit + "=" + strconv.FormatFloat(a.At, 'g', -1, 64)
	}
	return strings.Join(words, ",")
}

// usualSweeps are the model's own defaults, so that the receipt can name them.
func (q *RollCallQuestion) usualSweeps() {
	part := map[bool]int{false: 5, true: 3}[q.BSVCompat] // the published sampler forgets its start more slowly
	if q.Sweeps == 0 {
		q.Sweeps = map[bool]int{false: 1500, true: 3750}[q.BSVCompat]
	}
	if q.BurnIn == 0 {
		q.BurnIn = max(1, q.Sweeps/part)
	}
	if q.Chains == 0 {
		q.Chains = 2
	}
}
