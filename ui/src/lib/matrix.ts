// Choosing and ordering the rows of the items × states matrix.
import type { LitmusMatrix, LitmusRow } from './types';

const ranks: Record<string, number> = { with: 0, 'leaning-with': 1, neutral: 2, 'leaning-against': 3, against: 4, absent: 5, silent: 6 };

export interface Choice { kind: string; hub: string; sort: string }

/** Rows that match, in the order asked for: newest, oldest, answered, unanswered or the code of a state. */
export function chooseRows(m: LitmusMatrix, by: Choice): LitmusRow[] {
  const rows = (m.rows ?? []).filter((r) => (!by.kind || r.item.kind === by.kind) && (!by.hub || r.item.hub.code === by.hub));
  const newest = (a: LitmusRow, b: LitmusRow) => (a.item.t0 < b.item.t0 ? 1 : a.item.t0 > b.item.t0 ? -1 : 0);
  const share = (r: LitmusRow) => (r.expected ? r.answered / r.expected : -1);
  switch (by.sort) {
    case 'oldest': return rows.toSorted((a, b) => newest(b, a));
    case 'answered': return rows.toSorted((a, b) => share(b) - share(a) || newest(a, b));
    case 'unanswered': return rows.toSorted((a, b) => share(a) - share(b) || newest(a, b));
  }
  const at = m.states.findIndex((s) => s.code === by.sort);
  if (at < 0) return rows.toSorted(newest);
  const rank = (r: LitmusRow) => ranks[r.cells[at]?.position] ?? 9;
  return rows.toSorted((a, b) => rank(a) - rank(b) || newest(a, b));
}
