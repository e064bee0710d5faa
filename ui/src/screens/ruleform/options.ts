// What the form's fields offer: the words of the vocabulary, the two ends of a dyad, the region's states, the imported sets.
import type { DataSetView, Meta, Named, Vocabulary } from '../../lib/types';
import { formWords as say } from '../../messages/ruleform';
import { actors, type Option } from '../reader/forms';
import { valuesOf, type Clause, type FieldName } from './classes';

/** A coded word with its meaning beside it: chosen, it is shown as the word that stands in the rule. */
const coded = (list: Named[] | null): Option[] =>
  [...new Map((list ?? []).map((o) => [o.code, { code: o.code, name: o.code, also: [o.name], note: o.name === o.code ? '' : o.name }])).values()];

/** What a term of a clause may name. */
export function optionsOf(field: FieldName, clause: Clause, v: Vocabulary | null, hub: string): Option[] {
  const ends: Option[] = [{ code: 'hub', name: say.hubEnd(hub), also: ['hub'], note: 'hub' }, { code: 'state', name: say.stateEnd(), also: ['state'], note: 'state' }];
  if (!v) return field === 'actor' || field === 'target' ? ends : [];
  if (field === 'actor' || field === 'target') return [...ends, ...actors(v).map((a) => ({ ...a, note: a.code }))];
  if (field === 'type') return coded(v.types);
  if (field === 'context') return coded(v.contexts);
  if (field === 'instrument') return [...new Set(v.instruments)].map((code) => ({ code, name: code }));
  const types = valuesOf(clause, 'type'), out = valuesOf(clause, 'type', true);
  return coded(v.types.filter((t) => (types.length ? types.includes(t.code) : !out.includes(t.code))).flatMap((t) => t.modes ?? []));
}

/** Actors as the hub, the hubs of the region first. */
export function hubs(v: Vocabulary | null, meta: Meta | null): Option[] {
  const first = (meta?.hubs ?? []).map((h) => ({ code: h.code, name: h.name, note: h.code }));
  const rest = v ? actors(v).filter((a) => !first.some((h) => h.code === a.code)).map((a) => ({ ...a, note: a.code })) : [];
  return [...first, ...rest];
}

/** States of the region, as codes or as dyads with the hub. */
export const states = (meta: Meta | null, hub = ''): Option[] =>
  (meta?.states ?? []).filter((s) => s.code !== hub).map((s) => ({ code: s.code, name: s.name, note: s.code }));
export const dyads = (meta: Meta | null, hub: string): Option[] =>
  states(meta, hub).map((s) => ({ code: `${hub}/${s.code}`, name: `${hub}/${s.code}`, also: [s.name, s.code], note: s.name }));

/** The imported sets; one that the rule names and nobody imported is offered too, so that it does not vanish. */
export function sets(list: DataSetView[], now: string): Option[] {
  const out = list.map((s) => ({ code: s.id, name: say.set(s.title, s.id) }));
  return now && !list.some((s) => s.id === now) ? [...out, { code: now, name: say.noSet(now) }] : out;
}
