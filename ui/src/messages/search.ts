// Words of the screen Search.
import { shared } from './shared';

const kinds: Record<string, [string, string]> = {
  document: ['document', 'documents'], quote: ['quote', 'quotes'], event: ['event', 'events'], stance: ['stance', 'stances'], statement: ['statement', 'statements'],
  item: ['reaction item', 'reaction items'], rollcall: ['roll call', 'roll calls'], vote: ['vote', 'votes'], forecast: ['forecast', 'forecasts'],
  tie: ['tie', 'ties'], claim: ['claim', 'claims'], actor: ['actor', 'actors'], person: ['person', 'people'], source: ['source', 'sources'],
  episode: ['episode', 'episodes'], membership: ['membership', 'memberships'], resolution: ['resolution of a forecast', 'resolutions of forecasts'],
  'vote-claim': ['claim on a vote', 'claims on votes'],
};

export const searchWords = {
  title: () => 'Search the ledger and the documents',
  box: () => 'Words to search for',
  go: () => 'Search',
  kinds: () => 'Kind of record',
  all: () => 'all kinds',
  kind: (k: string) => kinds[k]?.[0] ?? k,
  kindMany: (k: string) => kinds[k]?.[1] ?? k,
  kindList: Object.keys(kinds),
  found: (n: number, more: boolean, words: string, kind: string) =>
    n === 0 ? `Nothing in the ledger has the words “${words}”${kind ? ` among ${kinds[kind]?.[1] ?? kind}` : ''}.`
      : `${more ? 'More than ' : ''}${shared.count(n, kind ? (kinds[kind]?.[0] ?? kind) : 'record', kind ? kinds[kind]?.[1] : undefined)} with the words “${words}”.`,
  start: () => 'Type words in any script: names, titles, and the texts of documents are searched. j and k move along what was found, Enter opens it.',
  nothing: () => 'Try fewer or other words, another kind, a later “as of” date, or another source lens.',
  command: (words: string) => `orrery search ${/^[\w-]+$/.test(words) ? words : `'${words.replaceAll("'", '’')}'`}`,
  status: (s: string) => (s === 'accepted' ? '' : s),
};
