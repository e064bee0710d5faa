package casebook

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the tables' part of the committed datapackage.json files and of the format's page")

// The committed description of each casebook is what the tables' description in
// code generates, byte for byte.
func TestCommittedDataPackagesAreGenerated(t *testing.T) {
	for _, dir := range []string{"postsoviet", filepath.Join("testdata", "balkans")} {
		path := filepath.Join(dir, PackageFile)
		committed, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		m, faults := parseManifest(committed)
		want, err := DataPackage(m)
		if err != nil {
			t.Fatal(err)
		}
		if *update {
			if err := os.WriteFile(path, want, 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		for _, f := range faults {
			t.Error(f)
		}
		if !bytes.Equal(committed, want) {
			t.Errorf("%s is not what the format generates: run go test ./casebook -run DataPackages -update and read the difference", path)
		}
	}
}
