package rollcalls

import (
	"strings"
	"testing"
)

// words makes votes that are written so.
func words(t *testing.T, list ...string) *Votes {
	t.Helper()
	v := New()
	for i, w := range list {
		if err := v.Add(string(rune('a'+i)), Call{Name: "r"}, w, func() string { return "f.csv:2:3" }); err != nil {
			t.Fatal(err)
		}
	}
	return v
}

func TestVotesAreUnderstoodOrRefused(t *testing.T) {
	for _, c := range []struct {
		votes, map_, scale string
		want               string // the scale, then each vote's place
		fault              string
	}{
		{votes: "Yea Nay not_voting", want: "yes,no 0 1 -1"},
		{votes: "Y N A X", want: "yes,abstain,no 0 2 1 -1"},
		{votes: "1 3 2 8", want: "yes,abstain,no 0 2 1 -1"},
		{votes: "1 3", want: "yes,no 0 1"},
		{votes: "0 1 NA", want: "yes,no 1 0 -1"},
		{votes: "1.0 0.0", want: "yes,no 0 1"},
		{votes: "-1 1", want: "yes,no 1 0"},
		{votes: "2 1 3", want: "1,2,3 1 0 2"},
		{votes: "4 5 1 2 3", want: "1,2,3,4,5 3 4 0 1 2"},
		{votes: "1 6 9", fault: "f.csv:2:3: it is not clear what the vote \"1\" means"},
		{votes: "yes present no", fault: "\"present\""},
		{votes: "yes yes", fault: "a scale needs two categories"},
		{votes: "1 6 9", map_: "1=yes,6=no,9=absent", want: "yes,no 0 1 -1"},
		{votes: "1 6 7", map_: "1=yes,6=no", fault: "the vote \"7\" is not among"},
		{votes: "hi lo mid", scale: "lo,mid,hi", want: "lo,mid,hi 2 0 1"},
		{votes: "no yes", scale: "no,yes", want: "no,yes 0 1"},
		{votes: "a b", map_: "a=great,b=poor", scale: "poor,great", want: "poor,great 1 0"},
		{votes: "a b", map_: "a=great,b=awful", scale: "poor,great", fault: "\"awful\", which is not one of the categories"},
		{votes: "a b", map_: "a=yes,b=missing", fault: "1 categories (yes)"},
	} {
		v := words(t, strings.Fields(c.votes)...)
		meanings, err := ParseMap(c.map_)
		if err != nil {
			t.Fatal(err)
		}
		var scale []string
		if c.scale != "" {
			scale = strings.Split(c.scale, ",")
		}
		coding, err := v.Coding(meanings, scale)
		if c.fault != "" {
			if err == nil || !strings.Contains(err.Error(), c.fault) {
				t.Errorf("%s with %q: %v, want %q", c.votes, c.map_, err, c.fault)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s with %q: %v", c.votes, c.map_, err)
			continue
		}
		got := strings.Join(coding.Categories, ",")
		for _, w := range strings.Fields(c.votes) {
			got += " " + map[bool]string{true: "-"}[coding.Of[w] < 0] + string(rune('0'+max(coding.Of[w], -coding.Of[w])))
		}
		if got != c.want {
			t.Errorf("%s with %q %q: %s, want %s", c.votes, c.map_, c.scale, got, c.want)
		}
	}
}

func TestParseMapSaysWhatIsWrong(t *testing.T) {
	for _, text := range []string{"1", "=yes", "1=", "1=yes,1=no"} {
		if m, err := ParseMap(text); err == nil || !strings.Contains(err.Error(), "1=yes,2=abstain") {
			t.Errorf("%q: %v, %v", text, m, err)
		}
	}
}

func TestFaultsSayWhere(t *testing.T) {
	many := "unit,rollcall,vote\n"
	for i := range 70 {
		many += "a,r" + strings.Repeat("x", i) + ",v" + strings.Repeat("x", i) + "\n"
	}
	for text, want := range map[string]string{
		"":                                    "f.csv:1:1: the file is empty",
		"vote,rollcall\nyes,1\n":              "f.csv:1:1: no column says who voted",
		"unit,vote\na,yes\n":                  "f.csv:1:1: no column names the roll call",
		"unit,v1\na,yes\n":                    "f.csv:1:1: no column holds the vote",
		"unit,rollcall,vote\n,1,yes\n":        "f.csv:2:1: the cell is empty; say who voted",
		"unit,rollcall,vote\na,,yes\n":        "f.csv:2:3: the cell is empty; name the roll call",
		"unit,rollcall,year,vote\na,1,,yes\n": "f.csv:2:5: the cell is empty; give the period",
		"unit,rollcall,item,vote\na,1,x,y\nb,1,y,y\n": "f.csv:3:7: roll call \"1\" belongs to item \"y\" here",
		"unit,rollcall,vote\na,1\n":                   "f.csv:2:1: the row does not have as many cells",
		many:                                          "is the 65th different vote",
	} {
		_, err := New().Read("f.csv", strings.NewReader(text), Columns{})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.60q: %v, want %q", text, err, want)
		}
	}
	if _, err := New().Read("f.csv", strings.NewReader("a,b\n1,2\n"), Columns{Unit: "c"}); err == nil || !strings.Contains(err.Error(), "no column is called \"c\"") {
		t.Error(err)
	}
}
