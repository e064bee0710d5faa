package arch

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// exclusion is how a package comment says what the package is not for.
var exclusion = regexp.MustCompile(`\b([Nn]ot|[Nn]ever|[Nn]o|[Nn]othing|[Nn]either)\b`)

// TestEveryPackageSaysWhatItIsFor wants a comment on each package that opens with its name, holds at least two
// sentences, and says in one of them what the package leaves to others. A reader decides by it whether to read on.
func TestEveryPackageSaysWhatItIsFor(t *testing.T) {
	for _, p := range list(t, "./...") {
		doc, name := packageDoc(t, p)
		opening := "Package " + name + " "
		if name == "main" {
			opening = "Command " + filepath.Base(p.ImportPath) + " "
		}
		switch {
		case doc == "":
			t.Errorf("%s has no package comment: add one (doc.go) that says what the package is for and what it is not for", p.ImportPath)
		case !strings.HasPrefix(doc, opening):
			t.Errorf("%s: the package comment must begin %q", p.ImportPath, opening)
		case len(doc) < 80:
			t.Errorf("%s: the package comment is %d characters long; say in 80 or more what the package is for", p.ImportPath, len(doc))
		case !exclusion.MatchString(doc):
			t.Errorf("%s: the package comment does not say what the package is not for", p.ImportPath)
		}
	}
}

// packageDoc returns the package's comment (all of them, where several files have one) and its name.
func packageDoc(t *testing.T, p goPackage) (doc, name string) {
	t.Helper()
	for _, file := range p.GoFiles {
		var f *ast.File
		f, err := parser.ParseFile(token.NewFileSet(), filepath.Join(p.Dir, file), nil, parser.PackageClauseOnly|parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		doc, name = doc+f.Doc.Text(), f.Name.Name
	}
	return strings.TrimSpace(doc), name
}
