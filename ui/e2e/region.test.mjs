// Another region is another folder: the Western Balkans through the same binary and the same screens.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { accessibility, launch, page, shot } from './browser.mjs';
import { ask, repository, start } from './program.mjs';
import { computed, open, plain, press, sentence, settled, told } from './walk.mjs';

let program, browser, one;
before(async () => {
  program = await start('--casebook', join(repository, 'casebook/testdata/balkans'));
  browser = await launch();
  one = await page(browser);
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

/** Opens a screen, holds its sentence against the API, takes a picture and returns all its words. */
async function screen(path, api, name) {
  await open(one, program.url + path);
  await computed(one);
  const view = api && (await ask(program.url, api));
  if (view?.sentence) assert.ok((await sentence(one)).includes(told(view.sentence)), path);
  const words = plain(await one.locator('body').innerText());
  assert.doesNotMatch(words, /post-Soviet|around Moscow|Yerevan|Kazakhstan|Russia's/, `${path} knows another region`);
  assert.deepEqual(await accessibility(one), [], path);
  await shot(one, `region-${name}`);
  return { view, words };
}

test('home and the six states', async () => {
  const { words, view } = await screen('/', '/api/v1/home', 'home');
  assert.match(words, /the Western Balkans/);
  assert.equal(view.hub.code, 'EU');
  const { view: list, words: states } = await screen('/states', '/api/v1/states', 'states');
  assert.deepEqual(list.states.map((s) => s.code), ['SRB', 'MNE', 'BIH', 'MKD', 'ALB', 'KOS']);
  for (const s of list.states) assert.ok(states.includes(s.name), s.name);
});

test('litmus: the matrix and an item', async () => {
  const { view } = await screen('/litmus', '/api/v1/litmus', 'litmus');
  assert.deepEqual(view.states.map((s) => s.code), ['SRB', 'MNE', 'BIH', 'MKD', 'ALB', 'KOS']);
  const item = await screen('/litmus/wb-sanctions-2022', '/api/v1/litmus/wb-sanctions-2022', 'item');
  const by = Object.fromEntries([...item.view.expected, ...item.view.others].map((a) => [a.state, a.position]));
  assert.deepEqual({ SRB: by.SRB, BIH: by.BIH, MNE: by.MNE, ALB: by.ALB }, { SRB: 'against', BIH: 'neutral', MNE: 'with', ALB: 'with' });
  assert.match(await sentence(one), /Brussels/, 'the hub is named by its capital');
});

test('an item whose hub is another one', async () => {
  await open(one, `${program.url}/litmus/wb-aggression-vote-2022`);
  const view = await ask(program.url, '/api/v1/litmus/wb-aggression-vote-2022');
  assert.equal(view.item.hub.code, 'RUS');
  assert.equal(await sentence(one), told(view.sentence));
  await shot(one, 'region-vote');
});

test('a state', async () => {
  await screen('/states/SRB', '/api/v1/states/SRB', 'state');
});

test('alignment: one roll call places nobody, and no screen shows a number', async () => {
  const { view, words } = await screen('/alignment', '/api/v1/alignment', 'alignment');
  assert.deepEqual(view.states.map((s) => s.state.code), ['SRB', 'MNE', 'BIH', 'MKD', 'ALB', 'KOS']);
  assert.ok(view.states.every((s) => s.levels.endsWith('n')), 'this test is about too little evidence');
  assert.equal(words.match(/not enough evidence/g)?.length >= 6, true, words);
  assert.equal(await one.locator('main ol .interval').count(), 0, 'a mark stands on the scale');
  assert.match(words, /At no month is there enough evidence/);
  await screen('/alignment/SRB', '', 'dyad');
  await screen('/world', '/api/v1/world', 'world');
});

test('pressure: empty, and it says what would fill it', async () => {
  const { view, words } = await screen('/pressure', '/api/v1/pressure', 'pressure');
  assert.equal((view.episodes ?? []).length, 0);
  assert.match(words, /episodes\.csv|casebook/, 'the empty state says what would fill it');
});

test('what is coded here appears here', async () => {
  await press(one, 'g', 'r');
  await one.waitForURL('**/reader');
  await settled(one);
  await one.getByLabel('Paste a text').fill('Serbia said again that it would not join the sanctions.\n\nNothing else happened.');
  await one.getByRole('button', { name: 'Read the text' }).click();
  await one.waitForURL(/\/reader\/[0-9a-f]{64}$/);
  await settled(one);
  await shot(one, 'region-reader');
  await screen('/search?q=sanctions', '', 'search');
  await screen('/sources', '/api/v1/sources', 'sources');
  assert.deepEqual(one.faults, []);
});
