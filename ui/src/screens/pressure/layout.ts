// One target's two lanes: steps stacked upwards, measures downwards, arcs between the two.
import type { Arc, PressureLane, PressureMark } from '../../lib/types';
import { pressureWords as say } from '../../messages/pressure';
import { layRows, type Axis } from '../state/axis';
import { spanOf, type Span } from '../state/span';

interface LaneMark { id: string; key: string; episode: string; row: string; step: boolean; paired: boolean; span: Span; words: string; trace: string }
export interface PlacedMark { mark: LaneMark; x: number; y: number; left: number; right: number; exact: boolean }
export interface PlacedArc { arc: Arc; d: string; words: string }

const size = 13;
const between = 30; // px for the arcs

function marksOf(list: PressureMark[] | null, step: boolean, now: number): LaneMark[] {
  return (list ?? []).flatMap((m, i) => {
    const span = spanOf(m.when, now);
    return span ? [{ id: `${m.key}#${i}`, key: m.key, episode: m.episode, row: 'x', step, paired: m.paired, span, words: say.mark(m, step), trace: m.trace }] : [];
  });
}

export function layLane(lane: PressureLane, axis: Axis, now: number) {
  const up = layRows(marksOf(lane.triggers, true, now), ['x'], axis, size);
  const down = layRows(marksOf(lane.responses, false, now), ['x'], axis, size);
  const top = up.height + between;
  const steps = up.placed;
  const measures = down.placed.map((p) => ({ ...p, y: top + down.height - p.y }));
  const placed: PlacedMark[] = [...steps, ...measures].sort((a, b) => a.x - b.x || a.y - b.y);

  const find = (list: PlacedMark[], key: string, episode: string) => list.find((p) => p.mark.key === key && p.mark.episode === episode);
  const arcs: PlacedArc[] = (lane.arcs ?? []).flatMap((arc) => {
    const a = find(steps, arc.trigger, arc.episode), b = find(measures, arc.response, arc.episode);
    if (!a || !b) return [];
    const y1 = a.y + size / 2, y2 = b.y - size / 2, mid = (y2 - y1) * 0.55;
    return [{ arc, words: say.arc(arc), d: `M${a.x} ${y1} C${a.x} ${y1 + mid} ${b.x} ${y2 - mid} ${b.x} ${y2}` }];
  });
  return { placed, arcs, height: top + down.height, size, middle: up.height + between / 2 };
}
