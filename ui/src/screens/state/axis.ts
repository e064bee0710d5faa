// The one time axis that lanes share, and how marks are laid beside each other without hiding one another.
import type { Span } from './span';

export interface Axis {
  from: number; // whole years
  to: number;
  width: number; // px
  ticks: number[]; // years that carry a label
  x: (year: number) => number;
}

const pad = 10; // px, so that a mark on the edge is whole
const leastYear = 17; // px; a narrower screen scrolls

/** An axis over whole years that fills `room` pixels, or more when the years would become too narrow to read. */
export function axisOver(from: number, to: number, room: number): Axis {
  const first = Math.floor(from), last = Math.max(Math.ceil(to), first + 1);
  const width = Math.max(room, (last - first) * leastYear + 2 * pad);
  const year = (width - 2 * pad) / (last - first);
  const step = [1, 2, 5, 10, 20].find((s) => s * year >= 44) ?? 50;
  const ticks: number[] = [];
  for (let y = Math.ceil(first / step) * step; y <= last; y += step) ticks.push(y);
  return { from: first, to: last, width, ticks, x: (y) => pad + (Math.min(last, Math.max(first, y)) - first) * year };
}

export interface Placed<T> { mark: T; x: number; y: number; left: number; right: number; exact: boolean }

/** Marks in rows; those that would touch stand above each other. `y` counts from the lane's top; rows go downwards. */
export function layRows<T extends { span: Span; row: string }>(marks: T[], rows: string[], axis: Axis, size: number, gap = 8) {
  const placed: Placed<T>[] = [];
  const bands: { row: string; top: number; height: number }[] = [];
  let top = 0;
  for (const row of rows) {
    const ends: number[] = []; // right edge of the last mark on each level
    const levels: { mark: T; x: number; left: number; right: number; level: number }[] = [];
    for (const mark of marks.filter((m) => m.row === row).toSorted((a, b) => a.span.from - b.span.from)) {
      const left = axis.x(mark.span.from), right = axis.x(mark.span.to);
      const x = (left + right) / 2;
      const lo = Math.min(left, x - size / 2), hi = Math.max(right, x + size / 2);
      let level = ends.findIndex((end) => end <= lo);
      if (level < 0) level = ends.length;
      ends[level] = hi;
      levels.push({ mark, x, left, right, level });
    }
    const height = Math.max(1, ends.length) * size;
    for (const l of levels) placed.push({ ...l, y: top + height - (l.level + 0.5) * size, exact: l.mark.span.exact });
    bands.push({ row, top, height });
    top += height + gap;
  }
  placed.sort((a, b) => a.x - b.x || a.y - b.y);
  return { placed, bands, height: Math.max(size, top - gap) };
}

/** Intervals in as few rows as they fit in with their labels; those of one group share a row where they can. */
export function layIntervals<T extends { span: Span; row: string }>(list: T[], axis: Axis, labelRoom: (m: T) => number) {
  const rows: { group: string; end: number }[] = [];
  const placed = list.toSorted((a, b) => a.span.from - b.span.from).map((mark) => {
    const left = axis.x(mark.span.from), right = Math.max(axis.x(mark.span.to), left + 3), room = labelRoom(mark);
    // A label that its bar cannot hold stands behind it, or before it where the axis ends.
    const at: 'in' | 'behind' | 'before' = right - left >= room ? 'in' : right + room <= axis.width ? 'behind' : 'before';
    const lo = at === 'before' ? left - room : left, hi = at === 'behind' ? right + room : right;
    let row = rows.findIndex((r) => r.group === mark.row && r.end <= lo + 2);
    if (row < 0) { row = rows.length; rows.push({ group: mark.row, end: 0 }); }
    rows[row].end = hi;
    return { mark, left, right, row, at };
  });
  return { placed, rows: rows.length };
}
