package cli

import (
	"strings"

	"orrery/internal/app"
	"orrery/internal/report"
)

type litmusCmd struct {
	ID string `arg:"" optional:"" help:"Key of a reaction item, or symbol of a roll call such as A/RES/ES-11/1."`
	Question
}

// Run answers litmus.
func (c litmusCmd) Run(r *run) error {
	scope, err := c.scope()
	if err != nil {
		return err
	}
	return r.ask(func(a *app.App) error {
		if c.ID == "" {
			v, err := a.LitmusMatrix(r.ctx, scope)
			if err != nil {
				return err
			}
			return r.show(c.Format, v, report.Matrix(v))
		}
		v, err := a.Litmus(r.ctx, scope, c.ID)
		if err != nil {
			return err
		}
		return r.show(c.Format, v, report.Litmus(v))
	})
}

type stateCmd struct {
	Code string `arg:"" optional:"" help:"Actor code, for example KAZ."`
	Question
}

// Run answers state.
func (c stateCmd) Run(r *run) error {
	scope, err := c.scope()
	if err != nil {
		return err
	}
	return r.ask(func(a *app.App) error {
		if c.Code == "" {
			v, err := a.States(r.ctx, scope)
			if err != nil {
				return err
			}
			return r.show(c.Format, v, report.States(v))
		}
		v, err := a.State(r.ctx, scope, strings.ToUpper(c.Code))
		if err != nil {
			return err
		}
		return r.show(c.Format, v, report.State(v))
	})
}

type pressureCmd struct {
	By     string `arg:"" optional:"" name:"hub" help:"Code of the hub. Default: the region's."`
	Target string `arg:"" optional:"" help:"Code of one target. Default: all."`
	Rule   string `help:"Show this rule with its newest kept run in place of the list of known cases; nothing is run." placeholder:"SLUG"`
	Kept   string `name:"run" help:"With --rule: show this kept run." placeholder:"KEY"`
	Question
}

// Run answers pressure.
func (c pressureCmd) Run(r *run) error {
	switch {
	case c.Rule != "" && c.By != "":
		return &exit{exitUsage, "--rule names the rule, which names its hub and its targets: leave " + c.By + " out"}
	case c.Rule == "" && c.Kept != "":
		return &exit{exitUsage, "--run names a run of a rule: add --rule SLUG"}
	case c.Rule != "":
		return c.page(r)
	}
	if c.Hub == "" {
		c.Hub = c.By
	}
	scope, err := c.scope()
	if err != nil {
		return err
	}
	return r.ask(func(a *app.App) error {
		v, err := a.Pressure(r.ctx, scope, scope.Hub, strings.ToUpper(c.Target))
		if err != nil {
			return err
		}
		return r.show(c.Format, v, report.Pressure(v))
	})
}

// page shows a rule with a kept run.
func (c pressureCmd) page(r *run) error {
	scope, err := c.scope()
	if err != nil {
		return err
	}
	return r.ask(func(a *app.App) error {
		page := a.RulePage
		if c.CSV {
			page = a.RulePageWhole
		}
		v, err := page(r.ctx, scope, c.Rule, c.Kept)
		if err != nil {
			return err
		}
		return r.show(c.Format, v, report.RulePage(v))
	})
}

type becauseCmd struct {
	ID     string `arg:"" help:"Id of a figure's trace, as the other commands print it under BECAUSE."`
	Cursor string `help:"Show the rows after this cursor." placeholder:"CURSOR"`
	Question
}

// Run answers because.
func (c becauseCmd) Run(r *run) error {
	scope, err := c.scope()
	if err != nil {
		return err
	}
	return r.ask(func(a *app.App) error {
		v, err := a.Trace(r.ctx, scope, c.ID, c.Cursor)
		if err != nil {
			return err
		}
		return r.show(c.Format, v, report.Trace(v))
	})
}

type searchCmd struct {
	Words  []string `arg:"" help:"Words that must all occur; a quoted phrase; a trailing * matches a prefix."`
	Kind   string   `help:"Only records of this kind, for example stance or document." placeholder:"KIND"`
	Cursor string   `help:"Show the finds after this cursor." placeholder:"CURSOR"`
	Question
}

// Run answers search.
func (c searchCmd) Run(r *run) error {
	scope, err := c.scope()
	if err != nil {
		return err
	}
	return r.ask(func(a *app.App) error {
		v, err := a.Search(r.ctx, scope, phrases(c.Words), c.Kind, c.Cursor)
		if err != nil {
			return err
		}
		return r.show(c.Format, v, report.Search(v))
	})
}

// phrases puts the quotes back that the shell took from a word with blanks.
func phrases(words []string) string {
	quoted := make([]string, len(words))
	for i, w := range words {
		if strings.ContainsAny(w, " \t") && !strings.Contains(w, `"`) {
			w = `"` + w + `"`
		}
		quoted[i] = w
	}
	return strings.Join(quoted, " ")
}
