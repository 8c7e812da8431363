/** Routes that set or clear the session cookie: they see a little more of the request than others. */
import type { z } from 'zod';
import type { Actor } from '../../shared/access.ts';
import { assert } from '../../shared/assert.ts';
import type { Endpoint } from '../../shared/endpoint.ts';
import type { Outcome } from '../../shared/outcome.ts';
import type { World } from '../command.ts';
import type { AdmittedGuest } from '../records/guests/session.ts';
import type { RequestOf } from '../route.ts';
import type { SignedInSession } from './auth.ts';

export type Exchange = {
  /** The `Cookie` header. */
  readonly cookies: string | null;
  /** The `Authorization` header, for senders with a key. */
  readonly authorization: string | null;
  /** Where the request comes from, for limits. */
  readonly address: string;
  /** Null when nobody is signed in. */
  readonly session: SignedInSession | null;
  /** Set on a guest's routes only. */
  readonly guest: AdmittedGuest | null;
  /** Adds a `Set-Cookie` to the answer. */
  setCookie(value: string): void;
};

/** Every `Route` is one that doesn't look at the exchange. */
export type SessionRoute = {
  readonly endpoint: Endpoint;
  readonly answer: (
    world: World,
    actor: Actor | null,
    request: RequestOf<Endpoint>,
    exchange: Exchange,
  ) => Promise<Outcome<unknown>>;
};

/** A route without a session that may begin one. */
export const serveSigningIn = <E extends Endpoint>(
  endpoint: E,
  answer: (
    world: World,
    request: RequestOf<E>,
    exchange: Exchange,
  ) => Promise<Outcome<z.input<E['response']>>>,
): SessionRoute => ({
  endpoint,
  answer: (world, _actor, request, exchange) => answer(world, request as RequestOf<E>, exchange), // parsed by this endpoint's own schemas
});

/** A route for registered senders: it looks the key up itself, and limits who tries. */
export const serveSender = <E extends Endpoint>(
  endpoint: E,
  answer: (
    world: World,
    request: RequestOf<E>,
    exchange: Exchange,
  ) => Promise<Outcome<z.input<E['response']>>>,
): SessionRoute => {
  assert(endpoint.policy.kind === 'sender-key', `${endpoint.path} is declared for senders`);
  return {
    endpoint,
    answer: (world, _actor, request, exchange) => answer(world, request as RequestOf<E>, exchange),
  }; // as above
};

/** A route for a guest of a conference: the app has already refused everybody else. */
export const serveGuest = <E extends Endpoint>(
  endpoint: E,
  answer: (
    world: World,
    guest: AdmittedGuest,
    request: RequestOf<E>,
    exchange: Exchange,
  ) => Promise<Outcome<z.input<E['response']>>>,
): SessionRoute => {
  assert(endpoint.policy.kind === 'guest', `${endpoint.path} is declared for guests`);
  return {
    endpoint,
    answer: (world, _actor, request, exchange) => {
      assert(exchange.guest, `${endpoint.path} is called by a guest`);
      return answer(world, exchange.guest, request as RequestOf<E>, exchange); // as above
    },
  };
};

/** A route for whoever is signed in, that reads or ends the session itself. */
export const serveWithSession = <E extends Endpoint>(
  endpoint: E,
  answer: (
    world: World,
    session: SignedInSession,
    request: RequestOf<E>,
    exchange: Exchange,
  ) => Promise<Outcome<z.input<E['response']>>>,
): SessionRoute => ({
  endpoint,
  answer: (world, _actor, request, exchange) => {
    assert(exchange.session, `${endpoint.path} is called with a session`);
    return answer(world, exchange.session, request as RequestOf<E>, exchange); // as above
  },
});
