/** Decides, from an endpoint's declared policy, whether this caller may call it at all. The one place that does. */
import type { Actor } from '../../shared/access.ts';
import { assert, unreachable } from '../../shared/assert.ts';
import type { Policy } from '../../shared/endpoint.ts';
import { HouseholdId } from '../../shared/ids.ts';
import { type Outcome, ok, refuse } from '../../shared/outcome.ts';
import type { Reader } from '../db/connect.ts';
import { authorise } from '../records/households/authority.ts';

/**
 * Forbidden and unknown answer alike, down to the last byte: `not-available`. Only whoever may do it in an open
 * household is told that this one is closed (`wrong-state`).
 */
export async function meetsPolicy(
  reader: Reader,
  policy: Policy,
  actor: Actor | null,
  params: unknown,
): Promise<Outcome<null>> {
  // A sender's key is looked up by the route itself: it may stand in the body, which isn't read yet.
  if (policy.kind === 'public' || policy.kind === 'sender-key') return ok(null);
  // Her cookie was looked up before: without one, nothing is parsed.
  if (policy.kind === 'guest') return ok(null);
  if (actor === null) return refuse('signed-out');
  switch (policy.kind) {
    case 'signed-in':
      return ok(null);
    case 'functions':
      return policy.functions.includes(actor.function) ? ok(null) : refuse('not-available');
    case 'household': {
      const allowed = await authorise(reader, actor, householdIn(params), policy.action);
      if (allowed.ok) return ok(null);
      return refuse(allowed.code === 'wrong-state' ? 'wrong-state' : 'not-available');
    }
    default:
      return unreachable(policy);
  }
}

function householdIn(params: unknown): HouseholdId {
  const named = params as { readonly householdId?: unknown }; // parsed; which keys it has, the endpoint says
  assert(named.householdId !== undefined, 'a household policy has its householdId in the path');
  return HouseholdId.parse(named.householdId);
}
