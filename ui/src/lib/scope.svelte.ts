// Where the reader is, and under which scope: path and query of the page's address, kept by the
// History API. Scope (as_of, lens, hub) goes along from screen to screen; the rest of a query
// belongs to one screen. The address is the only state: a copied link shows the same page.

const carried = ['as_of', 'lens', 'hub'] as const;
type Changes = Record<string, string | null | undefined>;

class Place {
  path = $state(decodePath(location.pathname));
  raw = $state(location.pathname);
  query = $state<Record<string, string>>(readQuery(location.search));

  get asOf() { return this.query.as_of ?? ''; }
  get lens() { return this.query.lens ?? ''; }
  get hub() { return this.query.hub ?? ''; }
  get because() { return this.query.because ?? ''; }

  read() {
    this.path = decodePath(location.pathname);
    this.raw = location.pathname;
    this.query = readQuery(location.search);
  }
}

/** The current place. Reading it in a template or an effect follows it. */
export const place = new Place();

function decodePath(path: string): string {
  try { return decodeURI(path); } catch { return path; }
}
function readQuery(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}
function queryString(params: Changes): string {
  const q = new URLSearchParams();
  for (const [key, value] of Object.entries(params)) if (value) q.set(key, value);
  const s = q.toString();
  return s ? `?${s}` : '';
}

/** Address of a screen under the present scope: href('/litmus/' + enc(id), { at: '12-30' }). */
export function href(path: string, params: Changes = {}): string {
  const [base, own] = path.split('?');
  const scope: Changes = {};
  for (const key of carried) scope[key] = place.query[key];
  return base + queryString({ ...scope, ...readQuery(own ?? ''), ...params });
}

/** Go to an address of ours; the reader can go back. */
export function go(address: string, replace = false) {
  if (address === location.pathname + location.search) return;
  const before = location.pathname;
  history[replace ? 'replaceState' : 'pushState'](null, '', address);
  place.read();
  if (location.pathname !== before) scrollTo(0, 0);
}

/** Change parameters of the present address; null or '' removes one. */
export function change(params: Changes, replace = false) {
  go(location.pathname + queryString({ ...place.query, ...params }), replace);
}

/** Address of the present page with a figure explained, for links that can be copied. */
export function becauseHref(trace: string): string {
  return place.raw + queryString({ ...place.query, because: trace });
}

/** Encode an id as one piece of a path. */
export const enc = encodeURIComponent;

/** Open and close the explanation of a figure. */
export const openBecause = (trace: string) => change({ because: trace });
export const closeBecause = () => change({ because: null });

/** Follow the browser's own moves, and plain clicks on our own links. Call once. */
export function followLinks() {
  addEventListener('popstate', () => place.read());
  document.addEventListener('click', (e) => {
    if (e.defaultPrevented || e.button !== 0 || e.metaKey || e.ctrlKey || e.shiftKey || e.altKey) return;
    const a = (e.target as Element | null)?.closest?.('a[href]') as HTMLAnchorElement | null;
    if (!a || a.target || a.hasAttribute('download') || a.origin !== location.origin) return;
    if (a.pathname.startsWith('/api/')) return;
    if (a.hash && a.pathname === location.pathname && a.search === location.search) return; // a jump on this page
    e.preventDefault();
    go(a.pathname + a.search);
  });
}
