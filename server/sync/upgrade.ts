/**
 * The door: an HTTP request to /sync/<documentId> becomes a session, or is refused. A refusal completes the handshake
 * and then closes, because a page can read a close code but not why a handshake failed.
 */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { schemaVersion } from '../../shared/documents/kinds.ts';
import { DocumentId } from '../../shared/ids.ts';
import {
  CloseCode,
  epochParameter,
  guestParameter,
  Limits,
  schemaParameter,
} from '../../shared/sync/protocol.ts';
import type { Authority } from './authority.ts';
import type { Counters } from './counters.ts';
import type { Admission } from './session.ts';
import { closeInTime } from './ws-wire.ts';

const pathPrefix = '/sync/';

export type Admitted = Admission & {
  /** Of the replica the page brings, `noEpoch` for none; undefined when it doesn't know of epochs. */
  readonly epoch: number | undefined;
};

type Refusal = { readonly code: CloseCode; readonly reason: string };

export type DoorWorld = {
  readonly authority: Authority;
  /** Exactly these may open sockets: a browser sends cookies along whoever asks. */
  readonly origins: readonly string[];
  readonly counters: Counters;
  /** Grows when somebody's access changes. */
  readonly changes: () => number;
  /** `isFresh`: nobody's access changed while this was being decided. */
  readonly admit: (webSocket: WebSocket, socket: Duplex, admitted: Admitted, isFresh: boolean) => void;
  readonly report: (error: unknown, doing: string) => void;
};

export type Door = {
  /** A listener for an HTTP server's `upgrade`. Other paths get a 404. */
  knock(request: IncomingMessage, socket: Duplex, head: Buffer): void;
};

export function createDoor(world: DoorWorld): Door {
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: Limits.frameBytes,
  });

  async function answer(request: IncomingMessage, socket: Duplex, head: Buffer, url: URL): Promise<void> {
    const changesBefore = world.changes();
    const decision = await decide(world, request, url).catch((error: unknown): Refusal => {
      world.report(error, 'admitting a session');
      return { code: CloseCode.tryAgain, reason: 'not-ready' };
    });
    if (socket.destroyed) return;
    server.handleUpgrade(request, socket, head, (webSocket) => {
      if ('code' in decision) refuse(webSocket, decision);
      else world.admit(webSocket, socket, decision, world.changes() === changesBefore);
    });
  }

  function refuse(webSocket: WebSocket, { code, reason }: Refusal): void {
    world.counters.countClose(code, reason);
    webSocket.on('error', () => undefined); // whatever a refused peer still sends
    closeInTime(webSocket, code, reason);
  }

  return {
    knock(request, socket, head) {
      const url = URL.parse(request.url ?? '', 'http://here');
      if (url === null || !url.pathname.startsWith(pathPrefix)) {
        socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
        return;
      }
      const ignore = () => socket.destroy();
      socket.on('error', ignore);
      void answer(request, socket, head, url).finally(() => socket.off('error', ignore));
    },
  };
}

/** Forbidden and unknown answer alike. */
const notAvailable: Refusal = { code: CloseCode.notAvailable, reason: 'not-available' };

async function decide(
  { authority, origins }: DoorWorld,
  request: IncomingMessage,
  url: URL,
): Promise<Admitted | Refusal> {
  if (!origins.includes(request.headers.origin ?? '')) return notAvailable;
  // A program that names no schema is no page of an older release: it answers for itself.
  const schema = url.searchParams.get(schemaParameter);
  if (schema !== null && schema !== String(schemaVersion)) {
    return { code: CloseCode.outdatedPage, reason: 'outdated-page' };
  }
  const headers = { cookie: request.headers.cookie, asGuest: url.searchParams.has(guestParameter) };
  const identity = await authority.signIn(headers);
  if (identity === null) return { code: CloseCode.signedOut, reason: 'signed-out' };
  const documentId = DocumentId.safeParse(url.pathname.slice(pathPrefix.length));
  if (!documentId.success) return notAvailable;
  const grant = await authority.accessTo(identity, documentId.data);
  if (grant === null) return notAvailable;
  const epoch = url.searchParams.get(epochParameter);
  return {
    documentId: documentId.data,
    headers,
    identity,
    grant,
    epoch: epoch === null ? undefined : Number(epoch),
  };
}
