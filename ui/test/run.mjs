// Runs test/*.test.ts with Node's own runner. Vite, which is here anyway, turns them into JavaScript
// first, so that no second tool chain is needed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));
const tests = readdirSync(here).filter((f) => f.endsWith('.test.ts'));
if (!tests.length) throw new Error('no test/*.test.ts found');
const out = mkdtempSync(join(tmpdir(), 'orrery-ui-test-'));
try {
  await build({
    root: join(here, '..'), configFile: false, logLevel: 'warn',
    ssr: { noExternal: true }, // tables in packages are JSON, which only the bundler imports plainly
    build: {
      ssr: true, outDir: out, emptyOutDir: true, copyPublicDir: false,
      rolldownOptions: { input: Object.fromEntries(tests.map((f) => [f.replace(/\.ts$/, ''), join(here, f)])), output: { entryFileNames: '[name].mjs' } },
    },
  });
  const run = spawnSync(process.execPath, ['--test', ...tests.map((f) => join(out, f.replace(/\.ts$/, '.mjs')))], { stdio: 'inherit' });
  process.exitCode = run.status ?? 1;
} finally {
  rmSync(out, { recursive: true, force: true });
}
