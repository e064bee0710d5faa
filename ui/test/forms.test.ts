// What a form sends is the ledger's body: empty fields are left out, numbers are numbers, and what the form does not show stays.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { begin, bodyOf, forms, kinds, valuesOf } from '../src/screens/reader/forms';

const given = { voice: { name: 'A. Expert', role: 'interviewee' }, published: '2026-01', hub: 'RUS' };

test('a new form sends nothing that nobody entered', () => {
  assert.deepEqual(bodyOf('stance', begin('stance', given)), {});
  assert.deepEqual(bodyOf('event', begin('event', given)), { by: [] });
  assert.deepEqual(bodyOf('tie', begin('tie', given)), { hub: 'RUS' });
  assert.deepEqual(bodyOf('forecast', begin('forecast', given)), { author: 'A. Expert', published: '2026-01' });
  assert.deepEqual(bodyOf('statement', begin('statement', given)), { speaker: 'A. Expert', direct: true });
});

test('numbers are sent as numbers, words that are no number as they stand', () => {
  const tie = { ...begin('tie', given), value: '45,5', unit: 'percent' };
  assert.equal(bodyOf('tie', tie).value, 45.5);
  assert.equal(bodyOf('tie', { ...tie, value: 'many' }).value, 'many');
  assert.equal(bodyOf('statement', { ...begin('statement', given), polarity: '-2' }).polarity, -2);
  assert.equal(bodyOf('statement', { ...begin('statement', given), polarity: '0' }).polarity, 0);
  assert.equal(bodyOf('event', { ...begin('event', given), credibility: '2' }).credibility, 2);
});

test('editing keeps what the form does not show and drops what was emptied', () => {
  const body = { item: 'x', actor: 'KAZ', position: 'with', summary: 'Said so.', form: 'statement', search_log: [{ where: 'a', when: '2026' }], imported: true };
  const values = valuesOf('stance', body);
  assert.deepEqual(bodyOf('stance', values, body), body);
  const { form: _, ...rest } = body;
  assert.deepEqual(bodyOf('stance', { ...values, form: '' }, body), rest);
});

test('every kind has its fields once and something that is needed', () => {
  for (const kind of kinds) {
    const names = forms[kind].map((f) => f.name);
    assert.equal(new Set(names).size, names.length, kind);
    assert.ok(forms[kind].some((f) => f.need), kind);
  }
});
