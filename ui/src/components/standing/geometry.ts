// Geometry of the marks of alignment: stretches of a path that may be shown, outlines of bands, the scale that
// charts share. Values are in standard deviations of the world's states; higher is nearer to the hub.
import type { Jump, Outline, Ring, Stand, Standing } from '../../lib/types';

/** o may be shown, x extrapolated, n not enough evidence: the letters of Standing.levels. */
export type Level = 'o' | 'x' | 'n';
export interface Stretch { level: Level; from: number; to: number } // indexes of steps, both included

const last = 4; // the models' grid ends here

export const levelAt = (levels: string, i: number): Level => {
  const l = levels[i];
  return l === 'o' || l === 'x' ? l : 'n';
};

/** Neighbouring steps of one level, in order. */
export function stretches(levels: string): Stretch[] {
  const out: Stretch[] = [];
  for (let i = 0; i < levels.length; i++) {
    const level = levelAt(levels, i);
    const open = out.at(-1);
    if (open?.level === level) open.to = i;
    else out.push({ level, from: i, to: i });
  }
  return out;
}

/** A stretch drawn so that it meets its neighbours: what is extrapolated reaches over to the steps on both sides. */
export function meeting(levels: string, s: Stretch): [number, number] {
  if (s.level !== 'x') return [s.from, s.to];
  return [s.from > 0 && levelAt(levels, s.from - 1) !== 'n' ? s.from - 1 : s.from, s.to + 1 < levels.length && levelAt(levels, s.to + 1) !== 'n' ? s.to + 1 : s.to];
}

const r1 = (n: number) => Math.round(n * 10) / 10;

/** The outline of the band between two series over steps from … to, as a path. A lone step gets `least` px of width. */
export function bandPath(lo: number[], hi: number[], from: number, to: number, x: (i: number) => number, y: (v: number) => number, least = 2): string {
  if (from === to) {
    const left = x(from) - least / 2;
    return `M${r1(left)} ${r1(y(hi[from]))}h${least}V${r1(y(lo[from]))}h${-least}Z`;
  }
  const up: string[] = [], down: string[] = [];
  for (let i = from; i <= to; i++) {
    up.push(`${r1(x(i))} ${r1(y(hi[i]))}`);
    down.push(`${r1(x(i))} ${r1(y(lo[i]))}`);
  }
  return `M${up.join('L')}L${down.reverse().join('L')}Z`;
}

/** A series over steps from … to, as a path. */
export function linePath(values: number[], from: number, to: number, x: (i: number) => number, y: (v: number) => number): string {
  let d = '';
  for (let i = from; i <= to; i++) d += `${d ? 'L' : 'M'}${r1(x(i))} ${r1(y(values[i]))}`;
  return from === to ? `${d}h0.1` : d;
}

/** The stretch of the scale that charts show: all that may be shown, in halves, never beyond the models' grid. */
export function domainOf(standings: Pick<Standing, 'path' | 'levels'>[], lastOnly = false): [number, number] {
  let lo = -1.5, hi = 1.5;
  for (const s of standings) {
    const n = s.levels.length;
    for (let i = lastOnly ? Math.max(0, n - 1) : 0; i < n; i++) {
      if (levelAt(s.levels, i) === 'n') continue;
      lo = Math.min(lo, s.path.q05?.[i] ?? lo);
      hi = Math.max(hi, s.path.q95?.[i] ?? hi);
    }
  }
  return [Math.max(-last, Math.floor(lo * 2) / 2), Math.min(last, Math.ceil(hi * 2) / 2)];
}

/** The word of the scale at a value; on a boundary that of the stretch nearer to the hub, as the program has it. */
export function ringAt(scale: Ring[] | null, v: number): Ring | undefined {
  const rings = scale ?? [];
  return rings.find((r) => v >= r.to) ?? rings.at(-1);
}

/** Boundaries between rings inside a domain. */
export const bounds = (scale: Ring[] | null, [lo, hi]: [number, number]) => (scale ?? []).map((r) => r.to).filter((v) => v > lo && v < hi);

/** How far a value is from the middle of the scale, −1 … 1: what colour repeats. */
export const tint = (v: number) => Math.max(-1, Math.min(1, v / 1.5));

/** The colour of a value, in the page's own colours. */
export function tone(v: number): string {
  const t = tint(v), share = Math.round(Math.abs(t) * 100);
  return `color-mix(in oklab, var(--${t >= 0 ? 'with' : 'against'}) ${share}%, var(--between))`;
}

/** The last median under the source lenses, as a range that holds the median itself; null when there is no lens. */
export function outline(median: number, lenses: Outline[] | null): [number, number] | null {
  if (!lenses?.length) return null;
  const all = [median, ...lenses.map((l) => l.median)];
  return [Math.min(...all), Math.max(...all)];
}

/** Whether a place leans on one source: without it the median leaves the 50 % interval. */
export const leans = (s: Pick<Standing, 'swing' | 'last'>) => !!s.swing && (s.swing.median < s.last.q25 || s.swing.median > s.last.q75);

/** A place a year before; null within the first year. */
export const yearBefore = (s: Pick<Stand, 'median' | 'change'>) => (s.change == null ? null : s.median - s.change);

/** States from with to against; those without a place last, in their own order. Extrapolated places keep theirs. */
export function ranked<T extends Pick<Standing, 'last' | 'levels'>>(list: T[]): T[] {
  const known = (s: T) => levelAt(s.levels, s.levels.length - 1) !== 'n';
  return list.toSorted((a, b) => Number(known(b)) - Number(known(a)) || (known(a) && known(b) ? b.last.median - a.last.median : 0));
}

/** A figure's id at another step: the id of a point holds its day as a piece between bars. Empty when it does not. */
export function traceAt(trace: string, day: string, at: string): string {
  if (day === at) return trace;
  const pieces = trace.split('|');
  const i = pieces.indexOf(day);
  return i < 0 ? '' : pieces.with(i, at).join('|');
}

/** The last step of each year, as indexes. */
export function yearEnds(ends: string[]): number[] {
  return ends.flatMap((e, i) => (ends[i + 1]?.slice(0, 4) === e.slice(0, 4) ? [] : [i]));
}

/** The index of the step that holds a day: the first that ends on it or after; the last when it is later than all. */
export function stepOf(ends: string[], day: string): number {
  const i = ends.findIndex((e) => e >= day);
  return i < 0 ? ends.length - 1 : i;
}

/** The step nearest to a place on the time axis. */
export function nearestStep(xs: number[], at: number): number {
  let lo = 0, hi = xs.length - 1;
  while (hi - lo > 1) {
    const mid = (lo + hi) >> 1;
    if (xs[mid] < at) lo = mid; else hi = mid;
  }
  return Math.abs(xs[lo] - at) <= Math.abs((xs[hi] ?? Infinity) - at) ? lo : hi;
}

/** The jumps of a path with the indexes of their steps. */
export const jumpSteps = (jumps: Jump[] | null, ends: string[]) => (jumps ?? []).map((j) => ({ ...j, i: ends.indexOf(j.at) })).filter((j) => j.i >= 0);

/** One value of each series at a step, with the end of the scale that it leans on. */
export const at = (s: Pick<Standing, 'path' | 'edges'>, i: number) => {
  const p = s.path;
  return { median: p.median![i], q05: p.q05![i], q25: p.q25![i], q75: p.q75![i], q95: p.q95![i], edge: edgeAt(s.edges, i) };
};

/** The end of the scale that a step leans on, so that its place is a bound: the program's letters, Standing.edges. */
export const edgeAt = (edges: string, i: number): 'low' | 'high' | undefined => (edges[i] === 'h' ? 'high' : edges[i] === 'l' ? 'low' : undefined);

/** Labels of an axis set without touching: each keeps its middle and takes the first level where it has room. */
export function stagger(labels: { x: number; width: number }[]): number[] {
  const ends: number[] = [];
  return labels.map((l) => {
    const left = l.x - l.width / 2;
    let level = ends.findIndex((e) => e <= left);
    if (level < 0) level = ends.length;
    ends[level] = l.x + l.width / 2 + 8;
    return level;
  });
}
