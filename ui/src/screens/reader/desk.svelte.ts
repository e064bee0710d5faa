// What a coder has in hand at one document: the chosen words or the chosen record, the open form, and what can be taken back.
import { api, ApiError, url } from '../../lib/api';
import { enc } from '../../lib/scope.svelte';
import type { CodedRecord, CodeRequest, Decision, DocumentView, EditRequest, RecordView, Voice } from '../../lib/types';
import { shared } from '../../messages/shared';
import { readerWords as say } from '../../messages/reader';
import { begin, bodyOf, editable, valuesOf, type CodeKind, type EditKind, type Values } from './forms';
import { turnAt, type Page } from './layout';
import type { Stretch } from './offsets';

export interface OpenForm { kind: EditKind; at: Stretch | null; record: RecordView | null; values: Values; voice: Voice; why: string }
export interface Conflict { ref: string; rev: number; send: EditRequest; theirs: RecordView; mine: RecordView }
/** What a change of ours replaced, and the revision that the change made: it is taken back only while that is the newest. */
interface Former { ref: string; back: Conflict['send']; made: number }
/** A decision on suggestions: the server takes all of it back at once. */
interface Decided { ref: string; decision: string }

const asError = (e: unknown) => (e instanceof ApiError ? e : new ApiError(0, shared.failed(0)));

export class Desk {
  view = $state.raw<DocumentView | null>(null);
  page = $state.raw<Page | null>(null);
  chosen = $state.raw<Stretch | null>(null);
  ref = $state('');
  form = $state.raw<OpenForm | null>(null);
  conflict = $state.raw<Conflict | null>(null);
  error = $state.raw<ApiError | null>(null);
  said = $state('');
  heard = $state(''); // what only who cannot see the screen needs to be told
  busy = $state(false);
  #formers: (Former | Decided)[] = [];

  /** `who` names the coder of a blind second coding, '' everywhere else; `show` puts a changed view on the screen. */
  constructor(
    readonly readOnly: () => boolean, readonly hub: () => string, readonly reload: () => void, readonly show: (view: DocumentView) => void = () => {},
    readonly who: () => string = () => '',
  ) {}

  get records(): CodedRecord[] { return this.view?.records ?? []; }
  get coded(): CodedRecord | null { return this.records.find((r) => r.record.ref === this.ref) ?? null; }
  get current(): RecordView | null { return this.coded?.record ?? null; }
  get exact(): string { return this.chosen && this.view ? this.view.text.slice(this.chosen.start, this.chosen.end) : ''; }

  choose(s: Stretch | null) {
    this.chosen = s;
    if (s) this.ref = '';
  }
  take(ref: string) {
    this.ref = ref;
    this.chosen = null;
  }
  step(by: 1 | -1) {
    const list = this.records;
    if (!list.length) return;
    const at = list.findIndex((r) => r.record.ref === this.ref);
    this.take(list[at < 0 ? (by > 0 ? 0 : list.length - 1) : (at + by + list.length) % list.length].record.ref);
  }

  /** Voice of a stretch, from the turn that holds its first word. */
  voiceAt(s: Stretch): Voice {
    const turn = this.view && this.page ? turnAt(this.view, this.page.offsets.toBytes(s.start)) : null;
    if (turn) return { name: turn.speaker || undefined, role: turn.role || undefined };
    return { name: this.view?.head.outlet || this.view?.head.author || undefined, role: 'outlet' };
  }

  code(kind: CodeKind) {
    if (this.readOnly()) return;
    if (!this.chosen) { this.said = say.did.noWords(); return; }
    const voice = this.voiceAt(this.chosen);
    this.error = null;
    this.form = {
      kind, at: this.chosen, record: null, voice, why: '', values: begin(kind, { voice, published: this.view?.head.published ?? '', hub: this.hub() }),
    };
  }
  edit() {
    const r = this.current;
    if (this.readOnly() || !r) { if (!r) this.said = say.did.noRecord(); return; }
    if (!editable.includes(r.kind as EditKind)) return;
    this.error = null;
    const kind = r.kind as EditKind;
    this.form = { kind, at: null, record: r, values: valuesOf(kind, r.body), voice: {}, why: '' };
  }

  async save(values: Values, voice: Voice, why: string) {
    const f = this.form, view = this.view, page = this.page;
    if (!f || !view || !page || this.busy) return;
    if (f.record) {
      const before = f.record;
      if (await this.#put(before, { body: bodyOf(f.kind, values, before.body), why }, say.did.edited)) this.form = null;
      return;
    }
    const clean = Object.fromEntries(Object.entries(voice).filter(([, v]) => v)) as Voice;
    const ask: CodeRequest = {
      kind: f.kind as CodeKind, body: bodyOf(f.kind, values), document: view.head.hash, start: page.offsets.toBytes(f.at!.start), end: page.offsets.toBytes(f.at!.end),
      voice: Object.keys(clean).length ? clean : undefined, why: why || undefined, who: this.who() || undefined,
    };
    await this.#try(async () => {
      const made = await api.post<RecordView>('/records', ask);
      this.#formers.push({ ref: made.ref, back: { status: 'rejected' }, made: made.rev }); // a draft is taken back by rejecting it
      this.form = null;
      this.take(made.ref);
      this.said = say.did.draft(f.kind);
      this.reload();
    });
  }

  decide(status: 'accepted' | 'rejected') {
    const r = this.current;
    if (this.readOnly()) return;
    if (!r) { this.said = say.did.noRecord(); return; }
    if (r.status !== status) void this.#put(r, { status }, status === 'accepted' ? say.did.accepted : say.did.rejected);
  }

  /** What the server decided on `ref` and what stands on it: shown at once, and kept to be taken back. */
  decided(d: Decision, ref: string) {
    if (d.id) this.#formers.push({ decision: d.id, ref });
    this.#patch(d);
  }
  #patch(d: Decision) {
    const now = new Map(d.changed.map((c) => [c.ref, c]));
    for (const f of this.#formers) if ('made' in f && !d.status && now.has(f.ref)) f.made = now.get(f.ref)!.rev;
    if (!this.view) return;
    this.view = { ...this.view, records: this.records.map((r) => {
      const c = now.get(r.record.ref);
      return c ? { ...r, record: { ...r.record, status: c.to, rev: c.rev } } : r;
    }) };
    this.show(this.view);
  }

  /** Take the last change of this sitting back, or else the current record's last revision: both as a new revision. */
  async undo() {
    if (this.readOnly() || this.busy) return;
    await this.#try(async () => {
      const last = this.#formers.at(-1);
      if (last && 'decision' in last) {
        const d = await api.post<Decision>(`/decisions/${enc(last.decision)}/undo`, this.who() ? { who: this.who() } : {})
          .catch((e) => { if (e instanceof ApiError && e.status) this.#formers.pop(); throw e; }); // refused once, refused always
        this.#formers.pop();
        this.#patch({ ...d, status: '' });
        this.take(last.ref);
        this.said = say.did.undone(d.changed.find((c) => c.ref === last.ref)?.label ?? d.text);
        this.reload();
        return;
      }
      const ref = last?.ref ?? this.ref;
      if (!ref) { this.said = say.did.noRecord(); return; }
      const now = await api.get<RecordView>(url(`/records/${enc(ref)}`, {}, false));
      if (last && last.made !== now.rev) {
        this.#formers = this.#formers.filter((f) => f.ref !== ref);
        this.take(ref);
        this.said = say.did.changedSince(now.label, now.who);
        this.reload();
        return;
      }
      const back = last?.back ?? (await this.#before(now));
      if (!back) { this.said = say.did.nothingToUndo(); return; }
      const after = await api.put<RecordView>(`/records/${enc(ref)}`, now.rev, { ...back, why: say.whyUndo(), who: this.who() || undefined });
      if (last) this.#formers.pop();
      for (const f of this.#formers) if ('made' in f && f.ref === ref) f.made = after.rev;
      this.take(ref);
      this.said = say.did.undone(after.label);
      this.reload();
    });
  }

  /** The revision before, as a change. */
  async #before(now: RecordView): Promise<Conflict['send'] | null> {
    const { revisions } = await api.get<{ revisions: RecordView[] | null }>(url(`/records/${enc(now.ref)}/history`, {}, false));
    const former = (revisions ?? []).filter((r) => r.rev < now.rev).toSorted((a, b) => b.rev - a.rev)[0];
    return former ? { body: former.body, status: former.status as EditRequest['status'] } : null;
  }

  /** Answer a conflict: drop one's own change, or put it on top of the other. */
  settle(over: boolean) {
    const c = this.conflict;
    this.conflict = null;
    if (!c) return;
    if (over) {
      void this.#put(c.theirs, c.send, say.did.edited).then((done) => { if (done) this.form = null; });
      return;
    }
    this.form = null;
    this.said = say.did.reloaded();
    this.reload();
  }

  async #put(r: RecordView, send: Conflict['send'], done: (label: string) => string): Promise<boolean> {
    return this.#try(async () => {
      try {
        const now = await api.put<RecordView>(`/records/${enc(r.ref)}`, r.rev, this.who() ? { ...send, who: this.who() } : send);
        this.#formers.push({ ref: r.ref, back: { ...(send.body && { body: r.body }), ...(send.status && { status: r.status as EditRequest['status'] }) }, made: now.rev });
        this.take(r.ref);
        this.said = done(now.label);
        this.reload();
      } catch (e) {
        if (!(e instanceof ApiError) || e.status !== 412) throw e;
        const theirs = await api.get<RecordView>(url(`/records/${enc(r.ref)}`, {}, false));
        const mine = { ...r, ...(send.body && { body: send.body }), ...(send.status && { status: send.status }) };
        this.conflict = { ref: r.ref, rev: r.rev, send, theirs, mine };
        throw e;
      }
    });
  }

  async #try(run: () => Promise<void>): Promise<boolean> {
    this.busy = true;
    this.error = null;
    try { await run(); return true; }
    catch (e) { this.error = this.conflict ? null : asError(e); return false; }
    finally { this.busy = false; }
  }
}
