package casebook_test

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"orrery/casebook"
)

// edited returns the tiny casebook with one text replaced in one file.
func edited(t *testing.T, file, old, new string) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	entries, err := fs.ReadDir(balkans(), ".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		b, err := fs.ReadFile(balkans(), e.Name())
		if err != nil {
			t.Fatal(err)
		}
		out[e.Name()] = &fstest.MapFile{Data: b}
	}
	text := string(out[file].Data)
	if !strings.Contains(text, old) {
		t.Fatalf("%s does not contain %q", file, old)
	}
	out[file] = &fstest.MapFile{Data: []byte(strings.Replace(text, old, new, 1))}
	return out
}

// place is a fault that is expected where the bar stands in a text of the file, so
// that the position is found in another way than the checker's.
type place struct{ at, says string }

func lines(t *testing.T, file string, folder fstest.MapFS, want []place) string {
	t.Helper()
	out := make([]string, len(want))
	for i, p := range want {
		before, after, _ := strings.Cut(p.at, "|")
		text := string(folder[file].Data)
		if strings.Count(text, before+after) == 0 {
			t.Fatalf("%s does not contain %q", file, before+after)
		}
		start := strings.Index(text, before+after) + len(before)
		line := strings.Split(text[:start], "\n")
		out[i] = fmt.Sprintf("%s:%d:%d: %s", file, len(line), len([]rune(line[len(line)-1]))+1, p.says)
	}
	return strings.Join(out, "\n")
}

// Each edit makes the faults that follow it and no others.
func TestCheckNamesEveryFault(t *testing.T) {
	for name, c := range map[string]struct {
		file, old, new string
		want           []place
	}{
		"unknown actor, nearest suggested": {"stances.csv", "wb-sanctions-2022,SRB,", "wb-sanctions-2022,SBR,", []place{
			{"wb-sanctions-2022,|SBR,", `actor: "SBR" is not in actors.csv; add it to actors.csv or correct it; "SRB" is there`},
		}},
		"bad date": {"people.csv", "2021-03-22", "2021-13-22", []place{
			{"2021-|13-22", `from: "2021-13-22": there is no month 13; write the month as 01 to 12, a season as 21 to 24, or XX if unknown`},
		}},
		"reversed interval": {"people.csv", "2023-05-20", "2013-05-20", []place{
			{"2018-05-20,|2013-05-20", "to 2013-05-20 lies before from 2018-05-20; swap the two or correct one"},
		}},
		"source that does not resolve, in a list": {"votes.csv", "wb-es-11-1;wb-background", "wb-es-11-1;wb-backgruond", []place{
			{"wb-es-11-1;|wb-backgruond", `source_ids: "wb-backgruond" is not in sources.csv; add it to sources.csv or correct it; "wb-background" is there`},
		}},
		"interval overlap": {"memberships.csv", "MNE,EU,candidate,2010-12,,,", "MNE,CEFTA,observer,2010-12,,,", []place{
			{"MNE,CEFTA,observer,|2010-12", "the interval overlaps that of line 14 (member from 2007) for MNE in CEFTA; end one the day before the other begins"},
		}},
		"vote not in the list": {"votes.csv", "BIH,yes", "BIH,yse", []place{
			{"BIH,|yse", `vote: "yse" is not in the list; write "yes", or another of yes, no, abstain, absent`},
		}},
		"several in one file": {"actors.csv", "UKR,state,Ukraine,Украина,Q212", "UKR,stat,,Украина,Q 212", []place{
			{"UKR,|stat,", `kind: "stat" is not in the list; write "state", or another of state, organisation, power-bloc, non-state`},
			{"UKR,stat,|,", "name_en is empty; fill it in"},
			{"Украина,|Q 212", `wikidata: "Q 212" is not an identifier; use letters, digits, '.', '_', '-' and '/' only, and begin with a letter or digit`},
		}},
		"header: one column misnamed": {"votes.csv", "resolution,date,title,actor,vote", "resolution,date,titel,actor,vote", []place{
			{"date,|titel", `the header has an unknown column "titel"; write "title"`},
			{"vote,source_ids|\n", `the header lacks the column "title"; the columns are resolution,date,title,actor,vote,source_ids`},
		}},
		"header: misordered": {"votes.csv", "resolution,date", "date,resolution", []place{
			{"|date,resolution", "the columns are not in order; order them as resolution,date,title,actor,vote,source_ids"},
		}},
		"too few cells": {"votes.csv", ",BIH,yes,wb-es-11-1;wb-background", ",BIH", []place{
			{",BIH|\n", "the row has 4 cells and not 6; add what is missing; an unknown cell stays empty between its commas"},
		}},
		"too many cells": {"resolutions.csv", "Aggression against Ukraine,", "Aggression, against Ukraine,", []place{
			{"Aggression,| against", "the cell begins or ends with a space; take the space away"},
			{"35,|wb", "the row has 8 cells and not 7; put a cell with a comma in it in quotation marks"},
		}},
		"invalid UTF-8": {"actors.csv", "Albania,", "Alb\xedania,", []place{
			{"Alb|\xed", "invalid UTF-8 at byte 50; save the file as UTF-8"},
		}},
		"byte-order mark": {"ties.csv", "actor,", "\uFEFFactor,", []place{
			{"|\uFEFFactor", "the file starts with a byte-order mark; save it as UTF-8 without a byte-order mark"},
		}},
		"CRLF": {"sources.csv", "based_in\n", "based_in\r\n", []place{
			{"based_in|\r\n", "the line ends with CR LF; save the file with LF line ends"},
		}},
		"no last line end": {"ties.csv", "source_ids\n", "source_ids", []place{
			{"source_ids|", "the last line has no line end; end the file with one"},
		}},
		"needless quotes": {"actors.csv", "Serbia,", `"Serbia",`, []place{
			{`|"Serbia"`, "the cell is quoted though nothing in it needs quotes; take the quotation marks away, so that an export gives the same bytes"},
		}},
		"space around a cell": {"actors.csv", "Serbia,", "Serbia ,", []place{
			{"|Serbia ,", "the cell begins or ends with a space; take the space away"},
		}},
		"blank line": {"actors.csv", "ALB,", "\nALB,", []place{
			{"wikidata\n|\n", "the line is blank; delete it"},
		}},
		"quotation mark in a bare cell": {"actors.csv", "Serbia,", `Ser"bia,`, []place{
			{`Ser|"bia`, `a quotation mark stands inside a cell that is not quoted; put the cell in quotation marks and write the mark twice: ""`},
		}},
		"duplicate key": {"people.csv", "kurti,Albin Kurti,Альбин Курти,,KOS,head of government,2021-03-22", "kurti,Albin Kurti,Альбин Курти,,KOS,head of government,2021-03-22,,wb-background\nkurti,Albin Kurti,Альбин Курти,,KOS,head of government,2021-03-22", []place{
			{"2021-03-22,,wb-background\n|kurti", "kurti, KOS, head of government, 2021-03-22 is already on line 6; take one away, or make person, actor, role, from differ"},
		}},
		"not sorted": {"people.csv", "2013-09,", "2022-09,", []place{
			{"|vucic", "the row sorts before the row above it; sort the table by from, then person, then role, then actor (as text)"},
		}},
		"PLOVER type": {"events.csv", "REJECT", "REGECT", []place{
			{"|REGECT", `event: "REGECT" is not in the list; write "REJECT", or another of AGREE, CONSULT, SUPPORT, CONCEDE, COOPERATE, AID, RETREAT, REQUEST, ACCUSE, REJECT, THREATEN, PROTEST, SANCTION, MOBILIZE, COERCE, ASSAULT`},
		}},
		"PLOVER mode of another type": {"events.csv", "SANCTION,discontinue,economic,", "SANCTION,restrict,economic,", []place{
			{"SANCTION,|restrict", `"restrict" is not a mode of SANCTION; use one of convict, expel, withdraw, discontinue, or leave it empty`},
		}},
		"credibility out of its domain": {"events.csv", ",1,wb-es", ",7,wb-es", []place{
			{"|7,wb-es", "confidence: 7 is out of its domain; write a number from 1 to 6"},
		}},
		"stance on an unknown item": {"stances.csv", "wb-sanctions-2022,KOS", "wb-sanctions-2023,KOS", []place{
			{"|wb-sanctions-2023,KOS", `litmus_id: "wb-sanctions-2023" is not in litmus.csv; add it to litmus.csv or correct it; "wb-sanctions-2022" is there`},
		}},
		"vote on a roll call that is not listed": {"votes.csv", "A/RES/ES-11/1,2022-03-02,Aggression against Ukraine,UKR", "A/RES/ES-11/2,2022-03-02,Aggression against Ukraine,UKR", []place{
			{"|A/RES/ES-11/2", `resolution: "A/RES/ES-11/2" is not in resolutions.csv; add it to resolutions.csv or correct it; "A/RES/ES-11/1" is there`},
		}},
		"totals that cannot be": {"resolutions.csv", ",141,", ",5,", []place{
			{"Ukraine,|5,5", "the official total of yes is 5 but votes.csv lists 6; correct the total or the votes"},
		}},
		"hub on its own roster": {"litmus.csv", "UN;-RUS;-UKR", "UN;-UKR", []place{
			{"|UN;-UKR", "the hub RUS is on its own roster; add -RUS"},
		}},
		"roster term that changes nothing": {"litmus.csv", "UN;-RUS;-UKR", "UN;-RUS;-KOS;-UKR", []place{
			{"|-KOS;-UKR", `roster: "-KOS" changes nothing on 2022-03-02; take it away, or correct it or memberships.csv`},
		}},
		"window": {"litmus.csv", "P34D", "34 days", []place{
			{"|34 days", `window: "34 days": a window begins with P; write P10D, P2W, P3M, P1Y or PT24H`},
		}},
		"t0 on another day": {"litmus.csv", "EU,2022-02-25,", "EU,2022-03-25,", []place{
			{"EU,|2022-03-25", "t0 2022-03-25 does not fall on the date 2022-02-25; correct one of them"},
		}},
		"link without a grade": {"episodes.csv", "admitted: ", "admited: ", []place{
			{"|admited", `claimed_link does not begin with its grade: "admited" is not in the list; write "admitted", or another of admitted, asserted, suspected, disputed, none, routine`},
		}},
		"manifest names an unknown state": {casebook.PackageFile, `"SRB",`, `"SRX",`, []place{
			{`|"SRX"`, `orrery.states.0: "SRX" is not in actors.csv; add it to actors.csv or correct it; "SRB" is there`},
			{`"seats": [
      {
        "actor": |"SRB"`, `orrery.seats.0.actor: names SRB, which is not among the states; write a code that orrery.states lists`},
		}},
		"manifest is not JSON": {casebook.PackageFile, `"version": "1.0.0",`, `"version": "1.0.0"`, []place{
			{`|"orrery": {`, `the file is not the JSON that was expected (invalid character '"' after object key:value pair); correct it at this place`},
		}},
	} {
		t.Run(name, func(t *testing.T) {
			folder := edited(t, c.file, c.old, c.new)
			faults, err := casebook.Check(folder)
			if err != nil {
				t.Fatal(err)
			}
			got := make([]string, len(faults))
			for i, f := range faults {
				got[i] = f.String()
			}
			if g, w := strings.Join(got, "\n"), lines(t, c.file, folder, c.want); g != w {
				t.Errorf("got\n%s\nwant\n%s", g, w)
			}
		})
	}
}

// A folder that is not a casebook is told what a casebook needs, file by file.
func TestCheckOfAnEmptyFolder(t *testing.T) {
	cb, faults, err := casebook.Read(fstest.MapFS{})
	if err != nil || cb != nil {
		t.Fatal(cb, err)
	}
	if want := len(casebook.Tables()) + 1; len(faults) != want {
		t.Fatalf("%d faults, want one for each of %d files", len(faults), want)
	}
	for _, f := range faults {
		if f.Problem != "the file is missing" || f.Do == "" || f.Line != 1 || f.Column != 1 {
			t.Errorf("%+v", f)
		}
	}
}
