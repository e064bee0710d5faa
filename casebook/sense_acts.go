package casebook

import (
	"fmt"
	"strings"

	"orrery/ledger"
)

// senseOfEvents holds events to PLOVER: a mode belongs to its type, and some types
// need a recipient.
func (x *examination) senseOfEvents() {
	for _, v := range x.views("events") {
		typ := ledger.EventType(v.get("event"))
		if !typ.Valid() {
			continue
		}
		if mode := v.get("mode"); mode != "" && !ledger.ValidMode(typ, mode) {
			x.add(v.fault("mode", fmt.Sprintf("%q is not a mode of %s", mode, typ), doMode(typ, mode)))
		}
		if v.get("target") == "" && typ.RecipientRequired() {
			x.add(v.fault("target", "target is empty", string(typ)+" needs a recipient"))
		}
		if v.get("actor") == "" && v.get("target") == "" {
			x.add(v.fault("actor", "actor and target are both empty", "name at least one party"))
		}
	}
}

func doMode(typ ledger.EventType, mode string) string {
	var modes []string
	for _, m := range typ.Modes() {
		modes = append(modes, m.Mode)
	}
	if len(modes) == 0 {
		return "leave the mode empty: " + string(typ) + " has none"
	}
	do := "use one of " + strings.Join(modes, ", ") + ", or leave it empty"
	if near := nearest(mode, modes); near != "" {
		return fmt.Sprintf("write %q, or %s", near, do)
	}
	return do
}

// senseOfEpisodes wants an event, a graded link, and the rows in order of their
// first event.
func (x *examination) senseOfEpisodes() {
	dates := map[string]string{}
	for _, v := range x.views("events") {
		dates[v.get("event_id")] = v.get("date")
	}
	last := ""
	for _, v := range x.views("episodes") {
		x.link(v)
		first := ""
		for _, id := range append(v.list("trigger_ids"), v.list("response_ids")...) {
			if d := dates[id]; d != "" && (first == "" || d < first) {
				first = d
			}
		}
		if v.get("trigger_ids") == "" && v.get("response_ids") == "" {
			x.add(v.fault("trigger_ids", "trigger_ids and response_ids are both empty", "name at least one event"))
		}
		if first == "" {
			continue
		}
		key := first + "\x00" + v.get("episode_id")
		if key < last {
			x.add(v.s.fault(v.r.start, "episode_id", "the row sorts before the row above it", "sort the table by the date of the first event, then episode_id"))
		}
		last = key
	}
}

func (x *examination) link(v view) {
	c := v.get("claimed_link")
	if c == "" {
		return // reported as empty
	}
	word, _, ok := strings.Cut(c, ":")
	var grades []string
	for _, g := range ledger.LinkGrades() {
		grades = append(grades, string(g))
	}
	if bad := checkEnum(grades, word); bad != nil {
		x.add(v.fault("claimed_link", "claimed_link does not begin with its grade: "+bad.problem, bad.do))
	} else if !ok {
		x.add(v.fault("claimed_link", "claimed_link has no colon after its grade", "write "+word+": and then what is claimed"))
	}
}

// senseOfForecasts holds dates and outcome to each other.
func (x *examination) senseOfForecasts() {
	for _, v := range x.views("forecasts") {
		x.reversed(v, "published", "horizon")
		x.reversed(v, "published", "resolved")
		settled := v.get("outcome") == string(ledger.OutcomeYes) || v.get("outcome") == string(ledger.OutcomeNo)
		switch {
		case settled && v.get("resolved") == "":
			x.add(v.fault("resolved", "resolved is empty though the outcome is "+v.get("outcome"), "say when the outcome was known"))
		case v.get("outcome") == string(ledger.OutcomeOpen) && v.get("resolved") != "":
			x.add(v.fault("resolved", "resolved has a date though the outcome is open", "give the outcome or take the date away"))
		}
		if n := len(strings.Fields(v.get("words"))); n > 6 {
			x.add(v.fault("words", fmt.Sprintf("words has %d words", n), "quote at most six"))
		}
	}
}
