// A class of events as terms: read from its text for the fields of the form, written back in the order of the usual form.
export const fields = ['actor', 'target', 'type', 'mode', 'context', 'instrument'] as const; // as the form asks: who, on whom, what
export type FieldName = (typeof fields)[number];
const written: readonly FieldName[] = ['type', 'mode', 'context', 'instrument', 'actor', 'target'];

/** A field and the values that an event may have, or may not have. */
export interface Term { field: FieldName; not: boolean; values: string[] }
export type Clause = Term[];

const isField = (s: string): s is FieldName => (written as readonly string[]).includes(s);

/** The clauses of a class; null when the text holds something that fields cannot show. */
export function parseClass(text: string): Clause[] | null {
  const out: Clause[] = [[]];
  for (const word of text.split(' ').filter(Boolean)) {
    if (word === 'or') { out.push([]); continue; }
    const m = /^([a-z]+)(!?)=(.*)$/.exec(word);
    const clause = out[out.length - 1];
    if (!m || !isField(m[1]) || clause.some((t) => t.field === m[1] && t.not === !!m[2])) return null;
    clause.push({ field: m[1], not: !!m[2], values: m[3].split(',').filter(Boolean) });
  }
  return out;
}

/** The text of a class. */
export function writeClass(clauses: Clause[]): string {
  const place = (t: Term) => 2 * written.indexOf(t.field) + (t.not ? 1 : 0);
  return clauses.map((c) => c.toSorted((a, b) => place(a) - place(b)).map((t) => `${t.field}${t.not ? '!' : ''}=${t.values.join(',')}`).join(' ')).join(' or ');
}

/** The values of a term. */
export const valuesOf = (c: Clause, field: FieldName, not = false) => c.find((t) => t.field === field && t.not === not)?.values ?? [];

/** A clause with other values for a term; without values the term goes. */
export function withValues(c: Clause, field: FieldName, not: boolean, values: string[]): Clause {
  const clean = values.map((v) => v.trim().replace(/[\s,]+/g, '-')).filter(Boolean); // a blank or a comma would begin another term or value
  const rest = c.filter((t) => t.field !== field || t.not !== not);
  return clean.length ? [...rest, { field, not, values: clean }] : rest;
}
