// Dates on the axis of lanes: a date is drawn as long as it is uncertain, and no mark hides another.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axisOver, layIntervals, layRows } from '../src/screens/state/axis';
import { between, spanOf } from '../src/screens/state/span';

const close = (a: number | undefined, b: number) => assert.ok(a !== undefined && Math.abs(a - b) < 0.002, `${a} is not ${b}`);

test('what a date can be', () => {
  const day = spanOf('2025-07-02', 2026)!;
  close(day.from, 2025 + 182 / 365);
  assert.equal(day.exact, true);
  assert.deepEqual(spanOf('2025', 2026), { from: 2025, to: 2026, exact: false });
  const month = spanOf('2024-02', 2026)!;
  close(month.to - month.from, 29 / 366);
  assert.equal(spanOf('2025-12-31~', 2026)!.exact, false);
  assert.deepEqual(spanOf('201X', 2026), { from: 2010, to: 2020, exact: false });
  assert.deepEqual(spanOf('2014/2016', 2026), { from: 2014, to: 2017, exact: false });
  assert.equal(spanOf('2014/..', 2026)!.to, 2026);
  assert.equal(spanOf('', 2026), null);
  close(spanOf('2025-12', 2027)!.to, 2026);
});

test('a term that has not ended reaches to now', () => {
  assert.equal(between('2018-05-08', '', 2026.9)!.to, 2026.9);
  close(between('1991', '1998-02-03', 2026)!.to, 1998 + 34 / 365);
  assert.equal(between('', '', 2026), null);
});

test('marks of one row never touch, and all are placed', () => {
  const axis = axisOver(1992, 2026, 1000);
  const marks = Array.from({ length: 120 }, (_, i) => ({ id: i, row: i % 3 ? 'a' : 'b', span: spanOf(`20${String(i % 20).padStart(2, '0')}-12-1${i % 9}`, 2026)! }));
  const { placed, height } = layRows(marks, ['a', 'b'], axis, 10);
  assert.equal(placed.length, marks.length);
  for (const p of placed) {
    assert.ok(p.y > 0 && p.y < height);
    for (const q of placed) if (p !== q && p.y === q.y) assert.ok(Math.abs(p.x - q.x) >= 9.99, 'two marks overlap');
  }
});

test('a narrow window scrolls rather than crowds the years', () => {
  assert.ok(axisOver(1991, 2026, 300).width > 300);
  assert.equal(axisOver(1991, 2026, 1200).width, 1200);
});

test('intervals of one row do not overlap', () => {
  const axis = axisOver(1991, 2026, 1000);
  const terms = [['1991', '1998'], ['1998', '2008'], ['2007', '2010'], ['2025-06', '']].map(([a, b]) => ({ row: 'head of state', label: 'A name', span: between(a, b, 2026)! }));
  const { placed, rows } = layIntervals(terms, axis, () => 60);
  assert.ok(rows >= 2);
  for (const p of placed) for (const q of placed) if (p !== q && p.row === q.row) assert.ok(p.right <= q.left + 1 || q.right <= p.left + 1);
});
