/** What goes over the wire between nodes: one JSON text with the messages of a moment, its sender and its number. */
import { z } from 'zod';
import { DocumentId, PersonId } from '../../shared/ids.ts';
import { Limits } from '../../shared/sync/protocol.ts';
import type { Message, NodeId } from './bus.ts';

const count = z.number().int().min(0);

/** `user` is written into a state after its size was checked: hence the room beside the limit. */
const PresenceState = z.strictObject({
  clientId: count.max(0xffff_ffff),
  clock: count,
  state: z.string().max(Limits.presenceBytes + 4096),
});

const AnyMessage = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('activity') }),
  z.strictObject({ kind: z.literal('document'), documentId: DocumentId, seq: count }),
  z.strictObject({ kind: z.literal('notified'), personIds: z.array(PersonId) }),
  z.strictObject({
    kind: z.literal('presence'),
    documentId: DocumentId,
    isWhole: z.boolean(),
    states: z.array(PresenceState),
  }),
  z.strictObject({ kind: z.literal('presence-wanted'), documentId: DocumentId }),
]) satisfies z.ZodType<Message>;

const BusFrame = z.strictObject({
  from: z.string().min(1).max(64),
  /** Counts the sender's frames from 1: a jump shows that some were lost. */
  number: count,
  messages: z.array(AnyMessage),
});
export type BusFrame = z.infer<typeof BusFrame>;

/** Undefined when it isn't one of ours: a newer release may say things that this one doesn't know. */
export function readBusFrame(text: string): BusFrame | undefined {
  try {
    return BusFrame.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined; // not JSON
  }
}

/** `messages` are JSON already, so that their size was known while they were packed. */
export const writeBusFrame = (from: NodeId, number: number, messages: readonly string[]): string =>
  `{"from":${JSON.stringify(from)},"number":${number},"messages":[${messages.join(',')}]}`;

/** Bytes around the messages of a frame, at most. */
export const frameOverhead = 140;
