package app

import (
	"orrery/casebook"
	"orrery/internal/store"
	"orrery/ledger"
)

// An event cannot answer itself: what belongs to the class of the triggers is no response in the same dyad.

// itselfAStep is why a response is not used.
const itselfAStep = "it is itself a step of the rule"

// ruleSteps are the reports of the trigger class in one dyad: by key, and by day and link, since linked reports may be about one thing.
type ruleSteps struct {
	keys  map[string]bool
	links map[dayLink]bool
}

type dayLink struct {
	day  ledger.Day
	link int64
}

// stepped says whether an event of the ledger that is in another class is one of the rule's steps as well.
func (g *ruleGather) stepped(class *ruleClass, row store.Row[*ledger.Event], state string) bool {
	return class != g.trigger && g.trigger.set == "" && g.trigger.filter.Match(row.Noun, g.rule.Hub, state)
}

// steppedReport says the same of a report, or of one that is linked to it.
func (g *ruleGather) steppedReport(class *ruleClass, r *ruleReport, state string) bool {
	if class == g.trigger || class.set != g.trigger.set {
		return false
	}
	steps, ok := g.steps[state]
	if !ok {
		steps = ruleSteps{map[string]bool{}, map[dayLink]bool{}}
		for _, step := range g.trigger.found[state] {
			steps.keys[step.key] = true
			if step.link != 0 {
				steps.links[dayLink{step.day, step.link}] = true
			}
		}
		g.steps[state] = steps
	}
	return steps.keys[r.key] || r.link != 0 && steps.links[dayLink{r.day, r.link}]
}

// bothClasses says that a rule's classes can hold the same event; "" when they cannot.
func bothClasses(rule *ledger.Rule) (string, error) {
	if rule.TriggersFrom != rule.ResponsesFrom {
		return "", nil
	}
	trigger, err := casebook.ParseFilter(rule.Trigger)
	if err != nil {
		return "", err
	}
	response, err := casebook.ParseFilter(rule.Response)
	if err != nil || !trigger.Overlaps(response, rule.Hub) {
		return "", err
	}
	return "One event can belong to both classes of this rule: such a one counts as a trigger only and is no response, since nothing answers itself.", nil
}
