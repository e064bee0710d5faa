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

/** The year of an EDTF date, null when there is none. */
export function yearOf(edtf: string): number | null {
  const m = /^\.{0,2}\/?(\d{4})/.exec(edtf);
  return m ? Number(m[1]) : null;
}

/** The years as a decimal (2025-07 → 2025.54): the middle of what the date can be. Null when unknown. */
export function decimalYear(edtf: string): number | null {
  const m = /^\.{0,2}\/?(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(edtf);
  if (!m) return null;
  const [, y, mo, d] = m;
  if (!mo) return Number(y) + 0.5;
  if (!d) return Number(y) + (Number(mo) - 0.5) / 12;
  return Number(y) + (Number(mo) - 1) / 12 + (Number(d) - 0.5) / 372;
}

/** Hours in an ISO 8601 duration (P2D, PT24H, P1W); null when empty or not of fixed length. */
export function hoursIn(duration: string): number | null {
  const m = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(duration);
  if (!m || duration === 'P' || duration === '') return null;
  const [, w, d, h, min] = m.map((x) => Number(x ?? 0));
  return w * 168 + d * 24 + h + min / 60;
}

/** "48 hours", "10 days": the length of a window in words. */
export function readHours(hours: number): string {
  if (hours <= 72) return `${hours} hour${hours === 1 ? '' : 's'}`;
  const days = Math.round(hours / 24);
  return `${days} days`;
}

const grouped = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
/** 4019 → "4,019". */
export const count = (n: number) => grouped.format(n);
