// The keyboard. Screens add their own keys with useKeys; the sheet on ? lists what works now.
import { onMount } from 'svelte';
import { closeBecause, go, href, openBecause, place } from './scope.svelte';
import { screens } from '../screens';

export interface Key { keys: string; does: string; run: (e: KeyboardEvent) => void }

class Keys {
  own = $state.raw<Key[]>([]);
  sheet = $state(false);
}
export const keys = new Keys();

/** Add keys while a component is there: useKeys([{ keys: 'a', does: 'Accept the draft', run }]). */
export function useKeys(list: Key[]) {
  onMount(() => {
    keys.own = [...keys.own, ...list];
    return () => { keys.own = keys.own.filter((k) => !list.includes(k)); };
  });
}

let pendingG = 0;

/** Listen for the whole page. Call once. */
export function listen() {
  addEventListener('keydown', onKey);
  document.addEventListener('click', (e) => {
    if (e.defaultPrevented || e.ctrlKey || e.metaKey || e.shiftKey) return;
    const target = e.target as Element | null;
    const el = target?.closest?.('[data-trace]') as HTMLElement | null;
    if (el !== target && target?.closest('a[href], button') !== el && el?.querySelector('a[href], button')) return; // a control inside has its own meaning
    if (el?.dataset.trace) { e.preventDefault(); openBecause(el.dataset.trace); }
  });
}

function typing(e: KeyboardEvent): boolean {
  const el = e.target as HTMLElement | null;
  if (el instanceof HTMLInputElement && el.type === 'range') return false; // a slider takes no letters
  return !!el && (el.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(el.tagName));
}

function onKey(e: KeyboardEvent) {
  if (e.defaultPrevented || e.ctrlKey || e.metaKey || e.altKey) return;
  if (e.key === 'Escape') return escape(e);
  if (typing(e)) return;
  if (document.querySelector('dialog[open]')) { // an open sheet or drawer keeps its keys
    if (e.key === 'j' || e.key === 'k') { e.preventDefault(); step(e.key === 'j' ? 1 : -1); }
    return;
  }
  if (pendingG && e.timeStamp - pendingG < 2000) {
    pendingG = 0;
    const to = screens.find((s) => s.key === e.key);
    if (to) { e.preventDefault(); go(href(to.at)); }
    return;
  }
  if (e.key === 'g') { pendingG = e.timeStamp; return; }
  if (e.key === '?') { e.preventDefault(); keys.sheet = true; return; }
  if (e.key === '/') { e.preventDefault(); toSearch(); return; }
  const own = keys.own.find((k) => k.keys === e.key);
  if (own) { e.preventDefault(); own.run(e); return; }
  if (e.key === 'j' || e.key === 'k') { e.preventDefault(); step(e.key === 'j' ? 1 : -1); return; }
  if (e.key === 'Enter') { openRow(e); return; }
  if (e.key === 'b') { e.preventDefault(); because(); }
}

// An open dialog closes itself on Escape; a drawer that has not opened yet closes here, and a field is left.
function escape(e: KeyboardEvent) {
  if (document.querySelector('dialog[open]')) return;
  if (place.because) { closeBecause(); e.preventDefault(); }
  else if (typing(e)) (e.target as HTMLElement).blur();
}

function toSearch() {
  const box = document.querySelector<HTMLInputElement>('main input[type="search"]');
  if (place.path === '/search' && box) { box.focus(); box.select(); } else go(href('/search'));
}

/** The next or previous row: anything focusable that carries data-row. */
function step(by: 1 | -1) {
  const within = document.querySelector('dialog[open]') ?? document.querySelector('main');
  const rows = [...(within?.querySelectorAll<HTMLElement>('[data-row]') ?? [])].filter((el) => el.checkVisibility());
  if (!rows.length) return;
  const at = rows.findIndex((el) => el === document.activeElement || el.contains(document.activeElement));
  const to = at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + by));
  rows[to].focus();
  rows[to].scrollIntoView({ block: 'nearest' });
}

/** A row that is no link itself opens by the first thing in it that can be opened. */
function openRow(e: KeyboardEvent) {
  const row = e.target as HTMLElement | null;
  if (!row?.isConnected || !row.matches('[data-row]:not(a, button, summary)')) return; // the screen may have left already
  const to = row.querySelector<HTMLElement>('a[href], button, [data-trace]');
  if (to) { e.preventDefault(); to.click(); }
}

/** Explain what has the focus, else what is in hand, else the first figure of the screen. */
function because() {
  const here = document.activeElement as HTMLElement | null;
  const el = here?.closest<HTMLElement>('[data-trace]') ?? here?.querySelector<HTMLElement>('[data-trace]')
    ?? document.querySelector<HTMLElement>('main [data-trace][aria-pressed="true"]')
    ?? document.querySelector<HTMLElement>('main [data-trace]');
  if (el?.dataset.trace) openBecause(el.dataset.trace);
}
