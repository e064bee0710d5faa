// What a date of the ledger (EDTF level 1) can be, as a stretch of time: a date cut to a month covers the month.

export type Stretch = [from: number, to: number]; // Unix ms, the end not included

const ms = (y: number, m = 1, d = 1) => Date.UTC(y, m - 1, d);

function one(edtf: string): Stretch | null {
  const x = /^(\d{2,3})(X{1,2})/.exec(edtf);
  if (x) {
    const size = 10 ** x[2].length;
    return [ms(Number(x[1]) * size), ms((Number(x[1]) + 1) * size)];
  }
  const p = /^(\d{4})(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?(T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?/.exec(edtf);
  if (!p) return null;
  const y = Number(p[1]), m = Number(p[2]), d = Number(p[3]);
  if (!p[2] || p[2] === 'XX') return [ms(y), ms(y + 1)];
  if (m > 20) { // a season: 21 spring … 24 winter
    const start = [3, 6, 9, 12][m - 21];
    return start ? [ms(y, start), ms(y, start + 3)] : null;
  }
  if (!p[3] || p[3] === 'XX') return [ms(y, m), ms(y, m + 1)];
  if (p[4]) {
    const at = Date.parse(`${p[1]}-${p[2]}-${p[3]}${p[4]}${/Z|[+-]\d{2}:\d{2}$/.test(p[4]) ? '' : 'Z'}`);
    if (!Number.isNaN(at)) return [at, at];
  }
  return [ms(y, m, d), ms(y, m, d + 1)];
}

/** The stretch of a date or closed interval; null when a side is open or nothing is known. */
export function stretchOf(edtf: string): Stretch | null {
  const [a, b] = edtf.split('/');
  const from = one(a), to = b === undefined ? from : one(b);
  return from && to ? [from[0], to[1]] : null;
}
