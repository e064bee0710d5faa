// What names must keep clear of: the words of the rings, the compass, the hub; and the lines that they should not cover.
import type { Body, Layout } from '../../lib/orrery';
import { polar } from '../../lib/orreryBearing';
import type { Box, Point } from '../../lib/orreryLabels';
import type { Ring } from '../../lib/types';
import { orrery as say } from '../../messages/orrery';

export interface Word { text: string; cx: number; cy: number; w: number; h: number }
type Measure = (text: string, size: number, bold?: boolean) => number;

/** A state's name, and under it what must be said beside the mark itself. */
export const nameLines = (b: Body): string[] => (b.leans ? [b.name, say.oneSource()] : [b.name]);

/** The rings' names, one in each band, in the direction that marks leave open; the rim's name where something stands on it. */
export function ringWords(l: Layout, rings: Ring[], open: number, measure: Measure, rim: boolean): Word[] {
  const at = (text: string, r: number): Word => {
    const p = polar(open, r);
    return { text, cx: l.cx + p.x, cy: l.cy + p.y, w: measure(text, l.small) * 1.06, h: l.small };
  };
  const words = l.scale.bands.map((b, i) => at(say.ring(rings[i].name, rings[i].label), b.middle));
  return rim ? [...words, at(say.no(), (l.rim + (l.scale.bands.at(-1)?.outer ?? l.rim)) / 2)] : words; // just inside the rim: the compass is outside
}

/** The letters of the compass, outside the rim. */
export function compass(l: Layout): Word[] {
  const d = l.rim + (l.wide ? 13 : 11), { n, e, s, w } = say.compass;
  return [[n, 0], [e, 90], [s, 180], [w, 270]].map(([text, a]) => { const p = polar(a as number, d); return { text: text as string, cx: l.cx + p.x, cy: l.cy + p.y, w: 11, h: 11 }; });
}

const boxOf = (w: Word): Box => ({ x: w.cx - w.w / 2, y: w.cy - w.h / 2, w: w.w, h: w.h });

export function blockedBy(l: Layout, words: Word[]): Box[] {
  const hub = l.hub + 3;
  return [...words.map(boxOf), ...compass(l).map(boxOf), { x: l.cx - hub, y: l.cy - hub, w: hub * 2, h: hub * 2 }];
}

/** Points along intervals (close together) and tails. */
export function linesOf(l: Layout, bodies: Body[]): Point[] {
  const points: Point[] = [];
  const add = (angle: number, r: number) => { const p = polar(angle, r); points.push({ x: l.cx + p.x, y: l.cy + p.y }); };
  for (const b of bodies) {
    if (b.level === 'n') continue;
    for (let r = b.ninety.from; r <= b.ninety.to; r += 5) add(b.angle, r);
    if (b.outline) for (let r = b.outline.from; r <= b.outline.to; r += 5) add(b.angle, r);
    b.tail.forEach((m, i) => { if (i % 2) points.push({ x: l.cx + m.x, y: l.cy + m.y }); });
  }
  return points;
}
