// Which evidence the address asks for, and the address that a choice gives. What is usual stays out of it.
import type { ChannelChoice } from '../../lib/types';

export const usual = ['votes', 'reactions', 'statements'];
const order = ['votes', 'reactions', 'statements', 'events'];

/** Whether the address asks for other evidence than the usual. */
export const unusual = (query: Record<string, string>) => !!query.channels || (!!query.absence && query.absence !== 'missing');

/** The channels after one is switched, as the address keeps them: null for the usual ones. The last one cannot be switched off. */
export function switched(channels: ChannelChoice[], name: string): string | null | undefined {
  const on = order.filter((c) => channels.some((x) => x.name === c && x.on) !== (c === name));
  if (!on.length) return undefined;
  return on.join() === usual.join() ? null : on.join();
}
