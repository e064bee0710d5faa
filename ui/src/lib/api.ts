// Typed access to /api/v1. Answers are cached by the browser through their ETags. A problem that
// the server reports (RFC 9457) becomes an error whose message is a sentence for the reader.
import { place } from './scope.svelte';
import { shared } from '../messages/shared';

const base = '/api/v1';

export interface FieldFault { message: string; location?: string; value?: unknown }

/** An error whose message can be shown as it is. */
export class ApiError extends Error {
  constructor(readonly status: number, message: string, readonly faults: FieldFault[] = []) {
    super(message);
    this.name = 'ApiError';
  }
}

type Query = Record<string, string | number | null | undefined>;

/** Address of an API question: the scope of the page plus its own parameters. */
export function url(path: string, query: Query = {}, scoped = true): string {
  const q = new URLSearchParams();
  const all: Query = scoped ? { as_of: place.asOf, lens: place.lens, hub: place.hub, ...query } : query;
  for (const [key, value] of Object.entries(all)) if (value !== '' && value != null) q.set(key, String(value));
  const s = q.toString();
  return base + path + (s ? `?${s}` : '');
}

async function send<T>(address: string, init: RequestInit): Promise<T> {
  let res: Response;
  try {
    res = await fetch(address, init);
  } catch (cause) {
    if ((cause as Error).name === 'AbortError') throw cause;
    throw new ApiError(0, shared.unreachable());
  }
  if (!res.ok) throw await problem(res);
  if (res.status === 204) return undefined as T;
  return (await res.json()) as T;
}

async function problem(res: Response): Promise<ApiError> {
  try {
    const p = await res.json();
    return new ApiError(res.status, p.detail || p.title || shared.failed(res.status), p.errors ?? []);
  } catch {
    return new ApiError(res.status, shared.failed(res.status));
  }
}

const json = (method: string, body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method, headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body),
});

export const api = {
  /** GET an address made by url(). */
  get: <T>(address: string, signal?: AbortSignal) => send<T>(address, { signal }),
  /** POST a JSON body, or a form (for files). A signal gives the request up. */
  post: <T>(path: string, body: unknown, signal?: AbortSignal) =>
    send<T>(base + path, body instanceof FormData ? { method: 'POST', body, signal } : { ...json('POST', body), signal }),
  /** PUT a change of a record at the revision it was read at; 0 for one that is new. */
  put: <T>(path: string, rev: number, body: unknown) =>
    send<T>(base + path, json('PUT', body, rev ? { 'If-Match': `"${rev}"` } : {})),
};
