// A made-up register of measures with three planted rules: one whose responses do follow, one whose placebo follows as well, one with too
// little to test. Nothing in it ever happened. It is the same at every call, and complete from 2005 to 2019 for four states.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './program.mjs';

const days = 5478; // 2005 to 2019
const states = ['KAZ', 'KGZ', 'TJK', 'UZB'];
const common = `hub: RUS
lag: 1
window: P20D
from: 2010-01-01
to: 2019-12-31
triggers_from: made-up
responses_from: made-up
dyads: [RUS/KGZ, RUS/UZB]
strata: blocks
`;
const rules = {
  planted: `rule: planted\ntitle: Made-up notices after made-up visits\ntrigger: type=CONSULT actor=state target=TUR\nresponse: type=SANCTION actor=hub target=state\nunrelated: type=AID actor=hub target=state\nreplicate: [2005/2009, KAZ]\n${common}`,
  seasonal: `rule: seasonal\ntitle: Made-up refusals in the made-up season of fairs\ntrigger: type=COOPERATE actor=state target=CHN\nresponse: type=REJECT actor=hub target=state\nunrelated: type=REQUEST actor=hub target=state\nreplicate: [2005/2009, KAZ]\n${common}`,
  thin: `rule: thin\ntitle: Made-up detentions after made-up treaties\ntrigger: type=AGREE actor=state target=JPN\nresponse: type=COERCE actor=hub target=state\nunrelated: type=AID actor=hub target=state\n${common}`,
};

/** Numbers below n, always the same ones (a linear congruence; the low bits are left out). */
function chance(seed) {
  let at = seed >>> 0;
  return (n) => {
    at = (Math.imul(at, 1664525) + 1013904223) >>> 0;
    return Math.floor((at / 2 ** 32) * n);
  };
}

function table() {
  const below = chance(20261122);
  const rows = [];
  const add = (day, by, to, type) => {
    if (day < 0 || day >= days) return;
    const date = new Date(Date.UTC(2005, 0, 1 + day)).toISOString().slice(0, 10);
    rows.push([date, `Office of ${by}`, by, `Office of ${to}`, to, type, below(2) ? 'Made-up Courier' : 'Made-up Gazette', `Made-up ${type.toLowerCase()} of ${to} by ${by}`]);
  };
  const scatter = (state, type, n) => { for (let i = 0; i < n; i++) add(below(days), 'RUS', state, type); };
  // Three of four triggers get a response within a fortnight; a quiet state has no trigger, and as many responses at any time.
  const follow = (state, quiet, trigger, target, response, other) => {
    for (let at = below(60); at < days; at += 60 + below(60)) {
      if (quiet) { add(below(days), 'RUS', state, response); continue; }
      add(at, state, target, trigger);
      if (below(4)) add(at + 3 + below(12), 'RUS', state, response);
      if (other && below(4)) add(at + 3 + below(12), 'RUS', state, other);
    }
    scatter(state, response, 15);
  };
  for (const state of states) {
    const quiet = state === 'TJK';
    follow(state, quiet, 'CONSULT', 'TUR', 'SANCTION', '');
    scatter(state, 'AID', 60);
    follow(state, quiet, 'COOPERATE', 'CHN', 'REJECT', 'REQUEST');
    for (let i = 0; !quiet && i < 5; i++) {
      const at = below(days);
      add(at, state, 'JPN', 'AGREE');
      add(at + 2 + below(15), 'RUS', state, 'COERCE');
    }
  }
  rows.sort((a, b) => (a.join() < b.join() ? -1 : 1));
  return ['id,date,actor,actor_iso,recipient,recipient_iso,type,publisher,text', ...rows.map((r, i) => `m${String(i + 1).padStart(4, '0')},${r.join()}`)].join('\n') + '\n';
}

/** Registers the three rules in the folder of a program, and then loads the register: a rule stands before its data. */
export async function plant(data) {
  for (const [name, text] of Object.entries(rules)) {
    await writeFile(join(data, `${name}.yml`), text);
    await run(data, 'rule', 'register', join(data, `${name}.yml`));
  }
  await writeFile(join(data, 'made-up.csv'), table());
  await writeFile(join(data, 'made-up.yml'), 'set: made-up\nvocabulary: plover\n');
  await run(data, 'import', 'plain', join(data, 'made-up.csv'), '--mapping', join(data, 'made-up.yml'), '--register', 'Made-up agency', '--from', '2005-01-01', '--to', '2019-12-31', '--states', states.join());
}
