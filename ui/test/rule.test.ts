// The strip of a rule: no case is left out, also where marks become bars; windows and days that nobody searched; what is said once.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RuleRun } from '../src/lib/types';
import { blanksOf, breakAt, casesOf, gaps, lanesOf, merge, searchedOf, yearAt } from '../src/screens/rule/cases';
import { brief } from '../src/screens/rule/numbers';
import { layLane } from '../src/screens/rule/strip';
import { axisOver } from '../src/screens/state/axis';

const dayOf = (n: number) => new Date(Date.UTC(2010, 0, 1 + n)).toISOString().slice(0, 10);
const span = (n: number) => ({ first: dayOf(n), last: dayOf(n) });

/** A run with so many triggers; every second is answered three days later. */
function runOf(n: number, apart: number, more: Partial<RuleRun> = {}): RuleRun {
  const triggers = Array.from({ length: n }, (_, i) => ({ id: `t${i}@KGZ`, dyad: 'RUS/KGZ', day: dayOf(i * apart), when: span(i * apart), fate: i % 2 ? 'unanswered' : 'answered', searched: true, lag: i % 2 ? 0 : 3 }));
  const answered = triggers.flatMap((t, i) => (i % 2 ? [] : [{ id: `r${i}@KGZ`, dyad: 'RUS/KGZ', day: dayOf(i * apart + 3), when: span(i * apart + 3), fate: 'hit' }]));
  const pairs = answered.map((r) => ({ trigger: r.id.replace('r', 't'), response: r.id, lag: 3 }));
  return { figures: ['triggers', 'responses'].map((name) => ({ name, label: '', n, trace: name })), events: [], searched: [], observed: null, from: { triggers: '', responses: '' }, result: { denominator: 'register', triggers, responses: answered, pairs }, ...more } as unknown as RuleRun;
}

test('few cases: a mark each, an arc each pair, and the unanswered are drawn with a dot', () => {
  const run = runOf(20, 60);
  const [lane] = lanesOf(casesOf(run));
  const laid = layLane(lane, run.result.pairs!, axisOver(2010, 2014, 1000), 0, 10);
  assert.equal(laid.bin, 0);
  assert.equal(laid.marks.length, 30);
  assert.equal(laid.arcs.length, 10);
  assert.deepEqual([laid.marks.filter((m) => m.look === 'vain').length, laid.marks.filter((m) => m.look === 'full').length], [10, 20]);
  assert.ok(laid.marks.every((m) => m.trace), 'each leads somewhere, also where its event is not told');
});

test('more marks than fit become bars of a number of days, and none is lost', () => {
  const run = runOf(4000, 1);
  const [lane] = lanesOf(casesOf(run));
  const began = performance.now();
  const laid = layLane(lane, run.result.pairs!, axisOver(2010, 2021, 1000), 0, 10);
  assert.ok(performance.now() - began < 250, `${performance.now() - began} ms`);
  assert.ok(laid.bin > 1);
  assert.ok(laid.marks.length < 400, `${laid.marks.length} marks`);
  const counted = (step: boolean) => laid.marks.filter((m) => m.step === step).reduce((n, m) => n + Number(/: ([\d,]+) (trigger|response)/.exec(m.words)?.[1] ?? 1), 0);
  assert.deepEqual([counted(true), counted(false)], [4000, 2000]);
  assert.ok(laid.marks.every((m) => m.bar && m.bar.full <= m.bar.h + 1e-9));
  assert.ok(laid.marks.filter((m) => m.step).every((m) => m.bar!.full < m.bar!.h), 'unanswered triggers leave their bar hollow in part');
});

test('a few triggers in one week overlap, and are still marks with arcs', () => {
  const run = runOf(10, 0.5);
  const [lane] = lanesOf(casesOf(run));
  const laid = layLane(lane, run.result.pairs!, axisOver(2005, 2019, 360), 0, 10);
  assert.equal(laid.bin, 0);
  assert.equal(laid.marks.length, 15);
  assert.equal(laid.arcs.length, 5);
  assert.equal(new Set(laid.marks.map((m) => `${m.x} ${m.y}`)).size, 15, 'none lies on another');
  assert.ok(laid.marks.every((m) => m.y > 0 && m.y < laid.height));
});

test('windows of neighbouring triggers join', () => {
  const run = runOf(3, 5);
  const [lane] = lanesOf(casesOf(run));
  const path = (dt: number) => layLane(lane, [], axisOver(2010, 2011, 1000), 0, dt).windows.split('M').length - 1;
  assert.deepEqual([path(10), path(1)], [1, 3]);
});

test('what was searched, and what was not', () => {
  const log = [{ by: 'a', where: 'b', from: '2010-01-01', to: '2010-06-30', states: ['KGZ'] }, { by: 'a', where: 'b', from: '2010-09', to: '2010-12', states: [] }];
  const run = runOf(2, 5, { searched: log });
  const seen = searchedOf(run, 'RUS/KGZ')!;
  assert.equal(seen.length, 2);
  const blind = gaps(seen, 2010, 2012);
  assert.deepEqual(blind.map(([a, b]) => [Math.round((a - 2010) * 365), Math.round((b - 2010) * 365)]), [[181, 243], [365, 730]]);
  assert.equal(searchedOf(run, 'RUS/ARM')!.length, 1, 'a line without states holds for all');
  assert.equal(searchedOf(runOf(1, 1), 'RUS/KGZ'), null, 'nobody said which days: nothing is hatched');
  const none = runOf(1, 1);
  none.result.denominator = 'none';
  assert.deepEqual(searchedOf(none, 'RUS/KGZ'), [], 'no denominator: nothing was searched');
  assert.deepEqual(merge([[3, 4], [1, 2], [1.5, 3]]), [[1, 4]]);
});

test('days that a data set does not cover were not searched, though no search log says so', () => {
  const observed = [{ dyad: 'RUS/KGZ', from: '2010-01-01', to: '2010-12-31' }, { dyad: 'RUS/KGZ', from: '2013-01-01', to: '2013-12-31' }, { dyad: 'RUS/ARM', from: '2010-06-01', to: '2011-06-30' }];
  const run = runOf(2, 5, { observed });
  assert.deepEqual(gaps(searchedOf(run, 'RUS/KGZ')!, 2010, 2014).map(([a, b]) => [Math.round(a * 10) / 10, Math.round(b * 10) / 10]), [[2011, 2013]]);
  assert.deepEqual(searchedOf(run, 'RUS/UKR'), [], 'observed nowhere');
  assert.deepEqual(blanksOf(run), [{ from: '2011-07-01', to: '2012-12-31' }], 'where no pair of states was watched');
  assert.deepEqual(blanksOf(runOf(1, 1)), []);
  assert.deepEqual(['2011-01-01', '2011-02-20', '2011-04-01', '2011-12-01'].map((d) => breakAt(['2011-01-01', '2011-04-01', '2012-01-01'], 91, d)), [0, 1, 1, 2]);
});

test('days as decimal years, and a reason that is said once', () => {
  assert.equal(yearAt('2010-01-01'), 2010);
  assert.equal(brief('not offered: nobody looked', 'nobody looked', 'as above'), 'not offered, as above');
  assert.equal(brief('not offered: other', 'nobody looked', 'as above'), 'not offered: other');
  assert.equal(brief('nobody looked', 'nobody looked', 'as above'), 'nobody looked');
});
