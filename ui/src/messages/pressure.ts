// Words of the screen Pressure.
import type { Arc, EpisodeRow, PressureMark, RuleView, Sentence } from '../lib/types';
import { readDate } from '../lib/when';
import type { Counted } from '../screens/pressure/newest';
import { shared } from './shared';

const links: Record<string, string> = {
  admitted: 'admitted: the hub itself named the step', asserted: 'asserted by others', suspected: 'suspected', disputed: 'disputed', none: 'nobody claims one', routine: 'routine, would have come anyway',
};
const shapes: Record<string, string> = { pair: 'step and measure', unanswered: 'step without a measure found', untriggered: 'measure without a dated step' };

/** What the newest runs say, in a sentence whose counts open to the rules. */
function headline(c: Counted): Sentence {
  const ask = 'Is there a pattern of pressure? ';
  if (!c.rules) return [{ text: `${ask}Nobody has written a rule yet that could be tested.` }];
  const figure = (n: number, name: string) => ({ text: n === 1 ? 'one' : String(n), trace: `rules|${name}` });
  const first = (n: number, name: string) => ({ text: n === 1 ? 'One' : String(n), trace: `rules|${name}` });
  if (!c.run) return [{ text: ask }, first(c.rules, 'never-run'), { text: c.rules === 1 ? ' rule is written down; it has not been run yet.' : ' rules are written down; none has been run yet.' }];
  const said: Sentence[] = [];
  if (c.by.system) said.push([figure(c.by.system, 'system'), { text: c.by.system === 1 ? ' is called a system' : ' are called a system' }]);
  const pattern = c.by['pattern, not replicated'], not = c.by['coincidence not excluded'];
  if (pattern) said.push([figure(pattern, 'pattern, not replicated'), { text: pattern === 1 ? ' is a pattern that is not replicated' : ' are patterns that are not replicated' }]);
  if (not) said.push(not === c.run ? [{ text: 'coincidence is not excluded', trace: 'rules|coincidence not excluded' }] : [{ text: 'for ' }, figure(not, 'coincidence not excluded'), { text: ' coincidence is not excluded' }]);
  const test = c.test === c.run ? '' : c.test ? ` Only ${c.test} of these runs ${c.test === 1 ? 'counts' : 'count'} as a test.` : c.run === 1 ? ' That run is exploratory and no test.' : ' All of these runs are exploratory and no test.';
  const of = c.rules === c.run ? '' : ` of ${c.rules}`;
  return [{ text: ask }, first(c.run, 'run'), { text: `${of} ${of || c.run > 1 ? 'rules' : 'rule'} ${c.run === 1 ? 'was' : 'were'} run: ` },
    ...said.flatMap((part, i) => (i ? [{ text: ', ' }, ...part] : part)), { text: `.${test}` }];
}

export const pressureWords = {
  rules: {
    headline,
    lede: () => 'A rule is a test written down before its answer is seen. Only a rule that is run can say whether measures follow steps more often than chance.',
    unregistered: (n: number) => (n > 0 ? `${n} of them ${n === 1 ? 'stands' : 'stand'} in a form that is not registered.` : ''),
    write: () => 'Write a rule',
    list: () => 'Rules',
    count: (n: number) => shared.count(n, 'rule'),
    standing: (r: RuleView) => r.standing + (r.fork_of ? `, fork of ${r.fork_of}` : ''),
    notRun: () => 'not run yet',
    trace: (slug: string, run: string, name: string) => `rule|${slug}|${run}|${name}`,
    none: () => 'No rule is registered yet. A casebook brings some (rules/*.yml), or write one.',
    command: () => 'orrery rule register FILE',
    column: {
      title: () => 'Rule', standing: () => 'Standing', label: () => 'Newest run', triggers: () => 'Triggers', hits: () => 'Responses in a window', p: () => 'p', runs: () => 'Runs',
    },
  },
  cases: () => 'Known cases',

  notice: () => 'Why this list is no test',
  counts: () => 'Episodes by shape',
  links: () => 'Episodes by grade of the claimed link',
  filters: () => 'Which episodes are shown',
  hub: () => 'Hub',
  target: () => 'Target',
  allTargets: () => 'all targets',
  link: () => 'Claimed link',
  allLinks: () => 'all grades',
  shape: () => 'Shape',
  allShapes: () => 'all shapes',
  linkName: (l: string) => l || 'not graded',
  linkLong: (l: string) => links[l] ?? l,
  shapeName: (s: string) => shapes[s] ?? s,

  chart: (hub: string) => `Steps of the targets above, measures of ${hub} below, over time`,
  lane: (target: string, hub: string) => `${target}: steps above, measures of ${hub} below. Arrow keys move along the marks, Enter explains one.`,
  step: () => 'step',
  stepAlone: () => 'step, no measure found',
  measure: () => 'measure',
  measureAlone: () => 'measure, no dated step',
  arcKey: (grade: string) => `arc: ${grade}`,
  laneCount: (steps: number, measures: number) => `${shared.count(steps, 'step')}, ${shared.count(measures, 'measure')}`,
  mark: (m: PressureMark, step: boolean) =>
    `${readDate(m.when)}: ${step ? 'step' : 'measure'}${m.paired ? '' : step ? ', no measure found' : ', no dated step'}. ${m.type.toLowerCase()}${m.mode ? ` (${m.mode})` : ''}. ${m.summary}`,
  arc: (a: Arc) => `${a.lag || 'lag not known'}; claimed link: ${a.link || 'not graded'}`,

  episodes: (n: number, of: number) => (n === of ? shared.count(n, 'episode') : `${n} of ${shared.count(of, 'episode')}`),
  steps: (targets: string) => `Steps of ${targets}`,
  measures: (hub: string) => `Measures of ${hub}`,
  noStep: () => 'No dated step is recorded before the measure.',
  noMeasure: () => 'No measure was found in the sources consulted. That is absence of evidence, not evidence of absence.',
  official: () => 'Official reason',
  noOfficial: () => 'None is recorded.',
  claimed: () => 'Claimed link',
  noClaim: () => 'Nobody is recorded as claiming one.',
  by: (who: string) => `claimed by ${who}`,
  lag: (e: EpisodeRow) => (e.lag ? `Lag: ${e.lag}` : ''),
  missing: (keys: string[]) => `The ledger does not hold ${keys.join(', ')}, which this episode names.`,
  because: () => 'because',
  table: () => 'All of them as a table',
  column: {
    when: () => 'First date', target: () => 'Target', name: () => 'Episode', shape: () => 'Shape', steps: () => 'Steps', measures: () => 'Measures', lag: () => 'Lag',
    official: () => 'Official reason', link: () => 'Claimed link', text: () => 'As claimed', by: () => 'Claimed by',
  },
  nothing: () => 'No hub and no episodes yet',
  nothingYet: () => 'A casebook brings a region with its hub and its episodes (episodes.csv).',
  empty: (hub: string) => `The ledger holds no episodes of ${hub}. A casebook brings them (episodes.csv).`,
  command: () => 'orrery casebook load DIR',
  noneLeft: () => 'No episode is left under these filters.',
  clear: () => 'Show all',
};
