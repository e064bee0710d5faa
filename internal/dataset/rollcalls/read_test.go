package rollcalls

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"orrery/model/irt"
)

func read(t *testing.T, file string, c Columns) (*Votes, Form) {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", file))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	v := New()
	form, err := v.Read(file, f, c)
	if err != nil {
		t.Fatal(err)
	}
	return v, form
}

// cast lists the votes in words: unit, roll call, item, period, category.
func cast(t *testing.T, v *Votes) []string {
	t.Helper()
	coding, err := v.Coding(nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	table, _ := v.Table(coding)
	if _, err := irt.Compile(table, irt.Rules{}); err != nil {
		t.Fatal(err)
	}
	var out []string
	for i := range table.Unit {
		c := table.Calls[table.Call[i]]
		word := "-"
		if k := table.Category[i]; k >= 0 {
			word = coding.Categories[k]
		}
		out = append(out, strings.Join([]string{table.Units[table.Unit[i]], c.Name, c.Item, table.Periods[c.Period].Name, word}, "|"))
	}
	return out
}

func TestEveryFormIsRead(t *testing.T) {
	for file, want := range map[string][]string{
		"long.csv":     {"Ana Brod|Water levy||2019|yes", "Pero Vuk|Water levy||2019|-", "Ana Brod|Road toll (2019)||2019|abstain", "Mara Lin|Road toll (2020)||2020|no", "Mara Lin|Flag day||2020|yes"},
		"wide.csv":     {"Ana Brod|v1||all|yes", "Ana Brod|v2||all|no", "Mara Lin|v3||all|-", "Pero Vuk|v3||all|no"},
		"voteview.csv": {"1001|House 1 (1)||1|yes", "1002|House 1 (1)||1|no", "2002|Senate 1||1|-", "1001|House 1 (2)||2|no"},
		"items.tsv":    {"SWE|1|1|1|yes", "NOR|2|1|2|no", "SWE|3|3|2|-", "DNK|3|3|2|abstain"},
	} {
		v, _ := read(t, file, Columns{})
		got := cast(t, v)
		for _, w := range want {
			if !slices.Contains(got, w) {
				t.Errorf("%s: no vote %q in %q", file, w, got)
			}
		}
	}
	if v, form := read(t, "wide.csv", Columns{}); form.Layout != "wide" || form.Rows != 4 || len(v.Unit) != 11 {
		t.Errorf("wide.csv: %+v, %d votes, want 11: an empty cell is none", form, len(v.Unit))
	}
}

func TestColumnsCanBeNamed(t *testing.T) {
	v, form := read(t, "voteview.csv", Columns{RollCall: "rollnumber+chamber", Unit: "icpsr", Period: "Congress", Vote: "cast code"})
	if v.Calls[0].Name != "1 House" || form.RollCall != "rollnumber+chamber" || form.Period != "congress" {
		t.Errorf("%+v %+v", v.Calls, form)
	}
	v, _ = read(t, "wide.csv", Columns{Skip: []string{"v2"}})
	if len(v.Calls) != 2 {
		t.Errorf("roll calls %+v, want v1 and v3", v.Calls)
	}
}

func TestRepeatedAndContradictingVotes(t *testing.T) {
	v := New()
	if _, err := v.Read("f.csv", strings.NewReader("unit,rollcall,vote\na,1,yes\na,1,yes\na,1,no\nb,1,no\n"), Columns{}); err != nil {
		t.Fatal(err)
	}
	if len(v.Unit) != 2 || v.Repeated != 1 || v.Conflicts != 1 || len(v.Conflicting) != 1 || !strings.HasPrefix(v.Conflicting[0], "f.csv:4:5: a ") {
		t.Errorf("%d votes, %d repeated, %d conflicts %q", len(v.Unit), v.Repeated, v.Conflicts, v.Conflicting)
	}
}

func TestPeriodsAreInOrderOfTime(t *testing.T) {
	for _, c := range []struct {
		cells, want []string
		counted     bool
	}{
		{[]string{"10", "9", "1"}, []string{"1", "9", "10"}, true},
		{[]string{"2020-05-01", "2019-01-31", "2020-12-24"}, []string{"2019", "2020"}, true},
		{[]string{"74th", "session 73", "75"}, []string{"session 73", "74th", "75"}, true},
		{[]string{"2001-2005", "1997-2001"}, []string{"1997-2001", "2001-2005"}, true},
		{[]string{"spring", "autumn"}, []string{"spring", "autumn"}, false},
	} {
		text := "unit,rollcall,period,vote\n"
		for i, p := range c.cells {
			text += "a," + string(rune('k'+i)) + "," + p + ",yes\nb," + string(rune('k'+i)) + "," + p + ",no\n"
		}
		v := New()
		if _, err := v.Read("f.csv", strings.NewReader(text), Columns{}); err != nil {
			t.Fatal(err)
		}
		coding, err := v.Coding(nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		table, counted := v.Table(coding)
		var got []string
		for _, p := range table.Periods {
			got = append(got, p.Name)
		}
		if !slices.Equal(got, c.want) || counted != c.counted {
			t.Errorf("%q: periods %q, counted %t", c.cells, got, counted)
		}
		if _, err := irt.Compile(table, irt.Rules{}); err != nil {
			t.Errorf("%q: %v", c.cells, err)
		}
	}
}
