// Words of the home screen.
import { shared } from './shared';

export const home = {
  title: () => 'Orrery',
  questions: () => 'Five questions',
  notYet: () => 'No engine yet',
  computing: () => 'Being computed',
  look: (screen: string) => `Open ${screen}`,
  latest: () => 'A test to begin with',
  openItem: () => 'Open with its table',
  noCasebook: () => 'A casebook says which region, states and hubs this is about. Load one, and its states will stand here.',
  stock: () => 'In the ledger',
  noLens: () => 'The lens does not apply to this list.',
  span: (from: string, to: string) => `Events, votes and stances from ${from} to ${to}.`,
  drafts: (n: number) => `${shared.count(n, 'draft')} ${n === 1 ? 'waits' : 'wait'} for review and ${n === 1 ? 'is' : 'are'} in no figure.`,
  review: () => 'Review',
  changes: () => 'What changed',
  changesSince: (when: string) => `What changed since ${when}`,
  noChanges: () => 'Nothing has changed. Reading an article or editing a record will show here.',
  read: () => 'Read an article',
  spark: (from: number, to: number, counts: number[]) => `Records a year, ${from} to ${to}: at most ${Math.max(...counts)}, ${counts.at(-1)} in the last year.`,
  records: (n: number) => shared.count(n, 'record'),
};
