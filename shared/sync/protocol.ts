/**
 * The wire between an open page and a room: the y-websocket protocol (y-protocols/PROTOCOL.md) and one message more.
 * Every frame begins with a varint that says its kind.
 */

/** First varint of a frame. 0–3 are y-websocket's own. */
export const MessageKind = {
  /** Steps 1 and 2 and updates of y-protocols/sync. */
  sync: 0,
  /** Presence. The server writes each state's `user` itself. */
  awareness: 1,
  /** Unused by us: a refusal closes the socket with a code. */
  auth: 2,
  queryAwareness: 3,
  /**
   * Server → client only: a varuint, how many of this connection's update frames (sync step 2 and update) are committed.
   * A page is "saved" when it equals the number it has sent on the current connection.
   */
  ack: 4,
  /**
   * Server → client only, and only to a page that sent the `epoch` parameter: a varuint, the document's epoch. It comes
   * before anything of the document's content; the page keeps it with its replica.
   */
  epoch: 5,
} as const;

/** Query parameter of the socket's address: the release of the document schema this page was built with. */
export const schemaParameter = 'schema';

/**
 * Query parameter: the epoch of the replica the page holds, `noEpoch` when it holds nothing. A program that knows nothing
 * of epochs leaves it out, and is then told none.
 */
export const epochParameter = 'epoch';
export const noEpoch = 0;

/**
 * Query parameter, with any value: a guest of a conference knocks, with the cookie of her link. A person's session isn't
 * looked at then, and a guest's cookie counts for nothing without it.
 */
export const guestParameter = 'guest';

/**
 * Why a socket was closed, what it means, and what the page does. y-websocket treats 4400–4499 as final and
 * reconnects on any other.
 */
export const CloseCode = {
  /** Server is shutting down, or a commit's result is unknown: reconnect, resend. */
  restart: 1012,
  /** Room couldn't load, or this socket fell too far behind: reconnect later. */
  tryAgain: 1013,
  /** A frame that isn't the protocol. The page shows the reason; nothing of the frame was applied. */
  badFrame: 4400,
  /** Nobody is signed in any more. */
  signedOut: 4401,
  /** Refused, or not there: one answer for both. */
  notAvailable: 4403,
  /** The replica belongs to an epoch that was rebuilt (after an erasure): drop it, load again. */
  oldEpoch: 4409,
  /** An update that isn't sound: unknown names, a gap, another person's client id, too large. */
  unsound: 4422,
  /** This page was built for another schema: reload it. */
  outdatedPage: 4426,
  /** More frames than the limit allows. */
  tooFast: 4429,
} as const;
export type CloseCode = (typeof CloseCode)[keyof typeof CloseCode];

export const Limits = {
  /** One frame, bytes. */
  frameBytes: 1024 * 1024,
  /** One update, bytes. */
  updateBytes: 256 * 1024,
  /** One presence state, bytes of JSON. */
  presenceBytes: 4 * 1024,
  /** How deep content may nest. */
  depth: 64,
  /** Unsent bytes after which a socket is closed to resync. */
  unsentBytes: 4 * 1024 * 1024,
  /** Presence is sent once per room in this many milliseconds. */
  presenceTickMs: 50,
  /** A y-websocket page reconnects after 30 s without a data message. */
  keepAliveMs: 20_000,
} as const;
