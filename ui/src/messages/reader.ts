// Words of the Reader.
import { shared } from './shared';

const kinds: Record<string, string> = {
  stance: 'stance', event: 'event', statement: 'statement', forecast: 'forecast', tie: 'tie', claim: 'claim', 'vote-claim': 'vote in words',
  episode: 'trigger and response', membership: 'membership',
};
const an = (word: string) => `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`;
const roles: Record<string, string> = { interviewee: 'interviewee', interviewer: 'interviewer', outlet: 'the outlet itself', quoted: 'somebody quoted' };
const relays: Record<string, string> = {
  original: 'The original stands elsewhere', 'republished-from': 'Republished from', 'translated-from': 'Translated from', 'summary-of': 'Summary of',
};
const forms: Record<string, string> = { 'interview-named': 'interview, speakers named', 'interview-dashes': 'interview, dashes mark the speakers', essay: 'one voice' };

const labels: Record<string, string> = {
  item: 'Reacts to', actor: 'Actor', position: 'Position', form: 'Form', when: 'Date', voice: 'Who spoke for the actor', summary: 'Summary, in our own words',
  by: 'Who acted', to: 'On whom', type: 'Type (PLOVER)', mode: 'Mode', contexts: 'Contexts', instrument: 'Instrument', credibility: 'Credibility',
  claim: 'Rests on the contested claim', speaker: 'Speaker', about: 'About', audience: 'Said to', concept: 'Concept', polarity: 'Polarity',
  direct: 'The speaker’s own words', author: 'Author', published: 'Published', statement: 'Forecast, in our own words', question: 'Question that can be resolved',
  horizon: 'Resolved by', condition: 'Only if', words: 'At most six of the author’s words', probability: 'Probability of yes', low: 'Probability, low',
  high: 'Probability, high', hub: 'Hub', channel: 'Channel', measure: 'Measure', value: 'Value', unit: 'Unit', note: 'Note', text: 'Claim, in our own words',
  asserts: 'Who asserts it', denies: 'Who denies it', standing: 'Standing', vote: 'Vote', rollcall: 'Roll call', resolution: 'As the text names it',
  name: 'What it is, in our own words', targets: 'On whom', claimed_link: 'Link that somebody claims', claimed_by: 'Who claims the link', official_reason: 'Official reason',
  organisation: 'Organisation', membership: 'Belongs as', from: 'Since', until: 'Until',
};
const hints: Record<string, string> = {
  when: '2025-12-31, 2025-12, 2025~ or 2025-12-01/2025-12-31', published: '2025-12-31, 2025-12 or 2025', horizon: '2026-12-31', probability: '0 to 1; empty: not said',
  polarity: '−2 hostile to +2 supportive; empty: not judged', credibility: '1 confirmed to 5 improbable; 6 cannot be judged',
  claimed_link: 'First word: admitted, asserted, suspected, disputed, none or routine; then a colon and what is claimed', from: '2001, 2001-06 or 2001-06-15',
  question: 'Needed for a forecast that is to be scored', mode: 'The modes of the type above', value: 'Empty: named without a figure',
};

export const readerWords = {
  kind: (k: string) => kinds[k] ?? k,
  queueTitle: (n: number, drafts: number, more: boolean) =>
    n === 0 ? 'No document has been read yet.'
      : `${more ? 'More than ' : ''}${shared.count(n, 'document')} read; ${drafts === 0 ? 'no draft waits' : `${shared.count(drafts, 'draft')} ${drafts === 1 ? 'waits' : 'wait'}`} for a decision.`,
  queue: () => 'Documents',
  queueEmpty: () => 'Drop a file above, paste a text, or give an address. On the command line:',
  queueCommand: () => 'orrery read FILE',
  untitled: () => 'Untitled',
  column: {
    title: () => 'Title', drafts: () => 'Drafts', accepted: () => 'Accepted', published: () => 'Published', outlet: () => 'Outlet', author: () => 'Author',
    language: () => 'Language', form: () => 'Form', read: () => 'Read',
  },

  intake: {
    title: () => 'Read a text into the ledger',
    file: () => 'Choose files',
    drop: () => 'or drop them here: plain text, Markdown, HTML, PDF, DOCX or e-mail',
    dropping: () => 'Let go to read',
    paste: () => 'Paste a text',
    pasteButton: () => 'Read the text',
    url: () => 'Address of a page',
    urlButton: () => 'Fetch and read',
    suggest: () => 'Suggest what to code at once',
    busy: () => 'Reading …',
    read: (title: string) => `Read: ${title}`,
    before: (title: string) => `These bytes were read before: ${title}`,
    open: () => 'Open it',
    refused: (name: string) => `${name}:`,
  },
  readOnlyPast: (day: string) => `You look at the ledger as of ${day}: the past can be read, not changed.`,
  readOnly: () => 'This ledger is open for reading only. Start Orrery without read-only to code.',
  backToNow: () => 'Back to now',
  back: () => 'All documents',

  meta: {
    title: () => 'About this document', author: () => 'Author', date: () => 'Published', noDate: () => 'not known', outlet: () => 'Outlet', language: () => 'Language',
    form: () => 'Form', address: () => 'Address', read: () => 'Read', bytes: () => 'Size', source: () => 'Source', relay: () => 'Where it comes from', notes: () => 'What the reading left out or guessed',
    snapshot: () => 'Save the snapshot', hash: () => 'SHA-256', size: (n: number) => `${n.toLocaleString('en-GB')} bytes of text`,
    formName: (f: string) => forms[f] ?? f, relayName: (k: string) => relays[k] ?? k,
    precision: (edtf: string) => (/^\d{4}$/.test(edtf) ? ' (year only)' : /^\d{4}-\d{2}$/.test(edtf) ? ' (month only)' : /[~?%]/.test(edtf) ? ' (estimated)' : ''),
  },
  role: (r: string) => roles[r] ?? r,
  noTurn: () => 'No speaker is marked here: the outlet’s or author’s own words.',
  text: (title: string) => `Text of ${title || 'the document'}`,
  lit: (exact: string) => `Here: ${exact}`,
  litMissing: (at: string) => `The address names bytes ${at}, which this text does not have.`,
  spotTitle: (kind: string, status: string) => `${kinds[kind] ?? kind}, ${status}`,
  spotsTitle: (n: number, kind: string, status: string) => `${n} on the same words: ${kinds[kind] ?? kind}, ${status}`,
  spots: (kind: string, status: string, label: string) => `${kinds[kind] ?? kind}, ${status}: ${label}`,
  orphan: () => 'orphan: the text no longer holds these words there',

  how: () => 'Select words with the pointer, or press j and k to move by sentence (Shift extends, [ and ] cut a word off, { and } take it back). Then press a key:',
  chosen: () => 'Chosen words',
  codeAs: (kind: string) => `Code ${an(kinds[kind] ?? kind)}`,
  formTitle: (kind: string) => `New ${kinds[kind] ?? kind}`,
  editTitle: (kind: string) => `Edit the ${kinds[kind] ?? kind}`,
  voiceTitle: () => 'Voice of these words',
  voice: { name: () => 'Speaker, as named', actor: () => 'Known as', role: () => 'Role', behalf: () => 'On behalf of' },
  label: (name: string) => labels[name] ?? name,
  hint: (name: string) => hints[name] ?? '',
  need: () => 'needed',
  choose: () => 'not given',
  why: () => 'Why (kept with the revision)',
  save: () => 'Save draft',
  saveEdit: () => 'Save a new revision',
  saving: () => 'Saving …',
  cancel: () => 'Cancel',
  noMatch: () => 'Nothing on the list fits.',
  asTyped: () => 'It is kept as typed.',
  results: (n: number) => shared.count(n, 'suggestion'),
  remove: (what: string) => `Remove ${what}`,

  records: (n: number) => (n ? `Coded here: ${shared.count(n, 'record')}` : 'Nothing is coded here yet'),
  status: (s: string) => s,
  accept: () => 'Accept', reject: () => 'Reject', undo: () => 'Undo', edit: () => 'Edit', show: () => 'Show in the text',
  did: {
    draft: (kind: string) => `Draft ${kinds[kind] ?? kind} saved. It enters no figure until it is accepted.`,
    accepted: (label: string) => `Accepted: ${label}`,
    rejected: (label: string) => `Rejected: ${label}`,
    edited: (label: string) => `Saved as a new revision: ${label}`,
    undone: (label: string) => `Taken back, as a new revision: ${label}`,
    nothingToUndo: () => 'There is nothing to take back: this record has one revision only.',
    changedSince: (label: string, who: string) => `Not taken back: ${who || 'somebody'} changed it since. It now reads: ${label}`,
    noRecord: () => 'Choose a record first: n and p move along them.',
    noWords: () => 'Choose some words first: select them, or press j.',
    reloaded: () => 'Read again from the ledger.',
  },
  whyUndo: () => 'taken back in the Reader',
  conflict: {
    title: () => 'Somebody changed this record since you read it',
    yours: (rev: number) => `Yours, made from revision ${rev}`,
    theirs: (rev: number, who: string) => `In the ledger: revision ${rev}${who ? ` by ${who}` : ''}`,
    same: (status: string, who: string) => `Already ${status === 'draft' ? 'changed' : status}${who ? ` by ${who}` : ''}, exactly as you would have it`,
    readAgain: () => 'Read it again',
    field: () => 'Field',
    reload: () => 'Reload, and drop mine',
    over: () => 'Save mine as the next revision',
    status: () => 'status',
  },
  key: {
    code: (kind: string) => `Code the chosen words as ${an(kinds[kind] ?? kind)}`,
    codeOrEdit: () => 'Code the chosen words as an event; with a record chosen, edit it',
    next: () => 'Next sentence', previous: () => 'Previous sentence', extend: () => 'Extend by a sentence', shrink: () => 'Shorten, or extend backwards',
    cutEnd: () => 'Cut the last word off', cutStart: () => 'Cut the first word off', addEnd: () => 'Take a word in at the end', addStart: () => 'Take a word in at the start',
  },
};
