/**
 * One description of each HTTP route, used by the server to parse and authorise, by the client to call, and by
 * /api/openapi.json. A route can't be mounted without one, so none exists without a declared policy.
 */
import type { z } from 'zod';
import type { HouseholdAction } from './household-action.ts';
import type { PersonFunction } from './person-function.ts';

/** Who may call a route, before any fact about a household is loaded. `access` then decides on the facts. */
export type Policy =
  /** No session needed. */
  | { readonly kind: 'public' }
  /**
   * A registered sender, by the key that the request carries. No session is looked at and no cookie counts, so a page of
   * another site gains nothing by calling it, and its Origin isn't asked for.
   */
  | { readonly kind: 'sender-key' }
  /** Anybody signed in; the command filters to what they may see. */
  | { readonly kind: 'signed-in' }
  /** Only accounts of these functions. */
  | { readonly kind: 'functions'; readonly functions: readonly PersonFunction[] }
  /** `may(actor, action, household)` with the person's relation to the household in the path. */
  | { readonly kind: 'household'; readonly action: HouseholdAction };

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export type Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> = {
  readonly method: Method;
  /** With parameters as `:name`, under /api. */
  readonly path: `/api/${string}`;
  /** One sentence, for the OpenAPI page. */
  readonly summary: string;
  readonly policy: Policy;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly response: Response;
  /** The most a request may carry, where it isn't the usual. */
  readonly largestBodyBytes?: number;
  /** What the request carries is never read: whoever calls it isn't a page of ours. */
  readonly ignoresBody?: true;
  /** Answers the bytes of a file to save, as a FileAnswer (server/route.ts), instead of JSON. */
  readonly answersFile?: true;
};

/** Declares an endpoint; it only fixes the types. */
export const endpoint = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  description: Endpoint<P, Q, B, R>,
): Endpoint<P, Q, B, R> => description;
