package app_test

import (
	"testing"

	"orrery/internal/app"
	"orrery/ledger"
)

// The positive side is the region's choice: its first hub but its own that votes. Without a region it is that of the published series.
func TestThePositiveSideOfTheWorld(t *testing.T) {
	f := inMemory("v.csv", `resolution,date,iso3,vote
A/RES/70/1,2015-12-01,USA,Y
A/RES/70/1,2015-12-01,CAN,Y
A/RES/70/1,2015-12-01,RUS,N
A/RES/70/1,2015-12-01,CUB,N
A/RES/70/2,2015-12-02,USA,N
A/RES/70/2,2015-12-02,CAN,N
A/RES/70/2,2015-12-02,RUS,Y
A/RES/70/2,2015-12-02,CUB,Y
`)
	for want, hubs := range map[string][]string{"USA": nil, "RUS": {"CUB", "RUS", "USA"}} {
		w := empty(t)
		w.importUNGA(f)
		if hubs != nil {
			region := &ledger.Region{Name: "here", Title: "Here", Version: "1.0.0", Hub: hubs[0], States: []string{"CAN"}}
			for _, h := range hubs {
				region.Hubs = append(region.Hubs, ledger.Hub{Actor: h, Capital: "Town"})
			}
			w.made(region)
		}
		if v := must(w.World(t.Context(), app.Scope{}, true, nil))(t); v.High.Code != want {
			t.Errorf("hubs %v: positive is the side of %q, want %q", hubs, v.High.Code, want)
		}
	}
}
