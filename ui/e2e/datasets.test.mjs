// Event data is imported beside the ledger: Sources says what it is and what its silence means, the form of rules offers it,
// a rule runs on it, and no figure of the ledger changes by it.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { accessibility, launch, page, shot } from './browser.mjs';
import { ask, repository, run, start } from './program.mjs';
import { plant } from './register.mjs';
import { computed, drawn, fill, open, plain, press, tabTo } from './walk.mjs';

let program, browser, one, before_;
before(async () => {
  program = await start();
  browser = await launch();
  one = await page(browser);
});
after(async () => {
  await browser?.close();
  await program?.stop();
});
const data = () => one.locator('section', { has: one.getByRole('heading', { name: 'Event data' }) });
const stock = async () => (await ask(program.url, '/api/v1/home')).stock.map((f) => [f.name, f.n]).filter(([name]) => name !== 'rule');

test('without event data Sources says what would bring it, and that a report is no event', async () => {
  await open(one, `${program.url}/sources`);
  const words = plain(await data().innerText());
  assert.match(words, /No event data is imported/);
  assert.match(words, /orrery import icews FILE/);
  assert.match(words, /A report is never an event of this ledger/);
  before_ = await stock();
  assert.deepEqual(one.faults, []);
});

test('imported sets say what they hold, which days they cover and what their silence means', async () => {
  await plant(program.data);
  await run(program.data, 'import', 'icews', join(repository, 'internal/dataset/icews/testdata/events.tab'));
  const { sets } = await ask(program.url, '/api/v1/datasets');
  assert.deepEqual(sets.map((s) => s.id).sort(), ['icews', 'made-up']);
  await open(one, `${program.url}/sources`);
  const hash = createHash('sha256').update(await readFile(join(program.data, 'made-up.csv'))).digest('hex');
  for (const set of sets) {
    const part = one.locator(`#set-${set.id}`);
    const words = plain(await part.innerText());
    assert.ok(words.includes(`${set.reports.toLocaleString('en-GB')} reports`), words);
    assert.ok(words.includes(plain(set.denominator_why)), words);
    assert.match(words, /Days on which a missing report means that none was made: /);
    assert.ok(await part.locator('.strip .covered').count(), 'the days covered are drawn');
    for (const one of await part.locator('summary').all()) await one.click();
  }
  const made = plain(await one.locator('#set-made-up').innerText());
  assert.match(made, /1 Jan 2005 to 31 Dec 2019 for KAZ, KGZ, TJK, UZB/);
  assert.ok(made.includes(hash), 'the hash of the file stands there');
  const icews = sets.find((s) => s.id === 'icews');
  const names = plain(await one.locator('#set-icews').innerText());
  assert.ok(icews.unmapped.length > 0);
  for (const u of icews.unmapped) assert.ok(names.includes(plain(u.name)), `${u.name} has no state and is not listed`);
  for (const { colorScheme, width } of ['light', 'dark'].flatMap((c) => [1280, 768, 380].map((w) => ({ colorScheme: c, width: w })))) {
    await one.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await one.setViewportSize({ width, height: 900 });
    await drawn(one);
    await shot(one, `datasets-${colorScheme}-${width}`);
    const [wide, room] = await one.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(wide <= room, `the page is ${wide} px wide in a window of ${room}`);
    assert.deepEqual(await accessibility(one), [], `${colorScheme} ${width}`);
  }
  await one.setViewportSize({ width: 1280, height: 900 });
  assert.deepEqual(await stock(), before_, 'no figure of the ledger changes by reports');
  assert.deepEqual(one.faults, []);
});

test('the form offers the sets, by keyboard, and the line names them', async () => {
  await open(one, `${program.url}/pressure/new`);
  await fill(one, [['Title', 'Notices after visits'], ['First day', '2010'], ['Last day', '2019']]);
  for (const label of ['Triggers come from', 'Responses come from']) {
    await tabTo(one, label);
    const choices = await one.evaluate(() => [...document.activeElement.options].map((o) => o.value));
    assert.deepEqual(choices.toSorted(), ['', 'icews', 'made-up']);
    for (let i = 0; i < choices.indexOf('made-up'); i++) await press(one, 'ArrowDown');
  }
  await one.getByText('triggers from the reports of made-up; responses from the reports of made-up').waitFor();
  assert.match(await one.getByLabel('Text of the rule').inputValue(), /\ntriggers_from: made-up\nresponses_from: made-up\nstrata: blocks\n/);
  assert.deepEqual(one.faults, []);
});

test('rules on the register: the list tells a system from what its placebo kills, and the home card tells it too', async () => {
  for (const slug of ['planted', 'seasonal', 'thin']) await run(program.data, 'rule', 'run', slug, '--seed', '1');
  await open(one, `${program.url}/pressure`);
  const label = async (slug) => plain(await one.locator(`tr[data-row="${slug}"] td`).nth(1).innerText());
  assert.match(await label('planted'), /^system/);
  assert.match(await label('seasonal'), /^coincidence not excluded/);
  assert.match(await label('thin'), /^coincidence not excluded/);
  assert.match(plain(await one.locator('h1').innerText()), /3 of 8 rules were run: one is called a system, for 2 coincidence is not excluded/);
  assert.match(plain(await one.locator('main').innerText()), /3 different rules were ever run in this ledger/);
  assert.match(plain(await one.locator('tr[data-row="thin"]').innerText()), /too few to test/);
  const { rules } = await ask(program.url, '/api/v1/rules');
  const planted = rules.find((r) => r.slug === 'planted');
  assert.ok(plain(await one.locator('tr[data-row="planted"]').innerText()).includes(plain(planted.runs[0].p_text)));
  await one.locator('tr[data-row="planted"] a[data-trace$="|triggers"]').click();
  await one.locator('dialog[open] .figure').waitFor();
  assert.match(plain(await one.locator('dialog[open]').innerText()), new RegExp(`Rests on ${planted.runs[0].triggers} `));
  await press(one, 'Escape');
  await shot(one, 'rules-register-light-1280');
  await open(one, program.url);
  await computed(one);
  const card = one.locator('main li', { has: one.getByRole('heading', { name: 'Is there a pattern of pressure?' }) });
  assert.match(plain(await card.innerText()), /system/);
  await card.getByRole('link', { name: 'Open Pressure' }).click();
  await one.waitForURL('**/pressure');
  assert.deepEqual(one.faults, []);
});
