package app

import (
	"fmt"
	"io"

	"orrery/internal/dataset/rollcalls"
	"orrery/model/irt"
)

// RollCallFile is a file of recorded votes: CSV or tab-separated, plain or gzip.
type RollCallFile struct {
	Name string
	In   io.Reader
}

// RollCallColumns says which columns hold what; empty names let the reader find them.
type RollCallColumns = rollcalls.Columns

// RollCallQuestion says how files of roll calls are read and what is estimated. The zero value finds everything out.
type RollCallQuestion struct {
	Version     string // of Orrery, for the receipt
	Columns     RollCallColumns
	VoteMap     string   // "1=yes,2=abstain,3=no,8=missing"; empty: by itself
	Categories  []string // order of the scale; empty: by itself
	Method      string   // "full" (default) or "fast"
	Seed        uint64
	Chains      int // default 2
	BurnIn      int // default a fifth of Sweeps, with BSVCompat a third
	Sweeps      int // default 1500, with BSVCompat 3750
	BSVCompat   bool
	Anchors     string       // with BSVCompat where chains begin, "USA=3,RUS=-2"; default as published, where all its states vote
	MinVotes    int          // default 2
	MinMinority int          // default 1
	Positive    []string     // default USA where it votes, else the unit with most votes
	Fitted      *IdealPoints // an earlier answer: the files are new roll calls, and nothing is fitted again

	// Progress, which may be nil, is told what is being done and how far it is.
	Progress func(what string, done, total int64)
}

func (q RollCallQuestion) check() (RollCallQuestion, error) {
	if q.Method == "" {
		q.Method = "full"
	}
	if q.Method != "full" && q.Method != "fast" {
		return q, malformed("method", fmt.Sprintf("the method %q is not known", q.Method), "use full or fast")
	}
	if q.Fitted != nil {
		q.Method, q.Seed, q.Chains, q.Sweeps, q.BurnIn, q.Positive = "update", 0, 0, 0, 0, q.Fitted.Settings.Positive
	}
	for _, n := range []struct {
		name         string
		value        *int
		usual, least int
	}{{"chains", &q.Chains, 0, 1}, {"sweeps", &q.Sweeps, 0, 2}, {"burn-in", &q.BurnIn, 0, 1}, {"min-votes", &q.MinVotes, 2, 1}, {"min-minority", &q.MinMinority, 1, 1}} {
		if *n.value == 0 {
			*n.value = n.usual
		} else if *n.value < n.least {
			return q, malformed(n.name, fmt.Sprintf("%s is %d", n.name, *n.value), fmt.Sprintf("give %d or more", n.least))
		}
	}
	if q.Method == "full" {
		q.usualSweeps()
	} else {
		q.Chains, q.Sweeps, q.BurnIn = 0, 0, 0 // chosen by the method
	}
	if q.Progress == nil {
		q.Progress = func(string, int64, int64) {}
	}
	return q, nil
}

func (q RollCallQuestion) rules() irt.Rules {
	return irt.Rules{MinVotes: q.MinVotes, MinMinority: q.MinMinority, KeepEmpty: q.BSVCompat}
}

func (q RollCallQuestion) model() irt.Model {
	return irt.Model{BSVCompat: q.BSVCompat, Positive: q.Positive}
}
