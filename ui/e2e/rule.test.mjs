// The page of one rule and its run: what a guardrail withholds stands nowhere; screen, API and command say the same; every cell
// explains itself, by keyboard alone; a rule that its placebo kills is no pattern; a run can be given up.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessibility, launch, page, shot } from './browser.mjs';
import { ask, run, start } from './program.mjs';
import { plant } from './register.mjs';
import { drawn, focused, open, plain, press, settled } from './walk.mjs';

const known = 'import-bans-after-security-step';
const reason = /collected because they were known/;
/** A p or a q with a value: "p .012", "q below .001", "p 1 (1 of …". */
const chance = /\b[pq] (below )?(\.\d|[01]\b)/;

let program, browser;
before(async () => {
  program = await start();
  browser = await launch();
  await plant(program.data);
  for (const rule of ['planted', 'seasonal', 'thin']) await run(program.data, 'rule', 'run', rule);
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

async function at(path, options) {
  const one = await page(browser, options);
  await open(one, program.url + path);
  await one.evaluate(() => document.fonts.ready);
  return one;
}
async function close(one) {
  assert.deepEqual(one.faults, []);
  await one.context().close();
}
const answer = (slug) => ask(program.url, `/api/v1/rules/${slug}`);
const said = (v) => Object.fromEntries(v.run.numbers.map((n) => [n.name, n]));
const headline = async (one) => plain(await one.locator('main h1').innerText());
const section = (one, name) => one.locator('section', { has: one.getByRole('heading', { name, exact: true }) }).last();
const escaped = async (one) => { await press(one, 'Escape'); await one.waitForFunction(() => !document.querySelector('dialog[open]')); };
/** Opens what has the focus, and returns the figure and the words of the drawer. */
async function because(one, trace) {
  await press(one, 'b');
  await one.locator('dialog[open] .figure').waitFor();
  assert.equal(await one.evaluate(() => new URL(location).searchParams.get('because')), trace);
  return plain(await one.locator('dialog[open]').innerText());
}

test('a rule that was never run says what running does, and is run from there', async () => {
  const one = await at(`/pressure/${known}`);
  assert.equal(await headline(one), 'Never run');
  const main = one.locator('main');
  const words = plain(await main.innerText());
  assert.match(words, /the run is kept, whatever comes of it, and this rule counts in the family/);
  assert.match(words, new RegExp(`orrery rule run ${known}`));
  const before = await answer(known);
  assert.equal(before.run, null);
  assert.match(words, /Exploratory: no run of it is a test/);
  for (const why of before.rule.why) assert.ok(words.includes(plain(why)), why);
  assert.deepEqual(await accessibility(one), []);
  await shot(one, 'rule-never-light-1280');
  await one.getByRole('button', { name: 'Run', exact: true }).click();
  await one.waitForURL((u) => u.searchParams.get('run'), { timeout: 60_000 });
  await settled(one);
  await one.locator('main h1 strong').waitFor();
  const after = await answer(known);
  assert.equal(after.run.receipt.key, new URL(one.url()).searchParams.get('run'));
  assert.match(await headline(one), /Coincidence not excluded$/);
  await close(one);
});

test('without a denominator: three cells are hatched, the reason is said, and no chance is given', async () => {
  const one = await at(`/pressure/${known}`);
  const v = await answer(known);
  const n = said(v);
  assert.equal(v.run.result.label, 'coincidence not excluded');
  assert.equal(v.run.result.denominator, 'none');
  const table = section(one, 'Days by window and response').locator('table');
  for (const name of ['in-with', 'in-without', 'out-with', 'out-without']) {
    const cell = table.locator(`td[data-cell="${name}"]`);
    const text = plain(await cell.innerText());
    assert.equal(await cell.evaluate((td) => td.classList.contains('unknown') && getComputedStyle(td).backgroundImage.includes('repeating-linear-gradient')), !n[name].shown, `${name} is hatched when it is not known`);
    if (n[name].shown) assert.equal(text, n[name].text);
    else assert.ok(!/\d/.test(text), `a number where nothing can be known: ${text}`);
  }
  assert.equal(await table.locator('td.unknown').count(), 3);
  assert.match(plain(await section(one, 'Days by window and response').innerText()), reason);
  const test = section(one, 'The test');
  assert.match(plain(await test.innerText()), /^The test No p-value: .*collected because they were known/);
  const ratio = plain(await section(one, 'Rate ratio: the rate of responses in windows over the rate on other days').innerText());
  assert.match(ratio, /not estimable/);
  assert.equal(await one.locator('main svg[role="img"]').count(), 0, 'no axis of a ratio that there is none of');
  for (const summary of await one.locator('main details > summary').all()) await summary.click(); // tables and file as well
  await drawn(one);
  const words = plain(await one.locator('main').innerText());
  assert.ok(!chance.test(words), `a chance where there is none: ${chance.exec(words)?.[0]}`);
  // Every trigger and response is there, none left out because it has no other half.
  const lanes = new Set(v.run.result.triggers.concat(v.run.result.responses).map((c) => c.dyad)).size;
  const more = one.getByRole('button', { name: `Show all ${lanes} pairs of states` });
  if (await more.count()) await more.click();
  await drawn(one);
  assert.equal(await one.locator('main g.mark').count(), v.run.result.triggers.length + v.run.result.responses.length);
  await shot(one, 'rule-known-light-1280');
  await close(one);
});

test('a planted pattern: all parts stand, and screen, API and command say the same', async () => {
  const one = await at('/pressure/planted');
  const v = await answer('planted');
  const n = said(v);
  assert.equal(v.run.result.label, 'system', v.run.result.sentence);
  const told = v.run.sentence.map((c) => c.text).join('');
  assert.equal((await headline(one)).toLowerCase(), plain(told).replace(/\.$/, '').toLowerCase());
  const sizes = await one.evaluate(() => [...document.querySelectorAll('main *')].map((el) => [parseFloat(getComputedStyle(el).fontSize), el.localName]).sort((a, b) => b[0] - a[0])[0]);
  assert.ok(['strong', 'a'].includes(sizes[1]), 'the label is the largest words of the page');
  assert.match(plain(await one.locator('main aside').first().innerText()), /^Registered since /);

  for (const name of ['in-with', 'in-without', 'out-with', 'out-without']) assert.equal(plain(await one.locator(`td[data-cell="${name}"]`).innerText()), n[name].text);
  const words = plain(await one.locator('main').innerText());
  const wanted = Object.values(n).filter((x) => !/^(strip|lag|label|family|condition|placebo|replication)(\/|$)/.test(x.name));
  // In a list of p's their family stands once, at its head.
  const within = (text) => words.includes(plain(text)) || (([, family]) => !!family && words.includes(plain(`ach p: ${family}`)) && words.includes(plain(text.replace(` (${family})`, ''))))(/ \((\d[^()]*)\)/.exec(text) ?? []);
  for (const x of wanted.filter((y) => y.shown)) assert.ok(within(x.text), `${x.name}: ${x.text}`);
  for (const x of Object.values(n).filter((y) => /^(placebo|replication)\//.test(y.name))) assert.ok(within(x.text), `${x.name}: ${x.text}`);
  assert.ok(words.includes(plain(v.run.family.text)), 'the family stands beside the p');
  assert.ok(words.includes(plain(v.rule.line)));
  for (const a of v.run.result.advice) assert.ok(words.includes(plain(a.text)), a.text);

  const command = JSON.parse(await run(program.data, 'pressure', '--rule', 'planted', '--json')).run;
  assert.equal(command.receipt.ref, v.run.receipt.ref);
  assert.deepEqual(command.numbers, v.run.numbers);
  for (const row of ['data_hash', 'code', 'ref']) assert.ok(words.includes(v.run.receipt[row]), row);

  const conditions = section(one, 'What the label rests on').locator('li');
  assert.equal(await conditions.count(), v.run.result.conditions.length);
  for (const li of await conditions.all()) assert.match(plain(await li.innerText()), /^met: /);
  assert.equal(await one.locator('g.mark').count(), v.run.result.triggers.length + v.run.result.responses.length);
  assert.equal(await one.locator('path.arc').count(), v.run.result.pairs.length);
  assert.equal(await section(one, 'The label for other widths of the window').locator('g[role="button"]').count(), v.run.result.strip.length);
  assert.equal(await section(one, 'Days from a trigger to a response').locator('g[role="button"]').count(), v.run.result.lags.filter((l) => l.n).length);
  assert.equal(await section(one, 'Time to the first response').locator('g[role="button"]').count(), v.run.result.latency.steps.length);
  await one.locator('details', { hasText: /^Cases/ }).locator('summary').click();
  const rows = one.locator('details', { hasText: /^Cases/ }).locator('tbody tr');
  await rows.first().waitFor();
  assert.equal(await rows.count(), v.run.result.triggers.length + v.run.result.responses.length);
  const [file] = await Promise.all([one.waitForEvent('download'), one.locator('details', { hasText: /^Cases/ }).getByRole('button', { name: 'Save as CSV' }).click()]);
  assert.equal(file.suggestedFilename(), 'cases-planted.csv');
  await close(one);
});

test('every cell of the table, the p and the label explain themselves, down to the report', async () => {
  const one = await at('/pressure/planted');
  const n = said(await answer('planted'));
  for (const name of ['in-with', 'in-without', 'out-with', 'out-without']) {
    const cell = one.locator(`td[data-cell="${name}"] a`);
    await cell.focus();
    const words = await because(one, n[name].trace);
    assert.ok(words.includes(n[name].text), `${name}: ${words.slice(0, 200)}`);
    await escaped(one);
    assert.equal(await one.evaluate(() => document.activeElement.closest('td')?.dataset.cell), name, 'the focus comes back');
  }
  await section(one, 'The test').locator(`a[data-trace="${n.p.trace}"]`).click();
  await one.locator('dialog[open] .figure').waitFor();
  assert.ok(plain(await one.locator('dialog[open]').innerText()).includes(n['p-circular'].text), 'the p is made of others');
  await escaped(one);
  await one.locator('h1 strong a').focus();
  await because(one, n.label.trace);
  await escaped(one);
  await one.locator('td[data-cell="out-with"] a').click();
  const row = one.locator('dialog[open] summary[data-row^="report"]').first();
  await row.waitFor();
  if (!(await row.evaluate((s) => s.parentElement.open))) await row.click();
  const detail = plain(await row.evaluateHandle((s) => s.parentElement).then((h) => h.innerText()));
  assert.match(detail, /data set made-up/);
  assert.ok(!/revision 0/.test(detail), 'a report has no revision');
  await shot(one, 'rule-because-light-1280', { fullPage: false });
  assert.deepEqual(await accessibility(one), []);
  await close(one);
});

test('from the label to a cell to the drawer to a row, without a mouse', async () => {
  const one = await at('/pressure/planted');
  const n = said(await answer('planted'));
  const tabUntil = async (test, what) => {
    for (let i = 0; i < 120; i++) {
      await press(one, 'Tab');
      if (await one.evaluate(test)) return;
    }
    assert.fail(`Tab does not reach ${what}; the focus is on "${await focused(one)}"`);
  };
  await tabUntil(() => !!document.activeElement.closest('h1 strong'), 'the label');
  await tabUntil(() => document.activeElement.classList.contains('mark'), 'the strip');
  const first = await focused(one);
  await press(one, 'ArrowRight', 'ArrowRight');
  assert.notEqual(await focused(one), first, 'arrows move along the marks');
  assert.equal(await one.locator('g.mark[tabindex="0"]').count(), await one.locator('main svg:has(g.mark)').count(), 'each lane is one stop');
  await press(one, 'Enter');
  await one.locator('dialog[open] .figure').waitFor();
  await escaped(one);
  await tabUntil(() => document.activeElement.closest('td')?.dataset.cell === 'in-with', 'a cell');
  await because(one, n['in-with'].trace);
  await press(one, 'j');
  const ref = await one.evaluate(() => document.activeElement.dataset.row);
  assert.ok(ref, 'j goes to a row');
  await press(one, 'Enter');
  assert.equal(await one.evaluate(() => document.activeElement.parentElement.open), true);
  await escaped(one);
  await tabUntil(() => document.activeElement.getAttribute('aria-label')?.includes('the rule’s own'), 'the strip of widths, at the rule’s own');
  await press(one, 'ArrowRight');
  assert.match(await focused(one), /^ΔT of 21 days: /);
  await press(one, 'Enter');
  await one.locator('dialog[open] .figure').waitFor();
  assert.equal(await one.evaluate(() => new URL(location).searchParams.get('because')), n['strip/21'].trace);
  await close(one);
});

test('a rule that its placebo kills is no pattern, however small its p', async () => {
  const one = await at('/pressure/seasonal');
  const v = await answer('seasonal');
  const n = said(v);
  assert.ok(v.run.result.p.reported < 0.05);
  assert.match(await headline(one), /Coincidence not excluded$/);
  const reacting = v.run.result.placebos.filter((p) => p.reacts);
  assert.ok(reacting.length > 0);
  const table = section(one, 'Placebos: where nothing should be found');
  for (const p of v.run.result.placebos) {
    const row = table.locator('tr', { hasText: n[`placebo/${p.kind}/${p.name}`].label.replace('placebo: ', '') });
    assert.equal(await row.locator('rect.yes').count(), p.reacts ? 1 : 0, 'a shape tells, not a colour');
    if (p.reacts) assert.match(plain(await row.innerText()), /reacts, which rejects the rule/);
  }
  const unmet = section(one, 'What the label rests on').locator('li.not');
  assert.equal(await unmet.count(), v.run.result.conditions.filter((c) => !c.ok).length);
  assert.match(plain(await unmet.first().innerText()), /^not met: /);
  await shot(one, 'rule-placebo-light-1280');
  await close(one);
});

test('too few to test: cases and a ratio, and no chance anywhere', async () => {
  const one = await at('/pressure/thin');
  const v = await answer('thin');
  assert.equal(v.run.result.testing.ok, false);
  assert.equal(v.run.result.p, undefined);
  assert.match(plain(await section(one, 'The test').innerText()), /No p-value: too few to test/);
  for (const summary of await one.locator('main details > summary').all()) await summary.click();
  await drawn(one);
  const words = plain(await one.locator('main').innerText());
  assert.ok(!chance.test(words.replace(/p below \.050? from|p would be [^.]*\.\d+[^.]*/g, '')), `a chance where there is none: ${chance.exec(words)?.[0]}`);
  const bars = section(one, 'The label for other widths of the window').locator('rect.cell');
  assert.equal(await bars.count() - (await section(one, 'The label for other widths of the window').locator('.key rect.cell').count()), 0, 'no tone for a p that is withheld');
  await close(one);
});

test('a run can be given up, and what fails is said in a sentence', async () => {
  const one = await at('/pressure/thin');
  const before = (await answer('thin')).rule.runs.length;
  let asked = 0;
  let given = 0;
  one.on('requestfailed', (r) => r.url().endsWith('/runs') && given++);
  await one.route('**/api/v1/rules/thin/runs', () => { asked++; }); // an answer that never comes
  await one.getByLabel('Seed').fill('two');
  await one.getByRole('button', { name: 'Run again' }).click();
  await one.getByText('A seed is a whole number').waitFor();
  assert.equal(asked, 0, 'nothing is asked with a seed that is none');
  await one.getByLabel('Seed').fill('2');
  await one.getByRole('button', { name: 'Run again' }).click();
  await one.locator('main progress').waitFor();
  assert.match(plain(await one.locator('main').innerText()), /Running/);
  assert.deepEqual(await accessibility(one), []);
  await one.getByRole('button', { name: 'Cancel' }).click();
  await one.getByText('The run was given up.').waitFor();
  assert.equal(await one.locator('main progress').count(), 0);
  assert.deepEqual([asked, given], [1, 1], 'the request was given up');
  await one.unroute('**/api/v1/rules/thin/runs');
  assert.equal((await answer('thin')).rule.runs.length, before, 'what was given up is not kept');
  // For real, with another seed: another look, which is kept, and can be chosen again.
  await one.getByRole('button', { name: 'Run again' }).click();
  await one.waitForURL((u) => u.searchParams.get('run'), { timeout: 60_000 });
  await settled(one);
  const after = await answer('thin');
  assert.equal(after.rule.runs.length, before + 1);
  assert.equal(after.run.receipt.seed, 2);
  await one.getByLabel('Runs of this rule').selectOption(after.rule.runs[1].key);
  await one.waitForURL((u) => u.searchParams.get('run') === after.rule.runs[1].key);
  await one.locator('dd a', { hasText: after.rule.runs[1].ref }).waitFor();
  assert.equal(await one.getByLabel('Seed').inputValue(), '1');
  await close(one);

  const lost = await page(browser);
  await lost.goto(`${program.url}/pressure/plantet`);
  await lost.locator('main [role="alert"]').waitFor();
  assert.match(plain(await lost.locator('main [role="alert"]').innerText()), /plantet.*planted/);
  await lost.context().close();
});

test('light and dark, wide and narrow, on paper: nothing wider than the window, no finding of axe', async () => {
  for (const [name, slug] of [['planted', 'planted'], ['placebo', 'seasonal'], ['thin', 'thin'], ['known', known]]) {
    for (const colorScheme of ['light', 'dark']) {
      for (const width of [1280, 768, 380]) {
        if (width === 768 && colorScheme === 'dark') continue;
        const one = await at(`/pressure/${slug}`, { colorScheme, viewport: { width, height: 900 } });
        await drawn(one);
        const wide = await one.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(wide <= 0, `${name} at ${width} is ${wide} px wider than the window`);
        if (width !== 768) assert.deepEqual(await accessibility(one), [], `${name} ${colorScheme} ${width}`);
        await shot(one, `rule-${name}-${colorScheme}-${width}`);
        await close(one);
      }
    }
  }
  const one = await at('/pressure/planted');
  assert.equal(await one.evaluate(() => document.getAnimations().filter((a) => a.playState === 'running' && a.effect.getComputedTiming().duration > 0).length), 0, 'nothing moves');
  await one.emulateMedia({ media: 'print' });
  assert.equal(await one.getByRole('button', { name: 'Run again' }).isVisible(), false);
  assert.ok(await one.locator('td[data-cell="in-with"]').isVisible());
  await shot(one, 'print-rule');
  await close(one);
});
