import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csv } from '../src/lib/csv';
import { splitLead } from '../src/lib/lead';
import { moments } from '../src/lib/moments';
import { cellWords, shapeOf } from '../src/lib/mark';
import { chooseRows } from '../src/lib/matrix';
import type { Cell, LitmusMatrix } from '../src/lib/types';
import { readDate, readMoment, readTime, readWindow } from '../src/lib/when';

const cell = (c: Partial<Cell>): Cell => ({
  state: 'KAZ', presence: 'answered', position: 'with', timing: 'in-time', vote: '', contested: false, records: 1, sources: 2, quotes: 0, otherwise: 0, trace: 't', ...c,
});

test('the four looks of missing are four marks', () => {
  const looks = [
    cell({ presence: '', position: '' }), cell({ presence: 'not-searched', position: '' }),
    cell({ presence: 'silent-searched', position: 'silent' }), cell({ presence: 'not-applicable', position: '' }),
    cell({ presence: 'silent-reported', position: 'silent' }), cell({ presence: 'absent', position: 'absent', vote: 'absent' }),
  ].map((c) => shapeOf(c).glyph);
  assert.equal(new Set(looks).size, looks.length, looks.join());
});
test('to abstain is not to be absent, and late is not silent', () => {
  assert.equal(cellWords(cell({ vote: 'abstain', position: 'neutral' })), 'abstained, neutral');
  assert.equal(cellWords(cell({ vote: 'absent', position: 'absent', presence: 'absent' })), 'did not vote');
  assert.equal(cellWords(cell({ timing: 'late' })), 'with, late');
});
test('a vote without a hub to compare with is shown as given, not as silence', () => {
  const c = cell({ vote: 'yes', position: '' });
  assert.equal(shapeOf(c).glyph, 'said');
  assert.match(cellWords(c), /^voted yes, nothing of the hub/);
});
test('the headline ends with the sentence that holds the first figure', () => {
  const { lead, rest } = splitLead([{ text: 'A vote: Moscow voted no. Of ' }, { text: '14', trace: 'a' }, { text: ' states, ' }, { text: '6', trace: 'b' }, { text: ' voted yes (it said). All of them. ' }, { text: '7', trace: 'c' }, { text: ' more.' }]);
  assert.equal(lead.map((c) => c.text).join(''), 'A vote: Moscow voted no. Of 14 states, 6 voted yes (it said).');
  assert.equal(rest.map((c) => c.text).join(''), 'All of them. 7 more.');
});
test('a sentence is never cut inside a number or a date', () => {
  const s = [{ text: 'In 2.5 days, on 2022-03-02, ' }, { text: '3', trace: 'a' }, { text: ' of 14 (A/RES/ES-11/1) answered.' }];
  assert.deepEqual(splitLead(s), { lead: s, rest: [] });
});
test('a cell of a table cannot run in a spreadsheet', () => {
  assert.equal(csv(['a', 'b'], [['=HYPERLINK("x")', -3], ['x,"y"', null]]), 'a,b\r\n"\'=HYPERLINK(""x"")",-3\r\n"x,""y""",\r\n');
});
test('rows by a state go from with to against, and what is missing last', () => {
  const row = (key: string, t0: string, position: Cell['position']) => ({ item: { key, kind: 'item', t0, hub: { code: 'RUS', name: 'Russia' } } as never, cells: [cell({ position })], expected: 2, answered: 1 });
  const m = { states: [{ code: 'KAZ', name: 'Kazakhstan' }], rows: [row('a', '2020', 'against'), row('b', '2021', ''), row('c', '2022', 'with'), row('d', '2023', 'with')] } as unknown as LitmusMatrix;
  const keys = (sort: string) => chooseRows(m, { kind: '', hub: '', sort }).map((r) => r.item.key).join('');
  assert.equal(keys('KAZ'), 'dcab');
  assert.equal(keys('newest'), 'dcba');
  assert.equal(keys('oldest'), 'abcd');
});
test('dates and windows in words', () => {
  assert.equal(readDate('2025-12-31'), '31 Dec 2025');
  assert.equal(readDate('2014~'), 'about 2014');
  assert.equal(readDate('2014/..'), 'since 2014');
  assert.equal(readTime('2026-02-03T10:12:59Z'), '3 Feb 2026, 10:12 UTC');
  assert.equal(readWindow('P1M'), '1 month');
  assert.equal(readWindow('PT24H'), '24 hours');
  assert.equal(readWindow('P0D'), 'the same day');
});

test('moments before something was written: a reading said once, a minute of many changes from its start', () => {
  const list = moments(
    [{ read: '2026-11-21T10:12:30.500Z', title: 'A talk' }],
    [{ at: '2026-11-21T10:12:30.500Z', n: 1, what: 'document added' }, { at: '2026-11-21T10:20:05.250Z', n: 1, what: 'stance accepted' },
      { at: '2026-11-21T09:00:41.000Z', n: 80, what: '80 votes' }],
  );
  assert.deepEqual(list.map((m) => m.at), ['2026-11-21T10:20:05.249Z', '2026-11-21T10:12:30.499Z', '2026-11-21T08:59:59.999Z']);
  assert.match(list[1].what, /A talk/);
  assert.equal(readMoment('2026-11-21T10:12:30.499Z'), '21 Nov 2026, 10:12:30 UTC');
  assert.equal(readMoment('2026-11-21'), '21 Nov 2026, end of day UTC');
});
