// The numbers of a run by their names. What is shown, in which words, and how it opens is the program's to say.
import type { RuleNumber, RuleRun } from '../../lib/types';

export type Numbers = Map<string, RuleNumber>;

export const numbersOf = (run: Pick<RuleRun, 'numbers' | 'figures'>): Numbers => new Map((run.numbers ?? []).map((n) => [n.name, n]));

/** The numbers under a name: group(all, 'placebo') gives placebo/…, in the program's order. */
export const group = (all: Numbers, name: string): RuleNumber[] => [...all.values()].filter((n) => n.name.startsWith(`${name}/`));

/** What follows the first stroke of a name. */
export const rest = (n: RuleNumber): string => n.name.slice(n.name.indexOf('/') + 1);

/** A number may be drawn when no guardrail withholds it. One that the program does not name is drawn by nobody. */
export const shown = (all: Numbers, name: string): boolean => all.get(name)?.shown ?? false;

/** The way to a figure's rows, '' when there is none. */
export const traceOf = (all: Numbers, name: string): string => all.get(name)?.trace ?? '';

/** A reason that the page has given in full already is not given again: "not offered: R" becomes "not offered, for the same reason". */
export function brief(text: string, reason: string, same: string): string {
  return reason && text.endsWith(reason) && text !== reason ? `${text.slice(0, -reason.length).replace(/[:;,]? *$/, '')}, ${same}` : text;
}

/** Why the run has no test or no base rate: the reason that most of what is withheld shares. */
export const reasonOf = (run: Pick<RuleRun, 'result'>): string => run.result.four_fold.out_without.why || run.result.testing.why || '';

const inFamily = /,? \((\d[\d,]* of [\d,]+ rules? [^()]*)\)/;

/** A text without the family of its p, which stands at the head of the list that the text is in. */
export const bare = (text: string): string => text.replace(inFamily, '');

/** The family that the texts of a list share, '' when they name none or several. */
export function familyOf(texts: string[]): string {
  const all = new Set(texts.map((t) => inFamily.exec(t)?.[1] ?? '').filter(Boolean));
  return all.size === 1 ? [...all][0] : '';
}
