package statements

import (
	"strings"

	"orrery/ledger"
)

// summary says in our words what a statement is: who speaks on whom (about, by name), on what, how.
func summary(speaker string, about []string, st *ledger.Statement, rule string) string {
	var b strings.Builder
	b.WriteString(speaker)
	if len(about) > 0 {
		b.WriteString(" on ")
		b.WriteString(strings.Join(about[:min(len(about), 4)], ", "))
	}
	if st.Concept != "" {
		b.WriteString(": ")
		b.WriteString(st.Concept)
	}
	if how := manner(st.Polarity, rule); how != "" {
		b.WriteString(" (")
		b.WriteString(how)
		b.WriteByte(')')
	}
	return b.String()
}

// manner is how somebody speaks, by rule and polarity.
func manner(p *int, rule string) string {
	switch rule {
	case "counterfactual":
		return "what would have been"
	case "recurrence":
		return "said to keep happening"
	case "admonition":
		return "wants a warning given"
	case "concluded":
		return "a conclusion"
	}
	if p == nil {
		return ""
	}
	return map[int]string{-2: "hostile", -1: "critical", 1: "favourable", 2: "very favourable"}[*p]
}
