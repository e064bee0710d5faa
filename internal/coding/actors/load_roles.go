package actors

import "strings"

var roleMarks = map[string]marks{"s": mState, "t": mTitle, "p": mPart | mCommon, "c": mCommon, "h": mHead, "g": mGovern, "f": mForeign}

// role takes a row of roles.txt.
func (l *loader) role(r row) error {
	e := entry{kind: kRole, sector: r.cells[0]}
	for _, c := range r.cells[1] {
		m := roleMarks[string(c)]
		if m == 0 && c != '-' && c != ' ' && c != 'r' {
			return r.fault("%q is no mark: the head of the file lists them", c)
		}
		e.marks |= m
	}
	for _, n := range r.names(2) {
		single := strings.ReplaceAll(strings.ReplaceAll(n, "*", ""), "+", "")
		l.noun(single, e)
		if strings.Contains(n, "+") {
			continue
		}
		many := e
		many.marks |= mPlural
		l.noun(plural(n), many)
	}
	return nil
}

// noun adds a common noun. The first meaning stays.
func (l *loader) noun(name string, e entry) {
	at := l.names.add(l.words(name))
	if l.names.noun[at] == nil {
		l.names.noun[at] = &e
	}
}

// plural is the plural of a role: of the word with a star, else of the last.
func plural(name string) string {
	head, tail, starred := strings.Cut(name, "*")
	if !starred {
		tail = ""
	}
	switch {
	case strings.HasSuffix(head, "man") && !strings.HasSuffix(head, "german"):
		head = head[:len(head)-2] + "en"
	case strings.HasSuffix(head, "person") && strings.Contains(head, "displaced"):
		head += "s"
	case strings.HasSuffix(head, "child"):
		head += "ren"
	case strings.HasSuffix(head, "thief"):
		head = head[:len(head)-1] + "ves"
	case strings.HasSuffix(head, "y") && !strings.ContainsAny(head[len(head)-2:len(head)-1], "aeiou"):
		head = head[:len(head)-1] + "ies"
	case strings.HasSuffix(head, "s"), strings.HasSuffix(head, "x"), strings.HasSuffix(head, "ch"), strings.HasSuffix(head, "sh"):
		head += "es"
	default:
		head += "s"
	}
	return head + tail
}

// description takes a row of descriptions.txt.
func (l *loader) description(r row) error {
	e := entry{kind: kDescr}
	switch r.cells[0] {
	case "state":
	case "org":
		e.marks |= mOrg
	case "many":
		e.marks |= mMany | mPlural
	case "kin":
		e.marks |= mMany | mPlural | mCommon
	default:
		return r.fault("%q is no sort: write state, org, many or kin", r.cells[0])
	}
	for _, n := range r.names(1) {
		at := l.names.add(l.words(strings.TrimSuffix(n, "+")))
		if l.names.noun[at] == nil {
			l.names.noun[at] = &e
		}
	}
	return nil
}
