// Places names beside their marks: inside the frame, off each other and off every mark, and as near and as clear of lines as
// that allows. The same input always gives the same places.

export interface Box { x: number; y: number; w: number; h: number } // upper left corner
export interface Point { x: number; y: number }
export interface Named { id: string; x: number; y: number; r: number; w: number; h: number }
export interface Placed extends Box { id: string; choice: number; leader: boolean } // leader: too far to be read without a line
export interface Around { frame: Box; blocked: Box[]; lines: Point[] } // lines: points of what a name should not cover

const air = 3; // between a mark and its name
const reaches = [0, 7, 16, 28, 44, 64, 90, 120, 160, 210];
const ways = Array.from({ length: 16 }, (_, i) => (i * Math.PI) / 8);

export const meet = (a: Box, b: Box, gap = 0) => a.x < b.x + b.w + gap && b.x < a.x + a.w + gap && a.y < b.y + b.h + gap && b.y < a.y + a.h + gap;
export const inside = (a: Box, f: Box) => a.x >= f.x && a.y >= f.y && a.x + a.w <= f.x + f.w && a.y + a.h <= f.y + f.h;
const boxOf = (m: Named): Box => ({ x: m.x - m.r, y: m.y - m.r, w: m.r * 2, h: m.r * 2 });

/** How far a box is from the edge of a mark. */
const apart = (b: Box, m: Named) => Math.hypot(Math.max(b.x - m.x, 0, m.x - b.x - b.w), Math.max(b.y - m.y, 0, m.y - b.y - b.h)) - m.r;

interface Choice extends Box { choice: number; cost: number; leader: boolean }

/** All places of a name that no fixed thing forbids, cheapest first. `kept` is the place it had a moment ago. */
function choices(m: Named, marks: Named[], around: Around, kept: number): Choice[] {
  const found: Choice[] = [];
  const near = around.lines.filter((p) => Math.abs(p.x - m.x) < m.w + 250 && Math.abs(p.y - m.y) < m.h + 250);
  reaches.forEach((reach, k) => ways.forEach((a, d) => {
    const away = m.r + air + reach, sx = Math.sin(a), cy = -Math.cos(a);
    // The box touches the circle of that radius from outside: its nearest side for the four main directions, a corner between them.
    const x = m.x + sx * away + (sx > 0.3 ? 0 : sx < -0.3 ? -m.w : -m.w / 2 + sx * m.w / 2);
    const y = m.y + cy * away + (cy > 0.3 ? 0 : cy < -0.3 ? -m.h : -m.h / 2 + cy * m.h / 2);
    const box = { x, y, w: m.w, h: m.h };
    if (!inside(box, around.frame) || around.blocked.some((b) => meet(box, b))) return;
    if (marks.some((o) => meet(box, boxOf(o), o === m ? 0 : 1))) return;
    const choice = k * ways.length + d;
    const covered = near.reduce((n, p) => n + (p.x > x - 2 && p.x < x + m.w + 2 && p.y > y - 1 && p.y < y + m.h + 1 ? 1 : 0), 0);
    const nearer = marks.reduce((n, o) => n + (o !== m && apart(box, o) < Math.max(4, apart(box, m) + 3) ? 1 : 0), 0); // it would be read as the other's
    const side = Math.abs(sx) > 0.9 ? 0 : Math.abs(cy) > 0.9 ? 1.5 : 2.5; // level with the mark reads best
    found.push({ ...box, choice, leader: reach > 16, cost: reach * 0.55 + side + covered * 2.2 + nearer * 7 - (choice === kept ? 6 : 0) });
  }));
  return found.sort((p, q) => p.cost - q.cost || p.choice - q.choice);
}

/** Places all names. One that truly has no room is left out of the answer. `before` keeps names from jumping while marks move. */
export function placeLabels(marks: Named[], around: Around, before: ReadonlyMap<string, number> = new Map()): Map<string, Placed> {
  const open = marks.map((m) => ({ id: m.id, all: choices(m, marks, around, before.get(m.id) ?? -1) }));
  const queue = open.toSorted((a, b) => a.all.length - b.all.length || (a.id < b.id ? -1 : 1));
  const placed = new Map<string, Placed>();
  const tries = new Map<string, number>();
  const put = (id: string, c: Choice) => placed.set(id, { id, x: c.x, y: c.y, w: c.w, h: c.h, choice: c.choice, leader: c.leader });
  const clash = (c: Choice, id: string) => [...placed.values()].filter((p) => p.id !== id && meet(c, p, 1));
  for (let turns = marks.length * 12; queue.length && turns > 0; turns--) {
    const one = queue.shift()!;
    if (!one.all.length) continue;
    const free = one.all.find((c) => !clash(c, one.id).length);
    if (free) { put(one.id, free); continue; }
    const n = tries.get(one.id) ?? 0; // each time it comes back it takes the next best place, so that two do not evict each other for ever
    tries.set(one.id, n + 1);
    const taken = one.all[(n * 7) % one.all.length];
    for (const other of clash(taken, one.id)) { placed.delete(other.id); queue.push(open.find((o) => o.id === other.id)!); }
    put(one.id, taken);
  }
  for (let pass = 0; pass < 3; pass++) for (const one of open) { // what moved away may have left a better place
    const now = placed.get(one.id);
    const better = one.all.find((c) => !clash(c, one.id).length);
    if (better && (!now || better.choice !== now.choice)) put(one.id, better);
  }
  return placed;
}
