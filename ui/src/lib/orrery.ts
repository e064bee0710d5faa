// The Orrery picture as numbers: where every mark stands at a moment. Pure; the screen only draws what this gives.
import { polar, relax, type Relaxed } from './orreryBearing';
import { radiusScale, type Radius } from './orreryScale';
import { spreadAt, type Spread } from './orreryTime';
import { edgeAt, leans, levelAt, outline, tone, type Level } from '../components/standing/geometry';
import type { AlignmentView, Ring, Standing } from './types';

export interface Layout { w: number; h: number; cx: number; cy: number; hub: number; rim: number; dot: number; text: number; small: number; scale: Radius; wide: boolean }
export interface Mote { x: number; y: number; size: number; age: number } // age: 0 newest … 1 oldest
export interface Stroke { from: number; to: number } // px from the centre
export interface Body {
  code: string; name: string; angle: number; bearing: number | null; x: number; y: number; r: number; level: Level; spread: Spread; tone: string;
  half: Stroke; ninety: Stroke; outline: Stroke | null; tail: Mote[]; leans: string; edge?: 'low' | 'high'; of: Standing;
}

export const tailYears = 5;
const sweep = 12; // degrees that the oldest point of a tail lies behind
const motes = 20;

/** Sizes for a picture of that many px across. */
export function layoutOf(width: number, rings: Ring[]): Layout {
  const wide = width >= 560;
  const w = Math.max(280, width), h = wide ? Math.min(w * 0.9, 610) : w + 24;
  const rim = Math.min(w, h) / 2 - (wide ? 22 : 19);
  const hub = wide ? 31 : 24;
  return {
    w, h, cx: w / 2, cy: h / 2, hub, rim, dot: wide ? 5.2 : 4.2, text: wide ? 13.5 : 11, small: wide ? 11.5 : 9.5, wide,
    scale: radiusScale(rings, hub + (wide ? 14 : 9), rim - (wide ? 24 : 15), wide ? 3 : 2.5),
  };
}

/** Angles of the states, in the view's order. */
export const anglesOf = (states: Standing[]): Relaxed => relax(states.map((s) => s.bearing));

/** Steps a year, from the dates of the steps. */
export function perYear(ends: string[]): number {
  if (ends.length < 2) return 12;
  const years = (Date.parse(ends[ends.length - 1]) - Date.parse(ends[0])) / 864e5 / 365.25;
  return Math.max(1, Math.round((ends.length - 1) / (years || 1)));
}

/** Every mark at a moment; `at` is a step with a fraction. Not enough evidence: on the rim, without figures. */
export function bodiesAt(view: AlignmentView, at: number, on: Layout, angles: number[]): Body[] {
  const ends = view.ends ?? [];
  const step = Math.round(at), year = perYear(ends);
  return (view.states ?? []).map((s, i) => {
    const spread = spreadAt(s.path, at), level = levelAt(s.levels, step), angle = angles[i];
    const place = (k: number) => (levelAt(s.levels, k) === 'n' ? on.rim : on.scale.at((s.path.median ?? [])[k]));
    const k = Math.min(Math.floor(at), Math.max(0, ends.length - 1));
    const r = place(k) + (place(Math.min(k + 1, ends.length - 1)) - place(k)) * (at - k);
    const p = polar(angle, r), final = step === ends.length - 1;
    const stroke = (near: number, far: number): Stroke => ({ from: on.scale.at(near), to: on.scale.at(far) });
    const tail: Mote[] = [];
    for (let m = motes; m >= 1; m--) {
      const then = at - (m / motes) * tailYears * year, age = m / motes;
      if (then < 0 || levelAt(s.levels, Math.round(then)) === 'n' || level === 'n') continue;
      const q = polar(angle - sweep * age, on.scale.at(spreadAt(s.path, then).median));
      tail.push({ x: q.x, y: q.y, size: (1 - age) * (on.wide ? 2.2 : 1.5) + 0.7, age });
    }
    return {
      code: s.state.code, name: s.state.name, angle, bearing: s.bearing, x: p.x, y: p.y, r, level, spread, tone: tone(spread.median),
      half: stroke(spread.q75, spread.q25), ninety: stroke(spread.q95, spread.q05), outline: final && level !== 'n' ? outlineOf(s, on) : null,
      tail, edge: level === 'n' ? undefined : edgeAt(s.edges, step), leans: final && level !== 'n' ? leaning(s) : '', of: s,
    };
  });
}

/** The last median's range over other choices of sources, on the scale. */
function outlineOf(s: Standing, on: Layout): Stroke | null {
  const range = outline(s.last.median, s.lenses);
  if (!range || s.last.edge) return null; // of a bound, no middle is shown that could differ
  const from = on.scale.at(range[1]), to = on.scale.at(range[0]), r = on.scale.at(s.last.median);
  return Math.max(r - from, to - r) > on.dot ? { from, to } : null; // within the dot it says nothing that the dot does not
}

/** The source without which the last median would leave its own 50 % interval; '' when there is none. */
export const leaning = (s: Standing): string => (leans(s) ? s.swing!.label : '');

/** Marks clockwise from north: the order in which arrow keys go round. */
export const clockwise = (bodies: Body[]): string[] => bodies.toSorted((a, b) => a.angle - b.angle).map((b) => b.code);
