// What the tests of the review share: texts, pasting, and what stands on the screen of a suggestion.
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ask, shared } from './program.mjs';
import { open, plain, press, settled, tabTo } from './walk.mjs';

const folder = join(shared, 'seeds');
/** Path of one of the three documents that Orrery comes from, and why it is not there. */
export function seedNumber(n) {
  const name = existsSync(folder) ? readdirSync(folder).find((f) => f.startsWith(`${n}_`) && f.endsWith('.txt')) : undefined;
  return name ? { path: join(folder, name), skip: false } : { path: '', skip: `needs ../shared (seed ${n} is read from ORRERY_SHARED at run time)` };
}

/** Pastes a text into the Reader as a person does, and waits for its document with what was suggested. */
export async function paste(one, url, text) {
  await open(one, `${url}/reader`);
  await tabTo(one, 'Paste a text');
  await one.keyboard.insertText(text);
  await tabTo(one, 'Read the text');
  await press(one, 'Enter');
  await one.waitForURL(/\/reader\/[0-9a-f]{64}$/);
  await settled(one);
  await one.waitForLoadState('networkidle');
  const hash = one.url().split('/').at(-1);
  return { hash, view: () => ask(url, `/api/v1/documents/${hash}`) };
}
export const pasteFile = async (one, url, path) => paste(one, url, await readFile(path, 'utf8'));

/** The records of a document that the coder suggested and nobody decided on, of one kind or of all. */
export const waiting = (view, kind = '') => view.records.filter((r) => r.suggestion && r.record.status === 'draft' && (!kind || r.record.kind === kind));

/** The ref of the suggestion in hand, '' when none is. */
export const inHand = (one) => one.locator('aside [data-row][aria-pressed="true"]').evaluateAll((l) => l[0]?.dataset.row ?? '');

/** The card of the suggestion in hand, in one line. */
export const card = async (one) => plain(await one.locator('main aside article.card').innerText());

/** Presses n until a suggestion is in hand that fits; every one that is passed is another one. */
export async function walkTo(one, fits) {
  const seen = [];
  for (let i = 0; i < 400; i++) {
    await press(one, 'n');
    await one.waitForFunction((was) => (document.querySelector('aside [data-row][aria-pressed="true"]')?.dataset.row ?? '') !== was, seen.at(-1) ?? '', { timeout: 5000 });
    const ref = await inHand(one);
    if (fits(ref)) return ref;
    assert.ok(!seen.includes(ref), `n comes back to ${ref} after ${seen.length} without having met what was looked for`);
    seen.push(ref);
  }
  assert.fail('four hundred suggestions and none fits');
}

/** Waits until the Reader says so. */
export const said = (one, words) => one.locator('main .said').filter({ hasText: words }).waitFor({ timeout: 10_000 });
