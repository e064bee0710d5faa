package app

import (
	"strings"
	"testing"
)

// Whatever a list says, a file of it lies on the list's own host and has a name that stays in our folder.
func FuzzGDELTList(f *testing.F) {
	for _, seed := range []string{"150383 297a16b493de7cf6ca809a7cc31d0b93 http://data.gdeltproject.org/gdeltv2/20150218230000.export.CSV.zip",
		"17 ", "", "1 297a16b493de7cf6ca809a7cc31d0b93 http://example.org/20150218230000.export.CSV", "1 x http://data.gdeltproject.org/20150218230000.export.CSV.gz", "a b c d",
		"1 297A16b493de7cf6ca809a7cc31d0b93 //data.gdeltproject.org:99/x/../20150218230000.export.csv"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, line string) {
		one, at, err := listLine(line, gdeltList)
		if err != nil || at.IsZero() {
			if one != (offered{}) {
				t.Errorf("%q: %+v with %v", line, one, err)
			}
			return
		}
		if !strings.HasPrefix(one.url, "https://data.gdeltproject.org/") || !safeName(one.Name) || len(one.MD5) != 32 || one.Bytes < 0 || !quarterNamed(one.Name) {
			t.Errorf("%q: %+v", line, one)
		}
	})
}
