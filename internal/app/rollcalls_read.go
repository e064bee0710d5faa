package app

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strings"

	"orrery/internal/dataset/rollcalls"
	"orrery/internal/dataset/unga"
)

// readRollCalls reads all files into one collection and finds out what the votes mean.
func readRollCalls(ctx context.Context, files []RollCallFile, q RollCallQuestion) (IdealPoints, *rollcalls.Votes, rollcalls.Coding, error) {
	v := IdealPoints{Version: q.Version, Method: q.Method, Inputs: []IdealInput{}, Notices: []string{}, Cautions: []string{},
		Settings: IdealSetting{Seed: q.Seed, Chains: q.Chains, BurnIn: q.BurnIn, Sweeps: q.Sweeps, BSVCompat: q.BSVCompat, MinVotes: q.MinVotes, MinMinority: q.MinMinority}}
	var coding rollcalls.Coding
	votes := rollcalls.New()
	for _, f := range files {
		if err := ctx.Err(); err != nil {
			return v, nil, coding, err
		}
		q.Progress("Reading "+f.Name, 0, 0)
		in, err := readRollCallFile(ctx, votes, f, q.Columns, &v)
		if err != nil {
			return v, nil, coding, &Error{Code: Malformed, Text: err.Error(), Err: err}
		}
		v.Inputs = append(v.Inputs, in)
	}
	meanings, err := rollcalls.ParseMap(q.VoteMap)
	if err != nil {
		return v, nil, coding, malformed("vote-map", "--vote-map: "+err.Error(), "")
	}
	if coding, err = votes.Coding(meanings, q.Categories); err != nil {
		return v, nil, coding, &Error{Code: Malformed, Text: err.Error(), Err: err}
	}
	if q.Fitted != nil {
		v.Settings.Positive = q.Positive
		if coding, err = onScale(coding, q.Fitted.Coding.Categories); err != nil {
			return v, nil, coding, err
		}
	}
	v.Coding = codingView(votes, coding)
	v.Calls = len(votes.Calls)
	for _, w := range v.Coding.Words {
		if w.Meaning == "missing" {
			v.Missing += w.N
		} else {
			v.Votes += w.N
		}
	}
	if votes.Conflicts > 0 {
		v.Notices = append(v.Notices, fmt.Sprintf("%d votes contradict an earlier one of the same unit on the same roll call, which counts. The first: %s.", votes.Conflicts, votes.Conflicting[0]))
	}
	return v, votes, coding, nil
}

// counting hashes and counts what passes, and stops when ctx ends.
type counting struct {
	ctx  context.Context
	in   io.Reader
	sum  io.Writer
	size int64
}

func (c *counting) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := c.in.Read(p)
	c.size += int64(n)
	_, _ = c.sum.Write(p[:n]) // a hash never fails
	return n, err
}

func readRollCallFile(ctx context.Context, votes *rollcalls.Votes, f RollCallFile, columns rollcalls.Columns, v *IdealPoints) (IdealInput, error) {
	sum := sha256.New()
	raw := &counting{ctx: ctx, in: f.In, sum: sum}
	plain := bufio.NewReaderSize(raw, 1<<16)
	if magic, _ := plain.Peek(2); bytes.Equal(magic, []byte{0x1f, 0x8b}) {
		z, err := gzip.NewReader(plain)
		if err != nil {
			return IdealInput{}, fmt.Errorf("%s:1:1: the file begins like gzip and is not: %w", f.Name, err)
		}
		plain = bufio.NewReaderSize(z, 1<<16) // closing it would only tell of the sum that reading to the end has checked
	}
	head, _ := plain.Peek(4000)
	in := IdealInput{File: f.Name}
	var err error
	if columns.Unit+columns.RollCall+columns.Vote+columns.Item+strings.Join(columns.Skip, "") == "" && unitedNations(string(head)) {
		err = readUnitedNations(votes, plain, columns.Period, &in, v)
	} else {
		var form rollcalls.Form
		form, err = votes.Read(f.Name, plain, columns)
		in.Rows, in.Form, in.Unit, in.RollCall, in.Vote, in.Period, in.Item = form.Rows, form.Layout, form.Unit, form.RollCall, form.Vote, form.Period, form.Item
	}
	if err != nil {
		return in, err
	}
	if _, err := io.Copy(io.Discard, raw); err != nil { // what a reader left is part of the file all the same
		return in, fmt.Errorf("%s: %w", f.Name, err)
	}
	in.SHA256, in.Bytes = hex.EncodeToString(sum.Sum(nil)), raw.size
	return in, nil
}

// unitedNations reports whether a header is that of the UN Digital Library or of Voeten's files, whose states need a list
// of members. A table whose items are bridged is somebody's own.
func unitedNations(head string) bool {
	line, _, _ := strings.Cut(head, "\n")
	has := map[string]bool{}
	for _, name := range strings.FieldsFunc(strings.ToLower(strings.TrimPrefix(line, "\uFEFF")), func(r rune) bool { return strings.ContainsRune(",\t;\"\r ", r) }) {
		has[name] = true
	}
	switch {
	case has["rcidl"], has["item"], has["bridge"]:
		return false
	case has["ms_vote"], has["ms_votes"]:
		return true
	}
	return has["vote"] && (has["rcid"] || has["resolution"] || has["unres"]) && (has["ccode"] || has["iso3"] || has["iso3c"]) && (has["date"] || has["year"])
}

// readUnitedNations reads votes through the reader that knows states and marks of the General Assembly. The period is the
// year; the day of a roll call gives it.
func readUnitedNations(votes *rollcalls.Votes, from io.Reader, period string, in *IdealInput, v *IdealPoints) error {
	if period != "" && period != "year" {
		return fmt.Errorf("%s:1:1: in files of the United Nations the period is the year of the vote; to read another column name those for --unit, --rollcall and --vote too", in.File)
	}
	report, err := unga.Read(in.File, from, func(row unga.Row) error {
		first, _ := row.Vote.When.Span()
		call := rollcalls.Call{Name: row.Vote.RollCall, Period: first.String()[:4]}
		return votes.Add(row.Vote.Actor, call, string(row.Vote.Choice), func() string { return fmt.Sprintf("%s:%d:1", in.File, row.Line) })
	})
	if err != nil {
		return err
	}
	in.Rows, in.Form, in.Period = report.Rows, string(report.Format), "year"
	if report.NotMember > 0 {
		v.Notices = append(v.Notices, fmt.Sprintf("%s: %d rows of states that were no members then are left out.", in.File, report.NotMember))
	}
	for _, u := range report.Unknown {
		v.Notices = append(v.Notices, fmt.Sprintf("%s:%d:1: %s %s is on no list of members; its %d rows are left out.", in.File, u.Line, u.Code, u.Name, u.Rows))
	}
	if report.Conflicts > 0 {
		v.Notices = append(v.Notices, fmt.Sprintf("%d rows contradict an earlier one, which counts. The first: %s.", report.Conflicts, report.Conflicting[0]))
	}
	return nil
}
