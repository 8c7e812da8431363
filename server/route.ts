/** Ties an endpoint of the contract to what answers it. The app parses, authorises by policy, calls, and presents. */
import type { z } from 'zod';
import type { Actor } from '../shared/access.ts';
import type { Endpoint } from '../shared/endpoint.ts';
import type { Outcome } from '../shared/outcome.ts';
import type { World } from './command.ts';

export type RequestOf<E extends Endpoint> = {
  readonly params: z.output<E['params']>;
  readonly query: z.output<E['query']>;
  readonly body: z.output<E['body']>;
};

export type Route = {
  readonly endpoint: Endpoint;
  readonly answer: (
    world: World,
    actor: Actor | null,
    request: RequestOf<Endpoint>,
  ) => Promise<Outcome<unknown>>;
};

/** A route for whoever is signed in: the app has already refused everybody else. */
export const serve = <E extends Endpoint>(
  endpoint: E,
  answer: (world: World, actor: Actor, request: RequestOf<E>) => Promise<Outcome<z.input<E['response']>>>,
): Route => ({
  endpoint,
  answer: (world, actor, request) => {
    if (actor === null) throw new Error(`${endpoint.path} was called without a session`);
    return answer(world, actor, request as RequestOf<E>); // parsed by this endpoint's own schemas just before
  },
});

/** A route that needs no session. */
export const servePublic = <E extends Endpoint>(
  endpoint: E,
  answer: (world: World, request: RequestOf<E>) => Promise<Outcome<z.input<E['response']>>>,
): Route => ({
  endpoint,
  answer: (world, _actor, request) => answer(world, request as RequestOf<E>), // as above
});

/** What a route of a file answers: bytes to save, under a name that is words only. */
export class FileAnswer {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  constructor(name: string, type: string, bytes: Uint8Array) {
    this.name = name;
    this.type = type;
    this.bytes = new Uint8Array(bytes);
  }
}
