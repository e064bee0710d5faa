// The Orrery picture against the real program: what it draws is what its table and the API say, at every date and around
// every hub; it is walked by keyboard, plays and stops, keeps still for who asked for that, and prints.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessibility, launch, page, shot } from './browser.mjs';
import { ask, start } from './program.mjs';
import { drawn, focused, open, plain, press, tabTo } from './walk.mjs';

let program, browser;
before(async () => {
  program = await start();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const inWords = (iso) => { const [y, m, d] = iso.split('-').map(Number); return `${d} ${months[m - 1]} ${y}`; };
const figure = (v) => { // as Go writes it: exactly between two goes to the even one
  const cents = Math.abs(v) * 100, tie = cents % 1 === 0.5 && Number.isInteger(v * 1024);
  const text = (tie ? (Math.sign(v) * 2 * Math.round(cents / 2)) / 100 : v).toFixed(2);
  return Number(text) === 0 ? '0.00' : v > 0 ? `+${text}` : text.replace('-', '−');
};
const marks = (one) => one.locator('main a[data-state]');

/** The view of the API, once it is computed. */
async function computed(hub = '') {
  for (let i = 0; i < 240; i++) {
    const view = await ask(program.url, `/api/v1/alignment${hub && `?hub=${hub}`}`);
    if (!view.pending) return view;
    await new Promise((done) => setTimeout(done, 500));
  }
  throw new Error(`the alignment with ${hub || 'the region’s hub'} is not computed after two minutes`);
}
/** A page with the picture on it. */
async function at(path, options) {
  const one = await page(browser, options);
  await open(one, program.url + path);
  await marks(one).first().waitFor({ timeout: 120_000 });
  await drawn(one);
  return one;
}
async function close(one) {
  assert.deepEqual(one.faults, []);
  await one.context().close();
}
const title = (one) => one.locator('main figure h2').innerText();
const slider = (one) => one.getByRole('slider', { name: 'Date' });
const query = (one, key) => new URL(one.url()).searchParams.get(key);

/** The table under the picture: code → texts of its cells by column. */
const table = (one) => one.locator('main table').first().evaluate((t) => {
  const heads = [...t.querySelectorAll('thead th')].map((h) => h.innerText.trim());
  return Object.fromEntries([...t.querySelectorAll('tbody tr')].map((r) => [r.dataset.row, Object.fromEntries([...r.cells].map((c, i) => [heads[i], c.innerText.trim()]))]));
});
/** What is drawn: code → words of the mark, its figure's id, its distance from the centre, hollow or not. */
const picture = (one) => one.evaluate(() => {
  const hub = document.querySelector('main figure circle.hub').getBoundingClientRect();
  const [cx, cy] = [hub.x + hub.width / 2, hub.y + hub.height / 2];
  return Object.fromEntries([...document.querySelectorAll('main a[data-state]')].map((a) => {
    const dot = a.querySelector('.dot'), box = dot.getBoundingClientRect(), style = getComputedStyle(dot);
    const [x, y] = [box.x + box.width / 2 - cx, box.y + box.height / 2 - cy];
    return [a.dataset.state, {
      words: a.getAttribute('aria-label'), trace: a.dataset.trace, r: Math.hypot(x, y), angle: ((Math.atan2(x, -y) * 180) / Math.PI + 360) % 360,
      dashed: style.strokeDasharray !== 'none', hollow: style.fill === getComputedStyle(document.documentElement).getPropertyValue('--x') || style.fill === getComputedStyle(document.body).backgroundColor, intervals: a.querySelectorAll('.ninety').length,
    }];
  }));
});

/** Every figure of the picture and its table is the API's. */
async function agrees(one, view, step) {
  const day = view.ends[step], last = step === view.ends.length - 1;
  assert.match(await title(one), new RegExp(`, ${inWords(day)}$`));
  const [seen, rows] = [await picture(one), await table(one)];
  assert.deepEqual(Object.keys(seen).sort(), view.states.map((s) => s.state.code).sort());
  assert.deepEqual(Object.keys(rows), view.states.map((s) => s.state.code), 'the table has the same states');
  let shown = 0;
  for (const s of view.states) {
    const { code, name } = s.state, mark = seen[code], row = rows[code], v = (q) => s.path[q][step], level = s.levels[step];
    assert.deepEqual(mark.trace.split('|').slice(0, 4), ['align', view.hub.code, code, day], `${name}: the figure explained is that of the day shown`);
    if (level === 'n') {
      assert.match(mark.words, /not enough evidence/, name);
      assert.ok(mark.dashed && mark.intervals === 0, `${name}: hollow, without an interval`);
      assert.equal(row.Stands, 'not enough evidence');
      assert.equal(row.Median + row['50 % interval'] + row['90 % interval'], '', `${name}: words, no number`);
      continue;
    }
    shown++;
    const edge = { h: 'high', l: 'low' }[s.edges[step]];
    if (last) assert.equal(edge, s.last.edge, name);
    assert.equal(row.Median, edge ? `${edge === 'high' ? 'at least' : 'at most'} ${figure(v(edge === 'high' ? 'q05' : 'q95'))}` : figure(v('median')), name);
    assert.equal(row['50 % interval'], `${figure(v('q25'))} to ${figure(v('q75'))}`, name);
    assert.equal(row['90 % interval'], `${figure(v('q05'))} to ${figure(v('q95'))}`, name);
    assert.equal(row.Stands, view.scale.find((g) => v('median') >= g.to).name.replace('-', ' ') + (level === 'x' ? ', extrapolated' : ''), name);
    const told = edge ? [v(edge === 'high' ? 'q05' : 'q95')] : [v('median'), v('q05'), v('q95')];
    for (const n of told) assert.ok(mark.words.includes(figure(n)), `${name}: "${mark.words}" lacks ${figure(n)}`);
    if (last) assert.ok(mark.words.startsWith(plain(s.last.sentence.map((c) => c.text).join(''))), `${name}: ${mark.words}`);
    if (level === 'x') assert.match(mark.words.toLowerCase(), /extrapolated/, name);
    assert.equal(mark.intervals, 1, name);
  }
  assert.ok(shown > 0, 'nothing could be compared');
  // Nearer to the centre is more with the hub; without evidence is farther than all.
  const by = view.states.filter((s) => s.levels[step] !== 'n').sort((a, b) => b.path.median[step] - a.path.median[step]).map((s) => seen[s.state.code].r);
  by.forEach((r, i) => assert.ok(!i || r >= by[i - 1] - 0.6, `distance does not follow alignment: ${by.map(Math.round)}`));
  for (const s of view.states.filter((one) => one.levels[step] === 'n')) assert.ok(seen[s.state.code].r > Math.max(...by), `${s.state.name} is on the rim`);
}

/** No name lies on another, none leaves the frame. */
async function names(one, what) {
  const boxes = await one.evaluate(() => {
    const frame = document.querySelector('main figure svg[role="group"]').getBoundingClientRect();
    return { frame: frame.toJSON(), all: [...document.querySelectorAll('main [data-name]')].flatMap((g) => [...g.querySelectorAll('text')].map((t) => ({ name: g.dataset.name, ...t.getBBox && t.getBoundingClientRect().toJSON() }))) };
  });
  const slack = 2.5; // a line box is higher than its letters
  for (const a of boxes.all) {
    assert.ok(a.left >= boxes.frame.left - slack && a.right <= boxes.frame.right + slack && a.top >= boxes.frame.top - slack && a.bottom <= boxes.frame.bottom + slack, `${what}: ${a.name} leaves the frame`);
    for (const b of boxes.all) {
      if (a.name === b.name) continue;
      assert.ok(a.right <= b.left + slack || b.right <= a.left + slack || a.bottom - slack <= b.top + slack || b.bottom - slack <= a.top + slack, `${what}: ${a.name} and ${b.name} overlap`);
    }
  }
  return new Set(boxes.all.map((b) => b.name)).size;
}

test('while it is being computed it says how far, and then it is there', async () => {
  const one = await page(browser);
  await open(one, program.url + '/');
  const bar = one.locator('main figure progress');
  await bar.or(marks(one).first()).first().waitFor();
  if ((await ask(program.url, '/api/v1/alignment')).pending) {
    assert.match(plain(await one.locator('main figure .pending').innerText()), /Being computed: \d+ of \d+|Gathering the evidence/);
    assert.equal(await marks(one).count(), 0, 'no number before there is one');
    await shot(one, 'orrery-pending', { fullPage: false });
  }
  await marks(one).first().waitFor({ timeout: 120_000 });
  assert.equal(await bar.count(), 0);
  await close(one);
});

test('picture, table and API agree at the last step and at earlier ones', async () => {
  const view = await computed(), one = await at('/');
  await agrees(one, view, view.ends.length - 1);
  assert.ok((await one.locator('main h1').innerText()).length > 20);
  for (const day of ['2022-03-31', '2014-03-31', '1995-06-30', view.ends[0]]) {
    await open(one, `${program.url}/?t=${day}`);
    await marks(one).first().waitFor();
    await agrees(one, view, view.ends.indexOf(day));
  }
  await close(one);
});

test('the slider moves figures, table and address together', async () => {
  const view = await computed(), one = await at('/?t=2014-03-31');
  let step = view.ends.indexOf('2014-03-31');
  await tabTo(one, 'Date');
  for (const [key, by] of [['ArrowRight', 1], ['ArrowLeft', -1], ['PageUp', 12], ['PageDown', -12], ['PageDown', -12], ['ArrowDown', -1]]) {
    await press(one, key);
    step += by;
    await drawn(one);
    assert.equal(await slider(one).getAttribute('aria-valuetext'), inWords(view.ends[step]), key);
    await agrees(one, view, step);
    await one.waitForFunction((t) => new URL(location.href).searchParams.get('t') === t, view.ends[step]);
  }
  await press(one, 'Home');
  await agrees(one, view, 0);
  await press(one, 'End');
  await agrees(one, view, view.ends.length - 1);
  await one.waitForFunction(() => !new URL(location.href).searchParams.get('t'));
  const box = await slider(one).boundingBox();
  await one.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await drawn(one);
  step = Number(await slider(one).inputValue());
  assert.ok(Math.abs(step - view.ends.length / 2) < 8, String(step));
  await agrees(one, view, step);
  await close(one);
});

test('another hub: it is at the centre, and the address says so', async () => {
  const one = await at('/?t=2014-03-31');
  const views = { RUS: await computed(), EU: await computed('EU') };
  assert.deepEqual(await one.locator('main figure [role="group"] button').allInnerTexts(), ['Moscow', 'Brussels', 'Washington', 'Beijing', 'Ankara']);
  await one.getByRole('button', { name: 'Brussels' }).click();
  await one.waitForFunction(() => /Around Brussels/.test(document.querySelector('main figure h2').innerText) && document.querySelector('main a[data-state="RUS"]'), null, { timeout: 120_000 });
  assert.equal(query(one, 'hub'), 'EU');
  assert.equal(query(one, 't'), '2014-03-31', 'the date stays');
  await drawn(one);
  await agrees(one, views.EU, views.EU.ends.indexOf('2014-03-31'));
  assert.equal(await one.locator('main figure [aria-pressed="true"]').innerText(), 'Brussels');
  await one.goBack();
  await one.waitForFunction(() => /Around Moscow/.test(document.querySelector('main figure h2').innerText) && !document.querySelector('main a[data-state="RUS"]'));
  await drawn(one);
  await agrees(one, views.RUS, views.RUS.ends.indexOf('2014-03-31'));
  await close(one);
});

test('a change of hub takes less than 200 ms to draw, once it is computed', async () => {
  await Promise.all([computed(), computed('EU')]);
  const one = await at('/', { reducedMotion: 'no-preference' });
  await one.evaluate(() => {
    globalThis.seen = [];
    const look = (now) => { const g = document.querySelector('main a[data-state="KAZ"] > g'); globalThis.seen.push([now, document.querySelector('main figure h2')?.innerText, g?.getAttribute('transform')]); requestAnimationFrame(look); };
    requestAnimationFrame(look);
  });
  await one.getByRole('button', { name: 'Brussels' }).click();
  await one.waitForTimeout(1500);
  const seen = (await one.evaluate(() => globalThis.seen)).filter(([, t]) => /Brussels/.test(t));
  const moving = seen.filter(([, , g]) => g && g !== 'translate(0 0)');
  assert.ok(moving.length > 0, 'the marks glide to their new places');
  assert.ok(moving.at(-1)[0] - moving[0][0] < 200, `${moving.at(-1)[0] - moving[0][0]} ms`);
  await close(one);
});

test('the marks are walked by keyboard round the compass', async () => {
  const view = await computed(), one = await at('/?t=2014-03-31');
  assert.equal(await one.locator('main a[data-state][tabindex="0"]').count(), 1, 'one stop for Tab');
  for (let i = 0; i < 60 && !(await one.evaluate(() => !!document.activeElement.dataset.state)); i++) await press(one, 'Tab');
  const here = () => one.evaluate(() => document.activeElement.dataset.state);
  const seen = await picture(one), round = Object.keys(seen).sort((a, b) => seen[a].angle - seen[b].angle);
  assert.equal(await here(), round[0]);
  const walked = [];
  for (let i = 0; i < round.length; i++) { await press(one, 'ArrowRight'); walked.push(await here()); }
  assert.deepEqual(walked, [...round.slice(1), round[0]], 'clockwise, and round');
  await press(one, 'ArrowLeft');
  assert.equal(await here(), round.at(-1));
  await press(one, 'Home', 'ArrowDown');
  assert.equal(await here(), round[1]);
  const ring = await one.evaluate(() => getComputedStyle(document.activeElement.querySelector('.ring')).stroke);
  assert.notEqual(ring, 'none', 'the focus can be seen');
  assert.equal(plain(await one.locator('main figure .said .words').innerText()), plain(await focused(one)), 'the sentence stands beside the picture');
  assert.match(await focused(one), /31 Mar 2014/);
  await press(one, 'b');
  await one.locator('dialog[open] .figure').waitFor();
  assert.equal(query(one, 'because'), `align|RUS|${round[1]}|2014-03-31|votes,reactions,statements|missing`);
  assert.equal(query(one, 't'), '2014-03-31');
  const s = view.states.find((x) => x.state.code === round[1]), median = s.path.median[view.ends.indexOf('2014-03-31')];
  const words = plain(await one.locator('dialog[open]').innerText());
  if (s.levels[view.ends.indexOf('2014-03-31')] !== 'n') assert.ok(words.includes(figure(median)), `${figure(median)} is not in: ${words.slice(0, 400)}`);
  await shot(one, 'orrery-because', { fullPage: false });
  await press(one, 'Escape');
  await one.waitForFunction(() => !document.querySelector('dialog[open]'));
  assert.equal(await here(), round[1], 'the focus is back on its mark');
  await press(one, 'Enter');
  await one.waitForURL(`**/states/${round[1]}*`);
  await close(one);
});

test('pointing gives the sentence, a click goes to the state', async () => {
  const one = await at('/');
  const first = (await one.locator('main a[data-state]').first().getAttribute('data-state'));
  await one.locator(`main [data-name="${first}"]`).hover();
  assert.equal(plain(await one.locator('main figure .said .words').innerText()), plain(await one.locator(`a[data-state="${first}"]`).getAttribute('aria-label')));
  await one.locator(`main a[data-state="${first}"] .dot`).click();
  await one.waitForURL(`**/states/${first}*`);
  await close(one);
});

test('a finger cannot hover: the first touch gives the sentence, the second goes to the state', async () => {
  const one = await at('/', { hasTouch: true, viewport: { width: 380, height: 800 } });
  const [first, second] = await one.locator('main a[data-state]').evaluateAll((all) => all.map((a) => a.dataset.state));
  for (const state of [first, second]) {
    await one.locator(`main a[data-state="${state}"] .dot`).tap();
    assert.equal(plain(await one.locator('main figure .said .words').innerText()), plain(await one.locator(`a[data-state="${state}"]`).getAttribute('aria-label')));
    assert.equal(new URL(one.url()).pathname, '/');
  }
  await one.locator(`main a[data-state="${second}"] .dot`).tap();
  await one.waitForURL(`**/states/${second}*`);
  await close(one);
});

test('it plays, smoothly, and stops at once on a key or a press', async () => {
  const view = await computed(), one = await at('/?t=2003-06-30', { reducedMotion: 'no-preference' });
  const from = view.ends.indexOf('2003-06-30'), now = async () => Number(await slider(one).inputValue());
  const dots = () => one.evaluate(() => [...document.querySelectorAll('main a[data-state] .dot')].map((d) => [d.getAttribute('cx'), d.getAttribute('cy')].join()).join(' '));
  await one.getByRole('button', { name: 'Play' }).click();
  await one.waitForFunction((n) => Number(document.querySelector('main input[type=range]').value) >= n, from + 6);
  const between = new Set();
  for (let i = 0; i < 12; i++) { between.add(await dots()); await drawn(one); }
  assert.ok(between.size > 6, 'it moves between months too');
  await one.keyboard.press('x');
  const stopped = await now(), place = await dots();
  assert.ok(stopped >= from + 6 && stopped < view.ends.length - 1, String(stopped));
  await one.waitForTimeout(400);
  assert.equal(await now(), stopped, 'it stands still');
  assert.equal(await dots(), place);
  await one.waitForFunction((t) => new URL(location.href).searchParams.get('t') === t, view.ends[stopped]);
  await agrees(one, view, stopped);
  // A press anywhere stops it, and a press on its own button does not start it again.
  for (const stop of [() => one.mouse.click(30, 300), () => one.getByRole('button', { name: 'Stop' }).click(), async () => { await one.locator('[data-play]').focus(); await one.keyboard.press('Space'); }]) {
    const before = await now();
    await one.locator('[data-play]').focus();
    await one.keyboard.press('Enter');
    await one.waitForFunction((n) => Number(document.querySelector('main input[type=range]').value) > n + 1, before);
    await stop();
    const still = await now();
    await one.waitForTimeout(350);
    assert.equal(await now(), still);
    assert.equal(await one.getByRole('button', { name: 'Play' }).count(), 1);
  }
  // From the end it begins at the beginning.
  await slider(one).focus();
  await one.keyboard.press('End');
  await one.getByRole('button', { name: 'Play' }).click();
  await one.waitForFunction(() => Number(document.querySelector('main input[type=range]').value) < 60);
  await one.keyboard.press('Escape');
  await close(one);
});

test('it plays to the end and stops there', async () => {
  const view = await computed(), one = await at(`/?t=${view.ends.at(-20)}`, { reducedMotion: 'no-preference' });
  await one.getByRole('button', { name: 'Play' }).click();
  await one.waitForFunction((n) => Number(document.querySelector('main input[type=range]').value) === n && !/Stop/.test(document.querySelector('[data-play]').innerText), view.ends.length - 1, { timeout: 20_000 });
  await one.waitForFunction(() => !new URL(location.href).searchParams.get('t'));
  await agrees(one, view, view.ends.length - 1);
  await close(one);
});

test('less motion: no play, steps of a year instead, and nothing glides', async () => {
  const view = await computed(), one = await at('/?t=2014-03-31'); // the browser of these tests asks for less motion
  assert.equal(await one.locator('[data-play]').count(), 0);
  assert.equal(await one.getByRole('button', { name: 'Play' }).count(), 0);
  await one.getByRole('button', { name: 'Year after' }).click();
  await drawn(one);
  await agrees(one, view, view.ends.indexOf('2015-03-31'));
  await one.getByRole('button', { name: 'Year before' }).click();
  await one.getByRole('button', { name: 'Year before' }).click();
  await drawn(one);
  await agrees(one, view, view.ends.indexOf('2013-03-31'));
  const moving = await one.evaluate(() => [...document.querySelectorAll('main figure *')].filter((el) => parseFloat(getComputedStyle(el).transitionDuration) > 0 || parseFloat(getComputedStyle(el).animationDuration) > 0).length);
  assert.equal(moving, 0);
  await one.getByRole('button', { name: 'Brussels' }).click();
  await one.waitForFunction(() => document.querySelector('main a[data-state="RUS"]'), null, { timeout: 120_000 });
  const shifts = await one.locator('main a[data-state] > g').evaluateAll((gs) => gs.map((g) => g.getAttribute('transform')).filter((t) => t !== 'translate(0 0)'));
  assert.deepEqual(shifts, []);
  await one.emulateMedia({ reducedMotion: 'no-preference' });
  await one.getByRole('button', { name: 'Play' }).waitFor();
  await close(one);
});

test('not enough evidence is shown as such, with its reason', async () => {
  const view = await computed(), last = view.ends.length - 1;
  const [state, step] = view.states.flatMap((s) => [...s.levels].flatMap((l, i) => (l === 'n' ? [[s, i]] : []))).at(-1) ?? [];
  assert.ok(state, 'the casebook alone leaves some state without enough evidence');
  const one = await at(`/?t=${view.ends[step]}`);
  const mark = (await picture(one))[state.state.code];
  assert.match(mark.words, /not enough evidence \(.*0\.6/);
  assert.ok(!mark.words.includes(figure(state.path.median[step])), 'a number that may not be shown is said');
  if (step === last) assert.ok(mark.words.includes(state.last.level.why));
  assert.ok(mark.dashed && mark.intervals === 0);
  assert.match(plain(await one.locator('main figure svg[role="group"]').evaluate((s) => s.textContent)), /not enough evidence/);
  await close(one);
});

test('it prints: no controls, the date named, nothing cut off', async () => {
  const one = await at('/?t=2014-03-31', { colorScheme: 'dark', viewport: { width: 794, height: 1123 } });
  await one.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await drawn(one);
  await shot(one, 'orrery-print');
  for (const gone of ['main figure button', 'main figure input', 'main figure .said']) assert.equal(await one.locator(`${gone}:visible`).count(), 0, gone);
  assert.match(await title(one), /Around Moscow, 31 Mar 2014/);
  assert.equal(await one.locator('main figure h2').isVisible(), true);
  assert.ok(await one.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  const ink = await one.locator('main figure [data-name] text').first().evaluate((t) => getComputedStyle(t).fill);
  assert.ok(Math.max(...ink.match(/\d+/g).slice(0, 3).map(Number)) < 120, `pale letters on paper: ${ink}`);
  await close(one);
});

test('around every hub, in every look: names apart and inside, nothing for axe to find', async (t) => {
  for (const [hub, capital] of [['', 'Moscow'], ['EU', 'Brussels'], ['USA', 'Washington'], ['CHN', 'Beijing'], ['TUR', 'Ankara']]) {
    await t.test(capital, async () => {
      const view = await computed(hub), one = await at(hub ? `/?hub=${hub}` : '/');
      assert.match(await title(one), new RegExp(`Around ${capital}`));
      await agrees(one, view, view.ends.length - 1);
      for (const day of ['1995-06-30', '2014-03-31', '']) {
        await open(one, `${program.url}/?${new URLSearchParams({ ...(hub && { hub }), ...(day && { t: day }) })}`);
        await marks(one).first().waitFor();
        for (const [width, colorScheme] of [[1280, 'light'], [768, 'dark'], [380, 'light']]) {
          await one.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          await one.setViewportSize({ width, height: 900 });
          await drawn(one);
          assert.equal(await names(one, `${capital} ${day} ${width}`), view.states.length, 'every state is named');
          assert.ok(await one.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width}: wider than the window`);
          await shot(one, `orrery-${capital}-${day.slice(0, 4) || 'now'}-${colorScheme}-${width}`, { fullPage: width === 380 });
          if (!day) assert.deepEqual(await accessibility(one), [], `${width} ${colorScheme}`);
        }
      }
      await close(one);
    });
  }
});
