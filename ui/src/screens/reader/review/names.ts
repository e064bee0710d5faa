// What codes mean in words, from the vocabulary that the forms complete from.
import type { CodedRecord, SuggestionParty, Vocabulary } from '../../../lib/types';
import { claimOf, pairOf } from '../../../messages/claims';

export interface Names { name: (code: string) => string; title: (key: string) => string; hub: (item: string) => string }

/** Without a vocabulary every code stands for itself. */
export function namesOf(v: Vocabulary | null, hub: string): Names {
  const actors = new Map((v?.actors ?? []).map((a) => [a.code, a.name]));
  const titles = new Map([...(v?.rollcalls ?? []).map((r) => [r.code, `${r.code}, ${r.name}`] as const), ...(v?.items ?? []).map((i) => [i.key, i.title] as const)]);
  const hubs = new Map((v?.items ?? []).map((i) => [i.key, i.hub.name || i.hub.code]));
  return { name: (code) => actors.get(code) ?? code, title: (key) => titles.get(key) ?? key, hub: (item) => hubs.get(item) || (actors.get(hub) ?? 'the hub') };
}

/** What a record claims, in a sentence. Whom the coder named holds until a person has changed the record. `near` are the records of the
 * same document, in which a pair finds its two sides. */
export function sentenceOf({ record: r, spans, suggestion: s }: CodedRecord, names: Names, near: CodedRecord[] = []): string {
  if (r.kind === 'episode' && s?.refers?.length) {
    const steps = Array.isArray(r.body.triggers) ? r.body.triggers.length : 0;
    const sides = s.refers.map((ref) => near.find((x) => x.record.ref === ref)).map((x) => (x ? sentenceOf(x, names) : ''));
    if (sides.every(Boolean) && steps > 0 && steps < sides.length) return pairOf(r.body, sides.slice(0, steps), sides.slice(steps), names.name);
  }
  const persons = r.kind === 'statement' || r.kind === 'forecast'; // who says something is a person, who acts is a state
  const told = (parties: SuggestionParty[] | undefined) => (r.coder.kind === 'person' ? [] : (parties ?? [])
    .map((p) => (p.name && (!p.code || (persons && p.person)) ? p.name : names.name(p.code))).filter(Boolean));
  const voice = spans?.[0]?.voice;
  return claimOf(r.kind, { body: r.body, by: told(s?.by), to: told(s?.to), operators: s?.operators ?? [], voice: voice?.name, role: voice?.role, ...names });
}
