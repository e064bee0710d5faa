// The columns of the tables behind the lanes.
import type { EventMark, ForecastRow, Interval, StanceMark, TieRow, VoteMark } from '../../lib/types';
import { shared } from '../../messages/shared';
import { stateWords } from '../../messages/state';

const c = stateWords.column;
const join = (list: string[] | null) => (list ?? []).join(', ');

export const voteColumns = (hub: string) => [
  { key: 'when', title: c.when(), text: (v: VoteMark) => v.when, head: true },
  { key: 'rollcall', title: c.rollcall(), text: (v: VoteMark) => v.rollcall },
  { key: 'title', title: c.title(), text: (v: VoteMark) => v.title, wide: true },
  { key: 'vote', title: c.vote(), text: (v: VoteMark) => v.vote },
  { key: 'hub', title: c.hubVote(hub), text: (v: VoteMark) => v.hub_vote },
  { key: 'position', title: c.position(), text: (v: VoteMark) => shared.position(v.position) },
];
export const stanceColumns = () => [
  { key: 'when', title: c.when(), text: (s: StanceMark) => s.when, head: true },
  { key: 'item', title: c.item(), text: (s: StanceMark) => s.title || s.item, wide: true },
  { key: 'position', title: c.position(), text: (s: StanceMark) => shared.position(s.position) },
  { key: 'hub', title: c.hub(), text: (s: StanceMark) => s.hub },
  { key: 'form', title: c.form(), text: (s: StanceMark) => s.form },
  { key: 'voice', title: c.voice(), text: (s: StanceMark) => s.voice },
  { key: 'summary', title: c.summary(), text: (s: StanceMark) => s.summary, wide: true },
];
export const eventColumns = () => [
  { key: 'when', title: c.when(), text: (e: EventMark) => e.when, head: true },
  { key: 'by', title: c.by(), text: (e: EventMark) => join(e.by) },
  { key: 'to', title: c.to(), text: (e: EventMark) => join(e.to) },
  { key: 'type', title: c.type(), text: (e: EventMark) => e.type },
  { key: 'mode', title: c.mode(), text: (e: EventMark) => e.mode },
  { key: 'quad', title: c.quad(), text: (e: EventMark) => stateWords.quad(e.quad) },
  { key: 'instrument', title: c.instrument(), text: (e: EventMark) => e.instrument },
  { key: 'summary', title: c.summary(), text: (e: EventMark) => e.summary, wide: true },
];
export const intervalColumns = (people: boolean) => [
  { key: 'label', title: people ? c.person() : c.group(), text: (i: Interval) => i.label, head: true },
  { key: 'status', title: people ? c.role() : c.status(), text: (i: Interval) => (people ? i.group : i.status) },
  { key: 'from', title: c.from(), text: (i: Interval) => i.from },
  { key: 'to', title: c.until(), text: (i: Interval) => i.to || stateWords.stillOpen() },
  { key: 'note', title: c.note(), text: (i: Interval) => i.note },
];
export const tieColumns = () => [
  { key: 'when', title: c.year(), text: (t: TieRow) => t.when, head: true },
  { key: 'hub', title: c.hub(), text: (t: TieRow) => t.hub.name || t.hub.code },
  { key: 'channel', title: c.channel(), text: (t: TieRow) => t.channel },
  { key: 'measure', title: c.measure(), text: (t: TieRow) => stateWords.measure(t), wide: true },
  { key: 'value', title: c.value(), text: (t: TieRow) => t.value, num: true },
  { key: 'unit', title: c.unit(), text: (t: TieRow) => t.unit },
  { key: 'note', title: c.note(), text: (t: TieRow) => t.note },
];
export const forecastColumns = () => [
  { key: 'published', title: c.published(), text: (f: ForecastRow) => f.published, head: true },
  { key: 'author', title: c.author(), text: (f: ForecastRow) => f.author },
  { key: 'statement', title: c.statement(), text: (f: ForecastRow) => f.statement, wide: true },
  { key: 'question', title: c.question(), text: (f: ForecastRow) => f.question, wide: true },
  { key: 'probability', title: c.probability(), text: (f: ForecastRow) => stateWords.probability(f), sort: (f: ForecastRow) => f.probability, num: true },
  { key: 'horizon', title: c.horizon(), text: (f: ForecastRow) => f.horizon },
  { key: 'outcome', title: c.outcome(), text: (f: ForecastRow) => stateWords.outcome(f) },
];
