package cli

import (
	"orrery/internal/app"
	"orrery/internal/report"
)

type worldCmd struct {
	Year int      `arg:"" optional:"" help:"Year to show. Default: the last with votes."`
	SVG  string   `name:"svg" help:"Write a chart to this file." placeholder:"FILE"`
	Draw []string `help:"Codes of states that the chart follows through the years. Default: all states of the year." placeholder:"CODE"`
	Question
}

// Run answers world. It waits for the computation and says how far it is.
func (c worldCmd) Run(r *run) error {
	scope, err := c.scope()
	if err != nil {
		return err
	}
	if err := drawsNothing(c.SVG, c.Draw); err != nil {
		return err
	}
	stage := r.stages()
	return r.ask(func(a *app.App) error {
		v, err := a.World(r.ctx, scope, true, func(p app.Pending) { stage(p.What, int64(p.Done), int64(p.Total)) })
		if err != nil {
			return err
		}
		if c.Year != 0 || c.SVG != "" { // a ledger without votes says so by itself when nothing of it was asked for by name
			if err := report.WorldHas(v, c.Year); err != nil {
				return &exit{exitNotFound, err.Error()}
			}
		}
		if c.SVG != "" {
			chart, err := report.WorldChart(v, c.Year, c.Draw)
			if err != nil {
				return &exit{exitNotFound, err.Error()}
			}
			if err := replace(c.SVG, chart); err != nil {
				return err
			}
		}
		return r.show(c.Format, v, report.World(v, c.Year))
	})
}

// drawsNothing is an error where a chart's lines were chosen and no chart was asked for.
func drawsNothing(svg string, draw []string) error {
	if svg == "" && len(draw) > 0 {
		return &exit{exitUsage, "--draw chooses what a chart follows; name the chart with --svg FILE"}
	}
	return nil
}
