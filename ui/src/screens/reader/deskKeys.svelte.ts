// The Reader's keys: choose words by sentence and by word, and code them. Walking and deciding is in review/reviewKeys.
import { useKeys, type Key } from '../../lib/keys.svelte';
import { readerWords as say } from '../../messages/reader';
import type { Desk } from './desk.svelte';
import { keyOf, kinds } from './forms';
import type { Stretch } from './offsets';
import { moveEdge, sentencesOf } from './sentences';

/** Bind the keys while a component is there. */
export function deskKeys(desk: Desk) {
  let anchor = 0, head = 0; // sentences between which the chosen words lie
  let mine: Stretch | null = null; // what these keys chose last; a choice by pointer starts anew

  let cut: { text: string; list: Stretch[] } = { text: '', list: [] };
  const sentences = (): Stretch[] => {
    const page = desk.page;
    if (!page) return [];
    if (cut.text !== page.offsets.text) {
      cut = { text: page.offsets.text, list: sentencesOf(page.offsets.text, page.lines, desk.view?.head.language) };
    }
    return cut.list;
  };
  /** Where to begin: the sentence of what is chosen or lit, else the first in the window. */
  function begin(list: Stretch[]): number {
    const at = desk.chosen?.start ?? desk.page?.spots.find((s) => s.ref === desk.ref)?.start;
    if (at != null) return Math.max(0, list.findIndex((s) => s.end > at));
    const seen = [...document.querySelectorAll<HTMLElement>('main [data-start]')].find((el) => el.getBoundingClientRect().bottom > 100);
    const from = Number(seen?.dataset.start ?? 0);
    return Math.max(0, list.findIndex((s) => s.end > from));
  }
  function choose(s: Stretch) {
    getSelection()?.removeAllRanges();
    mine = s;
    desk.choose(s);
  }
  function move(by: 1 | -1, extend: boolean) {
    const list = sentences();
    if (!list.length) return;
    const going = mine !== null && desk.chosen === mine;
    if (!going && !desk.chosen) { anchor = head = begin(list); }
    else {
      if (!going) { anchor = head = begin(list); }
      head = Math.max(0, Math.min(list.length - 1, head + by));
      if (!extend) anchor = head;
    }
    choose({ start: list[Math.min(anchor, head)].start, end: list[Math.max(anchor, head)].end });
  }
  function trim(edge: 'start' | 'end', by: 1 | -1) {
    if (!desk.chosen || !desk.page) { desk.said = say.did.noWords(); return; }
    const within = desk.page.lines.reduce((w, l) => (l.start < desk.chosen!.end && l.end > desk.chosen!.start
      ? { start: Math.min(w.start, l.start), end: Math.max(w.end, l.end) } : w), { ...desk.chosen });
    choose(moveEdge(desk.page.offsets.text, desk.chosen, edge, by, within, desk.view?.head.language));
  }
  const key = (keys: string, does: string, run: () => void): Key => ({ keys, does, run });

  useKeys([
    key('j', say.key.next(), () => move(1, false)),
    key('k', say.key.previous(), () => move(-1, false)),
    key('J', say.key.extend(), () => move(1, true)),
    key('K', say.key.shrink(), () => move(-1, true)),
    key(']', say.key.cutEnd(), () => trim('end', -1)),
    key('[', say.key.cutStart(), () => trim('start', 1)),
    key('}', say.key.addEnd(), () => trim('end', 1)),
    key('{', say.key.addStart(), () => trim('start', -1)),
    ...kinds.map((kind) => key(keyOf[kind], kind === 'event' ? say.key.codeOrEdit() : say.key.code(kind), () => {
      if (kind === 'event' && !desk.chosen && desk.ref) desk.edit();
      else desk.code(kind);
    })),
  ]);
}
