// Words of the Orrery picture.
import { signed } from '../lib/digits';

const degrees = (n: number) => `${Math.round(Math.abs(n))}°`;

export const orrery = {
  title: (capital: string, day: string) => `Around ${capital}, ${day}`,
  around: (capital: string) => `Around ${capital}`,
  hubs: () => 'Around which capital',
  computing: (what: string, done: number, total: number) => (total ? `Being computed: ${done} of ${total}` : `${what.slice(0, 1).toUpperCase()}${what.slice(1)} …`),
  wait: () => 'The first time takes a moment; after that it is kept.',
  none: (hub: string) => `No state of this region has anything to place it around ${hub} yet. Votes, reactions and coded statements would.`,
  marks: (capital: string, day: string) => `Where each state stands with ${capital}, ${day}. Arrow keys go round by bearing, Enter opens the state, b explains the figure.`,
  hint: () => 'Point at a state, or walk round with the arrow keys: its sentence stands here. Enter opens the state, b says because.',

  time: () => 'Date',
  play: () => 'Play',
  playLong: (from: string, to: string) => `Play from ${from} to ${to}`,
  stop: () => 'Stop',
  stopLong: () => 'Stop; any key or press stops it too',
  back: () => 'Year before',
  on: () => 'Year after',

  figures: (median: string, q25: string, q75: string, q05: string, q95: string) =>
    `${median} (50 % between ${q25} and ${q75}, 90 % between ${q05} and ${q95})`,
  /** As the program writes a number of the scale: two digits, a true minus. */
  figure: (v: number) => signed(v),
  ring: (name: string, label: string) => ({ with: 'with', 'leaning-with': 'leaning with', between: 'between', 'leaning-against': 'leaning against', against: 'against' })[name] ?? label,
  point: (state: string, day: string, level: string, figures: string) => `${state}, ${day}: ${level}, ${figures}.`,
  edge: (edge: 'low' | 'high', bound: string) => `${edge === 'high' ? 'at least' : 'at most'} ${bound}`,
  edgeLong: (edge: 'low' | 'high', bound: string) => `${edge === 'high' ? 'at least' : 'at most'} ${bound}: how much further it stands nothing can tell`,
  extrapolated: () => 'Extrapolated: nothing was observed in the six months before.',
  notEnough: (state: string, day: string, why: string) => `${state}, ${day}: not enough evidence (${why || 'the posterior sd is above 0.6'}).`,
  leans: (source: string) => `⚠ It leans on one source: ${source} the median would leave its 50 % interval.`,
  lenses: (from: string, to: string) => `With other choices of sources it lies between ${from} and ${to}.`,
  moved: (way: number, bearing: number) => `Its true bearing is ${degrees(bearing)}; it is drawn ${degrees(way)} ${way > 0 ? 'clockwise' : 'anticlockwise'} of it.`,

  oneSource: () => '⚠ one source',
  no: () => 'not enough evidence',
  x: () => 'extrapolated',

  compass: { n: 'N', e: 'E', s: 'S', w: 'W' },
  caption: (capital: string) =>
    `Near the centre is with ${capital}, far from it against; the whole ring is where a typical state of the world stands. Direction is the compass bearing from ${capital}.`,
  squeezed: () => ' The innermost and the outermost band are drawn tighter than the others.',
  relaxed: (name: string, by: number, n: number) =>
    ` Bearings keep their order and are moved apart to at least 16°: ${n} are moved, ${name} most, by ${degrees(by)}. Ticks on the rim are the true bearings.`,
  trueBearings: () => ' All bearings are true.',
  unknown: (names: string) => ` No capital is recorded for ${names}: placed in the widest gap.`,
  tail: () => ' A tail is the last five years, swept back so that it can be seen: only its distance from the centre counts.',

  notices: (n: number) => `What else to know before quoting a number (${n})`,

  key: {
    label: () => 'What the marks mean',
    median: () => 'median',
    half: () => '50 % interval',
    ninety: () => '90 % interval',
    tail: () => 'last five years',
    lens: () => 'range under other choices of sources, where it is wider than the dot',
    leans: () => 'one source: without it the median leaves its 50 % interval',
    edge: () => 'reaches the end of the scale: at least, or at most',
    x: () => 'extrapolated: nothing seen for six months',
    n: () => 'not enough evidence, on the rim',
  },

  table: {
    caption: (capital: string, day: string) => `Alignment with ${capital}, ${day}`,
    unit: () => 'In standard deviations of the world’s states: 0 is a typical state, higher is nearer to the hub.',
    state: () => 'State',
    level: () => 'Stands',
    median: () => 'Median',
    half: () => '50 % interval',
    ninety: () => '90 % interval',
    sources: () => 'Other sources',
    note: () => 'Remark',
    range: (from: string, to: string) => `${from} to ${to}`,
    leans: (source: string) => `⚠ leans on one source: ${source.replace(/^without /, '').split(': ')[0]}`, // the whole title is in the mark’s sentence
  },
};
