// One pair of states as two rows over time: triggers stacked upwards, responses downwards, arcs between pairs. Where marks would be
// denser than the screen, both rows become bars of a fixed number of days.
import type { CasePair } from '../../lib/types';
import { ruleWords as say } from '../../messages/rule';
import { layRows, type Axis } from '../state/axis';
import { merge, yearAt, type Case, type Lane } from './cases';

export interface Mark {
  id: string; step: boolean; look: 'full' | 'vain' | 'hollow'; small: boolean; x: number; y: number; left: number; right: number; exact: boolean; words: string; trace: string;
  bar?: { h: number; full: number };
}
export interface Laid { marks: Mark[]; arcs: { d: string; trigger: string; response: string }[]; more: string; height: number; bin: number; windows: string }

const size = 12, between = 30, levels = 4, bar = 7, tall = 34, apart = 150; // px; arcs drawn one by one
const day = 1 / 365.25;

export function layLane(lane: Lane, pairs: CasePair[], axis: Axis, tau: number, dt: number): Laid {
  const spanned = (list: Case[]) => list.map((c) => ({ c, row: 'x', span: { from: yearAt(c.first), to: yearAt(c.last) + day, exact: c.first === c.last } }));
  const full = levels * axis.width / size; // more marks of a row than that cannot stand side by side
  const many = lane.triggers.length > full || lane.responses.length > full;
  const up = layRows(many ? [] : spanned(lane.triggers), ['x'], axis, size), down = layRows(many ? [] : spanned(lane.responses), ['x'], axis, size);
  const dense = many || Math.max(up.height, down.height) > levels * size;
  const height = dense ? 2 * tall + between : up.height + between + down.height;
  const windows = windowPath(lane.triggers, axis, tau, dt, height);
  if (dense) return { ...bars(lane, axis, height), windows };

  const place = (list: typeof up.placed, step: boolean): Mark[] => list.map((p) => ({
    id: p.mark.c.id, step, look: lookOf(p.mark.c), small: !!p.mark.c.merged, left: p.left, right: p.right, exact: p.exact, words: p.mark.c.words, trace: p.mark.c.trace,
    x: axis.x(yearAt(p.mark.c.day) + day / 2), y: step ? p.y : up.height + between + down.height - p.y,
  }));
  const marks = [...place(up.placed, true), ...place(down.placed, false)].sort((a, b) => a.x - b.x || a.y - b.y);
  const byId = new Map(marks.map((m) => [`${m.step}${m.id}`, m]));
  const arcs: Laid['arcs'] = [];
  let more = '';
  for (const p of pairs) {
    const a = byId.get(`true${p.trigger}`), b = byId.get(`false${p.response}`);
    if (!a || !b) continue;
    const y1 = a.y + size / 2, y2 = b.y - size / 2, mid = (y2 - y1) * 0.55;
    const d = `M${r1(a.x)} ${y1}C${r1(a.x)} ${r1(y1 + mid)} ${r1(b.x)} ${r1(y2 - mid)} ${r1(b.x)} ${y2}`;
    if (arcs.length < apart) arcs.push({ d, trigger: p.trigger, response: p.response }); else more += d;
  }
  return { marks, arcs, more, height, bin: 0, windows };
}

const r1 = (n: number) => Math.round(n * 10) / 10;

const lookOf = (c: Case): Mark['look'] => (c.paired ? 'full' : c.step && c.fate === 'unanswered' && c.searched ? 'vain' : 'hollow');

/** The days b+τ … b+τ+ΔT after all triggers, as one path over the whole lane. */
function windowPath(triggers: Case[], axis: Axis, tau: number, dt: number, height: number): string {
  const spans = merge(triggers.map((c): [number, number] => { const at = yearAt(c.day) + tau * day; return [at, at + (dt + 1) * day]; }));
  return spans.map(([a, b]) => `M${r1(axis.x(a))} 0H${r1(Math.max(axis.x(b), axis.x(a) + 1))}V${height}H${r1(axis.x(a))}Z`).join('');
}

/** Events counted over stretches that are some pixels wide. */
function bars(lane: Lane, axis: Axis, height: number): Omit<Laid, 'windows'> {
  const year = axis.x(axis.from + 1) - axis.x(axis.from);
  const bin = Math.max(1, Math.round((bar * 365.25) / year));
  const width = bin * day;
  const count = (list: Case[]) => {
    const bins = new Map<number, Case[]>();
    for (const c of list) {
      const i = Math.floor((yearAt(c.day) - axis.from) / width);
      const bin = bins.get(i);
      if (bin) bin.push(c); else bins.set(i, [c]);
    }
    return bins;
  };
  const both = [count(lane.triggers), count(lane.responses)];
  const most = Math.max(1, ...both.flatMap((b) => [...b.values()].map((l) => l.length)));
  const marks = both.flatMap((bins, side) => [...bins].map(([i, list]): Mark => {
    const step = side === 0, paired = list.filter((c) => c.paired).length;
    const h = Math.max(2, (list.length / most) * tall);
    const left = axis.x(axis.from + i * width), right = Math.max(left + 2, axis.x(axis.from + (i + 1) * width) - 1);
    const days = list.map((c) => c.day).sort();
    return {
      id: `${step}${i}`, step, look: 'full', small: false, left, right, exact: true, x: (left + right) / 2, y: step ? tall - h / 2 : tall + between + h / 2,
      words: list.length === 1 ? list[0].words : say.bin(step, list.length, paired, days[0], days.at(-1)!), trace: list[0].trace, bar: { h, full: (h * paired) / list.length },
    };
  })).sort((a, b) => a.x - b.x || a.y - b.y);
  return { marks, arcs: [], more: '', height, bin };
}
