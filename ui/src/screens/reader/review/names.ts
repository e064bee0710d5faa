// What codes mean in words, from the vocabulary that the forms complete from.
import type { Vocabulary } from '../../../lib/types';

export interface Names { name: (code: string) => string; title: (key: string) => string; hub: (item: string) => string }

/** Without a vocabulary every code stands for itself. */
export function namesOf(v: Vocabulary | null, hub: string): Names {
  const actors = new Map((v?.actors ?? []).map((a) => [a.code, a.name]));
  const titles = new Map([...(v?.rollcalls ?? []).map((r) => [r.code, `${r.code}, ${r.name}`] as const), ...(v?.items ?? []).map((i) => [i.key, i.title] as const)]);
  const hubs = new Map((v?.items ?? []).map((i) => [i.key, i.hub.name || i.hub.code]));
  return { name: (code) => actors.get(code) ?? code, title: (key) => titles.get(key) ?? key, hub: (item) => hubs.get(item) || (actors.get(hub) ?? 'the hub') };
}
