// A rule's file (docs/formats/rules.md) read and written one key at a time. The text is the truth: a field shows what stands after
// its key and writes nothing but that key's lines, so that comments and everything else stay as somebody wrote them.

/** Every key in the order of the usual form. */
export const keys = [
  'rule', 'title', 'hub', 'trigger', 'response', 'unrelated', 'dyads', 'replicate', 'lag', 'window', 'from', 'to', 'sources', 'triggers_from',
  'responses_from', 'attention_from', 'strata', 'searched', 'exploratory', 'fork_of',
] as const;
export type Key = (typeof keys)[number];

/** Keys whose line stays when it is empty: without them a rule is none. */
export const needed: readonly Key[] = ['rule', 'title', 'hub', 'trigger', 'response', 'window', 'from', 'to'];

/** One line of the search log. */
export interface Search { by: string; where: string; from: string; to: string; states: string[] }

interface Block { from: number; to: number; rest: string } // lines from..to-1; rest stands after "key:"

function blockOf(lines: string[], key: string): Block | null {
  const from = lines.findIndex((l) => l.startsWith(`${key}:`));
  if (from < 0) return null;
  let to = from + 1;
  for (let i = to; i < lines.length && /^(\s|- |#|$)/.test(lines[i]); i++) if (/^(\s+\S|- )/.test(lines[i])) to = i + 1;
  return { from, to, rest: lines[from].slice(key.length + 1).trim() };
}

/** The key in whose lines the line with that number (from 1) stands; '' when in none. */
export function keyAt(text: string, line: number): string {
  const lines = text.split('\n');
  for (let i = Math.min(line, lines.length) - 1; i >= 0; i--) {
    const m = /^([a-z_]+):/.exec(lines[i]);
    if (m) return m[1];
  }
  return '';
}

/** Number (from 1) of the line with the key; 0 when there is none. */
export const lineOf = (text: string, key: string) => 1 + text.split('\n').findIndex((l) => l.startsWith(`${key}:`));

function unquoted(s: string): string {
  const double = /^"(?:[^"\\]|\\.)*"/.exec(s);
  if (double) try { return String(JSON.parse(double[0])); } catch { return s; }
  const single = /^'((?:[^']|'')*)'/.exec(s);
  if (single) return single[1].replaceAll("''", "'");
  return s.startsWith('#') ? '' : s.replace(/ #.*$/, '').trimEnd();
}

/** A value written so that it is read back as it is. */
export function quoted(s: string): string {
  const plain = s !== '' && s === s.trim() && !s.includes(': ') && !s.includes(' #') && !s.endsWith(':') && !/^[{}[\]&*!|>%@`#"'\-?,]/.test(s)
    && !/[\p{Cc}\u2028\u2029]/u.test(s);
  return s === '' || plain ? s : JSON.stringify(s);
}
const comment = (rest: string) => (/^["'#]/.test(rest) ? '' : (/ #.*$/.exec(rest)?.[0] ?? ''));
const listed = (rest: string) => (/^\[(.*)\]/.exec(rest)?.[1] ?? '').split(',').map((s) => s.trim()).filter(Boolean);

/** The value of a key; '' when it has none or is not there. */
export const valueOf = (text: string, key: Key): string => unquoted(blockOf(text.split('\n'), key)?.rest ?? '');
/** The values of a key that takes a list. */
export const listOf = (text: string, key: Key): string[] => listed(blockOf(text.split('\n'), key)?.rest ?? '');

/** The lines of a key put in place of those that it has, or at its place of the usual form. No lines: it goes. */
function put(text: string, key: Key, block: string[]): string {
  const lines = text.split('\n');
  const had = blockOf(lines, key);
  if (had) lines.splice(had.from, had.to - had.from, ...block);
  else if (block.length) {
    const before = keys.slice(0, keys.indexOf(key)).map((k) => blockOf(lines, k)?.to ?? -1);
    const after = keys.slice(keys.indexOf(key) + 1).map((k) => blockOf(lines, k)?.from ?? Infinity);
    const at = Math.max(-1, ...before);
    lines.splice(at >= 0 ? at : Math.min(...after, lines.at(-1) === '' ? lines.length - 1 : lines.length), 0, ...block);
  }
  return lines.join('\n');
}

/** The text with another value for a key. An empty value takes the line away, unless the key is needed. */
export function setValue(text: string, key: Key, value: string): string {
  const kept = comment(blockOf(text.split('\n'), key)?.rest ?? '');
  return put(text, key, value || needed.includes(key) ? [`${key}: ${quoted(value)}${kept}`.trimEnd()] : []);
}

/** The text with another list for a key. */
export function setList(text: string, key: Key, values: string[]): string {
  const kept = comment(blockOf(text.split('\n'), key)?.rest ?? '');
  return put(text, key, values.length ? [`${key}: [${values.join(', ')}]${kept}`] : []);
}

/** The search log. Lines that are no part of one are left to the program to judge. */
export function searchesOf(text: string): Search[] {
  const lines = text.split('\n');
  const block = blockOf(lines, 'searched');
  const out: Search[] = [];
  for (const line of block ? lines.slice(block.from + 1, block.to) : []) {
    const m = /^\s*(- )?\s*([a-z]+):\s*(.*)$/.exec(line);
    if (!m) continue;
    if (m[1]) out.push({ by: '', where: '', from: '', to: '', states: [] });
    const one = out.at(-1);
    if (!one) continue;
    if (m[2] === 'states') one.states = listed(m[3]);
    else if (m[2] === 'by' || m[2] === 'where' || m[2] === 'from' || m[2] === 'to') one[m[2]] = unquoted(m[3]);
  }
  return out;
}

/** The text with another search log. */
export function setSearches(text: string, log: Search[]): string {
  const block = log.flatMap((s) => [
    `  - by: ${quoted(s.by)}`, `    where: ${quoted(s.where)}`, `    from: ${quoted(s.from)}`, `    to: ${quoted(s.to)}`,
    ...(s.states.length ? [`    states: [${s.states.join(', ')}]`] : []),
  ].map((l) => l.trimEnd()));
  return put(text, 'searched', block.length ? ['searched:', ...block] : []);
}

/** An identifier made from a title: "Import bans, again" → "import-bans-again". */
export const slugOf = (title: string) =>
  title.normalize('NFD').replace(/[\u0300-\u036f'’]/g, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60).replace(/-+$/, '');
