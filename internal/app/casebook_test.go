package app_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"orrery/casebook"
	"orrery/casebook/postsoviet"
	"orrery/internal/app"
	"orrery/internal/testkit"
)

func balkans(t testing.TB) fs.FS {
	t.Helper()
	return os.DirFS(testkit.Repo(t) + "/casebook/testdata/balkans")
}

// changed is a copy of a folder in memory with one replacement in one file.
func changed(t testing.TB, folder fs.FS, file, old, to string) fs.FS {
	t.Helper()
	out := fstest.MapFS{}
	names, err := fs.Glob(folder, "*")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(folder, name)
		if err != nil {
			t.Fatal(err)
		}
		if name == file {
			if !bytes.Contains(data, []byte(old)) {
				t.Fatalf("%s holds no %q", file, old)
			}
			data = bytes.Replace(data, []byte(old), []byte(to), 1)
		}
		out[name] = &fstest.MapFile{Data: data}
	}
	return out
}

func tally(r app.LoadReport) map[string]int64 {
	out := map[string]int64{}
	for _, c := range r.Tables {
		for name, n := range map[string]int{"new": c.New, "changed": c.Changed, "dropped": c.Dropped, "conflicts": c.Conflicts, "shared": c.Shared, "same": c.Same} {
			if n > 0 {
				out[name] += int64(n)
			}
		}
	}
	return out
}

// firstRow is the first row of a table that no other row refers to, with its line end.
func firstRow(t testing.TB, folder fs.FS, file string) string {
	t.Helper()
	data, err := fs.ReadFile(folder, file)
	if err != nil {
		t.Fatal(err)
	}
	return strings.SplitAfterN(string(data), "\n", 3)[1]
}

func TestLoadTwiceChangesNothing(t *testing.T) {
	w := postSoviet(t)
	cb, _, err := app.OpenCasebook(postsoviet.Files)
	if err != nil {
		t.Fatal(err)
	}
	if !must(w.CasebookLoaded(t.Context(), cb))(t) {
		t.Error("the casebook that was loaded is not known to be")
	}
	seq, head, err := w.Head(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	report := w.load(postsoviet.Files)
	again, same, err := w.Head(t.Context())
	if report.Written != 0 || len(report.Conflicts) != 0 || err != nil || again != seq || same != head {
		t.Errorf("the second load wrote %d: %v", report.Written, tally(report))
	}
	if got := tally(report); len(got) != 1 || got["same"] < 8000 {
		t.Errorf("%v", got)
	}
}

func exported(t testing.TB, w *world, name string, options app.ExportOptions) (map[string][]byte, app.ExportReport) {
	t.Helper()
	cb, report, err := w.ExportCasebook(t.Context(), name, options)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	if err := cb.Write(func(name string, data []byte) error { files[name] = bytes.Clone(data); return nil }); err != nil {
		t.Fatal(err)
	}
	return files, report
}

func TestExportGivesBackTheBytes(t *testing.T) {
	w := postSoviet(t)
	files, report := exported(t, w, "postsoviet", app.ExportOptions{})
	if len(report.Left) != 0 {
		t.Errorf("left out: %+v", report.Left)
	}
	for _, table := range casebook.Tables() {
		want, err := fs.ReadFile(postsoviet.Files, table.File())
		if err != nil || !bytes.Equal(files[table.File()], want) {
			t.Errorf("%s differs (%v)", table.File(), err)
		}
	}
	if want, err := fs.ReadFile(postsoviet.Files, casebook.PackageFile); err != nil || !bytes.Equal(files[casebook.PackageFile], want) {
		t.Errorf("%s differs (%v)", casebook.PackageFile, err)
	}
	if _, _, err := w.ExportCasebook(t.Context(), "postsovjet", app.ExportOptions{}); err == nil || !strings.Contains(err.Error(), "postsoviet") {
		t.Errorf("%v", err)
	}
}

func TestLoadSupersedesAndListsConflicts(t *testing.T) {
	w := empty(t)
	folder := balkans(t)
	first := tally(w.load(folder))
	if len(first) != 1 || first["new"] == 0 {
		t.Fatalf("%v", first)
	}
	cb, _, err := app.OpenCasebook(folder)
	if err != nil {
		t.Fatal(err)
	}
	stance := cb.Stances[0]
	ref := "stance:" + stance.LitmusID + "/" + stance.Actor

	// The folder corrects a row: a new revision, the old one readable.
	better := changed(t, folder, "stances.csv", stance.Summary, "Another summary, corrected")
	if got := tally(w.load(better)); got["changed"] != 1 || got["new"]+got["dropped"]+got["conflicts"] != 0 {
		t.Errorf("a corrected row: %v", got)
	}
	if h := must(w.History(t.Context(), ref))(t); len(h) != 2 || !strings.Contains(string(h[1].Body), "Another summary, corrected") {
		t.Errorf("%+v", h)
	}

	// A person edits it; the folder says something else again: a conflict, not a loss.
	v := must(w.Record(t.Context(), app.Scope{}, ref))(t)
	mine := strings.Replace(string(v.Body), "Another summary, corrected", "What, so ana, it says", 1)
	must(w.Edit(t.Context(), ref, v.Rev, app.EditRequest{Body: json.RawMessage(mine), Why: "read the source"}))(t)
	report := w.load(folder)
	if len(report.Conflicts) != 1 || report.Written != 0 {
		t.Fatalf("%+v", report)
	}
	if c := report.Conflicts[0]; c.Ref != ref || c.Who != "ana" || c.Why != "read the source" || !strings.Contains(string(c.Ledger), "What, so ana, it says") || !strings.Contains(string(c.Casebook), "summary") {
		t.Errorf("%+v", c)
	}
	if v := must(w.Record(t.Context(), app.Scope{}, ref))(t); !strings.Contains(string(v.Body), "What, so ana, it says") {
		t.Errorf("a person's edit was overwritten: %s", v.Body)
	}

	// The folder drops a term of office: superseded, not deleted; it comes back when the folder has it again.
	fewer := changed(t, folder, "people.csv", firstRow(t, folder, "people.csv"), "")
	if got := tally(w.load(fewer)); got["dropped"] != 1 {
		t.Errorf("a dropped row: %v", got)
	}
	terms := func() int { return must(w.Trace(t.Context(), app.Scope{}, "stock|person", ""))(t).Total }
	if n := len(cb.People); terms() != n-1 {
		t.Errorf("%d terms count of %d", terms(), n)
	}
	if got := tally(w.load(folder)); got["changed"] != 1 || terms() != len(cb.People) {
		t.Errorf("a row that came back: %v", got)
	}

	// Export: the casebook's own words without edits, the person's with them.
	files, left := exported(t, w, cb.Manifest.Name, app.ExportOptions{})
	if bytes.Contains(files["stances.csv"], []byte("What, so ana, it says")) || len(left.Left) != 1 {
		t.Errorf("an export without edits: %+v", left.Left)
	}
	if files, _ = exported(t, w, cb.Manifest.Name, app.ExportOptions{Edits: true}); !bytes.Contains(files["stances.csv"], []byte("What, so ana, it says")) {
		t.Error("an export with edits lacks the edit")
	}
}

// A stance that somebody coded beside the table's row has no place in the tables: it
// is named, not lost.
func TestExportNamesWhatItLeavesOut(t *testing.T) {
	w := postSoviet(t)
	doc := w.read(interview)
	draft := must(w.code(doc, proof, "ARM", "against"))(t)
	must(w.Edit(t.Context(), draft.Ref, 1, app.EditRequest{Status: "accepted"}))(t)
	_, report := exported(t, w, "postsoviet", app.ExportOptions{Edits: true})
	found := false
	for _, l := range report.Left {
		found = found || (l.N == 1 && l.Refs[0] == "stance:"+draft.Key) || (l.N == 1 && strings.HasPrefix(l.Refs[0], "stance:"))
	}
	if !found {
		t.Errorf("%+v", report.Left)
	}
}

// A ledger has one region: a second casebook is refused whole, with what to do.
func TestASecondRegionIsRefused(t *testing.T) {
	w := empty(t)
	w.load(balkans(t))
	seq, head, err := w.Head(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	cb, _, err := app.OpenCasebook(postsoviet.Files)
	if err != nil {
		t.Fatal(err)
	}
	report, err := w.LoadCasebook(t.Context(), cb, nil)
	e, ok := app.Explain(err)
	if !ok || e.Code != app.Invalid || report.Written != 0 || !strings.Contains(e.Error(), "--data") || !strings.Contains(e.Error(), "balkans") || !strings.Contains(e.Error(), "postsoviet") {
		t.Errorf("%v %+v", err, report)
	}
	if again, same, err := w.Head(t.Context()); again != seq || same != head || err != nil {
		t.Errorf("the refusal wrote %d revisions, %v", again-seq, err)
	}
	if got := w.load(balkans(t)); got.Written != 0 {
		t.Errorf("the same casebook again wrote %d", got.Written)
	}
}

// Another region needs no other code: the same screens, nothing of the first region in them.
func TestSecondRegion(t *testing.T) {
	w := empty(t)
	w.load(balkans(t))
	seen := everything(t, w, app.Scope{})
	if len(seen) < 50 {
		t.Fatalf("the screens emit %d traces", len(seen))
	}
	for _, id := range slices.Sorted(maps.Keys(seen)) {
		v, err := w.Trace(t.Context(), app.Scope{}, id, "")
		if err != nil {
			t.Errorf("%s: %v", id, err)
		} else if want := seen[id]; want >= 0 && int64(v.Total) != want {
			t.Errorf("%s: the figure is %d, its rows are %d", id, want, v.Total)
		}
	}
	m := must(w.LitmusMatrix(t.Context(), app.Scope{}))(t)
	if len(m.Rows) == 0 || len(m.States) < 3 {
		t.Fatalf("%d items, %d states", len(m.Rows), len(m.States))
	}
	v := must(w.Litmus(t.Context(), app.Scope{}, m.Rows[0].Item.Key))(t)
	b, err := json.Marshal([]any{m, v, must(w.Pressure(t.Context(), app.Scope{}, "", ""))(t), must(w.States(t.Context(), app.Scope{}))(t)})
	if err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{"post-Soviet", "Novgorod", "Kazakhstan"} {
		if bytes.Contains(b, []byte(word)) {
			t.Errorf("the screens of another region speak of %s", word)
		}
	}
	t.Log(v.Sentence)
}

// An empty ledger answers every question without a fault.
func TestEmptyLedger(t *testing.T) {
	w := empty(t)
	home := must(w.Home(t.Context(), app.Scope{}, t0))(t)
	if !strings.Contains(home.Sentence.String(), "No casebook is loaded") || len(home.Cards) != 5 {
		t.Errorf("%s", home.Sentence)
	}
	must(w.Meta(t.Context(), app.Scope{}))(t)
	must(w.LitmusMatrix(t.Context(), app.Scope{}))(t)
	must(w.States(t.Context(), app.Scope{}))(t)
	must(w.Pressure(t.Context(), app.Scope{}, "", ""))(t)
	must(w.Sources(t.Context(), app.Scope{}, "", ""))(t)
	must(w.Vocabulary(t.Context(), app.Scope{}))(t)
	must(w.Documents(t.Context(), app.Scope{}, "", ""))(t)
	if _, err := w.State(t.Context(), app.Scope{}, "KAZ"); err == nil {
		t.Error("a state that is not there is shown")
	}
	if seq, head, err := w.Head(t.Context()); seq != 0 || head != "" || err != nil {
		t.Errorf("%d %q %v", seq, head, err)
	}
}
