// The tables of a dyad page.
import type { CodingPath, ItemWeight } from '../../lib/types';
import { alignmentWords as say } from '../../messages/alignment';
import { shared } from '../../messages/shared';

const c = say.column;
export const itemColumns = (hub: string, state: string) => [
  { key: 'when', title: c.when(), text: (i: ItemWeight) => i.when, head: true },
  { key: 'title', title: c.title(), text: (i: ItemWeight) => i.title, wide: true },
  { key: 'kind', title: c.kind(), text: (i: ItemWeight) => say.kinds[i.kind] ?? i.kind },
  { key: 'hub', title: c.hubDid(hub), text: (i: ItemWeight) => say.act(i.hub) },
  { key: 'state', title: c.stateDid(state), text: (i: ItemWeight) => (i.kind === 'vote' ? say.act(i.state) : i.state) },
  { key: 'position', title: c.position(), text: (i: ItemWeight) => shared.position(i.position) },
  { key: 'weight', title: c.weight(), num: true, text: (i: ItemWeight) => Math.round(i.weight * 1e4) / 1e4 },
  { key: 'margin', title: c.margin(), text: (i: ItemWeight) => (i.kind !== 'vote' ? '' : i.margin ? say.knownMargin() : say.wideMargin()) },
];

/** The medians at one step under each reading of absence. */
export const codingRows = (codings: CodingPath[], i: number) => codings.map((k) => ({ absence: k.absence, label: k.label, median: k.median?.[i] ?? null, n: k.n }));
