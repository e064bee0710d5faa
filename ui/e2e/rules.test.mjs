// A rule is written in the form, by keyboard, registered, run and forked; what is faulty is said at its line and nothing is
// lost. The claim of an interview, one step and one measure, stays what it is: one pair, and no pattern.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessibility, launch, page, shot } from './browser.mjs';
import { put, read, send } from './code.mjs';
import { ask, start } from './program.mjs';
import { seed } from './seed.mjs';
import { drawn, fill, focused, open, plain, press, settled, tabTo } from './walk.mjs';

const title = 'Farm imports after drones';
const slug = 'farm-imports-after-drones';
const line = 'After [context=military actor=state target=TUR] expect [instrument=import-ban,sanitary-ban actor=hub target=state] from day 0 through P60D; hub RUS; dyads RUS/KGZ; '
  + 'from 2015 to 2026-10; all sources; strata by blocks; no replication; no day declared as searched';

let program, browser, one;
before(async () => {
  program = await start();
  browser = await launch();
  one = await page(browser);
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

/** The row of a rule in the list, as its cells' words. */
async function row(name) {
  const cells = one.locator(`tr[data-row="${name}"] > *`);
  await cells.first().waitFor();
  return (await cells.allInnerTexts()).map(plain);
}
/** The words under "It reads", once the program has read the text as it stands. */
async function verdict(words) {
  const part = one.locator('section', { has: one.getByRole('heading', { name: 'It reads' }) });
  await part.filter({ hasText: words }).waitFor({ timeout: 10_000 });
  return plain(await part.innerText());
}
const text = () => one.getByLabel('Text of the rule');

test('a step and a measure are entered as events', async () => {
  const document = await read(program.url, seed.path);
  const bytes = Buffer.from(document.text);
  const act = async (body) => {
    const draft = await send(program.url, 'POST', '/api/v1/records', { kind: 'event', body: { credibility: 4, ...body }, document: document.head.hash, start: 0, end: bytes.indexOf('\n') });
    await put(program.url, draft, { status: 'accepted', why: 'as claimed' });
  };
  await act({ when: '2025-09-10', by: ['KGZ'], to: ['TUR'], type: 'COOPERATE', contexts: ['military'], instrument: 'arms-purchase', summary: 'More crews are trained for drones.' });
  await act({ when: '2025-09-25', by: ['RUS'], to: ['KGZ'], type: 'SANCTION', mode: 'discontinue', contexts: ['economic'], instrument: 'import-ban', summary: 'Some farm imports are limited.' });
});

test('a rule is written by keyboard alone, read along and registered', async () => {
  await open(one, `${program.url}/pressure`);
  assert.match(plain(await one.locator('h1').innerText()), /5 rules are written down; none has been run yet/);
  await tabTo(one, 'Write a rule');
  await press(one, 'Enter');
  await one.waitForURL('**/pressure/new');
  await settled(one);
  await verdict('Still empty: Identifier, Title, First day, Last day.');
  await fill(one, [['Title', title]]);
  assert.equal(await one.getByLabel('Identifier').inputValue(), slug, 'the identifier is made from the title');
  await fill(one, [['On whom', 'TUR'], ['Context', 'military']]);
  await tabTo(one, 'Or another kind'); // the end of the trigger
  await fill(one, [['Means', 'import-ban']]);
  await press(one, 'Enter');
  await one.keyboard.type('sanitary-ban');
  await press(one, 'Enter');
  await fill(one, [['First day', '2015'], ['Last day', '2026-10'], ['Dyads', 'RUS/KGZ']]);
  const read = await verdict(line);
  assert.match(read, /Hash of this line [0-9a-f]{64} It would be registered as farm-imports-after-drones\./);
  assert.match(read, /A rule is kept for good.*counts in the family/);
  assert.match(await text().inputValue(), /^rule: farm-imports-after-drones\ntitle: Farm imports after drones\nhub: RUS\ntrigger: context=military actor=state target=TUR\n/);
  await shot(one, 'rule-form-light-1280');
  await tabTo(one, 'Register the rule');
  await press(one, 'Enter');
  await one.waitForURL(`**/pressure/${slug}`);
  await settled(one);
  const { rule } = await ask(program.url, `/api/v1/rules/${slug}`);
  assert.equal(rule.line, line);
  assert.deepEqual(rule.runs, []);
  assert.deepEqual(one.faults, []);
});

test('it stands in the list, not run yet', async () => {
  await open(one, `${program.url}/pressure`);
  const cells = await row(slug);
  assert.equal(cells[0], `${title} ${line}`);
  assert.deepEqual(cells.slice(1, 3), ['registered', 'not run yet']);
  assert.match(plain(await one.locator('main').innerText()), /0 different rules were ever run in this ledger/);
});

test('one pair is no pattern, and the purchase of 2021 stands beside it unanswered', async () => {
  await one.locator(`tr[data-row="${slug}"]`).focus();
  await press(one, 'Enter');
  await one.waitForURL(`**/pressure/${slug}`);
  await settled(one);
  await tabTo(one, 'Run');
  await press(one, 'Enter');
  await one.locator('main .sentence', { hasText: '1 pair, no searched non-responses: coincidence not excluded' }).first().waitFor({ timeout: 60_000 });
  const words = plain(await one.locator('main').innerText());
  assert.match(words, /1 pair, no searched non-responses: coincidence not excluded/i);
  assert.match(words, /1 different rule/, 'the family is told');
  const { run } = await ask(program.url, `/api/v1/rules/${slug}`);
  const alone = run.result.triggers.filter((t) => t.fate !== 'answered').map((t) => t.id);
  assert.deepEqual(alone, ['20211021-kgz-tur-drones-order@KGZ', '20211218-kgz-tur-drones-service@KGZ']);
  const purchase = one.locator('main').getByText(/ordered Bayraktar drones/).first();
  await one.evaluate(() => { for (const d of document.querySelectorAll('main details')) d.open = true; });
  assert.ok(await purchase.count(), 'the purchase of 2021 is on the page');
  const marks = await one.locator('main [aria-label*="Bayraktar"], main tr').filter({ hasText: /Bayraktar/ }).allInnerTexts();
  assert.ok(marks.some((m) => /2021-10-21|21 Oct 2021/.test(m) && /no response/.test(m)), `the purchase is an unanswered trigger: ${marks}`);
  await shot(one, 'rule-kyrgyz-light-1280');
  assert.deepEqual(one.faults, []);
});

test('the list tells the label, the counts open to their rows, the family has risen', async () => {
  await open(one, `${program.url}/pressure`);
  assert.match(plain(await one.locator('h1').innerText()), /One of 6 rules was run: coincidence is not excluded/);
  assert.match(plain(await one.locator('main').innerText()), /1 different rule was ever run in this ledger/);
  const cells = await row(slug);
  assert.match(cells[2], /^coincidence not excluded/);
  assert.deepEqual(cells.slice(3, 5), ['3', '1']);
  assert.match(cells[5], /no base rate/, 'no p without a base rate');
  await one.locator(`tr[data-row="${slug}"] td`).filter({ hasText: /^3$/ }).getByRole('link').click();
  await one.locator('dialog[open]', { hasText: 'Rests on 3 records' }).waitFor();
  await press(one, 'Escape');
});

test('a fork after the run is edited after seeing data, and says so before and after it is registered', async () => {
  await open(one, `${program.url}/pressure/${slug}`);
  await one.getByRole('link', { name: 'Fork this rule' }).click();
  await one.waitForURL(`**/pressure/new?fork=${slug}`);
  await one.getByRole('heading', { level: 1, name: `Fork of ${slug}` }).waitFor();
  await verdict('The rule is registered already');
  assert.match(plain(await one.locator('main').innerText()), /was run on .* “edited after seeing data”, for good/);
  assert.match(await text().inputValue(), new RegExp(`\\nfork_of: ${slug}\\n`));
  await one.getByRole('textbox', { name: 'Window' }).fill('30');
  const read = await verdict('P30D');
  assert.match(read, /would be registered as its fork farm-imports-after-drones\.2/);
  assert.match(read, /Its runs would be: edited after seeing data/);
  await one.getByRole('button', { name: 'Register the rule' }).click();
  await one.waitForURL(`**/pressure/${slug}.2`);
  await settled(one);
  assert.match(plain(await one.locator('main').innerText()), /edited after seeing data/i);
  await open(one, `${program.url}/pressure`);
  assert.equal((await row(`${slug}.2`))[1], `edited after seeing data, fork of ${slug}`);
  assert.equal((await row(slug))[1], 'registered', 'the older rule stands as it was');
  assert.deepEqual(one.faults, []);
});

test('a faulty text is told at its line with what to do, and nothing is lost by it', async () => {
  await open(one, `${program.url}/pressure/new`);
  const faulty = `# mine\nrule: odd\ntitle: "A title: odd"\nhub: RUS\ntrigger: type=SANKTION actor=state\nresponse: actor=hub target=state\nwindow: P60X\nfrom: 2019\nto: 2020\n`;
  await text().fill(faulty);
  const read = await verdict('line 5');
  assert.match(read, /2 things to mend/);
  assert.match(read, /line 5: "SANKTION" is not a PLOVER event type; write "SANCTION"/);
  assert.match(read, /line 7: "P60X" is no window in days or weeks; write P30D or P4W/);
  assert.equal(await one.getByLabel('Title').inputValue(), 'A title: odd', 'the fields read the text');
  await one.getByRole('button', { name: 'line 5' }).click();
  assert.equal(await focused(one), 'Text of the rule');
  assert.equal(await text().evaluate((t) => t.value.slice(t.selectionStart, t.selectionEnd)), 'trigger: type=SANKTION actor=state');
  await shot(one, 'rule-form-faulty-light-1280');
  await one.getByRole('button', { name: 'Register the rule' }).click();
  await one.getByRole('alert').waitFor();
  assert.equal(await text().inputValue(), faulty);
  await one.reload();
  await settled(one);
  assert.equal(await text().inputValue(), faulty, 'a reload loses nothing');
  assert.match(plain(await one.locator('main').innerText()), /This is what you had written here before/);
  // Mended in a field, the comment and the order stay.
  await one.getByRole('textbox', { name: 'Window' }).fill('P60D');
  await one.getByRole('button', { name: 'Remove SANKTION' }).click();
  await verdict('After [actor=state] expect');
  assert.equal(await text().inputValue(), faulty.replace('type=SANKTION ', '').replace('P60X', 'P60D'));
  await one.getByRole('button', { name: 'Begin afresh' }).click();
  assert.match(await text().inputValue(), /^rule:\ntitle:\n/);
  one.faults = one.faults.filter((f) => !/422/.test(f)); // the refused rule, which the browser logs
  assert.deepEqual(one.faults, []);
});

test('a search log, a placebo and a second kind of event are written by fields alone', async () => {
  await open(one, `${program.url}/pressure/new`);
  await one.getByLabel('Title').fill('Quarrels');
  await one.getByRole('button', { name: 'Or another kind' }).last().click();
  const second = one.getByRole('group', { name: 'Expect a measure like this: or events with all of' });
  await second.getByLabel('Event type').fill('threat');
  await press(one, 'Enter');
  await one.getByLabel('First day').fill('2019');
  await one.getByLabel('Last day').fill('2020');
  await one.getByRole('button', { name: 'Name a class that should not react' }).click();
  await one.getByRole('button', { name: 'Add a search' }).click();
  await one.getByLabel('Who looked').fill('Ana');
  await one.getByLabel('In which register, archive or paper').fill('the register: all of it');
  await one.getByRole('group', { name: 'Search 1' }).getByLabel('From').fill('2019-01-01');
  await one.getByLabel('Until').fill('2020-12-31');
  const read = await verdict('searched 2019-01-01 to 2020-12-31 by "Ana" in "the register: all of it"');
  assert.match(read, /expect \[actor=hub target=state or type=THREATEN actor=hub target=state\]/);
  assert.match(read, /should not react \[type=CONSULT actor=hub target=state\]/);
  await one.getByRole('button', { name: 'Take search 1 away' }).click();
  await verdict('no day declared as searched');
  assert.doesNotMatch(await text().inputValue(), /searched/);
  await one.getByRole('button', { name: 'Begin afresh' }).click().catch(() => {});
  assert.deepEqual(one.faults, []);
});

test('the list and the form are clean in every look, and the list prints', async (t) => {
  for (const [name, path] of [['rules', '/pressure?target=KGZ'], ['rule-form', '/pressure/new'], ['rule-fork', `/pressure/new?fork=${slug}`]]) {
    await open(one, program.url + path);
    for (const colorScheme of ['light', 'dark']) {
      for (const width of [1280, 768, 380]) {
        await t.test(`${name}, ${colorScheme}, ${width} px`, async () => {
          await one.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          await one.setViewportSize({ width, height: 900 });
          await drawn(one);
          await shot(one, `${name}-${colorScheme}-${width}`);
          const [wide, room] = await one.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
          assert.ok(wide <= room, `the page is ${wide} px wide in a window of ${room}`);
          assert.deepEqual(await accessibility(one), []);
        });
      }
    }
  }
  await open(one, `${program.url}/pressure`);
  await one.setViewportSize({ width: 794, height: 1123 });
  await one.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await drawn(one);
  await shot(one, 'print-rules');
  assert.equal(await one.getByRole('link', { name: 'Write a rule' }).isVisible(), false, 'a button is printed');
  assert.ok(await one.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'the print is cut off at the right');
  assert.deepEqual(one.faults, []);
});

test('a ledger that looks back writes no rule', async () => {
  const then = await page(browser);
  await open(then, `${program.url}/pressure/new?as_of=${new Date().toISOString().slice(0, 10)}`);
  assert.match(plain(await then.locator('main').innerText()), /A rule is registered now or not at all/);
  assert.equal(await then.getByRole('button', { name: 'Register the rule' }).isDisabled(), true);
  await open(then, `${program.url}/pressure?as_of=2020-01-01`);
  assert.equal(await then.getByRole('link', { name: 'Write a rule' }).count(), 0, 'in the past no rule is written');
  assert.deepEqual(then.faults, []);
});

test('a ledger that is open for reading only says so and keeps what is written', async () => {
  const reading = await start('--data', program.data, '--read-only');
  try {
    const reader = await page(browser);
    await open(reader, `${reading.url}/pressure/new`);
    await reader.getByText('This ledger is open for reading only.').waitFor();
    assert.equal(await reader.getByRole('button', { name: 'Register the rule' }).isDisabled(), true);
    await reader.getByLabel('Title').fill('A thought');
    await reader.reload();
    await settled(reader);
    assert.equal(await reader.getByLabel('Title').inputValue(), 'A thought');
    assert.deepEqual(reader.faults, []);
  } finally {
    await reading.stop();
  }
});
