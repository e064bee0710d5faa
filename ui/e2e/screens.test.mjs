// Every screen, light and dark, wide and narrow: no finding of axe-core, no error in the console (a breach
// of the content policy is one), nothing wider than the window, a headline, and a picture for a person.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessibility, launch, page, shot } from './browser.mjs';
import { start } from './program.mjs';

const article = `Five capitals answer within a day

By A. Reader, 2026-01-04

The foreign ministry of Kazakhstan condemned the reported drone attack on 30 December. Armenia said nothing.

Question: Was that expected?

Analyst: It was. Yerevan has been silent before.
`;

let program, browser, screens;

before(async () => {
  program = await start();
  browser = await launch();
  const answer = await fetch(`${program.url}/api/v1/documents`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ text: article, media_type: 'text/plain' }),
  });
  assert.equal(answer.status, 201);
  const { head } = await answer.json();
  screens = {
    home: '/',
    litmus: '/litmus',
    'litmus-item': '/litmus/residence-drones-2025',
    'litmus-rollcall': `/litmus/${encodeURIComponent('A/RES/ES-11/1')}`,
    states: '/states',
    state: '/states/KAZ',
    pressure: '/pressure',
    'pressure-target': '/pressure?target=KGZ',
    reader: '/reader',
    'reader-text': `/reader/${head.hash}`,
    sources: '/sources',
    search: '/search?q=condemned',
    'search-empty': '/search?q=zzzzzz',
    missing: '/litmus/no-such-item',
  };
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

for (const colorScheme of ['light', 'dark']) {
  for (const width of [1280, 380]) {
    test(`screens, ${colorScheme}, ${width} px`, async (t) => {
      for (const [name, path] of Object.entries(screens)) {
        await t.test(name, async () => {
          const one = await page(browser, { colorScheme, viewport: { width, height: 900 } });
          await one.goto(program.url + path, { waitUntil: 'networkidle' });
          await one.locator('main h1').first().waitFor();
          const [wide, window] = await one.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
          await shot(one, `${name}-${colorScheme}-${width}`);
          assert.ok(wide <= window, `the page is ${wide} px wide in a window of ${window}`);
          assert.deepEqual(await accessibility(one), []);
          // A screen that asks for something that is not there is answered with 404, which the browser logs.
          const faults = one.faults.filter((f) => !(name === 'missing' && f.includes('404')));
          assert.deepEqual(faults, []);
          await one.context().close();
        });
      }
    });
  }
}

test('the drawer is clean too, and a page prints', async () => {
  for (const colorScheme of ['light', 'dark']) {
    const one = await page(browser, { colorScheme });
    await one.goto(`${program.url}/litmus/residence-drones-2025`, { waitUntil: 'networkidle' });
    await one.keyboard.press('b');
    await one.locator('dialog[open] .figure').waitFor();
    await shot(one, `because-${colorScheme}-1280`, { fullPage: false });
    assert.deepEqual(await accessibility(one), []);
    await one.keyboard.press('Escape');
    await one.emulateMedia({ media: 'print' });
    await shot(one, `print-${colorScheme}`);
    assert.equal(await one.locator('nav').first().isVisible(), false, 'navigation is printed');
    await one.context().close();
  }
});
