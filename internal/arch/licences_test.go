package arch

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"orrery/internal/testkit"
)

// lookedAt lists licence files (or modules without one) that the text alone does not settle, with what a person found.
var lookedAt = map[string]string{
	"modernc.org/memory/LICENSE-LOGO":                                  "an address: where the picture in its README comes from, which is not linked",
	"github.com/markusmobius/go-domdistiller/LICENSE-domdistiller.txt": "an empty file; the original, Chromium's DOM Distiller, is BSD-3-Clause",
}

// TestLicencesOfLinkedModules reads the licence files of every module that is linked into the program. Orrery is
// Apache-2.0 and is given to newsrooms and ministries as one file: nothing in it may ask more of them.
func TestLicencesOfLinkedModules(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range list(t, "-deps", "./cmd/orrery") {
		if p.Module == nil || p.Module.Main || seen[p.Module.Path] {
			continue
		}
		seen[p.Module.Path] = true
		files := licenceFiles(t, p.Module.Dir)
		if len(files) == 0 && lookedAt[p.Module.Path] == "" {
			t.Errorf("%s %s carries no licence file: look at its home page, then list it in lookedAt or drop it", p.Module.Path, p.Module.Version)
		}
		for _, file := range files {
			if lookedAt[p.Module.Path+"/"+filepath.Base(file)] != "" {
				continue
			}
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if kind := classify(string(text)); !permissive[kind] {
				t.Errorf("%s %s: %s is %q, which is not on the list of licences we may link", p.Module.Path, p.Module.Version, filepath.Base(file), kind)
			}
		}
	}
	if len(seen) < 10 {
		t.Errorf("only %d modules seen: go list did not show what is linked", len(seen))
	}
	t.Logf("%d modules linked", len(seen))
}

var licenceName = regexp.MustCompile(`(?i)^(licen[cs]es?|copying|unlicense)([-._].*)?$`)

func licenceFiles(t *testing.T, dir string) (files []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !e.IsDir() && licenceName.MatchString(e.Name()) {
			files = append(files, filepath.Join(dir, e.Name()))
		}
	}
	return files
}

var permissive = map[string]bool{
	"Apache-2.0": true, "MIT": true, "BSD": true, "ISC": true, "MPL-2.0": true, "Unicode": true, "Zlib": true,
	"0BSD": true, "Unlicense": true, "CC0-1.0": true, "Public domain": true,
}

// marks are phrases that only one licence holds, in the order in which they are tried: the GNU titles come first
// because permissive texts do not hold them, except MPL's list of secondary licences.
var marks = []struct{ phrase, kind string }{
	{"mozilla public license version 2.0", "MPL-2.0"},
	{"gnu affero general public license version", "AGPL"},
	{"gnu lesser general public license version", "LGPL"},
	{"gnu library general public license version", "LGPL"},
	{"gnu general public license version", "GPL"},
	{"apache license version 2.0", "Apache-2.0"},
	{"permission is hereby granted, free of charge, to any person obtaining a copy of this software", "MIT"},
	{"redistribution and use in source and binary forms", "BSD"},
	{"permission to use, copy, modify, and/or distribute this software for any purpose", "ISC"},
	{"permission to use, copy, modify, and distribute this software for any purpose", "ISC"},
	{"unicode license", "Unicode"},
	{"this software is provided 'as-is', without any express or implied warranty", "Zlib"},
	{"this is free and unencumbered software released into the public domain", "Unlicense"},
	{"cc0 1.0 universal", "CC0-1.0"},
	{"dedicated to the public domain", "Public domain"},
	{"in the public domain", "Public domain"},
}

// classify names the licence that a text is, or "unknown".
func classify(text string) string {
	words := strings.Join(strings.Fields(strings.NewReplacer(",", ", ", "‘", "'", "’", "'").Replace(strings.ToLower(text))), " ")
	words = strings.ReplaceAll(words, "license, version", "license version")
	for _, m := range marks {
		if strings.Contains(words, m.phrase) {
			return m.kind
		}
	}
	return "unknown"
}

func TestClassifyKnowsOurOwnLicence(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(testkit.Repo(t), "LICENSE"))
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		string(text): "Apache-2.0",
		"GNU GENERAL PUBLIC LICENSE\n   Version 3, 29 June 2007":                        "GPL",
		"GNU AFFERO GENERAL PUBLIC LICENSE\n  Version 3":                                "AGPL",
		"Mozilla Public License Version 2.0\n… GNU General Public License, Version 2.0": "MPL-2.0",
		"All rights reserved.": "unknown",
	} {
		if got := classify(text); got != want {
			t.Errorf("classify(%.40q) = %s, want %s", text, got, want)
		}
	}
}

// npmAllowed are the SPDX names that an npm package of the screens may have. Every package counts, because the bundler takes
// code from any of them: OFL is for fonts, CC-BY for tables of facts, and MPL asks for changes to its own files only.
const npmAllowed = "MIT ISC BSD-2-Clause BSD-3-Clause Apache-2.0 0BSD Unlicense CC0-1.0 Zlib BlueOak-1.0.0 MPL-2.0 OFL-1.1 CC-BY-4.0 Python-2.0"

// TestLicencesOfNpmPackages reads the lock file of the screens.
func TestLicencesOfNpmPackages(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(testkit.Repo(t), "ui", "package-lock.json"))
	if err != nil {
		t.Fatal(err)
	}
	var lock struct {
		Packages map[string]struct{ License string }
	}
	if err := json.Unmarshal(text, &lock); err != nil {
		t.Fatal(err)
	}
	if len(lock.Packages) < 2 {
		t.Fatal("ui/package-lock.json names no packages")
	}
	for name, p := range lock.Packages {
		if name == "" {
			continue // the root: this project
		}
		if !allowedSPDX(p.License) {
			t.Errorf("%s has licence %q, which is not on the list (%s)", name, p.License, npmAllowed)
		}
	}
}

// allowedSPDX says whether an expression such as "MIT", "(MIT OR CC0-1.0)" or "MIT AND ISC" is made of allowed
// names: one alternative of an OR, all parts of an AND.
func allowedSPDX(expression string) bool {
	for _, alternative := range strings.Split(strings.Trim(expression, "()"), " OR ") {
		ok := true
		for _, part := range strings.Split(alternative, " AND ") {
			ok = ok && slices.Contains(strings.Fields(npmAllowed), strings.Trim(part, "() "))
		}
		if ok {
			return true
		}
	}
	return false
}

func TestAllowedSPDX(t *testing.T) {
	for expression, want := range map[string]bool{
		"MIT": true, "(MIT OR GPL-3.0)": true, "MIT AND GPL-3.0": false, "GPL-2.0-only": false, "": false, "(MIT AND ISC)": true,
	} {
		if got := allowedSPDX(expression); got != want {
			t.Errorf("allowedSPDX(%q) = %t, want %t", expression, got, want)
		}
	}
}
