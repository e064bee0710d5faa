// The axis of the response clock: time from t0 to a share of the width. Windows in days count calendar
// days, as the ledger does, so an answer dated to a day lies wholly inside or outside of one.
// Where answers come long after the window, or long before t0, those parts are compressed, else nobody
// could see who was in time.
import { stretchOf, type Stretch } from './span';

export interface Axis {
  x: (ms: number) => number; // 0 … 1
  lines: number[]; // where the grid is drawn
  labels: { at: number; words: string }[];
  window: { from: number; sure: number; maybe: number } | null; // shares: certainly in time, possibly
  broken: boolean; // parts are compressed: say so
}

const hour = 3_600_000, day = 24 * hour, month = 30.44 * day, year = 365.25 * day;
const steps = [hour, 2 * hour, 6 * hour, 12 * hour, day, 2 * day, 7 * day, 14 * day, month, 3 * month, 6 * month, year, 2 * year, 5 * year, 10 * year];

function words(ms: number): string {
  const n = (v: number, unit: string) => `${v < 0 ? '−' : '+'}${Math.abs(Math.round(v))} ${unit}`;
  const size = Math.abs(ms);
  if (size < day) return n(ms / hour, 'h');
  if (size < 2 * month) return n(ms / day, 'd');
  const months = Math.round(ms / month); // steps are whole months from here on
  return months % 12 === 0 ? n(months / 12, 'y') : n(months, 'mo');
}

/** The end of a window (PT24H, P2D, P1M) that opens with t0: certainly, and at the latest. */
function ends(t0: Stretch, window: string): [sure: number, maybe: number] | null {
  const m = /^P(T?)(\d+)([HDWMY])$/.exec(window);
  if (!m) return null;
  const n = Number(m[2]);
  if (m[1]) return [t0[0] + n * hour, t0[1] + n * hour];
  const until = (at: number) => {
    const d = new Date(at);
    const [y, mo, da] = [d.getUTCFullYear(), d.getUTCMonth(), d.getUTCDate()];
    if (m[3] === 'D' || m[3] === 'W') return Date.UTC(y, mo, da + n * (m[3] === 'W' ? 7 : 1) + 1);
    const months = m[3] === 'Y' ? 12 * n : n;
    const last = new Date(Date.UTC(y, mo + months + 1, 0)).getUTCDate(); // a month after 31 January is the end of February
    return Date.UTC(y, mo + months, Math.min(da, last) + 1);
  };
  return [until(t0[0]), until(t0[1] > t0[0] ? t0[1] - 1 : t0[1])];
}

/** t0 as EDTF, a window as ISO 8601 (or ''), the stretches of the answers. Null when t0 cannot be placed. */
export function axis(t0edtf: string, window: string, answers: Stretch[]): Axis | null {
  const t0 = stretchOf(t0edtf);
  if (!t0) return null;
  const end = ends(t0, window);
  const least = Math.min(t0[0], ...answers.map((s) => s[0]));
  const close = end ? end[0] : t0[0];
  const most = Math.max(t0[0] + hour, t0[1], end ? end[0] + (end[0] - t0[0]) * 0.1 : 0, ...answers.map((s) => s[1]));
  const late = end != null && most - t0[0] > 3 * (close - t0[0]); // then what follows the window is compressed
  const right = late ? 0.36 : 0;
  const to = late ? close : most;
  const early = t0[0] - least > 0.5 * (to - t0[0]); // and so is what came long before
  const left = early ? 0.16 : 0;
  const from = early ? t0[0] : least;
  const raw = (t: number) =>
    t < from ? (left * (t - least)) / (from - least)
    : t <= to ? left + ((1 - left - right) * (t - from)) / (to - from)
    : 1 - right + (right * (t - to)) / (most - to);
  const pad = 0.02; // room for a mark at either end
  const x = (t: number) => pad + (1 - 2 * pad) * Math.min(1, Math.max(0, raw(t)));
  const stops = (lo: number, hi: number, count: number): number[] => {
    const step = steps.find((s) => (hi - lo) / s <= count) ?? Math.ceil((hi - lo) / count / year) * year;
    const out: number[] = [];
    for (let n = Math.ceil((lo - t0[0]) / step); t0[0] + n * step <= hi; n++) out.push(t0[0] + n * step);
    return out;
  };
  const room = (t: number) => t < from ? raw(t) < left - 0.08 : t <= to || raw(t) > 1 - right + 0.1; // for its label
  const at = [...(early ? stops(least, from - hour, 1) : []), ...stops(from, to, late || early ? 4 : 6), ...(late ? stops(to + hour, most, 2) : [])].filter(room);
  const dayCells = t0[1] - t0[0] === day && !early && !late && most - least <= 8 * day; // then a label names the day, not its first midnight
  const days: number[] = [];
  for (let t = t0[0] - Math.ceil((t0[0] - least) / day) * day; dayCells && t <= most; t += day) days.push(t);
  const labels = dayCells
    ? days.filter((t) => t + day / 2 <= most).map((t) => ({ at: x(t + day / 2), words: t === t0[0] ? '0' : words(t - t0[0]) }))
    : at.map((t) => ({ at: x(t), words: t === t0[0] ? '0' : words(t - t0[0]) }));
  return { x, lines: (dayCells ? days : at).map(x), labels, window: end && { from: x(t0[0]), sure: x(end[0]), maybe: x(end[1]) }, broken: early || late };
}

/** Whether a clock would show anything: t0 can be placed, and not all answers have the same date. */
export function timesDiffer(answers: { presence: string; when: string }[], t0: string): boolean {
  const dates = new Set(answers.filter((a) => a.presence === 'answered' && stretchOf(a.when)).map((a) => a.when));
  return stretchOf(t0) != null && (dates.size > 1 || (dates.size === 1 && !dates.has(t0)));
}
