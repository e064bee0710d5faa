// Pairs of states in words.
import { meta } from '../../lib/meta.svelte';
import type { Named } from '../../lib/types';

/** The name of a state or hub, its code where it has none here. */
export function nameOf(code: string, hub?: Named): string {
  if (hub?.code === code) return hub.name;
  const m = meta.value;
  return [...(m?.states ?? []), ...(m?.hubs ?? []), ...(m?.seats ?? [])].find((s) => s.code === code)?.name ?? code;
}

/** "RUS/KGZ" → "Russia and Kyrgyzstan": the hub and the state that a rule speaks of. */
export function dyadName(dyad: string, hub?: Named): string {
  const [a, b] = dyad.split('/');
  return b ? `${nameOf(a, hub)} and ${nameOf(b, hub)}` : nameOf(a, hub);
}
