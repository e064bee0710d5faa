// One headless Chromium for a test file. A page fails its test on any error in the console, which
// includes every breach of the content security policy.
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { repository } from './program.mjs';

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const shots = join(repository, 'ui/e2e/shots');
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Launches Debian's Chromium. */
export function launch() {
  return chromium.launch({ executablePath: process.env.ORRERY_CHROMIUM ?? '/usr/bin/chromium', args: flags });
}

/** A page in its own context. options: colorScheme, viewport, reducedMotion. `faults` collects console errors. */
export async function page(browser, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', acceptDownloads: true, ...options });
  const one = await context.newPage();
  one.faults = [];
  one.on('console', (m) => m.type() === 'error' && one.faults.push(m.text()));
  one.on('pageerror', (e) => one.faults.push(String(e)));
  return one;
}

/** Keeps a picture for a person to look at: the page down to 4,000 px, or the window with { fullPage: false }. */
export async function shot(one, name, { fullPage = true } = {}) {
  await mkdir(shots, { recursive: true });
  const [width, height] = await one.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]);
  await one.screenshot({ path: join(shots, `${name}.png`), fullPage, ...(fullPage && { clip: { x: 0, y: 0, width, height: Math.min(height, 4000) } }) });
}

/** Runs axe-core (WCAG 2 A and AA, best practices) and returns its findings as lines. axe is evaluated through the
 * debugger, so that the page's own policy stays as strict as it is for users. */
export async function accessibility(one) {
  const { readFile } = await import('node:fs/promises');
  const session = await one.context().newCDPSession(one);
  if (!(await one.evaluate(() => 'axe' in globalThis))) await session.send('Runtime.evaluate', { expression: await readFile(axe, 'utf8') });
  const { result } = await session.send('Runtime.evaluate', {
    expression: 'axe.run(document).then((r) => JSON.stringify(r.violations))',
    awaitPromise: true,
    returnByValue: true,
  });
  return JSON.parse(result.value).map((v) => `${v.id}: ${v.help} (${v.nodes.map((n) => n.target.join(' ')).slice(0, 4).join('; ')})`);
}
