package cli

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"orrery/internal/app"
	"orrery/internal/report"
)

type ruleCmd struct {
	Check    ruleCheckCmd    `cmd:"" help:"Say what a rule's file would be, with its faults, and write nothing."`
	Register ruleRegisterCmd `cmd:"" help:"Write a rule's file into the ledger, before it is run. A changed rule becomes a fork."`
	List     ruleListCmd     `cmd:"" help:"List the rules, with their standing and their runs."`
	Show     ruleShowCmd     `cmd:"" help:"Show one rule in full."`
	Run      ruleRunCmd      `cmd:"" help:"Run a rule on the ledger and keep the run: it counts in the family from then on."`
}

type ruleCheckCmd struct {
	File string `arg:"" help:"File of the rule, as docs/formats/rules.md describes it; - for standard input."`
	Format
}

// Run checks the rule.
func (c ruleCheckCmd) Run(r *run) error {
	text, err := r.ruleText(c.File)
	if err != nil {
		return err
	}
	return r.ask(func(a *app.App) error {
		v, err := a.CheckRule(r.ctx, c.File, text)
		if err != nil {
			return err
		}
		if err := r.show(c.Format, v, report.RuleCheck(v)); err != nil || len(v.Faults) == 0 {
			return err
		}
		var lines []string
		for _, f := range v.Faults {
			lines = append(lines, f.String())
		}
		return &exit{exitFaults, strings.Join(lines, "\n")}
	})
}

type ruleRegisterCmd struct {
	File string `arg:"" help:"File of the rule, as docs/formats/rules.md describes it; - for standard input."`
	Format
}

// Run registers the rule.
func (c ruleRegisterCmd) Run(r *run) error {
	text, err := r.ruleText(c.File)
	if err != nil {
		return err
	}
	return r.ask(func(a *app.App) error {
		v, err := a.RegisterRule(r.ctx, c.File, text)
		if err != nil {
			return ruleFaults(err)
		}
		return r.show(c.Format, v, report.Registration(v))
	})
}

type ruleListCmd struct {
	Question
}

// Run lists the rules.
func (c ruleListCmd) Run(r *run) error {
	scope, err := c.scope()
	if err != nil {
		return err
	}
	return r.ask(func(a *app.App) error {
		v, err := a.Rules(r.ctx, scope)
		if err != nil {
			return err
		}
		return r.show(c.Format, v, report.Rules(v))
	})
}

type ruleShowCmd struct {
	Slug string `arg:"" help:"Identifier of the rule."`
	Question
}

// Run shows the rule.
func (c ruleShowCmd) Run(r *run) error {
	scope, err := c.scope()
	if err != nil {
		return err
	}
	return r.ask(func(a *app.App) error {
		v, err := a.RulePage(r.ctx, scope, c.Slug, "")
		if err != nil {
			return err
		}
		return r.show(c.Format, v, report.Rule(v.Rule))
	})
}

type ruleRunCmd struct {
	Rule string `arg:"" help:"Identifier of a registered rule, or a file ending in .yml: an unregistered rule, whose run is exploratory."`
	Seed uint64 `help:"Of dates known only roughly and of simulations: the same seed and ledger give the same numbers." default:"1"`
	Format
}

// Run runs the rule.
func (c ruleRunCmd) Run(r *run) error {
	ask := app.RuleAsk{Slug: c.Rule, Seed: c.Seed, Whole: c.CSV}
	if strings.HasSuffix(c.Rule, ".yml") || strings.HasSuffix(c.Rule, ".yaml") || c.Rule == "-" {
		var err error
		if ask.Text, err = r.ruleText(c.Rule); err != nil {
			return err
		}
		ask.File = c.Rule
	}
	ask.Step = r.slow("Testing " + c.Rule)
	return r.ask(func(a *app.App) error {
		v, err := a.RunRule(r.ctx, ask)
		if err != nil {
			return ruleFaults(err)
		}
		return r.show(c.Format, v, report.RuleRun(v))
	})
}

// soon is how long a test may take before somebody is told how far it is.
const soon = 2 * time.Second

// slow is progress for work that is mostly over at once.
func (r *run) slow(what string) func(done, total int) {
	begin, tell := r.Now(), r.progress(what)
	return func(done, total int) {
		if r.Now().Sub(begin) > soon {
			tell(int64(done), int64(total))
		}
	}
}

// largestRule is far more than any rule takes.
const largestRule = 1 << 20

func (r *run) ruleText(file string) ([]byte, error) {
	from := r.Stdin
	if file != "-" {
		f, err := os.Open(file)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, noFile(err))
		}
		defer f.Close()
		from = f
	}
	text, err := io.ReadAll(io.LimitReader(from, largestRule))
	if err == nil && len(text) == largestRule {
		err = fmt.Errorf("%s is too large to be a rule", file)
	}
	return text, err
}

// ruleFaults ends with the code of faults in a file.
func ruleFaults(err error) error {
	if own, ok := app.Explain(err); ok && own.Code == app.Invalid && len(own.List) > 0 && own.Field == "rule" {
		return &exit{exitFaults, own.Text}
	}
	return err
}
