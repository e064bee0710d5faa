// Walking along the suggestions of one document and deciding on them, at the speed of the keys: what was decided is shown at once,
// the ledger is told one after another, and what it refuses comes back.
import { api, ApiError } from '../../../lib/api';
import { enc } from '../../../lib/scope.svelte';
import type { CodedRecord, Decision, SuggestReport } from '../../../lib/types';
import { shared } from '../../../messages/shared';
import { readerWords } from '../../../messages/reader';
import { reviewWords as say } from '../../../messages/review';
import type { Desk } from '../desk.svelte';
import { inOrder, placeOf, type Order } from './order';

type Status = 'accepted' | 'rejected';

export class Review {
  order = $state<Order>('place');
  kind = $state('');
  rejected = $state(false); // show what was rejected
  pending = $state.raw<Record<string, Status>>({}); // decided here, not yet told to the ledger
  report = $state.raw<SuggestReport | null>(null);
  suggesting = $state(false);
  #chain: Promise<unknown> = Promise.resolve();
  #walked = new Set<string>(); // suggestions of this sitting: an edited one is still one of the walk

  /** `tell` says in a sentence what a record claims. */
  constructor(readonly desk: Desk, readonly tell: (r: CodedRecord) => string) {}

  status(r: CodedRecord): string { return this.pending[r.record.ref] ?? r.record.status; }
  isSuggestion(r: CodedRecord): boolean { return !!r.suggestion || this.#walked.has(r.record.ref); }

  readonly all: CodedRecord[] = $derived.by(() => this.desk.records.filter((r) => r.suggestion));
  /** What waits, whatever its kind. */
  readonly open: CodedRecord[] = $derived.by(() => inOrder(this.desk.records.filter((r) => this.isSuggestion(r) && this.status(r) === 'draft'), this.order));
  /** What waits and is of the kind that is looked at: n and p move along this. */
  readonly walk: CodedRecord[] = $derived(this.open.filter((r) => !this.kind || r.record.kind === this.kind));
  readonly refused: CodedRecord[] = $derived(this.all.filter((r) => this.status(r) === 'rejected'));
  readonly current: CodedRecord | null = $derived.by(() => {
    const r = this.desk.coded;
    return r && this.isSuggestion(r) ? r : null;
  });
  /** The other suggestions on the words of the current one. */
  readonly beside: CodedRecord[] = $derived.by(() => {
    const now = this.current?.spans ?? [];
    return this.all.filter((r) => r !== this.current && ['draft', 'accepted'].includes(this.status(r))
      && (r.spans ?? []).some((s) => now.some((n) => s.start < n.end && n.start < s.end)));
  });

  step(by: 1 | -1) {
    const list = this.walk;
    if (!this.open.length) {
      if (this.desk.records.length) this.desk.step(by);
      else this.desk.said = say.did.none();
      return;
    }
    if (!list.length) { this.desk.said = say.did.noneOfKind(this.kind); return; }
    this.#take(list[this.#from(list, by)]);
    const at = list.findIndex((r) => r.record.ref === this.desk.ref);
    this.desk.said = '';
    this.desk.heard = say.did.now(list[at].record.kind, this.tell(list[at]), at + 1, list.length);
  }
  /** Index of the one to go to: beside the current one, else from the chosen words on, else the first or last. */
  #from(list: CodedRecord[], by: 1 | -1): number {
    const n = list.length, at = list.findIndex((r) => r.record.ref === this.desk.ref);
    if (at >= 0) return (at + by + n) % n;
    const page = this.desk.page, chosen = this.desk.chosen;
    const place = chosen && page ? page.offsets.toBytes(chosen.start) : this.desk.coded ? placeOf(this.desk.coded)[0] : -1;
    if (place < 0 || this.order === 'rank') return by > 0 ? 0 : n - 1;
    if (by > 0) return Math.max(0, list.findIndex((r) => placeOf(r)[0] >= place));
    const before = list.findLastIndex((r) => placeOf(r)[0] < place);
    return before < 0 ? n - 1 : before;
  }
  #take(r: CodedRecord) {
    this.#walked.add(r.record.ref);
    this.desk.take(r.record.ref);
  }

  /** Decide on the record in hand and go on to the next that waits. */
  decide(status: Status) {
    const desk = this.desk, r = this.current;
    if (desk.readOnly()) return;
    if (!r) { desk.decide(status); return; }
    if (this.status(r) === status) { desk.said = say.did.decided(); return; }
    const ref = r.record.ref, list = this.walk, at = list.findIndex((x) => x.record.ref === ref);
    const also = status === 'accepted' ? (r.suggestion?.refers ?? []).filter((x) => desk.records.some((y) => y.record.ref === x && this.status(y) === 'draft')) : [];
    this.pending = { ...this.pending, ...Object.fromEntries([ref, ...also].map((x) => [x, status])) };
    const left = this.walk;
    const next = left.length ? left[Math.max(0, left.findIndex((x) => x === list.slice(at + 1).find((y) => left.includes(y))))] : null;
    if (next) this.#take(next);
    const told = status === 'accepted' ? readerWords.did.accepted(this.tell(r)) : readerWords.did.rejected(this.tell(r));
    void this.#after(async () => {
      try {
        const d = await api.post<Decision>('/decisions', { refs: [ref], status, ...(desk.who() && { who: desk.who() }) });
        desk.decided(d, ref);
        const whole = [/[.!?]$/.test(told) ? told : `${told}.`, d.changed.length > 1 && d.text].filter(Boolean).join(' ');
        desk.said = next ? say.did.next(whole, this.tell(next), left.length) : say.did.last(whole);
      } catch (e) {
        desk.error = e instanceof ApiError ? e : new ApiError(0, shared.failed(0));
        desk.take(ref);
      }
      const rest = { ...this.pending };
      for (const x of [ref, ...also]) delete rest[x];
      this.pending = rest;
      desk.reload();
    });
  }
  undo() { void this.#after(() => this.desk.undo()); }
  #after(run: () => Promise<unknown>) {
    this.#chain = this.#chain.then(run, run);
    return this.#chain;
  }

  /** Let the coder read this document. */
  async suggest() {
    const hash = this.desk.view?.head.hash;
    if (!hash || this.suggesting || this.desk.readOnly()) return;
    this.suggesting = true;
    this.desk.error = null;
    try {
      this.report = await api.post<SuggestReport>(`/documents/${enc(hash)}/suggestions`, {});
      const r = this.report;
      this.desk.said = say.waiting.report(r.made, r.known, r.superseded, r.accepted, r.again);
      this.desk.reload();
    } catch (e) {
      this.desk.error = e instanceof ApiError ? e : new ApiError(0, shared.failed(0));
    }
    this.suggesting = false;
  }
}
