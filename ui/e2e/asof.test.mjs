// The past stays what it was: the same item as known before the article was read, while it was a draft, and after.
// And the lens: fewer sources, other counts, and a word on how much is hidden.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, page, shot } from './browser.mjs';
import { code, put, read, stance } from './code.mjs';
import { ask, start } from './program.mjs';
import { seed } from './seed.mjs';
import { open, plain, press, sentence, settled, told } from './walk.mjs';

const item = 'residence-drones-2025';
let program, browser, hash, beforeAll, drafted, accepted;

before(async () => {
  program = await start();
  browser = await launch();
  beforeAll = new Date().toISOString();
  const document = await read(program.url, seed.path);
  hash = document.head.hash;
  const draft = await code(program.url, document, seed.reports, 'stance', stance('KAZ'));
  drafted = draft.at;
  accepted = (await put(program.url, draft, { status: 'accepted' })).at;
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

/** The item's screen under a scope, held against the API. */
async function litmus(query) {
  const path = `/litmus/${item}?${new URLSearchParams(query)}`;
  const view = await ask(program.url, `/api/v1${path}`);
  const one = await page(browser);
  await open(one, program.url + path);
  const shown = {
    sentence: await sentence(one),
    row: plain(await one.locator('tr[data-row="KAZ"]').innerText()),
    remark: (await one.locator('main .remark').count()) ? plain(await one.locator('main .remark').innerText()) : '',
  };
  assert.equal(shown.sentence, told(view.sentence));
  assert.deepEqual(one.faults, []);
  return { ...shown, view, one, kaz: view.expected.find((a) => a.state === 'KAZ') };
}

test('an item as known before, meanwhile and after', async () => {
  const then = await litmus({ as_of: beforeAll });
  const meanwhile = await litmus({ as_of: drafted });
  const later = await litmus({ as_of: accepted });
  const now = await litmus({});
  await shot(then.one, 'asof-before');
  await shot(later.one, 'asof-after');

  assert.deepEqual([then.kaz.records, then.kaz.quotes, then.view.drafts], [1, 0, 0]);
  assert.match(then.sentence, /None of these answers opens to a sentence/);
  assert.deepEqual([meanwhile.kaz.records, meanwhile.kaz.quotes, meanwhile.view.drafts], [1, 0, 1]);
  assert.deepEqual(meanwhile.view.counts.map((f) => f.n), then.view.counts.map((f) => f.n));
  assert.deepEqual([later.kaz.records, later.kaz.quotes, later.view.drafts], [2, 1, 0]);
  assert.match(later.sentence, /1 of these answers opens to a sentence/);
  assert.equal(later.sentence, now.sentence);
  assert.equal(later.row, now.row);
  assert.notEqual(then.row, now.row);
  assert.match(then.remark, /^As known on /, 'a past page says that it is one');
  assert.equal(now.remark, '', 'a page of now does not');
});

test('the past goes along from screen to screen, and back to now', async () => {
  const one = await page(browser);
  await open(one, `${program.url}/litmus/${item}?as_of=${beforeAll}`);
  await press(one, 'g', 'r');
  await one.waitForURL((u) => u.pathname === '/reader' && u.searchParams.get('as_of') === beforeAll);
  await settled(one);
  assert.match(await one.locator('main h1').innerText(), /^No document/, 'what was read later is not there');
  assert.equal(await one.locator('input[type="file"]').count(), 0, 'nothing can be read into the past');
  await one.getByRole('button', { name: 'Back to now' }).first().click();
  await one.waitForURL((u) => !u.searchParams.has('as_of'));
  await one.locator('main h1').filter({ hasText: '1 document read' }).waitFor();
  assert.deepEqual(one.faults, []);
});

test('a document of the past is read, not coded', async () => {
  const one = await page(browser);
  await open(one, `${program.url}/reader/${hash}?as_of=${drafted}`);
  await one.getByText('the past can be read, not changed').waitFor();
  assert.match(await one.locator('aside').innerText(), /stance, draft/, 'the record is the draft that it was');
  await press(one, 'j', 's');
  assert.equal(await one.getByRole('heading', { name: 'New stance' }).count(), 0);
  await press(one, 'n', 'y');
  assert.equal(await one.getByRole('button', { name: /^Accept/ }).count(), 0);
  assert.equal((await ask(program.url, `/api/v1/documents/${hash}`)).records.length, 1);
  await shot(one, 'asof-reader');
  const early = await page(browser);
  await early.goto(`${program.url}/reader/${hash}?as_of=${beforeAll}`);
  await early.locator('main h1').first().waitFor();
  assert.equal(await early.locator('main [data-start]').count(), 0, 'its text was not there yet');
});

test('the lens changes the counts and says how many records it hides', async () => {
  const all = await litmus({});
  const wire = await litmus({ lens: 'kind:wire' });
  await shot(wire.one, 'lens-wire');
  const counts = (v) => Object.fromEntries(v.view.counts.map((f) => [f.name, f.n]));
  assert.notDeepEqual(counts(wire), counts(all));
  assert.ok(counts(wire)['not-searched'] > counts(all)['not-searched']);
  const { hidden } = wire.view.scope;
  assert.ok(hidden > 0);
  assert.ok(wire.sentence.includes(`The source lens hides ${hidden} records.`), wire.sentence);
  assert.match(wire.remark, new RegExp(`hides ${hidden} records`));
  // A record that a lens hides is not one that the ledger does not have.
  const words = plain(await wire.one.locator('main').innerText());
  assert.doesNotMatch(words, /no answer in the ledger|nothing in the ledger|not searched/, 'under a lens');
});

test('the lens is chosen without a mouse', async () => {
  const one = await page(browser);
  await open(one, `${program.url}/litmus/${item}`);
  const before = await sentence(one);
  const trigger = one.getByRole('button', { name: 'all sources' });
  await trigger.focus();
  await press(one, 'Enter');
  const facet = one.getByRole('combobox', { name: 'Source lens' });
  await facet.focus();
  await one.keyboard.type('Kind');
  await press(one, 'Tab');
  await one.waitForFunction(() => document.activeElement.options?.length > 1);
  await one.keyboard.type('wire');
  await press(one, 'Tab', 'Tab', 'Enter'); // leave out, keep only
  await one.waitForURL((u) => u.searchParams.get('lens') === 'kind:wire');
  await one.waitForFunction((was) => document.querySelector('main .sentence')?.textContent !== was, before);
  await settled(one);
  assert.match(await sentence(one), /The source lens hides \d+ records/);
  await press(one, 'Escape');
  assert.equal(await one.locator('[aria-label="Source lens"][role="group"]').count(), 0, 'Escape closes the panel');
  assert.deepEqual(one.faults, []);
});

test('the moment before the article was read is one press away, on the day itself', async () => {
  const one = await page(browser);
  await open(one, `${program.url}/litmus/${item}`);
  await one.getByRole('button', { name: 'as of now' }).click();
  await one.getByRole('button', { name: /was read$/ }).first().click();
  await one.waitForURL((u) => u.searchParams.has('as_of'));
  await settled(one);
  const at = new URL(one.url()).searchParams.get('as_of');
  assert.match(at, /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/, 'the address keeps RFC 3339 in UTC');
  assert.ok(at < drafted && at.slice(0, 10) === drafted.slice(0, 10));
  const then = await ask(program.url, `/api/v1/litmus/${item}?as_of=${beforeAll}`);
  assert.equal(await sentence(one), told(then.sentence));
  assert.match(await one.getByRole('button', { name: /^as of/ }).innerText(), /\d{2}:\d{2}:\d{2} UTC/);
  assert.deepEqual(one.faults, []);
});
