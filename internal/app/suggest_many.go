package app

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	"orrery/internal/jobs"
	"orrery/internal/store"
	"orrery/ledger"
)

// suggestKey names the work on many documents: one at a time.
const suggestKey = "suggest"

// mostFailures is how many documents that could not be read are remembered.
const mostFailures = 100

// suggestFailures are the documents that could not be read since the program began, and what was counted last.
type suggestFailures struct {
	mu   sync.Mutex
	list []string
	last suggestCounts
}

type suggestCounts struct {
	at                    time.Time
	documents, read, open int
}

func (f *suggestFailures) add(text string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if len(f.list) < mostFailures {
		f.list = append(f.list, text)
	}
}

func (f *suggestFailures) all() []string {
	f.mu.Lock()
	defer f.mu.Unlock()
	return append([]string{}, f.list...)
}

// SuggestMany begins to read documents for suggestions in the background, by default every one that this version of the coder
// has not read. What is done is in the ledger: work that was stopped goes on where it was.
func (a *App) SuggestMany(ctx context.Context, req SuggestRequest) (SuggestStatus, error) {
	if a.readOnly {
		return SuggestStatus{}, store.ErrReadOnly
	}
	hashes := slices.Clone(req.Documents)
	r, err := a.open(ctx, Scope{})
	if err != nil {
		return SuggestStatus{}, err
	}
	for _, hash := range hashes {
		if _, err := r.document(hash); err != nil {
			return SuggestStatus{}, err
		}
	}
	_, err = a.background.Start(jobs.Task{Key: suggestKey, What: "reading documents for suggestions", Work: func(ctx context.Context, report func(jobs.Progress)) error {
		_, err := a.SuggestAll(ctx, hashes, func(done, total int) {
			report(jobs.Progress{What: "reading documents for suggestions", Done: done, Total: total})
		})
		return err
	}})
	if err != nil {
		return SuggestStatus{}, err
	}
	return a.SuggestStatus(ctx)
}

// SuggestStop stops it; what is done stays.
func (a *App) SuggestStop(ctx context.Context) (SuggestStatus, error) {
	a.background.Stop(suggestKey)
	return a.SuggestStatus(ctx)
}

// SuggestAll reads documents for suggestions and waits for the end; see SuggestMany. One document that cannot be read does not stop
// the others: the reports name its reason under Refused with no run. progress may be nil. On an error, the reports tell what was done.
func (a *App) SuggestAll(ctx context.Context, hashes []string, progress func(done, total int)) ([]SuggestReport, error) {
	r, err := a.open(ctx, Scope{})
	if err != nil {
		return nil, err
	}
	if len(hashes) == 0 {
		if hashes, err = r.unread(); err != nil {
			return nil, err
		}
	}
	reports := []SuggestReport{}
	for i, hash := range hashes {
		if err := ctx.Err(); err != nil {
			return reports, err
		}
		report, err := r.suggest(hash)
		if err != nil {
			if given := ctx.Err(); given != nil || errors.Is(err, store.ErrReadOnly) {
				return reports, errors.Join(given, err)
			}
			report.Refused = append(report.Refused, err.Error())
			a.suggests.add(fmt.Sprintf("%s: %v", cut(hash, 12), err))
		}
		reports = append(reports, report)
		if progress != nil {
			progress(i+1, len(hashes))
		}
	}
	return reports, nil
}

// unread are the documents that this version of the coder has not read, what was read in first first.
func (r *reading) unread() ([]string, error) {
	read, all, err := r.codedDocuments()
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(all, func(hash string) bool { return read[hash] }), nil
}

// codedDocuments are all documents, in the order in which they came, and which of them this version of the coder has read.
func (r *reading) codedDocuments() (read map[string]bool, all []string, err error) {
	q := r.query()
	q.Kinds, q.Order = []ledger.Kind{ledger.KindDocument}, store.ByLedger
	page, err := r.app.store.Accepted(r.ctx, q)
	if err != nil {
		return nil, nil, err
	}
	for _, rec := range page.Records {
		all = append(all, rec.Key)
	}
	runs, err := r.codingRuns(all)
	read = map[string]bool{}
	for hash, rows := range runs {
		read[hash] = rows[0].Noun.CodeVersion == r.app.coding.Version
	}
	return read, all, err
}

// SuggestStatus says how far suggesting is.
func (a *App) SuggestStatus(ctx context.Context) (SuggestStatus, error) {
	r, err := a.open(ctx, Scope{})
	if err != nil {
		return SuggestStatus{}, err
	}
	v := SuggestStatus{Version: a.coding.Version, Failed: a.suggests.all()}
	if p, ok := a.background.Running(suggestKey); ok {
		v.Running, v.What, v.Done, v.Total = true, p.What, p.Done, p.Total
	}
	err = r.countSuggested(&v)
	return v, err
}

// countedFor is how long counts of all documents are told again while work goes on: a screen asks every second, and counting walks every draft.
const countedFor = 10 * time.Second

// countSuggested counts documents and open suggestions.
func (r *reading) countSuggested(v *SuggestStatus) error {
	last := &r.app.suggests.last
	r.app.suggests.mu.Lock()
	defer r.app.suggests.mu.Unlock()
	if now := r.app.now(); !v.Running || now.Sub(last.at) > countedFor {
		read, all, err := r.codedDocuments()
		if err != nil {
			return err
		}
		*last = suggestCounts{at: now, documents: len(all)}
		for _, yes := range read {
			if yes {
				last.read++
			}
		}
		if err := r.everyWaiting(func(ledger.Record) { last.open++ }); err != nil {
			return err
		}
	}
	v.Documents, v.Read, v.Open = last.documents, last.read, last.open
	return nil
}

// everyWaiting walks the suggestions that nobody has decided on.
func (r *reading) everyWaiting(each func(ledger.Record)) error {
	q := r.query()
	q.Limit = scanSize
	for {
		page, err := r.app.store.Review(r.ctx, q, ledger.Draft)
		if err != nil {
			return err
		}
		for _, rec := range page.Records {
			if byCoder(rec) {
				each(rec)
			}
		}
		if page.Next == "" {
			return nil
		}
		q.After = page.Next
	}
}
