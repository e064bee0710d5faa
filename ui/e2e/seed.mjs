// The interview that the tests read: the seed where the shared folder is there, else a text of our own in the same form.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { repository, shared } from './program.mjs';

const folder = join(shared, 'seeds');
const name = existsSync(folder) ? readdirSync(folder).find((f) => /^000_.*\.txt$/.test(f)) : undefined;

/** Path of the text. Its interviewee is named in `interviewee`, and the sentence on Kazakhstan begins as `reports` says. */
export const seed = name
  ? { path: join(folder, name), interviewee: 'Rubev', interviewer: 'Svoboda', reports: 'Within 24 hours' }
  : { path: join(repository, 'ui/e2e/fixtures/interview.txt'), interviewee: 'Orlin', interviewer: 'Lantern', reports: 'Within 24 hours' };
