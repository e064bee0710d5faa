// Words of the screen Sources.
import type { CoveredDays } from '../lib/types';
import { readDate } from '../lib/when';
import { shared } from './shared';

const facets: Record<string, string> = { based: 'Where they sit', kind: 'What they are', lang: 'What language they use' };
const kinds: Record<string, string> = { wire: 'news agency', newspaper: 'newspaper', broadcaster: 'broadcaster', 'think-tank': 'think tank', academic: 'academic', official: 'official', dataset: 'data set', encyclopedia: 'encyclopedia' };

const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });
const language = (code: string) => { try { return code ? languages.of(code) ?? code : ''; } catch { return code; } };

export const sourcesWords = {
  language,
  group: (by: string, name: string, label: string) => (!name ? 'not known' : by === 'lang' ? language(name) : by === 'kind' ? (kinds[name] ?? label) : label),
  leaning: () => 'How the sources lean',
  facet: (by: string) => facets[by] ?? by,
  others: (n: number) => `${shared.count(n, 'more group')}`,
  fewer: () => 'Show fewer',
  moreRows: (n: number) => `Show ${n} more`,
  only: () => 'show only',
  out: () => 'leave out',
  onlyOf: (label: string) => `Show only what ${label} says`,
  outOf: (label: string) => `Leave out what ${label} says`,
  lensNote: () => 'These set the source lens for every screen; clear it at the top.',
  unknown: () => 'not known: no lens term names them',
  bar: (label: string, n: number) => `${label}: ${shared.count(n, 'source')}`,

  filter: () => 'Find a source by title, publisher or key',
  find: () => 'Find',
  list: () => 'Sources',
  shown: (n: number, more: boolean) => `${shared.count(n, 'source')} shown${more ? ', there are more' : ''}`,
  empty: (q: string) => (q ? `No source has “${q}” in its title, publisher or key.` : 'The ledger has no sources yet. A casebook brings them, and so does every document that is read.'),
  reader: () => 'Read a text',
  all: () => 'Show all sources',
  command: () => 'orrery casebook load DIR',
  column: {
    title: () => 'Title', publisher: () => 'Publisher', published: () => 'Published', based: () => 'Based in', kind: () => 'Kind', language: () => 'Language',
    grade: () => 'Grade', records: () => 'Records', key: () => 'Key',
  },
  kind: (k: string) => kinds[k] ?? k,
  ungraded: () => 'not graded',

  back: () => 'All sources',
  byline: (parts: string[]) => parts.filter(Boolean).join(' · '),
  address: () => 'Open the page',
  citing: (n: number) => (n ? `${shared.count(n, 'accepted record')} ${n === 1 ? 'cites' : 'cite'} it` : 'No accepted record cites it'),
  record: { when: () => 'Date', kind: () => 'Kind', label: () => 'Record', status: () => 'Status', coder: () => 'Coder' },

  data: {
    title: () => 'Event data',
    lede: () => 'Sets of reports that machines or other people coded. A report is never an event of this ledger: it enters no figure, and only rules may be run on it.',
    empty: () => 'No event data is imported. Download a set from its publisher and import its files; they stay reports, beside the ledger.',
    command: () => 'orrery import icews FILE',
    byline: (parts: string[]) => parts.filter(Boolean).join(' · '),
    page: () => 'Open the publisher’s page',
    reports: (n: number) => (n === 1 ? 'report' : 'reports'),
    linked: () => 'perhaps about the same as an earlier one; a rule counts each thing once',
    days: (from: string, to: string) => `${readDate(from)} to ${readDate(to)}`,
    silence: () => 'What silence means',
    covered: (of: string[]) => (of.length ? `Days on which a missing report means that none was made: ${of.join('; ')}.` : 'On no day does a missing report mean that none was made.'),
    stretch: (c: CoveredDays) => `${readDate(c.from)} to ${readDate(c.to)}${c.states?.length ? ` for ${c.states.join(', ')}` : ''}`,
    more: (n: number) => `and ${shared.count(n, 'more stretch', 'more stretches')}`,
    strip: (title: string, from: string, to: string, covered: string) => `${title}: reports from ${readDate(from)} to ${readDate(to)}. ${covered}`,
    key: { covered: () => 'filled: days whose silence counts', reports: () => 'outlined: days with reports whose silence says nothing' },
    mapped: (mapped: number, named: number) => `${share(mapped, named)} of the ${shared.count(named, 'party', 'parties')} named have a state`,
    typed: (typed: number, reports: number) => `${share(typed, reports)} of the reports have a PLOVER type`,
    unmapped: (n: number) => `Named without a state: ${shared.count(n, 'party', 'parties')}${n === 100 ? ' listed, there may be more' : ''}`,
    unknown: (n: number) => `Codes that no table has: ${n}${n === 100 ? ' listed, there may be more' : ''}`,
    types: (n: number) => `Event types: ${n}`,
    files: (n: number) => shared.count(n, 'file'),
    filesOf: (n: number, all: number, title: string) => (n < all ? `The newest ${n} of ${shared.count(all, 'file')} of ${title}` : `${shared.count(n, 'file')} of ${title}`),
    citation: () => 'To be cited as',
    file: {
      name: () => 'File', at: () => 'Imported', who: () => 'By', form: () => 'Form', rows: () => 'Rows', reports: () => 'Reports', added: () => 'New', first: () => 'First day', last: () => 'Last day', sha256: () => 'SHA-256',
    },
  },
};

/** A share as it may be said: never 100 % of what is not all, never 0 % of what is not none. */
function share(n: number, of: number): string {
  if (!of || n === of) return of ? 'All' : 'None';
  if (!n) return 'None';
  const percent = (100 * n) / of;
  return percent < 1 ? 'Under 1 %' : percent > 99 ? 'Over 99 %' : `${Math.round(percent)} %`;
}
