package coincide

// course tells how far a test has come and hears whether to go on. A nil course goes on and tells nobody. Nothing that is computed depends
// on it: what is stopped returns something of no use, and the test returns the error instead.
type course struct {
	step        func(done, total int) error
	done, total int
	err         error
}

// on counts steps of work and says whether to go on. With 0 steps it only asks.
func (c *course) on(steps int) bool {
	if c == nil || c.err != nil {
		return c == nil
	}
	c.done = min(c.done+steps, c.total)
	c.err = c.step(c.done, c.total)
	return c.err == nil
}

// end tells that all is done.
func (c *course) end() error {
	if c != nil {
		c.on(c.total)
	}
	return c.stopped()
}

// stages runs one stage after another until one fails or somebody stops the test.
func (c *course) stages(list ...func() error) error {
	for _, stage := range list {
		if err := stage(); err != nil {
			return err
		}
		if err := c.stopped(); err != nil {
			return err
		}
	}
	return nil
}

// stopped is the error of whoever stopped the test.
func (c *course) stopped() error {
	if c == nil {
		return nil
	}
	return c.err
}

// refitSteps is how many steps one refit of the self-exciting model counts for.
const refitSteps = 20

// follow plans the course of a test; nil when nobody follows.
func (e *engine) follow(step func(done, total int) error) *course {
	if step == nil {
		return nil
	}
	return &course{step: step, total: e.work()}
}

// work is at most how many steps a test has. A step is about one count of the study's days.
func (e *engine) work() int {
	if e.screen == nil {
		return 1 + len(e.sources()) + e.s.StripTo - e.s.StripFrom + 1
	}
	judged := 1 + len(e.study.Others) + len(e.study.Unrelated) + len(e.study.Replications)
	steps := judged + (1+judged)*(len(e.sources())+e.s.StripTo-e.s.StripFrom+1) + len(e.s.Effects)*e.runs()
	if e.uncertain() > 0 {
		steps += e.s.Draws
		if n := e.choices(); n > 0 {
			steps += n
		} else if e.searches() {
			steps += e.searching()
		}
	}
	if n := len(e.responses); n >= leastEvents && n <= mostEvents && e.study.Attention != nil {
		steps += refitSteps * refitted(e.s.Refits, n)
	}
	return steps
}
