package report

import (
	"fmt"
	"strings"

	"orrery/internal/app"
)

// shownOfList is how many entries of a long list a person sees; JSON has more.
const shownOfList = 20

// Import lays out what an import of roll calls did.
func Import(v app.ImportReport) Page {
	p := Page{Title: v.File + ": " + v.Format, Sentence: importSentence(v)}
	t := Table{Columns: columns("what", ">rows")}
	t.add("rows in the file", itoa(v.Rows))
	for _, c := range v.Choices {
		t.add("votes: "+c.Vote, itoa(c.N))
	}
	for _, row := range []struct {
		what string
		n    int
	}{{"no member then, left out", v.NotMember}, {"unknown states, left out", v.UnknownRows}, {"repeated, left out", v.Repeated}, {"contradicting an earlier row, left out", v.Contradicted},
		{"votes outside a state's membership, taken", v.Outside}, {"roll calls", v.RollCalls}, {"roll calls without symbol and day, left out", v.Unidentified},
		{"written: roll calls", v.New.RollCalls}, {"written: roll calls with totals counted from the rows", v.Counted}, {"written: votes", v.New.Votes}, {"written: states", v.New.Actors}, {"held already: roll calls", v.Same.RollCalls}, {"held already: votes", v.Same.Votes},
		{"held otherwise: votes", v.Conflicts}, {"rows that do not add up to official totals: roll calls", len(v.Mismatches)}} {
		if row.n > 0 {
			t.add(row.what, itoa(row.n))
		}
	}
	p.Tables, p.Data = append(p.Tables, t), t
	conflicts := Table{Title: "Held otherwise, and not overwritten", Columns: columns("where", "record", "the ledger says", "the file says", "written by")}
	for _, c := range v.Disputed {
		conflicts.add(c.Where, c.Ref, c.Ledger, c.File, c.Who)
	}
	unknown := Table{Title: "States that no list of members knows", Columns: columns("code", "name", ">rows", ">first line")}
	for _, u := range v.Unknown {
		unknown.add(u.Code, u.Name, itoa(u.Rows), itoa(u.Line))
	}
	matched := Table{Title: "Held under another symbol", Columns: columns("in the file", "in the ledger", "by")}
	for _, m := range v.Matched {
		matched.add(m.File, m.Ledger, m.By)
	}
	for _, one := range []Table{conflicts, unknown, matched, mismatches("Rows that do not add up to the official totals", v.Mismatches, "official", "rows"),
		mismatches("Totals that the ledger lacks or has otherwise, and keeps", v.Totals, "ledger", "file")} {
		p.Tables = append(p.Tables, short(one, &p.Notes))
	}
	if n := len(v.NotInFile); n > 0 {
		p.Notes = append(p.Notes, fmt.Sprintf("Roll calls of the ledger, of days that the file covers, that are not in it (%d): %s.", n, some(v.NotInFile)))
	}
	if n := len(v.Actors); n > 0 {
		codes := make([]string, n)
		for i, a := range v.Actors {
			codes[i] = a.Code
		}
		p.Notes = append(p.Notes, "States that were made because they vote in the file: "+strings.Join(codes, " ")+".")
	}
	p.Notes = append(p.Notes, v.Contradictions[:min(len(v.Contradictions), shownOfList)]...)
	p.Notes = append(p.Notes, "Source "+v.Source+": "+v.Citation+". Licence: "+v.Licence+".")
	return p
}

func importSentence(v app.ImportReport) string {
	var b strings.Builder
	if v.Written == 0 {
		b.WriteString("The ledger held all that it takes from this file: nothing was written.")
	} else {
		fmt.Fprintf(&b, "%s and %s that the ledger did not have were written; the file is of %s to %s.", several(v.New.Votes, "vote"), several(v.New.RollCalls, "roll call"), v.First, v.Last)
	}
	switch {
	case v.Stopped:
		b.WriteString(" It was stopped before the end of the file; import it again to go on.")
	case v.Short != "":
		b.WriteString(" " + v.Short + ".")
	case v.Complete:
		b.WriteString(" The file is complete: it reaches the counts that its descriptor states.")
	default:
		b.WriteString(" The file is an extract: it was not held to the counts of a complete one.")
	}
	return b.String()
}

func several(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return itoa(n) + " " + what + "s"
}

func mismatches(title string, list []app.TotalMismatch, left, right string) Table {
	t := Table{Title: title, Columns: columns("roll call", left+": yes-no-abstain", right)}
	for _, m := range list {
		first := "none"
		if m.Left != nil {
			first = fmt.Sprintf("%d-%d-%d", m.Left.Yes, m.Left.No, m.Left.Abstain)
		}
		t.add(m.RollCall, first, fmt.Sprintf("%d-%d-%d", m.Right.Yes, m.Right.No, m.Right.Abstain))
	}
	return t
}

// short cuts a long table and says so.
func short(t Table, notes *[]string) Table {
	if n := len(t.Rows); n > shownOfList {
		*notes = append(*notes, fmt.Sprintf("%s: the first %d of %d are shown; --json has more.", t.Title, shownOfList, n))
		t.Rows = t.Rows[:shownOfList]
	}
	return t
}

func some(list []string) string {
	if n := len(list); n > shownOfList {
		return strings.Join(list[:shownOfList], ", ") + " and more"
	}
	return strings.Join(list, ", ")
}
