// One pair of states as two rows over time: triggers stacked upwards, responses downwards, arcs between pairs. Where they crowd, marks move
// closer and overlap; only where even that would not hold them do both rows become bars of a fixed number of days.
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
const close = { across: [8, 4], stack: 84, levels: 36, marks: 500 }; // marks that overlap: px apart, px high in all, how many above each other and in a row
const day = 1 / 365.25;

export function layLane(lane: Lane, pairs: CasePair[], axis: Axis, tau: number, dt: number): Laid {
  const stack = stacked(lane, axis);
  const height = stack ? stack.up + between + stack.down : 2 * tall + between;
  const windows = windowPath(lane.triggers, axis, tau, dt, height);
  if (!stack) return { ...bars(lane, axis, height), windows };

  const place = (list: Stacked['marks'][0], step: boolean): Mark[] => list.map((p) => ({
    id: p.c.id, step, look: lookOf(p.c), small: !!p.c.merged, left: p.left, right: p.right, exact: p.exact, words: p.c.words, trace: p.c.trace,
    x: axis.x(yearAt(p.c.day) + day / 2), y: step ? stack.up - p.rise : stack.up + between + p.rise,
  }));
  const marks = [...place(stack.marks[0], true), ...place(stack.marks[1], false)].sort((a, b) => a.x - b.x || a.y - b.y);
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

interface Stacked { up: number; down: number; marks: { c: Case; left: number; right: number; exact: boolean; rise: number }[][] }

/** Both sides as stacks of marks: beside each other where they fit, else closer and overlapping; null where even that does not hold them. */
function stacked(lane: Lane, axis: Axis): Stacked | null {
  const sides = [lane.triggers, lane.responses];
  if (Math.max(...sides.map((l) => l.length)) > close.marks) return null;
  const laid = (across: number) => sides.map((l) => layRows(l.map((c) => ({ c, row: 'x', span: { from: yearAt(c.first), to: yearAt(c.last) + day, exact: c.first === c.last } })), ['x'], axis, across));
  const rowsOf = (l: { height: number }, across: number) => Math.round(l.height / across);
  let across = size, gap = size, both = laid(across);
  const most = () => Math.max(...both.map((l) => rowsOf(l, across)));
  if (most() > levels) {
    const nearer = close.across.find((a) => { both = laid(across = a); return most() <= close.levels; });
    if (!nearer) return null;
    gap = Math.min(size, close.stack / most());
  }
  const high = (l: { height: number }) => (rowsOf(l, across) - 1) * gap + size;
  const marks = both.map((l) => l.placed.map((p) => ({ c: p.mark.c, left: p.left, right: p.right, exact: p.exact, rise: Math.round((l.height - p.y) / across - 0.5) * gap + size / 2 })));
  return { up: high(both[0]), down: high(both[1]), marks };
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
