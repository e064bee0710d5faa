package statements

import (
	"strings"

	"orrery/ledger"
)

// summary says in our words what a statement is: who speaks how of whom, on what.
func summary(speaker string, st *ledger.Statement, x *candidate) string {
	var b strings.Builder
	b.WriteString(speaker)
	switch x.rule {
	case "counterfactual":
		b.WriteString(" says what would have been")
	case "recurrence":
		b.WriteString(" says that it keeps happening")
	case "admonition":
		b.WriteString(" wants a warning given")
	case "concluded":
		b.WriteString(" draws a conclusion")
	default:
		b.WriteString(manner(st.Polarity))
	}
	if len(st.About) > 0 {
		about := st.About
		if len(about) > 4 {
			about = about[:4]
		}
		if x.rule == "admonition" {
			b.WriteString(" to ")
		} else if x.rule == "concluded" || x.rule == "counterfactual" {
			b.WriteString(" about ")
		} else if x.rule == "recurrence" {
			b.WriteString(", with ")
		} else {
			b.WriteString(" of ")
		}
		b.WriteString(strings.Join(about, " and "))
	}
	if st.Concept != "" && st.Concept != x.rule {
		b.WriteString(": ")
		b.WriteString(st.Concept)
	}
	return b.String()
}

// manner is how somebody speaks, by polarity.
func manner(p *int) string {
	if p == nil {
		return " speaks"
	}
	switch *p {
	case -2:
		return " speaks very ill"
	case -1:
		return " speaks ill"
	case 1:
		return " speaks well"
	case 2:
		return " speaks very well"
	}
	return " speaks"
}
