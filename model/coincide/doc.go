// Package coincide says whether one class of events follows another more often than chance allows: windows after triggers,
// exact tests that keep the calendar's and the press's own rhythm, rate ratios, placebos, and a label that is earned.
//
// "Once is a coincidence, twice is a pattern, three times is a system": Test answers which it is, by the guardrails of
// docs/methods/coincidence.md, and "coincidence not excluded" is an answer. The tools beside it are rates, bursts, trends,
// change points, self-excitation, time to response, hidden events and corrections for many tests.
//
// The package is not for cause: a trigger that precedes is not a reason. It gives no base rate from cases that were collected
// because they were known, and it never picks a window. It reads no files and asks no clock; chance comes from a seed
// that stands in the result; identifiers, states and sources are carried and never interpreted.
//
// The single tools (StratifiedTail, CircularShift, FitHawkes, AnsweredShare, SomeRun and their like) are public for whoever checks a figure by hand; the
// program itself needs Test, Screener and what they return.
package coincide
