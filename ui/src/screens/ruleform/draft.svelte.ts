// The rule that is being written: one text, what the program says of it, and a copy that a reload does not lose.
import { api, ApiError } from '../../lib/api';
import type { Registration, RuleCheck, RuleFault } from '../../lib/types';
import { shared } from '../../messages/shared';
import { keyAt, lineOf, listOf, needed, searchesOf, setList, setSearches, setValue, slugOf, valueOf, type Key, type Search } from './lines';

/** A fault with the line and the key that it is about; line 0: not known. */
export interface Placed { fault: RuleFault; line: number; key: string }

const stored = (name: string) => { try { return sessionStorage.getItem(name); } catch { return null; } };
const store = (name: string, text: string | null) => {
  try { if (text == null) sessionStorage.removeItem(name); else sessionStorage.setItem(name, text); } catch { /* a browser that keeps nothing */ }
};

/** The file of a rule that says nothing yet but what most rules say. */
export const blank = (hub: string) =>
  `rule:\ntitle:\nhub: ${hub}\ntrigger: actor=state\nresponse: actor=hub target=state\nlag: 0\nwindow: P60D\nfrom:\nto:\nstrata: blocks\n`;

export class Draft {
  #text = $state('');
  #name: string;
  #begin: string;
  restored = $state(false);
  checked = $state.raw<RuleCheck | null>(null);
  failed = $state.raw<ApiError | null>(null); // the question could not be put
  refused = $state.raw<ApiError | null>(null); // registering went wrong
  busy = $state(false);
  sending = $state(false);

  /** `fork` is the rule that it is made from, '' for none; `begin` is the text that stands at first. */
  constructor(fork: string, begin: string) {
    this.#name = `rule-form:${fork}`;
    this.#begin = begin;
    const had = stored(this.#name);
    this.restored = had != null && had !== begin;
    this.#text = this.restored ? had! : begin;
  }

  get text() { return this.#text; }
  set text(next: string) {
    this.#text = next.replaceAll('\r', '').replaceAll('\t', '  ');
    this.refused = null;
    store(this.#name, this.#text === this.#begin ? null : this.#text);
  }
  afresh() { this.text = this.#begin; this.restored = false; }

  value(key: Key) { return valueOf(this.#text, key); }
  list(key: Key) { return listOf(this.#text, key); }
  searches(): Search[] { return searchesOf(this.#text); }
  setSearches(log: Search[]) { this.text = setSearches(this.#text, log); }
  setList(key: Key, values: string[]) { this.text = setList(this.#text, key, values.map((v) => v.replace(/[[\],\s]+/g, '')).filter(Boolean)); }
  set(key: Key, value: string) {
    const one = value.replace(/[\r\n]+/g, ' ');
    let text = setValue(this.#text, key, one);
    const slug = valueOf(this.#text, 'rule');
    if (key === 'title' && !valueOf(text, 'fork_of') && (slug === '' || slug === slugOf(valueOf(this.#text, 'title')))) text = setValue(text, 'rule', slugOf(one));
    this.text = text;
  }

  /** Needed keys without a value: no fault yet, only not written yet. */
  readonly empty = $derived(needed.filter((k) => valueOf(this.#text, k) === ''));
  readonly faults = $derived.by((): Placed[] => (this.checked?.faults ?? []).map((fault) => {
    const at = /:(\d+):\d+$/.exec(fault.field);
    const missing = /^the key "(\w+)" is missing/.exec(fault.problem)?.[1];
    const line = missing ? 0 : at ? Number(at[1]) : lineOf(this.#text, fault.field);
    return { fault, line, key: missing ?? (line ? keyAt(this.#text, line) : fault.field) };
  }));
  /** Faults other than that something is still empty. */
  readonly wrong = $derived(this.faults.filter((f) => !(this.empty as string[]).includes(f.key)));
  of(key: string) { return this.wrong.filter((f) => f.key === key).map((f) => `${f.fault.problem}; ${f.fault.do}`); }

  /** Asks what the text would be, a moment after the last change. Call while a component starts. */
  follow() {
    $effect(() => {
      const text = this.#text;
      const stop = new AbortController();
      const timer = setTimeout(() => void this.#check(text, stop.signal), this.checked ? 300 : 0);
      return () => { clearTimeout(timer); stop.abort(); };
    });
  }
  async #check(text: string, signal: AbortSignal) {
    this.busy = true;
    try {
      const answer = await api.post<RuleCheck>('/rules/check', { text }, signal);
      if (signal.aborted) return;
      this.checked = answer;
      this.failed = null;
    } catch (e) {
      if (signal.aborted) return;
      this.failed = e instanceof ApiError ? e : new ApiError(0, shared.failed(0));
    }
    this.busy = false;
  }

  /** Writes the rule into the ledger. The answer is null when it was refused: then `refused` says why and the text stays. */
  async register(): Promise<Registration | null> {
    this.sending = true;
    try {
      const answer = await api.post<Registration>('/rules', { text: this.#text });
      store(this.#name, null);
      return answer;
    } catch (e) {
      this.refused = e instanceof ApiError ? e : new ApiError(0, shared.failed(0));
      return null;
    } finally {
      this.sending = false;
    }
  }
}
