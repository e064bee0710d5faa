package cli

import (
	"strings"

	"orrery/internal/app"
	"orrery/internal/report"
)

type alignCmd struct {
	State    string   `arg:"" optional:"" help:"Actor code, for example KAZ. Default: all states of the region."`
	Channels []string `help:"Kinds of evidence that count: votes, reactions, statements, events. Default: all but events." placeholder:"KINDS"`
	Absence  string   `help:"How absence and silence are read: missing (default), abstention, or own, a step between against and neutral." placeholder:"HOW"`
	Rival    string   `help:"Hub to compare with. Default: the region's hub, or its next one." placeholder:"CODE"`
	At       string   `help:"With a state: the day of the step to open. Default: the last." placeholder:"DATE"`
	SVG      string   `name:"svg" help:"Write a chart to this file." placeholder:"FILE"`
	Question
}

// Run answers align. It waits for the computation and says how far it is.
func (c alignCmd) Run(r *run) error {
	scope, err := c.scope()
	if err != nil {
		return err
	}
	o, err := app.ParseAlignOptions(strings.Join(c.Channels, ","), c.Absence, c.Rival, c.At)
	if err != nil {
		return err
	}
	stage := r.stages()
	o.Wait, o.Progress = true, func(p app.Pending) { stage(p.What, int64(p.Done), int64(p.Total)) }
	return r.ask(func(a *app.App) error {
		if c.State == "" {
			v, err := a.Alignment(r.ctx, scope, o)
			if err != nil {
				return err
			}
			return r.chart(c.SVG, c.Format, v, report.Alignment(v), func() []byte { return report.AlignmentChart(v) })
		}
		v, err := a.Dyad(r.ctx, scope, strings.ToUpper(c.State), o)
		if err != nil {
			return err
		}
		return r.chart(c.SVG, c.Format, v, report.Dyad(v), func() []byte { return report.DyadChart(v) })
	})
}

// chart is show, with a picture in a file where one is asked for.
func (r *run) chart(file string, f Format, view any, page report.Page, draw func() []byte) error {
	if file != "" {
		if err := replace(file, draw()); err != nil {
			return err
		}
	}
	return r.show(f, view, page)
}
