// Every screen: its address, its key after g, its name in the header. A new screen is one line here.
import type { Component } from 'svelte';
import Alignment from './Alignment.svelte';
import Dyad from './Dyad.svelte';
import Home from './Home.svelte';
import Litmus from './Litmus.svelte';
import LitmusItem from './LitmusItem.svelte';
import Method from './Method.svelte';
import Pressure from './Pressure.svelte';
import Reader from './Reader.svelte';
import Rule from './Rule.svelte';
import RuleForm from './RuleForm.svelte';
import Search from './Search.svelte';
import Sources from './Sources.svelte';
import State from './State.svelte';
import States from './States.svelte';
import World from './World.svelte';

export interface Screen {
  at: string; // where the header and g+key go
  name: string;
  key?: string;
  nav?: boolean;
  match: RegExp; // on the undecoded path; group 1 is the id
  view: Component<any>; // takes { id: string } where the address has one
}

export const screens: Screen[] = [
  { at: '/', name: 'Home', key: 'h', nav: true, match: /^\/$/, view: Home },
  { at: '/litmus', name: 'Litmus', key: 'l', nav: true, match: /^\/litmus\/?$/, view: Litmus },
  { at: '/litmus', name: 'Litmus', match: /^\/litmus\/(.+)$/, view: LitmusItem },
  { at: '/alignment', name: 'Alignment', key: 'a', nav: true, match: /^\/alignment\/?$/, view: Alignment },
  { at: '/alignment', name: 'Alignment', match: /^\/alignment\/([^/]+)$/, view: Dyad },
  { at: '/world', name: 'World', key: 'w', nav: true, match: /^\/world\/?$/, view: World },
  { at: '/method', name: 'Method', match: /^\/method\/([^/]+)$/, view: Method },
  { at: '/states', name: 'States', key: 's', nav: true, match: /^\/states\/?$/, view: States },
  { at: '/states', name: 'States', match: /^\/states\/([^/]+)$/, view: State },
  { at: '/pressure', name: 'Pressure', key: 'p', nav: true, match: /^\/pressure\/?$/, view: Pressure },
  { at: '/pressure', name: 'Pressure', match: /^\/pressure\/new\/?$/, view: RuleForm },
  { at: '/pressure', name: 'Pressure', match: /^\/pressure\/([^/]+)$/, view: Rule },
  { at: '/reader', name: 'Reader', key: 'r', nav: true, match: /^\/reader\/?$/, view: Reader },
  { at: '/reader', name: 'Reader', match: /^\/reader\/([^/]+)$/, view: Reader },
  { at: '/sources', name: 'Sources', key: 'o', nav: true, match: /^\/sources\/?$/, view: Sources },
  { at: '/search', name: 'Search', key: 'f', nav: true, match: /^\/search\/?$/, view: Search },
];

/** The screen at a path, with the id in it ('' where it has none). */
export function screenAt(path: string): { screen: Screen; id: string } | null {
  for (const screen of screens) {
    const m = screen.match.exec(path);
    if (m) return { screen, id: decode(m[1] ?? '') };
  }
  return null;
}

function decode(piece: string): string {
  try { return decodeURIComponent(piece); } catch { return piece; } // typed by hand with a stray %
}
