package country

import "strings"

// OfActor is the state that an actor's name itself states: the name is a state's ("Georgia"), or ends with one in brackets
// ("Citizen (Georgia)"), as machine coders write it. "" when it states none, as most names of persons do not.
//
// The brackets name the state whose actor it is; "Georgian Armed Forces (Abkhazia)" is nobody's by this table.
func (t *Table) OfActor(name string) string {
	if code := t.ByName(name); code != "" {
		return code
	}
	name = strings.TrimRight(name, " ")
	open := strings.LastIndexByte(name, '(')
	if open < 0 || !strings.HasSuffix(name, ")") {
		return ""
	}
	return t.ByName(name[open+1 : len(name)-1])
}
