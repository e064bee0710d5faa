// Which glyph a cell gets and what it says in words. Shape repeats what colour says.
import { shared } from '../messages/shared';
import type { Cell, Position, Presence, Timing } from './types';

export type Glyph =
  | 'with' | 'leaning-with' | 'neutral' | 'leaning-against' | 'against' // answered
  | 'said' // answered, but the hub gave nothing to set it against
  | 'absent' | 'silent-searched' | 'silent-reported' | 'not-searched' // missing, each its own look
  | 'not-applicable' | 'blank' | 'contested';

/** The marks in the order that legends give them. */
export const glyphOrder: Glyph[] = [
  'with', 'leaning-with', 'neutral', 'leaning-against', 'against', 'contested', 'said', 'absent', 'silent-searched', 'silent-reported',
  'not-searched', 'not-applicable', 'blank',
];

export interface MarkShape {
  glyph: Glyph;
  late: '' | 'late' | 'possibly-late';
  single: boolean; // leans on one source
  draft: boolean;
}

const spoken: Position[] = ['with', 'leaning-with', 'neutral', 'leaning-against', 'against'];

export function glyphOf(presence: Presence, position: Position, contested = false): Glyph {
  if (contested) return 'contested';
  if (spoken.includes(position)) return position as Glyph;
  if (position === 'absent') return 'absent';
  if (presence === 'answered') return position === 'silent' ? 'silent-reported' : 'said';
  return presence || 'blank';
}

export function shapeOf(cell: Pick<Cell, 'presence' | 'position' | 'contested' | 'timing' | 'sources'>): MarkShape {
  const glyph = glyphOf(cell.presence, cell.position, cell.contested);
  return {
    glyph,
    late: cell.timing === 'late' || cell.timing === 'possibly-late' ? cell.timing : '',
    single: cell.sources === 1 && cell.presence !== '',
    draft: false,
  };
}

const voteWords: Record<string, string> = { yes: 'voted yes', no: 'voted no', abstain: 'abstained', absent: 'did not vote' };

/** A presence in words. Under a source lens an empty cell may only be hidden, so it does not say "not searched". */
export const presenceWords = (p: Presence, lensed = false) => (lensed && p === 'not-searched' ? shared.underLens() : shared.presence(p));

/** The cell in words, for names, tables and screen readers. */
export function cellWords(cell: Pick<Cell, 'presence' | 'position' | 'contested' | 'timing' | 'vote'>, lensed = false): string {
  const words: string[] = [];
  if (cell.vote) words.push(voteWords[cell.vote] ?? cell.vote);
  if (cell.position && cell.position !== 'absent' && cell.position !== 'silent') words.push(shared.position(cell.position));
  else if (!cell.vote) words.push(presenceWords(cell.presence, lensed));
  else if (cell.presence === 'answered' && !cell.position) words.push(shared.mark.said());
  if (cell.contested) words.push(shared.mark.contested());
  const t: Timing = cell.timing;
  if (t === 'late' || t === 'possibly-late' || t === 'before') words.push(shared.timing(t));
  return words.join(', ');
}
