package casebook

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"orrery/ledger"
)

// RulesFolder holds a casebook's rules, a file each: rules/SLUG.yml. It may be missing.
const RulesFolder = "rules"

func ruleFile(slug string) string { return path.Join(RulesFolder, slug+".yml") }

// readRules reads the folder's rules and judges what one file cannot say by itself.
func (x *examination) readRules(fsys fs.FS) error {
	files, err := fs.ReadDir(fsys, RulesFolder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	} else if err != nil {
		return fmt.Errorf("read %s: %w", RulesFolder, err)
	}
	for _, f := range files {
		name := path.Join(RulesFolder, f.Name())
		if f.IsDir() || path.Ext(name) != ".yml" {
			x.add(Fault{File: name, Line: 1, Column: 1, Problem: "the file is no rule", Do: "take it away, or name it after its rule: " + ruleFile("SLUG")})
			continue
		}
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return fmt.Errorf("read %s: %w", name, err)
		}
		rule, faults := ReadRule(name, text)
		x.faults = append(x.faults, faults...)
		if rule == nil {
			continue
		}
		x.rules = append(x.rules, rule)
		if ruleFile(rule.Slug) != name {
			x.add(Fault{File: name, Line: 1, Column: 1, Field: "rule", Problem: fmt.Sprintf("the file is not named after its rule %q", rule.Slug), Do: "name it " + ruleFile(rule.Slug)})
		}
		if usual := WriteRule(rule); !bytes.Equal(usual, text) {
			line, want := differs(text, usual)
			x.add(Fault{File: name, Line: line, Column: 1, Problem: "the file is not in the usual form, in which it would be exported", Do: "let the line be " + want})
		}
	}
	slices.SortFunc(x.rules, func(a, b *ledger.Rule) int { return strings.Compare(a.Slug, b.Slug) })
	return nil
}

// differs is the first line in which a text is not the wanted one, and what it should be.
func differs(text, want []byte) (line int, say string) {
	have, should := strings.Split(string(text), "\n"), strings.Split(string(want), "\n")
	for i, s := range should {
		if i >= len(have) || have[i] != s {
			if i >= len(have) {
				return len(have), fmt.Sprintf("followed by %q", s)
			}
			return i + 1, fmt.Sprintf("%q", s)
		}
	}
	return min(len(should)+1, len(have)), "the last"
}

// senseOfRules looks whether the actors and sources of rules are in the tables.
func (x *examination) senseOfRules() {
	actors, sources := x.keys[Ref{"actors", "actor"}], x.keys[Ref{"sources", "source_id"}]
	for _, r := range x.rules {
		known := func(table string, set map[string]bool, values ...string) {
			for _, v := range values {
				if v != "" && !x.broken[table] && !set[v] {
					x.add(Fault{File: ruleFile(r.Slug), Line: 1, Column: 1, Problem: fmt.Sprintf("%q is not in %s.csv", v, table), Do: "add it there or correct it"})
				}
			}
		}
		known("actors", actors, r.Hub)
		again, _, _ := r.Again() // its intervals were read before
		known("actors", actors, again...)
		known("sources", sources, r.Sources...)
		for _, d := range r.Dyads {
			_, state, _ := strings.Cut(d, "/")
			known("actors", actors, state)
		}
		for _, text := range []string{r.Trigger, r.Response, r.Unrelated} {
			if f, err := ParseFilter(text); err == nil {
				known("actors", actors, f.Actors()...)
			}
		}
	}
}

func ruleDrafts(c *Casebook) []Draft {
	var out []Draft
	for _, r := range c.Rules {
		out = append(out, Draft{Body: r, Table: RulesFolder})
	}
	return out
}

func (c *Casebook) addRule(n *ledger.Rule) {
	r := *n
	c.Rules = append(c.Rules, &r)
	slices.SortFunc(c.Rules, func(a, b *ledger.Rule) int { return strings.Compare(a.Slug, b.Slug) })
}
