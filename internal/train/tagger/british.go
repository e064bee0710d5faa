package main

import "strings"

// ourStems are stems in -or that British spelling writes with -our.
var ourStems = []string{"labor", "neighbor", "harbor", "honor", "favor", "color", "armor", "behavior", "rumor", "endeavor", "vigor", "rigor", "savior", "humor", "parlor", "splendor", "candor", "clamor", "valor"}

// otherStems are words and stems with another spelling of their own.
var otherStems = [][2]string{{"defense", "defence"}, {"offense", "offence"}, {"pretense", "pretence"}, {"center", "centre"}, {"theater", "theatre"}, {"fiber", "fibre"}, {"maneuver", "manoeuvre"},
	{"catalog", "catalogue"}, {"dialog", "dialogue"}, {"skeptic", "sceptic"}, {"traveled", "travelled"}, {"traveling", "travelling"}, {"canceled", "cancelled"}, {"canceling", "cancelling"},
	{"signaled", "signalled"}, {"signaling", "signalling"}, {"labeled", "labelled"}, {"labeling", "labelling"}, {"modeled", "modelled"}, {"modeling", "modelling"}, {"channeled", "channelled"},
	{"fueled", "fuelled"}, {"fueling", "fuelling"}, {"marshaled", "marshalled"}, {"quarreled", "quarrelled"}, {"counseled", "counselled"}, {"leveled", "levelled"}, {"leveling", "levelling"}}

// british is the British spelling of w, or w.
func british(w string) string {
	for _, o := range otherStems {
		if tail, ok := strings.CutPrefix(w, o[0]); ok && !strings.HasPrefix(w, o[1]) {
			if strings.HasSuffix(o[1], "re") && (strings.HasPrefix(tail, "e") || strings.HasPrefix(tail, "i")) {
				return o[1][:len(o[1])-1] + tail // centred, manoeuvring
			}
			return o[1] + tail
		}
	}
	for _, stem := range ourStems {
		if tail, ok := strings.CutPrefix(w, stem); ok && !strings.HasPrefix(tail, "at") && !strings.HasPrefix(tail, "ous") && !strings.HasPrefix(tail, "ific") && !strings.HasPrefix(tail, "ar") && !strings.HasPrefix(tail, "iz") {
			return stem[:len(stem)-2] + "our" + tail
		}
	}
	for _, end := range []string{"ize", "izes", "ized", "izing", "ization", "izations", "izer", "izers", "yze", "yzes", "yzed", "yzing"} {
		if stem, ok := strings.CutSuffix(w, end); ok && len(stem) > 3 && stem != "cap" {
			return stem + strings.Replace(end, "z", "s", 1)
		}
	}
	return w
}
