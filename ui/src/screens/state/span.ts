// What a date of the ledger (EDTF level 1) can be, as a span of decimal years, so that a date cut to
// a month or a year is drawn as long as it is uncertain.

export interface Span {
  from: number; // decimal years: 2025.5 is the middle of 2025
  to: number;
  exact: boolean; // known to the day
}

const dayOfYear = (y: number, m: number, d: number) => (Date.UTC(y, m - 1, d) - Date.UTC(y, 0, 1)) / 86_400_000;
const yearDays = (y: number) => (Date.UTC(y + 1, 0, 1) - Date.UTC(y, 0, 1)) / 86_400_000;
const at = (y: number, m: number, d: number) => y + dayOfYear(y, m, d) / yearDays(y);

function single(edtf: string): Span | null {
  const decade = /^(\d{2,3})(X{1,2})/.exec(edtf);
  if (decade) {
    const size = 10 ** decade[2].length;
    const from = Number(decade[1]) * size;
    return { from, to: from + size, exact: false };
  }
  const m = /^(\d{4})(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?/.exec(edtf);
  if (!m) return null;
  const [, year, month, day] = m;
  const y = Number(year), mo = Number(month), d = Number(day);
  if (!month || month === 'XX') return { from: y, to: y + 1, exact: false };
  if (mo > 20) { // a season: 21 spring … 24 winter
    const start = [3, 6, 9, 12][mo - 21] ?? 1;
    return { from: at(y, start, 1), to: at(y, start, 1) + 0.25, exact: false };
  }
  if (!day || day === 'XX') return { from: at(y, mo, 1), to: at(y, mo + 1, 1), exact: false };
  const x = at(y, mo, d);
  return { from: x, to: x + 1 / yearDays(y), exact: !/[~?%]$/.test(edtf) };
}

/** The span of a date or interval; null when it says nothing. An open end reaches to `now`, an open start to the known end. */
export function spanOf(edtf: string, now: number): Span | null {
  if (!edtf) return null;
  if (!edtf.includes('/')) return single(edtf);
  const [a, b] = edtf.split('/');
  const from = single(a), to = single(b);
  if (!from && !to) return null;
  return { from: from?.from ?? to!.from, to: to?.to ?? Math.max(now, from!.to), exact: false };
}

/** From the start of one date to the end of another: a term of office, a membership. */
export function between(from: string, to: string, now: number): Span | null {
  const a = spanOf(from, now);
  if (to) {
    const b = spanOf(to, now);
    return b && { from: a?.from ?? b.from, to: b.to, exact: !!a?.exact && b.exact };
  }
  return a && { from: a.from, to: Math.max(now, a.to), exact: a.exact };
}

/** A moment as decimal years. */
export function yearsOf(time: Date): number {
  const y = time.getUTCFullYear();
  return y + (time.getTime() - Date.UTC(y, 0, 1)) / 86_400_000 / yearDays(y);
}
