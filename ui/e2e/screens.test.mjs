// Every screen, light and dark, wide and narrow: no finding of axe-core, no error in the console (a breach
// of the content policy is one), nothing wider than the window, a headline, and a picture for a person.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessibility, launch, page, shot } from './browser.mjs';
import { code, put, stance } from './code.mjs';
import { start } from './program.mjs';
import { computed, drawn, open, settled } from './walk.mjs';

const article = `Five capitals answer within a day

By A. Reader, 2026-01-04

The foreign ministry of Kazakhstan condemned the reported drone attack on 30 December. Armenia said nothing.

Question: Was that expected?

Analyst: It was. Yerevan has been silent before.
`;

let program, browser;
const screens = {};

before(async () => {
  program = await start();
  browser = await launch();
  const answer = await fetch(`${program.url}/api/v1/documents`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ text: article, media_type: 'text/plain' }),
  });
  assert.equal(answer.status, 201);
  const document = await answer.json();
  const { head } = document;
  const draft = await code(program.url, document, 'The foreign ministry', 'stance', stance('KAZ'));
  await put(program.url, draft, { status: 'accepted' });
  await code(program.url, document, 'Analyst: It was', 'statement', { speaker: 'Analyst', about: ['ARM'], summary: 'Not surprised.', direct: true });
  Object.assign(screens, {
    home: '/',
    litmus: '/litmus',
    'litmus-item': '/litmus/residence-drones-2025',
    'litmus-rollcall': `/litmus/${encodeURIComponent('A/RES/ES-11/1')}`,
    states: '/states',
    state: '/states/KAZ',
    alignment: '/alignment',
    'alignment-votes': '/alignment?channels=votes&absence=own',
    dyad: '/alignment/ARM?at=2022-03-31',
    world: '/world',
    'method-align': '/method/align',
    'method-irt': '/method/irt',
    pressure: '/pressure',
    'pressure-target': '/pressure?target=KGZ',
    reader: '/reader',
    'reader-text': `/reader/${head.hash}`,
    'reader-past': `/reader/${head.hash}?as_of=${new Date().toISOString().slice(0, 10)}`,
    sources: '/sources',
    source: '/sources?source=b-seed-000',
    search: '/search?q=condemned',
    'search-empty': '/search?q=zzzzzz',
    missing: '/litmus/no-such-item',
  });
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

const looks = ['light', 'dark'].flatMap((colorScheme) => [1280, 380].map((width) => ({ colorScheme, width })));

test('every screen in every look', async (t) => {
  for (const [name, path] of Object.entries(screens)) {
    await t.test(name, async (screen) => {
      const one = await page(browser);
      await open(one, program.url + path);
      await computed(one);
      for (const { colorScheme, width } of looks) {
        await screen.test(`${colorScheme}, ${width} px`, async () => {
          await one.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          await one.setViewportSize({ width, height: 900 });
          await drawn(one);
          await shot(one, `${name}-${colorScheme}-${width}`);
          const [wide, room] = await one.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
          assert.ok(wide <= room, `the page is ${wide} px wide in a window of ${room}`);
          // The whole list of episodes takes axe long; its parts are looked at in all four looks under pressure-target.
          if (name === 'pressure' && (colorScheme === 'dark') !== (width === 380)) return;
          assert.deepEqual(await accessibility(one), []);
        });
      }
      // A screen that asks for something that is not there is answered with 404, which the browser logs.
      assert.deepEqual(one.faults.filter((f) => !(name === 'missing' && f.includes('404'))), []);
      await one.context().close();
    });
  }
});

test('what opens over a screen is clean too', async (t) => {
  for (const colorScheme of ['light', 'dark']) {
    for (const [name, path, keys, there] of [
      ['because', screens['litmus-item'], ['b'], 'dialog[open] .figure'],
      ['because-quote', `${screens['litmus-item']}?because=${encodeURIComponent('cell|residence-drones-2025|KAZ')}`, [], 'dialog[open] mark'],
      ['keys', '/litmus', ['?'], 'dialog[open] kbd'],
      ['form', screens['reader-text'], ['j', 's'], 'main aside form'],
    ]) {
      await t.test(`${name}, ${colorScheme}`, async () => {
        const one = await page(browser, { colorScheme });
        await open(one, program.url + path);
        for (const key of keys) await one.keyboard.press(key);
        await one.locator(there).first().waitFor();
        await shot(one, `${name}-${colorScheme}-1280`, { fullPage: false });
        assert.deepEqual(await accessibility(one), []);
        assert.deepEqual(one.faults, []);
        await one.context().close();
      });
    }
  }
});

test('pages print without what only a screen needs', async (t) => {
  for (const [name, path] of [['litmus-item', screens['litmus-item']], ['state', '/states/KAZ'], ['pressure', '/pressure'], ['reader', screens['reader-text']],
    ['alignment', '/alignment'], ['dyad', '/alignment/ARM'], ['world', '/world'], ['method', '/method/align']]) {
    await t.test(name, async () => {
      const one = await page(browser, { colorScheme: 'dark', viewport: { width: 794, height: 1123 } });
      await open(one, program.url + path);
      await computed(one);
      await one.emulateMedia({ media: 'print', colorScheme: 'dark' });
      await settled(one);
      await shot(one, `print-${name}`);
      assert.equal(await one.locator('nav').first().isVisible(), false, 'navigation is printed');
      assert.equal(await one.locator('main .button:not([aria-pressed="true"]):visible').count(), 0, 'buttons are printed');
      const paper = await one.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const bright = /rgba?\((\d+), (\d+), (\d+)/.exec(paper);
      assert.ok(paper === 'rgba(0, 0, 0, 0)' || Math.min(...bright.slice(1, 4).map(Number)) > 200, `dark paper is printed: ${paper}`);
      assert.ok(await one.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'the print is cut off at the right');
      await one.context().close();
    });
  }
});
