package ledger

import (
	"slices"
	"testing"
	"time"
)

func exampleRecord() Record {
	return Record{ID: "01JD0000000000000000000000", Kind: KindStance, Key: "residence/KAZ", Rev: 1, Seq: 7, Status: Accepted,
		Coder: Coder{Kind: CoderDataset, Name: "postsoviet"}, Evidence: []Evidence{{Source: "b-one"}},
		At: time.UnixMilli(1764000000000).UTC(), Who: "casebook postsoviet", Why: "loaded", Prev: "p",
		Body: &Stance{Item: "residence", Actor: "KAZ", Position: With, Summary: "Condemned it."}}
}

// The seal is a promise to ledgers already written: this value may never change.
func TestSealIsStable(t *testing.T) {
	r := exampleRecord()
	h, err := r.Seal([]byte(`{"item":"residence"}`))
	if err != nil {
		t.Fatal(err)
	}
	const golden = "d57f0f6707e713a182c84eb5129b3d17b27904aa093ba64573f2a29b2cd09b37"
	if h != golden {
		t.Errorf("the seal of a fixed record changed: %s, want %s; every ledger written before would fail to verify", h, golden)
	}
}

func TestSealCoversEveryField(t *testing.T) {
	body := []byte(`{"item":"residence"}`)
	base, _ := exampleRecord().Seal(body)
	changes := map[string]func(*Record){
		"prev": func(r *Record) { r.Prev = "q" }, "seq": func(r *Record) { r.Seq++ }, "id": func(r *Record) { r.ID = "01JD0000000000000000000001" },
		"kind": func(r *Record) { r.Kind = KindEvent }, "key": func(r *Record) { r.Key = "k" }, "rev": func(r *Record) { r.Rev++ },
		"status": func(r *Record) { r.Status = Draft }, "coder": func(r *Record) { r.Coder.Name = "x" },
		"evidence": func(r *Record) { r.Evidence = nil }, "at": func(r *Record) { r.At = r.At.Add(time.Millisecond) },
		"who": func(r *Record) { r.Who = "me" }, "why": func(r *Record) { r.Why = "because" },
	}
	for name, change := range changes {
		r := exampleRecord()
		change(&r)
		if h, _ := r.Seal(body); h == base {
			t.Errorf("the seal does not cover %s", name)
		}
	}
	if h, _ := exampleRecord().Seal([]byte(`{"item":"other"}`)); h == base {
		t.Error("the seal does not cover the body")
	}
}

func TestRecordValidate(t *testing.T) {
	if err := exampleRecord().Validate(); err != nil {
		t.Fatal(err)
	}
	r := exampleRecord()
	r.Evidence = []Evidence{{Source: "a", Quote: "b"}, {}}
	r.Status, r.Who = "maybe", ""
	var fields []string
	for _, f := range FaultsOf(r.Validate()) {
		fields = append(fields, f.Field)
	}
	for _, want := range []string{"evidence[0]", "evidence[1]", "status", "who"} {
		if !slices.Contains(fields, want) {
			t.Errorf("fault of %s is not named in %v", want, fields)
		}
	}
	r = exampleRecord()
	r.Kind = KindVote
	if r.Validate() == nil {
		t.Error("a stance passed as a vote")
	}
}

func TestRefsHoldPartiesAndEvidence(t *testing.T) {
	r := exampleRecord()
	r.Evidence = append(r.Evidence, Evidence{Quote: "doc/0-4"}, Evidence{Vote: "A/RES/1/KAZ"})
	want := []Party{{RoleBy, "KAZ"}, {RoleSource, "b-one"}, {RoleQuote, "doc/0-4"}, {RoleVote, "A/RES/1/KAZ"}}
	if got := r.Refs(); !slices.Equal(got, want) {
		t.Errorf("refs %v, want %v", got, want)
	}
}

func TestParseRef(t *testing.T) {
	kind, key, err := ParseRef("vote:A/RES/ES-11/1/KAZ")
	if err != nil || kind != KindVote || key != "A/RES/ES-11/1/KAZ" {
		t.Errorf("got %s %s %v", kind, key, err)
	}
	for _, bad := range []string{"", "vote", "vote:", "comet:1"} {
		if _, _, err := ParseRef(bad); err == nil {
			t.Errorf("%q passed", bad)
		}
	}
}
