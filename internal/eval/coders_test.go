package main

import (
	"encoding/json"
	"math"
	"testing"
)

func labelsOf(t *testing.T, lines ...string) map[string]label {
	t.Helper()
	out := map[string]label{}
	for _, line := range lines {
		var l label
		if err := json.Unmarshal([]byte(line), &l); err != nil {
			t.Fatal(err)
		}
		out[l.ID] = l
	}
	return out
}

func TestTwoCodersAreCompared(t *testing.T) {
	a := labelsOf(t, `{"id":"1","events":[{"type":"THREATEN","by":["RUS"]},{"type":"ACCUSE","by":["rus"]}]}`, `{"id":"2","events":[]}`, `{"id":"3","events":[{"type":"AID","by":["KAZ"]}]}`, `{"id":"4","events":[]}`)
	b := labelsOf(t, `{"id":"1","events":[{"type":"ACCUSE","by":["RUS"]},{"type":"THREATEN","by":["RUS"]}]}`, `{"id":"2","events":[]}`, `{"id":"3","events":[{"type":"AID","by":["UZB"]}]}`, `{"id":"4","events":[{"type":"AID","by":["KAZ"]}]}`)
	rows, err := agreementRows(a, b, settings{seed: 1, draws: 200})
	if err != nil {
		t.Fatal(err)
	}
	// Three of four agree; 3 "none" and 5 "event" of 8: 1 - 7·2/(2·15).
	if got := rows[0].value; math.Abs(got-(1-7.0/15)) > 1e-9 || rows[0].n != 4 {
		t.Errorf("event or none: %v of %d", got, rows[0].n)
	}
	if rows[1].note != "equal in 3" || rows[2].note != "equal in 2" {
		t.Errorf("types %s, sources %s", rows[1].note, rows[2].note)
	}
	if third := rows[3]; third.value != .5 {
		t.Errorf("a third decided on %v", third.value)
	}
	delete(b, "4")
	if _, err := agreementRows(a, b, settings{draws: 10}); err == nil {
		t.Error("labels of different sentences were compared")
	}
}
