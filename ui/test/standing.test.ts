// The marks of alignment: what may be shown is shown, what may not has no outline, and nothing leaves its chart.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  bandPath, domainOf, edgeAt, jumpSteps, leans, linePath, meeting, nearestStep, outline, ranked, ringAt, stagger, stepOf, stretches, tint, traceAt, yearBefore, yearEnds,
} from '../src/components/standing/geometry';
import { signed, chance, alignmentWords } from '../src/messages/alignment';
import { switched, unusual } from '../src/screens/alignment/choice';
import { rungColumns, yearRows } from '../src/screens/alignment/columns';
import { placeItems, yearTicks } from '../src/screens/dyad/chart';
import type { Ring, Stand, Standing } from '../src/lib/types';

const scale: Ring[] = [['with', 4, 1], ['leaning-with', 1, 0.33], ['between', 0.33, -0.33], ['leaning-against', -0.33, -1], ['against', -1, -4]]
  .map(([name, from, to]) => ({ name, label: String(name), from, to }) as Ring);
const ends = ['2024-11-30', '2024-12-31', '2025-01-31', '2025-02-28'];

function standing(code: string, median: number[], levels: string): Standing {
  const off = (d: number) => median.map((m) => m + d);
  const i = median.length - 1;
  const last = { at: ends[i], median: median[i], q05: median[i] - 1, q25: median[i] - 0.4, q75: median[i] + 0.4, q95: median[i] + 1, change: null, sign: 0, level: { ok: true, text: 'kept back', why: '' }, direction: { ok: false, text: 'direction not established', why: '' } } as Stand;
  return { state: { code, name: code }, edges: '.'.repeat(median.length), path: { median, q05: off(-1), q25: off(-0.4), q75: off(0.4), q95: off(1) }, levels, last, lenses: [], swing: null, counts: [], jumps: [], trace: `align|RUS|${code}|${ends[i]}|votes|missing` } as unknown as Standing;
}

test('neighbouring steps of one level are one stretch, and an unknown letter shows nothing', () => {
  assert.deepEqual(stretches('nnoox?'), [{ level: 'n', from: 0, to: 1 }, { level: 'o', from: 2, to: 3 }, { level: 'x', from: 4, to: 4 }, { level: 'n', from: 5, to: 5 }]);
  assert.deepEqual(stretches(''), []);
});

test('what is extrapolated meets its neighbours, but never reaches into what may not be shown', () => {
  const drawn = (levels: string) => stretches(levels).map((s) => meeting(levels, s));
  assert.deepEqual(drawn('oxxo'), [[0, 0], [0, 3], [3, 3]]);
  assert.deepEqual(drawn('nxxn'), [[0, 0], [1, 2], [3, 3]]);
  assert.deepEqual(drawn('xo'), [[0, 1], [1, 1]]);
});

test('a band goes up along the top and back along the bottom, and a lone step has a width', () => {
  const x = (i: number) => i * 10, y = (v: number) => -v;
  assert.equal(bandPath([0, 1, 2], [5, 6, 7], 1, 2, x, y), 'M10 -6L20 -7L20 -2L10 -1Z');
  assert.equal(bandPath([0], [5], 0, 0, x, y), 'M-1 -5h2V0h-2Z');
  assert.equal(linePath([0, 1, 2], 0, 2, x, y), 'M0 0L10 -1L20 -2');
  assert.ok(!/NaN/.test(linePath([3], 0, 0, x, y)));
});

test('the scale shown holds all that may be shown, and nothing that may not widens it', () => {
  assert.deepEqual(domainOf([standing('A', [0, 0], 'oo')]), [-1.5, 1.5]);
  assert.deepEqual(domainOf([standing('A', [-2.2, 0], 'oo')]), [-3.5, 1.5]);
  assert.deepEqual(domainOf([standing('A', [-2.2, 0], 'no')]), [-1.5, 1.5]);
  assert.deepEqual(domainOf([standing('A', [-2.2, 0], 'oo')], true), [-1.5, 1.5]);
  assert.deepEqual(domainOf([standing('A', [3.9, 3.9], 'oo')]), [-1.5, 4]);
});

test('a value has the word of the ring that it lies in', () => {
  for (const [v, name] of [[4, 'with'], [1, 'with'], [0.999, 'leaning-with'], [0.33, 'leaning-with'], [0.329, 'between'], [0, 'between'], [-0.33, 'between'], [-0.331, 'leaning-against'],
    [-1, 'leaning-against'], [-1.001, 'against'], [-3, 'against'], [-9, 'against']] as const) assert.equal(ringAt(scale, v)?.name, name);
  assert.equal(ringAt(null, 0), undefined);
  assert.deepEqual([tint(9), tint(-9), tint(0)], [1, -1, 0]);
});

test('states without a place come last, and their numbers stand in no cell', () => {
  const list = ranked([standing('LOW', [-1], 'o'), standing('NONE', [3], 'n'), standing('HIGH', [2], 'x')]);
  assert.deepEqual(list.map((s) => s.state.code), ['HIGH', 'LOW', 'NONE']);
  const columns = rungColumns(scale, true);
  const cells = columns.map((c) => c.text({ s: list[2], was: list[0] }));
  assert.deepEqual(cells.filter((c) => typeof c === 'number'), [0], 'only the count of observations');
  assert.equal(columns.find((c) => c.key === 'place')?.text({ s: list[2] }), 'kept back');
  assert.equal(columns.find((c) => c.key === 'shift')?.text({ s: list[1], was: list[0] }), -3);
});

test('a place leans on one source when without it the median leaves the 50 % interval', () => {
  const s = standing('A', [0], 'o');
  const swing = (median: number) => ({ ...s, swing: { name: 'k', label: 'k', median, change: median, hidden: 1 } });
  assert.equal(leans(s), false);
  assert.deepEqual([-0.5, -0.39, 0.39, 0.5].map((m) => leans(swing(m))), [true, false, false, true]);
});

test('the outline of sources holds the median', () => {
  const lens = (median: number) => ({ name: '', label: '', median, change: 0, hidden: 0 });
  assert.deepEqual(outline(0.2, [lens(0.5), lens(0.3)]), [0.2, 0.5]);
  assert.equal(outline(0.2, []), null);
  assert.equal(yearBefore({ median: 1, change: null }), null);
  assert.equal(yearBefore({ median: 1, change: 0.25 }), 0.75);
});

test('the id of a point at another step', () => {
  assert.equal(traceAt('align|RUS|ARM|2025-02-28|votes|missing', '2025-02-28', '2024-12-31'), 'align|RUS|ARM|2024-12-31|votes|missing');
  assert.equal(traceAt('world|ARM|2025', '2025', '1999'), 'world|ARM|1999');
  assert.equal(traceAt('something', '2025', '1999'), '', 'no id is made up');
  assert.equal(traceAt('something', '2025', '2025'), 'something');
});

test('steps, years and the cursor', () => {
  assert.deepEqual(yearEnds(ends), [1, 3]);
  assert.deepEqual(['2020-01-01', '2024-12-31', '2025-01-01', '2030-01-01'].map((d) => stepOf(ends, d)), [0, 1, 2, 3]);
  assert.deepEqual([-5, 4, 6, 14, 99].map((x) => nearestStep([0, 10, 20], x)), [0, 0, 1, 1, 2]);
  assert.equal(nearestStep([7], 100), 0);
  assert.deepEqual(jumpSteps([{ at: '2025-01-31', p: 0.8, trace: '' }, { at: '1999-01-31', p: 0.9, trace: '' }], ends).map((j) => j.i), [2]);
  const rows = yearRows([standing('A', [0, 1, 2, 3], 'noon')], ends);
  assert.deepEqual(rows.map((r) => [r.end, r.v?.median ?? null, r.trace]), [['2024-12-31', 1, 'align|RUS|A|2024-12-31|votes|missing'], ['2025-02-28', null, '']]);
});

test('an interval at the end of the scale is a bound, and prints its inner end', () => {
  assert.deepEqual([0, 1, 2, 3].map((i) => edgeAt('hl.', i)), ['high', 'low', undefined, undefined]);
  const rows = yearRows([{ ...standing('A', [3.5, 3.5, 1, 1], 'oooo'), edges: '.h..' }, { ...standing('B', [3.95, 3.95, -3.95, -3.95], 'xxxx'), edges: '...l' }], ends);
  assert.deepEqual(rows.map((r) => r.level), ['yes, at least +2.50', 'yes', 'extrapolated', 'extrapolated, at most −2.95'], 'the letters decide, not the numbers');
  assert.equal(alignmentWords.printed({ median: 3.5, q05: 2.74, q95: 3.95, edge: 'high' }), 'at least +2.74');
  assert.equal(alignmentWords.printed({ median: -3.5, q05: -3.95, q95: -2.5, edge: 'low' }), 'at most −2.50');
});

test('numbers in words never claim certainty and never show a minus zero', () => {
  assert.deepEqual([0.42, -1.1, -0.001, 0].map((v) => signed(v)), ['+0.42', '−1.10', '0.00', '0.00']);
  assert.deepEqual([1, 0, 0.94].map(chance), ['over .99', 'under .01', '.94']);
});

test('labels of the axis that would touch stand above each other', () => {
  assert.deepEqual(stagger([{ x: 20, width: 40 }, { x: 50, width: 40 }, { x: 100, width: 40 }]), [0, 1, 0]);
});

test('a choice of evidence and its address', () => {
  const channels = (...on: string[]) => ['votes', 'reactions', 'statements', 'events'].map((name) => ({ name, label: name, on: on.includes(name), n: 1 })) as never;
  assert.equal(switched(channels('votes', 'reactions', 'statements'), 'events'), 'votes,reactions,statements,events');
  assert.equal(switched(channels('votes', 'reactions', 'statements', 'events'), 'events'), null, 'the usual evidence stays out of the address');
  assert.equal(switched(channels('votes'), 'votes'), undefined, 'one kind must stay');
  assert.deepEqual([{}, { absence: 'missing' }, { absence: 'own' }, { channels: 'votes' }].map((q) => unusual(q as Record<string, string>)), [false, false, true, true]);
});

test('observations under the trend never hide one another, and the heaviest is the largest', () => {
  const item = (when: string, weight: number) => ({ key: when + weight, when, weight, kind: 'vote', title: '', hub: '', state: '', position: 'with', margin: true, trace: '' }) as never;
  const placed = placeItems([item('2022-03-02', -0.2), item('2022-03-04', 0.05), item('2022-03', 0.1)], (t) => (t - 2020) * 40);
  assert.equal(placed.length, 3);
  assert.deepEqual(placeItems([item('', 1)], (t) => t), [], 'what has no date has no place on the axis');
  assert.deepEqual(placed.toSorted((a, b) => b.size - a.size).map((p) => p.item.weight), [-0.2, 0.1, 0.05]);
  for (const p of placed) for (const q of placed) if (p !== q && p.level === q.level) assert.ok(Math.abs(p.x - q.x) >= p.size + q.size);
  assert.deepEqual(yearTicks(1992, 2026, 200), [2000, 2010, 2020]);
});
