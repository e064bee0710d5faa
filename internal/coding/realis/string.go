package realis

import "strings"

var names = [...]string{"negated", "modal", "conditional", "counterfactual", "future", "question", "historical", "habitual", "reported", "doubted", "stopped", "begun"}

// String names the bits, with commas; "fact" if there are none.
func (x Realis) String() string {
	var out []string
	for i, n := range names {
		if x&(1<<i) != 0 {
			out = append(out, n)
		}
	}
	if len(out) == 0 {
		return "fact"
	}
	return strings.Join(out, ", ")
}
