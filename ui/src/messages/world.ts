// Words of the screen World.
import { signed, the } from './alignment';
import { shared } from './shared';

export const worldWords = {
  title: () => 'World',
  map: (year: number) => `Ideal points of ${year} on a map of the world`,
  mapHelp: () => 'Arrow keys move from state to state, b explains the one in focus, Escape leaves the map.',
  year: () => 'Year',
  table: (year: number) => `Ideal points of ${year}`,
  stateAt: (name: string, year: number, v: number, lo: number, hi: number, votes: number) =>
    `${name}, ${year}: ${signed(v)}, with nine chances in ten between ${signed(lo)} and ${signed(hi)}, from ${shared.count(votes, 'vote')}`,
  noValue: (name: string, year: number) => `${name}, ${year}: no vote, no number`,
  noData: (name: string) => `${name}: not in this scale`,
  scale: () => 'Colours',
  high: (name: string) => `above +1.75; high is where ${the(name)} ${name.endsWith('s') && the(name) !== name ? 'stand' : 'stands'}`,
  low: () => 'below −1.75',
  keyNone: () => 'no data',
  hidden: (names: string[]) => `Too small for this map, or without a shape of its own: ${names.join(', ')}. The table has them.`,
  borders: () => 'Outlines: Natural Earth, 1 : 110 million, through world-atlas. They follow who controls land and say nothing of whose it is; Crimea, and areas without an ISO code of their own, are drawn as no data.',
  what: (calls: number, votes: number) => `One general dimension from ${shared.count(votes, 'vote')} on ${shared.count(calls, 'roll call')}. It is not a distance from a hub: two states can stand together here and apart in what divides them.`,
  dropped: () => 'Roll calls that say nothing here',
  empty: () => 'No roll calls are in the ledger, so there is nothing to place.',
  command: () => 'orrery import unga FILE',
  mapFailed: () => 'The map could not be read. The table below has the same numbers.',
  column: { state: () => 'State', value: () => 'Ideal point', low: () => '5 %', high: () => '95 %', votes: () => 'Votes', rank: () => 'Rank' },
};
