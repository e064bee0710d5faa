package main

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"strings"
	"syscall"
	"time"

	"orrery/internal/coding"
	"orrery/internal/coding/knowledge"
	"orrery/internal/coding/reading"
	"orrery/internal/coding/readingtest"
	"orrery/ledger"
)

// The targets of the coder.
const (
	codingTarget      = 20_000 // sentences a second, one core
	codingStartTarget = 300 * time.Millisecond
	codingMemory      = 120_000_000 // bytes of a process that codes
	codingTexts       = 2000        // of the file of speeches
)

// coder measures the coder by itself on one core, beside its peers. Times are of the processor, so that what else runs on the machine
// takes nothing away.
func coder(ctx context.Context, v volume) ([]row, error) {
	texts, err := speeches(codingTexts)
	if os.IsNotExist(err) {
		return []row{{what: "the coder", measured: "not measured: it needs ../shared/data/" + speechesFile}}, nil
	}
	if err != nil {
		return nil, err
	}
	note("the coder on one core …")
	region, err := readingtest.Region()
	if err != nil {
		return nil, err
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	c, start, err := quickest(region)
	if err != nil {
		return nil, err
	}
	rows := []row{{"coder: put together (least of 3)", ms(start), "≤ " + ms(codingStartTarget), start <= codingStartTarget}}
	docs := documents(texts)
	seconds := 0.0
	sentences := 0
	for _, explain := range []bool{false, true} {
		n, drafts, took, err := codeAll(ctx, c, docs, explain)
		if err != nil {
			return nil, err
		}
		_, _, again, err := codeAll(ctx, c, docs, explain)
		if err != nil {
			return nil, err
		}
		took = min(took, again)
		pace := float64(n) / took
		r := row{what: "coder: quotes and offsets (better of 2, as its peers)",
			measured: fmt.Sprintf("%.0f sentences/s/core (%d drafts of %d sentences, %d texts)", pace, drafts, n, len(texts)),
			target:   fmt.Sprintf("≥ %d", codingTarget), ok: pace >= codingTarget}
		if explain {
			r.what, r.target = "coder: the same with explanations", ""
		} else {
			seconds, sentences = took, n
		}
		rows = append(rows, r)
	}
	growth, err := growing(ctx, c, texts)
	if err != nil {
		return nil, err
	}
	others, err := peers(ctx, texts, sentences, seconds)
	return append(append(rows, growth), others...), err
}

// quickest puts the coder together three times and keeps the least time: the first run of anything pays for the disk.
func quickest(region *knowledge.Region) (c *coding.Coder, least time.Duration, err error) {
	for range 3 {
		begin := used()
		if c, err = coding.New(region); err != nil {
			return nil, 0, err
		}
		if took := time.Duration((used() - begin) * 1e9); least == 0 || took < least {
			least = took
		}
	}
	return c, least, nil
}

// codeAll codes documents and makes the quote of every draft.
func codeAll(ctx context.Context, c *coding.Coder, docs []*reading.Document, explain bool) (sentences, drafts int, seconds float64, err error) {
	runtime.GC()
	begin := used()
	for _, doc := range docs {
		result, err := c.Code(ctx, doc, coding.Options{Explain: explain})
		if err != nil {
			return 0, 0, 0, err
		}
		hash := ledger.HashBytes([]byte(doc.Text))
		for _, d := range result.Drafts {
			if _, err := ledger.NewQuote(hash, doc.Text, d.Span.Start, d.Span.End, d.Voice); err != nil {
				return 0, 0, 0, err
			}
		}
		sentences += len(result.Reading.Sentences)
		drafts += len(result.Drafts)
	}
	return sentences, drafts, used() - begin, nil
}

// growing compares the time of a sentence in a document with that in one ten times as long.
func growing(ctx context.Context, c *coding.Coder, texts []string) (row, error) {
	one := ""
	for _, t := range texts {
		if one += t + "\n\n"; len(one) > 300_000 {
			break
		}
	}
	each := [2]float64{}
	for i, text := range []string{one, strings.Repeat(one, 10)} {
		n, _, took, err := codeAll(ctx, c, documents([]string{text}), false)
		if err != nil {
			return row{}, err
		}
		each[i] = took / float64(n) * 1e6
	}
	return row{"coder: a sentence in a document of 0.3 MB, in one ten times as long", fmt.Sprintf("%.0f µs, %.0f µs", each[0], each[1]), "≤ 1.5 times as long",
		each[1] <= 1.5*each[0]}, nil
}

// used is the processor time of this process in seconds.
func used() float64 {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return seconds(&u)
}

func seconds(u *syscall.Rusage) float64 {
	return float64(u.Utime.Sec+u.Stime.Sec) + float64(u.Utime.Usec+u.Stime.Usec)/1e6
}
