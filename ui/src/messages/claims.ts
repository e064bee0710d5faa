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
  operators?: string[]; // what changed the suggestion; “told by NAME” says whose telling it is
  voice?: string; // whose voice the words are in, by name
  role?: string; // and as what he speaks there: interviewee, interviewer, outlet, quoted
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
// Modes that have a plainer verb of their own.
const modes: Record<string, [on: string, alone: string]> = {
  'SANCTION expel': ['expelled diplomats or members of', 'expelled diplomats or members'], 'SANCTION convict': ['convicted', 'convicted somebody'],
  'SANCTION withdraw': ['called its people back from', 'called its people back'], 'ACCUSE disapprove': ['criticised', 'criticised somebody'],
  'ACCUSE investigate': ['investigated', 'opened an inquiry'], 'RETREAT withdraw': ['withdrew from', 'withdrew'], 'RETREAT ceasefire': ['ceased fire against', 'ceased fire'],
  'CONSULT visit': ['visited', 'paid a visit'], 'CONSULT phone': ['spoke by telephone with', 'spoke by telephone'], 'REQUEST meet': ['asked for talks with', 'asked for talks'],
  'REJECT meet': ['refused talks with', 'refused talks'],
};
const polarities: Record<string, string> = { '-2': ' with hostility', '-1': ' critically', '0': ' neutrally', '1': ' favourably', '2': ' with full support' };
const belongs: Record<string, [one: string, several: string]> = {
  member: ['is a member of', 'are members of'], observer: ['is an observer of', 'are observers of'], associate: ['is an associate of', 'are associates of'],
  candidate: ['is a candidate for membership of', 'are candidates for membership of'], suspended: ['has suspended its membership of', 'have suspended their membership of'],
  withdrawn: ['has withdrawn from', 'have withdrawn from'],
};
const bodies = /\b(Organi[sz]ation|Union|Commonwealth|Community|Council|Alliance|League|Association|Bank|Fund|Court|Forum|Group|Assembly|Conference|Partnership)\b/;
/** An organisation within a sentence: with its article, without what its entry adds in brackets. */
const organisation = (s: string) => { const bare = s.replace(/\s*\([^()]*\)$/, ''); return bodies.test(bare) && !/^the /i.test(bare) ? `the ${bare}` : bare; };

/** Who foresees something, behind “According to”. */
const source = (who: string) => (/^(I|we|he|she|they)$/i.test(who) ? 'the speaker' : /^(Analysts|Experts|Observers|Officials|Economists|Critics|Diplomats)$/.test(who) ? who.toLowerCase() : who);

/** What is left of a statement's summary when its heading has named the speaker, whom it is about and how he spoke. */
function spoken(summary: string, speakers: string[]): string {
  for (const who of speakers.filter(Boolean)) {
    const rest = summary.slice(who.length);
    if (summary.startsWith(who) && (!rest || /^(?: on |: | \()/.test(rest))) {
      return rest.replace(/^ on [^:(]*/, '').replace(/^[: ]+/, '').replace(/\s*\((?:hostile|critical|favourable|very favourable)\)$/, '').replace(/^\((.*)\)$/, '$1').trim();
    }
  }
  return summary;
}
const futures: Record<string, string> = {
  scorable: 'Its date can be checked.', 'too-vague': 'Too vague to be scored.', conditional: 'Only under a condition.', counterfactual: 'Counterfactual: it is never scored.',
};

const links: Record<string, string> = { admitted: 'admits', asserted: 'asserts', suspected: 'suspects', disputed: 'says, and is contradicted,', none: 'denies' };

const claims: Record<string, (t: Told) => string> = {
  stance: ({ body, title, name, hub }) => `${name(words(body.actor))} ${(answers[words(body.position)] ?? `is ${words(body.position)} on`).replace('HUB', hub(words(body.item)))} “${title(words(body.item))}”.`,
  event: ({ body, by: acted, to: upon, name, operators }) => {
    const by = acted.length ? acted : many(body.by).map(name), to = upon.length ? upon : many(body.to).map(name);
    const own = modes[`${words(body.type)} ${words(body.mode)}`];
    const [on, alone] = own ?? acts[words(body.type)] ?? [`did (${words(body.type)}) to`, `acted (${words(body.type)})`];
    const teller = operators?.find((o) => o.startsWith('told by '))?.slice('told by '.length).trim();
    const who = list(by) || (teller ? 'somebody not named' : 'Somebody not named');
    return `${teller ? `According to ${teller}, ` : ''}${who} ${to.length ? `${on} ${list(to)}` : alone}${words(body.mode) && !own ? ` (${lower(words(body.mode))})` : ''}.`;
  },
  statement: ({ body, by, to, name, voice }) => {
    const about = to.length ? to : many(body.about).map(name);
    // An expert's words are never those of the state that he comes from: the speaker stands as the record has it.
    const speaker = name(words(body.speaker));
    const who = speaker !== words(body.speaker) || !by.length || / /.test(speaker) ? speaker : list(by);
    const what = spoken(words(body.summary), [who, ...by, list(by), speaker, words(body.speaker), voice ?? '']);
    return closed(`${who} spoke${polarities[String(body.polarity ?? '')] ?? ''}${about.length ? ` of ${list(about)}` : ''}${what ? `: ${what}` : ''}`);
  },
  forecast: ({ body, by }) => `According to ${source(words(body.author) || list(by))}: ${closed(words(body.statement))} ${futures[words(body.form)] ?? ''}`.trim(),
  tie: ({ body, by, to, name }) => {
    const value = body.value == null ? 'without a figure' : `${body.value} ${lower(words(body.unit))}`.trim();
    return `${list(by) || name(words(body.actor))} is tied to ${list(to) || name(words(body.hub))} by ${lower(words(body.channel))} (${lower(words(body.measure))}: ${value}).`;
  },
  claim: ({ body, name }) => {
    const says = many(body.asserts).map(name), denies = many(body.denies).map(name);
    const number = body.value == null ? '' : ` (${body.value} ${lower(words(body.unit))})`.replace(/ \)$/, ')');
    return [closed(words(body.text) + number), says.length && `Asserted by ${list(says)}.`, denies.length && `Denied by ${list(denies)}.`].filter(Boolean).join(' ');
  },
  membership: ({ body, by, to, name }) => {
    const status = words(body.membership), [one, several] = belongs[status] ?? [`is (${lower(status)}) of`, `are (${lower(status)}) of`];
    const dates = words(body.from) || words(body.to) ? `, ${readDate(`${words(body.from) || '..'}/${words(body.to) || '..'}`)}` : '';
    return `${list(by) || name(words(body.actor))} ${by.length > 1 ? several : one} ${organisation(list(to) || name(words(body.organisation)))}${dates}.`;
  },
  'vote-claim': ({ body, by, title, name }) => `The text says that ${list(by) || name(words(body.actor))} ${votes[words(body.vote)] ?? words(body.vote)} ${
    words(body.rollcall) ? title(words(body.rollcall)) : `“${words(body.resolution)}”`}.`,
  episode: ({ body, name }) => {
    const who = words(body.claimed_by), verb = links[words(body.claimed_link).split(':')[0]] ?? 'says';
    return `${who ? name(who) : 'The text'} ${verb} that a measure of ${name(words(body.hub))} answered a step of ${list(many(body.targets).map(name))}: ${closed(words(body.name))}`;
  },
};

const capital = (s: string) => s.charAt(0).toLocaleUpperCase('en') + s.slice(1);

/** What the record claims, as a sentence. A kind that is not known is told by its summary. */
export function claimOf(kind: string, told: Told): string {
  const text = capital(claims[kind]?.(told) ?? closed(words(told.body.summary) || shared.position('')));
  return told.role === 'interviewer' ? `${text.replace(/[.]$/, '')} (interviewer’s words).` : text;
}

const coded = new RegExp(`(^| )(${Object.keys(acts).join('|')})( \\([a-z-]+\\))?( (→|by) .*)?$`);
/** A summary worth a row of its own; '' when it only strings codes together (“RUS SANCTION (expel) → MDA”). */
export const inWords = (summary: string): string => (coded.test(summary) ? '' : summary);

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
