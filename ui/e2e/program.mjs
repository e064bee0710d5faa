// Starts the real program on an empty folder and waits for the address that it prints.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repository = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const shared = process.env.ORRERY_SHARED ?? resolve(repository, '../shared');

const binary = process.env.ORRERY_BIN ?? join(repository, 'bin/orrery');

/** Runs a command of the program in the folder of a running one, and returns what it prints. */
export function run(data, ...args) {
  return new Promise((done, fail) => {
    const child = spawn(binary, [...args, '--data', data], { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    child.stdout.on('data', (b) => (out += b));
    child.stderr.on('data', (b) => (err += b));
    child.on('error', fail);
    child.on('exit', (code) => (code === 0 ? done(out) : fail(new Error(`orrery ${args.join(' ')} ended with ${code}: ${err}`))));
  });
}

/** Starts Orrery. Extra arguments may name another casebook. */
export async function start(...args) {
  const data = await mkdtemp(join(tmpdir(), 'orrery-e2e-'));
  const child = spawn(binary, ['serve', '--data', data, '--listen', '127.0.0.1:0', '--no-browser', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const url = await new Promise((done, fail) => {
    const look = (bytes) => {
      printed += bytes;
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(printed);
      if (found) done(found[0]);
    };
    child.stdout.on('data', look);
    child.stderr.on('data', look);
    child.on('error', fail);
    child.on('exit', (code) => fail(new Error(`orrery ended with ${code} before it listened:\n${printed}`)));
  });
  const stop = async () => {
    const gone = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    await gone;
    await rm(data, { recursive: true, force: true });
  };
  return { url, data, stop };
}

/** Asks the API and returns its JSON; a problem becomes an error with its sentence. */
export async function ask(url, path) {
  const answer = await fetch(url + path);
  const body = await answer.json();
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${body.detail}`);
  return body;
}
