package server

import (
	"net/http"
	"strings"
	"testing"

	"orrery/internal/app"
)

// lists is a rule on the events of the Balkans' casebook.
const lists = `rule: lists
title: Lists after sanctions
hub: RUS
trigger: type=SANCTION actor=state target=hub
response: type=SANCTION actor=hub target=state
dyads: [RUS/ALB, RUS/MKD, RUS/MNE]
window: P60D
from: 2014
to: 2025
`

type ruleText struct {
	Text string `json:"text"`
}

// register registers a rule and runs it.
func (s site) register(text, slug string) app.RuleRun {
	s.t.Helper()
	view[app.Registration](s.t, s.send(http.MethodPost, "/api/v1/rules", ruleText{text}), http.StatusCreated)
	return view[app.RuleRun](s.t, s.send(http.MethodPost, "/api/v1/rules/"+slug+"/runs", map[string]int{"seed": 1}), http.StatusCreated)
}

func TestRulesAreCheckedRegisteredAndRun(t *testing.T) {
	s := newSite(t)
	bad := view[app.RuleCheck](t, s.send(http.MethodPost, "/api/v1/rules/check", ruleText{strings.Replace(lists, "P60D", "soon", 1)}), http.StatusOK)
	if bad.Rule != nil || len(bad.Faults) != 1 || bad.Faults[0].Field != "rule.yml:7:9" || bad.Faults[0].Do == "" {
		t.Errorf("a window that is none: %+v", bad)
	}
	unknown := view[app.RuleCheck](t, s.send(http.MethodPost, "/api/v1/rules/check", ruleText{strings.Replace(lists, "RUS/MNE", "RUS/MNX", 1)}), http.StatusOK)
	if unknown.Rule != nil || len(unknown.Faults) != 1 || !strings.HasPrefix(unknown.Faults[0].Field, "rule.yml:6:") || !strings.Contains(unknown.Faults[0].Do, "MNE") {
		t.Errorf("a state that is not known: %+v", unknown)
	}
	good := view[app.RuleCheck](t, s.send(http.MethodPost, "/api/v1/rules/check", ruleText{lists}), http.StatusOK)
	if good.Rule == nil || len(good.Faults) != 0 || good.Rule.Standing != "exploratory" || !strings.Contains(good.Note, "would be registered as lists") || good.Rule.Registered != "" {
		t.Errorf("%+v", good)
	}
	if list := view[app.RuleList](t, s.get("/api/v1/rules"), http.StatusOK); len(list.Rules) != 0 {
		t.Errorf("checking has written: %+v", list)
	}
	w := s.send(http.MethodPost, "/api/v1/rules", ruleText{strings.Replace(lists, "hub: RUS", "hub:", 1)})
	if isProblem(t, w, http.StatusUnprocessableEntity); !strings.Contains(w.Body.String(), "rule.yml:3") {
		t.Errorf("faults without their places: %s", w.Body)
	}
	first := view[app.Registration](t, s.send(http.MethodPost, "/api/v1/rules", ruleText{lists}), http.StatusCreated)
	again := view[app.Registration](t, s.send(http.MethodPost, "/api/v1/rules", ruleText{lists}), http.StatusOK)
	fork := view[app.Registration](t, s.send(http.MethodPost, "/api/v1/rules", ruleText{strings.Replace(lists, "P60D", "P30D", 1)}), http.StatusCreated)
	if !first.Created || again.Created || fork.Rule.Slug != "lists.2" || fork.Rule.ForkOf != "lists" {
		t.Errorf("%+v\n%+v\n%+v", first, again, fork)
	}
}
