// Where each state stands: chart, table and API tell the same numbers; a choice of evidence changes the address and the figures;
// what a guardrail forbids stands nowhere; and from the ladder to a single vote without a mouse.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessibility, launch, page, shot } from './browser.mjs';
import { ask, start } from './program.mjs';
import { computed, focused, open, plain, press, settled, told } from './walk.mjs';

let program, browser;
before(async () => {
  program = await start();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

async function at(path, options) {
  const one = await page(browser, options);
  await open(one, program.url + path);
  await computed(one);
  return one;
}
async function close(one) {
  assert.deepEqual(one.faults, []);
  await one.context().close();
}
/** The API's answer, once it is computed. */
async function answer(path) {
  for (let i = 0; i < 240; i++) {
    const view = await ask(program.url, path);
    if (!view.pending && !view.rival_pending) return view;
    await new Promise((done) => setTimeout(done, 500));
  }
  assert.fail(`${path} is still being computed after two minutes`);
}
const number = (text) => Number(plain(text).replace('−', '-').replace(',', ''));
const signed = (v) => { const s = v.toFixed(2); return Number(s) === 0 ? s.replace('-', '') : v > 0 ? `+${s}` : s.replace('-', '−'); };
const known = (s) => s.levels.at(-1) !== 'n';
const printed = (l) => (l.edge === 'high' ? `at least ${signed(l.q05)}` : l.edge === 'low' ? `at most ${signed(l.q95)}` : signed(l.median));

/** Rows of the table in the first <details> of the page: header → text. */
async function table(one, nth = 0) {
  await one.locator('main details > summary').nth(nth).click();
  return rows(one.locator('main details').nth(nth).locator('table'));
}
const rows = (t) => t.evaluate((el) => {
  const head = [...el.querySelectorAll('thead th')].map((th) => th.innerText.replace(/[↑↓]/g, '').trim());
  return [...el.querySelectorAll('tbody tr')].map((tr) => Object.fromEntries([...tr.children].map((td, i) => [head[i], td.innerText.trim()])));
});

test('the ladder: sentence, marks, table and API tell the same', async () => {
  const one = await at('/alignment');
  const view = await answer('/api/v1/alignment');
  assert.equal(plain((await one.locator('main .sentence').allInnerTexts()).join(' ')), told(view.sentence));
  const ladder = await one.locator('main ol li[data-row]').evaluateAll((list) => list.map((li) => ({
    code: li.dataset.row, words: li.getAttribute('aria-label'), said: li.querySelector('.place button')?.innerText ?? '',
    dot: Number(li.querySelector('svg .interval circle')?.getAttribute('cx') ?? NaN), hollow: !!li.querySelector('svg > circle'),
  })));
  assert.equal(ladder.length, view.states.length);
  const api = Object.fromEntries(view.states.map((s) => [s.state.code, s]));
  const placed = ladder.filter((r) => known(api[r.code]));
  assert.deepEqual(placed.map((r) => r.code), placed.map((r) => r.code).toSorted((a, b) => api[b].last.median - api[a].last.median), 'from with to against');
  for (const r of placed) assert.equal(r.said, printed(api[r.code].last), r.code);
  // One straight line from numbers to places on the screen.
  const [a, b] = [placed[0], placed.at(-1)];
  const slope = (a.dot - b.dot) / (api[a.code].last.median - api[b.code].last.median);
  assert.ok(slope > 20, 'with is to the right');
  for (const r of placed) assert.ok(Math.abs(b.dot + slope * (api[r.code].last.median - api[b.code].last.median) - r.dot) < 0.05, `${r.code} is drawn elsewhere than it stands`);
  for (const r of ladder.filter((x) => !known(api[x.code]))) {
    assert.ok(r.hollow && Number.isNaN(r.dot) && !r.said, `${r.code} has a mark on the scale though there is not enough evidence`);
    assert.ok(!r.words.includes(signed(api[r.code].last.median)), r.words);
  }
  for (const row of await table(one)) {
    const s = view.states.find((x) => x.state.name === row.State);
    for (const [head, key] of [['Median', 'median'], ['5 %', 'q05'], ['25 %', 'q25'], ['75 %', 'q75'], ['95 %', 'q95']]) {
      assert.equal(row[head], known(s) ? signed(Math.round(s.last[key] * 1000) / 1000) : '', `${row.State} ${head}`);
    }
  }
  // Nearer to which hub: a verdict where the API allows one, else its words and its reason.
  const tilt = await rows(one.locator('main section').filter({ has: one.getByRole('heading', { name: /^Nearer to/ }) }).locator('table'));
  assert.equal(tilt.length, view.tilt.length);
  for (const row of tilt) {
    const t = view.tilt.find((x) => x.state.name === row.State);
    if (t.sign) assert.equal(row.Verdict, `closer to ${t.sign > 0 ? 'Russia' : 'the European Union'}`, row.State);
    else assert.deepEqual([row.Verdict, row.Why], [t.verdict.text, t.verdict.why], row.State);
  }
  await close(one);
});

test('the paths: one cursor for all, by keyboard, and nothing where there is not enough evidence', async () => {
  const one = await at('/alignment');
  const view = await answer('/api/v1/alignment');
  const panels = one.locator('[role="slider"]');
  assert.equal(await panels.count(), view.states.length);
  const values = () => panels.evaluateAll((list) => list.map((p) => [p.getAttribute('aria-valuenow'), p.dataset.state, p.getAttribute('aria-valuetext')]));
  assert.deepEqual([...new Set((await values()).map((v) => v[0]))], [String(view.ends.length - 1)]);
  await one.locator('[role="slider"][tabindex="0"]').focus();
  await press(one, 'Shift+ArrowLeft', 'Shift+ArrowLeft', 'ArrowRight');
  const step = view.ends.length - 1 - 23;
  for (const [now, code, words] of await values()) {
    const s = view.states.find((x) => x.state.code === code);
    assert.equal(now, String(step), 'every panel has the cursor');
    if (s.levels[step] === 'n') assert.match(words, /not enough evidence/);
    else if (s.path.q95[step] <= 3.9 && s.path.q05[step] >= -3.9) assert.ok(words.includes(signed(s.path.median[step])), `${code}: ${words}`);
  }
  const state = await one.evaluate(() => document.activeElement.dataset.state);
  await press(one, 'b');
  await one.locator('dialog[open] .figure').waitFor();
  assert.ok((await one.evaluate(() => new URL(location).searchParams.get('because'))).includes(`|${state}|${view.ends[step]}|`), 'the point under the cursor is explained');
  await press(one, 'Escape');
  await one.waitForFunction(() => !document.querySelector('dialog[open]'));
  await press(one, 'Enter');
  await one.waitForURL((u) => u.pathname === `/alignment/${state}` && u.searchParams.get('at') === view.ends[step]);
  await settled(one);
  await close(one);
});

test('a choice of evidence changes the address and the figures, and shows the shift', async () => {
  const one = await at('/alignment');
  const usual = await answer('/api/v1/alignment');
  await one.getByRole('checkbox', { name: /reaction/ }).uncheck();
  await one.waitForURL((u) => u.searchParams.get('channels') === 'votes,statements');
  const votes = await answer('/api/v1/alignment?channels=votes,statements');
  await computed(one);
  await one.locator('.shifted').waitFor();
  let shifts = 0;
  for (const row of await table(one)) {
    const [s, was] = [votes, usual].map((v) => v.states.find((x) => x.state.name === row.State));
    assert.equal(row.Median, known(s) ? signed(Math.round(s.last.median * 1000) / 1000) : '', row.State);
    if (!known(s) || !known(was)) { assert.equal(row.Shift, ''); continue; }
    assert.ok(Math.abs(number(row.Shift) - (s.last.median - was.last.median)) < 0.006, `${row.State}: ${row.Shift}`);
    if (Math.abs(number(row.Shift)) > 0.05) shifts++;
  }
  assert.ok(shifts > 0, 'leaving out the reactions moves somebody');
  assert.ok(await one.locator('main ol .ghost').count() > 0, 'the usual place is marked');
  await shot(one, 'alignment-votes');
  await one.getByRole('radio', { name: 'are abstentions' }).check();
  await one.waitForURL((u) => u.searchParams.get('absence') === 'abstention' && u.searchParams.get('channels') === 'votes,statements');
  await computed(one);
  const third = await answer('/api/v1/alignment?channels=votes,statements&absence=abstention');
  const arm = third.states.find((s) => s.state.code === 'ARM');
  if (known(arm)) await one.locator('li[data-row="ARM"] .place button').filter({ hasText: printed(arm.last) }).waitFor();
  await one.getByRole('button', { name: 'Back to the usual evidence' }).click();
  await one.waitForURL((u) => !u.search);
  await computed(one);
  assert.equal(await one.locator('main ol .ghost').count(), 0);
  await close(one);
});

test('another hub is another ladder', async () => {
  const one = await at('/alignment');
  await one.getByRole('group', { name: /hub that alignment/ }).getByRole('button', { name: 'United States' }).click();
  await one.waitForURL((u) => u.searchParams.get('hub') === 'USA');
  const view = await answer('/api/v1/alignment?hub=USA');
  await computed(one);
  await one.locator('main .sentence').filter({ hasText: 'United States' }).first().waitFor();
  for (const s of view.states.filter(known)) assert.equal(plain(await one.locator(`li[data-row="${s.state.code}"] .place button`).innerText()), printed(s.last), s.state.name);
  await close(one);
});

test('from the ladder to a vote without a mouse', async () => {
  const one = await at('/');
  await press(one, 'g', 'a');
  await one.waitForURL('**/alignment');
  await settled(one);
  await computed(one);
  await press(one, 'j', 'ArrowDown', 'ArrowDown', 'ArrowUp');
  const second = await one.locator('main ol li[data-row]').nth(1).getAttribute('data-row');
  assert.equal(await one.evaluate(() => document.activeElement.dataset.row), second);
  const ring = await one.evaluate(() => { const s = getComputedStyle(document.activeElement); return [s.outlineStyle, parseFloat(s.outlineWidth)]; });
  assert.ok(ring[0] !== 'none' && ring[1] >= 2, 'the row in focus is outlined');
  await press(one, 'Enter');
  await one.waitForURL(`**/alignment/${second}`);
  await settled(one);
  await computed(one);
  await press(one, 'b');
  await one.locator('dialog[open] summary[data-row]').first().waitFor();
  const row = one.locator('dialog[open] summary[data-row^="vote:"]').first();
  const wanted = await row.getAttribute('data-row');
  for (let i = 0; i < 60 && (await one.evaluate(() => document.activeElement.dataset.row)) !== wanted; i++) await press(one, 'j');
  assert.equal(await one.evaluate(() => document.activeElement.dataset.row), wanted, 'j walks to a vote');
  await press(one, 'Enter');
  for (let i = 0; i < 12 && !(await one.evaluate(() => document.activeElement.getAttribute('href')?.startsWith('/litmus/') || document.activeElement.getAttribute('href')?.startsWith('/sources'))); i++) await press(one, 'Tab');
  const to = await one.evaluate(() => document.activeElement.getAttribute('href'));
  assert.match(to ?? '', /^\/(litmus|sources)/, `the evidence of the vote can be reached; the focus is on "${await focused(one)}"`);
  await press(one, 'Enter');
  await one.waitForURL((u) => u.pathname + u.search === to || u.pathname === to.split('?')[0]);
  await settled(one);
  await close(one);
});

test('a dyad: the month asked about, the votes side by side, agreement never alone', async () => {
  const one = await at('/alignment/ARM');
  const view = await answer('/api/v1/alignment/ARM');
  const cells = await one.locator('main table a[data-trace^="align-joint"]').evaluateAll((list) => list.map((a) => [a.dataset.trace, Number(a.innerText)]));
  assert.deepEqual(Object.fromEntries(cells), Object.fromEntries(view.joint.filter((c) => c.n).map((c) => [c.trace, c.n])));
  const similar = plain(await one.locator('section').filter({ has: one.getByRole('heading', { name: 'How often they vote alike' }) }).innerText());
  assert.ok(similar.includes(`${(view.similar.agreement * 100).toFixed(0)} %`) && similar.includes(view.similar.kappa.toFixed(2)) && similar.includes(view.similar.pi.toFixed(2)), similar);
  await one.locator('a[data-trace^="align-joint"]').first().focus();
  await press(one, 'b');
  await one.locator('dialog[open] .figure').waitFor();
  await press(one, 'Escape');
  await one.waitForFunction(() => !document.querySelector('dialog[open]'));
  // The slider asks about another month, and the figures are then about it.
  await one.getByLabel('Month asked about').focus();
  for (let i = 0; i < 46; i++) await press(one, 'ArrowLeft');
  await one.waitForURL((u) => u.searchParams.get('at') === view.ends.at(-47));
  const then = await answer(`/api/v1/alignment/ARM?at=${view.ends.at(-47)}`);
  assert.equal(then.at, view.ends.at(-47));
  await one.locator('dl dd').filter({ hasText: `${signed(then.stand.q05)} to ${signed(then.stand.q95)}` }).waitFor();
  await settled(one);
  const moved = await rows(one.locator('main section').filter({ has: one.getByRole('heading', { name: 'What moved it' }) }).locator('table'));
  assert.deepEqual(moved.map((r) => r.What), then.items.slice(0, moved.length).map((i) => plain(i.title)));
  await one.getByRole('button', { name: 'Back to the last month' }).click();
  await one.waitForURL((u) => !u.searchParams.get('at'));
  await close(one);
});

test('the world: a year by the slider, the same on the map, in the table and in the API', async () => {
  const one = await at('/world');
  const view = await answer('/api/v1/world');
  await one.getByLabel('Year').focus();
  await press(one, 'ArrowLeft', 'ArrowLeft');
  const i = view.years.length - 3;
  await one.waitForURL((u) => u.searchParams.get('year') === String(view.years[i]));
  await one.locator('.known').first().waitFor();
  const shown = await rows(one.locator('main table').first());
  assert.equal(shown.length, view.states.length);
  for (const row of shown) {
    const s = view.states.find((x) => x.state.name === row.State);
    assert.equal(row['Ideal point'], s.median[i] == null ? '' : signed(s.median[i]), row.State);
  }
  const map = await one.locator('.known').evaluateAll((list) => list.map((g) => [g.dataset.state, g.getAttribute('aria-label')]));
  assert.ok(map.length >= 20);
  for (const [code, words] of map) {
    const s = view.states.find((x) => x.state.code === code);
    assert.ok(words.includes(`${s.state.name}, ${view.years[i]}`) && (s.median[i] == null || words.includes(signed(s.median[i]))), words);
  }
  assert.equal(await one.locator('.known[tabindex="0"]').count(), 1, 'the map is one stop for Tab');
  await one.locator('.known[tabindex="0"]').focus();
  const first = await focused(one);
  await press(one, 'ArrowRight');
  assert.notEqual(await focused(one), first);
  await press(one, 'b');
  await one.locator('dialog[open] .figure').waitFor();
  assert.match(await one.evaluate(() => new URL(location).searchParams.get('because')), new RegExp(`^world\\|.*${view.years[i]}$`));
  await close(one);
});

test('the outlines of the world are not loaded where no map is drawn', async () => {
  const one = await page(browser);
  const asked = [];
  one.on('request', (r) => asked.push(new URL(r.url()).pathname));
  await open(one, `${program.url}/alignment`);
  await computed(one);
  assert.ok(!asked.some((p) => /atlas|Map/.test(p)), asked.join(' '));
  await open(one, `${program.url}/world`);
  await computed(one);
  await one.locator('.known').first().waitFor();
  assert.ok(asked.some((p) => /atlas/.test(p)));
  await close(one);
});

test('the method stands behind each screen, with formulae, settings and the receipt of the run', async () => {
  for (const [path, model] of [['/alignment', 'align'], ['/alignment/ARM', 'align'], ['/world', 'irt']]) {
    const one = await at(path);
    await one.getByRole('link', { name: 'How this is computed' }).click();
    await one.waitForURL(`**/method/${model}`);
    await settled(one);
    await computed(one);
    const view = await answer(`/api/v1/method/${model}`);
    assert.equal(plain(await one.locator('main h1').innerText()), view.title);
    const text = await one.locator('main').innerText();
    const formulae = await one.locator('main pre').allInnerTexts();
    assert.deepEqual(formulae.flatMap((f) => f.split('\n')), view.says.flatMap((p) => p.formula ?? []));
    for (const row of [...view.settings, ...view.diagnostics, ...view.guardrails]) assert.ok(text.includes(row.name), `${model}: ${row.name}`);
    if (view.run) assert.ok(text.includes(view.run.data_hash));
    await close(one);
  }
});

test('a state has a lane for every hub, and each point explains itself', async () => {
  const one = await at('/states/ARM');
  const view = await answer('/api/v1/states/ARM/alignment');
  await one.locator('.band').nth(view.lanes.length - 1).waitFor();
  for (const lane of view.lanes) {
    const band = one.locator(`.band[data-hub="${lane.hub.code}"]`);
    const head = plain(await band.locator('.head').innerText());
    if (known(lane.standing)) assert.ok(head.includes(printed(lane.standing.last)), head);
    else assert.ok(!/\d/.test(head), `a number where there is not enough evidence: ${head}`);
  }
  await one.locator('.band .point[tabindex="0"]').first().focus();
  await press(one, 'ArrowRight', 'ArrowRight', 'Enter');
  await one.locator('dialog[open] .figure').waitFor();
  await press(one, 'Escape');
  await one.waitForFunction(() => !document.querySelector('dialog[open]'));
  await one.locator('.band[data-hub="USA"] a').click();
  await one.waitForURL((u) => u.pathname === '/alignment/ARM' && u.searchParams.get('hub') === 'USA');
  await settled(one);
  await close(one);
});

test('an actor that is not placed has no lanes, and nothing is asked about it', async () => {
  const one = await at('/states/FRA');
  await one.locator('main h2').filter({ hasText: 'Votes' }).waitFor();
  assert.equal(await one.locator('main h2').filter({ hasText: 'Alignment' }).count(), 0);
  assert.equal(await one.locator('main [role="alert"]').count(), 0);
  await close(one); // a question about it would have left an error in the console
});

test('while a run is computed there is a bar and no number', async () => {
  const one = await page(browser);
  const real = await answer('/api/v1/alignment');
  let held = true;
  await one.route('**/api/v1/alignment*', async (route) => (held
    ? route.fulfill({ json: { ...real, run: undefined, pending: { what: 'computing where each state stands', done: 3, total: 14 }, sentence: [{ text: 'Computing where each state stands.' }], states: [], ends: [], tilt: [] } })
    : route.continue()));
  await one.goto(`${program.url}/alignment`);
  await one.locator('main progress').waitFor();
  assert.deepEqual(await one.locator('main progress').evaluate((p) => [p.value, p.max, p.labels[0]?.innerText]), [3, 14, 'computing where each state stands']);
  assert.deepEqual([await one.locator('main ol li[data-row]').count(), await one.locator('main [role="slider"]').count()], [0, 0]);
  assert.ok(!/[+−]\d/.test(await one.locator('main').innerText()), 'a number is shown before there is one');
  assert.deepEqual(await accessibility(one), []);
  held = false;
  await one.locator('main ol li[data-row]').first().waitFor(); // asked again by itself
  await close(one);
});
