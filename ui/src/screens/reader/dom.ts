// Between places in the text (UTF-16 code units) and places in the page. Elements with data-start hold the text from that
// unit on, and nothing else; everything in between (speakers, chips) is no text.
import type { Stretch } from './offsets';

const startOf = (el: HTMLElement) => Number(el.dataset.start);

function blocksIn(root: HTMLElement) { return [...root.querySelectorAll<HTMLElement>('[data-start]')]; }

function place(root: HTMLElement, node: Node, offset: number, after: boolean): number | null {
  const el = node instanceof HTMLElement ? node : node.parentElement;
  const block = el?.closest<HTMLElement>('[data-start]');
  if (block && root.contains(block)) {
    const r = document.createRange();
    r.selectNodeContents(block);
    r.setEnd(node, offset);
    return startOf(block) + r.toString().length;
  }
  // Between blocks: the next one's start, or the former one's end.
  const point = document.createRange();
  point.setStart(node, offset);
  const all = blocksIn(root);
  const following = all.findIndex((b) => point.comparePoint(b, 0) > 0);
  if (!after) return following < 0 ? null : startOf(all[following]);
  const former = following < 0 ? all.at(-1) : all[following - 1];
  return former ? startOf(former) + (former.textContent ?? '').length : null;
}

/** What the reader has selected with the pointer or the caret, or null when it is not in this text. */
export function selected(root: HTMLElement): (Stretch & { collapsed: boolean }) | null {
  const s = getSelection();
  if (!s?.rangeCount || !root.contains(s.anchorNode)) return null;
  const r = s.getRangeAt(0);
  const start = place(root, r.startContainer, r.startOffset, false);
  const end = place(root, r.endContainer, r.endOffset, true);
  return start == null || end == null ? null : { start, end, collapsed: r.collapsed || end <= start };
}

interface Laid { block: HTMLElement; from: number; to: number }
/** Where each block of the text begins and ends, in the order of the text. */
const laidIn = (root: HTMLElement): Laid[] => blocksIn(root).map((block) => ({ block, from: startOf(block), to: startOf(block) + (block.textContent ?? '').length }));

/** The ranges of the page that show a stretch, one for each block that it touches. */
export function rangesOf(root: HTMLElement, s: Stretch, laid = laidIn(root)): Range[] {
  let low = 0, high = laid.length; // the first block that ends after the stretch begins
  while (low < high) {
    const mid = (low + high) >> 1;
    if (laid[mid].to <= s.start) low = mid + 1; else high = mid;
  }
  const found: Range[] = [];
  for (; low < laid.length && laid[low].from < s.end; low++) {
    const { block, from, to } = laid[low];
    const r = document.createRange();
    setAt(r, block, Math.max(0, s.start - from), 'start');
    setAt(r, block, Math.min(to, s.end) - from, 'end');
    found.push(r);
  }
  return found;
}

function setAt(r: Range, block: HTMLElement, units: number, edge: 'start' | 'end') {
  const walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let node = walk.nextNode() as Text | null;
  while (node) {
    if (units < node.length || (edge === 'end' && units === node.length)) break;
    const next = walk.nextNode() as Text | null;
    if (!next) { units = Math.min(units, node.length); break; }
    units -= node.length;
    node = next;
  }
  if (!node) return;
  if (edge === 'start') r.setStart(node, units); else r.setEnd(node, units);
}

/** Bring a stretch into view, a third down the part of the window that lies above `floor`. */
export function scrollTo(root: HTMLElement, s: Stretch, always = false, floor = innerHeight) {
  const box = rangesOf(root, s)[0]?.getBoundingClientRect();
  if (!box) return;
  if (always || box.top < 90 || box.bottom > floor - 60) scrollBy({ top: box.top - floor / 3 });
}

export type Groups = Record<string, { at: Stretch[]; priority: number }>;

/** Paints stretches of one text by name with the CSS Custom Highlight API. What stays as it was is not touched: every change of a
 * highlight makes the browser look at the styles of the whole text again. */
export class Painter {
  #painted = new Map<string, Map<string, Range[]>>(); // by name, by stretch

  paint(root: HTMLElement, groups: Groups) {
    if (!('highlights' in CSS)) return;
    let laid: Laid[] | undefined;
    for (const name of this.#painted.keys()) if (!groups[name]) this.#drop(name);
    for (const [name, g] of Object.entries(groups)) {
      const had = this.#painted.get(name), h = (had && CSS.highlights.get(name)) || new Highlight();
      const old = had ?? new Map<string, Range[]>(), now = new Map<string, Range[]>();
      for (const s of g.at) {
        const key = `${s.start}-${s.end}`;
        if (now.has(key)) continue;
        const ranges = old.get(key) ?? rangesOf(root, s, (laid ??= laidIn(root)));
        if (!old.has(key)) for (const r of ranges) h.add(r);
        now.set(key, ranges);
      }
      for (const [key, ranges] of old) if (!now.has(key)) for (const r of ranges) h.delete(r);
      this.#painted.set(name, now);
      if (!had) { h.priority = g.priority; CSS.highlights.set(name, h); }
    }
  }
  clear() { for (const name of [...this.#painted.keys()]) this.#drop(name); }
  #drop(name: string) {
    CSS.highlights.delete(name);
    this.#painted.delete(name);
  }
}
