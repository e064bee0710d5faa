import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matching } from '../src/screens/reader/match';

const options = [
  { code: 'KAZ', name: 'Kazakhstan', also: ['Казахстан', 'Қазақстан'] },
  { code: 'KGZ', name: 'Kyrgyzstan', also: ['Киргизия', 'Кыргызстан'] },
  { code: 'tokayev', name: 'Kassym-Jomart Tokayev', also: ['Касым-Жомарт Токаев'] },
  { code: 'erdogan', name: 'Recep Tayyip Erdoğan' },
];
const codes = (typed: string) => matching(options, typed).map((o) => o.code);

test('names in any script, by code, without accents', () => {
  assert.deepEqual(codes('Казах'), ['KAZ']);
  assert.deepEqual(codes('kgz'), ['KGZ']);
  assert.deepEqual(codes('Токаев'), ['tokayev']);
  assert.deepEqual(codes('erdogan'), ['erdogan']);
  assert.deepEqual(codes('Қазақ'), ['KAZ']);
});
test('the closest comes first and nothing fits nothing', () => {
  assert.equal(codes('ka')[0], 'KAZ');
  assert.deepEqual(codes('zzz'), []);
});
