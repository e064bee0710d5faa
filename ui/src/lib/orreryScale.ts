// Distance from the centre of the Orrery picture as a function of alignment. Near the centre is with the hub. The
// three inner named stretches keep their proportions; the first and the last, which run to the ends of the scale, get at most
// `widest` times the room of an inner one, so that the picture's room goes to where states are.
import type { Ring } from './types';

export interface Knot { value: number; r: number } // value falls, r rises
export interface Band { ring: Ring; inner: number; outer: number; middle: number }
export interface Radius { at: (value: number) => number; bands: Band[]; between: number; least: number; most: number; squeezed: boolean }

/** Lays the scale's stretches (from with to against) between two radii. */
export function radiusScale(rings: Ring[], least: number, most: number, widest = 2.5): Radius {
  const span = rings.map((g) => Math.abs(g.from - g.to));
  const inner = span.slice(1, -1);
  const typical = inner.length ? inner.reduce((a, b) => a + b, 0) / inner.length : Infinity;
  const share = span.map((s, i) => (i === 0 || i === span.length - 1 ? Math.min(s, typical * widest) : s));
  const unit = (most - least) / (share.reduce((a, b) => a + b, 0) || 1);
  const knots: Knot[] = [{ value: rings[0]?.from ?? 0, r: least }];
  for (const [i, g] of rings.entries()) knots.push({ value: g.to, r: knots[i].r + share[i] * unit });
  const bands = rings.map((ring, i) => ({ ring, inner: knots[i].r, outer: knots[i + 1].r, middle: (knots[i].r + knots[i + 1].r) / 2 }));
  const at = (value: number) => along(knots, value);
  const centre = rings[(rings.length - 1) / 2];
  return { at, bands, between: at(centre ? (centre.from + centre.to) / 2 : 0), least, most, squeezed: share.some((s, i) => s < span[i]) };
}

function along(knots: Knot[], value: number): number {
  for (let i = 1; i < knots.length; i++) {
    const [a, b] = [knots[i - 1], knots[i]];
    if (value >= b.value || i === knots.length - 1) {
      const f = a.value === b.value ? 1 : (a.value - value) / (a.value - b.value);
      return a.r + (b.r - a.r) * Math.min(1, Math.max(0, f)); // beyond an end: at the end
    }
  }
  return knots[0]?.r ?? 0;
}
