// The rule's file as fields: what is written is read back, and nothing else is touched.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseClass, valuesOf, withValues, writeClass } from '../src/screens/ruleform/classes';
import usual from '../../casebook/testdata/usual.yml?raw';
import { keyAt, keys, lineOf, listOf, searchesOf, setList, setSearches, setValue, slugOf, valueOf } from '../src/screens/ruleform/lines';

const file = `# a rule of ours
rule: bans
title: "Bans: again"
hub: RUS
trigger: type=AGREE actor=state # who else
response: actor=hub target=state
dyads: [RUS/ARM, RUS/KGZ]
window: P60D
from: 2019
to: 2025
searched:
  - by: Ana
    where: 'the agency''s register'
    from: 2019-01-01
    to: 2025-12-31
    states: [ARM, KGZ]
  - by: Ben
    where: papers
    from: 2020
    to: 2021
strata: blocks
`;

test('values, lists and searches are read', () => {
  assert.equal(valueOf(file, 'title'), 'Bans: again');
  assert.equal(valueOf(file, 'trigger'), 'type=AGREE actor=state');
  assert.equal(valueOf(file, 'exploratory'), '');
  assert.deepEqual(listOf(file, 'dyads'), ['RUS/ARM', 'RUS/KGZ']);
  assert.deepEqual(searchesOf(file).map((s) => [s.by, s.where, s.states.length]), [['Ana', "the agency's register", 2], ['Ben', 'papers', 0]]);
});

test('a field writes its own lines and no others', () => {
  const changed = setValue(file, 'window', 'P30D');
  assert.equal(changed, file.replace('P60D', 'P30D'));
  assert.equal(setValue(file, 'trigger', 'actor=state'), file.replace('type=AGREE actor=state', 'actor=state'), 'the comment stays');
  assert.equal(setList(file, 'dyads', []), file.replace('dyads: [RUS/ARM, RUS/KGZ]\n', ''));
  assert.equal(setSearches(file, []), file.replace(/searched:[^]*2021\n/, ''));
  assert.equal(setSearches(file, searchesOf(file)).replace("the agency's register", "'the agency''s register'"), file);
});

test('a key that is new stands at its place; a needed one stays when emptied, another goes', () => {
  assert.match(setValue(file, 'lag', '3'), /KGZ\]\nlag: 3\nwindow/);
  assert.match(setValue(file, 'fork_of', 'old'), /strata: blocks\nfork_of: old\n/);
  assert.match(setValue('', 'title', 'x'), /^title: x/);
  assert.match(setValue(file, 'hub', ''), /\nhub:\n/);
  assert.doesNotMatch(setValue(file, 'strata', ''), /strata/);
});

test('what is typed comes back letter by letter, whatever it is', () => {
  const odd = ['a', 'a ', ' a', 'a: b', 'a:', '"a', "'a'", '#a', 'a #b', '- a', '[a]', 'ünï “x”', 'a\\b', 'true, or not?', '{', '0'];
  for (const value of odd) assert.equal(valueOf(setValue(file, 'title', value), 'title'), value, JSON.stringify(value));
  const log = odd.map((by) => ({ by, where: by, from: '2020', to: '2021', states: [] }));
  assert.deepEqual(searchesOf(setSearches(file, log)), log);
});

test('lines and keys find each other', () => {
  assert.equal(keyAt(file, 3), 'title');
  assert.equal(keyAt(file, 14), 'searched');
  assert.equal(lineOf(file, 'searched'), 11);
  assert.equal(lineOf(file, 'lag'), 0);
});

test('a class is terms; the order of the file is that of the usual form', () => {
  const text = 'type=COOPERATE context=military actor=state target=TUR or instrument!=arrest actor=hub target=state';
  const read = parseClass(text);
  assert.ok(read);
  assert.equal(writeClass(read), text);
  assert.deepEqual(valuesOf(read[1], 'instrument', true), ['arrest']);
  assert.equal(writeClass([withValues(read[0], 'target', false, [])]), 'type=COOPERATE context=military actor=state');
  assert.equal(writeClass([withValues(read[0], 'target', false, ['EU, NATO'])]), 'type=COOPERATE context=military actor=state target=EU-NATO');
  assert.equal(parseClass('type=A type=B'), null);
  assert.equal(parseClass('nonsense'), null);
  assert.deepEqual(parseClass(''), [[]]);
});

test('an identifier from a title', () => {
  assert.equal(slugOf('Import bans, after Türkiye’s drones!'), 'import-bans-after-turkiyes-drones');
  assert.equal(slugOf('—'), '');
});

test('keys stand in the order in which the program writes them', () => {
  assert.deepEqual([...usual.matchAll(/^([a-z_]+):/gm)].map((m) => m[1]), [...keys]);
});
