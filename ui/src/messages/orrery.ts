// Words of the Orrery picture. Figures arrive already rounded.
const degrees = (n: number) => `${Math.round(Math.abs(n))}°`;

export const orrery = {
  title: (capital: string, day: string) => `Around ${capital}, ${day}`,
  hubs: () => 'Around which capital',
  computing: (what: string, done: number, total: number) => `${what ? `${what}: ` : ''}being computed, ${done} of ${total}`,
  computingShort: (done: number, total: number) => `Being computed: ${done} of ${total}`,
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
  point: (state: string, day: string, level: string, capital: string, figures: string) => `${state}, ${day}: ${level}, seen from ${capital}, at ${figures}.`,
  extrapolated: () => 'Extrapolated: nothing had been observed for six months.',
  notEnough: (state: string, day: string) => `${state}, ${day}: not enough evidence. What had been observed by then leaves its place too uncertain to show: the posterior sd is above 0.6.`,
  leans: (source: string) => `⚠ It leans on one source: without ${source} it would leave its 50 % interval.`,
  lenses: (from: string, to: string) => `With other choices of sources it lies between ${from} and ${to}.`,
  moved: (way: number, bearing: number) => `Its true bearing is ${degrees(bearing)}; it is drawn ${degrees(way)} ${way > 0 ? 'clockwise' : 'anticlockwise'} of it.`,

  oneSource: () => '⚠ leans on one source',
  no: () => 'not enough evidence',
  x: () => 'extrapolated',

  compass: { n: 'N', e: 'E', s: 'S', w: 'W' },
  caption: (capital: string) =>
    `Near the centre is with ${capital}, far from it against; the whole ring is where a typical state of the world stands. Direction is the compass bearing from ${capital}.`,
  squeezed: () => ' The innermost and outermost bands hold more of the scale than they are wide.',
  relaxed: (name: string, by: number, n: number) =>
    ` Bearings keep their order and are moved apart to at least 16°: ${n} are moved, ${name} most, by ${degrees(by)}. Ticks on the rim are the true bearings.`,
  trueBearings: () => ' All bearings are true.',
  unknown: (names: string) => ` No capital is recorded for ${names}: placed in the widest gap.`,
  tail: () => ' A tail is the last five years, swept back so that it can be seen: only its distance from the centre counts.',

  key: {
    label: () => 'What the marks mean',
    median: () => 'median',
    half: () => '50 % interval',
    ninety: () => '90 % interval',
    tail: () => 'last five years',
    lens: () => 'range under other choices of sources',
    x: () => 'extrapolated: nothing seen for six months',
    n: () => 'not enough evidence, on the rim',
  },

  table: {
    caption: (capital: string, day: string) => `Alignment with ${capital}, ${day}`,
    unit: () => 'In standard deviations of the world’s states: 0 is a typical state, higher is nearer to the hub. A minus says further away.',
    state: () => 'State',
    level: () => 'Stands',
    median: () => 'Median',
    half: () => '50 % interval',
    ninety: () => '90 % interval',
    sources: () => 'Other sources',
    note: () => 'Remark',
    range: (from: string, to: string) => `${from} to ${to}`,
    leans: (source: string) => `⚠ leans on one source: ${source}`,
    lastSeen: (day: string) => `last observed ${day}`,
  },
};
