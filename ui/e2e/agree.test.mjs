// One question, three ways to ask it: the command line, the API and the screen give the same counts and tell the
// same sentence. Abstaining is not being absent; silence that nobody searched for is drawn hollow.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, page, shot } from './browser.mjs';
import { ask, run, start } from './program.mjs';
import { open, plain, sentence, told } from './walk.mjs';

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

const above0 = (figures) => figures.filter((f) => f.n > 0).map((f) => [f.label, f.n]);
const api = (id) => ask(program.url, `/api/v1/litmus/${encodeURIComponent(id)}`);
const see = (id) => open(one, `${program.url}/litmus/${encodeURIComponent(id)}`);

/** Figures of a list on the screen as [label, n]. */
const figures = (label) => one.locator(`ul[aria-label="${label}"] li`).evaluateAll((list) =>
  list.map((li) => [li.querySelector('.what').innerText.trim(), Number(li.querySelector('.n').innerText.replaceAll(',', ''))]));

/** The glyph of a state's answer in the table: its name, and whether anything in it is filled. */
const glyph = (code) => one.locator(`tr[data-row="${code}"] svg g`).first().evaluate((g) => ({
  name: [...g.classList].find((c) => !c.startsWith('s-') && !c.startsWith('svelte-') && c !== 'g'),
  filled: [...g.children].some((c) => !['none', 'rgba(0, 0, 0, 0)'].includes(getComputedStyle(c).fill)),
  drawn: [...g.children].some((c) => getComputedStyle(c).stroke !== 'none'),
}));

for (const id of ['residence-drones-2025', 'A/RES/ES-11/1']) {
  test(`${id}: command line, API and screen agree`, async () => {
    const view = await api(id);
    const printed = JSON.parse(await run(program.data, 'litmus', id, '--json'));
    assert.deepEqual(printed, view);
    assert.ok(plain(await run(program.data, 'litmus', id)).includes(told(view.sentence)), 'the tables for people begin with another sentence');
    await see(id);
    assert.equal(await sentence(one), told(view.sentence));
    assert.deepEqual((await figures('Counts over the roster')).filter(([, n]) => n > 0), above0(view.counts));
    // The counts are those of the rows under them.
    const rows = view.expected.map((a) => (a.presence === 'answered' ? a.position : a.presence));
    for (const f of view.counts) assert.equal(rows.filter((r) => r === f.name).length, f.n, f.label);
    assert.equal(view.counts.reduce((n, f) => n + f.n, 0), view.expected.length, 'everyone expected is counted once');
    assert.equal(await one.locator('main tbody tr').count(), view.expected.length + (view.others ?? []).length);
    await shot(one, `agree-${id.replaceAll('/', '-')}`);
  });
}

test('abstained and absent are two columns, two counts, two marks', async () => {
  const view = await api('A/RES/ES-11/1');
  await see('A/RES/ES-11/1');
  const names = async (title) => (await one.locator(`main section[aria-label="${title}"] > ul`).first().locator('li').allInnerTexts()).map(plain).sort();
  const voted = (v) => view.expected.filter((a) => a.vote === v).map((a) => a.name).sort();
  for (const [title, v, n] of [['Yes', 'yes', 6], ['No', 'no', 1], ['Abstained', 'abstain', 4], ['Did not vote', 'absent', 3]]) {
    assert.deepEqual(await names(title), voted(v));
    assert.equal(voted(v).length, n);
    assert.equal(view.votes.find((f) => f.name === v).n, n);
  }
  const [abstained, absent] = [await glyph('KAZ'), await glyph('UZB')];
  assert.equal(abstained.name, 'neutral');
  assert.equal(absent.name, 'absent');
  assert.match(await sentence(one), /4 abstained and 3 were absent/);
  assert.deepEqual(view.official, { yes: 141, no: 5, abstain: 35 });
});

test('silence that nobody searched for is hollow, an answer is not', async () => {
  const view = await api('crocus-attack-2024');
  await see('crocus-attack-2024');
  const silent = view.expected.filter((a) => a.presence === 'not-searched');
  assert.ok(silent.length > 0);
  for (const a of silent) assert.deepEqual(await glyph(a.state), { name: 'not-searched', filled: false, drawn: true }, a.name);
  const answered = view.expected.filter((a) => a.position === 'with');
  for (const a of answered) assert.equal((await glyph(a.state)).filled, true, a.name);
  await see('residence-drones-2025');
  assert.deepEqual(await glyph('ARM'), { name: 'silent-reported', filled: false, drawn: true });
  await shot(one, 'agree-hollow');
});

test('the matrix, the state and the pressure screen tell what the API and the command line tell', async () => {
  for (const [path, asked, args] of [
    ['/litmus', '/api/v1/litmus', ['litmus']], ['/states/KAZ', '/api/v1/states/KAZ', ['state', 'KAZ']],
    ['/pressure', '/api/v1/pressure', ['pressure', 'RUS']], ['/pressure?target=GEO', '/api/v1/pressure?target=GEO', ['pressure', 'RUS', 'GEO']],
  ]) {
    const view = await ask(program.url, asked);
    assert.deepEqual(JSON.parse(await run(program.data, ...args, '--json')), view, path);
    await open(one, program.url + path);
    assert.ok((await sentence(one)).includes(told(view.sentence)), `${path}: ${await sentence(one)}`);
  }
  assert.deepEqual(one.faults, []);
});
