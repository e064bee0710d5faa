package country

import (
	"encoding/csv"
	"os"
	"strings"
	"testing"
)

func known(t *testing.T) *Table {
	t.Helper()
	table, err := Known()
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func TestFinds(t *testing.T) {
	k := known(t)
	for got, want := range map[string]string{
		k.ByAlpha2("na"): "NAM", k.ByNumeric("8"): "ALB", k.ByNumeric("643"): "RUS", k.ByCOW("365"): "RUS", k.ByCOW("255"): "DEU", k.ByCOW("260"): "DEU",
		k.ByName("côte d’Ivoire"): "CIV", k.ByName("The  Gambia"): "GMB", k.ByName("Palestinian Territory, Occupied"): "PSE", k.ByName("Kosovo"): "KOS",
		k.ByName("Turkey"): "TUR", k.ByName("Soviet Union"): "SUN", k.Code("kgz"): "KGZ", k.OfActor("Georgia"): "GEO",
		k.OfActor("Head of Government (Democratic Republic of Congo)"): "COD", k.OfActor("Congress (Party) (India)"): "IND",
		k.ByName("Republic of Moldova"): "MDA", k.ByName("congo"): "COG",
	} {
		if got != want {
			t.Errorf("found %q, want %q", got, want)
		}
	}
}

func TestNeverGuesses(t *testing.T) {
	k := known(t)
	for what, got := range map[string]string{
		"an empty name": k.ByName(""), "empty code": k.Code(""), "no number": k.ByNumeric(""), "zero": k.ByCOW("0"), "unknown": k.Code("IGO"),
		"a region": k.ByName("Africa"), "a person": k.OfActor("Angela Merkel"), "a region in brackets": k.OfActor("Citizen (Middle East)"),
		"a name inside another": k.OfActor("Bank of Georgia"), "an adjective": k.OfActor("Georgian Armed Forces"), "a half bracket": k.OfActor("Citizen (Georgia"),
		"nothing in brackets": k.OfActor("Citizen ()"), "no alpha-2": k.ByAlpha2(""),
	} {
		if got != "" {
			t.Errorf("%s was taken for %s", what, got)
		}
	}
}

// The members' list of the United Nations is kept beside; where both name a state they must agree.
func TestAgreesWithTheListOfMembers(t *testing.T) {
	k := known(t)
	f, err := os.Open("../unga/states.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	former := map[string]bool{"CSK": true, "DDR": true, "SCG": true, "YMD": true, "YUG": true, "YAR": true, "ZAN": true, "EAZ": true}
	for _, row := range rows[1:] {
		code := row[0]
		if former[code] {
			continue
		}
		if _, ok := k.Name(code); !ok {
			t.Errorf("%s is a member but not in the table", code)
			continue
		}
		if row[1] != "" && k.ByAlpha2(row[1]) != code {
			t.Errorf("alpha-2 %s is %s here and %s there", row[1], k.ByAlpha2(row[1]), code)
		}
		for number := range strings.SplitSeq(row[2], "/") {
			if number != "" && number != "679" && k.ByCOW(number) != code { // 679 is Yemen since 1990
				t.Errorf("number %s is %s here and %s there", number, k.ByCOW(number), code)
			}
		}
	}
}

func TestEveryRowIsSound(t *testing.T) {
	rows, err := csv.NewReader(strings.NewReader(countriesCSV)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 249+1+7+1 { // ISO's, Kosovo, seven that are gone, the header
		t.Errorf("%d rows", len(rows))
	}
	for i, row := range rows[1:] {
		if len(row[0]) != 3 || strings.ToUpper(row[0]) != row[0] || row[4] == "" || i > 0 && rows[i][0] >= row[0] {
			t.Errorf("countries.csv:%d: %q", i+2, row)
		}
	}
}

func TestDoublesAreRefused(t *testing.T) {
	if _, err := read("alpha3,alpha2,numeric,cow,names\nAAA,AA,001,1,One\nBBB,BB,002,1,Two\n"); err == nil || !strings.Contains(err.Error(), "countries.csv:3:1") {
		t.Errorf("one number for two states: %v", err)
	}
}
