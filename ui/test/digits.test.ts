// Rounding as the program rounds.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rounded } from '../src/lib/digits';

test('a value exactly between two goes to the even digit, others to the nearest', () => {
  for (const [v, text] of [[-1.625, '-1.62'], [0.625, '0.62'], [0.875, '0.88'], [0.375, '0.38'], [0.125, '0.12'], [2.735, '2.73'], [1.005, '1.00'], [0.994, '0.99'], [-0.004, '0.00'], [0, '0.00'], [-2.552, '-2.55'], [3, '3.00']] as const) {
    assert.equal(rounded(v), text, String(v));
  }
  assert.equal(rounded(0.0625, 3), '0.062');
});
