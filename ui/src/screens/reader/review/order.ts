// The two orders in which the suggestions of a document are walked.
import type { CodedRecord } from '../../../lib/types';

export type Order = 'place' | 'rank';

/** Where a record stands in the text, in bytes: its first words, then the words that decided. */
export function placeOf(r: CodedRecord): [start: number, trigger: number] {
  const starts = (r.spans ?? []).map((s) => s.start);
  return [starts.length ? Math.min(...starts) : Infinity, r.suggestion?.trigger.start ?? 0];
}

/** By place: as the text is read, and at one place the heavier first. By rank: what would change most first. */
export function inOrder(list: CodedRecord[], order: Order): CodedRecord[] {
  const rank = (r: CodedRecord) => r.suggestion?.rank ?? 0;
  return list.toSorted((a, b) => {
    const [p, t] = placeOf(a), [q, u] = placeOf(b);
    const place = p === q ? t - u : p - q;
    return order === 'rank' ? rank(b) - rank(a) || place || 0 : place || rank(b) - rank(a) || (a.record.ref < b.record.ref ? -1 : 1);
  });
}
