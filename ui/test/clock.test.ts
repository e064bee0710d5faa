import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axis, timesDiffer } from '../src/lib/clock';
import { stretchOf } from '../src/lib/span';

const day = 86_400_000;
const at = (iso: string) => Date.parse(iso);

test('a date is as long as it is uncertain', () => {
  assert.deepEqual(stretchOf('2025-12-31'), [at('2025-12-31'), at('2026-01-01')]);
  assert.deepEqual(stretchOf('2025-12'), [at('2025-12-01'), at('2026-01-01')]);
  assert.deepEqual(stretchOf('2024~'), [at('2024-01-01'), at('2025-01-01')]);
  assert.deepEqual(stretchOf('201X'), [at('2010-01-01'), at('2020-01-01')]);
  assert.deepEqual(stretchOf('2025-12-29T18:00Z'), [at('2025-12-29T18:00Z'), at('2025-12-29T18:00Z')]);
  assert.deepEqual(stretchOf('2014/2016-03'), [at('2014-01-01'), at('2016-04-01')]);
});
test('what has no bound cannot be placed', () => {
  for (const edtf of ['', '2014/..', '../2014', 'soon']) assert.equal(stretchOf(edtf), null, edtf);
});
test('an answer on the last day of a window of days lies wholly inside it', () => {
  const last = stretchOf('2025-12-31')!, next = stretchOf('2026-01-01')!;
  const a = axis('2025-12-29', 'P2D', [last, next])!;
  assert.ok(a.x(last[1]) <= a.window!.sure);
  assert.ok(a.x(next[0]) >= a.window!.sure);
  assert.deepEqual(a.labels.map((l) => l.words), ['0', '+1 d', '+2 d', '+3 d']);
});
test('a window of hours from a day is sure from its first hour and possible from its last', () => {
  const a = axis('2025-12-29', 'PT24H', [stretchOf('2025-12-31')!])!;
  assert.equal(a.window!.sure, a.x(at('2025-12-30')));
  assert.equal(a.window!.maybe, a.x(at('2025-12-31')));
});
test('a month after 31 January ends with February', () => {
  const a = axis('2025-01-31', 'P1M', [stretchOf('2025-03-05')!])!;
  assert.equal(a.window!.sure, a.x(at('2025-03-01')));
});
test('answers years away leave the window readable, and it says that time is compressed', () => {
  const a = axis('2022-02-21', 'P2D', [stretchOf('2016-01-01')!, stretchOf('2022-02-22')!, stretchOf('2025-01-01')!])!;
  assert.ok(a.broken);
  assert.ok(a.window!.sure - a.window!.from > 0.3);
  let before = -1;
  for (let t = at('2016-01-01'); t < at('2025-01-01'); t += 30 * day) {
    assert.ok(a.x(t) >= before, 'time never runs backwards');
    before = a.x(t);
  }
});
test('labels say whole months and years', () => {
  const words = axis('1992-05-15', '', [stretchOf('1992-05-15')!, stretchOf('1994-02-01')!])!.labels.map((l) => l.words);
  assert.deepEqual(words, ['0', '+6 mo', '+1 y', '+18 mo']);
});
test('no window, no shade', () => assert.equal(axis('2024-03-22', '', [])!.window, null));
test('a clock is drawn only where times tell something', () => {
  const vote = (when: string) => ({ presence: 'answered', when });
  assert.equal(timesDiffer([vote('2022-03-02'), vote('2022-03-02')], '2022-03-02'), false);
  assert.equal(timesDiffer([vote('2022-03-02'), vote('2022-03-03')], '2022-03-02'), true);
  assert.equal(timesDiffer([{ presence: 'silent-reported', when: '2022-03-09' }], '2022-03-02'), false);
  assert.equal(timesDiffer([vote('2022-03-03')], ''), false);
});
