// Where the headline ends: the sentences up to and with the first that states a figure. What follows
// is told in smaller type below, so that a long answer does not shout.
import type { Sentence } from './types';

const stop = /[.!?]\)? (?=[\p{Lu}\p{N}])/gu;

/** Splits at the end of the sentence that holds the first figure. `rest` may be empty. */
export function splitLead(s: Sentence): { lead: Sentence; rest: Sentence } {
  let figures = 0;
  for (const [i, clause] of s.entries()) {
    if (clause.trace) { figures++; continue; }
    if (!figures) continue;
    stop.lastIndex = 0;
    const m = stop.exec(clause.text);
    if (!m && !(i < s.length - 1 && /[.!?]\)? $/.test(clause.text))) continue;
    const cut = m ? m.index + m[0].length : clause.text.length;
    const after = clause.text.slice(cut);
    return {
      lead: [...s.slice(0, i), { text: clause.text.slice(0, cut).trimEnd() }],
      rest: [...(after ? [{ text: after }] : []), ...s.slice(i + 1)],
    };
  }
  return { lead: s, rest: [] };
}
