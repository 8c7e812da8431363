/** The HTTP server itself: listens before there is anything to answer, and ends without cutting what was begun. */
import { once } from 'node:events';
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { refuse } from '../shared/outcome.ts';
import { problemOf, problemResponse } from './app/statuses.ts';

/** Thrown when the port can't be had: the message says what to do. */
export class PortRefused extends Error {
  override name = 'PortRefused';
}

/** How long requests under way may take to finish when we close. */
const patienceMs = 3_000;

type Fetch = (request: Request, env: object) => Response | Promise<Response>;

/** Until `answerWith` it answers that it isn't ready. */
export function createHttpServer() {
  let answer: Fetch = answerNotReady;
  const server = createAdaptorServer({ fetch: (request, env) => answer(request, env) }) as Server; // http, as no other was asked for

  return {
    server,
    /** Answers the port. Throws `PortRefused` when it can't be had. */
    async listen({ port, host }: { readonly port: number; readonly host: string }): Promise<number> {
      try {
        server.listen(port, host);
        await once(server, 'listening');
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException; // what 'error' events of a server carry
        throw new PortRefused(
          `Trama can’t listen on ${host}:${port} (${code}). Choose another PORT or HOST.`,
        );
      }
      const address = server.address();
      return typeof address === 'object' && address ? address.port : port;
    },
    answerWith(fetch: Fetch): void {
      answer = fetch;
    },
    stopListening(): void {
      server.close();
      server.closeIdleConnections();
    },
    /** Lets requests under way finish, then cuts what is left. Feeds and sockets have been closed before. */
    async endRequests(): Promise<void> {
      const giveUpAt = Date.now() + patienceMs;
      while ((await connectionsOf(server)) > 0 && Date.now() < giveUpAt) {
        server.closeIdleConnections();
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      server.closeAllConnections();
    },
    cutAll: (): void => server.closeAllConnections(),
  };
}

function answerNotReady(request: Request): Response {
  if (new URL(request.url).pathname === '/healthz') return new Response('ok');
  return problemResponse(problemOf(refuse('not-ready')));
}

const connectionsOf = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
  });
