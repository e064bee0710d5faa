// The tables behind the ladder and the paths. A number that a guardrail forbids stands in no cell.
import { at, edgeAt, leans, levelAt, ringAt, traceAt, yearEnds } from '../../components/standing/geometry';
import type { Ring, Standing } from '../../lib/types';
import { alignmentWords as say } from '../../messages/alignment';

const c = say.column;
export const round = (v: number) => Math.round(v * 1000) / 1000;

export interface Rung { s: Standing; was?: Standing }
const level = (s: Standing) => levelAt(s.levels, s.levels.length - 1);
const shown = (r: Rung) => level(r.s) !== 'n';
const num = (key: string, title: string, of: (r: Rung) => number | null) => ({ key, title, num: true, text: (r: Rung) => { const v = shown(r) ? of(r) : null; return v == null ? null : round(v); } });

export function rungColumns(scale: Ring[], shifted: boolean) {
  return [
    { key: 'state', title: c.state(), text: (r: Rung) => r.s.state.name, head: true },
    { key: 'place', title: c.place(), text: (r: Rung) => (shown(r) ? ringAt(scale, r.s.last.median)?.label : r.s.last.level.text) },
    num('median', c.median(), (r) => r.s.last.median),
    ...(shifted ? [num('shift', c.shift(), (r) => (r.was && level(r.was) !== 'n' ? r.s.last.median - r.was.last.median : null))] : []),
    num('q05', c.low(), (r) => r.s.last.q05), num('q25', c.q25(), (r) => r.s.last.q25), num('q75', c.q75(), (r) => r.s.last.q75), num('q95', c.high(), (r) => r.s.last.q95),
    { key: 'level', title: c.level(), text: (r: Rung) => (r.s.last.edge && shown(r) ? say.printed(r.s.last) : say.levels[level(r.s)]) },
    num('change', c.change(), (r) => (r.s.last.direction.ok ? r.s.last.change : null)),
    { key: 'direction', title: c.direction(), text: (r: Rung) => (shown(r) ? say.direction(r.s.last) : '') },
    { key: 'sources', title: c.sources(), text: (r: Rung) => (shown(r) && r.s.lenses?.length ? say.range(Math.min(r.s.last.median, ...r.s.lenses.map((l) => l.median)), Math.max(r.s.last.median, ...r.s.lenses.map((l) => l.median))) : '') },
    { key: 'swing', title: c.swing(), wide: true, text: (r: Rung) => (shown(r) && r.s.swing ? `${leans(r.s) ? `⚠ ${say.leans()}: ` : ''}${r.s.swing.label}: ${say.by(r.s.swing.change)}` : '') },
    { key: 'seen', title: c.seen(), text: (r: Rung) => r.s.seen },
    { key: 'n', title: c.votes(), num: true, text: (r: Rung) => (r.s.counts ?? []).reduce((n, f) => n + f.n, 0) },
  ];
}

type Value = ReturnType<typeof at>;
export interface YearRow { state: string; name: string; year: string; end: string; level: string; v: Value | null; trace: string }

/** One row a state and year: the last step of the year. */
export function yearRows(states: Standing[], ends: string[]): YearRow[] {
  const steps = yearEnds(ends);
  return states.flatMap((s) => steps.map((i) => {
    const l = levelAt(s.levels, i);
    return { state: s.state.code, name: s.state.name, year: ends[i].slice(0, 4), end: ends[i], level: say.levels[l] + (l !== 'n' && edgeAt(s.edges, i) ? `, ${say.printed(at(s, i))}` : ''), v: l === 'n' ? null : at(s, i), trace: l === 'n' ? '' : traceAt(s.trace, s.last.at, ends[i]) };
  }));
}

const yearNum = (key: Exclude<keyof Value, 'edge'>, title: string) => ({ key, title, num: true, text: (r: YearRow) => (r.v ? round(r.v[key]) : null) });
export const yearColumns = (named: boolean) => [
  ...(named ? [{ key: 'name', title: c.state(), text: (r: YearRow) => r.name, head: true }] : []),
  { key: 'end', title: c.step(), text: (r: YearRow) => r.end, head: !named },
  yearNum('median', c.median()), yearNum('q05', c.low()), yearNum('q25', c.q25()), yearNum('q75', c.q75()), yearNum('q95', c.high()),
  { key: 'level', title: c.level(), text: (r: YearRow) => r.level },
];
