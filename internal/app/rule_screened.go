package app

// screenedSets say of the sets that a run's cases come from that they were screened: a rule that was found by a screen is no test on what was screened.
func (r *reading) screenedSets(from RuleSets) ([]string, error) {
	var out []string
	for i, set := range []string{from.Triggers, from.Responses} {
		if set == "" || i == 1 && set == from.Triggers {
			continue
		}
		screens, err := r.gridRuns(set)
		if err != nil {
			return nil, err
		}
		if len(screens) > 0 {
			out = append(out, screens[0].told())
		}
	}
	return out, nil
}
