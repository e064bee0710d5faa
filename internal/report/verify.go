package report

import "orrery/internal/store"

// Verified is what a verification found.
type Verified struct {
	Revisions int64   `json:"revisions"`
	Records   int64   `json:"records"`
	Blobs     int64   `json:"blobs"`
	Quotes    int64   `json:"quotes"`
	Head      string  `json:"head"`
	Breaks    []Break `json:"breaks"`
}

// Break is one place where the ledger is not what it says it is.
type Break struct {
	Seq     int64  `json:"seq"`
	Ref     string `json:"ref"`
	Problem string `json:"problem"`
}

// VerifyView makes the view of a verification.
func VerifyView(r store.Report) Verified {
	v := Verified{r.Revisions, r.Records, r.Blobs, r.Quotes, r.Head, []Break{}}
	for _, b := range r.Breaks {
		v.Breaks = append(v.Breaks, Break(b))
	}
	return v
}

// Verify lays out what a verification found.
func Verify(v Verified) Page {
	sums := Table{Columns: columns("checked", ">n")}
	sums.add("revisions in the chain", itoa(v.Revisions))
	sums.add("records", itoa(v.Records))
	sums.add("snapshots and texts", itoa(v.Blobs))
	sums.add("quotes against their documents", itoa(v.Quotes))
	breaks := Table{Title: "Breaks", Columns: columns(">seq", "record", "problem")}
	for _, b := range v.Breaks {
		breaks.add(itoa(b.Seq), b.Ref, b.Problem)
	}
	p := Page{Sentence: "The ledger is sound: nothing was lost or changed.", Tables: []Table{sums, breaks}, Data: breaks, Notes: []string{"Head: " + v.Head}}
	if len(v.Breaks) > 0 {
		p.Sentence = "The ledger is NOT sound."
	}
	return p
}
