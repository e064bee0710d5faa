// One year of the world: a row a state, the highest first; who cast no vote comes last, without a number.
import { traceAt } from '../../components/standing/geometry';
import type { WorldView } from '../../lib/types';

export interface WorldRow { code: string; name: string; median: number | null; q05: number | null; q95: number | null; votes: number; rank: number | null; trace: string }

/** The year asked for, or the last. */
export const yearIndex = (years: number[], asked: string | undefined) => { const i = years.indexOf(Number(asked)); return i < 0 ? years.length - 1 : i; };

export function worldRows(v: WorldView, i: number): WorldRow[] {
  const years = v.years ?? [];
  const rows = (v.states ?? []).map((s) => ({
    code: s.state.code, name: s.state.name, median: s.median?.[i] ?? null, q05: s.q05?.[i] ?? null, q95: s.q95?.[i] ?? null, votes: s.votes?.[i] ?? 0,
    rank: null as number | null, trace: s.median?.[i] == null ? '' : traceAt(s.trace, String(years.at(-1)), String(years[i])),
  }));
  rows.sort((a, b) => (b.median ?? -Infinity) - (a.median ?? -Infinity) || a.name.localeCompare(b.name, 'en'));
  rows.forEach((r, k) => { if (r.median != null) r.rank = k + 1; });
  return rows;
}
