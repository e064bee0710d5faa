// A state's place in a sentence: the program's own for the last step, composed from the same figures for earlier ones.
import { edgeAt, levelAt, outline, ringAt } from '../../components/standing/geometry';
import { leaning } from '../../lib/orrery';
import type { AlignmentView, Standing } from '../../lib/types';
import { readDate } from '../../lib/when';
import { orrery as say } from '../../messages/orrery';

const fig = say.figure;

/** The sentence for a step. */
export function saidAt(v: AlignmentView, s: Standing, step: number): string {
  const ends = v.ends ?? [], final = step === ends.length - 1, day = readDate(ends[step] ?? '');
  const level = levelAt(s.levels, step);
  const words: string[] = [];
  if (level === 'n') {
    words.push(say.notEnough(s.state.name, day, final ? s.last.level.why : '')); // and no number, whatever the model's middle is
  } else if (final) {
    words.push((s.last.sentence ?? []).map((c) => c.text).join('').trim());
    const range = s.last.edge ? null : outline(s.last.median, s.lenses);
    if (range) words.push(say.lenses(fig(range[0]), fig(range[1])));
    const source = leaning(s);
    if (source) words.push(say.leans(source));
  } else {
    const p = s.path, at = (series: number[] | null) => (series ?? [])[step], edge = edgeAt(s.edges, step);
    const figures = edge ? say.edgeLong(edge, fig(at(edge === 'high' ? p.q05 : p.q95)))
      : say.figures(fig(at(p.median)), fig(at(p.q25)), fig(at(p.q75)), fig(at(p.q05)), fig(at(p.q95)));
    words.push(say.point(s.state.name, day, ringAt(v.scale, at(p.median))?.label ?? '', figures));
    if (level === 'x') words.push(say.extrapolated());
  }
  return words.join(' ');
}

/** Where a mark is drawn when that is not its true bearing; `moved` in degrees, clockwise positive. */
export const movedWords = (s: Standing, moved: number): string => (s.bearing !== null && Math.abs(moved) >= 1 ? say.moved(moved, s.bearing) : '');

