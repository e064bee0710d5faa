// Time in the Orrery picture: what lies a year away, what lies between two steps, and how fast it plays.
import type { Path } from './types';

/** The step whose end is nearest to `years` calendar years away, held within the path. */
export function yearAway(ends: string[], step: number, years: number): number {
  const now = ends[step];
  if (!now) return step;
  const [y, m, d] = now.split('-').map(Number);
  const to = Date.UTC(y + years, m - 1, Math.min(d, 28)); // every month has a 28th
  let best = 0;
  ends.forEach((e, i) => { if (Math.abs(Date.parse(e) - to) < Math.abs(Date.parse(ends[best]) - to)) best = i; });
  return best;
}

const mix = (a: number, b: number, f: number) => a + (b - a) * f;

/** A series between its steps; `at` is a step with a fraction. */
export function valueAt(series: number[] | null, at: number): number {
  if (!series?.length) return NaN;
  const i = Math.min(series.length - 1, Math.max(0, Math.floor(at)));
  const j = Math.min(series.length - 1, i + 1);
  return mix(series[i], series[j], Math.min(1, Math.max(0, at - i)));
}

export interface Spread { median: number; q05: number; q25: number; q75: number; q95: number }
export const spreadAt = (path: Path, at: number): Spread => ({
  median: valueAt(path.median, at), q05: valueAt(path.q05, at), q25: valueAt(path.q25, at), q75: valueAt(path.q75, at), q95: valueAt(path.q95, at),
});

export const speed = 14; // steps a second at full speed
const settle = 0.7; // seconds to get there, and to slow down before the end

/** Where playing has come to after `dt` seconds: slow at first, even, slow at the end. `ran` is how long it has played. */
export function advance(at: number, ran: number, dt: number, last: number): number {
  const start = Math.min(1, (ran + dt) / settle);
  const left = (last - at) / speed;
  const end = Math.min(1, Math.max(0.08, left / settle));
  return Math.min(last, at + speed * (0.15 + 0.85 * start * start * (3 - 2 * start)) * end * dt);
}
