package cli

import (
	"orrery/internal/app"
	"orrery/internal/report"
)

type reviewAgreementCmd struct {
	Documents []string `arg:"" optional:"" name:"document" help:"Hashes of documents. Default: all in which a person coded."`
	Coder     []string `help:"Only these coders. Default: everybody." placeholder:"NAME"`
	Cursor    string   `help:"Show the disagreements after this cursor." placeholder:"CURSOR"`
	Question
}

// Run compares coders.
func (c reviewAgreementCmd) Run(r *run) error {
	scope, err := c.scope()
	if err != nil {
		return err
	}
	return r.ask(func(a *app.App) error {
		v, err := a.Agreement(r.ctx, scope, app.AgreementAsk{Documents: c.Documents, Coders: c.Coder, Cursor: c.Cursor})
		if err != nil {
			return err
		}
		return r.show(c.Format, v, report.Agreement(v))
	})
}

type reviewSettleCmd struct {
	Unit   string   `arg:"" help:"Unit, as review agreement prints it: HASH/START-END/KIND."`
	Choose []string `arg:"" optional:"" name:"coder" help:"Coders whose records stand: one, several, or none to reject all."`
	Why    string   `help:"Reason." placeholder:"TEXT"`
	Who    string   `help:"Name of the person who adjudicates." placeholder:"NAME"`
	Format
}

// Run settles one unit.
func (c reviewSettleCmd) Run(r *run) error {
	return r.ask(func(a *app.App) error {
		v, err := a.Adjudicate(r.ctx, app.AdjudicateRequest{Unit: c.Unit, Choose: c.Choose, Why: c.Why, Who: c.Who})
		if err != nil {
			return err
		}
		return r.show(c.Format, v, report.Decision(v))
	})
}
