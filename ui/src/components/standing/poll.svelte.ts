// A view of which something is still being computed is asked for again each second.
import type { Resource } from '../../lib/resource.svelte';
import type { Pending } from '../../lib/types';

export function polling(view: Resource<{ pending?: Pending; rival_pending?: Pending }>, every = 1000) {
  $effect(() => {
    if (!view.data?.pending && !view.data?.rival_pending) return;
    const again = setTimeout(() => view.reload(), every);
    return () => clearTimeout(again);
  });
}
