// From the reading's blocks and turns to what stands on the page.
import type { Block, CodedRecord, DocumentView, Turn } from '../../lib/types';
import { Offsets, type Stretch } from './offsets';

export interface Line extends Stretch {
  kind: string;
  turn: Turn | null;
  first: boolean; // first block of its turn: the speaker is named
  label: number; // code units at the start that are the speaker's label, not their words
}
export interface Spot extends Stretch { ref: string; kind: string; status: string; orphan: boolean; trigger: Stretch | null } // trigger: the words that decided

export interface Page { offsets: Offsets; lines: Line[]; spots: Spot[] }

/** Blocks with their turns, and every coded span, in code units. A text without blocks is one block. */
export function pageOf(view: DocumentView, offsets: Offsets): Page {
  const blocks: Block[] = view.blocks?.length ? view.blocks : [{ kind: 'paragraph', start: 0, end: view.head.bytes || offsets.bytes }];
  const seen = new Set<Turn>();
  const lines = blocks.map((b) => {
    const turn = (view.turns ?? []).find((t) => t.start < b.end && t.end > b.start) ?? null;
    const first = !!turn && !seen.has(turn);
    if (turn) seen.add(turn);
    const start = offsets.toUnits(b.start), end = offsets.toUnits(b.end);
    const label = first && turn!.start > b.start ? offsets.toUnits(turn!.start) - start : 0;
    return { kind: b.kind, turn, first, start, end, label: label > 60 ? 0 : label };
  });
  return { offsets, lines, spots: (view.records ?? []).flatMap((r) => spotsOf(r, offsets)) };
}

function spotsOf(r: CodedRecord, offsets: Offsets): Spot[] {
  const t = r.suggestion?.trigger;
  const trigger = t && t.end > t.start ? { start: offsets.toUnits(t.start), end: offsets.toUnits(t.end) } : null;
  return (r.spans ?? []).map((s) => ({
    ref: r.record.ref, kind: r.record.kind, status: r.record.status, orphan: s.orphan, start: offsets.toUnits(s.start), end: offsets.toUnits(s.end), trigger,
  }));
}

/** The turn that holds a place, given in bytes. */
export const turnAt = (view: DocumentView, byte: number) => (view.turns ?? []).find((t) => byte >= t.start && byte < t.end) ?? null;

/** "120-240" → a stretch of bytes; null when it is not one. */
export function readAt(at: string): Stretch | null {
  const m = /^(\d+)-(\d+)$/.exec(at);
  return m && Number(m[2]) > Number(m[1]) ? { start: Number(m[1]), end: Number(m[2]) } : null;
}
