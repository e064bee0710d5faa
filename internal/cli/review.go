package cli

import (
	"orrery/internal/app"
	"orrery/internal/report"
)

type reviewCmd struct {
	Queue     reviewQueueCmd     `cmd:"" default:"withargs" help:"List the suggestions that wait, what would change most first. This is what review does without a command."`
	Accept    reviewAcceptCmd    `cmd:"" help:"Accept records; an episode takes its draft events with it."`
	Reject    reviewRejectCmd    `cmd:"" help:"Reject records."`
	Reopen    reviewReopenCmd    `cmd:"" help:"Put records back to draft."`
	Undo      reviewUndoCmd      `cmd:"" help:"Take a decision back."`
	Rules     reviewRulesCmd     `cmd:"" help:"List the rules of acceptance."`
	Rule      reviewRuleCmd      `cmd:"" help:"Write a rule of acceptance, or change one. It is off until you switch it on."`
	Try       reviewTryCmd       `cmd:"" help:"Say what a rule would accept now. Nothing is written."`
	Switch    reviewSwitchCmd    `cmd:"" help:"Switch a rule on or off."`
	Apply     reviewApplyCmd     `cmd:"" help:"Accept what a rule that is switched on would accept now."`
	Agreement reviewAgreementCmd `cmd:"" help:"How far coders of the same documents agree: Krippendorff's alpha by kind, and where they differ."`
	Settle    reviewSettleCmd    `cmd:"" help:"Adjudicate one unit on which coders differ."`
}

type reviewQueueCmd struct {
	Kind     string  `help:"Only suggestions of this kind, for example stance." placeholder:"KIND"`
	Impact   string  `help:"Only suggestions of this impact: conflict, empty-cell, pair, vote or other." enum:"conflict,empty-cell,pair,vote,other," default:"" placeholder:"IMPACT"`
	Document string  `help:"Only suggestions in this document." placeholder:"HASH"`
	Least    float64 `help:"Leave out what the coder is less sure of than this, from 0 to 1." placeholder:"P"`
	Cursor   string  `help:"Show the suggestions after this cursor." placeholder:"CURSOR"`
	Question
}

// Run lists the queue.
func (c reviewQueueCmd) Run(r *run) error {
	scope, err := c.scope()
	if err != nil {
		return err
	}
	return r.ask(func(a *app.App) error {
		v, err := a.Queue(r.ctx, scope, app.QueueAsk{Kind: c.Kind, Impact: c.Impact, Document: c.Document, Least: c.Least, Cursor: c.Cursor})
		if err != nil {
			return err
		}
		return r.show(c.Format, v, report.Queue(v))
	})
}

// Deciding are the arguments of every decision.
type Deciding struct {
	Refs []string `arg:"" name:"record" help:"Records, as review lists them: kind:key."`
	Why  string   `help:"Reason; it is kept with the record." placeholder:"TEXT"`
	Who  string   `help:"Name of the person who decides. Default: the one this Orrery writes as." placeholder:"NAME"`
	Format
}

func (d Deciding) decide(r *run, status string) error {
	return r.ask(func(a *app.App) error {
		v, err := a.Decide(r.ctx, app.DecideRequest{Refs: d.Refs, Status: status, Why: d.Why, Who: d.Who})
		if err != nil {
			return err
		}
		return r.show(d.Format, v, report.Decision(v))
	})
}

type (
	reviewAcceptCmd struct{ Deciding }
	reviewRejectCmd struct{ Deciding }
	reviewReopenCmd struct{ Deciding }
)

// Run accepts.
func (c reviewAcceptCmd) Run(r *run) error { return c.decide(r, "accepted") }

// Run rejects.
func (c reviewRejectCmd) Run(r *run) error { return c.decide(r, "rejected") }

// Run puts back to draft.
func (c reviewReopenCmd) Run(r *run) error { return c.decide(r, "draft") }

type reviewUndoCmd struct {
	ID  string `arg:"" help:"Id of the decision, as it was printed."`
	Why string `help:"Reason." placeholder:"TEXT"`
	Who string `help:"Name of the person who takes it back." placeholder:"NAME"`
	Format
}

// Run takes a decision back.
func (c reviewUndoCmd) Run(r *run) error {
	return r.ask(func(a *app.App) error {
		v, err := a.Undo(r.ctx, c.ID, c.Who, c.Why)
		if err != nil {
			return err
		}
		return r.show(c.Format, v, report.Decision(v))
	})
}
