// Which fields each kind of record has in the Reader, in the order a coder fills them in. Names are those of the ledger.
import type { Vocabulary, Voice } from '../../lib/types';

export const kinds = ['stance', 'event', 'statement', 'forecast', 'tie', 'claim'] as const;
export type CodeKind = (typeof kinds)[number];
export const keyOf: Record<CodeKind, string> = { stance: 's', event: 'e', statement: 't', forecast: 'f', tie: 'i', claim: 'c' };
/** What can be edited: what a person codes, and what only the coder suggests. */
export const editable = [...kinds, 'vote-claim', 'episode', 'membership'] as const;
export type EditKind = (typeof editable)[number];
/** The letter that stands for a kind beside the text. */
export const letterOf: Record<string, string> = { ...keyOf, 'vote-claim': 'v', episode: '→', membership: 'm' };

export interface Option { code: string; name: string; also?: string[]; note?: string }
type From = (v: Vocabulary, values: Values) => Option[];
export type Values = Record<string, string | string[] | boolean>;

export interface Field {
  name: string;
  as: 'one' | 'many' | 'pick' | 'line' | 'long' | 'date' | 'number' | 'tick';
  from?: From;
  free?: boolean; // words that are not on the list are taken as they are
  need?: boolean;
  label?: string; // where the field's name has another meaning in this kind
}

/** The first option of each code. */
const unique = (list: Option[]): Option[] => [...new Map(list.toReversed().map((o) => [o.code, o])).values()].reverse();
const plain = (list: string[] | null): Option[] => [...new Set(list ?? [])].map((code) => ({ code, name: code }));
/** Actors with all their names; one that is listed twice (two terms of office) is one choice. */
export const actors = (v: Vocabulary): Option[] => {
  const byCode = new Map<string, Option>();
  for (const a of v.actors) {
    const had = byCode.get(a.code);
    byCode.set(a.code, { code: a.code, name: had?.name ?? a.name, also: [...(had?.also ?? []), a.name, ...(a.aliases ?? [])], note: had?.note ?? a.type });
  }
  return [...byCode.values()];
};
const items: From = (v) => [
  ...v.items.map((i) => ({ code: i.key, name: i.title, also: [i.question], note: i.t0 })),
  ...v.rollcalls.filter((r) => !v.items.some((i) => i.key === r.code)).map((r) => ({ code: r.code, name: r.name, note: r.code })),
];
/** A coded word before its definition: coders know the word, and a list is searched by how its lines begin. */
const defined = (list: { code: string; name: string }[]): Option[] => list.map((o) => ({ code: o.code, name: o.name && o.name !== o.code ? `${o.code}: ${o.name}` : o.code }));
const modes: From = (v, values) => defined(v.types.find((t) => t.code === values.type)?.modes ?? []);
const scale = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => String(from + i));

export const forms: Record<EditKind, Field[]> = {
  stance: [
    { name: 'item', as: 'one', from: items, need: true },
    { name: 'actor', as: 'one', from: actors, need: true },
    { name: 'position', as: 'pick', from: (v) => plain(v.positions), need: true },
    { name: 'form', as: 'pick', from: (v) => plain(v.forms) },
    { name: 'when', as: 'date' },
    { name: 'voice', as: 'one', from: (v) => unique(actors(v).map((a) => ({ ...a, code: a.name }))), free: true },
    { name: 'summary', as: 'long', need: true },
  ],
  event: [
    { name: 'when', as: 'date' },
    { name: 'by', as: 'many', from: actors, need: true },
    { name: 'to', as: 'many', from: actors },
    { name: 'type', as: 'pick', from: (v) => defined(v.types), need: true },
    { name: 'mode', as: 'pick', from: modes },
    { name: 'contexts', as: 'many', from: (v) => v.contexts },
    { name: 'instrument', as: 'one', from: (v) => plain(v.instruments), free: true },
    { name: 'credibility', as: 'pick', from: () => plain(scale(1, 6)) },
    { name: 'claim', as: 'one', from: (v) => v.claims },
    { name: 'summary', as: 'long', need: true },
  ],
  statement: [
    { name: 'speaker', as: 'one', from: actors, free: true, need: true },
    { name: 'about', as: 'many', from: actors },
    { name: 'audience', as: 'many', from: actors },
    { name: 'concept', as: 'one', from: (v) => plain(v.concepts), free: true },
    { name: 'polarity', as: 'pick', from: () => plain(['-2', '-1', '0', '1', '2']) },
    { name: 'direct', as: 'tick' },
    { name: 'when', as: 'date' },
    { name: 'summary', as: 'long', need: true },
  ],
  forecast: [
    { name: 'author', as: 'one', from: actors, free: true, need: true },
    { name: 'published', as: 'date' },
    { name: 'form', as: 'pick', from: (v) => plain(v.forecasts), need: true },
    { name: 'statement', as: 'long', need: true },
    { name: 'question', as: 'long' },
    { name: 'horizon', as: 'date' },
    { name: 'condition', as: 'line' },
    { name: 'words', as: 'line' },
    { name: 'probability', as: 'number' },
    { name: 'low', as: 'number' },
    { name: 'high', as: 'number' },
    { name: 'about', as: 'many', from: actors },
  ],
  tie: [
    { name: 'actor', as: 'one', from: actors, need: true },
    { name: 'hub', as: 'one', from: actors, need: true },
    { name: 'channel', as: 'pick', from: (v) => plain(v.channels), need: true },
    { name: 'measure', as: 'one', from: (v) => plain(v.measures), free: true, need: true },
    { name: 'value', as: 'number' },
    { name: 'unit', as: 'one', from: (v) => plain(v.units), free: true },
    { name: 'when', as: 'date' },
    { name: 'note', as: 'line' },
  ],
  claim: [
    { name: 'text', as: 'long', need: true },
    { name: 'asserts', as: 'many', from: actors },
    { name: 'denies', as: 'many', from: actors },
    { name: 'value', as: 'number' },
    { name: 'unit', as: 'one', from: (v) => plain(v.units), free: true },
    { name: 'when', as: 'date' },
    { name: 'standing', as: 'pick', from: () => plain(['contested', 'confirmed', 'refuted']) },
  ],
  'vote-claim': [
    { name: 'actor', as: 'one', from: actors, need: true },
    { name: 'vote', as: 'pick', from: () => plain(['yes', 'no', 'abstain', 'absent']), need: true },
    { name: 'rollcall', as: 'one', from: (v) => v.rollcalls.map((r) => ({ code: r.code, name: r.name, note: r.code })) },
    { name: 'resolution', as: 'line' },
    { name: 'when', as: 'date' },
    { name: 'summary', as: 'long', need: true },
  ],
  episode: [
    { name: 'name', as: 'long', need: true },
    { name: 'hub', as: 'one', from: actors, need: true },
    { name: 'targets', as: 'many', from: actors, need: true },
    { name: 'claimed_link', as: 'line' },
    { name: 'claimed_by', as: 'one', from: actors, free: true },
    { name: 'official_reason', as: 'line' },
  ],
  membership: [
    { name: 'actor', as: 'one', from: actors, need: true },
    { name: 'organisation', as: 'one', from: actors, need: true },
    { name: 'membership', as: 'pick', from: () => plain(['member', 'observer', 'associate', 'candidate', 'suspended', 'withdrawn']), need: true },
    { name: 'from', as: 'date' },
    { name: 'to', as: 'date', label: 'until' },
    { name: 'note', as: 'line' },
  ],
};

const integers = new Set(['polarity', 'credibility']);

/** What a new form holds before anything is typed: only what the document itself says. */
export function begin(kind: CodeKind, given: { voice: Voice; published: string; hub: string }): Values {
  const values: Values = {};
  for (const f of forms[kind]) values[f.name] = f.as === 'many' ? [] : f.as === 'tick' ? false : '';
  const who = given.voice.actor || given.voice.name || '';
  if (kind === 'statement') { values.speaker = who; values.direct = !!who; }
  if (kind === 'forecast') { values.author = given.voice.name || who; values.published = given.published; }
  if (kind === 'tie') values.hub = given.hub;
  return values;
}

/** The fields of a record that is being edited. */
export function valuesOf(kind: EditKind, body: Record<string, unknown>): Values {
  const values: Values = {};
  for (const f of forms[kind]) {
    const v = body[f.name];
    if (f.as === 'many') values[f.name] = Array.isArray(v) ? v.map(String) : v ? [String(v)] : [];
    else if (f.as === 'tick') values[f.name] = v === true;
    else values[f.name] = v == null || (f.name === 'credibility' && v === 0) ? '' : String(v);
  }
  return values;
}

/** The record's body; fields that the form does not show stay as they were. Empty fields are left out, never guessed. */
export function bodyOf(kind: EditKind, values: Values, before: Record<string, unknown> = {}): Record<string, unknown> {
  const body = { ...before };
  for (const f of forms[kind]) {
    const v = values[f.name];
    if (f.as === 'tick') { body[f.name] = v === true; continue; }
    if (typeof v === 'boolean' || v == null || v.length === 0 || (typeof v === 'string' && !v.trim())) {
      delete body[f.name];
      if (f.as === 'many' && f.need) body[f.name] = [];
      continue;
    }
    if (typeof v !== 'string') { body[f.name] = v; continue; }
    const text = v.trim();
    const number = Number(text.replace(',', '.'));
    body[f.name] = (f.as === 'number' || integers.has(f.name)) && Number.isFinite(number) ? number : text;
  }
  return body;
}
