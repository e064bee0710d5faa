// Placebos and replications as rows: a full square where something was found, an empty one where nothing was, a dashed circle where
// the test could not have found anything.
import type { Placebo, Replicated, RuleRun } from '../../lib/types';

export interface FoundRow { number: string; name: string; shape: 'yes' | 'no' | 'none'; text: string }

const placebo = (p: Placebo): FoundRow => ({ number: `placebo/${p.kind}/${p.name}`, name: `${p.kind}, ${p.name}`, shape: p.reacts ? 'yes' : p.verdict.ok ? 'no' : 'none', text: p.verdict.why ?? '' });
const replication = (r: Replicated): FoundRow => ({ number: `replication/${r.name}`, name: r.name, shape: r.ok ? 'yes' : r.p ? 'no' : 'none', text: r.why ?? '' });

export const placeboRows = (run: RuleRun) => (run.result.placebos ?? []).map(placebo);
export const replicationRows = (run: RuleRun) => (run.result.replications ?? []).map(replication);
