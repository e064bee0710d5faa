// "Why nothing here?": what the coder saw in the sentence under the cursor. Asked once for each text; looking writes nothing.
import { api, ApiError, url } from '../../../lib/api';
import { enc } from '../../../lib/scope.svelte';
import type { ExplainedSentence, ExplainView } from '../../../lib/types';
import { shared } from '../../../messages/shared';
import { reviewWords as say } from '../../../messages/review';
import type { Desk } from '../desk.svelte';

export class Inquiry {
  on = $state(false);
  view = $state.raw<ExplainView | null>(null);
  error = $state.raw<ApiError | null>(null);
  #first = $state(0); // byte at which the window begins, where nothing else is under the cursor

  constructor(readonly desk: Desk) {}

  /** Byte of the cursor: the chosen words, the words that decided on the record in hand, else the first line in the window. */
  get at(): number {
    const d = this.desk, now = d.coded;
    if (d.chosen && d.page) return d.page.offsets.toBytes(d.chosen.start);
    if (now) return now.suggestion?.trigger.end ? now.suggestion.trigger.start : (now.spans?.[0]?.start ?? 0);
    return this.#first;
  }
  /** The sentence at the cursor, or the next one. */
  get sentence(): ExplainedSentence | null {
    const all = this.view?.sentences ?? [];
    return all.find((s) => this.at < s.end) ?? all.at(-1) ?? null;
  }

  async toggle() {
    this.on = !this.on;
    if (!this.on) return;
    const page = this.desk.page;
    const seen = [...document.querySelectorAll<HTMLElement>('main [data-start]')].find((el) => el.getBoundingClientRect().bottom > 100);
    if (page && seen) this.#first = page.offsets.toBytes(Number(seen.dataset.start));
    const hash = this.desk.view?.head.hash;
    if (hash && this.view?.document.hash !== hash) {
      this.error = null;
      try { this.view = await api.get<ExplainView>(url(`/documents/${enc(hash)}/explain`)); }
      catch (e) { this.error = e instanceof ApiError ? e : new ApiError(0, shared.failed(0)); }
    }
    if (this.on && this.view) this.desk.said = this.answer;
  }
  close() { this.on = false; }

  /** What came of the sentence, in words. */
  get answer(): string {
    const s = this.sentence;
    if (!s) return say.explain.noSentence();
    if (s.drafts.length) return say.explain.gave(s.drafts.length);
    const why = s.silences[0]?.reason ?? (s.heading ? say.explain.heading() : say.explain.noReason());
    return `${say.explain.nothing()} ${why}`;
  }
}
