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

/** A day as decimal years. */
export const yearAt = (day: string) => yearsOf(new Date(`${day}T00:00:00Z`));

export function casesOf(run: RuleRun): Case[] {
  const events = new Map((run.events ?? []).map((e) => [e.key, e]));
  const figure = (name: string) => run.figures?.find((f) => f.name === name)?.trace ?? '';
  const all = [figure('triggers'), figure('responses')];
  const make = (c: TriggerCase | ResponseCase, step: boolean): Case => {
    const key = keyOf(c.id), event = events.get(key), summary = event?.summary ?? key;
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

/** Stretches of decimal years on which somebody looked, for one pair of states; null where nobody said so. */
export function searchedOf(run: RuleRun, dyad: string): [number, number][] | null {
  if (run.result.denominator === 'none') return [];
  if (!run.searched?.length) return null;
  const state = dyad.slice(dyad.indexOf('/') + 1);
  const now = new Date().getUTCFullYear() + 1;
  const spans = run.searched.filter((s) => !s.states?.length || s.states.includes(state) || s.states.includes(dyad)).flatMap((s): [number, number][] => {
    const a = spanOf(s.from, now), b = spanOf(s.to, now);
    return a && b ? [[a.from, b.to]] : [];
  });
  return merge(spans);
}

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
