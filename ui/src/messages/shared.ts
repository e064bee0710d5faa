// Words that every screen uses. Plain functions, so that a translation is one module beside this.
import type { Position, Presence, Timing } from '../lib/types';

const one = (n: number, word: string, many = `${word}s`) => `${n.toLocaleString('en-GB')} ${n === 1 ? word : many}`;

export const shared = {
  name: () => 'Orrery',
  skip: () => 'Skip to the answer',
  loading: () => 'Asking the ledger …',
  unreachable: () => 'Orrery does not answer. Look whether it is still running, then try again.',
  failed: (status: number) => `The answer could not be read${status ? ` (status ${status})` : ''}. Try again; if it stays, look at the program's messages.`,
  again: () => 'Try again',
  notFound: (path: string) => `There is no screen at ${path}.`,
  toHome: () => 'Go to the home screen',
  close: () => 'Close',
  more: () => 'Show more',
  count: one,
  hidden: (n: number) => `The source lens hides ${one(n, 'record')}: none of their sources passes it.`,
  asKnown: (when: string) => `As known on ${when}.`,

  scope: {
    region: () => 'Region',
    hub: () => 'Hub',
    around: (hub: string) => `around ${hub}`,
    asOf: () => 'As of',
    today: () => 'as of now',
    asOfDay: (day: string) => `as of ${day}`,
    asOfHelp: () => 'Answers use only what the ledger held at the end of that day (UTC). This is when a record was entered, not when the event happened.',
    now: () => 'Back to now',
    lens: () => 'Source lens',
    allSources: () => 'all sources',
    lensed: (n: number) => one(n, 'source term'),
    lensHelp: () => 'A record stays when at least one of its sources passes. Leave out or keep sources by seat, kind or language.',
    clear: () => 'Use all sources',
    leaveOut: () => 'leave out',
    keepOnly: () => 'keep only',
    drop: (term: string) => `Remove ${term}`,
    facet: (by: string) => ({ based: 'Based in', kind: 'Kind', lang: 'Language' })[by] ?? by,
    theme: () => 'Colours',
    themes: { system: 'System', light: 'Light', dark: 'Dark' } as const,
    keys: () => 'Keys',
    menu: () => 'Screens',
  },

  because: {
    title: () => 'Because',
    rule: () => 'Rule',
    parts: () => 'Made of',
    rows: (n: number) => `Rests on ${one(n, 'record')}`,
    noRows: () => 'No record stands behind this figure: that is what it says.',
    weight: (w: number) => `weight ${w}`,
    coder: (who: string) => `coded by ${who}`,
    revision: (rev: number, at: string, who: string) => `revision ${rev}, ${at}, ${who}`,
    voice: (name: string, role: string) => (role ? `${name || 'unnamed'}, ${role}` : name),
    openQuote: () => 'Open the sentence in its document',
    orphan: () => 'The stored text no longer holds these words at this place.',
    vote: (v: string, hub: string) => (hub ? `voted ${v}; the hub voted ${hub}` : `voted ${v}`),
    source: (n: number) => `cited by ${one(n, 'record')}`,
    openSource: () => 'Open the page',
    noEvidence: () => 'No source or quote is recorded for this row.',
    fields: () => 'All fields of the record',
    credibility: (d: number) => ['not judged', '1 confirmed', '2 probably true', '3 possibly true', '4 doubtful', '5 improbable', '6 cannot be judged'][d] ?? String(d),
    grade: (g: string) => (g ? `source grade ${g}` : 'source not graded'),
    showing: (n: number, of: number) => (n < of ? `${n} of ${of} shown` : ''),
    onlyOne: () => 'leans on one source',
  },

  table: {
    csv: () => 'Save as CSV',
    copy: () => 'Copy',
    copied: () => 'Copied',
    notCopied: () => 'The browser did not allow copying',
    sort: (column: string) => `Sort by ${column}`,
    empty: () => 'Nothing to list.',
  },

  sheet: {
    title: () => 'Keys',
    goes: (name: string) => `Go to ${name}`,
    search: () => 'Search',
    next: () => 'Next row',
    previous: () => 'Previous row',
    open: () => 'Open the row',
    because: () => 'Because: explain the figure in focus, or the first of the screen',
    thisSheet: () => 'This sheet',
    close: () => 'Close a sheet or drawer',
    here: () => 'On this screen',
    everywhere: () => 'Everywhere',
  },

  position: (p: Position | string): string =>
    ({
      with: 'with', 'leaning-with': 'leaning with', neutral: 'neutral', 'leaning-against': 'leaning against', against: 'against',
      silent: 'silent', absent: 'did not vote', '': 'not known',
    })[p] ?? p,
  presence: (p: Presence): string =>
    ({
      answered: 'answered', 'silent-searched': 'searched, nothing found', 'silent-reported': 'silent, as reported; not searched by us',
      'not-searched': 'not searched', absent: 'did not vote', 'not-applicable': 'not expected to answer', '': 'no data',
    })[p] ?? p,
  underLens: () => 'nothing under this lens',
  emptyThen: (day: string) => `On ${day} the ledger held nothing that would show here. Its dates are those of entry, not of what happened.`,
  timing: (t: Timing): string =>
    ({ 'in-time': 'in time', late: 'late', 'possibly-late': 'possibly late', untimed: '', before: 'before the event', '': '' })[t] ?? t,
  mark: {
    contested: () => 'accepted records disagree',
    said: () => 'nothing of the hub to compare with',
    draft: () => 'draft, in no figure',
    late: () => 'after the window',
    possiblyLate: () => 'perhaps after the window',
    leans: () => 'leans on one source',
    legend: () => 'What the marks mean',
  },
};
