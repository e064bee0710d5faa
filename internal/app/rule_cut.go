package app

import (
	"fmt"
	"math"

	"orrery/model/coincide"
)

// mostCases is how many triggers, responses and pairs each, and events not used for one reason, the view of a run holds where nobody asks for the
// whole: a run on a register may have hundreds of thousands.
const mostCases = 5000

// everyCase is for whoever wants them all.
const everyCase = math.MaxInt

// RuleCases counts all cases of a run, of which its result may hold a part.
type RuleCases struct {
	Triggers  int `json:"triggers"`
	Responses int `json:"responses"`
	Pairs     int `json:"pairs"`
}

// cut leaves the first cases of each kind, says how many there are, and leaves the run's own result as it was.
func (v *RuleRun) cut(most int) {
	res := *v.Result
	v.Cases = RuleCases{len(res.Triggers), len(res.Responses), len(res.Pairs) + res.MorePairs}
	for i, d := range v.Dropped {
		v.Dropped[i].N = len(d.Refs)
		v.Dropped[i].Refs = d.Refs[:min(len(d.Refs), most)]
	}
	if len(res.Triggers) <= most && len(res.Responses) <= most && len(res.Pairs) <= most {
		return
	}
	res.Triggers, res.Responses = res.Triggers[:min(len(res.Triggers), most)], res.Responses[:min(len(res.Responses), most)]
	res.Pairs = pairsOf(&res, most)
	res.MorePairs = v.Cases.Pairs - len(res.Pairs)
	v.Result = &res
	v.Notes = append(v.Notes, fmt.Sprintf("Listed here are the first %s of %s, %s of %s and the pairs among them; every number is of all. orrery pressure --rule %s --run %s --csv gives all.",
		countText(len(res.Triggers)), ruleCount(v.Cases.Triggers, "trigger", "triggers"), countText(len(res.Responses)), ruleCount(v.Cases.Responses, "response", "responses"), v.Rule.Slug, v.Receipt.Key))
}

// pairsOf are the first pairs of cases that are both listed.
func pairsOf(res *coincide.Result, most int) []coincide.Pair {
	triggers, responses := map[string]bool{}, map[string]bool{}
	for _, c := range res.Triggers {
		triggers[c.ID] = true
	}
	for _, c := range res.Responses {
		responses[c.ID] = true
	}
	out := []coincide.Pair{}
	for _, p := range res.Pairs {
		if len(out) == most {
			break
		}
		if triggers[p.Trigger] && responses[p.Response] {
			out = append(out, p)
		}
	}
	return out
}
