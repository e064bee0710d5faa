// A text that tries to be a program stays a text, on every screen that shows a piece of it; and nobody else's
// page reads or writes this ledger.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch, page, shot } from './browser.mjs';
import { code, put, read, send, stance } from './code.mjs';
import { ask, start } from './program.mjs';
import { open, painted } from './walk.mjs';

const bad = `<img src=x onerror="globalThis.pwned=1"><script>globalThis.pwned=1</script>"'\`&amp;\${1}`;
const article = `Answers ${bad} in a day

A reporter wrote that Kazakhstan ${bad} had condemned the attack.

Question: Was that ${bad} expected?

O'Neil "Bobby" <b>Tables</b>: It was, and Astana </p><svg onload=globalThis.pwned=1> will say so again.

Question: And then?

O'Neil "Bobby" <b>Tables</b>: Then javascript:globalThis.pwned=1 and nothing else.
`;

let program, browser, folder, document;
before(async () => {
  program = await start();
  browser = await launch();
  folder = await mkdtemp(join(tmpdir(), 'orrery-hostile-'));
  const file = join(folder, `a'"<b>&.txt`);
  await writeFile(file, article);
  document = await read(program.url, file);
  const draft = await code(program.url, document, 'A reporter wrote', 'stance', { ...stance('KAZ'), summary: `Condemned ${bad} it.`, voice: `Spokesman ${bad}` });
  await put(program.url, draft, { status: 'accepted', why: `because ${bad}` });
  const said = await code(program.url, document, 'Question: Was', 'statement', { speaker: `Speaker ${bad}`, about: ['KAZ'], concept: `c ${bad}`, direct: true, summary: `Said ${bad}.` });
  await put(program.url, said, { status: 'accepted' });
});
after(async () => {
  await browser?.close();
  await program?.stop();
  if (folder) await rm(folder, { recursive: true, force: true });
});

/** The page shows the hostile words as words, and nothing of them came to life. */
async function harmless(one, words, name) {
  await one.getByText(words).filter({ visible: true }).first().waitFor({ timeout: 10000 });
  assert.equal(await one.evaluate(() => globalThis.pwned), undefined, `${name}: a script ran`);
  assert.equal(await one.locator('img[src="x"], [onerror], [onload], main b:not(.words b), a[href^="javascript:" i]').count(), 0, `${name}: markup came through`);
  assert.deepEqual(one.faults, [], name);
  await shot(one, `hostile-${name}`);
}

test('hostile words are shown as words', async () => {
  const one = await page(browser);
  const at = program.url;
  const inside = 'onerror="globalThis.pwned=1"';
  await open(one, `${at}/reader/${document.head.hash}`);
  await harmless(one, inside, 'reader');
  const painted0 = await one.locator('main [data-start]').allTextContents();
  assert.equal(painted0.join('\n\n'), document.text.trim().split(/\n\n+/).join('\n\n'), 'the text on the page is the text of the document');
  await one.keyboard.press('n');
  await one.waitForFunction(() => CSS.highlights.has('current-words'));
  assert.ok((await painted(one, 'current-words')).includes(inside));
  await harmless(one, inside, 'record');

  await open(one, `${at}/reader`);
  await harmless(one, inside, 'queue');
  await open(one, `${at}/litmus/residence-drones-2025`);
  await harmless(one, inside, 'litmus');
  await open(one, `${at}/litmus/residence-drones-2025?because=${encodeURIComponent('cell|residence-drones-2025|KAZ')}`);
  await one.locator('dialog[open] mark').filter({ hasText: inside }).waitFor();
  await harmless(one, inside, 'because');
  await open(one, `${at}/search?q=reporter`);
  await harmless(one, 'A reporter wrote', 'search');
  await open(one, `${at}/search?q=${encodeURIComponent(bad)}`);
  assert.equal(await one.evaluate(() => globalThis.pwned), undefined);
  await open(one, `${at}/states/KAZ`);
  for (const table of await one.locator('main section button[aria-expanded]').all()) await table.click();
  await harmless(one, inside, 'state');
  await open(one, at);
  await harmless(one, inside, 'home');
  // Sources: the key comes from the address.
  await open(one, `${at}/sources?source=${encodeURIComponent(bad)}`);
  assert.equal(await one.evaluate(() => globalThis.pwned), undefined);
  for (const path of [`/litmus/${encodeURIComponent(bad)}`, `/?because=${encodeURIComponent(bad)}`, `/?lens=${encodeURIComponent(bad)}`, `/reader/${document.head.hash}?at=${encodeURIComponent(bad)}`]) {
    await one.goto(at + path);
    await one.locator('main h1, dialog[open]').first().waitFor();
    assert.equal(await one.evaluate(() => globalThis.pwned), undefined, path);
    assert.equal(await one.locator('img[src="x"]').count(), 0, path);
  }
  const nowhere = await fetch(`${at}/${encodeURIComponent(bad)}`);
  assert.equal(nowhere.status, 404);
  assert.match(nowhere.headers.get('content-type'), /^text\/plain/, 'an address is not echoed as a page');
});

test('an HTML page is read as words, its scripts are not', async () => {
  const html = `<!doctype html><html lang="en"><head><title>Page &lt;script&gt;globalThis.pwned=1&lt;/script&gt;</title></head><body><article><h1>Kazakhstan answers</h1>
<p onclick="globalThis.pwned=1">The foreign ministry condemned the attack on the residence in a statement that was read out on Tuesday evening in Astana.</p>
<script>globalThis.pwned=1</script><p>&lt;img src=x onerror=globalThis.pwned=1&gt; is what the second paragraph of this page says to whoever reads it slowly.</p></article></body></html>`;
  const answer = await send(program.url, 'POST', '/api/v1/documents', { text: html, media_type: 'text/html' });
  const one = await page(browser);
  await open(one, `${program.url}/reader/${answer.head.hash}`);
  await harmless(one, 'onerror=globalThis.pwned=1', 'html');
  // The snapshot is kept as it came, and can only be saved, never shown.
  const snapshot = await fetch(`${program.url}/api/v1/documents/${answer.head.hash}/snapshot`);
  assert.equal(await snapshot.text(), html);
  assert.equal(snapshot.headers.get('content-type'), 'application/octet-stream');
  assert.match(snapshot.headers.get('content-disposition'), /^attachment/);
  assert.match(snapshot.headers.get('content-security-policy'), /sandbox/);
  assert.equal(snapshot.headers.get('x-content-type-options'), 'nosniff');
});

test('the policy of every page is strict', async () => {
  for (const path of ['/', '/litmus', '/reader', '/api/v1/meta', '/assets/index.js', '/no/such/place']) {
    const policy = (await fetch(program.url + path)).headers.get('content-security-policy') ?? '';
    const rules = Object.fromEntries(policy.split(';').map((r) => [r.trim().split(' ')[0], r.trim().split(' ').slice(1)]));
    assert.deepEqual(rules['default-src'], ["'none'"], path);
    assert.deepEqual(rules['script-src'] ?? ["'self'"], ["'self'"], path);
    assert.deepEqual(rules['frame-ancestors'], ["'none'"], path);
    assert.deepEqual(rules['base-uri'], ["'none'"], path);
    assert.ok(!/unsafe|\*/.test(policy), `${path}: ${policy}`);
  }
  // And it bites: a script put into the page by hand does not run.
  const one = await page(browser);
  await open(one, program.url);
  await one.evaluate(() => {
    const s = document.createElement('script');
    s.textContent = 'globalThis.pwned = 1';
    document.body.append(s);
  });
  assert.equal(await one.evaluate(() => globalThis.pwned), undefined);
  assert.equal(one.faults.length, 1, 'the browser reports the breach');
});

/** A request with any header at all; fetch does not let a program choose Host. */
function raw(method, path, headers, body = '') {
  const { hostname, port } = new URL(program.url);
  return new Promise((done, fail) => {
    const r = request({ hostname, port, method, path, headers, setHost: false }, (answer) => {
      let text = '';
      answer.on('data', (b) => (text += b)).on('end', () => done({ status: answer.statusCode, text, headers: answer.headers }));
    });
    r.on('error', fail);
    r.end(body);
  });
}

test('a foreign Host is refused, whatever it asks for', async () => {
  const { host, port } = new URL(program.url);
  assert.equal((await raw('GET', '/api/v1/meta', { Host: host })).status, 200);
  for (const name of ['evil.example', `evil.example:${port}`, `127.0.0.1.evil.example:${port}`, '127.0.0.1:1', `localhost.evil:${port}`, '']) {
    for (const path of ['/', '/api/v1/meta', '/assets/index.js']) {
      const answer = await raw('GET', path, { Host: name });
      assert.ok([400, 403].includes(answer.status), `Host "${name}" on ${path}: ${answer.status}`);
      assert.ok(!answer.text.includes('post-Soviet'), 'it leaks an answer');
    }
  }
});

test('a write from another site is refused, and nothing is written', async () => {
  const { host } = new URL(program.url);
  const before = (await ask(program.url, '/api/v1/documents')).documents.length;
  const body = JSON.stringify({ text: 'Written by another page.' });
  for (const headers of [
    { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' }, { 'Sec-Fetch-Site': 'same-site', Origin: 'http://127.0.0.1:1' },
    { Origin: 'https://evil.example' }, { Origin: 'null' },
  ]) {
    const answer = await raw('POST', '/api/v1/documents', { Host: host, 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body), ...headers }, body);
    assert.equal(answer.status, 403, JSON.stringify(headers));
    assert.equal(answer.headers['content-type'], 'application/problem+json');
    assert.equal(answer.headers['access-control-allow-origin'], undefined);
  }
  assert.equal((await ask(program.url, '/api/v1/documents')).documents.length, before);
});
