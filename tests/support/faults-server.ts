/** The whole program, for proofs: a household with people who can sign in, and pages of theirs as y-websocket makes them. */
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { schemaVersion } from '../../shared/documents/kinds.ts';
import { MessageKind, schemaParameter } from '../../shared/sync/protocol.ts';
import { password } from './people.ts';

/** Answers the session's cookie. */
export async function signInAt(url: string, email: string): Promise<string> {
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
  if (cookie === undefined) throw new Error(`signing in answered ${response.status}`);
  return cookie;
}

/** A request as a page of ours makes it. */
export const ask = (
  url: string,
  cookie: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<Response> =>
  fetch(url + path, {
    method,
    headers: { origin: url, 'content-type': 'application/json', cookie },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });

export const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/readyz`, { signal: AbortSignal.timeout(3_000) }).then(
    ({ status }) => status === 200,
    () => false,
  );

/** A real y-websocket page with this session. */
export function openPage(url: string, documentId: string, cookie: string) {
  const doc = new Y.Doc();
  class SignedIn extends WebSocket {
    constructor(address: string | URL) {
      super(address, { headers: { cookie }, origin: url });
    }
  }
  const provider = new WebsocketProvider(`${url.replace('http', 'ws')}/sync`, documentId, doc, {
    WebSocketPolyfill: SignedIn as unknown as typeof globalThis.WebSocket, // ws speaks the browser's WebSocket
    disableBc: true,
    params: { [schemaParameter]: String(schemaVersion) },
    maxBackoffTime: 200,
  });
  provider.messageHandlers[MessageKind.ack] = () => undefined; // what is stored is looked up
  let closed: number | undefined;
  provider.on('closed', ({ code }) => {
    closed = code;
  });
  return {
    doc,
    provider,
    /** The code with which the server ended it for good. */
    closedWith: () => closed,
    destroy(): void {
      provider.destroy();
      provider.awareness.destroy();
      doc.destroy();
    },
  };
}

export const documentAddress = (url: string, documentId: string): string =>
  `${url.replace('http', 'ws')}/sync/${documentId}?${schemaParameter}=${schemaVersion}`;
