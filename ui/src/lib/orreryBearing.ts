// Angles of the Orrery picture. True bearings crowd, so they are moved apart as little as possible (least squares) while their
// order round the compass is kept. Degrees clockwise from north everywhere.

export interface Relaxed { angle: number[]; moved: number[]; most: number } // moved: signed, clockwise positive; most: index of the most moved, -1 for none

const turn = (a: number) => ((a % 360) + 360) % 360;
/** Signed way from a to b, in (-180, 180]. */
export const way = (a: number, b: number) => { const d = turn(b - a); return d > 180 ? d - 360 : d; };

/**
 * Moves bearings until neighbours are at least `least` degrees apart (360/n when that many do not fit). Equal bearings keep the
 * order they came in. A null bearing is unknown: it gets a place in the widest gap and counts as not moved.
 */
export function relax(bearings: (number | null)[], least = 16): Relaxed {
  const n = bearings.length;
  const known = placeUnknown(bearings);
  const gap = Math.min(least, n ? 360 / n : least);
  const order = [...known.keys()].sort((i, j) => turn(known[i]) - turn(known[j]) || i - j);
  const first = afterWidestGap(order.map((i) => turn(known[i])));
  const chain = [...order.slice(first), ...order.slice(0, first)];
  const start = chain.length ? turn(known[chain[0]]) : 0;
  const from = chain.map((i) => start + turn(known[i] - start));
  const spread = ascending(from.map((a, k) => a - k * gap)); // neighbours ≥ gap apart becomes: not descending
  const fits = within(spread, from.map((a, k) => a - k * gap), 360 - gap * n);
  const angle = new Array<number>(n), moved = new Array<number>(n).fill(0);
  chain.forEach((i, k) => { angle[i] = turn(fits[k] + k * gap); moved[i] = bearings[i] === null ? 0 : fits[k] + k * gap - from[k]; });
  let most = -1;
  moved.forEach((m, i) => { if (Math.abs(m) > 0.5 && (most < 0 || Math.abs(m) > Math.abs(moved[most]))) most = i; });
  return { angle, moved, most };
}

/** The nearest not-descending series, by pooling neighbours that are out of order. */
function ascending(x: number[]): number[] {
  const pools: { sum: number; n: number }[] = [];
  for (const v of x) {
    pools.push({ sum: v, n: 1 });
    for (let k = pools.length - 1; k > 0 && pools[k - 1].sum / pools[k - 1].n > pools[k].sum / pools[k].n; k--) {
      pools[k - 1] = { sum: pools[k - 1].sum + pools[k].sum, n: pools[k - 1].n + pools[k].n };
      pools.pop();
    }
  }
  return pools.flatMap((p) => new Array<number>(p.n).fill(p.sum / p.n));
}

/** Keeps the series within `room`, so that the last does not run into the first across the cut. */
function within(x: number[], wanted: number[], room: number): number[] {
  if (!x.length || x[x.length - 1] - x[0] <= room + 1e-9) return x;
  const clip = (low: number) => x.map((v) => Math.min(Math.max(v, low), low + Math.max(0, room)));
  const cost = (low: number) => clip(low).reduce((s, v, k) => s + (v - wanted[k]) ** 2, 0);
  let [a, b] = [x[0], x[x.length - 1]];
  for (let k = 0; k < 80; k++) { // convex in the lower end
    const p = a + (b - a) / 3, q = b - (b - a) / 3;
    if (cost(p) <= cost(q)) b = q; else a = p;
  }
  return clip((a + b) / 2);
}

/** Index of the angle that follows the widest gap; angles ascend. */
function afterWidestGap(angles: number[]): number {
  let best = 0, widest = -1;
  angles.forEach((a, k) => {
    const before = k ? angles[k - 1] : angles[angles.length - 1] - 360;
    if (a - before > widest) { widest = a - before; best = k; }
  });
  return best;
}

function placeUnknown(bearings: (number | null)[]): number[] {
  const sure = bearings.filter((b): b is number => b !== null).map(turn).sort((a, b) => a - b);
  const free = bearings.length - sure.length;
  if (!free) return bearings as number[];
  const at = afterWidestGap(sure);
  const to = sure.length ? sure[at] : 360, from = sure.length ? (at ? sure[at - 1] : sure[sure.length - 1] - 360) : 0;
  let k = 0;
  return bearings.map((b) => b ?? turn(from + ((to - from) * (sure.length ? ++k : k++)) / (sure.length ? free + 1 : free)));
}

/** Great-circle bearing from one place to another, for tests and for casebooks whose answers carry none. */
export function bearingBetween(from: { lat: number; lon: number }, to: { lat: number; lon: number }): number {
  const r = Math.PI / 180, d = (to.lon - from.lon) * r;
  const y = Math.sin(d) * Math.cos(to.lat * r);
  const x = Math.cos(from.lat * r) * Math.sin(to.lat * r) - Math.sin(from.lat * r) * Math.cos(to.lat * r) * Math.cos(d);
  return turn(Math.atan2(y, x) / r);
}

/** An angle of the widest opening between marks that is upright enough to stack words on: north when it is free. */
export function openAngle(marks: number[], free = 20): number {
  const upright = [0, 180, 20, 340, 160, 200, 35, 325, 145, 215];
  const room = (a: number) => Math.min(free, ...marks.map((m) => Math.abs(way(a, m))));
  return upright.reduce((best, a) => (room(a) > room(best) + 1e-9 ? a : best), 0);
}

/** Screen offsets of a distance at an angle. */
export const polar = (angle: number, r: number) => ({ x: Math.sin((angle * Math.PI) / 180) * r, y: -Math.cos((angle * Math.PI) / 180) * r });
