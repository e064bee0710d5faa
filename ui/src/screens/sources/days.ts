// Days of a set on a scale of whole years, as shares of its width.
import type { DataSetView } from '../../lib/types';

export interface Years { from: number; to: number } // from 1 January of `from` to 31 December of `to`
export interface Piece { left: number; width: number } // percent

const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;

/** The years that hold every report and every covered day of the sets; null without any. */
export function yearSpan(sets: DataSetView[]): Years | null {
  const days = sets.flatMap((s) => [s.first, s.last, ...(s.covered ?? []).flatMap((c) => [c.from, c.to])]).filter((d) => !Number.isNaN(day(d)));
  if (!days.length) return null;
  const years = days.map((d) => Number(d.slice(0, 4)));
  return { from: Math.min(...years), to: Math.max(...years) };
}

/** Where the days from..to, both included, lie. */
export function piece(from: string, to: string, years: Years): Piece {
  const start = day(`${years.from}-01-01`), end = day(`${years.to + 1}-01-01`);
  const left = (100 * (day(from) - start)) / (end - start);
  return { left, width: Math.max(0.15, (100 * (day(to) + 1 - day(from))) / (end - start)) };
}

/** Stretches that follow each other or lie over each other as one, so that a year of single days is one piece. */
export function joined(list: { from: string; to: string }[]): { from: string; to: string }[] {
  const out: { from: string; to: string }[] = [];
  for (const c of list.toSorted((a, b) => a.from.localeCompare(b.from))) {
    const last = out.at(-1);
    if (last && day(c.from) <= day(last.to) + 1) last.to = c.to > last.to ? c.to : last.to;
    else out.push({ from: c.from, to: c.to });
  }
  return out;
}
