package app

import "strings"

// A trace id names a figure or a record, so that it can be opened later, by
// another face, under any scope. It is a verb and its arguments, joined by "|"; a
// "|" or "%" inside an argument is written %7C or %25. The verbs:
//
//	record|KIND:KEY                        one record
//	litmus|ID|roster                       who is expected to answer an item or roll call
//	litmus|ID|count|NAME                   the expected whose cell counts as NAME (with … not-searched)
//	litmus|ID|timing|NAME                  the expected who answered in-time, late, …
//	litmus|ID|vote|CHOICE                  the expected by vote: yes, no, abstain, absent, none
//	litmus|ID|answered, quoted, contested, unsure, others, drafts
//	cell|ID|STATE                          every record behind one cell
//	matrix|items, cells, answered          figures of the matrix's sentence
//	state|CODE|LANE                        votes, stances, given, received, memberships, office, ties, forecasts
//	state|CODE|given|YEAR                  one year of a lane of events ("undated" where there is no date)
//	state|CODE|votes|POSITION              with, neutral, against, absent, unplaced
//	state|CODE|stances|POSITION
//	pressure|HUB|TARGET|SHAPE              all, pairs, unanswered, untriggered, before; TARGET may be empty
//	pressure|HUB|TARGET|link|GRADE         episodes by grade of the claimed link
//	stock|KIND                             accepted records of a kind
//	drafts                                 records that wait for review
//	suggestions, suggestions|IMPACT        of them, what the coder suggests: conflict, empty-cell, pair, vote, other
//	forecasts|OUTCOME                      resolutions by outcome
//	sources, sources|FACET|VALUE           all sources; by based, kind or lang (VALUE empty: unknown)
//	source|KEY                             accepted records that cite a source
//	world|STATE|YEAR                       a state's position among all who vote: its votes of the year
//	world-drop|N                           roll calls without information for that, by reason
//	world-run                              the computation itself
//	rule|SLUG|RUN|NAME                     a number of a rule's run: a count of cases (triggers, answered, unanswered, open,
//	                                       not-searched, judged, responses, counted, hits, outside, not-observed, merged,
//	                                       pairs) or one of RuleRun.numbers (p, q, ratio, in-without, placebo/KIND/NAME …)
//	rule-drop|SLUG|RUN|WHY                 events of a rule's classes that a run did not use, by reason
//	rules|NAME                             the rules of the ledger: run, never-run, or the label of their newest runs
//	report|SET|KEY                         one report of a set, with those that may be about the same thing
//	changes|MINUTE|WHO|WHY                 revisions written by one act
//	align|HUB|STATE|DAY|CHANNELS|ABSENCE   a point of an alignment: its observations with their weight; DAY ends a step
//	  …|counts|CHANNEL                     those of votes, reactions, statements or events
//	align-joint|HUB|STATE|CHANNELS|ABSENCE|HUBVOTE|STATEVOTE  roll calls by what the two did
//	align-similar|HUB|STATE|CHANNELS|ABSENCE                  roll calls on which both voted
//	align-drop|HUB|STATE|CHANNELS|ABSENCE|WHY                 observations that were not used, by reason
//	align-tilt|HUB|CHANNELS|ABSENCE|RIVAL|STATE               closer to one hub than to another
//	align-tilts|HUB|CHANNELS|ABSENCE|RIVAL|SIGN               the states of one answer: 1, 0, -1
//	align-ring|HUB|CHANNELS|ABSENCE|NAME                      the states in a stretch of the scale, or unknown
//	align-run|HUB|CHANNELS|ABSENCE                            the computation itself
func traceID(parts ...string) string {
	for i, p := range parts {
		parts[i] = traceEscape.Replace(p)
	}
	return strings.Join(parts, "|")
}

var (
	traceEscape   = strings.NewReplacer("%", "%25", "|", "%7C")
	traceUnescape = strings.NewReplacer("%7C", "|", "%7c", "|", "%25", "%")
)

func parseTraceID(id string) []string {
	parts := strings.Split(id, "|")
	for i, p := range parts {
		parts[i] = traceUnescape.Replace(p)
	}
	return parts
}

func recordTrace(ref string) string { return traceID("record", ref) }
