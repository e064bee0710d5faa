// A state's place in a sentence: the program's own for the last step, composed from the same figures for earlier ones.
import { levelAt, outline, ringAt } from '../../components/standing/geometry';
import { leaning } from '../../lib/orrery';
import { signed as fig } from '../../messages/alignment';
import type { AlignmentView, Standing } from '../../lib/types';
import { readDate } from '../../lib/when';
import { orrery as say } from '../../messages/orrery';

/** The sentence for a step; `moved` (degrees) adds how far the mark is drawn from its bearing. */
export function saidAt(v: AlignmentView, s: Standing, step: number, capital: string, moved = 0): string {
  const ends = v.ends ?? [], final = step === ends.length - 1, day = readDate(ends[step] ?? '');
  const level = levelAt(s.levels, step);
  const words: string[] = [];
  if (final) {
    words.push((s.last.sentence ?? []).map((c) => c.text).join('').trim());
    if (level !== 'n') {
      const range = outline(s.last.median, s.lenses);
      if (range) words.push(say.lenses(fig(range[0]), fig(range[1])));
      const source = leaning(s);
      if (source) words.push(say.leans(source));
    }
  } else if (level === 'n') {
    words.push(say.notEnough(s.state.name, day));
  } else {
    const p = s.path, at = (series: number[] | null) => fig((series ?? [])[step]);
    const figures = say.figures(at(p.median), at(p.q25), at(p.q75), at(p.q05), at(p.q95));
    words.push(say.point(s.state.name, day, ringAt(v.scale, (p.median ?? [])[step])?.label ?? '', capital, figures));
    if (level === 'x') words.push(say.extrapolated());
  }
  if (s.bearing !== null && Math.abs(moved) >= 1) words.push(say.moved(moved, s.bearing));
  return words.join(' ');
}
