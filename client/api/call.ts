/**
 * The one way a page asks the server: an endpoint of the contract, its parts, and an answer that is a value. Whatever
 * goes wrong comes back as a refusal with a stable code; nothing here throws but an abort.
 */
import type { z } from 'zod';
import type { Endpoint } from '../../shared/endpoint.ts';
import { type FieldProblem, ok, Problem } from '../../shared/outcome.ts';
import type { ErrorCode } from '../messages/errors.ts';

/** A refusal as pages meet it: the server's own codes, `broken` when it failed, `offline` when it was never reached. */
export type Refused = {
  readonly ok: false;
  readonly code: ErrorCode;
  readonly fields: readonly FieldProblem[];
  /** Those of them that no field on the page shows. */
  readonly unsaid?: readonly FieldProblem[] | undefined;
  readonly retryAfterSeconds?: number | undefined;
};
export type Answer<T> = { readonly ok: true; readonly value: T } | Refused;

/** A part that may be empty may be left out. */
type Part<Name extends string, Schema extends z.ZodType> =
  Record<never, never> extends z.input<Schema>
    ? { readonly [Key in Name]?: z.input<Schema> }
    : { readonly [Key in Name]: z.input<Schema> };

export type CallInput<E extends Endpoint> = Part<'params', E['params']> &
  Part<'query', E['query']> &
  Part<'body', E['body']>;

export type Value<E extends Endpoint> = z.output<E['response']>;

const refused = (code: ErrorCode): Refused => ({ ok: false, code, fields: [] });

/** Asks, and answers the parsed value or why not. Rejects only when `signal` aborts. */
export async function call<E extends Endpoint>(
  endpoint: E,
  input: CallInput<E>,
  signal?: AbortSignal,
): Promise<Answer<Value<E>>> {
  const parts: { params?: unknown; query?: unknown; body?: unknown } = input;
  const request: RequestInit = {
    method: endpoint.method,
    credentials: 'same-origin',
    signal: signal ?? null,
  };
  if (parts.body !== undefined) {
    request.headers = { 'content-type': 'application/json' };
    request.body = JSON.stringify(parts.body);
  }
  const response = await reach(addressOf(endpoint.path, parts.params, parts.query), request);
  return response ? readAnswer(endpoint, response) : refused('offline');
}

/** The same for an endpoint that answers bytes. */
export async function callBytes<E extends Endpoint & { readonly answersFile?: true }>(
  endpoint: E,
  input: CallInput<E>,
  signal?: AbortSignal,
): Promise<Answer<Uint8Array<ArrayBuffer>>> {
  const parts: { params?: unknown; query?: unknown } = input;
  const request: RequestInit = { credentials: 'same-origin', signal: signal ?? null };
  const response = await reach(addressOf(endpoint.path, parts.params, parts.query), request);
  if (!response) return refused('offline');
  if (!response.ok) return readProblem(await response.json().catch(() => undefined));
  const bytes = await response.arrayBuffer().catch(() => null);
  return bytes ? ok(new Uint8Array(bytes)) : refused('offline');
}

/** A file the server makes, or why not. */
export async function fetchFile(address: string): Promise<Answer<Blob>> {
  const response = await reach(address, { credentials: 'same-origin' });
  if (response === null) return refused('offline');
  if (!response.ok) return readProblem(await response.json().catch(() => undefined));
  const bytes = await response.blob().catch(() => null);
  return bytes === null ? refused('offline') : ok(bytes);
}

/** The response, or null when the network failed. */
async function reach(address: string, request: RequestInit): Promise<Response | null> {
  try {
    return await fetch(address, request);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    return null;
  }
}

async function readAnswer<E extends Endpoint>(endpoint: E, response: Response): Promise<Answer<Value<E>>> {
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) return readProblem(body);
  const parsed = endpoint.response.safeParse(body);
  return parsed.success ? ok(parsed.data as Value<E>) : refused('broken'); // parsed by this endpoint's own schema
}

/** A problem document as a refusal; anything that isn't one (a proxy's page, half an answer) is `broken`. */
export function readProblem(body: unknown): Refused {
  const problem = Problem.safeParse(body);
  if (!problem.success) return refused('broken');
  const { code, fields, retryAfterSeconds } = problem.data;
  return { ok: false, code, fields: fields ?? [], retryAfterSeconds };
}

/** The path with its parameters filled in, and the query entries that have a value. */
export function addressOf(path: string, params: unknown, query: unknown): string {
  const values = new Map(Object.entries(params ?? {}));
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(values.get(name))),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== '') search.set(name, String(value));
  }
  return search.size > 0 ? `${filled}?${search}` : filled;
}
