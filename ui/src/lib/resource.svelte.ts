// A view that follows the address: fetched anew when the question changes, with the last answer
// kept on screen meanwhile so that nothing flashes.
import { api, ApiError } from './api';
import { shared } from '../messages/shared';

export class Resource<T> {
  data = $state.raw<T | null>(null);
  error = $state.raw<ApiError | null>(null);
  busy = $state(true);
  #again = $state(0);

  /** Ask again, for instance after a write. */
  reload() { this.#again++; }
  get again() { return this.#again; }
}

/** Call while a component starts. `question` gives an address from url(), or '' to ask nothing. */
export function resource<T>(question: () => string): Resource<T> {
  const r = new Resource<T>();
  const asked = $derived(question()); // the rest of the page's address may change without asking again
  $effect(() => {
    const address = asked;
    void r.again;
    if (!address) { r.busy = false; return; }
    const stop = new AbortController();
    r.busy = true;
    api.get<T>(address, stop.signal).then(
      (data) => { r.data = data; r.error = null; r.busy = false; },
      (e) => {
        if (e?.name === 'AbortError') return;
        r.error = e instanceof ApiError ? e : new ApiError(0, shared.failed(0));
        r.data = null; // never an old answer under a new question that failed
        r.busy = false;
      },
    );
    return () => stop.abort();
  });
  return r;
}
