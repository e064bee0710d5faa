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
