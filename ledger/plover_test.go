package ledger

import (
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPLOVERCounts(t *testing.T) {
	perType := map[EventType]int{
		EventConsult: 4, EventRetreat: 6, EventRequest: 4, EventAccuse: 3, EventReject: 4, EventThreaten: 6,
		EventProtest: 7, EventSanction: 4, EventMobilize: 4, EventCoerce: 10, EventAssault: 15,
	}
	if len(EventTypes()) != 16 || len(Modes()) != 67 || len(Contexts()) != 37 {
		t.Errorf("%d types, %d modes, %d contexts; want 16, 67, 37", len(EventTypes()), len(Modes()), len(Contexts()))
	}
	quads := map[Quad]int{}
	for _, e := range EventTypes() {
		quads[e.Quad]++
		if got := len(e.Type.Modes()); got != perType[e.Type] {
			t.Errorf("%s has %d modes, want %d", e.Type, got, perType[e.Type])
		}
	}
	want := map[Quad]int{VerbalCooperation: 4, MaterialCooperation: 3, VerbalConflict: 4, MaterialConflict: 5}
	if diff := cmp.Diff(want, quads); diff != "" {
		t.Error(diff)
	}
}

func TestPLOVERTablesAreSound(t *testing.T) {
	sentence := regexp.MustCompile(`^[A-Z].*\.$`)
	seen := map[any]bool{}
	once := func(key any) {
		if seen[key] {
			t.Errorf("%v is listed twice", key)
		}
		seen[key] = true
	}
	for _, e := range EventTypes() {
		once(e.Type)
		if !e.Type.Valid() || e.Type.Quad() != e.Quad || e.Type.Score() != e.Score || e.Type.Gloss() != e.Gloss || !sentence.MatchString(e.Gloss) {
			t.Errorf("%+v does not read back, or has a gloss that is no sentence", e)
		}
		if conflict := e.Quad >= VerbalConflict; e.Score < 0 && !conflict || e.Score > 0 && conflict {
			t.Errorf("%s scores %v in quad %s", e.Type, e.Score, e.Quad)
		}
	}
	for _, m := range Modes() {
		once(m.TypeMode)
		score, scored := m.TypeMode.Score()
		if !ValidMode(m.Type, m.Mode) || !m.Type.Valid() || score != m.Score || scored != m.Scored || m.TypeMode.Gloss() == "" {
			t.Errorf("%+v does not read back", m)
		}
		if score < -10 || score > 10 || scored == (m.TypeMode == TypeMode{EventProtest, "vandalize"}) {
			t.Errorf("%+v: score %v %t", m.TypeMode, score, scored)
		}
	}
	for _, c := range Contexts() {
		once(c.Context)
		if !ValidContext(c.Context) || ContextGloss(c.Context) != c.Gloss || !sentence.MatchString(c.Gloss) {
			t.Errorf("%+v does not read back, or has a gloss that is no sentence", c)
		}
	}
}

func TestPLOVERPoints(t *testing.T) {
	if EventSanction.Quad() != MaterialConflict || EventAccuse.Score() != -3 {
		t.Error("SANCTION must be material conflict, and ACCUSE score -3")
	}
	for _, e := range EventTypes() {
		want := e.Type == EventCooperate || e.Type == EventAid || e.Type == EventSanction
		if e.Type.RecipientRequired() != want {
			t.Errorf("%s: recipient required is %t", e.Type, !want)
		}
	}
	for pair, want := range map[TypeMode]float64{
		{EventRequest, "assist"}: 0.5, {EventReject, "assist"}: -1.5, {EventThreaten, "arrest"}: -3.5, {EventCoerce, "arrest"}: -7,
		{EventRetreat, "withdraw"}: 8, {EventSanction, "withdraw"}: -6, {EventAssault, "unconventional"}: -10,
	} {
		if got, ok := pair.Score(); !ok || got != want {
			t.Errorf("%v scores %v %t, want %v", pair, got, ok, want)
		}
	}
	for _, bad := range []TypeMode{{EventAgree, "visit"}, {EventAssault, "arrest"}, {"FIGHT", "beat"}, {}, {EventCoerce, ""}, {EventCoerce, "Arrest"}} {
		if bad.Valid() {
			t.Errorf("%v is valid", bad)
		}
	}
	if EventType("agree").Valid() || EventType("").Valid() || EventType("FIGHT").Quad() != 0 || ValidContext("Military") || ValidContext("") {
		t.Error("a word that PLOVER does not have is valid")
	}
}

func TestPLOVERTablesCannotBeChangedFromOutside(t *testing.T) {
	EventTypes()[0].Score, Modes()[0].Score, Contexts()[0].Context, EventConsult.Modes()[0].Mode = 99, 99, "x", "x"
	if EventTypes()[0].Score == 99 || Modes()[0].Score == 99 || Contexts()[0].Context == "x" || Modes()[0].Mode == "x" {
		t.Error("a caller's write reached the table")
	}
}

func TestATypeHasItsPlace(t *testing.T) {
	for i, e := range EventTypes() {
		if e.Type.Place() != i {
			t.Errorf("%s is at %d, says %d", e.Type, i, e.Type.Place())
		}
	}
	if got := EventType("DANCE").Place(); got != -1 {
		t.Errorf("a type that there is not has place %d", got)
	}
}
