// From the rows of a view to the marks of a lane, with their words.
import type { Glyph } from '../../lib/mark';
import type { EventMark, Interval, StanceMark, VoteMark } from '../../lib/types';
import { stateWords as say } from '../../messages/state';
import { between, spanOf, type Span } from './span';

export interface LaneMark { id: string; span: Span; row: string; words: string; trace: string }
export interface PositionMark extends LaneMark { glyph: Glyph }
export interface QuadMark extends LaneMark { quad: number }
export interface IntervalMark extends LaneMark { label: string; open: boolean; status: string }

const side = (position: string) => (position === 'leaning-with' ? 'with' : position === 'leaning-against' ? 'against' : position);
const dated = <T extends LaneMark>(m: (Omit<T, 'span'> & { span: Span | null })): T[] => (m.span ? [m as unknown as T] : []);

/** Rows of the vote lane, top to bottom. A vote where the hub cast none has no position. */
export const voteRows = ['against', 'neutral', 'with', 'absent', ''];
export function voteMarks(votes: VoteMark[], hub: string, now: number): PositionMark[] {
  return votes.flatMap((v) => dated<PositionMark>({
    id: v.trace || v.rollcall, span: spanOf(v.when, now), row: side(v.position), trace: v.trace,
    glyph: v.position === '' ? 'not-applicable' : v.position as Glyph,
    words: say.voteWords(v, hub),
  }));
}

export const stanceRows = ['against', 'neutral', 'with', 'silent', 'absent'];
export function stanceMarks(stances: StanceMark[], now: number): PositionMark[] {
  return stances.flatMap((s, i) => dated<PositionMark>({
    id: `${s.trace}#${i}`, span: spanOf(s.when, now), row: side(s.position), trace: s.trace, words: say.stanceWords(s),
    glyph: s.position === 'silent' ? 'silent-reported' : s.position === 'absent' ? 'absent' : (s.position || 'blank') as Glyph,
  }));
}

export const quadRows = ['1', '2', '3', '4'];
export function eventMarks(events: EventMark[], now: number): QuadMark[] {
  return events.flatMap((e) => dated<QuadMark>({
    id: e.key, span: spanOf(e.when, now), row: String(e.quad), quad: e.quad, trace: e.trace, words: say.eventWords(e),
  }));
}

/** A label says more than the name: what is no plain membership, or which office. */
export function intervalMarks(list: Interval[], now: number, and: 'status' | 'group'): IntervalMark[] {
  const more = (i: Interval) => (and === 'group' ? i.group : i.status === 'member' ? '' : i.status);
  return list.flatMap((i, n) => dated<IntervalMark>({
    id: `${i.trace}#${n}`, span: between(i.from, i.to, now), row: i.group, label: more(i) ? `${i.label}, ${more(i)}` : i.label, open: !i.to, status: i.status, trace: i.trace,
    words: say.intervalWords(i),
  }));
}
