// Reviewing a text of our own: deciding by keyboard, a rule of acceptance, a second coder who sees nothing, and why a sentence gave
// nothing. Each in every look.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessibility, launch, page, shot } from './browser.mjs';
import { send } from './code.mjs';
import { ask, start } from './program.mjs';
import { card, inHand, paste, said, waiting, walkTo } from './review.mjs';
import { choose, drawn, fill, focused, open, painted, plain, press, settled, tabTo } from './walk.mjs';

const text = `A week of answers in the neighbourhood

By A. Reader, 2026-01-04

On 12 December 2025 Russia banned the import of wine from Moldova. The foreign ministry of Kazakhstan condemned the drone attack on the residence in Novgorod region on 30 December 2025. Armenia remained silent about the attack on the residence.

On 15 December 2025 Georgia signed an agreement on transit with Azerbaijan. The meadow behind the village was green and wide. In March 2022 Belarus voted against resolution ES-11/1 of the General Assembly.

"We will never leave the union," the president of Kyrgyzstan said on 3 January 2026. Armenia will leave the Eurasian Economic Union before the end of 2027.
`;
const dull = 'The meadow behind the village';

let program, browser, one, hash, view;
before(async () => {
  program = await start();
  browser = await launch();
  one = await page(browser);
  ({ hash, view } = await paste(one, program.url, text));
});
after(async () => {
  await browser?.close();
  await program?.stop();
});
/** What a person has edited is theirs, and waits as a draft: the queue and the rules hold what is as the coder made it. */
const untouched = (list) => list.filter((r) => r.record.coder.kind !== 'person');
const record = (ref) => ask(program.url, `/api/v1/records/${encodeURIComponent(ref)}`);
const row = (ref) => one.locator(`aside [data-row="${ref}"]`);

test('a pasted text shows its suggestions at once, dashed, with the words that decided', async () => {
  const all = waiting(await view());
  assert.ok(all.length >= 4, `too few suggestions to review: ${all.map((r) => r.record.label).join(' | ')}`);
  await one.getByRole('heading', { name: `${all.length} suggestions wait for you` }).waitFor();
  assert.equal(await one.locator('main aside [data-row]').count(), all.length);
  for (const kind of new Set(all.map((r) => r.record.kind))) {
    assert.ok((await painted(one, `draft-${kind}`)).length > 0, `no ${kind} is dashed in the text`);
    const style = await one.evaluate((k) => getComputedStyle(document.querySelector('main .words'), `::highlight(draft-${k})`).textDecorationStyle, kind);
    assert.equal(style, 'dashed');
  }
  const event = all.find((r) => r.record.kind === 'event');
  assert.ok(event, 'no event is suggested');
  const bytes = Buffer.from((await view()).text);
  const words = bytes.subarray(event.suggestion.trigger.start, event.suggestion.trigger.end).toString();
  assert.ok((await painted(one, 'trigger-event')).includes(words), `the deciding words “${words}” are not painted`);
});

test('n and p reach every suggestion, the chips too, and none twice', async () => {
  const all = waiting(await view()).map((r) => r.record.ref);
  const met = [];
  for (const _ of all) { await press(one, 'n'); met.push(await inHand(one)); }
  assert.deepEqual(met.toSorted(), all.toSorted());
  await press(one, 'n');
  assert.equal(await inHand(one), met[0], 'n goes round');
  await press(one, 'p');
  assert.equal(await inHand(one), met.at(-1), 'p goes back');
  const onSame = waiting(await view()).filter((r, _, list) => list.some((x) => x !== r && x.spans[0].start === r.spans[0].start));
  for (const r of onSame) { // those that lie on the same words are each named on the other's card
    await walkTo(one, (ref) => ref === r.record.ref);
    assert.match(await card(one), /rests? on these words/);
  }
  await one.locator('main .text .chip').first().click();
  assert.equal(await inHand(one), met[0], 'the first chip is the first suggestion');
});

test('the card says what is claimed, by whom, when and how surely, and how it came about', async () => {
  const event = waiting(await view(), 'event').find((r) => r.record.body.by.includes('RUS'));
  await walkTo(one, (ref) => ref === event.record.ref);
  const words = await card(one);
  assert.match(words, /Russia .+ Moldova/);
  assert.match(words, /12 Dec 2025 \(to the day\)/);
  assert.match(words, new RegExp(`\\(${event.suggestion.confidence.toFixed(2).replace('.', '\\.')}\\)`));
  for (const part of [event.suggestion.step, event.suggestion.frame, event.suggestion.version, ...event.suggestion.filters]) assert.ok(words.includes(plain(part)), `${part} is not on the card: ${words}`);
  await press(one, 'b');
  await one.locator('dialog[open] .figure').waitFor();
  await press(one, 'Escape');
  await one.waitForFunction(() => !document.querySelector('dialog[open]'));
});

test('accepted, rejected, edited and taken back by keyboard', async () => {
  await open(one, `${program.url}/reader/${hash}`);
  const [first, second, third] = await (async () => { const refs = []; for (let i = 0; i < 3; i++) { await press(one, 'n'); refs.push(await inHand(one)); } return refs; })();
  await press(one, 'p', 'p');
  assert.equal(await inHand(one), first);
  await press(one, 'y');
  assert.equal(await inHand(one), second, 'the focus goes on to the next');
  await said(one, 'Accepted');
  assert.equal((await record(first)).status, 'accepted');
  await press(one, 'x');
  await said(one, 'Rejected');
  assert.equal((await record(second)).status, 'rejected');
  assert.equal(await inHand(one), third);
  assert.equal(await row(second).count(), 0, 'what was rejected is not shown unless asked');
  await one.getByLabel('Show rejected (1)').check();
  await row(second).waitFor();
  await one.getByLabel('Show rejected (1)').uncheck();
  await one.evaluate(() => document.activeElement.blur());
  await press(one, 'u');
  await said(one, 'Taken back');
  assert.equal((await record(second)).status, 'draft');
  assert.equal(await inHand(one), second);
  await press(one, 'u');
  await one.waitForFunction((ref) => document.querySelector('aside [data-row][aria-pressed="true"]')?.dataset.row === ref, first);
  assert.equal((await record(first)).status, 'draft');

  // Two keys in one breath: both are decided, in order.
  await press(one, 'y', 'y');
  await one.waitForFunction(() => /Next of|No suggestion waits any more/.test(document.querySelector('main .said').textContent));
  for (const ref of [first, second]) await assert.doesNotReject(async () => { for (let i = 0; i < 50; i++) { if ((await record(ref)).status === 'accepted') return; await new Promise((r) => setTimeout(r, 100)); } throw new Error(ref); });
  await press(one, 'u', 'u');
  for (let i = 0; i < 50 && (await record(first)).status !== 'draft'; i++) await new Promise((r) => setTimeout(r, 100));
  assert.deepEqual([(await record(first)).status, (await record(second)).status], ['draft', 'draft']);

  const event = waiting(await view(), 'event').find((r) => r.record.body.by.includes('RUS'));
  await one.waitForLoadState('networkidle');
  await walkTo(one, (ref) => ref === event.record.ref);
  await press(one, 'e');
  await one.getByRole('heading', { name: 'Edit the event' }).waitFor();
  assert.equal(await one.evaluate(() => document.activeElement.value), event.record.body.when, 'the form is filled from the suggestion');
  await tabTo(one, 'Who acted');
  await press(one, 'Backspace');
  await one.keyboard.type('Белар');
  await one.waitForFunction(() => document.activeElement.getAttribute('aria-expanded') === 'true');
  await press(one, 'Enter');
  await fill(one, [['Why (kept with the revision)', 'the test names another state']]);
  await press(one, 'Enter');
  await said(one, 'Saved as a new revision');
  const edited = await record(event.record.ref);
  assert.deepEqual([edited.body.by, edited.status, edited.coder.kind], [['BLR'], 'draft', 'person']);
  await press(one, 'u');
  await said(one, 'Taken back');
  assert.deepEqual((await record(event.record.ref)).body.by, ['RUS']);
});

test('why nothing here: what the coder saw in a sentence that gave nothing', async () => {
  await open(one, `${program.url}/reader/${hash}`);
  await one.waitForLoadState('networkidle');
  await choose(one, dull);
  await press(one, 'w');
  const panel = one.getByRole('region', { name: 'What the coder saw in this sentence' });
  await panel.getByText(dull).first().waitFor();
  const words = plain(await panel.innerText());
  assert.match(words, /It gave nothing\. \S/);
  await said(one, 'It gave nothing');
  await panel.getByText('Words and their parts of speech').click();
  const tokens = await panel.locator('.token').allInnerTexts();
  assert.ok(tokens.length >= 8 && tokens.some((t) => plain(t).startsWith('village')), tokens.join(' | '));
  await press(one, 'j'); // the panel follows the cursor
  await panel.getByText('Belarus voted').first().waitFor();
  assert.match(plain(await panel.innerText()), /It gave \d+ suggestion/);
  await press(one, 'w');
  await panel.waitFor({ state: 'detached' });
});

test('a rule of acceptance: off, tried, switched on by a person, applied, taken back', async () => {
  await open(one, `${program.url}/reader/rules`);
  await one.getByRole('heading', { level: 1, name: 'There is no rule of acceptance' }).waitFor();
  const events = untouched(waiting(await view(), 'event'));
  await tabTo(one, 'Name');
  await one.keyboard.type('Every event of this test');
  await one.getByLabel('events', { exact: true }).check();
  await tabTo(one, 'Least confidence');
  await press(one, 'Control+a');
  await one.keyboard.type('0');
  await press(one, 'Enter');
  const rule = one.getByRole('region', { name: 'Every event of this test' });
  await rule.waitFor();
  await one.getByRole('heading', { level: 1, name: 'No rule accepts anything' }).waitFor();
  assert.equal(await rule.getByRole('switch').getAttribute('aria-checked'), 'false');
  assert.equal(await rule.getByRole('button', { name: 'Accept them now' }).isDisabled(), true, 'a rule that is off accepts nothing');
  await rule.getByRole('button', { name: 'What would it accept?' }).focus();
  await press(one, 'Enter');
  await rule.getByText(`It would accept ${events.length} of`).waitFor();
  assert.equal(await rule.locator('.trial li a').count(), Math.min(10, events.length));
  assert.equal(untouched(waiting(await view(), 'event')).length, events.length, 'trying writes nothing');
  await shot(one, 'review-rule-trial');
  await rule.getByRole('switch').focus();
  await press(one, 'Enter');
  await rule.getByText(/On, switched by \S+/).waitFor();
  await rule.getByRole('button', { name: 'Accept them now' }).focus();
  await press(one, 'Enter');
  await rule.getByRole('button', { name: 'Take that back' }).waitFor();
  const after = await Promise.all(events.map((r) => record(r.record.ref)));
  assert.deepEqual([...new Set(after.map((r) => r.status))], ['accepted']);
  for (const r of after) assert.match(JSON.stringify([r.why, r.coder, r.evidence]), /every-event-of-this-test/, 'the acceptance names its rule');
  await rule.getByRole('button', { name: 'Take that back' }).focus();
  await press(one, 'Enter');
  await rule.getByRole('status').filter({ hasText: 'Taken back' }).waitFor();
  assert.equal(untouched(waiting(await view(), 'event')).length, events.length);
  await rule.getByRole('switch').focus();
  await press(one, 'Enter');
  await rule.getByText(/^Off, switched by/).waitFor();
});

test('the queue names every suggestion, and leads to it', async () => {
  const all = untouched(waiting(await view()));
  await open(one, `${program.url}/reader/queue`);
  assert.equal(await one.locator('main [data-row]').count(), all.length);
  const ranks = await ask(program.url, '/api/v1/queue');
  assert.deepEqual(await one.locator('main [data-row]').evaluateAll((l) => l.map((x) => x.dataset.row)), ranks.rows.map((r) => r.coded.record.ref));
  await press(one, 'j', 'Enter');
  await one.waitForURL(/\/reader\/[0-9a-f]{64}\?take=/);
  await settled(one);
  await one.locator('main aside article.card').waitFor();
  assert.equal(await inHand(one), ranks.rows[0].coded.record.ref);
  await open(one, `${program.url}/reader?order=open`);
  assert.match(plain(await one.locator(`tr[data-row="${hash}"]`).innerText()), new RegExp(`\\b${all.length}\\b`));
});

test('a second coder sees nothing of the first; both are compared and settled', async () => {
  const sentence = 'The foreign ministry of Kazakhstan';
  const fields = (position) => [['Reacts to', 'residence-drones-2025'], ['Actor', 'Kazakhstan'], ['Position', position], ['Date', '2025-12-30'], ['Summary, in our own words', `Counted as ${position}.`]];
  const codeIt = async (position) => {
    await one.waitForLoadState('networkidle');
    await choose(one, sentence);
    await press(one, 's');
    await one.getByRole('heading', { name: 'New stance' }).waitFor();
    await fill(one, fields(position));
    await press(one, 'Enter');
    await said(one, 'Draft stance saved');
  };
  await open(one, `${program.url}/reader/${hash}`);
  await codeIt('with');
  await one.getByText('Second coding', { exact: true }).focus();
  await press(one, 'Enter');
  await tabTo(one, 'Code blind as');
  await one.keyboard.type('ben');
  await press(one, 'Enter');
  await one.waitForURL(/blind=ben/);
  await one.getByText('You code blind as ben').waitFor();
  await settled(one);
  await one.waitForFunction(() => !document.querySelector('main aside [data-row]'));
  assert.equal(await one.locator('main .text .chip').count(), 0, 'no chip of the first coder');
  assert.equal(await painted(one, 'draft-stance'), '');
  await one.evaluate(() => document.activeElement.blur());
  await codeIt('against');
  const mine = await ask(program.url, `/api/v1/documents/${hash}?blind=ben`);
  assert.deepEqual(mine.records.map((r) => [r.record.body.position, r.record.coder.name]), [['against', 'ben']]);

  await open(one, `${program.url}/reader/coders?document=${hash}`);
  const table = one.getByRole('region', { name: 'Agreement by kind' });
  await table.waitFor();
  assert.match(plain(await table.innerText()), /[Nn]ot enough evidence/, 'one sentence is not enough for a number');
  const agreement = await ask(program.url, `/api/v1/agreement?document=${hash}`);
  const unit = agreement.disagreements.find((d) => d.kind === 'stance');
  assert.ok(unit, JSON.stringify(agreement.disagreements));
  const apart = one.locator(`article[data-row="${unit.unit}"]`);
  const words = plain(await apart.innerText());
  for (const part of ['Counted as with', 'Counted as against', 'ben is right', 'Both stand', 'Neither stands']) assert.ok(words.includes(part), words);
  await shot(one, 'review-coders');
  assert.deepEqual(await accessibility(one), []);
  await apart.getByRole('button', { name: 'ben is right' }).focus();
  await press(one, 'Enter');
  await one.getByRole('button', { name: 'Take that back' }).waitFor();
  const statuses = async () => (await view()).records.filter((r) => r.record.kind === 'stance' && /^Counted as/.test(r.record.body.summary)).map((r) => [r.record.body.position, r.record.status]).toSorted();
  assert.deepEqual(await statuses(), [['against', 'accepted'], ['with', 'rejected']]);
  await one.getByRole('button', { name: 'Take that back' }).focus();
  await press(one, 'Enter');
  await one.getByRole('status').filter({ hasText: 'Taken back' }).waitFor();
  assert.deepEqual(await statuses(), [['against', 'draft'], ['with', 'draft']]);
});

test('documents that the coder has not read are read on request: one of them, or all in the background', async () => {
  const texts = [1, 2, 3].map((n) => `A note, number ${n}\n\nOn ${n} December 2025 Russia banned the import of wine from Moldova.\n`);
  const hashes = [];
  for (const t of texts) hashes.push((await send(program.url, 'POST', '/api/v1/documents', { text: t, media_type: 'text/plain' })).head.hash);
  await open(one, `${program.url}/reader/${hashes[0]}`);
  await one.getByText('The coder has not read this text yet.').waitFor();
  await tabTo(one, 'Suggest');
  await press(one, 'Enter');
  await said(one, /\d new suggestion/);
  await one.waitForFunction(() => document.querySelector('main aside [data-row]'));
  assert.ok(waiting(await ask(program.url, `/api/v1/documents/${hashes[0]}`)).length > 0);
  await open(one, `${program.url}/reader`);
  await one.getByText('2 documents have not been read for suggestions.').waitFor();
  await one.getByRole('button', { name: 'Suggest for them' }).focus();
  await press(one, 'Enter');
  await one.getByText('2 documents have not been read for suggestions.').waitFor({ state: 'detached' });
  await one.waitForFunction(() => !document.querySelector('main progress'), null, { timeout: 30_000 });
  for (const h of hashes) {
    const row = one.locator(`tr[data-row="${h}"] td`).first();
    await row.filter({ hasText: /^[1-9]/ }).waitFor();
  }
});

test('what people decided goes out as three files', async () => {
  await open(one, `${program.url}/reader/${hash}`);
  await one.getByText('Take the decisions along', { exact: true }).click();
  for (const [name, starts] of [['Training text (JSON Lines)', '{"'], ['W3C Web Annotation (JSON)', '{'], ['Discourse Network Analyzer (.dna)', 'SQLite format 3']]) {
    const download = one.waitForEvent('download');
    await one.getByRole('link', { name }).click();
    const { readFile } = await import('node:fs/promises');
    const bytes = await readFile(await (await download).path());
    assert.ok(bytes.subarray(0, starts.length).toString() === starts, `${name} begins with ${bytes.subarray(0, 40)}`);
  }
});

test('the review in every look: axe finds nothing, nothing is wider than the window, and the keys are listed', async () => {
  const looks = ['light', 'dark'].flatMap((colorScheme) => [1280, 380].map((width) => ({ colorScheme, width })));
  const ref = waiting(await view())[0].record.ref;
  const scenes = [
    ['review-text', `/reader/${hash}`, async () => {}],
    ['review-card', `/reader/${hash}?take=${encodeURIComponent(ref)}`, async (p) => { await p.locator('main aside article.card').waitFor(); }],
    ['review-why', `/reader/${hash}`, async (p) => { await press(p, 'w'); await p.locator('.explained .answer').waitFor(); for (const s of await p.locator('.explained summary').all()) await s.click(); }],
    ['review-edit', `/reader/${hash}?take=${encodeURIComponent(ref)}`, async (p) => { await p.locator('main aside article.card').waitFor(); await press(p, 'e'); await p.locator('main aside form').waitFor(); }],
    ['review-queue', '/reader/queue', async () => {}],
    ['review-rules', '/reader/rules', async (p) => { await p.getByText('New rule', { exact: true }).click(); await p.getByRole('button', { name: 'What would it accept?' }).first().click(); await p.locator('.trial').waitFor(); }],
    ['review-coders', '/reader/coders', async () => {}],
    ['review-blind', `/reader/${hash}?blind=carol`, async () => {}],
    ['reader-documents', '/reader?order=open', async () => {}],
  ];
  for (const [name, path, make] of scenes) {
    const p = await page(browser);
    await open(p, program.url + path);
    await p.waitForLoadState('networkidle');
    await make(p);
    for (const { colorScheme, width } of looks) {
      await p.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await p.setViewportSize({ width, height: 900 });
      await drawn(p);
      await shot(p, `${name}-${colorScheme}-${width}`, { fullPage: !/card|why|edit/.test(name) });
      const [wide, room] = await p.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.ok(wide <= room, `${name}: the page is ${wide} px wide in a window of ${room}`);
      assert.deepEqual(await accessibility(p), [], `${name}, ${colorScheme}, ${width} px`);
    }
    assert.deepEqual(p.faults, [], name);
    await p.context().close();
  }
  await open(one, `${program.url}/reader/${hash}`);
  await press(one, '?');
  const keys = plain(await one.locator('dialog[open]').innerText());
  for (const name of ['Next suggestion', 'Previous suggestion', 'Accept, and on to the next', 'Reject, and on to the next', 'Take the last decision back', 'Why nothing here?']) assert.ok(keys.includes(name), `the sheet does not name "${name}"`);
  await press(one, 'Escape');
  assert.ok(await focused(one) !== undefined);
  assert.deepEqual(one.faults, []);
});
