package testkit

import (
	"encoding/json"
	"os"
	"testing"
)

// Vector reads one test vector of the models by its name, or skips the test where the shared folder is missing. The file
// serves every engine and is not part of this repository; each vector says where its numbers come from.
func Vector(t *testing.T, name string, into any) {
	t.Helper()
	b, err := os.ReadFile(Shared(t, "design", "vectors.json"))
	if err != nil {
		t.Fatal(err)
	}
	var all map[string]json.RawMessage
	if err := json.Unmarshal(b, &all); err != nil {
		t.Fatal(err)
	}
	if all[name] == nil {
		t.Fatalf("vectors.json has no %s", name)
	}
	if err := json.Unmarshal(all[name], into); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}
