// Words of the screens States and State.
import type { EventMark, Interval, StanceMark, TieRow, ForecastRow, VoteMark } from '../lib/types';
import { readDate } from '../lib/when';
import { shared } from './shared';

const list = (names: string[] | null) => (names ?? []).join(', ');
const votes: Record<string, string> = { yes: 'voted yes', no: 'voted no', abstain: 'abstained', absent: 'did not vote' };
const quads: Record<number, string> = { 1: 'words of cooperation', 2: 'deeds of cooperation', 3: 'words of conflict', 4: 'deeds of conflict' };

export const stateWords = {
  listTitle: (region: string) => (region ? `The states of ${/^the /i.test(region) ? region : `the ${region}`}` : 'The states'),
  listCaption: () => 'States and what the ledger holds on each',
  listEmpty: () => 'The ledger has no states yet. A casebook brings a region with its states.',
  listCommand: () => 'orrery casebook load DIR',
  name: () => 'State',
  code: () => 'Code',
  also: (names: string[]) => `Also named ${names.join(', ')}.`,
  counts: () => 'What the ledger holds',

  votes: () => 'Votes',
  stances: () => 'Stances',
  given: () => 'Events given',
  received: () => 'Events received',
  memberships: () => 'Memberships',
  office: () => 'People in office',
  ties: () => 'Ties',
  forecasts: () => 'Forecasts',

  timeline: (state: string) => `${state} over time, lane by lane`,
  lane: (title: string, state: string) => `${title}: ${state}. Arrow keys move along the marks, Enter explains one.`,
  years: (title: string) => `${title} by year. Arrow keys move along the years, Enter explains one.`,
  table: () => 'Table',
  tableOf: (title: string) => `${title}, as a table`,
  openCount: (n: number, title: string) => `${n} ${title}: because`,
  rowsFromTop: (rows: string[]) => `Rows from the top: ${rows.join(', ')}.`,

  noVotes: () => 'The ledger holds no votes of this state. A casebook brings them (votes.csv).',
  noVoteHere: (kind: string) =>
    `Not applicable: ${({ organisation: 'organisations', 'power-bloc': 'blocs of states', 'non-state': 'actors that are no recognised state' })[kind] ?? 'it'} ${({ organisation: 'have', 'power-bloc': 'have', 'non-state': 'have' })[kind] ?? 'has'} no vote here.`,
  noStances: () => 'No accepted stance. Code one in the Reader: select the words, press s.',
  noGiven: () => 'No accepted event in which this state acts. Code one in the Reader: select the words, press e.',
  noReceived: () => 'No accepted event that this state received. Code one in the Reader: select the words, press e.',
  noMemberships: () => 'No memberships are recorded. A casebook brings them (memberships.csv).',
  noOffice: () => 'No people in office are recorded. A casebook brings them (people.csv).',
  noTies: () => 'No ties are recorded. Code one in the Reader: select the words, press i.',
  noForecasts: () => 'No forecast about this state is recorded. Code one in the Reader: select the words, press f.',

  toward: () => 'measured against',
  towardWhich: () => 'The hub that stances are measured against',
  stancesToward: (hub: string) => `Stances measured against ${hub}`,
  noneToward: (hub: string) => `None is measured against ${hub}.`,

  reader: () => 'Open the Reader',

  voteRow: (row: string, hub: string) =>
    ({ with: `as ${hub} voted`, neutral: 'between', against: `against ${hub}`, absent: 'did not vote', '': `${hub} did not vote` })[row] ?? row,
  stanceRow: (row: string) => ({ with: 'with', neutral: 'neutral', against: 'against', silent: 'silent', absent: 'did not vote' })[row] ?? row,
  quad: (q: number) => quads[q] ?? 'class not known',
  newest: (shown: number, total: number) => (shown < total ? `Bars count every year; marks show the newest ${shown}.` : ''),
  more: () => 'Show older events',

  voteWords: (v: VoteMark, hub: string) =>
    `${readDate(v.when)}: ${votes[v.vote] ?? v.vote}${v.hub_vote ? `, ${hub} ${votes[v.hub_vote] ?? v.hub_vote}` : ''}. ${v.title} (${v.rollcall})`,
  stanceWords: (s: StanceMark) =>
    `${readDate(s.when) || 'no date'}: ${shared.position(s.position)}${s.hub ? ` ${s.hub}` : ''}${s.form ? `, ${s.form}` : ''}${s.voice ? `, ${s.voice}` : ''}. ${s.title}. ${s.summary}`,
  eventWords: (e: EventMark) =>
    `${readDate(e.when)}: ${list(e.by)} to ${list(e.to) || 'nobody named'}, ${e.type.toLowerCase()}${e.mode ? ` (${e.mode})` : ''}, ${quads[e.quad] ?? ''}. ${e.summary}`,
  intervalWords: (i: Interval) =>
    `${[...new Set([i.label, i.status, i.group])].filter(Boolean).join(', ')}: ${i.from ? readDate(i.from) : 'start not known'} to ${i.to ? readDate(i.to) : 'now'}${i.note ? `. ${i.note}` : ''}`,
  yearWords: (year: number, n: number) => `${year}: ${shared.count(n, 'event')}`,

  column: {
    when: () => 'Date', rollcall: () => 'Roll call', title: () => 'Title', vote: () => 'Vote', hubVote: (hub: string) => `${hub}'s vote`, position: () => 'Position',
    item: () => 'Item', hub: () => 'Hub', form: () => 'Form', voice: () => 'Voice', summary: () => 'Summary',
    by: () => 'By', to: () => 'To', type: () => 'Type', mode: () => 'Mode', quad: () => 'Class', contexts: () => 'Contexts', instrument: () => 'Instrument',
    group: () => 'Organisation', person: () => 'Person', role: () => 'Office', status: () => 'Status', from: () => 'From', until: () => 'Until', note: () => 'Note',
    channel: () => 'Channel', measure: () => 'Measure', value: () => 'Value', unit: () => 'Unit', year: () => 'Year',
    author: () => 'Author', published: () => 'Published', statement: () => 'Forecast', question: () => 'Question', probability: () => 'Probability',
    horizon: () => 'By', outcome: () => 'Outcome',
  },
  stillOpen: () => 'not ended',
  measure: (t: TieRow) => t.measure.replaceAll('_', ' '),
  probability: (f: ForecastRow) => (f.probability == null ? '' : `${Math.round(f.probability * 100)} %`),
  outcome: (f: ForecastRow) => f.outcome || 'open',
  because: (what: string) => `${what}: because`,
};
