// The trend chart of a dyad: its axes, and where the observations stand on the axis of time.
import type { ItemWeight } from '../../lib/types';
import { spanOf } from '../state/span';

export interface ItemPlace { item: ItemWeight; x: number; level: number; size: number }

/** Marks of observations at their dates, stacked where they would touch; size grows with the square root of the pull. */
export function placeItems(items: ItemWeight[], xOf: (year: number) => number, least = 4, most = 9): ItemPlace[] {
  const heaviest = Math.max(1e-9, ...items.map((i) => Math.abs(i.weight)));
  const ends: number[] = [];
  return items
    .flatMap((item) => {
      const span = spanOf(item.when, 0);
      return span ? [{ item, x: xOf((span.from + span.to) / 2), size: least + (most - least) * Math.sqrt(Math.abs(item.weight) / heaviest) }] : [];
    })
    .toSorted((a, b) => a.x - b.x)
    .map((p) => {
      let level = ends.findIndex((e) => e <= p.x - p.size);
      if (level < 0) level = ends.length;
      ends[level] = p.x + p.size + 1;
      return { ...p, level };
    });
}

/** Years that carry a label, at most one each `room` px. */
export function yearTicks(from: number, to: number, width: number, room = 46): number[] {
  const step = [1, 2, 5, 10, 20].find((s) => ((to - from) / s) * room <= width) ?? 50;
  const list: number[] = [];
  for (let t = Math.ceil(from / step) * step; t <= to; t += step) list.push(t);
  return list;
}
