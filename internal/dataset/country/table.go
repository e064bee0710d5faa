package country

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"strings"
	"sync"
)

// countriesCSV lists alpha-3 and alpha-2 code, numeric code, numbers of the Correlates of War, and names, the usual one first.
//
//go:embed countries.csv
var countriesCSV string

// Table finds alpha-3 codes. It is never written to after it is read, so readers may share it.
type Table struct {
	names                              map[string]string // of a code, the usual one
	byAlpha2, byNumeric, byCOW, byName map[string]string
}

// Known is the table of this package, read once. It is part of the program: a fault in it is a fault of the build.
var Known = sync.OnceValues(func() (*Table, error) { return read(countriesCSV) })

func read(text string) (*Table, error) {
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("countries.csv: %w", err)
	}
	t := &Table{names: map[string]string{}, byAlpha2: map[string]string{}, byNumeric: map[string]string{}, byCOW: map[string]string{}, byName: map[string]string{}}
	for i, row := range rows[1:] {
		for _, entry := range []struct {
			to    map[string]string
			cell  string
			split string
		}{{t.byAlpha2, row[1], "/"}, {t.byNumeric, row[2], "/"}, {t.byCOW, row[3], "/"}, {t.byName, row[4], ";"}} {
			for key := range strings.SplitSeq(entry.cell, entry.split) {
				if entry.split == ";" {
					key = fold(key)
				}
				if other, double := entry.to[key]; double && other != row[0] {
					return nil, fmt.Errorf("countries.csv:%d:1: %q is both %s and %s", i+2, key, other, row[0])
				}
				if key != "" {
					entry.to[key] = row[0]
				}
			}
		}
		t.names[row[0]], _, _ = strings.Cut(row[4], ";")
	}
	return t, nil
}

// Name is the usual English name of an alpha-3 code; false when no state or territory has the code.
func (t *Table) Name(alpha3 string) (string, bool) {
	name, ok := t.names[alpha3]
	return name, ok
}

// Code is the code itself when it is one, "" otherwise. Case does not matter.
func (t *Table) Code(alpha3 string) string {
	alpha3 = strings.ToUpper(alpha3)
	if _, ok := t.names[alpha3]; ok {
		return alpha3
	}
	return ""
}

// ByAlpha2 is the alpha-3 code of an alpha-2 code, "" when there is none.
func (t *Table) ByAlpha2(code string) string { return t.byAlpha2[strings.ToUpper(code)] }

// ByNumeric is the alpha-3 code of an ISO numeric code, with or without its leading zeros, "" when there is none.
func (t *Table) ByNumeric(code string) string {
	if n := len(code); n > 0 && n < 3 {
		code = "000"[n:] + code
	}
	return t.byNumeric[code]
}

// ByCOW is the alpha-3 code of a number of the Correlates of War, "" when there is none.
func (t *Table) ByCOW(number string) string { return t.byCOW[strings.TrimLeft(number, "0")] }

// ByName is the alpha-3 code of a name that the table has. Case, accents of apostrophes and doubled spaces do not matter, nor a "the" before it.
func (t *Table) ByName(name string) string { return t.byName[fold(name)] }

// spelling is what does not tell names apart. It is never written to.
var spelling = strings.NewReplacer("’", "'", "`", "'", "´", "'", "\u00a0", " ")

// fold is a name for comparison.
func fold(name string) string {
	name = spelling.Replace(strings.ToLower(name))
	name = strings.Join(strings.Fields(name), " ")
	return strings.TrimPrefix(name, "the ")
}
