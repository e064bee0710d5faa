package dataset

import (
	"strings"
	"testing"
)

const small = `id: x
title: A title: with a colon
publisher: Somebody # a remark
licence: CC0
coverage: 1946-01-26/..
counts:
  - what: votes
    until: 2021-12-24
    least: 10
  - what: rows
    least: 3
also:
  - page: https://example.org
`

func TestParseSource(t *testing.T) {
	s, err := ParseSource("source.yml", small)
	if err != nil {
		t.Fatal(err)
	}
	if s.Title != "A title: with a colon" || s.Publisher != "Somebody" || len(s.Counts) != 2 || s.Counts[0].Least != 10 ||
		s.Counts[0].Until.String() != "2021-12-24" || s.Counts[1].What != "rows" || !s.Counts[1].Until.IsZero() {
		t.Errorf("read %+v", s)
	}
}

func TestParseSourceSaysWhere(t *testing.T) {
	for replace, want := range map[[2]string]string{
		{"    least: 10", "    least: ten"}:        "source.yml:9:1",
		{"    least: 10", "    most: 10"}:          "source.yml:9:1",
		{"    least: 10", "    least: 0"}:          "above 0",
		{"licence: CC0", "licence CC0"}:            "source.yml:4:1",
		{"licence: CC0\n", ""}:                     "licence is missing",
		{"  - what: votes", "    what: votes"}:     "without \"- \"",
		{"coverage: 1946-01-26/..", "coverage: x"}: "source.yml:5:1",
		{"id: x", "  id: x"}:                       "belongs to no list",
	} {
		_, err := ParseSource("source.yml", strings.Replace(small, replace[0], replace[1], 1))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q for %q: %v, want %q", replace[1], replace[0], err, want)
		}
	}
}
