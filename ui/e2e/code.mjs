// Reading and coding through the API, for tests that are about what comes after.
import { readFile } from 'node:fs/promises';
import { ask } from './program.mjs';

/** Sends JSON and returns the answer's JSON; a problem becomes an error with its sentence. */
export async function send(url, method, path, body, headers = {}) {
  const answer = await fetch(url + path, { method, headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body) });
  const out = await answer.json();
  if (!answer.ok) throw Object.assign(new Error(`${method} ${path}: ${answer.status} ${out.detail}`), { status: answer.status });
  return out;
}

/** Reads a file into the ledger and returns its document. */
export async function read(url, path) {
  const body = new FormData();
  body.append('file', new Blob([await readFile(path)], { type: 'text/plain' }), path.split('/').at(-1));
  const answer = await fetch(`${url}/api/v1/documents`, { method: 'POST', body });
  return answer.json();
}

/** Codes a draft from the paragraph that begins so, in the voice that the text or an earlier record gives it. */
export async function code(url, document, beginning, kind, body) {
  const bytes = Buffer.from(document.text);
  const start = bytes.indexOf(beginning);
  const end = bytes.indexOf('\n', start);
  return send(url, 'POST', '/api/v1/records', { kind, body, document: document.head.hash, start, end: end < 0 ? bytes.length : end });
}

/** Decides on a record, or edits it; the revision that it has now is named. */
export async function put(url, record, change) {
  const path = `/api/v1/records/${encodeURIComponent(record.ref)}`;
  const now = await ask(url, path);
  return send(url, 'PUT', path, change, { 'If-Match': `"${now.rev}"` });
}

/** A stance on the residence attack, in the words of the tests. */
export const stance = (actor) => ({
  item: 'residence-drones-2025', actor, position: 'with', form: 'statement', when: '2025-12-30', summary: 'Counted among those who spoke up for Moscow within a day.',
});
