// What the review says and in which order: sentences from fields, dates with their precision, suggestions by place and by weight.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodedRecord, Suggestion, Vocabulary } from '../src/lib/types';
import { claimOf, dayOf, inWords, pairOf, sure } from '../src/messages/claims';
import { chipsOf } from '../src/screens/reader/review/chips';
import { namesOf, sentenceOf } from '../src/screens/reader/review/names';
import { inOrder } from '../src/screens/reader/review/order';
import { slugOf } from '../src/screens/reader/rules/slug';

const vocabulary = {
  actors: [{ code: 'RUS', name: 'Russia' }, { code: 'MDA', name: 'Moldova' }, { code: 'CIS', name: 'the Commonwealth' }], rollcalls: [{ code: 'A/1', name: 'A resolution' }],
  items: [{ key: 'attack', title: 'An attack', hub: { code: 'RUS', name: 'Russia' } }],
} as unknown as Vocabulary;
const names = namesOf(vocabulary, 'RUS');
const told = (kind: string, body: Record<string, unknown>, by: string[] = [], to: string[] = []) => claimOf(kind, { body, by, to, ...names });

test('every kind is told in one sentence of its own fields', () => {
  assert.equal(told('stance', { item: 'attack', actor: 'MDA', position: 'silent' }), 'Moldova kept silent on “An attack”.');
  assert.equal(told('stance', { item: 'attack', actor: 'MDA', position: 'against' }), 'Moldova stood against Russia on “An attack”.');
  assert.equal(told('event', { type: 'SANCTION', mode: 'halt-trade', by: ['RUS'], to: ['MDA'] }), 'Russia put restrictions on Moldova (halt trade).');
  assert.equal(told('event', { type: 'PROTEST', by: [] }), 'Somebody not named protested.');
  assert.equal(told('vote-claim', { rollcall: 'A/1', actor: 'MDA', vote: 'abstain' }), 'The text says that Moldova abstained on A/1, A resolution.');
  assert.equal(told('vote-claim', { resolution: 'that text', actor: 'MDA', vote: 'no' }), 'The text says that Moldova voted no on “that text”.');
  assert.equal(told('membership', { actor: 'MDA', organisation: 'CIS', membership: 'observer' }), 'Moldova is an observer of the Commonwealth.');
  assert.equal(told('tie', { actor: 'MDA', hub: 'RUS', channel: 'energy', measure: 'gas_share', value: 0.4, unit: 'share' }), 'Moldova is tied to Russia by energy (gas share: 0.4 share).');
  assert.equal(told('tie', { actor: 'MDA', hub: 'RUS', channel: 'energy', measure: 'gas_share' }), 'Moldova is tied to Russia by energy (gas share: without a figure).');
  assert.equal(told('claim', { text: 'Two people died', asserts: ['MDA'], denies: ['RUS'] }), 'Two people died. Asserted by Moldova. Denied by Russia.');
  assert.equal(told('forecast', { author: 'A. Expert', statement: 'It will rain', form: 'too-vague' }), 'According to A. Expert: It will rain. Too vague to be scored.');
  assert.equal(told('statement', { summary: 'It was late.', polarity: -1 }, ['A. Expert'], ['Moldova']), 'A. Expert spoke critically of Moldova: It was late.');
  assert.equal(told('episode', { hub: 'RUS', targets: ['MDA'], name: 'Wine', claimed_link: 'asserted: so they say', claimed_by: 'A. Expert' }),
    'A. Expert asserts that a measure of Russia answered a step of Moldova: Wine.');
});

test('a heading says who speaks once, and in plain words', () => {
  const person = (summary: string, polarity: number | null = -1) => told('statement', { speaker: 'marat-m', summary, polarity }, ['Marat M.'], ['Russia']);
  assert.equal(person('Marat M. on RUS: efforts (critical)'), 'Marat M. spoke critically of Russia: efforts.');
  assert.equal(person('Marat M. on Russia (very favourable)', 2), 'Marat M. spoke with full support of Russia.');
  assert.equal(person('Marat M. on Russia: bans (what would have been)', null), 'Marat M. spoke of Russia: bans (what would have been).');
  assert.equal(told('forecast', { author: 'Analysts', statement: 'A thaw', form: '' }), 'According to analysts: A thaw.');
  assert.equal(told('forecast', { author: 'I', statement: 'A thaw', form: '' }), 'According to the speaker: A thaw.');
});

test('a membership is told by what it is now', () => {
  const of = (membership: string, by = ['Armenia']) => told('membership', { membership }, by, ['Collective Security Treaty Organization (before 2002 the Treaty)']);
  assert.equal(of('suspended'), 'Armenia has suspended its membership of the Collective Security Treaty Organization.');
  assert.equal(of('withdrawn'), 'Armenia has withdrawn from the Collective Security Treaty Organization.');
  assert.equal(of('candidate'), 'Armenia is a candidate for membership of the Collective Security Treaty Organization.');
  assert.equal(of('member', ['Armenia', 'Belarus']), 'Armenia and Belarus are members of the Collective Security Treaty Organization.');
});

test('an event says who tells it, whose words they are, and has a plain verb', () => {
  const event = (type: string, mode: string, more: { operators?: string[]; role?: string } = {}) => claimOf('event', { body: { type, mode }, by: ['Russia'], to: ['Moldova'], ...names, ...more });
  assert.equal(event('SANCTION', 'expel'), 'Russia expelled diplomats or members of Moldova.');
  assert.equal(event('SANCTION', 'convict'), 'Russia convicted Moldova.');
  assert.equal(event('ACCUSE', 'disapprove'), 'Russia criticised Moldova.');
  assert.equal(event('RETREAT', 'withdraw'), 'Russia withdrew from Moldova.');
  assert.equal(event('ACCUSE', 'disapprove', { operators: ['denied', 'told by Jan Vermeer'] }), 'According to Jan Vermeer, Russia criticised Moldova.');
  assert.equal(event('ACCUSE', 'disapprove', { role: 'interviewer' }), 'Russia criticised Moldova (interviewer’s words).');
  assert.equal(event('ACCUSE', 'disapprove', { role: 'interviewee' }), 'Russia criticised Moldova.');
});

test('a summary of codes is no summary', () => {
  assert.equal(inWords('RUS SANCTION (expel) → MDA by rail'), '');
  assert.equal(inWords('RUS CONSULT'), '');
  assert.equal(inWords('Russia expelled two diplomats'), 'Russia expelled two diplomats');
});

test('a pair is told by its two sides', () => {
  assert.equal(pairOf({ claimed_by: 'an expert', claimed_link: 'asserted: so' }, ['Moldova signed.'], ['Russia banned wine.'], names.name),
    'An expert asserts that one answered the other: Moldova signed. Then: Russia banned wine.');
});

test('whom the coder named holds until a person has changed the record', () => {
  const by = [{ code: 'RUS', name: 'Moscow', sector: '', office: '', person: '' }];
  const one = (kind: string) => ({ record: { kind: 'event', body: { type: 'COERCE', by: ['MDA'] }, coder: { kind, name: '' } }, spans: [], suggestion: { by, to: [] } }) as unknown as CodedRecord;
  assert.match(sentenceOf(one('dictionary'), names), /^Russia /);
  assert.match(sentenceOf(one('person'), names), /^Moldova /);
});

test('a day says how exact it is, and none is guessed', () => {
  assert.equal(dayOf('event', { when: '2025-12-31' }), '31 Dec 2025 (to the day)');
  assert.equal(dayOf('event', { when: '2025-12' }), 'Dec 2025 (month only)');
  assert.equal(dayOf('event', { when: '2025~' }), 'about 2025 (estimated)');
  assert.equal(dayOf('event', { when: '' }), 'not known');
  assert.equal(dayOf('event', { when: '../2026-11-22' }), 'not known; before 22 Nov 2026');
  assert.equal(dayOf('event', { when: '2025-01/2025-03' }), 'Jan 2025 to Mar 2025 (some time between)');
  assert.equal(dayOf('membership', {}), '');
});

test('a chance is put in words that do not cross', () => {
  const words = [0.1, 0.3, 0.6, 0.8, 0.95].map(sure);
  assert.equal(new Set(words).size, 5);
});

const coded = (ref: string, start: number, rank: number, trigger = start) =>
  ({ record: { ref }, spans: [{ start, end: start + 10 }], suggestion: { rank, trigger: { start: trigger, end: trigger + 3 } } as Suggestion }) as unknown as CodedRecord;
test('by place as the text is read, by rank what would change most', () => {
  const list = [coded('c', 50, 3), coded('a', 10, 1, 14), coded('b', 10, 2, 12)];
  assert.deepEqual(inOrder(list, 'place').map((r) => r.record.ref), ['b', 'a', 'c']);
  assert.deepEqual(inOrder(list, 'rank').map((r) => r.record.ref), ['c', 'b', 'a']);
});

test('chips: one for records of a kind and standing on the same words', () => {
  const spot = (ref: string, kind: string, status: string, start = 0) => ({ ref, kind, status, start, end: 9, orphan: false, trigger: null });
  assert.deepEqual(chipsOf([spot('1', 'stance', 'draft'), spot('2', 'stance', 'draft'), spot('3', 'event', 'draft'), spot('4', 'stance', 'accepted')]).map((c) => c.refs), [['1', '2'], ['3'], ['4']]);
});

test('a rule gets an identifier that nobody has', () => {
  assert.equal(slugOf('Votes that agree!', []), 'votes-that-agree');
  assert.equal(slugOf('Votes that agree', ['votes-that-agree', 'votes-that-agree-2']), 'votes-that-agree-3');
  assert.equal(slugOf('«»', []), 'rule');
});
