package actors

// domestic is the state that a role without a state belongs to, by what the text named last: "police", "the opposition" and "parliament"
// are those of the country that the text is about. "" for roles that may be anyone's.
func (m *Memory) domestic(h *hit) string {
	switch h.e.sector {
	case "COP", "JUD", "LEG":
		if h.e.is(mPlural) && !h.e.is(mTitle) {
			return ""
		}
	case "OPP":
	default:
		return ""
	}
	if s := m.recent(&m.cur.state, &m.past.state, reach); s != nil {
		return s[0].Code
	}
	return ""
}
