// The world's map: codes of the ledger on the outlines, colours, and the way of the arrow keys.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alpha, shapes } from '../src/screens/world/shapes';
import { classOf, towards } from '../src/screens/world/walk';
import { worldRows, yearIndex } from '../src/screens/world/rows';
import type { WorldView } from '../src/lib/types';

const { all, height } = shapes(980);

test('outlines carry the codes that the ledger uses', () => {
  assert.deepEqual(['051', 398, '840', undefined, '999'].map(alpha), ['ARM', 'KAZ', 'USA', '', '']);
  for (const code of ['RUS', 'UKR', 'BLR', 'MDA', 'EST', 'LVA', 'LTU', 'ARM', 'AZE', 'GEO', 'KAZ', 'KGZ', 'TJK', 'TKM', 'UZB', 'TUR', 'CHN', 'IRN', 'IND', 'USA', 'FRA', 'DEU', 'GBR', 'POL']) {
    assert.equal(all.filter((s) => s.code === code).length, 1, code);
  }
  const codes = all.map((s) => s.code).filter(Boolean);
  assert.equal(new Set(codes).size, codes.length, 'no code twice');
  for (const name of ['Kosovo', 'Somaliland', 'N. Cyprus', 'Crimea']) assert.equal(all.find((s) => s.name === name)?.code, '', name);
});

test('every outline lies in the picture, and its mark in its own land', () => {
  for (const s of all) {
    assert.ok(s.d.startsWith('M') && !s.d.includes('NaN'), s.name);
    assert.ok(s.x >= 0 && s.x <= 980 && s.y >= 0 && s.y <= height, `${s.name} ${s.x} ${s.y}`);
  }
  const at = (code: string) => all.find((s) => s.code === code)!;
  assert.ok(at('USA').x < at('GBR').x && at('GBR').x < at('RUS').x && at('RUS').y < at('IND').y);
  assert.ok(at('FRA').y < at('TUN').y, 'France is marked in Europe, not in Guiana');
});

test('arrows go to the nearest state ahead, and stop at the edge', () => {
  const spots = [{ x: 0, y: 0 }, { x: 10, y: 1 }, { x: 11, y: 30 }, { x: 50, y: 0 }];
  assert.equal(towards(spots, 0, 'ArrowRight'), 1);
  assert.equal(towards(spots, 1, 'ArrowRight'), 3);
  assert.equal(towards(spots, 1, 'ArrowDown'), 2);
  assert.equal(towards(spots, 0, 'ArrowLeft'), -1);
  assert.equal(towards(spots, 0, 'a'), -1);
});

test('colour classes are symmetric, grey in the middle', () => {
  assert.deepEqual([-2, -1.5, -1, -0.5, -0.2, 0, 0.2, 0.5, 1, 1.5, 2].map(classOf), [-4, -3, -2, -1, 0, 0, 0, 1, 2, 3, 4]);
});

test('one year as rows: the highest first, who did not vote last and without a number or an id', () => {
  const s = (code: string, median: (number | null)[]) => ({ state: { code, name: code }, median, q05: median, q95: median, votes: median.map((m) => (m == null ? 0 : 3)), trace: `world|${code}|2001` });
  const v = { years: [2000, 2001], states: [s('A', [0, 1]), s('B', [null, 2]), s('C', [1, 0])] } as unknown as WorldView;
  assert.deepEqual(worldRows(v, 0).map((r) => [r.code, r.rank, r.median, r.trace]), [['C', 1, 1, 'world|C|2000'], ['A', 2, 0, 'world|A|2000'], ['B', null, null, '']]);
  assert.deepEqual(['2000', '1900', undefined].map((y) => yearIndex([2000, 2001], y)), [0, 1, 1]);
});
