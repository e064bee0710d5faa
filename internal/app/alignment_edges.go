package app

import "orrery/model/align"

// edgeMark is the end of the scale that a point leans on, in one letter of Standing.Edges.
func edgeMark(p align.Point) byte {
	switch {
	case p.Bound > 0:
		return 'h'
	case p.Bound < 0:
		return 'l'
	}
	return '.'
}

// edgeName is the same as Stand.Edge names it.
func edgeName(p align.Point) string {
	return map[byte]string{'h': "high", 'l': "low"}[edgeMark(p)]
}

// NotEnough is whether there is too little evidence for any number of this place to leave
// the program but for drawing what is uncertain.
func (s Stand) NotEnough() bool { return s.Level.Text == align.NotEnough }

// printed is the number to say of a place: where it leans on an end of the scale, only the
// inner end of its interval is known, whatever the level's words are. rest is what follows.
func (s Stand) printed() (before, number, rest string) {
	switch s.Edge {
	case "high":
		return align.AtLeast + " ", signed(s.Q05), ""
	case "low":
		return align.AtMost + " ", signed(s.Q95), ""
	}
	return "", signed(s.Median), ", with 90 % between " + signed(s.Q05) + " and " + signed(s.Q95)
}
