/** y-websocket's provider with the types its package leaves out. */
import type * as decoding from 'lib0/decoding';
import type * as encoding from 'lib0/encoding';
import { WebsocketProvider } from 'y-websocket';

/** Reads one kind of incoming frame; what it writes into the encoder is sent back. */
export type MessageHandler = (
  encoder: encoding.Encoder,
  decoder: decoding.Decoder,
  provider: WebsocketProvider,
  emitSynced: boolean,
  messageType: number,
) => void;

export { WebsocketProvider };
