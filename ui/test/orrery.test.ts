// The geometry of the Orrery picture, as properties that hold for any region, any window and any month.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anglesOf, bodiesAt, clockwise, layoutOf, perYear } from '../src/lib/orrery';
import { bearingBetween, openAngle, polar, relax, way } from '../src/lib/orreryBearing';
import { inside, meet, placeLabels, type Named } from '../src/lib/orreryLabels';
import { radiusScale } from '../src/lib/orreryScale';
import { advance, valueAt, yearAway } from '../src/lib/orreryTime';
import type { AlignmentView, Ring, Standing } from '../src/lib/types';

/** Numbers that are the same at every run. */
function chance(seed: number) {
  let s = seed >>> 0;
  return () => { s = (Math.imul(s, 1664525) + 1013904223) >>> 0; return s / 2 ** 32; };
}
const rings: Ring[] = ([['with', 4, 1], ['leaning-with', 1, 0.33], ['between', 0.33, -0.33], ['leaning-against', -0.33, -1], ['against', -1, -4]] as const)
  .map(([name, from, to]) => ({ name, label: name.replace('-', ' '), from, to }));

/** Gaps between neighbours all the way round, in the order given. */
const gaps = (angles: number[]) => angles.map((a, i) => (((angles[(i + 1) % angles.length] - a) % 360) + 360) % 360 || (angles.length === 1 ? 360 : 0));

test('bearings: neighbours are at least 16 degrees apart and their order round the compass is kept', () => {
  for (let seed = 1; seed <= 400; seed++) {
    const random = chance(seed), n = 1 + Math.floor(random() * 22), from = random() * 360, fan = 2 + random() * 358;
    const bearings = Array.from({ length: n }, () => (from + random() * fan) % 360);
    const { angle, moved, most } = relax(bearings);
    const order = [...bearings.keys()].sort((i, j) => bearings[i] - bearings[j]);
    const round = gaps(order.map((i) => angle[i]));
    assert.ok(round.every((g) => g >= 16 - 1e-6), `seed ${seed}: ${n} states, smallest gap ${Math.min(...round)}`);
    assert.ok(Math.abs(round.reduce((a, b) => a + b, 0) - 360) < 1e-6, `seed ${seed}: they go round once, so the order is kept`);
    angle.forEach((a, i) => assert.ok(Math.abs(way(bearings[i] + moved[i], a)) < 1e-6, `seed ${seed}: what it says it moved is what it moved`));
    assert.ok(most < 0 ? moved.every((m) => Math.abs(m) <= 0.5) : moved.every((m) => Math.abs(m) <= Math.abs(moved[most])));
  }
});

test('bearings: those that have room stay where they are', () => {
  const free = [10, 80, 200, 300];
  assert.deepEqual(relax(free).angle.map(Math.round), free);
  assert.equal(relax(free).most, -1);
  const pair = relax([100, 104, 250]); // two that crowd share the way
  assert.deepEqual(pair.angle.map(Math.round), [94, 110, 250]);
  assert.deepEqual(relax([]).angle, []);
});

test('bearings: more than fit are spread evenly, and an unknown one gets the widest gap', () => {
  const many = relax(Array.from({ length: 30 }, (_, i) => i / 10));
  assert.ok(gaps([...many.angle].sort((a, b) => a - b)).every((g) => Math.abs(g - 12) < 1e-6));
  const { angle, moved } = relax([10, 50, null, 90]);
  assert.ok(Math.abs(way(angle[2], 230)) < 1e-6, String(angle[2]));
  assert.equal(moved[2], 0);
});

test('bearings: great circles', () => {
  const moscow = { lat: 55.7558, lon: 37.6173 };
  assert.ok(Math.abs(bearingBetween(moscow, { lat: 51.1694, lon: 71.4491 }) - 90) < 10, 'Astana lies east of Moscow');
  assert.ok(Math.abs(bearingBetween(moscow, { lat: 40.1872, lon: 44.5152 }) - 160) < 10, 'Yerevan lies south by east');
  assert.ok(Math.abs(way(openAngle([90, 180, 270]), 0)) < 1e-9);
});

test('radius: near is with, boundaries are where the rings are, nothing leaves the picture', () => {
  for (const [least, most] of [[49, 300], [33, 140]]) {
    const r = radiusScale(rings, least, most);
    for (let v = -5; v < 5; v += 0.1) {
      assert.ok(r.at(v) >= r.at(v + 0.1) - 1e-9, `a state that moves towards the hub moves outwards at ${v}`);
      assert.ok(r.at(v) >= least - 1e-9 && r.at(v) <= most + 1e-9);
    }
    r.bands.forEach((b) => { assert.ok(Math.abs(r.at(b.ring.from) - b.inner) < 1e-9); assert.ok(Math.abs(r.at(b.ring.to) - b.outer) < 1e-9); });
    assert.equal(r.between, r.at(0));
    assert.equal(r.squeezed, true);
    const [, a, b, c] = r.bands.map((x) => (x.outer - x.inner) / (x.ring.from - x.ring.to));
    assert.ok(Math.abs(a - b) < 1e-9 && Math.abs(b - c) < 1e-9, 'the inner stretches keep their proportions');
  }
});

/** Marks as the picture would set them: angles apart, any distance, some on the rim. */
function marksOf(seed: number, width: number): { marks: Named[]; w: number; h: number; hub: number; cx: number; cy: number } {
  const random = chance(seed), l = layoutOf(width, rings), n = 6 + Math.floor(random() * 10), from = random() * 360, fan = 30 + random() * 330;
  const near = random() < 0.3 ? 0.35 : 1; // sometimes all crowd round the hub
  const { angle } = relax(Array.from({ length: n }, () => (from + random() * fan) % 360));
  const marks = angle.map((a, i) => {
    const p = polar(a, random() < 0.15 ? l.rim : l.scale.least + (l.scale.most - l.scale.least) * random() * near);
    const name = ['Turkmenistan', 'Kazakhstan', 'Estonia', 'Russia', 'Azerbaijan'][i % 5];
    return { id: `${i}`, x: l.cx + p.x, y: l.cy + p.y, r: l.dot + 1, w: name.length * l.text * 0.56, h: l.text * 1.12 * (random() < 0.1 ? 2 : 1) };
  });
  return { marks, w: l.w, h: l.h, hub: l.hub, cx: l.cx, cy: l.cy };
}

for (const width of [746, 660, 348, 300]) {
  test(`names: all placed, inside the frame, off each other and off every mark, ${width} px`, () => {
    for (let seed = 1; seed <= 120; seed++) {
      const { marks, w, h, hub, cx, cy } = marksOf(seed * 7 + width, width);
      const frame = { x: 1, y: 1, w: w - 2, h: h - 2 }, centre = { x: cx - hub * 0.92, y: cy - hub * 0.92, w: hub * 1.84, h: hub * 1.84 };
      const placed = placeLabels(marks, { frame, blocked: [centre], lines: [] });
      assert.equal(placed.size, marks.length, `seed ${seed}: a name is missing`);
      const all = [...placed.values()];
      for (const p of all) {
        assert.ok(inside(p, frame), `seed ${seed}: ${p.id} leaves the frame`);
        assert.ok(!meet(p, centre), `seed ${seed}: ${p.id} covers the hub`);
        for (const q of all) assert.ok(p === q || !meet(p, q), `seed ${seed}: ${p.id} and ${q.id} overlap`);
        for (const m of marks) assert.ok(!meet(p, { x: m.x - m.r, y: m.y - m.r, w: 2 * m.r, h: 2 * m.r }), `seed ${seed}: ${p.id} covers the mark ${m.id}`);
      }
      assert.deepEqual(placeLabels(marks, { frame, blocked: [centre], lines: [] }), placed, 'the same input gives the same places');
    }
  });
}

test('names: one with nowhere to go is left out, never laid over another', () => {
  const tight = { frame: { x: 0, y: 0, w: 70, h: 30 }, blocked: [], lines: [] };
  const marks = ['a', 'b', 'c'].map((id, i) => ({ id, x: 15 + i * 20, y: 15, r: 3, w: 60, h: 12 }));
  const all = [...placeLabels(marks, tight).values()];
  for (const p of all) for (const q of all) assert.ok(p === q || !meet(p, q));
  assert.ok(all.length < 3);
});

const ends = Array.from({ length: 420 }, (_, i) => new Date(Date.UTC(1992, i + 1, 0)).toISOString().slice(0, 10));
const series = (f: (i: number) => number) => ends.map((_, i) => f(i));
function standing(code: string, bearing: number, f: (i: number) => number, levels: string): Standing {
  const median = series(f), path = { median, q05: median.map((m) => m - 0.5), q25: median.map((m) => m - 0.2), q75: median.map((m) => m + 0.2), q95: median.map((m) => m + 0.5) };
  const n = ends.length - 1;
  return {
    state: { code, name: code }, capital: '', lat: 0, lon: 0, bearing, path, levels, edges: '.'.repeat(median.length), seen: '', jumps: [], lenses: [], swing: null, counts: [], trace: '',
    last: { at: ends[n], median: median[n], q05: path.q05[n], q25: path.q25[n], q75: path.q75[n], q95: path.q95[n], sd: 0.3, level: { ok: true, text: '', why: '' }, change: null, rise: null, sign: 0, direction: { ok: false, text: '', why: '' }, sentence: [], trace: '' },
  };
}
const view = { ends, scale: rings, states: [standing('A', 350, (i) => i / 420, 'n'.repeat(24) + 'o'.repeat(396)), standing('B', 352, () => -1, 'o'.repeat(400) + 'n'.repeat(20))] } as unknown as AlignmentView;

test('marks: at a step they are the step’s numbers, between two steps between them, without evidence on the rim', () => {
  const l = layoutOf(746, rings), { angle } = anglesOf(view.states!);
  const [a, b] = bodiesAt(view, 120, l, angle);
  assert.equal(a.spread.median, 120 / 420);
  assert.equal(a.r, l.scale.at(120 / 420));
  const bound = bodiesAt({ ...view, states: [{ ...view.states![0], edges: 'h'.repeat(24) + 'l'.repeat(396) }] }, 120, l, angle)[0];
  assert.deepEqual([a.edge, bound.edge], [undefined, 'low'], 'a bound where the program says so, whatever the interval');
  assert.ok(a.ninety.from <= a.half.from && a.half.from <= a.r && a.r <= a.half.to && a.half.to <= a.ninety.to);
  assert.ok(Math.abs(Math.hypot(a.x, a.y) - a.r) < 1e-9);
  assert.equal(bodiesAt(view, 120.5, l, angle)[0].spread.median, 120.5 / 420);
  assert.equal(a.tail.length, 20, 'five years');
  assert.ok(a.tail[0].age > a.tail[19].age && a.tail[0].size < a.tail[19].size, 'the newest is drawn last and largest');
  assert.equal(bodiesAt(view, 30, l, angle)[0].tail.length < 20, true, 'no tail from before there was evidence');
  assert.equal(bodiesAt(view, 10, l, angle)[0].r, l.rim);
  assert.equal(bodiesAt(view, 419, l, angle)[1].level, 'n');
  assert.deepEqual(clockwise([a, b]), ['A', 'B'], 'clockwise from north by where they are drawn');
  const glide = [23, 23.25, 23.5, 23.75, 24].map((at) => bodiesAt(view, at, l, angle)[0].r);
  glide.forEach((r, i) => assert.ok(!i || r < glide[i - 1], 'it glides from the rim to its place'));
});

test('time: a year away, and playing comes to the end without overshooting', () => {
  const i = ends.indexOf('2014-03-31');
  assert.equal(ends[yearAway(ends, i, 1)], '2015-03-31');
  assert.equal(ends[yearAway(ends, i, -1)], '2013-03-31');
  assert.equal(ends[yearAway(ends, ends.indexOf('2015-02-28'), 1)], '2016-02-29');
  assert.equal(yearAway(ends, 3, -1), 0);
  assert.equal(yearAway(ends, 417, 1), 419);
  assert.equal(perYear(ends), 12);
  assert.equal(valueAt([1, 3], 0.5), 2);
  assert.ok(Number.isNaN(valueAt(null, 0)));
  let at = 0, ran = 0, steps = 0, fastest = 0;
  while (at < 419 && steps++ < 10000) { const to = advance(at, ran, 1 / 60, 419); assert.ok(to > at && to <= 419); fastest = Math.max(fastest, to - at); at = to; ran += 1 / 60; }
  assert.equal(at, 419);
  assert.ok(fastest < 0.5, 'it never jumps over a step');
  assert.ok(ran > 20 && ran < 45, `${ran} seconds`);
});
