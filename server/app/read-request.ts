/** What a request carries, read within limits and by the endpoint's own schemas. */
import type { Context } from 'hono';
import type { z } from 'zod';
import type { Endpoint } from '../../shared/endpoint.ts';
import { type FieldProblem, type Outcome, ok, refuse } from '../../shared/outcome.ts';

/** No record is longer; documents travel over the socket. */
export const largestBodyBytes = 256 * 1024;

/** The JSON of the body, `{}` when there is none. Refuses `too-large`, and `unreadable` for anything but JSON. */
export async function readJson(
  request: Request,
  limit: number = largestBodyBytes,
): Promise<Outcome<unknown>> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) return refuse('too-large');
  const bytes = await readAtMost(request, limit);
  if (bytes === null) return refuse('too-large');
  if (bytes.length === 0) return ok({});
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) return refuse('unreadable');
  try {
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return refuse('unreadable');
  }
}

/** A declared length can lie: the bytes are counted as they come. Null when there are more. */
async function readAtMost(request: Request, limit: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The query as text by name; a name given twice is told from one given once. */
export function readQuery(c: Context): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(c.req.queries()).map(([name, values]) => [
      name,
      values.length === 1 ? values.join() : values,
    ]),
  );
}

/** Parses one part of the request. `invalid` tells each wrong field by path; an unknown key is a field of its own. */
export function parsePart<S extends z.ZodType>(schema: S, value: unknown): Outcome<z.output<S>> {
  const parsed = schema.safeParse(value);
  return parsed.success
    ? ok(parsed.data)
    : refuse('invalid', { fields: parsed.error.issues.flatMap(fieldsOf) });
}

function fieldsOf(issue: z.core.$ZodIssue): FieldProblem[] {
  const { path, message } = issue;
  if (issue.code !== 'unrecognized_keys') return [{ path: path.join('.'), ...problemOf(issue), message }];
  return issue.keys.map((key) => ({
    path: [...path, key].join('.'),
    code: 'unknown',
    message: 'Unknown key.',
  }));
}

/** Too small a text, a number and a list are three things to whoever has to mend them. */
function problemOf(issue: z.core.$ZodIssue): Pick<FieldProblem, 'code' | 'limit'> {
  switch (issue.code) {
    case 'too_small': {
      const limit = Number(issue.minimum) + (issue.inclusive === false ? 1 : 0);
      if (issue.origin === 'string') return limit === 1 ? { code: 'required' } : { code: 'too_small', limit };
      return { code: isList(issue.origin) ? 'too-few' : 'below-least', limit };
    }
    case 'too_big': {
      const limit = Number(issue.maximum) - (issue.inclusive === false ? 1 : 0);
      if (issue.origin === 'string') return { code: 'too_big', limit };
      return { code: isList(issue.origin) ? 'above-number' : 'above-most', limit };
    }
    case 'invalid_type':
      return { code: issue.expected === 'int' ? 'not-whole' : issue.code };
    case 'custom':
      return { code: typeof issue.params?.code === 'string' ? issue.params.code : issue.code };
    default:
      return { code: issue.code };
  }
}

const isList = (origin: string): boolean => ['array', 'set', 'map'].includes(origin);

export type ParsedRequest = { params: unknown; query: unknown; body: unknown };

/** Query and body of a request whose caller may make it. */
export async function parseRequest(
  endpoint: Endpoint,
  c: Context,
  params: unknown,
): Promise<Outcome<ParsedRequest>> {
  const query = parsePart(endpoint.query, readQuery(c));
  if (!query.ok) return query;
  const json = endpoint.ignoresBody ? ok({}) : await readJson(c.req.raw, endpoint.largestBodyBytes);
  if (!json.ok) return json;
  const body = parsePart(endpoint.body, json.value);
  return body.ok ? ok({ params, query: query.value, body: body.value }) : body;
}
