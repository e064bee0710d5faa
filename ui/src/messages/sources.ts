// Words of the screen Sources.
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
};
