// Words of the screens Alignment and Dyad, and of the alignment lanes of a state.
import { signed } from '../lib/digits';
import type { Absence, ItemWeight, Stand } from '../lib/types';
import { readDate } from '../lib/when';
import { shared } from './shared';

const acts: Record<string, string> = { yes: 'yes', no: 'no', abstain: 'abstained', absent: 'did not vote' };

export { signed };
/** A probability that is never printed as certain: ".94", "over .99". */
export const chance = (p: number) => (p > 0.995 ? 'over .99' : p < 0.005 ? 'under .01' : p.toFixed(2).replace(/^0/, ''));
/** A state's name inside a sentence: "the European Union", "Russia". */
export const the = (name: string) => (/(Union|States|Kingdom|Republic|Federation|Emirates|Islands|Netherlands|Philippines|Nations)$/.test(name) && !/^the /i.test(name) ? `the ${name}` : name);
const month = (day: string) => readDate(day.slice(0, 7));

export const alignmentWords = {
  title: () => 'Alignment',
  hub: () => 'Measured against',
  hubs: () => 'The hub that alignment is measured against',
  how: () => 'How this is computed',
  pending: (done: number, total: number) => `${done} of ${total}`,
  waiting: () => 'Until then no number is shown.',
  notices: () => 'What a reader must know',

  ladder: (day: string) => (day ? `Where each state stands, ${readDate(day)}` : 'Where each state stands'),
  ladderHelp: () => 'Arrow keys or j and k move, Enter opens a state, b explains its place.',
  ladderTable: () => 'The ladder as a table',
  rungWords: (name: string, place: string, s: Stand) =>
    `${name}: ${place}, ${s.edge === 'high' ? `at least ${signed(s.q05)}` : s.edge === 'low' ? `at most ${signed(s.q95)}` : `${signed(s.median)}, with nine chances in ten between ${signed(s.q05)} and ${signed(s.q95)}`}`,
  rungNone: (name: string, text: string, why: string) => `${name}: ${text}. ${why}`,
  edge: (edge: 'low' | 'high') => (edge === 'high' ? 'at least' : 'at most'),
  /** The number to print: where the interval leans on an end of the scale, only its inner end is known. */
  printed: (s: Pick<Stand, 'median' | 'q05' | 'q95' | 'edge'>) =>
    s.edge === 'high' ? `at least ${signed(s.q05)}` : s.edge === 'low' ? `at most ${signed(s.q95)}` : signed(s.median),
  leans: () => 'leans on one source',
  leansWhy: (label: string, median: number) => `${label.replace(/^./, (c) => c.toUpperCase())} the median would be ${signed(median)}.`,
  by: (change: number) => signed(change),
  direction: (s: Pick<Stand, 'sign' | 'change' | 'direction'>) =>
    s.sign ? `${s.change == null ? '' : `${signed(s.change)}, `}${s.sign > 0 ? 'nearer within a year' : 'further within a year'}` : s.change == null ? 'no year before' : s.direction.text || 'direction not established',

  key: () => 'What the marks mean',
  keyDot: () => 'median',
  keyThick: () => '50 %',
  keyThin: () => '90 %',
  keyYear: () => 'a year before; an arrow where the direction is established',
  keyOutline: () => 'how far other choices of sources move the median',
  keyGhost: () => 'under the usual evidence',
  keyExtra: () => 'extrapolated: nothing seen for six months',
  keyNone: () => 'not enough evidence: no number',
  keyEdge: () => 'reaches the end of the scale',
  keyLeans: () => 'leans on one source: without it the median leaves the 50 % interval',
  keyJump: () => 'a break more likely than not',

  paths: () => 'How they moved',
  pathsHelp: () => 'One cursor for all: point at a year, or use the arrow keys (with Shift a year), Home and End. Up and down change the state, Enter opens it at that month, b explains the point, Escape returns to the last.',
  pathsScale: (to: string, against: string) => `Up: ${to}. Down: ${against}.`,
  pathLabel: (name: string) => `${name} over time`,
  pathAt: (day: string, place: string, s: Pick<Stand, 'median' | 'q05' | 'q95' | 'edge'>, level: string) =>
    `${month(day)}: ${place}, ${s.edge === 'high' ? `at least ${signed(s.q05)}` : s.edge === 'low' ? `at most ${signed(s.q95)}` : `${signed(s.median)}, 90 % between ${signed(s.q05)} and ${signed(s.q95)}`}${level === 'x' ? ', extrapolated' : ''}`,
  pathNone: (day: string) => `${month(day)}: not enough evidence`,
  noPaths: () => 'At no month is there enough evidence to draw a path.',
  pathsTable: () => 'The paths as a table: the last step of each year',
  month,

  channels: () => 'What counts',
  absence: () => 'Absence and silence',
  absences: { missing: 'say nothing', abstention: 'are abstentions', own: 'are answers of their own' } as Record<Absence, string>,
  observations: (n: number) => `${n.toLocaleString('en-GB')} seen`,
  usual: () => 'Back to the usual evidence',
  shiftNote: () => 'The column “shift” and the open diamonds compare with the usual evidence: votes, reactions and statements, absence saying nothing.',
  shift: (d: number) => `shift ${signed(d)}`,
  noShift: () => 'not placed by the usual evidence',
  shiftWait: () => 'The usual evidence is still being computed; the shift follows.',

  tilt: (hub: string, rival: string) => `Nearer to ${the(hub)} than to ${the(rival)}?`,
  rival: () => 'Compared with',
  tiltHelp: () => 'The chance that a state stands nearer to the first hub than to the second; the two are taken as independent.',
  closer: (hub: string) => `closer to ${the(hub)}`,
  noTilt: (rival: string) => `The comparison waits for the paths measured against ${the(rival)}.`,
  tiltTable: () => 'Nearer to which hub',

  column: {
    state: () => 'State', place: () => 'Place', median: () => 'Median', low: () => '5 %', q25: () => '25 %', q75: () => '75 %', high: () => '95 %', change: () => 'In a year', direction: () => 'Direction',
    sources: () => 'By source', swing: () => 'Largest single source', seen: () => 'Last seen', votes: () => 'Observations', shift: () => 'Shift', chance: () => 'Chance', verdict: () => 'Verdict', why: () => 'Why',
    year: () => 'Year', step: () => 'Step', level: () => 'May be shown', when: () => 'When', kind: () => 'Kind', title: () => 'What', hubDid: (hub: string) => hub, stateDid: (s: string) => s,
    position: () => 'Position', weight: () => 'Pull', margin: () => 'World’s margin', n: () => 'Number', missing: () => 'Absence says nothing', abstention: () => 'Absence abstains', own: () => 'Absence is an answer',
  },
  levels: { o: 'yes', x: 'extrapolated', n: 'not enough evidence' } as Record<string, string>,
  range: (lo: number, hi: number, digits = 2) => `${signed(lo, digits)} to ${signed(hi, digits)}`,

  // The page of one state and one hub.
  dyad: (state: string, hub: string) => `${state} and ${the(hub)}`,
  /** What follows the state's name where that is a link. */
  and: (hub: string) => ` and ${the(hub)}`,
  back: () => 'Alignment of all states',
  trend: (state: string, hub: string) => `${state}’s alignment with ${the(hub)} over time`,
  trendHelp: () => 'Click a month, or move the slider, to ask about it: the figures below are then about that month.',
  step: () => 'Month asked about',
  toLast: () => 'Back to the last month',
  asked: (day: string) => `In the month to ${readDate(day)}`,
  codings: () => 'Under each reading of absence',
  codingsOf: (day: string) => `Median in ${month(day)} under each reading of absence`,
  fullEvidence: () => 'shown above',
  items: () => 'What moved it',
  itemsOf: (n: number, of: number, day: string) => `${n < of ? `The ${n} heaviest of ${of.toLocaleString('en-GB')} observations` : shared.count(of, 'observation')} behind ${month(day)}`,
  itemsHelp: () => 'Pull: how far one observation moves the month’s mean, to first order; plus is towards the hub.',
  itemMark: (i: ItemWeight) => `${readDate(i.when)}: ${i.title}. ${shared.position(i.position)}; pull ${signed(i.weight, 3)}`,
  allItems: () => 'All of them, with their weights',
  more: (n: number) => `Show all ${n}`,
  fewer: (n: number) => `Show only the first ${n}`,
  noItems: () => 'No observation stands behind this month.',
  wideMargin: () => 'not known: wide prior',
  knownMargin: () => 'known',
  kinds: { vote: 'roll\u00a0call', reaction: 'reaction', statement: 'statement', events: 'events' } as Record<string, string>,
  act: (a: string) => acts[a] ?? a,
  without: () => 'What each kind of evidence contributes',
  withoutHelp: (day: string) => `The median of ${month(day)} less the median without it.`,
  alone: () => 'nothing else was seen: what would be left is the prior',
  joint: () => 'Votes side by side',
  jointHelp: (hub: string, state: string) => `Roll calls by what ${the(hub)} did (rows) and what ${the(state)} did (columns).`,
  jointCell: (n: number, hub: string, h: string, state: string, s: string) => `${shared.count(n, 'roll call')}: ${hub} ${acts[h] === 'yes' || acts[h] === 'no' ? `voted ${h}` : acts[h]}, ${state} ${acts[s] === 'yes' || acts[s] === 'no' ? `voted ${s}` : acts[s]}`,
  similar: () => 'How often they vote alike',
  similarHelp: () => 'Beside the alignment, never part of it. Two states that vote yes on almost everything agree often by chance: kappa and pi take that out.',
  similarWords: (n: number, share: string) => `Equal votes on ${share} of the ${n.toLocaleString('en-GB')} roll calls on which both voted.`,
  kappa: () => 'Cohen’s kappa',
  pi: () => 'Scott’s pi',
  s: () => 'S (Signorino and Ritter)',
  agreement: () => 'share of equal votes',
  noKappa: () => 'not defined: chance agreement is complete',
  divergent: () => 'Where it went against the hub',
  divergentHelp: () => 'The least expected first.',
  noDivergent: (hub: string) => `No roll call or item is known on which it went against ${the(hub)}.`,
  drops: () => 'Not used',
  noDrops: () => 'Every observation was used.',
  run: () => 'The run',
  runWords: (model: string, version: string, at: string) => `Computed by ${model}, version ${version}, on ${at}.`,
  runData: (hash: string, asOf: string) => `Data ${hash.slice(0, 12)}…${asOf ? `, as of ${asOf}` : ''}.`,
  runKept: () => 'kept in the ledger',
  runAnew: () => 'computed anew for this lens, moment or evidence; not kept',
  pathTable: () => 'The path as a table',

  // Lanes of a state.
  laneHelp: (hub: string, state: string) => `Alignment of ${the(state)} with ${the(hub)}. Arrow keys move along the years, Enter explains one.`,
  lanes: () => 'Alignment',
  hubColumn: () => 'Hub',
  laneTable: () => 'Alignment by year',
  toDyad: (hub: string) => `${hub}: all about the two`,
  none: () => 'Nothing is known that would place it.',
};
