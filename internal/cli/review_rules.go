package cli

import (
	"orrery/internal/app"
	"orrery/internal/report"
)

type reviewRulesCmd struct{ Format }

// Run lists the rules of acceptance.
func (c reviewRulesCmd) Run(r *run) error {
	return r.ask(func(a *app.App) error {
		v, err := a.AcceptanceRules(r.ctx, app.Scope{})
		if err != nil {
			return err
		}
		return r.show(c.Format, v, report.AcceptanceRules(v.Rules))
	})
}

type reviewRuleCmd struct {
	Slug   string   `arg:"" help:"Identifier: small letters, digits and -."`
	Title  string   `help:"What it accepts, in words." required:"" placeholder:"TEXT"`
	Kind   []string `help:"Only suggestions of these kinds." placeholder:"KIND"`
	Step   []string `help:"Only those that these parts of the coder made." placeholder:"STEP"`
	Frame  []string `help:"Only those of these frames; a trailing * stands for any ending." placeholder:"FRAME"`
	Check  []string `help:"Only those whose comparison with the ledger came out so: agrees, disagrees, \"not in the ledger\"." placeholder:"VERDICT"`
	Source []string `help:"Only those in documents of these sources." placeholder:"KEY"`
	Least  float64  `help:"Least confidence, from 0 to 1." placeholder:"P"`
	Base   int      `name:"rev" help:"Revision that you change, as review rules prints it. Default: the rule is new." placeholder:"REV"`
	Who    string   `help:"Name of the person who writes it." placeholder:"NAME"`
	Format
}

// Run writes a rule of acceptance.
func (c reviewRuleCmd) Run(r *run) error {
	return r.ask(func(a *app.App) error {
		v, err := a.PutAcceptanceRule(r.ctx, c.Slug, c.Base, app.AcceptanceRequest{Title: c.Title, Kinds: c.Kind, Steps: c.Step, Frames: c.Frame, Checks: c.Check, Sources: c.Source, Least: c.Least, Who: c.Who})
		if err != nil {
			return err
		}
		return r.show(c.Format, v, report.AcceptanceRules([]app.AcceptanceRow{v}))
	})
}

type reviewTryCmd struct {
	Slug string `arg:"" help:"Identifier of the rule."`
	Format
}

// Run tries a rule of acceptance.
func (c reviewTryCmd) Run(r *run) error {
	return r.ask(func(a *app.App) error {
		v, err := a.TryAcceptanceRule(r.ctx, app.Scope{}, c.Slug)
		if err != nil {
			return err
		}
		return r.show(c.Format, v, report.AcceptanceTrial(v))
	})
}

type reviewSwitchCmd struct {
	Slug string `arg:"" help:"Identifier of the rule."`
	To   string `arg:"" help:"on or off." enum:"on,off"`
	Who  string `help:"Name of the person who switches it." placeholder:"NAME"`
	Why  string `help:"Reason." placeholder:"TEXT"`
	Format
}

// Run switches a rule of acceptance.
func (c reviewSwitchCmd) Run(r *run) error {
	return r.ask(func(a *app.App) error {
		v, err := a.SwitchAcceptanceRule(r.ctx, c.Slug, app.SwitchRequest{On: c.To == "on", Who: c.Who, Why: c.Why})
		if err != nil {
			return err
		}
		return r.show(c.Format, v, report.AcceptanceRules([]app.AcceptanceRow{v}))
	})
}

type reviewApplyCmd struct {
	Slug string `arg:"" help:"Identifier of the rule."`
	Who  string `help:"Name of the person who applies it." placeholder:"NAME"`
	Format
}

// Run applies a rule of acceptance.
func (c reviewApplyCmd) Run(r *run) error {
	return r.ask(func(a *app.App) error {
		v, err := a.ApplyAcceptanceRule(r.ctx, c.Slug, c.Who)
		if err != nil {
			return err
		}
		return r.show(c.Format, v, report.Decision(v))
	})
}
