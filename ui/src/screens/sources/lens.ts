// Changing the source lens by one term: a term and its opposite never stand together.
import { change, place } from '../../lib/scope.svelte';

export function setTerm(facet: string, value: string, out: boolean) {
  const term = `${facet}:${value}`;
  const rest = place.lens.split(',').filter((t) => t && t !== term && t !== `-${term}`);
  change({ lens: [...rest, (out ? '-' : '') + term].join(',') });
}

/** Whether the lens has the term: 'in', 'out' or ''. */
export function termState(facet: string, value: string): 'in' | 'out' | '' {
  const terms = place.lens.split(',');
  if (terms.includes(`${facet}:${value}`)) return 'in';
  return terms.includes(`-${facet}:${value}`) ? 'out' : '';
}
