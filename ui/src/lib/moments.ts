// Moments of the ledger worth looking back to: just before a text was read, just before something was changed.
import type { ChangeRow, DocumentHead } from './types';
import { readCounts } from './when';
import { shared } from '../messages/shared';

export interface Moment { at: string; what: string } // at: RFC 3339, UTC

const most = 10;
const brief = (what: string) => { // the largest parts of a load name it
  const parts = readCounts(what).split(', ');
  return parts.length > 3 && /^\d/.test(what) ? `${parts.slice(0, 3).join(', ')} …` : parts.join(', ');
};
const tick = 1; // ms: the ledger's clock has no finer step
const before = (ms: number) => new Date(ms - tick).toISOString();

/** Newest first, at most ten. A change of many records covers its minute, so the moment before it is the minute's start. */
export function moments(documents: Pick<DocumentHead, 'read' | 'title'>[], changes: Pick<ChangeRow, 'at' | 'n' | 'what'>[]): Moment[] {
  const read = documents.map((d) => ({ ms: Date.parse(d.read), what: shared.scope.beforeRead(d.title) }));
  const known = new Set(read.map((r) => Math.floor(r.ms / 1000))); // a reading is a change too: say it once
  const changed = changes.map((c) => ({ at: Date.parse(c.at), c })).filter(({ at }) => !known.has(Math.floor(at / 1000)))
    .map(({ at, c }) => ({ ms: c.n > 1 ? Math.floor(at / 60_000) * 60_000 : at, what: shared.scope.beforeChange(brief(c.what)) }));
  return [...read, ...changed].filter((m) => !Number.isNaN(m.ms)).sort((a, b) => b.ms - a.ms).slice(0, most)
    .map((m) => ({ at: before(m.ms), what: m.what }));
}
