// One plain sentence of what a record claims, made from its fields. Names come from outside; nothing is added that the record does not say.
import { readDate } from '../lib/when';
import { shared } from './shared';

export interface Told {
  body: Record<string, unknown>;
  by: string[]; // who acts, as named
  to: string[]; // on whom
  name: (code: string) => string; // an actor's name
  title: (key: string) => string; // a reaction item's or roll call's title
  hub: (item: string) => string; // whom the item's answers are measured against, as named
}

const words = (v: unknown) => (typeof v === 'string' ? v.trim() : '');
const many = (v: unknown): string[] => (Array.isArray(v) ? v.map(String) : v ? [String(v)] : []);
const list = (names: string[]) => (names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`);
const closed = (s: string) => (/[.!?…]$/.test(s) ? s : `${s}.`);
const lower = (s: string) => s.replaceAll('-', ' ').replaceAll('_', ' ');

// PLOVER's types, as a verb with somebody acted upon and without.
const acts: Record<string, [on: string, alone: string]> = {
  AGREE: ['agreed to something with', 'agreed to something'], CONSULT: ['consulted with', 'consulted'], SUPPORT: ['supported', 'voiced support'],
  CONCEDE: ['gave way to', 'gave way'], COOPERATE: ['cooperated with', 'cooperated'], AID: ['gave aid to', 'gave aid'], RETREAT: ['drew back from', 'drew back'],
  REQUEST: ['asked something of', 'asked for something'], ACCUSE: ['accused', 'made an accusation'], REJECT: ['refused something to', 'refused'],
  THREATEN: ['threatened', 'made a threat'], PROTEST: ['protested against', 'protested'], SANCTION: ['put restrictions on', 'put restrictions in place'],
  MOBILIZE: ['readied forces against', 'readied forces'], COERCE: ['coerced', 'used coercion'], ASSAULT: ['attacked', 'attacked'],
};
const answers: Record<string, string> = {
  with: 'stood with HUB on', 'leaning-with': 'leaned to the side of HUB on', neutral: 'took no side on', 'leaning-against': 'leaned against HUB on',
  against: 'stood against HUB on', silent: 'kept silent on', absent: 'did not vote on',
};
const votes: Record<string, string> = { yes: 'voted yes on', no: 'voted no on', abstain: 'abstained on', absent: 'did not vote on' };
const polarities: Record<string, string> = { '-2': ' with hostility', '-1': ' critically', '0': ' without taking a side', '1': ' favourably', '2': ' with full support' };
const futures: Record<string, string> = {
  scorable: 'Its date can be checked.', 'too-vague': 'Too vague to be scored.', conditional: 'Only under a condition.', counterfactual: 'Counterfactual: it is never scored.',
};

const links: Record<string, string> = { admitted: 'admits', asserted: 'asserts', suspected: 'suspects', disputed: 'says, and is contradicted,', none: 'denies' };

const claims: Record<string, (t: Told) => string> = {
  stance: ({ body, title, name, hub }) => `${name(words(body.actor))} ${(answers[words(body.position)] ?? `is ${words(body.position)} on`).replace('HUB', hub(words(body.item)))} “${title(words(body.item))}”.`,
  event: ({ body, by: acted, to: upon, name }) => {
    const by = acted.length ? acted : many(body.by).map(name), to = upon.length ? upon : many(body.to).map(name);
    const [on, alone] = acts[words(body.type)] ?? [`did (${words(body.type)}) to`, `acted (${words(body.type)})`];
    return `${list(by) || 'Somebody not named'} ${to.length ? `${on} ${list(to)}` : alone}${words(body.mode) ? ` (${lower(words(body.mode))})` : ''}.`;
  },
  statement: ({ body, by, to, name }) => {
    const about = to.length ? to : many(body.about).map(name);
    // An expert's words are never those of the state that he comes from: the speaker stands as the record has it.
    const speaker = name(words(body.speaker));
    return `${speaker !== words(body.speaker) || !by.length || / /.test(speaker) ? speaker : list(by)} spoke${about.length ? ` of ${list(about)}` : ''}${polarities[String(body.polarity ?? '')] ?? ''}: ${closed(words(body.summary))}`;
  },
  forecast: ({ body, by }) => `${words(body.author) || list(by)} foresees: ${closed(words(body.statement))} ${futures[words(body.form)] ?? ''}`.trim(),
  tie: ({ body, by, to, name }) => {
    const value = body.value == null ? 'without a figure' : `${body.value} ${lower(words(body.unit))}`.trim();
    return `${list(by) || name(words(body.actor))} is tied to ${list(to) || name(words(body.hub))} by ${lower(words(body.channel))} (${lower(words(body.measure))}: ${value}).`;
  },
  claim: ({ body, name }) => {
    const says = many(body.asserts).map(name), denies = many(body.denies).map(name);
    const number = body.value == null ? '' : ` (${body.value} ${lower(words(body.unit))})`.replace(/ \)$/, ')');
    return [closed(words(body.text) + number), says.length && `Asserted by ${list(says)}.`, denies.length && `Denied by ${list(denies)}.`].filter(Boolean).join(' ');
  },
  membership: ({ body, by, to, name }) => `${list(by) || name(words(body.actor))} is ${/^[aeiou]/.test(words(body.membership)) ? 'an' : 'a'} ${words(body.membership)} of ${list(to) || name(words(body.organisation))}${
    words(body.from) || words(body.to) ? `, ${readDate(`${words(body.from) || '..'}/${words(body.to) || '..'}`)}` : ''}.`,
  'vote-claim': ({ body, by, title, name }) => `The text says that ${list(by) || name(words(body.actor))} ${votes[words(body.vote)] ?? words(body.vote)} ${
    words(body.rollcall) ? title(words(body.rollcall)) : `“${words(body.resolution)}”`}.`,
  episode: ({ body, name }) => {
    const who = words(body.claimed_by), verb = links[words(body.claimed_link).split(':')[0]] ?? 'says';
    return `${who ? name(who) : 'The text'} ${verb} that a measure of ${name(words(body.hub))} answered a step of ${list(many(body.targets).map(name))}: ${closed(words(body.name))}`;
  },
};

const capital = (s: string) => s.charAt(0).toLocaleUpperCase('en') + s.slice(1);

/** What the record claims, as a sentence. A kind that is not known is told by its summary. */
export const claimOf = (kind: string, told: Told): string => capital(claims[kind]?.(told) ?? closed(words(told.body.summary) || shared.position('')));

/** A step and the measure that is said to answer it, each told already. */
export function pairOf(body: Record<string, unknown>, steps: string[], measures: string[], name: (code: string) => string): string {
  const open = (s: string) => s.replace(/[.]$/, '');
  const who = words(body.claimed_by), verb = links[words(body.claimed_link).split(':')[0]] ?? 'says';
  return `${capital(who ? name(who) : 'the text')} ${verb} that one answered the other: ${steps.map(open).join('; ')}. Then: ${measures.map(open).join('; ')}.`;
}

/** The day of a record with how exact it is; '' when its kind has none. */
export function dayOf(kind: string, body: Record<string, unknown>): string {
  const when = words(kind === 'forecast' ? body.published : body.when);
  if (kind === 'membership' || kind === 'episode') return '';
  if (!when || /^(X{4}|unknown)/i.test(when)) return 'not known';
  if (/^(\.\.)?\//.test(when)) return `not known; before ${readDate(when.split('/')[1])}`;
  if (/\/(\.\.)?$/.test(when)) return readDate(when);
  if (when.includes('/')) return `${readDate(when)} (some time between)`;
  if (/[~?%]$/.test(when)) return `${readDate(when)} (estimated)`;
  if (/^\d{4}$/.test(when)) return `${when} (year only)`;
  if (/^\d{4}-\d{2}$/.test(when)) return `${readDate(when)} (month only)`;
  return `${readDate(when)} (${when.includes('T') ? 'to the hour' : 'to the day'})`;
}

/** A chance in words. */
export const sure = (p: number): string => (p >= 0.9 ? 'very likely right' : p >= 0.75 ? 'likely right' : p >= 0.5 ? 'more likely right than not' : p >= 0.25 ? 'doubtful' : 'very doubtful');
