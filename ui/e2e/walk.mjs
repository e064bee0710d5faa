// What a person does at a page: look until it answers, press keys, fill in a form without a mouse.
import assert from 'node:assert/strict';

/** Waits until the page has asked all that it asks, shows its headline and has its fonts. */
export async function settled(one) {
  await one.locator('main h1').first().waitFor();
  await one.waitForFunction(() => !document.querySelector('main [aria-busy="true"]'));
  await one.evaluate(() => document.fonts.ready.then(() => true));
}

/** Waits until no run is being computed any more: two minutes, for a slow machine and several hubs. */
export async function computed(one) {
  await one.waitForFunction(() => !document.querySelector('main progress') && !document.querySelector('main [aria-busy="true"]'), null, { timeout: 120_000 });
}

/** Waits until the page has been drawn anew, twice: what measures itself draws once more after it was resized. */
export const drawn = (one) => one.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done)))));

/** Opens an address of the program. */
export async function open(one, address) {
  await one.goto(address);
  await settled(one);
}

/** The sentence that answers, as it stands on the screen, in one line. */
export async function sentence(one) {
  return plain((await one.locator('main .sentence').allInnerTexts()).join(' '));
}

/** White space as a reader sees it. */
export const plain = (text) => text.replace(/\s+/g, ' ').trim();

/** The sentence of an API view as one line. */
export const told = (clauses) => plain(clauses.map((c) => (c.trace && /^\d{4,}$/.test(c.text) ? Number(c.text).toLocaleString('en-GB') : c.text)).join(''));

/** Presses keys one after another: press(one, 'g', 'r'). */
export async function press(one, ...keys) {
  for (const key of keys) await one.keyboard.press(key);
}

/** The words by which the element in focus is known: its label, its name, or its text. */
export const focused = (one) => one.evaluate(() => {
  const el = document.activeElement;
  if (!el || el === document.body) return '';
  return (el.labels?.[0]?.innerText || el.getAttribute('aria-label') || el.innerText || '').replace(/\s+/g, ' ').trim();
});

/** Presses Tab until the field with that label has the focus, at most 60 times. */
export async function tabTo(one, label) {
  const seen = [];
  for (let i = 0; i < 60; i++) {
    const now = await focused(one);
    if (now === label || now.startsWith(`${label} ·`)) return;
    seen.push(now);
    await one.keyboard.press('Tab');
  }
  assert.fail(`Tab does not reach "${label}"; it went over: ${seen.join(' | ')}`);
}

/** Fills a form by keyboard: [label, words] in the order of the form. A field that takes several gets several words. */
export async function fill(one, fields) {
  for (const [label, ...words] of fields) {
    await tabTo(one, label);
    const kind = await one.evaluate(() => document.activeElement.getAttribute('role') ?? document.activeElement.localName);
    for (const word of words) {
      await one.keyboard.type(word);
      if (kind !== 'combobox') continue;
      await one.waitForFunction(() => document.activeElement.getAttribute('aria-expanded') === 'true' || document.activeElement.parentElement.querySelector('.none'));
      // An option that is lit is taken by Enter; words that are not on the list are taken as the focus moves on.
      if (await one.evaluate(() => document.activeElement.hasAttribute('aria-activedescendant'))) await one.keyboard.press('Enter');
    }
    const value = await one.evaluate(() => document.activeElement.value);
    assert.ok(kind === 'combobox' || !words.length || value, `the field "${label}" took nothing of "${words}"`);
  }
}

/** Presses j until the chosen words of the Reader are the sentence that begins so. Returns the sentence. */
export async function choose(one, beginning) {
  let last = '';
  for (let i = 0; i < 200; i++) {
    await one.keyboard.press('j');
    await one.waitForFunction((was) => [...(CSS.highlights.get('chosen-words') ?? [])].map(String).join('\n') !== was, last, { timeout: 5000 })
      .catch(() => assert.fail(`j stops at "${last}", before a sentence that begins with "${beginning}"`));
    last = await chosen(one);
    if (last.startsWith(beginning)) return last;
  }
  assert.fail(`no sentence begins with "${beginning}"; the last was "${last}"`);
}

/** The chosen words of the Reader. */
export const chosen = (one) => painted(one, 'chosen-words');

/** The words that a highlight of the page paints: what a reader sees lit. */
export function painted(one, name) {
  return one.evaluate((n) => [...(CSS.highlights.get(n) ?? [])].map(String).join('\n'), name);
}
