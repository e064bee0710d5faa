// What the newest runs of the rules say, counted by label.
import type { RuleLabel, RuleView } from '../../lib/types';

export interface Counted { rules: number; run: number; by: Record<RuleLabel, number>; test: number }

/** `test` counts the newest runs that count as a test: of rules that stand as registered. */
export function counted(rules: RuleView[]): Counted {
  const out: Counted = { rules: rules.length, run: 0, by: { 'coincidence not excluded': 0, 'pattern, not replicated': 0, system: 0 }, test: 0 };
  for (const r of rules) {
    const run = r.runs?.[0];
    if (!run) continue;
    out.run++;
    out.by[run.label]++;
    if (run.standing === 'registered') out.test++;
  }
  return out;
}
