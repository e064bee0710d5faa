// A list that comes in pages: the first for each new question, further ones on request, one after another.
import { untrack } from 'svelte';
import { api, ApiError } from '../../lib/api';
import { shared } from '../../messages/shared';

interface Page { next: string }

/** Make one while a component starts. `question` gives the address of the page at a cursor, or '' to ask nothing. */
export class Pages<P extends Page, Row> {
  first = $state.raw<P | null>(null);
  rows = $state.raw<Row[]>([]);
  next = $state('');
  error = $state.raw<ApiError | null>(null);
  busy = $state(false);
  asked = $state(false); // the question has been answered at least once
  #again = $state(0);
  #stop: AbortController | null = null;
  #question: (cursor: string) => string;
  #rowsOf: (page: P) => Row[] | null;

  constructor(question: (cursor: string) => string, rowsOf: (page: P) => Row[] | null) {
    this.#question = question;
    this.#rowsOf = rowsOf;
    $effect(() => {
      const address = question('');
      void this.#again;
      untrack(() => void this.#ask(address, true));
      return () => this.#stop?.abort();
    });
  }

  reload() { this.#again++; }
  more() { if (this.next && !this.busy) void this.#ask(this.#question(this.next), false); }

  async #ask(address: string, fresh: boolean) {
    this.#stop?.abort();
    if (!address) { this.first = null; this.rows = []; this.next = ''; this.error = null; this.busy = false; return; }
    const stop = new AbortController();
    this.#stop = stop;
    this.busy = true;
    try {
      const page = await api.get<P>(address, stop.signal);
      const rows = this.#rowsOf(page) ?? [];
      if (fresh) this.first = page;
      this.rows = fresh ? rows : [...this.rows, ...rows];
      this.next = page.next;
      this.error = null;
    } catch (e) {
      if (stop.signal.aborted) return;
      this.error = e instanceof ApiError ? e : new ApiError(0, shared.failed(0));
      if (fresh) { this.first = null; this.rows = []; this.next = ''; }
    }
    if (this.#stop === stop) { this.busy = false; this.asked = true; }
  }
}
