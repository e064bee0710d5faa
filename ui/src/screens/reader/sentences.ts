// Sentences of a text, so that words can be chosen by keyboard. Never across the borders of blocks.
import type { Stretch } from './offsets';

function segmenter(language: string, granularity: 'sentence' | 'word') {
  try { return new Intl.Segmenter(language || undefined, { granularity }); } catch { return new Intl.Segmenter(undefined, { granularity }); }
}

function trimmed(text: string, start: number, end: number): Stretch | null {
  while (start < end && /\s/.test(text[start])) start++;
  while (end > start && /\s/.test(text[end - 1])) end--;
  return end > start ? { start, end } : null;
}

/** The sentences of each block, without the white space around them. */
export function sentencesOf(text: string, blocks: Stretch[], language = ''): Stretch[] {
  const cut = segmenter(language, 'sentence');
  return blocks.flatMap((b) => {
    // A line broken in mid-sentence is no end of a sentence; a space is as long as a line feed.
    const flat = text.slice(b.start, b.end).replace(/\n/g, ' ');
    return [...cut.segment(flat)].flatMap((s) => trimmed(text, b.start + s.index, b.start + s.index + s.segment.length) ?? []);
  });
}

/** A stretch with its white space left out; null when nothing else is in it. */
export const tidy = (text: string, s: Stretch): Stretch | null => trimmed(text, s.start, s.end);

/** A stretch with one edge moved by a word: `by` 1 moves it right, −1 left. The stretch never becomes empty nor leaves `within`. */
export function moveEdge(text: string, s: Stretch, edge: 'start' | 'end', by: 1 | -1, within: Stretch, language = ''): Stretch {
  const words = [...segmenter(language, 'word').segment(text.slice(within.start, within.end))]
    .filter((w) => w.isWordLike).map((w) => ({ start: within.start + w.index, end: within.start + w.index + w.segment.length }));
  const places = words.map((w) => w[edge]);
  const to = by > 0 ? places.find((p) => p > s[edge]) : places.findLast((p) => p < s[edge]);
  const last = edge === 'end' ? within.end : within.start;
  const moved = { ...s, [edge]: to ?? ((by > 0) === (edge === 'end') ? last : s[edge]) };
  return moved.end > moved.start ? moved : s;
}
