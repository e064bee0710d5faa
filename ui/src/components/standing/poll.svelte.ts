// A view of which something is still being computed is asked for again, some time after each answer: never while one is under way.
import type { Resource } from '../../lib/resource.svelte';
import type { Pending } from '../../lib/types';

const unfinished = (of: { pending?: Pending; rival_pending?: Pending }) => !!of.pending || !!of.rival_pending;

/** Call while a component starts. `waits` says of an answer whether more is to come; `every` is in milliseconds. */
export function polling<T extends object>(view: Resource<T>, waits: (data: T) => boolean = unfinished, every = 1000) {
  $effect(() => {
    if (view.busy || !view.data || !waits(view.data)) return;
    const again = setTimeout(() => view.reload(), every);
    return () => clearTimeout(again);
  });
}
