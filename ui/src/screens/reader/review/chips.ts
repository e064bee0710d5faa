// The chips beside a paragraph: records of one kind and standing on the same words share one.
import type { Spot } from '../layout';

export interface Chip { kind: string; status: string; refs: string[] }

export function chipsOf(spots: Spot[]): Chip[] {
  const chips = new Map<string, Chip>();
  for (const s of spots) {
    const key = `${s.start}-${s.end}-${s.kind}-${s.status}`;
    const chip = chips.get(key) ?? { kind: s.kind, status: s.status, refs: [] };
    if (!chip.refs.includes(s.ref)) chip.refs.push(s.ref);
    chips.set(key, chip);
  }
  return [...chips.values()];
}
