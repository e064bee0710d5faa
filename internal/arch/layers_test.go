package arch

import (
	"slices"
	"strings"
	"testing"
)

// layer is one row of the table in ARCHITECTURE.md: packages, and what of this module they may import. A name
// ending in /... stands for the package and everything below it.
type layer struct {
	packages, may []string
	why           string // said when the rule is broken
}

var layers = []layer{
	{[]string{"ledger"}, nil,
		"the nouns stand on the standard library alone, so that anyone can import them"},
	{[]string{"model/..."}, []string{"model/diag"},
		"statistics take slices and a seed: they never see the ledger, so they can be checked and reused by themselves"},
	{[]string{"ui"}, nil,
		"the screens are bytes to serve"},
	{[]string{"internal/fetch", "internal/llm", "internal/config"}, []string{"ledger"},
		"a connection to the outside knows nothing of what it is used for"},
	{[]string{"casebook/...", "internal/extract/...", "internal/coding/...", "internal/store", "internal/dataset"},
		[]string{"ledger", "model/...", "internal/fetch", "internal/llm", "internal/config", "casebook/...", "internal/extract/...", "internal/coding/..."},
		"readers and contracts must not know engines, use cases or screens"},
	{[]string{"internal/dataset/reports", "internal/dataset/cameo", "internal/dataset/country"}, []string{"ledger", "internal/dataset"},
		"what event data share is nouns and tables of codes: it must not know any data set"},
	{[]string{"internal/dataset/..."}, []string{"ledger", "model/...", "internal/fetch", "internal/dataset",
		"internal/dataset/reports", "internal/dataset/cameo", "internal/dataset/country"},
		"one data set must not lean on another: each can be dropped"},
	{[]string{"internal/store/storetest"}, []string{"ledger", "internal/store", "internal/testkit"},
		"the conformance suite knows the contract only, or it would bless one engine's habits"},
	{[]string{"internal/store/sqlstore/..."}, []string{"internal/store", "internal/store/sqlstore/...", "ledger"},
		"an engine keeps the contract and knows nothing above it"},
	{[]string{"internal/jobs"}, nil,
		"a board of work knows nothing of the work"},
	{[]string{"internal/app/...", "internal/report/..."},
		[]string{"ledger", "model/...", "casebook/...", "internal/fetch", "internal/llm", "internal/config", "internal/extract/...", "internal/coding/...",
			"internal/dataset/...", "internal/store", "internal/jobs", "internal/app/...", "internal/report/..."},
		"use cases take the store's interface: whoever needs sqlstore here has left a rule in SQL"},
	{[]string{"internal/server/...", "internal/mcpserver/...", "internal/cli/..."},
		[]string{"internal/app/...", "internal/report/...", "ledger", "ui", "internal/config"},
		"a face asks the use cases, so that every face gives the same answer"},
	{[]string{"cmd/orrery"}, []string{"..."},
		"the program is wired here and nowhere else"},
	{[]string{"internal/bench/...", "internal/eval"}, []string{"..."},
		"it measures the program as it is wired; nothing imports it"},
	{[]string{"internal/train/..."}, []string{"ledger", "casebook/...", "internal/coding/..."},
		"it makes data files by hand; nothing imports it"},
	{[]string{"internal/testkit"}, nil,
		"what all tests share must not depend on what they test"},
	{[]string{"internal/arch"}, nil,
		"it holds tests only"},
}

// owner says which packages alone may import something from outside the module.
type owner struct {
	imports, packages []string
	why               string
}

var owners = []owner{
	{[]string{"database/sql", "modernc.org/sqlite", "github.com/pressly/goose"},
		[]string{"internal/store/sqlstore/..."},
		"another engine must change one package, not ten"},
	{[]string{"github.com/jackc/pgx"}, []string{"internal/store/sqlstore/...", "internal/testkit"},
		"another engine must change one package, not ten"},
	{[]string{"github.com/danielgtaylor/huma"}, []string{"internal/server/..."},
		"the shape of HTTP stays in the server"},
	{[]string{"github.com/alecthomas/kong"}, []string{"internal/cli/...", "internal/config", "cmd/orrery"},
		"the shape of the command line stays in it"},
	{[]string{"testing"}, []string{"internal/store/storetest", "internal/testkit"},
		"the program does not carry its tests"},
}

// pure names the packages that only compute, and what they must therefore not import.
var pure = []string{"model/...", "ledger", "internal/coding/..."}
var impure = []string{"os", "os/exec", "net", "net/http", "io/fs", "io/ioutil", "database/sql", "syscall", "math/rand", "log", "log/slog"}

func TestImportsPointDown(t *testing.T) {
	for _, p := range list(t, "./...") {
		path := strings.TrimPrefix(p.ImportPath, "orrery/")
		i := slices.IndexFunc(layers, func(l layer) bool { return matches(path, l.packages) })
		if i < 0 {
			t.Errorf("%s has no row in the table of layers: give it one in internal/arch and in ARCHITECTURE.md", path)
			continue
		}
		for _, imp := range p.Imports {
			below, ours := strings.CutPrefix(imp, "orrery/")
			if ours && !matches(below, layers[i].may) && !slices.Contains(layers[i].packages, below) {
				t.Errorf("%s imports %s: %s", path, below, layers[i].why)
			}
			if i := slices.IndexFunc(owners, func(o owner) bool { return from(imp, o.imports) }); i >= 0 && !matches(path, owners[i].packages) {
				t.Errorf("%s imports %s, which belongs to %s: %s", path, imp, strings.Join(owners[i].packages, ", "), owners[i].why)
			}
			if matches(path, pure) && slices.Contains(impure, imp) {
				t.Errorf("%s imports %s: it computes; input, output and chance are arguments", path, imp)
			}
			if thirdParty := strings.Contains(imp, "."); thirdParty && path == "ledger" {
				t.Errorf("ledger imports %s: %s", imp, layers[0].why)
			} else if thirdParty && matches(path, []string{"model/..."}) && !from(imp, []string{"gonum.org/v1/gonum"}) {
				t.Errorf("%s imports %s: statistics use gonum and nothing else", path, imp)
			}
		}
	}
}

// matches says whether a package of this module is named by one of the patterns.
func matches(path string, patterns []string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool {
		tree, all := strings.CutSuffix(p, "...")
		return p == "..." || path == p || all && (path+"/" == tree || strings.HasPrefix(path, tree))
	})
}

// from says whether an import path is one of the packages or below one (pgx/v5/pgxpool is from pgx).
func from(imp string, packages []string) bool {
	return slices.ContainsFunc(packages, func(p string) bool { return imp == p || strings.HasPrefix(imp, p+"/") })
}

func TestTheTableOfLayersCatches(t *testing.T) {
	for _, c := range []struct {
		path     string
		patterns []string
		want     bool
	}{
		{"model/align", []string{"model/..."}, true},
		{"model", []string{"model/..."}, true},
		{"modelling", []string{"model/..."}, false},
		{"internal/store/sqlstore", []string{"internal/store"}, false},
		{"internal/store", []string{"internal/store"}, true},
		{"ledger", []string{"..."}, true},
	} {
		if got := matches(c.path, c.patterns); got != c.want {
			t.Errorf("matches(%q, %q) = %t, want %t", c.path, c.patterns, got, c.want)
		}
	}
	if from("database/sqlx", []string{"database/sql"}) || !from("github.com/jackc/pgx/v5/pgxpool", []string{"github.com/jackc/pgx"}) {
		t.Error("from mistakes one package for another")
	}
}
