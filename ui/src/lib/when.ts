// Dates as the ledger writes them (EDTF level 1), in words.
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function one(edtf: string): string {
  const m = /^(-?\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T(\d{2}:\d{2})[^~?%]*)?([~?%])?$/.exec(edtf);
  if (!m) return edtf;
  const [, y, mo, d, time, flag] = m;
  let s = mo ? `${months[Number(mo) - 1] ?? mo} ${y}` : y;
  if (d) s = `${Number(d)} ${s}`;
  if (time) s += `, ${time} UTC`;
  if (flag === '~') s = `about ${s}`;
  if (flag === '?') s = `${s} (uncertain)`;
  if (flag === '%') s = `about ${s} (uncertain)`;
  return s;
}

/** "2025-12-31" → "31 Dec 2025"; "2014~" → "about 2014"; "2014/2016" → "2014 to 2016". */
export function readDate(edtf: string): string {
  if (!edtf) return '';
  if (!edtf.includes('/')) return one(edtf);
  const [from, to] = edtf.split('/');
  if (from === '' || from === '..') return `until ${one(to)}`;
  if (to === '' || to === '..') return `since ${one(from)}`;
  return `${one(from)} to ${one(to)}`;
}

/** A ledger time (RFC 3339) to the minute, UTC. */
export function readTime(rfc3339: string): string {
  const m = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(rfc3339);
  return m ? `${one(m[1])}, ${m[2]} UTC` : rfc3339;
}

/** What as_of names, to the second: "21 Nov 2026, 18:00:05 UTC"; a day alone means its end. */
export function readMoment(asOf: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(asOf)) return `${one(asOf)}, end of day UTC`;
  const t = new Date(asOf);
  if (Number.isNaN(t.getTime())) return asOf;
  const iso = t.toISOString();
  return `${one(iso.slice(0, 10))}, ${iso.slice(11, 19)} UTC`;
}

const units: Record<string, string> = { H: 'hour', D: 'day', W: 'week', M: 'month', Y: 'year' };
const window = (iso: string) => /^P(T?)(\d+)([HDWMY])$/.exec(iso);

/** A window in words: "24 hours", "1 month", "the same day". */
export function readWindow(iso: string): string {
  const m = window(iso);
  if (m?.[2] === '0') return 'the same day';
  return m ? `${m[2]} ${units[m[3]]}${m[2] === '1' ? '' : 's'}` : iso;
}

const grouped = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
/** 4019 → "4,019". */
export const count = (n: number) => grouped.format(n);

/** "4019 votes, 1 run" → "4,019 votes, 1 run". Other words stay: only in a row of counts is a number certainly a count. */
export const readCounts = (what: string) =>
  /^(the newest of more: )?\d+ [a-z ]+(, \d+ [a-z ]+)*$/.test(what) ? what.replace(/\d{4,}/g, (n) => count(Number(n))) : what;
