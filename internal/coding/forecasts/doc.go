// Package forecasts finds words about the future and tells four things apart that sound alike: a forecast that can be scored (an
// outcome that two observers would agree on, and a day by which), one that is too vague, one under a condition, and a
// counterfactual, which is never scored.
//
// A hedge ("is likely to", "may") becomes an interval by a table in data/hedges.txt; a bare "will" gets none. The statement and the
// question are put together from parts, never the quote; of the author's own words at most six are kept.
//
// It is not for what is announced (a visit, a plan, a vow of one's own acts), for what ought to be done, or for questions, but for the
// one question that an interview turns on.
package forecasts
