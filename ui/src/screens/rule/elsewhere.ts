// Placebos and replications as rows: a full square where something was found, an empty one where nothing was, a dashed circle where
// the test could tell nothing.
import type { Placebo, Replicated, RuleRun } from '../../lib/types';
import { ruleWords as say } from '../../messages/rule';

const placebo = (p: Placebo) => ({
  number: `placebo/${p.kind}/${p.name}`, kind: p.kind, name: p.name, shape: p.reacts ? 'yes' as const : p.verdict.ok ? 'no' as const : 'none' as const,
  verdict: p.reacts ? say.placeboReacts() : p.verdict.ok ? say.placeboQuiet() : say.placeboMute(), text: p.verdict.why ?? '',
});
const replication = (r: Replicated) => ({
  number: `replication/${r.name}`, kind: r.kind ?? '', name: r.name, shape: r.ok ? 'yes' as const : 'no' as const, verdict: r.ok ? say.holds() : say.holdsNot(), text: r.why ?? '',
});

export const placeboRows = (run: RuleRun) => (run.result.placebos ?? []).map(placebo);
export const replicationRows = (run: RuleRun) => (run.result.replications ?? []).map(replication);
