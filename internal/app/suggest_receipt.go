package app

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"

	"orrery/internal/coding/actors"
	"orrery/internal/coding/draft"
	"orrery/internal/store"
	"orrery/ledger"
)

// codingModel is how the ledger names the runs of the coder.
const codingModel = "coding"

// largestReceipt is more than any receipt takes unpacked.
const largestReceipt = 64 << 20

// codingSettings stand in the run's record.
type codingSettings struct {
	Coder     string `json:"coder"`
	Knowledge string `json:"knowledge"` // hash of what it knew of the region
	Sentences int    `json:"sentences"`
	Drafts    int    `json:"drafts"`
}

// receipt is how the coder came to each draft of one document.
type receipt struct {
	Drafts []receiptDraft `json:"drafts"`
}

type receiptDraft struct {
	Ref        string            `json:"ref"`
	Identity   string            `json:"identity"`
	Confidence float64           `json:"confidence"`
	Step       string            `json:"step"`
	Frame      string            `json:"frame"`
	Operators  []string          `json:"operators,omitempty"`
	Filters    []string          `json:"filters,omitempty"`
	Features   []string          `json:"features,omitempty"`
	Check      *SuggestionCheck  `json:"check,omitempty"`
	Trigger    Stretch           `json:"trigger"`
	Refers     []string          `json:"refers,omitempty"` // refs
	By         []SuggestionParty `json:"by,omitempty"`
	To         []SuggestionParty `json:"to,omitempty"`

	run, version string
}

func receiptOf(d *draft.Draft, ref, id string, refers []string) receiptDraft {
	return receiptDraft{Ref: ref, Identity: id, Confidence: d.Confidence, Step: d.Trace.Step, Frame: d.Trace.Frame, Operators: d.Trace.Operators, Filters: d.Trace.Filters,
		Features: d.Trace.Features, Check: checkOf(d.Check), Trigger: Stretch{d.Trigger.Start, d.Trigger.End}, Refers: refers, By: partiesOf(d.By), To: partiesOf(d.To)}
}

func checkOf(c *draft.Check) *SuggestionCheck {
	if c == nil {
		return nil
	}
	return &SuggestionCheck{string(c.Verdict), c.With, c.Text}
}

func partiesOf(refs []actors.Ref) []SuggestionParty {
	out := make([]SuggestionParty, len(refs))
	for i, x := range refs {
		out[i] = SuggestionParty{Code: x.Code, Name: x.Name, Sector: x.Sector, Office: x.Office, Person: x.Person}
	}
	return out
}

// codingRuns are the coder's runs on documents, newest first, by document.
func (r *reading) codingRuns(hashes []string) (map[string][]store.Row[*ledger.Run], error) {
	out := map[string][]store.Row[*ledger.Run]{}
	for len(hashes) > 0 {
		n := min(len(hashes), keysAtOnce)
		q := r.query()
		q.Items, q.Order = hashes[:n], store.ByLedgerDesc
		rows, err := store.Rows[*ledger.Run](r.ctx, r.app.store, q)
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			if row.Noun.Model == codingModel {
				out[row.Noun.Document] = append(out[row.Noun.Document], row)
			}
		}
		hashes = hashes[n:]
	}
	return out, nil
}

// receipts read what runs say of records, by ref. Of several runs on a record the newest counts.
func (r *reading) receipts(runs []store.Row[*ledger.Run]) (map[string]*receiptDraft, error) {
	out := map[string]*receiptDraft{}
	for _, run := range runs {
		kept, err := r.unpackReceipt(run.Noun.ResultHash)
		if err != nil {
			return nil, fmt.Errorf("reading %s: %w", run.Ref(), err)
		}
		for i := range kept.Drafts {
			d := &kept.Drafts[i]
			d.run, d.version = run.Ref(), run.Noun.CodeVersion
			if out[d.Ref] == nil {
				out[d.Ref] = d
			}
		}
	}
	return out, nil
}

func (r *reading) unpackReceipt(hash string) (*receipt, error) {
	packed, err := r.app.store.Snapshot(r.ctx, hash)
	if err != nil {
		return nil, err
	}
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	kept := &receipt{}
	return kept, json.NewDecoder(io.LimitReader(z, largestReceipt)).Decode(kept)
}

func packReceipt(kept *receipt) ([]byte, error) {
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	if err := json.NewEncoder(z).Encode(kept); err != nil {
		return nil, err
	}
	err := z.Close()
	return out.Bytes(), err
}
