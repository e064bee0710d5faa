// Words of the review of suggestions: in the Reader, the queue, the rules of acceptance and the comparison of coders.
import { shared } from './shared';

const kinds: Record<string, [string, string]> = {
  event: ['event', 'events'], stance: ['stance', 'stances'], statement: ['statement', 'statements'], forecast: ['forecast', 'forecasts'], tie: ['tie', 'ties'],
  claim: ['claim', 'claims'], 'vote-claim': ['vote in words', 'votes in words'], episode: ['trigger and response', 'triggers with responses'],
  membership: ['membership', 'memberships'],
};
const percent = (p: number) => `${Math.round(p * 100)} %`;
const suggestions = (n: number) => shared.count(n, 'suggestion');
const impacts: Record<string, string> = {
  conflict: 'contradict an accepted row', 'empty-cell': 'fill an empty answer', pair: 'complete a trigger and response', vote: 'stand beside a vote', other: 'add a record',
};
const verdicts: Record<string, string> = { agrees: 'agrees', disagrees: 'disagrees', 'not in the ledger': 'not in the ledger' };
const tags: Record<string, string> = { NP: 'noun phrase', VG: 'verb group' };

export const reviewWords = {
  kind: (k: string) => kinds[k]?.[0] ?? k,
  kinds: (k: string) => kinds[k]?.[1] ?? k,
  allKinds: () => 'all kinds',
  impact: (i: string) => impacts[i] ?? i,
  percent,
  tabs: { title: () => 'Parts of the Reader', documents: () => 'Documents', queue: () => 'Suggestions', rules: () => 'Rules of acceptance', coders: () => 'Coders' },

  card: {
    title: (kind: string, at: number, of: number) => (of ? `Suggested ${kinds[kind]?.[0] ?? kind}, ${at} of ${of}` : `Suggested ${kinds[kind]?.[0] ?? kind}`),
    decided: (kind: string, status: string) => `Suggested ${kinds[kind]?.[0] ?? kind}, ${status}`,
    close: () => 'Leave the suggestion',
    who: () => 'Who', whom: () => 'To whom', day: () => 'Date', type: () => 'Type', summary: () => 'In its own words', voice: () => 'Voice', confidence: () => 'Confidence', change: () => 'If accepted',
    unknownActor: () => 'no known actor',
    sure: (words: string, p: number) => `${words} (${p.toFixed(2)})`,
    how: () => 'How it came about',
    step: () => 'Part of the coder', frame: () => 'Frame or rule', operators: () => 'Changed by', filters: () => 'Passed', features: () => 'For and against', version: () => 'Coder',
    none: () => 'nothing',
    trigger: () => 'Deciding words',
    also: (n: number) => `${n === 1 ? 'One more suggestion rests' : `${n} more suggestions rest`} on these words`,
    moreWords: (n: number) => `It rests on ${shared.count(n, 'place')} in the text`,
    check: (verdict: string) => ({ agrees: 'Agrees', disagrees: 'Does not agree', 'not in the ledger': 'Not in the ledger' })[verdict] ?? verdict,
    checkWith: (ref: string) => ref.replace(/^[a-z-]+:/, ''),
    conflict: () => 'In conflict with an accepted row',
    openRow: () => 'Open the accepted row',
    triggers: () => 'Trigger', responses: () => 'Response',
    both: () => 'Accepting this accepts its trigger and its response too.',
    gone: () => 'an event that is not in this document',
  },

  waiting: {
    title: (n: number) => (n ? `${suggestions(n)} ${n === 1 ? 'waits' : 'wait'} for you` : 'No suggestion waits'),
    some: (n: number, of: number) => `${n} of ${suggestions(of)} shown`,
    stretch: (from: number, to: number, of: number) => `Listed: ${from} to ${to} of ${of}; n and p reach the others.`,
    never: () => 'The coder has not read this text yet.',
    nothing: () => 'The coder has read this text and found nothing to suggest.',
    older: (was: string) => `Last read by coder ${was}.`,
    kind: () => 'Kind', order: () => 'Order', byPlace: () => 'by place', byRank: () => 'by what would change most',
    rejected: (n: number) => `Show rejected (${n})`,
    suggest: () => 'Suggest', suggestAgain: () => 'Read again', suggesting: () => 'Reading …',
    report: (made: number, known: number, gone: number, accepted: number, again: boolean) =>
      again ? 'This coder has read this text already: nothing changed.'
        : [`${shared.count(made, 'new suggestion')}`, known && `${known} known before`, gone && `${gone} withdrawn`, accepted && `${accepted} accepted by rules`].filter(Boolean).join(', ') + '.',
    refused: (n: number) => `${shared.count(n, 'find')} broke a rule of the ledger and ${n === 1 ? 'was' : 'were'} left out:`,
    why: () => 'Why nothing here?',
  },

  did: {
    next: (said: string, label: string, left: number) => `${said} Next of ${left}: ${label}`,
    last: (said: string) => `${said} No suggestion waits any more.`,
    now: (kind: string, label: string, at: number, of: number) => `${kinds[kind]?.[0] ?? kind}, ${at} of ${of}: ${label}`,
    none: () => 'No suggestion waits here.',
    noneOfKind: (kind: string) => `No suggestion of this kind waits here: ${kinds[kind]?.[1] ?? kind}.`,
    undone: (text: string) => `Taken back: ${text}`,
    decided: () => 'This is decided already; u takes the last decision back.',
  },

  explain: {
    title: () => 'What the coder saw in this sentence',
    close: () => 'Close',
    gave: (n: number) => `It gave ${suggestions(n)}.`,
    nothing: () => 'It gave nothing.',
    noReason: () => 'Nothing in it matched: no frame, no attribution, no known item.',
    noSentence: () => 'There is no sentence here.',
    reasons: () => 'Why', drafts: () => 'What it gave', events: () => 'Events that frames found', mentions: () => 'Who is named', said: () => 'Who says something',
    clauses: () => 'Clauses', phrases: () => 'Phrases', words: () => 'Words and their parts of speech', dates: () => 'Dates', numbers: () => 'Numbers', items: () => 'Reaction items of this text',
    heading: () => 'This is a heading: the coder does not code headings.',
    phrase: (kind: string) => tags[kind] ?? kind,
    column: { word: () => 'Word', tag: () => 'Part', phrase: () => 'Phrase', head: () => 'Head', notes: () => 'Notes', verb: () => 'Verb', subject: () => 'Subject', object: () => 'Object', realis: () => 'Told as', step: () => 'Step', reason: () => 'Reason' },
    fact: () => 'a fact', nobody: () => 'nobody', noOne: () => 'Nobody known is named.',
    speaks: (speaker: string, verb: string, words: string, direct: boolean) => `${speaker} (${verb}): ${direct ? `“${words}”` : words}`,
    event: (type: string, mode: string, by: string[], to: string[]) => `${type}${mode ? ` ${mode}` : ''}: ${by.join(', ') || 'nobody'} → ${to.join(', ') || 'nobody'}`,
    version: (v: string) => `Coder ${v}. Nothing is written by looking.`,
  },

  key: {
    next: () => 'Next suggestion', previous: () => 'Previous suggestion', accept: () => 'Accept, and on to the next', reject: () => 'Reject, and on to the next',
    undo: () => 'Take the last decision back', edit: () => 'Edit it in place', why: () => 'Why nothing here? What the coder saw in this sentence',
  },

  job: {
    title: () => 'Suggestions for everything',
    never: (n: number) => `${shared.count(n, 'document')} ${n === 1 ? 'has' : 'have'} not been read for suggestions.`,
    all: () => 'Every document has been read for suggestions.',
    start: () => 'Suggest for them', stop: () => 'Stop',
    progress: (what: string, done: number, total: number) => `${what || 'Reading'}: ${done} of ${total}`,
    failed: (n: number) => `${shared.count(n, 'document')} could not be read:`,
    stopped: () => 'What is done stays; start again to go on.',
  },

  queue: {
    title: () => 'Suggestions',
    what: () => 'Suggestion', document: () => 'Document', kind: () => 'Kind', sure: () => 'Confidence', change: () => 'Accepting would',
    filter: () => 'Only this kind', impactFilter: () => 'Only what would',
    empty: () => 'Nothing waits for a decision. Read a text, or let the coder read what is there already.',
    command: () => 'orrery read FILE',
    open: () => 'Suggestions', order: () => 'Order', byRead: () => 'newest first', byOpen: () => 'most to decide first',
    toDocuments: () => 'To the documents',
  },

  rules: {
    title: (on: number, n: number) =>
      n === 0 ? 'There is no rule of acceptance: every suggestion is decided by a person.'
        : on === 0 ? `No rule accepts anything: ${n === 1 ? 'the one rule is' : `all ${n} rules are`} off.`
          : `${on} of ${shared.count(n, 'rule')} ${on === 1 ? 'is' : 'are'} switched on.`,
    says: () => 'A rule accepts suggestions without a person looking at each. It is off until a person switches it on, each acceptance names its rule, and what it did can be taken back.',
    list: () => 'Rules',
    accepts: (r: { kinds: string[]; steps: string[]; frames: string[]; checks: string[]; sources: string[]; least: number }) =>
      [`Accepts ${r.kinds.length ? r.kinds.map((k) => kinds[k]?.[1] ?? k).join(', ') : 'suggestions of every kind'}`,
        r.least > 0 && `of confidence ${r.least.toFixed(2)} or more`, r.checks.length && `that the ledger says of: ${r.checks.map((c) => verdicts[c] ?? c).join(', ')}`,
        r.steps.length && `made by ${r.steps.join(', ')}`, r.frames.length && `by ${r.frames.join(', ')}`, r.sources.length && `from ${r.sources.join(', ')}`].filter(Boolean).join(' ') + '.',
    on: (who: string, when: string) => `On, switched by ${who}${when ? ` on ${when}` : ''}`,
    off: (who: string) => (who ? `Off, switched by ${who}` : 'Off'),
    accepted: (n: number) => (n ? `${shared.count(n, 'accepted record')} ${n === 1 ? 'names' : 'name'} it` : 'no accepted record names it'),
    switchOn: () => 'Switch on', switchOff: () => 'Switch off', switch: (title: string) => `Rule “${title}”`,
    try: () => 'What would it accept?', apply: () => 'Accept them now', undo: () => 'Take that back',
    needsOn: () => 'Switch it on first: a rule that is off accepts nothing.',
    would: (n: number) => (n ? `It would accept ${suggestions(n)} now.` : 'It would accept nothing now.'),
    examples: () => 'The least sure of them',
    precision: () => 'What people decided on suggestions of the same parts', step: () => 'Part of the coder', acceptedColumn: () => 'Accepted', rejectedColumn: () => 'Rejected', share: () => 'Share accepted',
    shareOf: (s: number | null, low: number | null, high: number | null) => (s == null ? 'not enough evidence: fewer than 20 decisions' : `${percent(s)} (${percent(low ?? 0)} to ${percent(high ?? 1)})`),
    because: () => 'Because',
    make: () => 'New rule', begin: () => 'Begin from', presets: {
      votes: () => 'Votes that agree with the roll call', agrees: () => 'Whatever the ledger agrees with', sure: () => 'Stances that are very likely right',
    }, name: () => 'Name', least: () => 'Least confidence', kindsField: () => 'Kinds', checks: () => 'What the comparison with the ledger must say',
    steps: () => 'Parts of the coder', stepsHint: () => 'For example votes, stances; empty: all', leastHint: () => '0.9 means 90 %', save: () => 'Save, switched off',
    made: (title: string) => `Saved: ${title}. It is off.`,
    check: (c: string) => verdicts[c] ?? c,
  },

  blind: {
    title: () => 'Second coding',
    says: () => 'A second person codes the same text without seeing anybody’s work. Then both are compared.',
    name: () => 'Code blind as', start: () => 'Start',
    notice: (name: string) => `You code blind as ${name}: suggestions and the work of others are hidden.`,
    stop: () => 'Show everything again', compare: () => 'Compare the coders of this text',
  },

  coders: {
    title: () => 'How far coders agree',
    says: () => 'Agreement is Krippendorff’s alpha: 1 is full agreement, 0 is what chance would give. The interval is by bootstrap over sentences.',
    none: () => 'Nobody has coded the same text twice yet. Open a text and start a second coding there.',
    chosen: () => 'Coders compared', person: (name: string, records: number, documents: number) => `${name} (${shared.count(records, 'record')} in ${shared.count(documents, 'document')})`,
    table: () => 'Agreement by kind', kind: () => 'Kind', metric: () => 'Measured', alpha: () => 'Alpha', interval: () => '95 % interval', n: () => 'Coded sentences', same: () => 'Alike',
    number: (x: number) => x.toFixed(2).replace('-', '−'),
    between: (low: number, high: number) => `${low.toFixed(2)} to ${high.toFixed(2)}`.replaceAll('-', '−'),
    disagreements: (n: number, more: boolean) => (n ? `${more ? 'More than ' : ''}${shared.count(n, 'disagreement')}` : 'No disagreement'),
    nothing: () => 'nothing coded',
    settled: () => 'settled', open: () => 'open',
    only: (name: string) => `${name} is right`, both: () => 'Both stand', neither: () => 'Neither stands', why: () => 'Why', whyHint: () => 'Kept with the decision',
    undo: () => 'Take that back',
    only1: () => 'of this document', all: () => 'Compare over all documents',
    showSentence: () => 'Show in the text',
  },

  exports: {
    title: () => 'Take the decisions along',
    says: () => 'What people accepted, corrected and rejected, each with its sentence.',
    training: () => 'Training text (JSON Lines)', annotations: () => 'W3C Web Annotation (JSON)', dna: () => 'Discourse Network Analyzer (.dna)',
  },
};
