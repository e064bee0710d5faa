// From a run to its cases with words and the way to their evidence, by pair of states.
import { spanOf, yearsOf } from '../state/span';
import type { ResponseCase, RuleEvent, RuleRun, TriggerCase } from '../../lib/types';
import { ruleWords as say } from '../../messages/rule';

export interface Case {
  id: string; key: string; step: boolean; dyad: string; day: string; first: string; last: string; fate: TriggerCase['fate']; searched: boolean; merged: string;
  paired: boolean; lag: number | null; event: RuleEvent | undefined; words: string; trace: string;
}
export interface Lane { dyad: string; triggers: Case[]; responses: Case[] }

/** A case is an event in one pair of states: KEY@STATE. */
export const keyOf = (id: string) => { const at = id.lastIndexOf('@'); return at < 0 ? id : id.slice(0, at); };

/** The two sides of a run may come from two sets of reports, in which the same key names different things. */
const nameOf = (set: string, key: string) => `${set}|${key}`;

/** A day as decimal years. */
export const yearAt = (day: string) => yearsOf(new Date(`${day}T00:00:00Z`));

export function casesOf(run: RuleRun): Case[] {
  const events = new Map((run.events ?? []).map((e) => [nameOf(e.set ?? '', e.key), e]));
  const figure = (name: string) => run.figures?.find((f) => f.name === name)?.trace ?? '';
  const all = [figure('triggers'), figure('responses')];
  const make = (c: TriggerCase | ResponseCase, step: boolean): Case => {
    const key = keyOf(c.id), event = events.get(nameOf(step ? run.from.triggers : run.from.responses, key)), summary = event?.summary ?? key;
    const into = 'into' in c ? c.into ?? '' : '';
    return {
      id: c.id, key, step, dyad: c.dyad ?? '', day: c.day, first: c.when.first, last: c.when.last, fate: c.fate, searched: 'searched' in c && c.searched, merged: into,
      paired: c.fate === 'answered' || (c.fate === 'hit' && !into), lag: 'lag' in c && c.fate === 'answered' ? c.lag : null, event, trace: event?.trace || all[step ? 0 : 1],
      words: step ? say.trigger(c as TriggerCase, summary) : say.response(c as ResponseCase, summary),
    };
  };
  return [...(run.result.triggers ?? []).map((c) => make(c, true)), ...(run.result.responses ?? []).map((c) => make(c, false))];
}

/** Lanes by pair of states, those with most events first; equal ones by name. */
export function lanesOf(cases: Case[]): Lane[] {
  const lanes = new Map<string, Lane>();
  for (const c of cases) {
    const lane = lanes.get(c.dyad) ?? { dyad: c.dyad, triggers: [], responses: [] };
    lanes.set(c.dyad, lane);
    (c.step ? lane.triggers : lane.responses).push(c);
  }
  const size = (l: Lane) => l.triggers.length + l.responses.length;
  return [...lanes.values()].sort((a, b) => Number(b.triggers.length > 0) - Number(a.triggers.length > 0) || size(b) - size(a) || a.dyad.localeCompare(b.dyad));
}

/** Stretches of decimal years on which a response would have been known, for one pair of states; null where nobody said so. */
export function searchedOf(run: RuleRun, dyad: string): [number, number][] | null {
  if (run.result.denominator === 'none') return [];
  if (run.observed) return merge(run.observed.filter((s) => !s.dyad || s.dyad === dyad).map((s): [number, number] => [yearAt(s.from), yearAt(s.to) + 1 / 365.25]));
  if (!run.searched?.length) return null;
  const state = dyad.slice(dyad.indexOf('/') + 1);
  const now = new Date().getUTCFullYear() + 1;
  const spans = run.searched.filter((s) => !s.states?.length || s.states.includes(state) || s.states.includes(dyad)).flatMap((s): [number, number][] => {
    const a = spanOf(s.from, now), b = spanOf(s.to, now);
    return a && b ? [[a.from, b.to]] : [];
  });
  return merge(spans);
}

/** Days between the first and the last watched one on which a response of no pair of states would have been known: first and last of each stretch. */
export function blanksOf(run: RuleRun): { from: string; to: string }[] {
  const out: { from: string; to: string }[] = [];
  let last = '';
  for (const s of (run.observed ?? []).toSorted((a, b) => a.from.localeCompare(b.from))) {
    const next = last && dayAfter(last);
    if (last && s.from > next) out.push({ from: next, to: dayBefore(s.from) });
    if (s.to > last) last = s.to;
  }
  return out;
}
/** Before which stretch of so many days to draw a break that begins on a day: one that lies on both sides of it stands where more of it lies. */
export function breakAt(starts: string[], size: number, from: string): number {
  const after = starts.findIndex((d) => d >= from), last = (after < 0 ? starts.length : after) - 1;
  if (last < 0) return 0;
  const before = (Date.parse(from) - Date.parse(starts[last])) / 86_400_000;
  return before * 2 >= size ? last + 1 : last;
}
const dayAfter = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
const dayBefore = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** Stretches in order, those that overlap joined. */
export function merge(spans: [number, number][]): [number, number][] {
  const out: [number, number][] = [];
  for (const [a, b] of spans.toSorted((x, y) => x[0] - y[0])) {
    const last = out.at(-1);
    if (last && a <= last[1] + 1e-6) last[1] = Math.max(last[1], b);
    else out.push([a, b]);
  }
  return out;
}

/** What lies between stretches, from one end to the other. */
export function gaps(spans: [number, number][], from: number, to: number): [number, number][] {
  const out: [number, number][] = [];
  let at = from;
  for (const [a, b] of spans) {
    if (a > at) out.push([at, Math.min(a, to)]);
    at = Math.max(at, b);
  }
  if (at < to) out.push([at, to]);
  return out.filter(([a, b]) => b - a > 1e-3);
}
