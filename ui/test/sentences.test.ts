import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moveEdge, sentencesOf } from '../src/screens/reader/sentences';

test('sentences stay inside blocks and leave white space out', () => {
  const text = 'A headline\n\nOne here.  Two\nruns on. Три!\n';
  const blocks = [{ start: 0, end: 10 }, { start: 12, end: text.length }];
  assert.deepEqual(sentencesOf(text, blocks, 'en').map((s) => text.slice(s.start, s.end)), ['A headline', 'One here.', 'Two\nruns on.', 'Три!']);
});

test('an edge moves by words, never past the other edge nor out of the text', () => {
  const text = 'One two three four.';
  const all = { start: 0, end: text.length };
  const cut = (s: { start: number; end: number }) => text.slice(s.start, s.end);
  assert.equal(cut(moveEdge(text, all, 'end', -1, all)), 'One two three four');
  assert.equal(cut(moveEdge(text, all, 'start', 1, all)), 'two three four.');
  assert.equal(cut(moveEdge(text, { start: 4, end: 7 }, 'end', 1, all)), 'two three');
  assert.equal(cut(moveEdge(text, { start: 4, end: 7 }, 'end', -1, all)), 'two');
  assert.equal(cut(moveEdge(text, { start: 4, end: 18 }, 'end', 1, all)), 'two three four.');
});
