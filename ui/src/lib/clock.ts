// The time axis of the response clock: hours since t0 to a share of the width.
// Where answers come long after a short window, the window keeps 58 % of the width and the rest is
// compressed, else nobody could see who was in time.

export interface Axis {
  x: (hours: number) => number; // 0 … 1
  ticks: { at: number; label: string }[];
  windowEnd: number | null; // share of the width
  broken: boolean;
}

const day = 24, month = 30.44 * day, year = 365.25 * day;
const steps = [1, 2, 6, 12, day, 2 * day, 7 * day, 14 * day, month, 3 * month, 6 * month, year, 2 * year, 5 * year, 10 * year];

/** A time in the largest unit that gives a whole number. */
export function readLag(hours: number): string {
  const n = (v: number, unit: string) => `${Math.round(v)} ${unit}`;
  const size = Math.abs(hours);
  if (size === 0) return '0';
  if (size <= 72) return n(hours, 'h');
  if (size < 2 * month) return n(hours / day, 'd');
  if (size < year - 1) return n(hours / month, 'mo');
  return n(hours / year, 'y');
}

function ticksIn(lo: number, hi: number, most: number): number[] {
  const step = steps.find((s) => (hi - lo) / s <= most) ?? Math.ceil((hi - lo) / most / year) * year;
  const out: number[] = [];
  for (let t = Math.ceil(lo / step) * step; t <= hi + 1e-9; t += step) out.push(t === 0 ? 0 : t);
  return out;
}

/** Spans are [least, most] hours since t0. `window` in hours, null for none. */
export function axis(spans: [number, number][], window: number | null): Axis {
  const least = Math.min(0, ...spans.map((s) => s[0]));
  const most = Math.max(1, window ? window * 1.12 : 0, ...spans.map((s) => s[1]));
  const end = window ?? 0;
  const broken = window != null && most > 3 * window;
  const pad = 0.025; // room for a mark at either end
  const raw = broken
    ? (h: number) => (h <= end ? (0.58 * (h - least)) / (end - least) : 0.58 + (0.42 * (h - end)) / (most - end))
    : (h: number) => (h - least) / (most - least);
  const x = (h: number) => pad + (1 - 2 * pad) * Math.min(1, Math.max(0, raw(h)));
  const at = broken ? [...ticksIn(least, end, 4), ...ticksIn(end, most, 2).filter((t) => raw(t) > 0.7)] : ticksIn(least, most, 5);
  return { x, ticks: at.map((t) => ({ at: x(t), label: readLag(t) })), windowEnd: window == null ? null : x(window), broken };
}
