// A snippet with its found words. The server marks bytes of UTF-8.
import { Offsets } from '../reader/offsets';

export interface Piece { text: string; found: boolean }

/** The snippet cut at its marks; marks that overlap or leave the text are ignored. */
export function pieces(snippet: string, marks: [number, number][] | null): Piece[] {
  const o = new Offsets(snippet);
  const out: Piece[] = [];
  let at = 0;
  for (const [from, to] of (marks ?? []).toSorted((a, b) => a[0] - b[0])) {
    const start = o.toUnits(from), end = o.toUnits(to);
    if (start < at || end <= start || to > o.bytes) continue;
    if (start > at) out.push({ text: snippet.slice(at, start), found: false });
    out.push({ text: snippet.slice(start, end), found: true });
    at = end;
  }
  if (at < snippet.length) out.push({ text: snippet.slice(at), found: false });
  return out;
}
